import type { CheckDefinition } from './check.js';
import { skipReason } from './check.js';
import { allChecks } from './all-checks.js';
import { ConformanceError } from './expectation.js';
import { explain } from './observe.js';
import { Scene, Stock } from './scene.js';
import type { ConformanceSubject } from './subject.js';

/** One rule, to be checked of one subject. Checks do not depend on each other; they are to run one at a time. */
export interface ConformanceCheck {
  /** Names it for good, e.g. `C5.suspend-only-from-active`. */
  readonly id: string;
  /** The rule it is from: its id in the specification, or `contract` for what the interface itself promises. */
  readonly rule: string;
  /** What holds when it passes. */
  readonly title: string;
  /** Why it does not apply, or cannot be made; absent if it can. */
  readonly skip?: string;
  /**
   * Makes the check, and puts away what it made.
   *
   * @throws {ConformanceError} if the backend breaks the rule.
   */
  run(signal?: AbortSignal): Promise<void>;
}

/** How a check went. */
export type ConformanceResult = { check: ConformanceCheck } & (
  { outcome: 'passed' } | { outcome: 'failed'; error: Error } | { outcome: 'skipped'; reason: string }
);

/** How a backend did. */
export interface ConformanceReport {
  passed: number;
  failed: number;
  skipped: number;
  /** In the order they were made. */
  results: ConformanceResult[];
}

/** How the checks are run. */
export interface ConformanceOptions {
  /** Ends the run: it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Which checks to make. Default: all. */
  filter?: ((check: ConformanceCheck) => boolean) | undefined;
  /** Hears of each result as it comes. */
  onResult?: ((result: ConformanceResult) => void) | undefined;
}

async function run(definition: CheckDefinition, scene: Scene, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const broken = (error: unknown, when: string): ConformanceError =>
    new ConformanceError(
      `${definition.id} (${definition.title})${when}${scene.about && `, type ${scene.about}`}: ${explain(error, scene.log)}`,
      { cause: error },
    );
  let failure: ConformanceError | undefined;
  try {
    await definition.run(scene);
  } catch (error) {
    signal?.throwIfAborted();
    failure = broken(error, '');
  }
  try {
    await scene.end();
  } catch (error) {
    failure ??= broken(error, ', putting away what the check made');
  }
  if (failure) throw failure;
}

/**
 * The checks of everything that the specification and the contract say of a marketplace, for one backend. Hand them to
 * any test framework, or to {@link runConformance}; one after the other, as some move the clock or use up a limit.
 */
export function conformanceChecks(subject: ConformanceSubject): ConformanceCheck[] {
  const stock = new Stock();
  return allChecks.map((definition) => {
    const skip = skipReason(definition, subject);
    return {
      id: definition.id,
      rule: definition.id.split('.')[0] ?? '',
      title: definition.title,
      ...(skip === undefined ? {} : { skip }),
      run: (signal) => run(definition, new Scene(subject, stock, signal), signal),
    };
  });
}

/** Makes the checks and reports. It rejects only with the reason of the signal. */
export async function runConformance(
  subject: ConformanceSubject,
  { signal, filter = () => true, onResult }: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const report: ConformanceReport = { passed: 0, failed: 0, skipped: 0, results: [] };
  for (const check of conformanceChecks(subject).filter(filter)) {
    signal?.throwIfAborted();
    const result = await resultOf(check, signal);
    report[result.outcome] += 1;
    report.results.push(result);
    onResult?.(result);
  }
  return report;
}

async function resultOf(check: ConformanceCheck, signal: AbortSignal | undefined): Promise<ConformanceResult> {
  if (check.skip !== undefined) return { check, outcome: 'skipped', reason: check.skip };
  try {
    await check.run(signal);
    return { check, outcome: 'passed' };
  } catch (error) {
    signal?.throwIfAborted();
    return { check, outcome: 'failed', error: error as Error };
  }
}
