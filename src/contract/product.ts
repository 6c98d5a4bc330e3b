import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { CredentialTypeRefSchema } from './credential-type.js';
import { FormDefinitionSchema } from './form.js';
import { RefSchema, openEnum } from './primitives.js';

/** How many calls a plan allows per interval. */
export const QuotaSchema = z.object({
  limit: z.number(),
  interval: openEnum(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']),
});
export type Quota = z.infer<typeof QuotaSchema>;

/**
 * Terms that go with a plan: the `revision` names their exact wording; `text` (plain, paragraphs by blank lines) or `url`
 * is where they can be read.
 */
export const TermsSchema = z.object({
  revision: z.string(),
  title: z.string(),
  text: z.optional(z.string()),
  url: z.optional(z.string()),
});
export type Terms = z.infer<typeof TermsSchema>;

/** A plan of a product: the resources it includes and how much of them, and the terms to be agreed to, if any. */
export const PlanSchema = z.object({
  id: z.string(),
  name: z.string(),
  resourceIds: z.array(z.string()),
  quotas: z.array(QuotaSchema),
  terms: z.optional(TermsSchema),
});
export type Plan = z.infer<typeof PlanSchema>;

/** A product: a set of resources that is offered under plans. */
export const ProductSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  plans: z.array(PlanSchema),
});
export type Product = z.infer<typeof ProductSchema>;

/**
 * How a call carries the credential.
 *
 * - `header`, `query`: the key in the header or query parameter `name`, its secret, if it has one, in `secretName`.
 * - `basic`: identifier and secret as HTTP Basic.
 * - `oauth2`: an access token of `tokenUrl` (client credentials) as a bearer token.
 * - `session`: a session token of `tokenUrl`, exchanged for the pair by HTTP Basic, as a bearer token (SPEC E3).
 */
export const AuthenticationSchemeSchema = z.object({
  kind: openEnum(['header', 'query', 'basic', 'oauth2', 'session']),
  name: z.optional(z.string()),
  secretName: z.optional(z.string()),
  tokenUrl: z.optional(z.string()),
});
export type AuthenticationScheme = z.infer<typeof AuthenticationSchemeSchema>;

/**
 * A kind of credential that a resource accepts (SPEC C3), with the fields it asks for and how calls carry it.
 *
 * - `visibility`: how long its secret can be seen (SPEC S1); `windowMs` for `window`, in milliseconds.
 * - `lifetimesMs`: how long it may live, in milliseconds; `null` is without end; the first is preset (SPEC C11). Absent:
 *   it does not expire.
 * - `secretLater`: it has no secret at first; an outside person sets one through a share link (SPEC S9).
 */
export const CredentialTypeSchema = z.object({
  ...CredentialTypeRefSchema.shape,
  description: z.optional(z.string()),
  form: z.optional(FormDefinitionSchema),
  scheme: AuthenticationSchemeSchema,
  visibility: z.object({
    mode: openEnum(['once', 'window', 'always', 'never']),
    windowMs: z.optional(z.number()),
  }),
  lifetimesMs: z.optional(z.array(z.nullable(z.number()))),
  secretLater: z.optional(z.boolean()),
});
export type CredentialType = z.infer<typeof CredentialTypeSchema>;

/**
 * An API in a product.
 *
 * - `baseUrl`: where the data plane serves it.
 * - `environment`: the one it stands in, where there are several (SPEC E2).
 * - `exposed`: whether it is open for keys and calls (SPEC I1); absent where it always is.
 * - `actions`: `expose` and `unexpose`, where the person may.
 */
export const ResourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  product: RefSchema,
  description: z.optional(z.string()),
  /** The version of the API, e.g. `2.1`. */
  apiVersion: z.optional(z.string()),
  baseUrl: z.string(),
  /** Whether an access request is needed (SPEC A1) and how it is decided (SPEC A7). */
  access: z.object({ required: z.boolean(), approval: openEnum(['automatic', 'manual']) }),
  credentialTypes: z.array(CredentialTypeSchema),
  environment: z.optional(z.string()),
  exposed: z.optional(z.boolean()),
  actions: z.array(ActionSchema),
  version: z.string(),
});
export type Resource = z.infer<typeof ResourceSchema>;
