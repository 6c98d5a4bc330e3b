import { createAdjustableClock, createSqlStore, type Clock, type Sql } from '../../src/marketplace/index.js';

/** The marketplaces' clock. It can be moved forward, and stays ahead across restarts. */
export interface DemoClock extends Clock {
  /** How far it is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** Moves it forward, for good once this has resolved. */
  advance(ms: number): Promise<void>;
}

/** The clock as it was left. */
export async function openDemoClock(sql: Sql): Promise<DemoClock> {
  const store = await createSqlStore<{ clock: { id: string; aheadMs: number } }>(sql, { clock: {} });
  const kept = await store.read((tx) => tx.get('clock', 'demo'));
  const clock = createAdjustableClock(kept?.aheadMs);
  return {
    now: () => clock.now(),
    get aheadMs() {
      return clock.aheadMs;
    },
    async advance(ms) {
      const aheadMs = await store.write(async (tx) => {
        const last = await tx.get('clock', 'demo');
        const next = (last?.aheadMs ?? 0) + ms;
        await tx.put('clock', { id: 'demo', aheadMs: next });
        return next;
      });
      // Two moves at once may commit in either order: the clock follows the later position and never goes back.
      clock.advance(Math.max(0, aheadMs - clock.aheadMs));
    },
  };
}
