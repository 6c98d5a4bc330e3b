import type * as z from 'zod/mini';
import { CredentialSchema } from './credential.js';
import type { OperationName } from './operations.js';
import { pageOf } from './primitives.js';

/**
 * What the operations answer that a page of credentials cannot do without: the part of {@link operationResults} that a
 * client has at once.
 */
export const credentialResults = {
  'credentials.list': pageOf(CredentialSchema),
  'credentials.get': CredentialSchema,
  'credentials.create': CredentialSchema,
  'credentials.update': CredentialSchema,
  'credentials.renew': CredentialSchema,
  'credentials.regenerate': CredentialSchema,
  'credentials.suspend': CredentialSchema,
  'credentials.enable': CredentialSchema,
  'credentials.retry': CredentialSchema,
  'credentials.remove': CredentialSchema,
  'credentials.unshare': CredentialSchema,
  'credentials.provision': CredentialSchema,
  'credentials.fail': CredentialSchema,
} as const satisfies Partial<Record<OperationName, z.ZodMiniType>>;
