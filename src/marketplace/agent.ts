import type { Clock } from './clock.js';
import { DataPlaneDelay, DataPlaneError, type DataPlane, type Provisioned } from './data-plane.js';
import { announce, promise, timestamp } from './operations/context.js';
import { saveCredential, withOrders } from './operations/credential-records.js';
import { writeDown, type Change } from './operations/history.js';
import { orderFor } from './operations/order.js';
import type { CredentialRecord, CredentialTypeRecord, Kinds, Orders, TaskRecord } from './records.js';
import { isGranted } from './rules/access.js';
import { awaitsProvider, isUnsettled } from './rules/credential.js';
import type { Store, Writer } from './store.js';
import type { Vault } from './vault.js';

export interface AgentOptions {
  store: Store<Kinds>;
  clock: Clock;
  vault: Vault;
  dataPlane: DataPlane;
  /** How long an agent may take over one task before another one takes it over, in milliseconds. Default 30,000. */
  leaseMs?: number;
  /** How many times it tries what fails without a reason, before it gives up with an error. Default 5. */
  attempts?: number;
  /** How long it waits before the second attempt, in milliseconds; twice as long each time. Default 500. */
  pauseMs?: number;
  /** Hears of what kept {@link Agent.run} from working, such as a store that does not answer. Default: nothing. */
  onError?: (error: unknown) => void;
}

/** Carries out on the data plane what the marketplace has promised. */
export interface Agent {
  /** Does everything that is due. Resolves with how many tasks were taken. */
  work(): Promise<number>;
  /**
   * Works until the signal: at once when something is written in this process, and every `everyMs` milliseconds for
   * what becomes due by itself or is written elsewhere.
   */
  run(signal: AbortSignal, everyMs: number): Promise<void>;
}

/** What the agent found out about a task's subject, to be written down if it still holds. */
type Outcome = (tx: Writer<Kinds>) => Promise<void>;

const whatItServes = ({ resourceIds, grants }: CredentialRecord): string => JSON.stringify([resourceIds, grants]);

/** The credential with an order struck off, unless another one has been given meanwhile. */
function done<Order extends 'renew' | 'secret' | 'update'>(
  record: CredentialRecord,
  order: Order,
  carriedOut: string | number | undefined,
): CredentialRecord {
  const current: Orders = record.orders ?? {};
  const name = order === 'renew' ? current.renew?.id : current[order];
  return name === carriedOut ? withOrders(record, { ...current, [order]: undefined }) : record;
}

/**
 * The agent reconciles: for each task it compares what is wanted of the subject with what the data plane has, and
 * brings the data plane to what is wanted. A task is deleted only in the transaction that writes the result down, so an
 * agent that dies leaves it to be done again by the next, and a change that comes in the middle is found afterwards.
 */
