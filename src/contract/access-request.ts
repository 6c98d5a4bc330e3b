import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { FormDataSchema } from './form.js';
import { RefSchema, TimestampSchema, openEnum } from './primitives.js';

const states = ['pending', 'provisioning', 'active', 'rejected', 'revoked', 'withdrawn', 'error'] as const;

/** A state to ask for: the states of {@link AccessRequest}. */
export const AccessStateSchema = z.enum(states);
export type AccessState = z.infer<typeof AccessStateSchema>;

/** One step of a request's way (SPEC A8): what happened, when, by whom and why. */
export const TimelineEntrySchema = z.object({
  step: openEnum(['submitted', 'approved', 'rejected', 'revoked', 'withdrawn', 'ready', 'failed']),
  at: TimestampSchema,
  by: z.optional(RefSchema),
  reason: z.optional(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

/**
 * A team's request to use a resource from an application under a subscription.
 *
 * `pending` (in review) → `provisioning` (approved, the data plane is being told) → `active` (ready to use);
 * or `rejected`, `revoked`, `withdrawn`, `error`.
 *
 * - `terms`: the revision of the plan's terms that was agreed to when it was sent.
 */
export const AccessRequestSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: openEnum(states),
  approval: openEnum(['automatic', 'manual']),
  resource: RefSchema,
  product: RefSchema,
  application: RefSchema,
  subscription: RefSchema,
  owner: RefSchema,
  requestedBy: RefSchema,
  data: FormDataSchema,
  terms: z.optional(z.object({ revision: z.string() })),
  timeline: z.array(TimelineEntrySchema),
  createdAt: TimestampSchema,
  updatedAt: TimestampSchema,
  version: z.string(),
  actions: z.array(ActionSchema),
});
export type AccessRequest = z.infer<typeof AccessRequestSchema>;
