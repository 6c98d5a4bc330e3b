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

/** The secret an outside person chose: 8 to 128 visible ASCII characters, as it travels in a header (SPEC S9). */
export const SetSecretSchema = z.object({
  secret: /*#__PURE__*/ z.string().check(z.minLength(8), z.maxLength(128), z.regex(/^[\x21-\x7e]*$/)),
});
export type SetSecret = z.infer<typeof SetSecretSchema>;

/** How long a link shall work, in milliseconds: a minute to 30 days; 7 days unless told. */
export const CreateShareSchema = z.object({
  lifetimeMs: z.optional(/*#__PURE__*/ z.number().check(z.int(), z.minimum(60_000), z.maximum(2_592_000_000))),
});
export type CreateShare = z.infer<typeof CreateShareSchema>;
