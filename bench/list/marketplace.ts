import type {
  Credential,
  CredentialOptions,
  Environment,
  Facet,
  MarketplaceEvent,
  Page,
} from '../../src/contract/index.js';
import type { Marketplace } from '../../src/contract/marketplace.js';
import { credentials, now } from './credentials.js';

/** The environments there are. */
export const environments: Page<Environment> = {
  items: [
    { id: 'production', name: 'Production', kind: 'production', eligible: true },
    { id: 'sandbox', name: 'Sandbox', kind: 'sandbox', eligible: true },
  ],
};

/** What else could be created: one type of credential, of which there are enough. */
export const options: CredentialOptions = {
  needsApplication: false,
  environments: [],
  teams: [{ id: 'team_1', name: 'Storefront' }],
  applications: [],
  resources: [],
  types: [],
  existing: [],
};

/** A list of some credentials in one page, with its facets. */
export function pageOf(found: Credential[]): Page<Credential> {
  const states = new Map<string, number>();
  for (const { state } of found) states.set(state, (states.get(state) ?? 0) + 1);
  const facets: Facet[] = [{ field: 'state', values: [...states].map(([value, count]) => ({ value, count })) }];
  return { items: found, total: found.length, facets };
}

/** The credentials with this in their name. */
export const matching = (all: readonly Credential[], q: string): Credential[] =>
  all.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));

/** A marketplace in the page: a list of `count` credentials, one of which can be changed. */
export function createBenchMarketplace(count: number): {
  marketplace: Marketplace;
  change: (n: number) => void;
} {
  const all = credentials(count);
  const listening = new Set<(event: MarketplaceEvent) => void>();
  let position = 0;
  const marketplace = {
    now: () => now,
    environments: { list: () => Promise.resolve(environments) },
    credentials: {
      list: ({ q = '' }: { q?: string } = {}) => Promise.resolve(pageOf(q === '' ? all : matching(all, q))),
      options: () => Promise.resolve(options),
      get: (id: string) => Promise.resolve(all.find((credential) => credential.id === id)),
    },
    events: {
      list: () => Promise.resolve({ items: [], next: '0' }),
      async *stream(_: object, { signal }: { signal?: AbortSignal } = {}) {
        while (!signal?.aborted) {
          const event = await new Promise<MarketplaceEvent | undefined>((resolve) => {
            const listener = (heard: MarketplaceEvent | undefined): void => {
              listening.delete(listener);
              signal?.removeEventListener('abort', end);
              resolve(heard);
            };
            const end = (): void => listener(undefined);
            listening.add(listener);
            signal?.addEventListener('abort', end, { once: true });
          });
          if (event) yield event;
        }
      },
    },
  } as unknown as Marketplace;
  return {
    marketplace,
    /** Suspends the n-th credential, or enables it again, and tells everybody who listens. */
    change(n) {
      const before = all[n] as Credential;
      const state = before.state === 'inactive' ? 'active' : 'inactive';
      all[n] = { ...before, state, updatedAt: new Date(now + ++position).toISOString(), version: String(position) };
      const event = {
        id: String(position),
        subject: 'credential',
        subjectId: before.id,
        at: new Date(now).toISOString(),
      } as MarketplaceEvent;
      for (const listener of [...listening]) listener(event);
    },
  };
}
