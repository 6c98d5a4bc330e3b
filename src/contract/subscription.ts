import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { RefSchema, TimestampSchema, openEnum } from './primitives.js';

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
