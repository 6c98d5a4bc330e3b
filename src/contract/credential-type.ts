import * as z from 'zod/mini';
import { openEnum } from './primitives.js';

const audiences = ['internal', 'external'] as const;

/** Whom a credential is for: people inside the organisation or outside (SPEC I2). */
export const AudienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof AudienceSchema>;

/** What a credential says of its type (SPEC C3). */
export const CredentialTypeRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: openEnum(['api-key', 'key-pair', 'oauth-secret', 'oauth-public-key', 'http-basic', 'mutual-tls']),
  audience: z.optional(openEnum(audiences)),
});
export type CredentialTypeRef = z.infer<typeof CredentialTypeRefSchema>;
