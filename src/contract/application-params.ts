import * as z from 'zod/mini';
import { NameSchema, PageParamsSchema } from './primitives.js';

export const ListApplicationsSchema = PageParamsSchema;
export type ListApplications = z.infer<typeof ListApplicationsSchema>;

/** A new application, owned by `teamId`, one of the person's teams. */
export const CreateApplicationSchema = z.object({
  name: NameSchema,
  teamId: z.string(),
  description: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))),
});
export type CreateApplication = z.infer<typeof CreateApplicationSchema>;
