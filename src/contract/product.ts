import * as z from 'zod/mini';
import { FormDefinitionSchema } from './form.js';
import { RefSchema, openEnum, PageParamsSchema } from './primitives.js';

/** How many calls a plan allows per interval. */
export const QuotaSchema = z.object({
  limit: z.number(),
  interval: openEnum(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']),
});
export type Quota = z.infer<typeof QuotaSchema>;

/** A plan of a product: the resources it includes and how much of them. */
export const PlanSchema = z.object({
  id: z.string(),
  name: z.string(),
  resourceIds: z.array(z.string()),
  quotas: z.array(QuotaSchema),
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
 * - `header`, `query`: the key in the header or query parameter `name`.
 * - `basic`: identifier and secret as HTTP Basic.
 * - `oauth2`: an access token of `tokenUrl` (client credentials) as a bearer token.
 */
export const AuthenticationSchemeSchema = z.object({
  kind: openEnum(['header', 'query', 'basic', 'oauth2']),
  name: z.optional(z.string()),
  tokenUrl: z.optional(z.string()),
});
export type AuthenticationScheme = z.infer<typeof AuthenticationSchemeSchema>;

/** A kind of credential that a resource accepts (SPEC C3), with the fields it asks for and how calls carry it. */
export const CredentialTypeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: openEnum(['api-key', 'key-pair', 'oauth-secret', 'oauth-public-key', 'http-basic', 'mutual-tls']),
  description: z.optional(z.string()),
  form: z.optional(FormDefinitionSchema),
  scheme: AuthenticationSchemeSchema,
});
export type CredentialType = z.infer<typeof CredentialTypeSchema>;

/** An API in a product. `baseUrl` is where the data plane serves it. */
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
});
export type Resource = z.infer<typeof ResourceSchema>;

export const ListProductsSchema = PageParamsSchema;
export type ListProducts = z.infer<typeof ListProductsSchema>;

export const ListResourcesSchema = z.extend(PageParamsSchema, { productId: z.optional(z.string()) });
export type ListResources = z.infer<typeof ListResourcesSchema>;
