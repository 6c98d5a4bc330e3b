import * as z from 'zod/mini';
import { openEnum } from './primitives.js';

/**
 * What the person may do with an object. An action that is impossible for good is absent; one that is impossible now
 * is present with `allowed: false` and a stable `reason` (SPEC X1). The same rule refuses the call, so nobody
 * downstream has to know the rules.
 *
 * - `reason`: a stable word such as `not-active`, `provisioning`; its sentence is the reader's to translate.
 * - `confirm`: how the person confirms it: `typed` asks for the object's name (SPEC C8).
 * - `overlapsMs`: for `renew`: how long the old secret may keep working, in milliseconds; 0 is not at all (SPEC C6).
 */
export const ActionSchema = z.object({
  action: openEnum([
    'update',
    'suspend',
    'enable',
    'remove',
    'reveal',
    'retry',
    'withdraw',
    'approve',
    'reject',
    'revoke',
    'create-credential',
    'renew',
    'regenerate',
    'share',
    'unshare',
    'provision',
    'fail',
    'expose',
    'unexpose',
    'cancel',
    'change-plan',
  ]),
  allowed: z.boolean(),
  reason: z.optional(z.string()),
  confirm: z.optional(openEnum(['simple', 'typed'])),
  overlapsMs: z.optional(z.array(z.number())),
});
export type Action = z.infer<typeof ActionSchema>;
export type ActionName = Exclude<Action['action'], 'unknown'>;
