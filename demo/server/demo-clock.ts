import { createAdjustableClock, createSqlStore, type Clock, type Sql } from '../../src/marketplace/index.js';

/** The marketplaces' clock. It can be moved forward, by any process, and stays ahead across restarts. */
export interface DemoClock extends Clock {
  /** How far it is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** Moves it forward, for good once this has resolved. */
  advance(ms: number): Promise<void>;
}

/**
 * The clock as it was left. It follows the moves that other processes make.
 *
 * @param onError - Told when it could not be read again; it is at the next move.
 */
export async function openDemoClock(sql: Sql, onError: (error: unknown) => void = () => undefined): Promise<DemoClock> {
  const store = await createSqlStore<{ clock: { id: string; aheadMs: number } }>(sql, { clock: {} });
  const kept = async (): Promise<number> => (await store.read((tx) => tx.get('clock', 'demo')))?.aheadMs ?? 0;
  const clock = createAdjustableClock();
  // Two moves at once may become known in either order: the clock follows the later position and never goes back.
  const follow = (aheadMs: number): void => clock.advance(Math.max(0, aheadMs - clock.aheadMs));
  store.onWrite(() => void kept().then(follow).catch(onError));
  follow(await kept());
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
      follow(aheadMs);
    },
  };
}