export function createAgent(options: AgentOptions): Agent {
  const { store, clock, vault, dataPlane, leaseMs = 30_000, attempts = 5, pauseMs = 500 } = options;
  const onError = options.onError ?? (() => undefined);

  const claim = (): Promise<TaskRecord | undefined> =>
    store.write(async (tx) => {
      const now = Date.now();
      const [task] = await tx.list('task', { atMost: { dueAt: now }, by: 'dueAt', limit: 1 });
      if (!task) return undefined;
      // A position sorts behind those of all earlier claims, in whichever process: what the data plane calls a fence.
      const holder = await tx.position();
      const claimed = { ...task, attempts: task.attempts + 1, dueAt: now + leaseMs, holder };
      await tx.put('task', claimed);
      return claimed;
    });

  async function reconcileResource(id: string, fence: string): Promise<Outcome> {
    const exposure = await store.read((tx) => tx.get('exposure', id));
    if (!exposure) return async () => undefined;
    await dataPlane.setExposed(id, exposure.exposed, fence);
    return async (tx) => {
      const current = await tx.get('exposure', id);
      if (current && current.exposed !== exposure.exposed) await promise(tx, 'resource', id);
    };
  }

  async function reconcileAccess(id: string, fence: string): Promise<Outcome> {
    const request = await store.read((tx) => tx.get('accessRequest', id));
    if (!request) return async () => undefined;
    const wanted = isGranted(request);
    if (wanted) {
      const subscription = await store.read((tx) => tx.get('subscription', request.subscriptionId));
      const { applicationId, resourceId } = request;
      await dataPlane.grant({ id, applicationId, resourceId, until: subscription?.expiresAt }, fence);
    } else {
      await dataPlane.revoke(id, fence);
    }
    return async (tx) => {
      const current = await tx.get('accessRequest', id);
      if (!current) return;
      if (isGranted(current) !== wanted) return promise(tx, 'access-request', id);
      const now = clock.now();
      const ready = wanted && current.state !== 'active';
      await tx.put('accessRequest', {
        ...current,
        granted: wanted,
        ...(ready
          ? {
              state: 'active',
              timeline: [...current.timeline, { step: 'ready', at: timestamp(now) }],
              version: current.version + 1,
              updatedAt: now,
            }
          : {}),
      });
      if (ready) await writeDown({ tx, now }, current, { action: 'ready' });
      await announce({ tx, now }, { subject: 'access-request', subjectId: id, audience: current.teamId });
    };
  }

  async function reconcileCredential(id: string, fence: string): Promise<Outcome> {
    const credential = await store.read((tx) => tx.get('credential', id));
    if (!credential || !isUnsettled(credential)) return async () => undefined;
    const { wanted, orders } = credential;
    if (wanted === 'deleted') {
      await dataPlane.remove(id, fence);
      return (tx) => bury(tx, credential);
    }
    const { order, type } = await store.read((tx) => orderFor(tx, credential));
    if (credential.identifiers.length === 0 || orders?.regenerate) {
      if (awaitsProvider(credential, type)) return async () => undefined;
      return issued(credential, type, await dataPlane.provision(order, fence));
    }
    if (orders?.renew) {
      const { id: renewalId, oldUntil } = orders.renew;
      const renewal = { credentialId: id, id: renewalId, oldUntil };
      return issued(credential, type, await dataPlane.renew(renewal, fence));
    }
    if (orders?.update !== undefined) {
      await dataPlane.update(order, fence);
      return settle(id, (current) => done(current, 'update', orders.update));
    }
    if (orders?.secret !== undefined) {
      const { secret } = orders;
      const stored = await store.read((tx) => tx.get('secret', secret));
      if (stored) await dataPlane.setSecret(id, await vault.open(stored.sealed, secret), fence);
      const outcome = settle(id, (current) => done(current, 'secret', secret));
      return async (tx) => {
        await outcome(tx);
        await tx.remove('secret', secret);
      };
    }
    await dataPlane.setEnabled(id, wanted === 'active', fence);
    return settle(id, (current) => ({ ...current, state: wanted }));
  }

  /** Takes a credential out of the marketplace once the data plane has; its history stays. */
  async function bury(tx: Writer<Kinds>, { id, teamId, shareId, orders }: CredentialRecord): Promise<void> {
    const now = clock.now();
    await tx.remove('credential', id);
    await tx.remove('secret', id);
    if (orders?.secret !== undefined) await tx.remove('secret', orders.secret);
    if (shareId !== undefined) await tx.remove('share', shareId);
    await writeDown({ tx, now }, { id, teamId }, { action: 'deleted' });
    await announce({ tx, now }, { subject: 'credential', subjectId: id, audience: teamId, removed: true });
  }

  /** Writes down a new secret, sealed, and what is shown of it. */
  async function issued(
    ordered: CredentialRecord,
    type: CredentialTypeRecord,
    { identifiers, fields }: Provisioned,
  ): Promise<Outcome> {
    const { id, orders = {} } = ordered;
    const { mode, windowMs = 0 } = type.visibility;
    const sealed = mode === 'never' ? undefined : await vault.seal(JSON.stringify(fields), id);
    const outcome = settle(
      id,
      (current, now) => {
        const { secretUntil: _, secretViewedAt: __, overlapUntil: ___, ...rest } = current;
        const isRenewal = orders.renew !== undefined && !orders.regenerate;
        const oldUntil = isRenewal ? (orders.renew?.oldUntil ?? 0) : 0;
        const record: CredentialRecord = {
          ...rest,
          state: isRenewal ? current.state : 'active',
          identifiers,
          ...(mode === 'window' ? { secretUntil: now + windowMs } : {}),
          ...(oldUntil > now ? { overlapUntil: oldUntil } : {}),
        };
        return isRenewal
          ? done(record, 'renew', orders.renew?.id)
          : withOrders(record, {
              ...record.orders,
              regenerate: undefined,
              update: whatItServes(current) === whatItServes(ordered) ? undefined : current.version,
            });
      },
      { action: 'provisioned' },
    );
    return async (tx) => {
      await outcome(tx);
      const saved = await tx.get('credential', id);
      if (!saved || sealed === undefined) return;
      await tx.put('secret', { id, sealed, ...(saved.secretUntil === undefined ? {} : { until: saved.secretUntil }) });
    };
  }

  /** Writes down what the data plane now has; if something else is wanted meanwhile, the task goes on. */
  const settle =
    (id: string, change: (current: CredentialRecord, now: number) => CredentialRecord, entry?: Change): Outcome =>
    async (tx) => {
      const current = await tx.get('credential', id);
      if (!current) return;
      const now = clock.now();
      const saved = await saveCredential({ tx, now }, change(current, now), entry);
      if (isUnsettled(saved)) await promise(tx, 'credential', id);
    };

  /** Gives up: the subject is in error, with the reason, until somebody has it tried again (SPEC C1). */
  const fail =
    (task: TaskRecord, detail: string): Outcome =>
    async (tx) => {
      const now = clock.now();
      const at = timestamp(now);
      if (task.subject === 'resource') return promise(tx, 'resource', task.id, Date.now() + leaseMs);
      if (task.subject === 'credential') {
        const credential = await tx.get('credential', task.id);
        const change = { action: 'failed' as const, reason: detail };
        if (credential)
          await saveCredential({ tx, now }, { ...credential, state: 'error', reasons: [{ detail, at }] }, change);
        return;
      }
      const request = await tx.get('accessRequest', task.id);
      if (!request) return;
      const state = isGranted(request) ? 'error' : request.state;
      const timeline = [...request.timeline, { step: 'failed' as const, at, reason: detail }];
      await tx.put('accessRequest', { ...request, state, timeline, version: request.version + 1, updatedAt: now });
      await writeDown({ tx, now }, request, { action: 'failed', reason: detail });
      await announce({ tx, now }, { subject: 'access-request', subjectId: task.id, audience: request.teamId });
    };

  const reconcile: Record<TaskRecord['subject'], (id: string, fence: string) => Promise<Outcome>> = {
    'access-request': reconcileAccess,
    credential: reconcileCredential,
    resource: reconcileResource,
  };

  async function carryOut(task: TaskRecord): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await reconcile[task.subject](task.id, task.holder ?? '');
    } catch (error) {
      if (error instanceof DataPlaneDelay) {
        await store.write((tx) => postpone(tx, { ...task, attempts: task.attempts - 1 }, error.ms));
        return;
      }
      const givesUp = error instanceof DataPlaneError || task.attempts >= attempts;
      if (!givesUp) {
        await store.write((tx) => postpone(tx, task, pauseMs * 2 ** (task.attempts - 1)));
        return;
      }
      outcome = fail(task, error instanceof DataPlaneError ? error.message : 'The data plane does not answer.');
    }
    await store.write(async (tx) => {
      const current = await tx.get('task', task.id);
      // Another agent took it over because this one was too slow: theirs is the newer truth.
      if (!current || current.holder !== task.holder) return;
      await tx.remove('task', task.id);
      await outcome(tx);
    });
  }

  async function postpone(tx: Writer<Kinds>, task: TaskRecord, ms: number): Promise<void> {
    const current = await tx.get('task', task.id);
    if (!current || current.holder !== task.holder) return;
    const { holder: _, ...free } = current;
    await tx.put('task', { ...free, attempts: task.attempts, dueAt: Date.now() + ms });
  }

  async function work(): Promise<number> {
    let taken = 0;
    for (let task = await claim(); task; task = await claim(), taken++) await carryOut(task);
    return taken;
  }

  return {
    work,
    async run(signal, everyMs) {
      let written: boolean;
      let wake = (): void => undefined;
      const onWrite = (): void => {
        written = true;
        wake();
      };
      const stop = store.onWrite(onWrite);
      while (!signal.aborted) {
        written = false;
        await work().catch(onError);
        if (!written) await pause(everyMs, signal, (end) => (wake = end));
      }
      stop();
    },
  };
}

/** Waits; no longer than until the signal, or until `end`, which `start` is given, is called. */
function pause(ms: number, signal: AbortSignal, start: (end: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    start(end);
  });
}
