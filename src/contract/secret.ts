import * as z from 'zod/mini';
import { TimestampSchema, openEnum } from './primitives.js';
import type { SecretValue } from './secret-value.js';

/**
 * Whether a credential's secret can be seen here (SPEC S1, S3).
 *
 * - `visibility`: `once`, in a `window` of time, `always` or `never`.
 * - `state`: `pending` until it is provisioned; `available`; `viewed` after its only view; `erased` after the window;
 *   `none` if there is none; `set` if there is one that nobody can see here (SPEC S9).
 * - `availableUntil`: when the window ends.
 */
export const SecretInfoSchema = z.object({
  visibility: openEnum(['once', 'window', 'always', 'never']),
  state: openEnum(['pending', 'available', 'viewed', 'erased', 'none', 'set']),
  availableUntil: z.optional(TimestampSchema),
});
export type SecretInfo = z.infer<typeof SecretInfoSchema>;

/** A public EC key (JWK, P-256) for one reveal. */
export const RevealKeySchema = z.object({
  publicKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
});
export type RevealKey = z.infer<typeof RevealKeySchema>;

/** A compact JWE (ECDH-ES, A256GCM) that only the holder of the reveal's private key can open (SPEC S5). */
export const SealedSecretSchema = z.object({ jwe: z.string() });
export type SealedSecret = z.infer<typeof SealedSecretSchema>;

/** What is inside a {@link SealedSecret}: the values a call needs, in order; `secret: false` for identifiers. */
export const SecretPayloadSchema = z.object({
  fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), secret: z.boolean() })),
  availableUntil: z.optional(TimestampSchema),
});
export type SecretPayload = z.infer<typeof SecretPayloadSchema>;

/** One value of a secret. `secret: false` marks an identifier, which may be shown at once. */
export interface SecretField {
  name: string;
  label: string;
  value: SecretValue;
  secret: boolean;
}

/** A revealed secret. Keep it no longer than needed: SPEC S2, S6. */
export interface Secret {
  fields: SecretField[];
  availableUntil?: string | undefined;
}
