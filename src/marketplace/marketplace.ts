import {
  ApiError,
  type CallOptions,
  type EventPage,
  type ListEvents,
  type Marketplace,
  type MarketplaceEvent,
  type OperationName,
  operations,
  validateParams,
} from '../contract/index.js';
import { createAgent, type Agent, type AgentOptions } from './agent.js';
import { systemClock, type Clock } from './clock.js';
import type { CredentialUse, DataPlane } from './data-plane.js';
import { accessOptionReads } from './operations/access-options.js';
import { accessRequestReads, accessRequestWrites } from './operations/access-requests.js';
import { catalogReads, catalogWrites } from './operations/catalog.js';
import { announce, timestamp, type ReadContext, type WriteContext } from './operations/context.js';
import { shareTokenPrefix } from './operations/credential-secrets.js';
import { credentialReads, credentialWrites } from './operations/credentials.js';
import type { Implementations } from './operations/implementations.js';
import { resourceReads, resourceWrites } from './operations/resources.js';
import { shareReads, shareWrites } from './operations/share.js';
import { subscriptionReads, subscriptionWrites } from './operations/subscriptions.js';
import { sweepOnce } from './operations/sweep.js';
import { recordUse } from './operations/usage.js';
import { defaultPolicy, type MarketplacePolicy } from './policy.js';
import { visibleTeams, type Principal } from './principal.js';
import type { EventRecord, Kinds } from './records.js';
import { demandCredentials, mayUseCredentials } from './rules/gate.js';
import { StoreUnavailableError, type Reader, type Store } from './store.js';
import type { Vault } from './vault.js';

export interface MarketplaceOptions {
  id: string;
  name: string;
  store: Store<Kinds>;
  vault: Vault;
  dataPlane: DataPlane;
  /** What holds for the whole of it. Default: credentials belong to applications, and that is all. */
  policy?: MarketplacePolicy;
  /** Default: the machine's clock. */
  clock?: Clock;
  /** How the agent works: see {@link AgentOptions}. */
  agent?: Partial<Pick<AgentOptions, 'leaseMs' | 'attempts' | 'pauseMs' | 'onError'>>;
}

/** The reference marketplace: one engine, seen by each person through the rules that hold for them. */
export interface ReferenceMarketplace {
  /** The marketplace as this person may use it. */
  as(principal: Principal): Marketplace;
  /** The marketplace as the holder of a share link may use it: `share`, and nothing else (SPEC I2). */
  withShareToken(token: string): Promise<Marketplace>;
  /** Carries promises out on the data plane. */
  readonly agent: Agent;
  readonly clock: Clock;
  /**
   * Told by the data plane: when credentials, by id, were last used. Tell it in batches, as often as convenient: it
   * writes at most once a minute for each.
   */
  recordUse(uses: Map<string, CredentialUse>): Promise<void>;
  /**
   * Ends what has had its time: secrets (SPEC S3), credentials (SPEC C11), share links, old events, old answers to keyed
   * writes. To be called every few seconds.
   */
  sweep(): Promise<void>;
  /** To be called when the clock was moved: sweeps, and tells everybody to look again. */
  clockMoved(): Promise<void>;
  close(): Promise<void>;
}

/** How soon it is worth asking again when the store does not answer. */
const retryAfterMs = 1_000;
const eventsPerPage = 200;
/** How far back "from now on" reaches: a page asks for events and objects at once, and must not miss what lies between. */
const overlapMs = 5_000;
/** How soon a stream looks again for an event whose place was not settled yet. */
const settleMs = 50;
/** Below every event's. */
const firstPosition = '0';

const reads: Implementations['reads'] = {
  ...catalogReads,
  ...resourceReads,
  ...subscriptionReads,
  ...accessOptionReads,
  ...accessRequestReads,
  ...credentialReads,
  ...shareReads,
};
const writes: Implementations['writes'] = {
  ...catalogWrites,
  ...resourceWrites,
  ...subscriptionWrites,
  ...accessRequestWrites,
  ...credentialWrites,
  ...shareWrites,
};

