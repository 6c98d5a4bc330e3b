import * as z from 'zod/mini';
import { RefSchema, TimestampSchema, openEnum, PageParamsSchema } from './primitives.js';

/**
 * One change of a credential or an access request: who, when, what and why. `by` is absent for what the marketplace or
 * the data plane did by itself. `changes` names what was edited; no secret is ever in it (SPEC S6).
 */
export const HistoryEntrySchema = z.object({
  id: z.string(),
  at: TimestampSchema,
  action: openEnum([
    'created',
    'submitted',
    'approved',
    'rejected',
    'revoked',
    'withdrawn',
    'ready',
    'failed',
    'provisioned',
    'updated',
    'suspended',
    'enabled',
    'renewed',
    'regenerated',
    'revealed',
    'erased',
    'expired',
    'shared',
    'unshared',
    'secret-set',
    'retried',
    'deleting',
    'deleted',
  ]),
  by: z.optional(RefSchema),
  reason: z.optional(z.string()),
  changes: z.optional(
    z.array(z.object({ field: z.string(), from: z.optional(z.string()), to: z.optional(z.string()) })),
  ),
});
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>;

export const ListHistorySchema = PageParamsSchema;
export type ListHistory = z.infer<typeof ListHistorySchema>;
