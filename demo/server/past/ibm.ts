import { credentialLife, dayMs, hourMs, minuteMs, type Happening } from './happenings.js';

type More = Partial<Pick<Parameters<typeof credentialLife>[0], 'usedMs' | 'shared'>>;

const key = (by: string, typeId: 'internal' | 'external', name: string, agoMs: number, more: More): Happening[] =>
  credentialLife({ by, agoMs, order: { name, typeId, resourceId: 'inventory', data: {} }, ...more });

/** What happened in Acme API Management. */
export const pastOfIbm: readonly Happening[] = [
  key('mira', 'internal', 'Stock dashboard', 74 * dayMs, { usedMs: 5 * minuteMs }),
  key('mira', 'internal', 'Replenishment job', 66 * dayMs, { usedMs: 8 * hourMs }),
  key('mira', 'internal', 'Inventory audit 2026', 31 * dayMs, {}),
  key('mira', 'external', 'Nordwind Logistics', 48 * dayMs, {
    usedMs: 22 * minuteMs,
    shared: { agoMs: 47 * dayMs, secret: 'made-up-Nordwind-7731' },
  }),
  key('mira', 'external', 'Marktplatz Süd', 20 * dayMs, { usedMs: 3 * dayMs }),
  key('mira', 'external', 'Ceramics by Lund', 2 * dayMs, { shared: { agoMs: 30 * hourMs } }),
  key('jonas', 'internal', 'Price checks at the till', 52 * dayMs, { usedMs: 1 * minuteMs }),
  key('jonas', 'internal', 'Margin report', 40 * dayMs, { usedMs: 6 * dayMs }),
  key('jonas', 'external', 'Tax adviser', 15 * dayMs, {
    shared: { agoMs: 14 * dayMs, secret: 'made-up-Adviser-2048' },
  }),
].flat();
