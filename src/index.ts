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
export type { AccessOptions, ApplicationOption, SubscriptionOption, TeamOption } from './contract/access-options.js';
export type { AccessChoice } from './contract/access-request-params.js';
export type { AccessRequest, AccessState, TimelineEntry } from './contract/access-request.js';
export type {
  AccessFacet,
  CreateAccessRequest,
  ListAccessRequests,
  UpdateAccessRequest,
} from './contract/access-request-params.js';
export type { Action, ActionName } from './contract/action.js';
export type { Application } from './contract/application.js';
export type { CreateApplication, ListApplications } from './contract/application-params.js';
export type { Credential, CredentialState } from './contract/credential.js';
export type {
  CreateCredential,
  CredentialFacet,
  CredentialOrder,
  CredentialRisk,
  FailCredential,
  ListCredentials,
  RenewCredential,
  UpdateCredential,
} from './contract/credential-params.js';
export type { CredentialBatchResult } from './contract/credential-batch.js';
export type { CredentialBatch } from './contract/credential-params.js';
export type {
  CredentialOptions,
  Limit,
  OwnerOption,
  ResourceOption,
  TypeOption,
} from './contract/credential-options.js';
export type { CredentialChoice } from './contract/credential-params.js';
export type { Audience, CredentialTypeRef } from './contract/credential-type.js';
export type { Environment, ListEnvironments } from './contract/environment.js';
export type { Grant, GrantChoice, GrantOption } from './contract/grant.js';
export type { HistoryEntry, ListHistory } from './contract/history.js';
export type { Identifier } from './contract/identifier.js';
export type { EventPage, ListEvents, MarketplaceEvent } from './contract/event.js';
export type { FormData, FormDefinition } from './contract/form.js';
export type { CallOptions, Marketplace } from './contract/marketplace.js';
export type { Facet, Page, Reason, Ref } from './contract/primitives.js';
export type { FieldError, ProblemCode } from './contract/problem.js';
export type {
  AuthenticationScheme,
  CredentialType,
  Plan,
  Product,
  Quota,
  Resource,
  Terms,
} from './contract/product.js';
export type { ListProducts, ListResources } from './contract/product-params.js';
export type { Secret, SecretField, SecretInfo } from './contract/secret.js';
export type { Session } from './contract/session.js';
export type { Share, ShareLink } from './contract/share.js';
export type { CreateShare, SetSecret } from './contract/share-params.js';
export type { Subscription } from './contract/subscription.js';
export type { ChangeSubscription, ListSubscriptions } from './contract/subscription-params.js';
