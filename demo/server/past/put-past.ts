import {
  DataPlaneError,
  createMarketplace,
  createSqlStore,
  type Clock,
  type DataPlane,
  type Kinds,
  type SampleSystem,
  type Sql,
  type Store,
  type SystemId,
  type Vault,
} from '../../../src/marketplace/index.js';
import { pastOfAmplify } from './amplify.js';
import { pastOfClassic } from './classic.js';
import { pastOfEqp } from './eqp.js';
import { dayMs, minuteMs, type Happening, type Past } from './happenings.js';
import { pastOfIbm } from './ibm.js';
import { pastOfMparticle } from './mparticle.js';

const pasts: Record<SystemId, readonly Happening[]> = {
  amplify: pastOfAmplify,
  'amplify-classic': pastOfClassic,
  ibm: pastOfIbm,
  mparticle: pastOfMparticle,
  eqp: pastOfEqp,
};

export interface PutPastOptions {
  id: SystemId;
  system: SampleSystem;
  store: Store<Kinds>;
  vault: Vault;
  /** Makes the data plane, at work at a clock's times. */
  dataPlaneAt: (clock: Clock) => DataPlane & { sweep(): Promise<void> };
  /** The marketplace's time: what happened ends there. */
  now: number;
}

/**
 * Whether a marketplace is new, told once: not at a restart, to no second process, and not of a database that is older
 * than this question.
 */
export async function isNew(sql: Sql, store: Store<Kinds>): Promise<boolean> {
  const isEmpty = await store.read(async (tx) => (await tx.count('team', {})) === 0);
  const marks = await createSqlStore<{ sample: { id: string } }>(sql, { sample: {} });
  const isFirst = await marks.write((tx) => tx.add('sample', { id: 'past' }));
  return isEmpty && isFirst;
}

/** When something happened: what is days ago was not all at the same time of the day. */
function momentOf(now: number, agoMs: number): number {
  const days = agoMs / dayMs;
  return now - agoMs - (days < 2 ? 0 : Math.round((Math.floor(days) * 97) % 600) * minuteMs);
}

/**
 * Has teams that have been here for a while do what they did, one after the other, under the marketplace's own rules and
 * by a clock that is as late as it was then: what comes of it has the times, the history and the states that it would
 * have.
 */
export async function putPast({ id, system, store, vault, dataPlaneAt, now }: PutPastOptions): Promise<void> {
  let time = 0;
  const clock: Clock = { now: () => time };
  const dataPlane = dataPlaneAt(clock);
  const refused = new Map<string, string>();
  const marketplace = createMarketplace({
    id,
    name: system.name,
    policy: system.policy,
    store,
    clock,
    vault,
    dataPlane: {
      ...dataPlane,
      provision(order, fence) {
        const reason = refused.get(order.name);
        if (reason !== undefined) throw new DataPlaneError(reason);
        return dataPlane.provision(order, fence);
      },
    },
  });
  const past: Past = {
    as(personId) {
      const person = system.people.find((one) => one.id === personId);
      if (!person) throw new Error(`${personId} is nobody of this marketplace`);
      return marketplace.as(person);
    },
    holding: (token) => marketplace.withShareToken(token),
    use: (credentialId, sessionMs) =>
      marketplace.recordUse(
        new Map([
          [credentialId, { at: time, ...(sessionMs === undefined ? {} : { sessionsUntil: time + sessionMs }) }],
        ]),
      ),
    refuse: (name, reason) => void refused.set(name, reason),
  };
  for (const [agoMs, act] of [...pasts[id]].sort(([a], [b]) => b - a)) {
    time = momentOf(now, agoMs);
    await marketplace.sweep();
    await act(past);
    await marketplace.agent.work();
  }
  time = now;
  await marketplace.sweep();
  await dataPlane.sweep();
}
