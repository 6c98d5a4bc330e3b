import { credentialLife, dayMs, hourMs, minuteMs, requestLife, type Happening } from './happenings.js';

/** For `oauth-public-key`: the public half of a pair whose private half nobody has. */
const publicKey = [
  '-----BEGIN PUBLIC KEY-----',
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBy/BR1KkEUPluqu2XRMylWgTDNXB',
  'tQ8JbXyZywxLUZx4y0RqpTD4FLb3VS7v5bzwBSFMhbh5yqwMihkB8ox05A==',
  '-----END PUBLIC KEY-----',
].join('\n');

const data = (purpose: 'try' | 'build' | 'production', callsPerDay: number) => ({ purpose, callsPerDay });

const warehouse = { applicationId: 'app_warehouse', subscriptionId: 'sub_fulfilment_gold' };
const returns = { applicationId: 'app_returns', subscriptionId: 'sub_fulfilment_gold' };
const checkout = { applicationId: 'app_checkout', subscriptionId: 'sub_payments_gold' };
const fraud = { applicationId: 'app_fraud', subscriptionId: 'sub_payments_gold' };
const agreed = { subscriptionId: 'sub_fulfilment_weather', termsRevision: '2026-03' };

const requests: Happening[] = [
  requestLife({
    by: 'mira',
    agoMs: 87 * dayMs,
    order: {
      ...warehouse,
      name: 'Orders API for Warehouse hub',
      resourceId: 'orders',
      data: data('production', 60_000),
    },
  }),
  requestLife({
    by: 'mira',
    agoMs: 85 * dayMs,
    order: {
      ...warehouse,
      name: 'Invoices API for Warehouse hub',
      resourceId: 'invoices',
      data: data('production', 2_000),
    },
    approved: { agoMs: 84 * dayMs, reason: 'Volume agreed with finance' },
  }),
  requestLife({
    by: 'mira',
    agoMs: 46 * dayMs,
    order: {
      ...agreed,
      applicationId: 'app_warehouse',
      name: 'Forecast API for Warehouse hub',
      resourceId: 'forecast',
      data: data('build', 5_000),
    },
  }),
  requestLife({
    by: 'mira',
    agoMs: 60 * dayMs,
    order: { ...returns, name: 'Orders API for Returns portal', resourceId: 'orders', data: data('production', 8_000) },
  }),
  requestLife({
    by: 'mira',
    agoMs: 40 * dayMs,
    order: { ...returns, name: 'Invoices for credit notes', resourceId: 'invoices', data: data('try', 50) },
    withdrawn: { agoMs: 38 * dayMs, reason: 'Finance sends them by mail for the time being' },
  }),
  requestLife({
    by: 'mira',
    agoMs: 21 * hourMs,
    order: { ...returns, name: 'Invoices API for Returns portal', resourceId: 'invoices', data: data('build', 400) },
  }),
  requestLife({
    by: 'jonas',
    agoMs: 85 * dayMs,
    order: { ...checkout, name: 'Orders API for Checkout', resourceId: 'orders', data: data('production', 90_000) },
  }),
  requestLife({
    by: 'jonas',
    agoMs: 70 * dayMs,
    order: {
      ...checkout,
      name: 'Invoices for the old receipts',
      resourceId: 'invoices',
      data: data('production', 900),
    },
    approved: { agoMs: 69 * dayMs },
    revoked: { agoMs: 12 * dayMs, reason: 'Receipts moved to the ledger' },
  }),
  requestLife({
    by: 'jonas',
    agoMs: 3 * hourMs,
    order: { ...checkout, name: 'Invoices API for Checkout', resourceId: 'invoices', data: data('production', 12_000) },
  }),
  requestLife({
    by: 'jonas',
    agoMs: 29 * dayMs,
    order: { ...fraud, name: 'Orders API for Fraud screening', resourceId: 'orders', data: data('build', 20_000) },
  }),
  requestLife({
    by: 'jonas',
    agoMs: 5 * dayMs,
    order: { ...fraud, name: 'Invoices API for Fraud screening', resourceId: 'invoices', data: data('try', 2_000_000) },
    rejected: {
      agoMs: 4 * dayMs,
      reason: 'Two million calls a day is more than the plan has. Which ones do you need?',
    },
  }),
].flat();

