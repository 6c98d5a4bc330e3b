import { credentialLife, dayMs, hourMs, minuteMs, requestLife, type Happening } from './happenings.js';

const data = { purpose: 'production', callsPerDay: 5_000 };
const fulfilment = { by: 'mira', subscriptionId: 'sub_fulfilment_gold' };
const payments = { by: 'jonas', subscriptionId: 'sub_payments_gold' };

const request = (
  { by, subscriptionId }: { by: string; subscriptionId: string },
  applicationId: string,
  resourceId: string,
  name: string,
  agoMs: number,
  more: Partial<Parameters<typeof requestLife>[0]> = {},
): Happening[] => requestLife({ by, agoMs, order: { name, applicationId, subscriptionId, resourceId, data }, ...more });

const credential = (
  by: string,
  applicationId: string,
  name: string,
  agoMs: number,
  usedMs?: number,
  typeId = 'api-key',
): Happening[] =>
  credentialLife({
    by,
    agoMs,
    order: { name, applicationId, resourceId: 'orders', typeId, data: {} },
    ...(usedMs === undefined ? {} : { usedMs }),
  });

/** What happened in the classic marketplace. */
export const pastOfClassic: readonly Happening[] = [
  request(fulfilment, 'app_warehouse', 'orders', 'Orders API for Warehouse hub', 87 * dayMs),
  request(payments, 'app_checkout', 'orders', 'Orders API for Checkout', 80 * dayMs),
  request(fulfilment, 'app_warehouse', 'invoices', 'Invoices API for Warehouse hub', 40 * dayMs, {
    rejected: { agoMs: 39 * dayMs, reason: 'Please ask in the new marketplace: this one closes in spring.' },
  }),
  request(payments, 'app_checkout', 'invoices', 'Invoices API for Checkout', 6 * hourMs),
  credential('mira', 'app_warehouse', 'Depot gateway', 86 * dayMs, 6 * minuteMs),
  credential('mira', 'app_warehouse', 'Pick-by-voice', 70 * dayMs, 3 * hourMs, 'oauth-secret'),
  credential('mira', 'app_warehouse', 'Trade fair demo', 55 * dayMs),
  credential('jonas', 'app_checkout', 'checkout-api', 79 * dayMs, 2 * minuteMs, 'oauth-secret'),
  credential('jonas', 'app_checkout', 'Receipt printer', 61 * dayMs, 12 * dayMs),
].flat();
