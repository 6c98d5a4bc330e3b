import type * as z from 'zod/mini';
import { AccessChoiceSchema } from './access-request-params.js';
import {
  CreateAccessRequestSchema,
  ListAccessRequestsSchema,
  UpdateAccessRequestSchema,
} from './access-request-params.js';
import { CreateApplicationSchema, ListApplicationsSchema } from './application-params.js';
import { CredentialBatchSchema } from './credential-params.js';
import {
  CreateCredentialSchema,
  FailCredentialSchema,
  ListCredentialsSchema,
  RenewCredentialSchema,
  UpdateCredentialSchema,
} from './credential-params.js';
import { CredentialChoiceSchema } from './credential-params.js';
import { ListEnvironmentsSchema } from './environment.js';
import { ListEventsSchema } from './event.js';
import { ListHistorySchema } from './history.js';
import { NothingSchema, ReasonSchema } from './primitives.js';
import { ListProductsSchema, ListResourcesSchema } from './product-params.js';
import { RevealKeySchema } from './secret.js';
import { CreateShareSchema, SetSecretSchema } from './share-params.js';
import { ChangeSubscriptionSchema, ListSubscriptionsSchema } from './subscription-params.js';
import type { OperationName } from './operations.js';

/**
 * What each operation is asked with: the query of a GET, the JSON body of anything else. A column of the
 * operations table, in a file of its own so that a client, which leaves the checking to the server, does not load it.
 */
export const operationParams = {
  'session.get': NothingSchema,

  'environments.list': ListEnvironmentsSchema,

  'products.list': ListProductsSchema,
  'products.get': NothingSchema,

  'resources.list': ListResourcesSchema,
  'resources.get': NothingSchema,
  'resources.accessOptions': AccessChoiceSchema,
  'resources.expose': ReasonSchema,
  'resources.unexpose': ReasonSchema,

  'subscriptions.list': ListSubscriptionsSchema,
  'subscriptions.get': NothingSchema,
  'subscriptions.approve': ReasonSchema,
  'subscriptions.reject': ReasonSchema,
  'subscriptions.change': ChangeSubscriptionSchema,
  'subscriptions.cancel': ReasonSchema,

  'applications.list': ListApplicationsSchema,
  'applications.get': NothingSchema,
  'applications.create': CreateApplicationSchema,

  'accessRequests.list': ListAccessRequestsSchema,
  'accessRequests.get': NothingSchema,
  'accessRequests.create': CreateAccessRequestSchema,
  'accessRequests.update': UpdateAccessRequestSchema,
  'accessRequests.withdraw': ReasonSchema,
  'accessRequests.approve': ReasonSchema,
  'accessRequests.reject': ReasonSchema,
  'accessRequests.revoke': ReasonSchema,
  'accessRequests.history': ListHistorySchema,

  'credentials.list': ListCredentialsSchema,
  'credentials.options': CredentialChoiceSchema,
  'credentials.get': NothingSchema,
  'credentials.create': CreateCredentialSchema,
  'credentials.update': UpdateCredentialSchema,
  'credentials.renew': RenewCredentialSchema,
  'credentials.regenerate': ReasonSchema,
  'credentials.suspend': ReasonSchema,
  'credentials.enable': ReasonSchema,
  'credentials.retry': NothingSchema,
  'credentials.remove': NothingSchema,
  'credentials.reveal': RevealKeySchema,
  'credentials.share': CreateShareSchema,
  'credentials.unshare': NothingSchema,
  'credentials.provision': ReasonSchema,
  'credentials.fail': FailCredentialSchema,
  'credentials.history': ListHistorySchema,
  'credentials.batch': CredentialBatchSchema,

  'share.get': NothingSchema,
  'share.setSecret': SetSecretSchema,

  'events.list': ListEventsSchema,
} as const satisfies Record<OperationName, z.ZodMiniType>;

/** What an operation is asked with. */
export type ParamsOf<Name extends OperationName> = z.infer<(typeof operationParams)[Name]>;
