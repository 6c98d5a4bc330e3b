import type * as z from 'zod/mini';
import { AccessOptionsSchema } from './access-options.js';
import { AccessRequestSchema } from './access-request.js';
import { ApplicationSchema } from './application.js';
import { CredentialBatchResultSchema } from './credential-batch.js';
import { CredentialOptionsSchema } from './credential-options.js';
import { credentialResults } from './credential-results.js';
import { EnvironmentSchema } from './environment.js';
import { EventPageSchema } from './event.js';
import { HistoryEntrySchema } from './history.js';
import type { OperationName } from './operations.js';
import { pageOf } from './primitives.js';
import { ProductSchema, ResourceSchema } from './product.js';
import { SealedSecretSchema } from './secret.js';
import { SessionSchema } from './session.js';
import { ShareLinkSchema, ShareSchema } from './share.js';
import { SubscriptionSchema } from './subscription.js';

const history = pageOf(HistoryEntrySchema);

/**
 * What each operation answers when all is well: a column of the operations table, in a file of its own so that a client
 * loads it when it first asks for something else than credentials.
 */
export const operationResults = {
  ...credentialResults,

  'session.get': SessionSchema,

  'environments.list': pageOf(EnvironmentSchema),

  'products.list': pageOf(ProductSchema),
  'products.get': ProductSchema,

  'resources.list': pageOf(ResourceSchema),
  'resources.get': ResourceSchema,
  'resources.accessOptions': AccessOptionsSchema,
  'resources.expose': ResourceSchema,
  'resources.unexpose': ResourceSchema,

  'subscriptions.list': pageOf(SubscriptionSchema),
  'subscriptions.get': SubscriptionSchema,
  'subscriptions.approve': SubscriptionSchema,
  'subscriptions.reject': SubscriptionSchema,
  'subscriptions.change': SubscriptionSchema,
  'subscriptions.cancel': SubscriptionSchema,

  'applications.list': pageOf(ApplicationSchema),
  'applications.get': ApplicationSchema,
  'applications.create': ApplicationSchema,

  'accessRequests.list': pageOf(AccessRequestSchema),
  'accessRequests.get': AccessRequestSchema,
  'accessRequests.create': AccessRequestSchema,
  'accessRequests.update': AccessRequestSchema,
  'accessRequests.withdraw': AccessRequestSchema,
  'accessRequests.approve': AccessRequestSchema,
  'accessRequests.reject': AccessRequestSchema,
  'accessRequests.revoke': AccessRequestSchema,
  'accessRequests.history': history,

  'credentials.options': CredentialOptionsSchema,
  'credentials.reveal': SealedSecretSchema,
  'credentials.share': ShareLinkSchema,
  'credentials.history': history,
  'credentials.batch': CredentialBatchResultSchema,

  'share.get': ShareSchema,
  'share.setSecret': ShareSchema,

  'events.list': EventPageSchema,
} as const satisfies Record<OperationName, z.ZodMiniType>;

/** Reads one kind of answer. */
export type ResultSchema = z.ZodMiniType;

/** What an operation answers over HTTP. */
export type ResultOf<Name extends OperationName> = z.infer<(typeof operationResults)[Name]>;
