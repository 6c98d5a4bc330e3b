type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One row of the contract: how a method of a Marketplace travels over HTTP.
 *
 * - `status`: of the answer when all is well.
 * - `keyed`: the request must carry an `Idempotency-Key`; a repeat gets the first answer.
 * - `retry`: whether a client may send it again by itself when no answer came.
 */
export interface Operation<Method extends 'GET' | WriteMethod = 'GET' | WriteMethod> {
  method: Method;
  path: string;
  status: number;
  keyed: boolean;
  retry: boolean;
}

const read = (path: string): Operation<'GET'> => ({ method: 'GET', path, status: 200, keyed: false, retry: true });

const write = <M extends WriteMethod>(
  method: M,
  path: string,
  more: { status?: number; keyed?: boolean; retry?: boolean } = {},
): Operation<M> => ({ method, path, status: 200, keyed: false, retry: true, ...more });

const created = { status: 201, keyed: true };
/** An answer that holds what is told once: it is not sent again by itself. */
const told = { keyed: true, retry: false };

/**
 * The whole contract: `resource.method` of a Marketplace → its HTTP operation. The client's calls, the handler's
 * routes, the OpenAPI document and the mocks are derived from this table. What an operation is asked with and what it
 * answers are its other columns: {@link operationParams} and {@link operationResults}.
 */
export const operations = {
  'session.get': read('/session'),

  'environments.list': read('/environments'),

  'products.list': read('/products'),
  'products.get': read('/products/{productId}'),

  'resources.list': read('/resources'),
  'resources.get': read('/resources/{resourceId}'),
  'resources.accessOptions': read('/resources/{resourceId}/access-options'),
  'resources.expose': write('POST', '/resources/{resourceId}/expose'),
  'resources.unexpose': write('POST', '/resources/{resourceId}/unexpose'),

  'subscriptions.list': read('/subscriptions'),
  'subscriptions.get': read('/subscriptions/{subscriptionId}'),
  'subscriptions.approve': write('POST', '/subscriptions/{subscriptionId}/approve'),
  'subscriptions.reject': write('POST', '/subscriptions/{subscriptionId}/reject'),
  'subscriptions.change': write('POST', '/subscriptions/{subscriptionId}/change'),
  'subscriptions.cancel': write('POST', '/subscriptions/{subscriptionId}/cancel'),

  'applications.list': read('/applications'),
  'applications.get': read('/applications/{applicationId}'),
  'applications.create': write('POST', '/applications', created),

  'accessRequests.list': read('/access-requests'),
  'accessRequests.get': read('/access-requests/{accessRequestId}'),
  'accessRequests.create': write('POST', '/access-requests', created),
  'accessRequests.update': write('PATCH', '/access-requests/{accessRequestId}'),
  'accessRequests.withdraw': write('POST', '/access-requests/{accessRequestId}/withdraw'),
  'accessRequests.approve': write('POST', '/access-requests/{accessRequestId}/approve'),
  'accessRequests.reject': write('POST', '/access-requests/{accessRequestId}/reject'),
  'accessRequests.revoke': write('POST', '/access-requests/{accessRequestId}/revoke'),
  'accessRequests.history': read('/access-requests/{accessRequestId}/history'),

  'credentials.list': read('/credentials'),
  'credentials.options': read('/credential-options'),
  'credentials.get': read('/credentials/{credentialId}'),
  'credentials.create': write('POST', '/credentials', created),
  'credentials.update': write('PATCH', '/credentials/{credentialId}'),
  'credentials.renew': write('POST', '/credentials/{credentialId}/renew', { keyed: true }),
  'credentials.regenerate': write('POST', '/credentials/{credentialId}/regenerate', { keyed: true }),
  'credentials.suspend': write('POST', '/credentials/{credentialId}/suspend'),
  'credentials.enable': write('POST', '/credentials/{credentialId}/enable'),
  'credentials.retry': write('POST', '/credentials/{credentialId}/retry'),
  'credentials.remove': write('DELETE', '/credentials/{credentialId}', {
    status: 202,
  }),
  'credentials.reveal': write('POST', '/credentials/{credentialId}/reveal', told),
  'credentials.share': write('POST', '/credentials/{credentialId}/share', told),
  'credentials.unshare': write('DELETE', '/credentials/{credentialId}/share'),
  'credentials.provision': write('POST', '/credentials/{credentialId}/provision'),
  'credentials.fail': write('POST', '/credentials/{credentialId}/fail'),
  'credentials.history': read('/credentials/{credentialId}/history'),
  'credentials.batch': write('POST', '/credential-batches', { keyed: true }),

  'share.get': read('/share'),
  'share.setSecret': write('PUT', '/share/secret'),

  'events.list': read('/events'),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
