/**
 * The typed client of a marketplace, for browsers and for servers.
 *
 * @example
 * ```ts
 * import { createMarketplaceClient } from 'latchkey';
 *
 * const marketplace = createMarketplaceClient({ baseUrl: 'https://portal.example/api/v1', token: () => session.token() });
 * for await (const credential of marketplace.credentials.list({ state: ['active'] })) console.log(credential.name);
 * ```
 */
export {
  createMarketplaceClient,
  createSessionTokens,
  type ApplicationSecret,
  type AwaitedCredential,
  type AwaitedState,
  type ClientOptions,
  type MarketplaceClient,
  type Pages,
  type SessionEnvironment,
  type SessionTokenOptions,
  type SessionTokens,
  type TokenSource,
  type WaitOptions,
} from './client/index.js';
export { ApiError, MarketplaceError, isApiError, isMarketplaceError } from './contract/error.js';
export type { ApiErrorInit, ErrorCode } from './contract/error.js';
export { SecretValue } from './contract/secret-value.js';
export type {
  AccessChoice,
  AccessOptions,
  ApplicationOption,
  SubscriptionOption,
  TeamOption,
} from './contract/access-options.js';
export type {
  AccessRequest,
  AccessState,
  CreateAccessRequest,
  ListAccessRequests,
  TimelineEntry,
  UpdateAccessRequest,
} from './contract/access-request.js';
export type { Action, ActionName } from './contract/action.js';
export type { Application, CreateApplication, ListApplications } from './contract/application.js';
export type {
  CreateCredential,
  Credential,
  CredentialBatch,
  CredentialBatchResult,
  CredentialState,
  FailCredential,
  ListCredentials,
  RenewCredential,
  UpdateCredential,
} from './contract/credential.js';
export type {
  CredentialChoice,
  CredentialOptions,
  Limit,
  OwnerOption,
  ResourceOption,
  TypeOption,
} from './contract/credential-options.js';
export type { Environment, ListEnvironments } from './contract/environment.js';
export type { Grant, GrantChoice, GrantOption } from './contract/grant.js';
export type { HistoryEntry, ListHistory } from './contract/history.js';
export type { Identifier } from './contract/identifier.js';
export type { EventPage, ListEvents, MarketplaceEvent } from './contract/event.js';
export type { FormData, FormDefinition } from './contract/form.js';
export type { CallOptions, Marketplace } from './contract/marketplace.js';
export type { Page, Reason, Ref } from './contract/primitives.js';
export type { FieldError, ProblemCode } from './contract/problem.js';
export type {
  Audience,
  AuthenticationScheme,
  CredentialType,
  ListProducts,
  ListResources,
  Plan,
  Product,
  Quota,
  Resource,
} from './contract/product.js';
export type { Secret, SecretField, SecretInfo } from './contract/secret.js';
export type { Session } from './contract/session.js';
export type { CreateShare, SetSecret, Share, ShareLink } from './contract/share.js';
export type { ChangeSubscription, ListSubscriptions, Subscription } from './contract/subscription.js';