/** What they answer is told once: it is not kept for repeats. */
const toldOnce: readonly OperationName[] = ['credentials.reveal', 'credentials.share'];

type Run = (context: never, id: string, params: never) => Promise<unknown>;

/** Text that is the same for the same parameters, whatever the order of their keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}

/** Who calls: a person, or whoever holds a share link. */
interface Caller {
  principal: Principal;
  shareId?: string;
}

const onlyShare = (): ApiError =>
  new ApiError('forbidden', 'a share link opens nothing else', { reason: 'share-link' });

/** Whether a bearer token is a share link's: see {@link ReferenceMarketplace.withShareToken}. */
export const isShareToken = (token: string): boolean => token.startsWith(`${shareTokenPrefix}_`);

/** Makes the reference marketplace on a store and a data plane. */
export function createMarketplace(options: MarketplaceOptions): ReferenceMarketplace {
  const { id, name, store, vault, dataPlane, policy = defaultPolicy, clock = systemClock } = options;

  const readContext = ({ principal, shareId }: Caller, tx: Reader<Kinds>): ReadContext => ({
    principal,
    shareId,
    policy,
    now: clock.now(),
    tx,
    marketplace: { id, name },
  });

  /** Runs a write in one transaction, once per idempotency key: a repeat gets the first answer. */
  async function write(
    caller: Caller,
    operation: keyof Implementations['writes'],
    subjectId: string,
    params: unknown,
    { idempotencyKey, ifMatch }: CallOptions,
  ): Promise<unknown> {
    const replyId = idempotencyKey === undefined ? undefined : `${caller.principal.id} ${idempotencyKey}`;
    const fingerprint = await vault.digest(`${operation} ${subjectId} ${canonical(params)}`);
    return store.write(async (tx) => {
      const context: WriteContext = { ...readContext(caller, tx), tx, vault, ifMatch, intent: replyId };
      const reply = { id: replyId ?? '', operation, fingerprint, createdAt: context.now };
      if (replyId !== undefined && !(await tx.add('reply', reply))) {
        const first = await tx.get('reply', replyId);
        if (first?.fingerprint !== fingerprint)
          throw new ApiError('idempotency-key-reused', 'this key was used for another request');
        if (first.result !== undefined) return first.result;
      }
      const result = await (writes[operation] as Run)(context as never, subjectId, params as never);
      if (replyId !== undefined && !toldOnce.includes(operation)) await tx.put('reply', { ...reply, result });
      return result;
    });
  }

  async function call(
    caller: Caller,
    operation: OperationName,
    subjectId: string,
    params: unknown,
    callOptions: CallOptions,
  ): Promise<unknown> {
    callOptions.signal?.throwIfAborted();
    if (caller.shareId !== undefined && !operation.startsWith('share.')) throw onlyShare();
    // What stands in somebody's way is told to them, too.
    const isGated = operation.startsWith('credentials.') && operation !== 'credentials.options';
    if (isGated) demandCredentials(policy, caller.principal);
    if (operation in writes) {
      // A reveal's key is the wire's affair; at this interface it has no parameters.
      const valid = operation === 'credentials.reveal' ? {} : validateParams(operation, params);
      return write(caller, operation as keyof typeof writes, subjectId, valid, callOptions);
    }
    const valid = validateParams(operation, params);
    const run = reads[operation as keyof typeof reads] as Run;
    return store.read((tx) => run(readContext(caller, tx) as never, subjectId, valid as never));
  }

  const presentEvent = ({ audience: _, at, ...event }: EventRecord): MarketplaceEvent => ({
    ...event,
    at: timestamp(at),
  });

  /**
   * Events after a position that this person may hear of, in the order they were committed. One whose place is not
   * settled yet is held back: an earlier one could still come, and would be missed. `pending` says that there is such.
   */
  function eventsAfter(principal: Principal, after: string | undefined): Promise<EventPage & { pending: boolean }> {
    const teams = visibleTeams(principal);
    const where = teams ? { audience: [...teams, '*'] } : {};
    return store.read(async (tx) => {
      const settled = await tx.settled();
      if (after === undefined) {
        const atMost = { at: clock.now() - overlapMs };
        const [last] = await tx.list('event', { atMost, before: settled, order: 'descending', limit: 1 });
        return { items: [], next: last?.id ?? firstPosition, pending: false };
      }
      // A position this store never gave, e.g. of a database that is no more: everything here is news.
      const start = /^\d{1,64}$/.test(after) && after < settled ? after : firstPosition;
      const found = await tx.list('event', { where, after: start, limit: eventsPerPage });
      const items = found.filter((event) => event.id < settled);
      const audible = items.filter(({ subject }) => subject !== 'credential' || mayUseCredentials(policy, principal));
      return {
        items: audible.map(presentEvent),
        next: items.at(-1)?.id ?? start,
        pending: items.length < found.length,
      };
    });
  }

  async function listEvents(principal: Principal, { after }: ListEvents = {}): Promise<EventPage> {
    const { items, next } = await eventsAfter(principal, after);
    return { items, next };
  }

  async function* streamEvents(
    principal: Principal,
    params: ListEvents = {},
    { signal }: CallOptions = {},
  ): AsyncGenerator<MarketplaceEvent> {
    let wake = (): void => undefined;
    let written: boolean;
    const onChange = (): void => {
      written = true;
      wake();
    };
    const stop = store.onWrite(onChange);
    signal?.addEventListener('abort', onChange);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      let after = params.after ?? (await listEvents(principal)).next;
      for (;;) {
        signal?.throwIfAborted();
        written = false;
        const { items, next, pending } = await eventsAfter(principal, after);
        yield* items;
        after = next;
        if (items.length > 0 || written) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
          // Nobody says when a place settles: that may be the end of a transaction that wrote nothing.
          if (pending) timer = setTimeout(resolve, settleMs);
        });
        clearTimeout(timer);
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', onChange);
      clearTimeout(timer);
    }
  }

  /** A store that does not answer is no fault of the call: it may be sent again, under the same key. */
  const available = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      throw new ApiError('unavailable', 'the store does not answer', { retryAfterMs });
    }
  };

  /** The caller's Marketplace: every operation of the table, bound to what it does. */
  function boundTo(caller: Caller): Marketplace {
    const bound: Record<string, Record<string, unknown>> = {};
    for (const [operation, { path }] of Object.entries(operations) as [OperationName, { path: string }][]) {
      const [resource = '', method = ''] = operation.split('.');
      const hasId = path.includes('{');
      (bound[resource] ??= {})[method] = hasId
        ? (subjectId: string, params?: unknown, callOptions: CallOptions = {}) =>
            available(call(caller, operation, subjectId, params, callOptions))
        : (params?: unknown, callOptions: CallOptions = {}) =>
            available(call(caller, operation, '', params, callOptions));
    }
    const { principal, shareId } = caller;
    bound['events'] = {
      list: async (params?: ListEvents) => {
        if (shareId !== undefined) throw onlyShare();
        return available(listEvents(principal, validateParams('events.list', params)));
      },
      async *stream(params?: ListEvents, callOptions?: CallOptions) {
        if (shareId !== undefined) throw onlyShare();
        yield* streamEvents(principal, validateParams('events.list', params), callOptions);
      },
    };
    return { now: () => clock.now(), ...bound } as unknown as Marketplace;
  }

  async function sweep(): Promise<void> {
    while (await store.write((tx) => sweepOnce(tx, clock.now())));
  }

  return {
    as: (principal) => boundTo({ principal }),
    async withShareToken(token) {
      const shareId = await vault.digest(token);
      return boundTo({ principal: { id: `share ${shareId}`, name: '', teams: [], roles: [] }, shareId });
    },
    clock,
    agent: createAgent({ store, clock, vault, dataPlane, ...options.agent }),
    recordUse: (uses) => store.write((tx) => recordUse(tx, clock.now(), uses)),
    sweep,
    async clockMoved() {
      await sweep();
      await store.write((tx) => announce({ tx, now: clock.now() }, { subject: 'clock', subjectId: id, audience: '*' }));
    },
    close: () => store.close(),
  };
}
