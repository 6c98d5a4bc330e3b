import type { Credential } from '../../src/contract/index.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const start = Date.parse('2026-11-20T09:00:00.000Z');

const at = (ms: number): string => new Date(start + ms).toISOString();

/** The n-th credential of the benchmark: of several states, with and without expiry and use. */
function credential(n: number): Credential {
  const suspended = n % 7 === 3;
  return {
    id: `cred_${String(n).padStart(6, '0')}`,
    name: `Worker ${n}`,
    type: { id: 'oauth-secret', name: 'OAuth client', kind: 'oauth-secret' },
    state: suspended ? 'inactive' : n % 31 === 5 ? 'pending' : 'active',
    identifiers: [{ name: 'clientId', label: 'Client id', value: `lk_client_${String(n * 7919).padStart(20, '0')}` }],
    secret: { visibility: 'window', state: 'available', availableUntil: at(2 * dayMs) },
    environment: n % 2 === 0 ? 'production' : 'sandbox',
    resources: [{ id: `res_${n % 5}`, name: ['Orders', 'Invoices', 'Forecast', 'Payments', 'Stock'][n % 5] ?? '' }],
    owner: { id: 'team_1', name: 'Storefront' },
    ...(n % 3 === 0 ? { expiresAt: at((n % 90) * dayMs + minuteMs) } : {}),
    lastUsedAt: n % 4 === 0 ? null : at(-(n % 500) * 17 * minuteMs),
    createdAt: at(-n * minuteMs),
    updatedAt: at(-n * minuteMs),
    version: '1',
    actions: [
      { action: 'reveal', allowed: !suspended },
      { action: 'update', allowed: true },
      suspended ? { action: 'enable', allowed: true } : { action: 'suspend', allowed: true },
      { action: 'remove', allowed: true },
    ],
  };
}

/** So many credentials, newest first. */
export const credentials = (count: number): Credential[] => Array.from({ length: count }, (_, n) => credential(n));

/** The time by the marketplace's clock. */
export const now = start;
