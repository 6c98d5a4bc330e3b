import type { Action, ActionName } from '../../src/contract/action.js';
import type { Credential } from '../../src/contract/credential.js';
import type { MarketplaceEvent } from '../../src/contract/event.js';
import type { Marketplace } from '../../src/contract/marketplace.js';
import { operations } from '../../src/contract/operations.js';
import type { Page } from '../../src/contract/primitives.js';
import type { Secret } from '../../src/contract/secret.js';
import { SecretValue } from '../../src/contract/secret-value.js';

/** The clock of {@link fakeMarketplace} starts here. */
export const start = Date.parse('2026-11-20T09:30:00.000Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds since 1970 as the contract writes instants. */
export const at = (ms: number): string => new Date(ms).toISOString();

/** Looks like a secret and is none: must never be found anywhere while masked. */
export const canary = 'lk_test_CANARY_0123456789abcdef';

type Resources = Omit<Marketplace, 'now'>;
/** What a test says of the marketplace: some methods of some resources. */
export type Methods = { [R in keyof Resources]?: Partial<Resources[R]> };

/** A call that reached the marketplace: `['credentials.suspend', 'cred-1', {…}]`. */
export type Call = readonly [name: string, ...values: unknown[]];

export interface FakeMarketplace extends Marketplace {
  /** Every call in order, but those to `events`. */
  readonly calls: Call[];
  /** The calls of one method. */
  callsOf(name: string): Call[];
  /** Tells whoever listens that something changed. */
  emit(event: Partial<MarketplaceEvent> & Pick<MarketplaceEvent, 'subject'>): void;
  /** Breaks every stream with an error. */
  breakStreams(error: unknown): void;
  /** How many streams are open. */
  readonly streams: number;
  /** Sets the marketplace's clock, in milliseconds since 1970. */
  setNow(now: number): void;
}

/**
 * A Marketplace that does what a test says and nothing else: any other call rejects. Events are what the test emits.
 */
export function fakeMarketplace(methods: Methods = {}): FakeMarketplace {
  const calls: Call[] = [];
  const streams = new Set<{ push(event: MarketplaceEvent): void; fail(error: unknown): void }>();
  let now = start;
  let position = 0;

  const events: Marketplace['events'] = {
    list: () => Promise.resolve({ items: [], next: String(position) }),
    async *stream(_params, options) {
      const queue: (MarketplaceEvent | Error)[] = [];
      let wake = () => {};
      const add = (item: MarketplaceEvent | Error) => (queue.push(item), wake());
      const stream = { push: add, fail: (error: unknown) => add(error as Error) };
      const signal = options?.signal;
      signal?.addEventListener('abort', () => wake());
      streams.add(stream);
      try {
        while (!signal?.aborted) {
          const item = queue.shift();
          if (item === undefined) await new Promise<void>((resolve) => (wake = resolve));
          else if (item instanceof Error) throw item;
          else yield item;
        }
        throw signal.reason;
      } finally {
        streams.delete(stream);
      }
    },
  };

  const resource = <R extends keyof Resources>(name: R): Resources[R] =>
    new Proxy((methods[name] ?? {}) as Resources[R], {
      get(target, method) {
        // Whoever looks at the object, to print it or to await it, asks for more than the contract has.
        if (typeof method === 'symbol' || !(`${name}.${method}` in operations)) return undefined;
        const implementation = Reflect.get(target, method) as ((...values: unknown[]) => unknown) | undefined;
        return (...values: unknown[]) => {
          calls.push([`${name}.${method}`, ...values]);
          if (implementation) return implementation(...values);
          return Promise.reject(new Error(`unexpected call: ${name}.${method}`));
        };
      },
    });

  return {
    now: () => now,
    session: resource('session'),
    environments: resource('environments'),
    products: resource('products'),
    resources: resource('resources'),
    subscriptions: resource('subscriptions'),
    applications: resource('applications'),
    accessRequests: resource('accessRequests'),
    credentials: resource('credentials'),
    share: resource('share'),
    events: { ...events, ...methods.events },
    calls,
    callsOf: (name) => calls.filter(([called]) => called === name),
    emit(event) {
      const full = { id: String(++position), subjectId: '', at: at(now), ...event };
      for (const stream of streams) stream.push(full);
    },
    breakStreams(error) {
      for (const stream of streams) stream.fail(error);
    },
    get streams() {
      return streams.size;
    },
    setNow(value) {
      now = value;
    },
  };
}

/** A promise that the test settles. */
export function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: unknown): void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((onValue, onError) => ((resolve = onValue), (reject = onError)));
  return { promise, resolve, reject };
}

/** One page of a list. */
export const page = <Item>(items: Item[], more: Partial<Page<Item>> = {}): Page<Item> => ({
  items,
  total: items.length,
  ...more,
});

/** Allowed actions by name. */
export const can = (...names: ActionName[]): Action[] => names.map((action) => ({ action, allowed: true }));

/** An active API key whose secret can be seen for two days and four hours. */
export const aCredential = (differences: Partial<Credential> = {}): Credential => ({
  id: 'cred-1',
  name: 'Billing key',
  type: { id: 'api-key', name: 'API key', kind: 'api-key' },
  state: 'active',
  identifiers: [{ name: 'keyPrefix', label: 'Key prefix', value: 'lk_test_7Q4dX9' }],
  secret: { visibility: 'window', state: 'available', availableUntil: at(start + 2 * day + 4 * hour) },
  application: { id: 'app-1', name: 'Invoices' },
  resources: [{ id: 'res-1', name: 'Payments API' }],
  owner: { id: 'team-1', name: 'Finance' },
  lastUsedAt: at(start - 3 * hour),
  createdAt: at(start - 20 * hour),
  updatedAt: at(start - 20 * hour),
  version: '1',
  actions: can('reveal', 'suspend', 'remove'),
  ...differences,
});

/** What revealing it gives: an identifier and one secret, the canary. */
export const aSecret = (differences: Partial<Secret> = {}): Secret => ({
  fields: [
    { name: 'clientId', label: 'Client ID', value: new SecretValue('client-4711'), secret: false },
    { name: 'clientSecret', label: 'Client secret', value: new SecretValue(canary), secret: true },
  ],
  availableUntil: at(start + 2 * day + 4 * hour),
  ...differences,
});
