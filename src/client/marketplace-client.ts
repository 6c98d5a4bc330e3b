import type { CallOptions, Marketplace } from '../contract/marketplace.js';
import { operations, type OperationName } from '../contract/operations.js';
import type { Page } from '../contract/primitives.js';
import { completeOptions, type ClientOptions } from './client-options.js';
import type { EventFeed } from './event-feed.js';
import { Http } from './http.js';
import { loadPart } from './load-part.js';
import { pagesOf, type Pages } from './pages.js';
import type { RevealKeys } from './secrets.js';
import type { AwaitedCredential, AwaitedState, WaitOptions } from './wait-until.js';

/** A resource whose list and history can also be iterated, over all their pages. */
type Listed<Resource> = {
  readonly [Method in keyof Resource]: Method extends 'list'
    ? Resource[Method] extends (params?: infer Params, options?: CallOptions) => Promise<Page<infer Item>>
      ? (params?: Params, options?: CallOptions) => Pages<Item>
      : never
    : Method extends 'history'
      ? Resource[Method] extends (id: string, params?: infer Params, options?: CallOptions) => Promise<Page<infer Item>>
        ? (id: string, params?: Params, options?: CallOptions) => Pages<Item>
        : never
      : Resource[Method];
};

/** A Marketplace that is reached over HTTP, with conveniences: its lists can be iterated, states can be waited for. */
export interface MarketplaceClient extends Marketplace {
  readonly environments: Listed<Marketplace['environments']>;
  readonly products: Listed<Marketplace['products']>;
  readonly resources: Listed<Marketplace['resources']>;
  readonly subscriptions: Listed<Marketplace['subscriptions']>;
  readonly applications: Listed<Marketplace['applications']>;
  readonly accessRequests: Listed<Marketplace['accessRequests']>;
  readonly credentials: Listed<Marketplace['credentials']> & {
    /**
     * Waits until a credential has a state, or one of several, and answers it as it is then; `undefined` for `deleted`,
     * when it is no more. Listens to events, and asks again and again where there are none.
     *
     * Rejects with `state-conflict`, the state as its `reason`, once the credential cannot get there any more by itself
     * (`error`, `expired`, `deleting`); with `not-found` if it is gone; with `timeout` after `timeoutMs`; with the
     * signal's reason. A marketplace that is out of reach for a while is waited for.
     */
    waitUntil<State extends AwaitedState>(
      id: string,
      state: State | readonly State[],
      options?: WaitOptions,
    ): Promise<AwaitedCredential<State>>;
  };
}

type Method = (...args: unknown[]) => unknown;

/** The method of a Marketplace that an operation is: ids first, as many as its path has, then params, then options. */
function methodOf(http: Http, name: OperationName, isPaged: boolean): Method {
  const idCount = operations[name].path.split('{').length - 1;
  return (...args) => {
    const ids = args.slice(0, idCount) as string[];
    const [params, options] = args.slice(idCount) as [object?, CallOptions?];
    if (!isPaged) return http.call(name, ids, params, options);
    const read = (cursor?: string): Promise<Page<unknown>> =>
      http.call(name, ids, { ...params, ...(cursor === undefined ? {} : { cursor }) }, options) as Promise<
        Page<unknown>
      >;
    return pagesOf(read, options?.signal);
  };
}

/**
 * Makes a typed client of the marketplace at `options.baseUrl`. It does nothing until it is asked.
 *
 * @throws MarketplaceError `configuration` for options that cannot work.
 */
export function createMarketplaceClient(options: ClientOptions): MarketplaceClient {
  const settings = completeOptions(options);
  const http = new Http(settings);
  let feed: EventFeed | undefined;
  let revealKeys: RevealKeys | undefined;

  const resources: Record<string, Record<string, Method>> = {};
  for (const name of Object.keys(operations) as OperationName[]) {
    const [resource = '', method = ''] = name.split('.');
    // A page of events always has a next one: it is followed, not listed to its end.
    const isPaged = (method === 'list' && resource !== 'events') || method === 'history';
    (resources[resource] ??= {})[method] = methodOf(http, name, isPaged);
  }
  const client = { now: () => http.clock.now(), ...resources } as unknown as MarketplaceClient;

  Object.assign<MarketplaceClient['credentials'], Partial<MarketplaceClient['credentials']>>(client.credentials, {
    async reveal(id, _params, callOptions) {
      const secrets = await loadPart(import('./secrets.js'));
      revealKeys ??= new secrets.RevealKeys();
      return secrets.reveal(http, revealKeys, id, callOptions);
    },
    async waitUntil(id, state, waitOptions) {
      const { waitUntil } = await loadPart(import('./wait-until.js'));
      return waitUntil(client, id, state, settings.pollMs, waitOptions);
    },
  });
  Object.assign<Marketplace['events'], Partial<Marketplace['events']>>(client.events, {
    async *stream(params, callOptions) {
      const { EventFeed } = await loadPart(import('./event-feed.js'));
      feed ??= new EventFeed(http, settings.pollMs);
      yield* feed.follow(params?.after, callOptions?.signal);
    },
  });
  return client;
}
