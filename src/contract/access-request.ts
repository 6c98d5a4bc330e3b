import * as z from 'zod/mini';
import { ActionSchema } from './action.js';
import { FormDataSchema } from './form.js';
import { NameSchema, RefSchema, TimestampSchema, openEnum, PageParamsSchema } from './primitives.js';

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

/** By what the list of requests can be divided; each is also a parameter that narrows it. */
export const AccessFacetSchema = z.enum(['state', 'resourceId', 'applicationId']);
export type AccessFacet = z.infer<typeof AccessFacetSchema>;

/**
 * Narrows the list of requests; a provider sees all of them, everybody else those of their teams. `q` searches names.
 * Newest first.
 */
export const ListAccessRequestsSchema = z.extend(PageParamsSchema, {
  applicationId: z.optional(z.string()),
  resourceId: z.optional(z.string()),
  state: z.optional(z.array(AccessStateSchema)),
  q: z.optional(z.string()),
  facets: z.optional(z.array(AccessFacetSchema)),
});
export type ListAccessRequests = z.infer<typeof ListAccessRequestsSchema>;

/**
 * A new request (SPEC A2). `data` answers the resource's request form. `termsRevision`: which revision of the plan's terms
 * was agreed to; needed where the plan has terms, and it must be the one they have now.
 */
export const CreateAccessRequestSchema = z.object({
  name: NameSchema,
  resourceId: z.string(),
  subscriptionId: z.string(),
  applicationId: z.string(),
  termsRevision: z.optional(z.string()),
  data: FormDataSchema,
});
export type CreateAccessRequest = z.infer<typeof CreateAccessRequestSchema>;

/** Changes a request that was rejected and sends it again (SPEC A8); what is left out stays as it was. */
export const UpdateAccessRequestSchema = z.object({
  name: z.optional(NameSchema),
  termsRevision: z.optional(z.string()),
  data: z.optional(FormDataSchema),
});
export type UpdateAccessRequest = z.infer<typeof UpdateAccessRequestSchema>;