const orders = { resourceId: 'orders', typeId: 'api-key', data: {} };
const invoices = { resourceId: 'invoices', typeId: 'oauth-secret', data: {} };
const of = {
  warehouse: { by: 'mira', applicationId: 'app_warehouse' },
  returns: { by: 'mira', applicationId: 'app_returns' },
  checkout: { by: 'jonas', applicationId: 'app_checkout' },
  fraud: { by: 'jonas', applicationId: 'app_fraud' },
};

type Life = Parameters<typeof credentialLife>[0];

const life = (
  { by, applicationId }: { by: string; applicationId: string },
  name: string,
  order: Omit<Life['order'], 'name'>,
  agoMs: number,
  more: Partial<Life> = {},
): Happening[] => credentialLife({ by, agoMs, order: { ...order, applicationId, name }, ...more });

const credentials: Happening[] = [
  life(of.warehouse, 'wms-core production', orders, 86 * dayMs, {
    renewed: { agoMs: 2 * dayMs, overlapMs: 7 * dayMs },
    usedMs: 3 * minuteMs,
  }),
  life(of.warehouse, 'wms-core staging', orders, 80 * dayMs, { usedMs: 26 * hourMs }),
  life(of.warehouse, 'Nightly invoice export', invoices, 83 * dayMs, { usedMs: 9 * hourMs }),
  life(of.warehouse, 'Hand scanners EU', { ...orders, lifetimeMs: 30 * dayMs }, 24 * dayMs, { usedMs: 12 * minuteMs }),
  life(of.warehouse, 'Hand scanners UK', { ...orders, lifetimeMs: 90 * dayMs }, 71 * dayMs, { usedMs: 40 * minuteMs }),
  life(of.warehouse, 'Load test, autumn', { ...orders, lifetimeMs: 30 * dayMs }, 52 * dayMs, { usedMs: 37 * dayMs }),
  life(of.warehouse, 'Dock planning', { ...orders, resourceId: 'forecast' }, 45 * dayMs, { usedMs: 2 * hourMs }),
  life(of.warehouse, 'Spreadsheet add-in', { ...orders, data: { origins: ['https://sheets.example'] } }, 44 * dayMs),
  life(of.warehouse, 'Zapier bridge', orders, 64 * dayMs, {
    usedMs: 20 * dayMs,
    suspended: { agoMs: 19 * dayMs, reason: 'The contractor has left' },
  }),
  life(of.warehouse, 'Carrier Nordwind', { ...invoices, typeId: 'api-key-manual' }, 5 * hourMs),
  life(of.warehouse, 'Edge cache', orders, 30 * hourMs, {
    broken: 'The gateway of the second site was out of service and took no new key.',
  }),
  life(of.returns, 'returns-web live', orders, 59 * dayMs, { usedMs: 1 * minuteMs }),
  life(of.returns, 'returns-web preview', orders, 4 * hourMs),
  life(of.returns, 'Label printer bridge', { ...orders, typeId: 'http-basic' }, 33 * dayMs, { usedMs: 5 * dayMs }),
  life(of.checkout, 'checkout-api live', { ...orders, typeId: 'oauth-secret' }, 84 * dayMs, { usedMs: 1 * minuteMs }),
  life(of.checkout, 'checkout-api canary', { ...orders, typeId: 'oauth-secret' }, 33 * dayMs),
  life(of.checkout, 'Till terminals', { ...orders, typeId: 'http-basic' }, 78 * dayMs, { usedMs: 8 * minuteMs }),
  life(of.checkout, 'Reconciliation job', { ...orders, typeId: 'oauth-public-key', data: { publicKey } }, 50 * dayMs, {
    usedMs: 7 * hourMs,
  }),
  life(of.checkout, 'Old till adapter', orders, 82 * dayMs, {
    usedMs: 31 * dayMs,
    suspended: { agoMs: 30 * dayMs, reason: 'Replaced by Till terminals' },
  }),
  life(of.checkout, 'Black Friday rehearsal', { ...orders, lifetimeMs: 30 * dayMs }, 21 * dayMs, { usedMs: 2 * dayMs }),
  life(of.fraud, 'Scoring worker', orders, 28 * dayMs, { usedMs: 4 * minuteMs }),
  life(of.fraud, 'Notebook of the data team', orders, 27 * dayMs, { usedMs: 16 * dayMs }),
].flat();

/** What happened in Acme Marketplace. */
export const pastOfAmplify: readonly Happening[] = [...requests, ...credentials];
