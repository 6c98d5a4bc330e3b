import type { GrantChoice } from '../../../src/contract/index.js';
import { credentialLife, dayMs, hourMs, minuteMs, type Happening } from './happenings.js';

const scanner = 'ws_fulfilment_scanner';
const web = 'ws_fulfilment_web';
const kiosk = 'ws_fulfilment_kiosk';

const profile = (...scopeIds: string[]): GrantChoice => ({
  resourceId: 'profile',
  permissionId: 'read-only',
  scopeIds,
});
const plans = (permissionId: 'read-only' | 'read-write', ...scopeIds: string[]): GrantChoice => ({
  resourceId: 'dataplanning',
  permissionId,
  scopeIds,
});
const platform = (permissionId: 'admin' | 'user'): GrantChoice => ({ resourceId: 'platform', permissionId });

const credential = (
  name: string,
  agoMs: number,
  grants: GrantChoice[],
  more: Partial<Parameters<typeof credentialLife>[0]> = {},
): Happening[] =>
  credentialLife({ by: 'mira', agoMs, order: { name, typeId: 'oauth-secret', grants, data: {} }, ...more });

/** What happened in Acme Customer Data. */
export const pastOfMparticle: readonly Happening[] = [
  credential('Support desk lookup', 81 * dayMs, [profile(web, scanner, kiosk)], { usedMs: 2 * minuteMs }),
  credential('Audience sync', 77 * dayMs, [platform('user'), profile(web)], { usedMs: 30 * minuteMs }),
  credential('Data plan pipeline', 63 * dayMs, [plans('read-write', web, scanner)], { usedMs: 18 * hourMs }),
  credential('Consent audit', 50 * dayMs, [profile(web), platform('user'), plans('read-only', web)]),
  credential('Agency onboarding', 42 * dayMs, [platform('admin')], {
    usedMs: 25 * dayMs,
    suspended: { agoMs: 24 * dayMs, reason: 'The project is paused until January' },
  }),
  credential('Kiosk pilot', 9 * dayMs, [plans('read-only', kiosk)], { usedMs: 4 * dayMs }),
].flat();
