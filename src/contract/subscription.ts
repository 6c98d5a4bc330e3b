import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { RefSchema, TimestampSchema, openEnum, PageParamsSchema } from './primitives.js';

/** A team's subscription to a product under a plan. Usable while approved and active (SPEC A5). */
export const SubscriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  product: RefSchema,
  plan: RefSchema,
  owner: RefSchema,
  approval: openEnum(['pending', 'approved', 'rejected']),
  state: openEnum(['active', 'archived', 'cancelled', 'expired']),
  expiresAt: z.optional(TimestampSchema),
  createdAt: TimestampSchema,
  version: z.string(),
  actions: z.array(ActionSchema),
});
export type Subscription = z.infer<typeof SubscriptionSchema>;

export const ListSubscriptionsSchema = z.extend(PageParamsSchema, {
  productId: z.optional(z.string()),
  approval: z.optional(z.enum(['pending', 'approved', 'rejected'])),
});
export type ListSubscriptions = z.infer<typeof ListSubscriptionsSchema>;

/** Moves a subscription to another plan of its product: access to what that plan leaves out ends (SPEC A9). */
export const ChangeSubscriptionSchema = z.object({
  planId: z.string(),
  reason: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))),
});
export type ChangeSubscription = z.infer<typeof ChangeSubscriptionSchema>;
