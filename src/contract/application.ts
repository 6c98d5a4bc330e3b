import * as z from 'zod/mini';
import { RefSchema, TimestampSchema } from './primitives.js';

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
