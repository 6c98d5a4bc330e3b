import type * as z from 'zod/mini';
import { AccessOptionsSchema } from './access-options.js';
import { AccessRequestSchema } from './access-request.js';
import { ApplicationSchema } from './application.js';
import { CredentialBatchResultSchema, CredentialSchema } from './credential.js';
import { CredentialOptionsSchema } from './credential-options.js';
import { EnvironmentSchema } from './environment.js';
import { EventPageSchema } from './event.js';
import { HistoryEntrySchema } from './history.js';
import { pageOf } from './primitives.js';
import { ProductSchema, ResourceSchema } from './product.js';
import { SealedSecretSchema } from './secret.js';
import { SessionSchema } from './session.js';
import { ShareLinkSchema, ShareSchema } from './share.js';
import { SubscriptionSchema } from './subscription.js';

type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One row of the contract: how a method of a Marketplace travels over HTTP.
 *
 * - `status`: of the answer when all is well.
 * - `keyed`: the request must carry an `Idempotency-Key`; a repeat gets the first answer.
 * - `retry`: whether a client may send it again by itself when no answer came.
 */
export interface Operation<
  Result extends z.ZodMiniType = z.ZodMiniType,
  Method extends 'GET' | WriteMethod = 'GET' | WriteMethod,
> {
  method: Method;
  path: string;
  result: Result;
  status: number;
  keyed: boolean;
  retry: boolean;
}

const read = <R extends z.ZodMiniType>(path: string, result: R): Operation<R, 'GET'> => ({
  method: 'GET',
  path,
  result,
  status: 200,
  keyed: false,
  retry: true,
});

const write = <R extends z.ZodMiniType, M extends WriteMethod>(
  method: M,
  path: string,
  result: R,
  more: { status?: number; keyed?: boolean; retry?: boolean } = {},
): Operation<R, M> => ({ method, path, result, status: 200, keyed: false, retry: true, ...more });

const created = { status: 201, keyed: true };
/** An answer that holds what is told once: it is not sent again by itself. */
const told = { keyed: true, retry: false };
const history = pageOf(HistoryEntrySchema);

/**
 * The whole contract: `resource.method` of a Marketplace → its HTTP operation. The client's calls, the handler's
 * routes, the OpenAPI document and the mocks are derived from this table. What an operation is asked with is its other
 * column: {@link operationParams}.
 */
export const operations = {
  'session.get': read('/session', SessionSchema),

  'environments.list': read('/environments', pageOf(EnvironmentSchema)),

  'products.list': read('/products', pageOf(ProductSchema)),
  'products.get': read('/products/{productId}', ProductSchema),

  'resources.list': read('/resources', pageOf(ResourceSchema)),
  'resources.get': read('/resources/{resourceId}', ResourceSchema),
  'resources.accessOptions': read('/resources/{resourceId}/access-options', AccessOptionsSchema),
  'resources.expose': write('POST', '/resources/{resourceId}/expose', ResourceSchema),
  'resources.unexpose': write('POST', '/resources/{resourceId}/unexpose', ResourceSchema),

  'subscriptions.list': read('/subscriptions', pageOf(SubscriptionSchema)),
  'subscriptions.get': read('/subscriptions/{subscriptionId}', SubscriptionSchema),
  'subscriptions.approve': write('POST', '/subscriptions/{subscriptionId}/approve', SubscriptionSchema),
  'subscriptions.reject': write('POST', '/subscriptions/{subscriptionId}/reject', SubscriptionSchema),
  'subscriptions.change': write('POST', '/subscriptions/{subscriptionId}/change', SubscriptionSchema),
  'subscriptions.cancel': write('POST', '/subscriptions/{subscriptionId}/cancel', SubscriptionSchema),

  'applications.list': read('/applications', pageOf(ApplicationSchema)),
  'applications.get': read('/applications/{applicationId}', ApplicationSchema),
  'applications.create': write('POST', '/applications', ApplicationSchema, created),

  'accessRequests.list': read('/access-requests', pageOf(AccessRequestSchema)),
  'accessRequests.get': read('/access-requests/{accessRequestId}', AccessRequestSchema),
  'accessRequests.create': write('POST', '/access-requests', AccessRequestSchema, created),
  'accessRequests.update': write('PATCH', '/access-requests/{accessRequestId}', AccessRequestSchema),
  'accessRequests.withdraw': write('POST', '/access-requests/{accessRequestId}/withdraw', AccessRequestSchema),
  'accessRequests.approve': write('POST', '/access-requests/{accessRequestId}/approve', AccessRequestSchema),
  'accessRequests.reject': write('POST', '/access-requests/{accessRequestId}/reject', AccessRequestSchema),
  'accessRequests.revoke': write('POST', '/access-requests/{accessRequestId}/revoke', AccessRequestSchema),
  'accessRequests.history': read('/access-requests/{accessRequestId}/history', history),

  'credentials.list': read('/credentials', pageOf(CredentialSchema)),
  'credentials.options': read('/credential-options', CredentialOptionsSchema),
  'credentials.get': read('/credentials/{credentialId}', CredentialSchema),
  'credentials.create': write('POST', '/credentials', CredentialSchema, created),
  'credentials.update': write('PATCH', '/credentials/{credentialId}', CredentialSchema),
  'credentials.renew': write('POST', '/credentials/{credentialId}/renew', CredentialSchema, { keyed: true }),
  'credentials.regenerate': write('POST', '/credentials/{credentialId}/regenerate', CredentialSchema, { keyed: true }),
  'credentials.suspend': write('POST', '/credentials/{credentialId}/suspend', CredentialSchema),
  'credentials.enable': write('POST', '/credentials/{credentialId}/enable', CredentialSchema),
  'credentials.retry': write('POST', '/credentials/{credentialId}/retry', CredentialSchema),
  'credentials.remove': write('DELETE', '/credentials/{credentialId}', CredentialSchema, {
    status: 202,
  }),
  'credentials.reveal': write('POST', '/credentials/{credentialId}/reveal', SealedSecretSchema, told),
  'credentials.share': write('POST', '/credentials/{credentialId}/share', ShareLinkSchema, told),
  'credentials.unshare': write('DELETE', '/credentials/{credentialId}/share', CredentialSchema),
  'credentials.provision': write('POST', '/credentials/{credentialId}/provision', CredentialSchema),
  'credentials.fail': write('POST', '/credentials/{credentialId}/fail', CredentialSchema),
  'credentials.history': read('/credentials/{credentialId}/history', history),
  'credentials.batch': write('POST', '/credential-batches', CredentialBatchResultSchema, { keyed: true }),

  'share.get': read('/share', ShareSchema),
  'share.setSecret': write('PUT', '/share/secret', ShareSchema),

  'events.list': read('/events', EventPageSchema),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
