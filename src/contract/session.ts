import * as z from 'zod/mini';
import { RefSchema } from './primitives.js';

/** Who is signed in, in which teams, with which roles (`provider` decides for the marketplace), at which marketplace. */
export const SessionSchema = z.object({
  user: RefSchema,
  teams: z.array(RefSchema),
  roles: z.array(z.string()),
  marketplace: RefSchema,
});
export type Session = z.infer<typeof SessionSchema>;
