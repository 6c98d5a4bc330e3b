import type { Clock } from '../../src/marketplace/index.js';
import { logError } from './problem.js';

/** Notes which credentials are used, and reports them by and by: no call waits for that. */
export interface UsageRecorder {
  note(credentialId: string): void;
  /** Reports the rest. */
  stop(): Promise<void>;
}

/**
 * @param report - Told when credentials, by id, were last used. What it fails to take is lost: it is only usage.
 * @param everyMs - How long uses are collected before they are reported together.
 */
export function createUsageRecorder(
  report: (uses: Map<string, number>) => Promise<void>,
  clock: Clock,
  everyMs: number,
): UsageRecorder {
  let uses = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    const batch = uses;
    uses = new Map();
    await report(batch).catch(logError);
  }

  return {
    note(credentialId) {
      uses.set(credentialId, clock.now());
      timer ??= setTimeout(() => void flush(), everyMs);
    },
    stop: flush,
  };
}
