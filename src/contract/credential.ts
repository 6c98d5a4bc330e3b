import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { CredentialTypeRefSchema } from './credential-type.js';
import { GrantSchema } from './grant.js';
import { IdentifierSchema } from './identifier.js';
import { RefSchema, TimestampSchema, openEnum } from './primitives.js';
import { SecretInfoSchema } from './secret.js';

const states = ['pending', 'active', 'inactive', 'deleting', 'expired', 'error'] as const;

/** A state to ask for: the states of {@link Credential} (SPEC C1). */
export const CredentialStateSchema = z.enum(states);
export type CredentialState = z.infer<typeof CredentialStateSchema>;

/**
 * A credential, without its secret (SPEC C4).
 *
 * - `transition`: there while the wanted state is not yet the actual one (SPEC C1).
 * - `application`: absent where credentials belong to a team alone.
 * - `grants`: where its resources are granted in parts (SPEC M2).
 * - `overlapUntil`: until when the secret from before the last renewal works as well (SPEC C6).
 * - `sessionsUntil`: when the last session token that was issued for it expires, as far as known (SPEC C7).
 * - `shareUntil`: until when its share link works (SPEC I2); absent if there is none.
 * - `lastUsedAt`: `null` for never used, absent where usage is not known.
 */
export const CredentialSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: CredentialTypeRefSchema,
  state: openEnum(states),
  transition: z.optional(
    openEnum(['suspending', 'enabling', 'renewing', 'regenerating', 'updating', 'setting-secret']),
  ),
  /** Why the state is `error`. */
  reasons: z.optional(z.array(z.object({ detail: z.string(), at: TimestampSchema }))),
  identifiers: z.array(IdentifierSchema),
  secret: SecretInfoSchema,
  environment: z.optional(z.string()),
  application: z.optional(RefSchema),
  resources: z.array(RefSchema),
  grants: z.optional(z.array(GrantSchema)),
  owner: RefSchema,
  expiresAt: z.optional(TimestampSchema),
  overlapUntil: z.optional(TimestampSchema),
  sessionsUntil: z.optional(TimestampSchema),
  shareUntil: z.optional(TimestampSchema),
  lastUsedAt: z.optional(z.nullable(TimestampSchema)),
  createdAt: TimestampSchema,
  updatedAt: TimestampSchema,
  version: z.string(),
  actions: z.array(ActionSchema),
});
export type Credential = z.infer<typeof CredentialSchema>;
