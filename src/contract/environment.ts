import * as z from 'zod/mini';
import { openEnum, PageParamsSchema } from './primitives.js';

/**
 * A separate world of a marketplace, such as sandbox or production: what belongs to one is unknown in the other
 * (SPEC E2). A marketplace without environments lists none.
 *
 * - `eligible`: whether the person may have credentials here at all; if not, `message` says why (SPEC E1) and
 *   `learnMoreUrl` where there is more about it.
 */
export const EnvironmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: openEnum(['production', 'sandbox', 'development']),
  eligible: z.boolean(),
  message: z.optional(z.string()),
  learnMoreUrl: z.optional(z.string()),
});
export type Environment = z.infer<typeof EnvironmentSchema>;

export const ListEnvironmentsSchema = PageParamsSchema;
export type ListEnvironments = z.infer<typeof ListEnvironmentsSchema>;
