import * as z from 'zod/mini';
import { RefSchema, openEnum } from './primitives.js';

/** Who is signed in, in which teams, with which roles, at which marketplace. */
export const SessionSchema = z.object({
  user: RefSchema,
  teams: z.array(RefSchema),
  roles: z.array(openEnum(['consumer', 'provider'])),
  marketplace: RefSchema,
});
export type Session = z.infer<typeof SessionSchema>;
