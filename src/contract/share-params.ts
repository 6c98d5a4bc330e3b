import * as z from 'zod/mini';

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
