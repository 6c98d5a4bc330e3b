/** A number that was measured, and what it may be. */
export interface Measure {
  name: string;
  value: number;
  unit: 'ms' | 'ratio' | 'per second' | '';
  budget?: number;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** How long the work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times several pieces of work in turns, so that what else the machine does concerns all of them alike.
 *
 * @returns The times of each, in milliseconds, round by round.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  work: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(work) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) times[name].push(await timed(work[name]));
  return times;
}

/** The middle of the ratios of each round. */
export const medianRatio = (of: readonly number[], to: readonly number[]): number =>
  median(of.map((time, round) => time / (to[round] ?? NaN)));
