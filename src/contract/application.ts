import * as z from 'zod/mini';
import { NameSchema, RefSchema, TimestampSchema, PageParamsSchema } from './primitives.js';

/** A team's application: what calls the APIs, and what owns the credentials. */
export const ApplicationSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  owner: RefSchema,
  createdAt: TimestampSchema,
  version: z.string(),
});
export type Application = z.infer<typeof ApplicationSchema>;

export const ListApplicationsSchema = PageParamsSchema;
export type ListApplications = z.infer<typeof ListApplicationsSchema>;

/** A new application, owned by `teamId`, one of the person's teams. */
export const CreateApplicationSchema = z.object({
  name: NameSchema,
  teamId: z.string(),
  description: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))),
});
export type CreateApplication = z.infer<typeof CreateApplicationSchema>;
