/** Tells the marketplace's time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** A clock that can be moved forward, for demos and tests. */
export interface AdjustableClock extends Clock {
  /** How far it is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** Moves it forward. Time never goes back: a negative `ms` is refused. */
  advance(ms: number): void;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that goes with the machine's, `aheadMs` ahead of it. */
export function createAdjustableClock(aheadMs = 0): AdjustableClock {
  let ahead = aheadMs;
  return {
    now: () => Date.now() + ahead,
    get aheadMs() {
      return ahead;
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('a clock only moves forward');
      ahead += ms;
    },
  };
}
