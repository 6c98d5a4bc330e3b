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
import type { DataPlane } from './data-plane.js';
import { hashKey } from './keys.js';
import { accessOptionReads } from './operations/access-options.js';
import { accessRequestReads, accessRequestWrites } from './operations/access-requests.js';
import { catalogReads, catalogWrites } from './operations/catalog.js';
import { announce, everyRecord, timestamp, type ReadContext, type WriteContext } from './operations/context.js';
import { credentialReads, credentialWrites, saveCredential } from './operations/credentials.js';
import type { Implementations } from './operations/implementations.js';
import { recordUse } from './operations/usage.js';
import { visibleTeams, type Principal } from './principal.js';
import type { EventRecord, Instant, Kinds } from './records.js';
import type { Reader, Store } from './store.js';
import type { Vault } from './vault.js';

export interface MarketplaceOptions {
  id: string;
  name: string;
  store: Store<Kinds>;
  vault: Vault;
  dataPlane: DataPlane;
  /** Default: the machine's clock. */
  clock?: Clock;
  /** How the agent works: see {@link AgentOptions}. */
  agent?: Partial<Pick<AgentOptions, 'leaseMs' | 'attempts' | 'pauseMs' | 'onError'>>;
}

/** The reference marketplace: one engine, seen by each person through the rules that hold for them. */
export interface ReferenceMarketplace {
  /** The marketplace as this person may use it. */
  as(principal: Principal): Marketplace;
  /** Carries promises out on the data plane. */
  readonly agent: Agent;
  readonly clock: Clock;
  /**
   * Told by the data plane: when credentials, by id, were last used. Tell it in batches, as often as convenient: it
   * writes at most once a minute for each.
   */
  recordUse(uses: Map<string, Instant>): Promise<void>;
  /** Erases what has had its time: secrets (SPEC S3), old events, old answers to keyed writes. */
  sweep(): Promise<void>;
  /** To be called when the clock was moved: sweeps, and tells everybody to look again. */
  clockMoved(): Promise<void>;
  close(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
const eventsPerPage = 200;
/** How far back "from now on" reaches: a page asks for events and objects at once, and must not miss what lies between. */
const overlapMs = 5_000;

const reads: Implementations['reads'] = {
  ...catalogReads,
  ...accessOptionReads,
  ...accessRequestReads,
  ...credentialReads,
};
const writes: Implementations['writes'] = { ...catalogWrites, ...accessRequestWrites, ...credentialWrites };

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

/** Makes the reference marketplace on a store and a data plane. */
export function createMarketplace(options: MarketplaceOptions): ReferenceMarketplace {
  const { id, name, store, vault, dataPlane, clock = systemClock } = options;

  const readContext = (principal: Principal, tx: Reader<Kinds>): ReadContext => ({
    principal,
    now: clock.now(),
    tx,
    marketplace: { id, name },
  });

  /** Runs a write in one transaction, once per idempotency key: a repeat gets the first answer. */
  async function write(
    principal: Principal,
    operation: keyof Implementations['writes'],
    subjectId: string,
    params: unknown,
    { idempotencyKey, ifMatch }: CallOptions,
  ): Promise<unknown> {
    const replyId = idempotencyKey === undefined ? undefined : `${principal.id} ${idempotencyKey}`;
    const fingerprint = await hashKey(`${operation} ${subjectId} ${canonical(params)}`);
    return store.write(async (tx) => {
      const context: WriteContext = { ...readContext(principal, tx), tx, vault, ifMatch };
      const reply = replyId === undefined ? undefined : await tx.get('reply', replyId);
      if (reply && reply.fingerprint !== fingerprint)
        throw new ApiError('idempotency-key-reused', 'this key was used for another request');
      if (reply?.result !== undefined) return reply.result;
      const result = await (writes[operation] as Run)(context as never, subjectId, params as never);
      if (replyId !== undefined) {
        const isSecret = operation === 'credentials.reveal';
        const kept = isSecret ? {} : { result };
        await tx.put('reply', { id: replyId, operation, fingerprint, ...kept, createdAt: context.now });
      }
      return result;
    });
  }

  async function call(
    principal: Principal,
    operation: OperationName,
    subjectId: string,
    params: unknown,
    callOptions: CallOptions,
  ): Promise<unknown> {
    callOptions.signal?.throwIfAborted();
    if (operation in writes) {
      // A reveal's key is the wire's affair; at this interface it has no parameters.
      const valid = operation === 'credentials.reveal' ? {} : validateParams(operation, params);
      return write(principal, operation as keyof typeof writes, subjectId, valid, callOptions);
    }
    const valid = validateParams(operation, params);
    const run = reads[operation as keyof typeof reads] as Run;
    return store.read((tx) => run(readContext(principal, tx) as never, subjectId, valid as never));
  }

  const presentEvent = ({ audience: _, at, ...event }: EventRecord): MarketplaceEvent => ({
    ...event,
    at: timestamp(at),
  });

  /** Events after a position that this person may hear of. */
  function listEvents(principal: Principal, { after }: ListEvents = {}): Promise<EventPage> {
    const teams = visibleTeams(principal);
    const where = teams ? { audience: [...teams, '*'] } : {};
    return store.read(async (tx) => {
      if (after === undefined) {
        const before = { at: clock.now() - overlapMs };
        const [last] = await tx.list('event', { atMost: before, order: 'descending', limit: 1 });
        return { items: [], next: last?.id ?? '0' };
      }
      const found = await tx.list('event', { where, after, limit: eventsPerPage });
      return { items: found.map(presentEvent), next: found.at(-1)?.id ?? after };
    });
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
    try {
      let after = params.after ?? (await listEvents(principal)).next;
      for (;;) {
        signal?.throwIfAborted();
        written = false;
        const { items, next } = await listEvents(principal, { after });
        yield* items;
        after = next;
        if (items.length === 0 && !written) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', onChange);
    }
  }

  /** The person's Marketplace: every operation of the table, bound to what it does. */
  function as(principal: Principal): Marketplace {
    const bound: Record<string, Record<string, unknown>> = {};
    for (const [operation, { path }] of Object.entries(operations) as [OperationName, { path: string }][]) {
      const [resource = '', method = ''] = operation.split('.');
      const hasId = path.includes('{');
      (bound[resource] ??= {})[method] = hasId
        ? (subjectId: string, params?: unknown, callOptions: CallOptions = {}) =>
            call(principal, operation, subjectId, params, callOptions)
        : (params?: unknown, callOptions: CallOptions = {}) => call(principal, operation, '', params, callOptions);
    }
    bound['events'] = {
      list: (params?: ListEvents) => listEvents(principal, validateParams('events.list', params)),
      stream: (params?: ListEvents, callOptions?: CallOptions) => streamEvents(principal, params, callOptions),
    };
    return { now: () => clock.now(), ...bound } as unknown as Marketplace;
  }

  async function sweep(): Promise<void> {
    await store.write(async (tx) => {
      const now = clock.now();
      for await (const secret of everyRecord(tx, 'secret', { atMost: { until: now } })) {
        await tx.remove('secret', secret.id);
        const credential = await tx.get('credential', secret.id);
        if (credential) await saveCredential({ tx, now }, credential);
      }
      for await (const event of everyRecord(tx, 'event', { atMost: { at: now - dayMs } }))
        await tx.remove('event', event.id);
      for await (const reply of everyRecord(tx, 'reply', { atMost: { createdAt: now - dayMs } }))
        await tx.remove('reply', reply.id);
    });
  }

  return {
    as,
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
