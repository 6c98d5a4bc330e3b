import * as z from 'zod/mini';
import { PageParamsSchema } from './primitives.js';

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
