import * as z from 'zod/mini';
import { FormDefinitionSchema } from './form.js';
import { RefSchema, TimestampSchema, openEnum } from './primitives.js';
import { QuotaSchema, TermsSchema } from './product.js';

const option = { id: z.string(), name: z.string(), allowed: z.boolean(), reason: z.optional(z.string()) };

/** A team the person may ask for. */
export const TeamOptionSchema = z.object(option);
export type TeamOption = z.infer<typeof TeamOptionSchema>;

/**
 * A subscription, and whether it can be chosen with what is chosen already. Reasons: `not-approved`, `not-active`,
 * `plan-excludes-resource` (SPEC A5), `other-team` (SPEC A4). `terms`: of its plan, to be agreed to in the request.
 */
export const SubscriptionOptionSchema = z.object({
  ...option,
  owner: RefSchema,
  plan: RefSchema,
  quotas: z.array(QuotaSchema),
  terms: z.optional(TermsSchema),
});
export type SubscriptionOption = z.infer<typeof SubscriptionOptionSchema>;

/**
 * An application, and whether it can be chosen with what is chosen already. Reasons: `other-team` (SPEC A4),
 * `duplicate` with the live request that stands in the way (SPEC A6).
 */
export const ApplicationOptionSchema = z.object({
  ...option,
  owner: RefSchema,
  duplicate: z.optional(
    z.object({
      id: z.string(),
      state: openEnum(['pending', 'provisioning', 'active', 'error']),
      createdAt: TimestampSchema,
    }),
  ),
});
export type ApplicationOption = z.infer<typeof ApplicationOptionSchema>;

/**
 * What can be chosen in a request for one resource, given what is chosen already. Options that cannot be chosen stay
 * listed with the reason (SPEC A4). `blocked` says why no request can be made at all: `not-required` (SPEC A1),
 * `no-subscription`, `no-usable-subscription`, `no-application` (SPEC A5).
 */
export const AccessOptionsSchema = z.object({
  resource: RefSchema,
  product: RefSchema,
  approval: openEnum(['automatic', 'manual']),
  form: z.optional(FormDefinitionSchema),
  teams: z.array(TeamOptionSchema),
  subscriptions: z.array(SubscriptionOptionSchema),
  applications: z.array(ApplicationOptionSchema),
  blocked: z.optional(z.string()),
});
export type AccessOptions = z.infer<typeof AccessOptionsSchema>;
