import type * as z from 'zod/mini';
import { AccessChoiceSchema } from './access-options.js';
import { CreateAccessRequestSchema, ListAccessRequestsSchema, UpdateAccessRequestSchema } from './access-request.js';
import { CreateApplicationSchema, ListApplicationsSchema } from './application.js';
import { CreateCredentialSchema, ListCredentialsSchema, UpdateCredentialSchema } from './credential.js';
import { ListEventsSchema } from './event.js';
import { NothingSchema, ReasonSchema } from './primitives.js';
import { ListProductsSchema, ListResourcesSchema } from './product.js';
import { RevealKeySchema } from './secret.js';
import { ListSubscriptionsSchema } from './subscription.js';
import type { OperationName } from './operations.js';

/**
 * What each operation is asked with: the query of a GET, the JSON body of anything else. The other column of the
 * operations table, in a file of its own so that a client, which leaves the checking to the server, does not load it.
 */
export const operationParams = {
  'session.get': NothingSchema,

  'products.list': ListProductsSchema,
  'products.get': NothingSchema,

  'resources.list': ListResourcesSchema,
  'resources.get': NothingSchema,
  'resources.accessOptions': AccessChoiceSchema,

  'subscriptions.list': ListSubscriptionsSchema,
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

  'credentials.list': ListCredentialsSchema,
  'credentials.get': NothingSchema,
  'credentials.create': CreateCredentialSchema,
  'credentials.update': UpdateCredentialSchema,
  'credentials.suspend': ReasonSchema,
  'credentials.enable': ReasonSchema,
  'credentials.retry': NothingSchema,
  'credentials.remove': NothingSchema,
  'credentials.reveal': RevealKeySchema,

  'events.list': ListEventsSchema,
} as const satisfies Record<OperationName, z.ZodMiniType>;

/** What an operation is asked with. */
export type ParamsOf<Name extends OperationName> = z.infer<(typeof operationParams)[Name]>;
