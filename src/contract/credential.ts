import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { FormDataSchema } from './form.js';
import { NameSchema, RefSchema, TimestampSchema, openEnum, PageParamsSchema } from './primitives.js';
import { CredentialTypeSchema } from './product.js';
import { SecretInfoSchema } from './secret.js';

const states = ['pending', 'active', 'inactive', 'deleting', 'expired', 'error'] as const;

/** A state to ask for: the states of {@link Credential} (SPEC C1). */
export const CredentialStateSchema = z.enum(states);
export type CredentialState = z.infer<typeof CredentialStateSchema>;

/** A public part of a credential (client id, key prefix): always visible, copyable (SPEC C4). */
export const IdentifierSchema = z.object({ name: z.string(), label: z.string(), value: z.string() });
export type Identifier = z.infer<typeof IdentifierSchema>;

/**
 * A credential, without its secret (SPEC C4). `transition` is there while the wanted state is not yet the actual one
 * (SPEC C1). `lastUsedAt` is `null` for never used and absent where usage is not known.
 */
export const CredentialSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.pick(CredentialTypeSchema, { id: true, name: true, kind: true }),
  state: openEnum(states),
  transition: z.optional(openEnum(['suspending', 'enabling'])),
  /** Why the state is `error`. */
  reasons: z.optional(z.array(z.object({ detail: z.string(), at: TimestampSchema }))),
  identifiers: z.array(IdentifierSchema),
  secret: SecretInfoSchema,
  application: RefSchema,
  resources: z.array(RefSchema),
  owner: RefSchema,
  expiresAt: z.optional(TimestampSchema),
  lastUsedAt: z.optional(z.nullable(TimestampSchema)),
  createdAt: TimestampSchema,
  updatedAt: TimestampSchema,
  version: z.string(),
  actions: z.array(ActionSchema),
});
export type Credential = z.infer<typeof CredentialSchema>;

/** Narrows the list of credentials; `q` searches names and identifiers. Newest first. */
export const ListCredentialsSchema = z.extend(PageParamsSchema, {
  applicationId: z.optional(z.string()),
  resourceId: z.optional(z.string()),
  state: z.optional(z.array(CredentialStateSchema)),
  q: z.optional(z.string()),
});
export type ListCredentials = z.infer<typeof ListCredentialsSchema>;

/** A new credential of a type that the resource offers, for an application that has access to it (SPEC A1, C2). */
export const CreateCredentialSchema = z.object({
  name: NameSchema,
  applicationId: z.string(),
  resourceId: z.string(),
  typeId: z.string(),
  data: FormDataSchema,
});
export type CreateCredential = z.infer<typeof CreateCredentialSchema>;

export const UpdateCredentialSchema = z.object({ name: z.optional(NameSchema) });
export type UpdateCredential = z.infer<typeof UpdateCredentialSchema>;
