import * as z from 'zod/mini';
import { IdentifierSchema } from './identifier.js';
import { TimestampSchema, openEnum } from './primitives.js';
import { AuthenticationSchemeSchema } from './product.js';

/**
 * A link that lets somebody outside set one credential's secret (SPEC I2, S9). `token` proves it, as the bearer token of
 * the `share` operations: put it into the fragment of a page's address, never into a path or query. It is told once.
 */
export const ShareLinkSchema = z.object({ token: z.string(), expiresAt: TimestampSchema });
export type ShareLink = z.infer<typeof ShareLinkSchema>;

/** What the holder of a share link may know: the key's name and identifiers, the API, and whether a secret is set. */
export const ShareSchema = z.object({
  name: z.string(),
  resources: z.array(z.object({ name: z.string(), baseUrl: z.string() })),
  identifiers: z.array(IdentifierSchema),
  scheme: AuthenticationSchemeSchema,
  secret: openEnum(['none', 'set']),
  expiresAt: TimestampSchema,
});
export type Share = z.infer<typeof ShareSchema>;
