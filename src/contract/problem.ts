import * as z from 'zod/mini';

/** The stable codes a marketplace answers with, and the HTTP status of each. */
export const problemStatus = {
  'malformed-request': 400,
  'idempotency-key-required': 400,
  unauthenticated: 401,
  'token-expired': 401,
  forbidden: 403,
  'not-eligible': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'duplicate-access-request': 409,
  'state-conflict': 409,
  'access-required': 409,
  'limit-reached': 409,
  'not-exposed': 409,
  'secret-gone': 410,
  'precondition-failed': 412,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'validation-failed': 422,
  'idempotency-key-reused': 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/**
 * One field that is wrong: a JSON pointer into the request's body or query, what is wrong with it in English, and the
 * rule's stable word for that, by which a page says it in its own language.
 */
export const FieldErrorSchema = z.object({
  pointer: z.string(),
  detail: z.string(),
  reason: z.optional(z.string()),
});
export type FieldError = z.infer<typeof FieldErrorSchema>;

/** RFC 9457 problem details. `retryAfter` is in seconds. `reason` is the rule's word behind a `code`. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  reason: z.optional(z.string()),
  errors: z.optional(z.array(FieldErrorSchema)),
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof ProblemSchema>;
