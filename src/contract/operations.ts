import type * as z from 'zod/mini';
import { AccessChoiceSchema, AccessOptionsSchema } from './access-options.js';
import {
  AccessRequestSchema,
  CreateAccessRequestSchema,
  ListAccessRequestsSchema,
  UpdateAccessRequestSchema,
} from './access-request.js';
import { ApplicationSchema, CreateApplicationSchema, ListApplicationsSchema } from './application.js';
import {
  CreateCredentialSchema,
  CredentialSchema,
  ListCredentialsSchema,
  UpdateCredentialSchema,
} from './credential.js';
import { EventPageSchema, ListEventsSchema } from './event.js';
import { NothingSchema, ReasonSchema, pageOf } from './primitives.js';
import { ListProductsSchema, ListResourcesSchema, ProductSchema, ResourceSchema } from './product.js';
import { RevealKeySchema, SealedSecretSchema } from './secret.js';
import { SessionSchema } from './session.js';
import { ListSubscriptionsSchema, SubscriptionSchema } from './subscription.js';

/**
 * One row of the contract: how a method of a Marketplace travels over HTTP.
 *
 * - `params`: the query of a GET, the JSON body of anything else.
 * - `status`: of the answer when all is well.
 * - `keyed`: the request must carry an `Idempotency-Key`; a repeat gets the first answer.
 * - `retry`: whether a client may send it again by itself when no answer came.
 */
export interface Operation<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Result extends z.ZodMiniType = z.ZodMiniType,
  Method extends 'GET' | 'POST' | 'PATCH' | 'DELETE' = 'GET' | 'POST' | 'PATCH' | 'DELETE',
> {
  method: Method;
  path: string;
  params: Params;
  result: Result;
  status: number;
  keyed: boolean;
  retry: boolean;
}

const read = <P extends z.ZodMiniType, R extends z.ZodMiniType>(
  path: string,
  params: P,
  result: R,
): Operation<P, R, 'GET'> => ({
  method: 'GET',
  path,
  params,
  result,
  status: 200,
  keyed: false,
  retry: true,
});

const write = <P extends z.ZodMiniType, R extends z.ZodMiniType, M extends 'POST' | 'PATCH' | 'DELETE'>(
  method: M,
  path: string,
  params: P,
  result: R,
  more: { status?: number; keyed?: boolean; retry?: boolean } = {},
): Operation<P, R, M> => ({ method, path, params, result, status: 200, keyed: false, retry: true, ...more });

const created = { status: 201, keyed: true };

/**
 * The whole contract: `resource.method` of a Marketplace → its HTTP operation. The client's calls, the handler's
 * routes, the OpenAPI document and the mocks are derived from this table.
 */
export const operations = {
  'session.get': read('/session', NothingSchema, SessionSchema),

  'products.list': read('/products', ListProductsSchema, pageOf(ProductSchema)),
  'products.get': read('/products/{productId}', NothingSchema, ProductSchema),

  'resources.list': read('/resources', ListResourcesSchema, pageOf(ResourceSchema)),
  'resources.get': read('/resources/{resourceId}', NothingSchema, ResourceSchema),
  'resources.accessOptions': read('/resources/{resourceId}/access-options', AccessChoiceSchema, AccessOptionsSchema),

  'subscriptions.list': read('/subscriptions', ListSubscriptionsSchema, pageOf(SubscriptionSchema)),
  'subscriptions.cancel': write('POST', '/subscriptions/{subscriptionId}/cancel', ReasonSchema, SubscriptionSchema),

  'applications.list': read('/applications', ListApplicationsSchema, pageOf(ApplicationSchema)),
  'applications.get': read('/applications/{applicationId}', NothingSchema, ApplicationSchema),
  'applications.create': write('POST', '/applications', CreateApplicationSchema, ApplicationSchema, created),

  'accessRequests.list': read('/access-requests', ListAccessRequestsSchema, pageOf(AccessRequestSchema)),
  'accessRequests.get': read('/access-requests/{accessRequestId}', NothingSchema, AccessRequestSchema),
  'accessRequests.create': write('POST', '/access-requests', CreateAccessRequestSchema, AccessRequestSchema, created),
  'accessRequests.update': write(
    'PATCH',
    '/access-requests/{accessRequestId}',
    UpdateAccessRequestSchema,
    AccessRequestSchema,
  ),
  'accessRequests.withdraw': write(
    'POST',
    '/access-requests/{accessRequestId}/withdraw',
    ReasonSchema,
    AccessRequestSchema,
  ),
  'accessRequests.approve': write(
    'POST',
    '/access-requests/{accessRequestId}/approve',
    ReasonSchema,
    AccessRequestSchema,
  ),
  'accessRequests.reject': write(
    'POST',
    '/access-requests/{accessRequestId}/reject',
    ReasonSchema,
    AccessRequestSchema,
  ),
  'accessRequests.revoke': write(
    'POST',
    '/access-requests/{accessRequestId}/revoke',
    ReasonSchema,
    AccessRequestSchema,
  ),

  'credentials.list': read('/credentials', ListCredentialsSchema, pageOf(CredentialSchema)),
  'credentials.get': read('/credentials/{credentialId}', NothingSchema, CredentialSchema),
  'credentials.create': write('POST', '/credentials', CreateCredentialSchema, CredentialSchema, created),
  'credentials.update': write('PATCH', '/credentials/{credentialId}', UpdateCredentialSchema, CredentialSchema),
  'credentials.suspend': write('POST', '/credentials/{credentialId}/suspend', ReasonSchema, CredentialSchema),
  'credentials.enable': write('POST', '/credentials/{credentialId}/enable', ReasonSchema, CredentialSchema),
  'credentials.retry': write('POST', '/credentials/{credentialId}/retry', NothingSchema, CredentialSchema),
  'credentials.remove': write('DELETE', '/credentials/{credentialId}', NothingSchema, CredentialSchema, {
    status: 202,
  }),
  'credentials.reveal': write('POST', '/credentials/{credentialId}/reveal', RevealKeySchema, SealedSecretSchema, {
    keyed: true,
    retry: false,
  }),

  'events.list': read('/events', ListEventsSchema, EventPageSchema),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
