import * as z from 'zod/mini';
import { TimestampSchema, openEnum } from './primitives.js';

/**
 * Something the person may see has changed. Thin on purpose: it names the object and says nothing about it, so that
 * what a person learns always comes through the object's own owner check.
 */
export const MarketplaceEventSchema = z.object({
  id: z.string(),
  subject: openEnum(['access-request', 'credential', 'subscription', 'application', 'resource', 'clock']),
  subjectId: z.string(),
  /** The object is no more: there is nothing to read again. */
  removed: z.optional(z.boolean()),
  at: TimestampSchema,
});
export type MarketplaceEvent = z.infer<typeof MarketplaceEventSchema>;

/** Events after a position. `next` is always there: the position to go on from. */
export const EventPageSchema = z.object({ items: z.array(MarketplaceEventSchema), next: z.string() });
export type EventPage = z.infer<typeof EventPageSchema>;

/**
 * Where to go on: an event's id or a page's `next`. Without it, from a few seconds ago, so that who reads an object at
 * the same time hears of every change since.
 */
export const ListEventsSchema = z.object({ after: z.optional(z.string()) });
export type ListEvents = z.infer<typeof ListEventsSchema>;
