import type { Clock, CredentialUse } from '../../src/marketplace/index.js';
import { logError } from './problem.js';

/** Notes which credentials are used, and reports them by and by: no call waits for that. */
export interface UsageRecorder {
  /** @param sessionsUntil - When a session token that was issued for it expires, in milliseconds since 1970. */
  note(credentialId: string, sessionsUntil?: number): void;
  /** Reports the rest. */
  stop(): Promise<void>;
}

/**
 * @param report - Told of the last use of credentials, by their id. What it fails to take is lost, for it is only usage,
 *   but not how long session tokens live: people go by that.
 * @param everyMs - How long uses are collected before they are reported together.
 */
export function createUsageRecorder(
  report: (uses: Map<string, CredentialUse>) => Promise<void>,
  clock: Clock,
  everyMs: number,
): UsageRecorder {
  let uses = new Map<string, CredentialUse>();
  let timer: NodeJS.Timeout | undefined;

  function note(credentialId: string, { at, sessionsUntil = 0 }: CredentialUse): void {
    const latest = Math.max(sessionsUntil, uses.get(credentialId)?.sessionsUntil ?? 0);
    uses.set(credentialId, { at, ...(latest > 0 ? { sessionsUntil: latest } : {}) });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    const batch = uses;
    uses = new Map();
    try {
      await report(batch);
    } catch (error) {
      logError(error);
      for (const [credentialId, use] of batch)
        if (use.sessionsUntil !== undefined) note(credentialId, { ...use, at: uses.get(credentialId)?.at ?? use.at });
    }
  }

  return {
    note(credentialId, sessionsUntil) {
      note(credentialId, { at: clock.now(), sessionsUntil });
      timer ??= setTimeout(() => void flush(), everyMs);
    },
    stop: flush,
  };
}
