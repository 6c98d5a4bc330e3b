import * as z from 'zod/mini';
import { AccessStateSchema } from './access-request.js';
import { FormDataSchema } from './form.js';
import { NameSchema, PageParamsSchema } from './primitives.js';

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

/** What is chosen already in a request to send. */
export const AccessChoiceSchema = z.object({
  teamId: z.optional(z.string()),
  subscriptionId: z.optional(z.string()),
  applicationId: z.optional(z.string()),
});
export type AccessChoice = z.infer<typeof AccessChoiceSchema>;
