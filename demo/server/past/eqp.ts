import { credentialLife, dayMs, hourMs, minuteMs, type Happening } from './happenings.js';

const key = (
  environment: 'production' | 'sandbox',
  name: string,
  agoMs: number,
  more: Partial<Parameters<typeof credentialLife>[0]> = {},
): Happening[] =>
  credentialLife({
    by: 'mira',
    agoMs,
    order: { name, typeId: 'session-pair', environment, resourceId: `eqp-${environment}`, data: {} },
    ...more,
  });

/** What happened in Acme Extensions: one environment is full. */
export const pastOfEqp: readonly Happening[] = [
  key('production', 'Release robot', 76 * dayMs, { usedMs: 20 * minuteMs, sessionMs: 3 * hourMs }),
  key('production', 'Listing updates', 58 * dayMs, {
    regenerated: { agoMs: 6 * dayMs, reason: 'Was pasted into a chat' },
    usedMs: 5 * dayMs,
  }),
  key('production', 'Sales report', 29 * dayMs),
  key('sandbox', 'Release rehearsal', 75 * dayMs, { usedMs: 4 * hourMs }),
].flat();
