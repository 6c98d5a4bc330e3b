import type { Instant, Kinds } from '../records.js';
import type { Writer } from '../store.js';
import { announce, byIds, of } from './context.js';

/** How long a recorded use is fresh enough, in milliseconds: what people look at is "minutes ago". */
const freshMs = 60_000;

/**
 * Writes down when credentials were last used, at most once a minute for each, and tells who may see them. A
 * credential's version stays: a person's edit must not lose to traffic.
 */
export async function recordUse(tx: Writer<Kinds>, now: Instant, uses: Map<string, Instant>): Promise<void> {
  for (const credential of (await byIds(tx, 'credential', uses.keys())).values()) {
    const lastUsedAt = of(uses, credential.id);
    if (credential.lastUsedAt !== undefined && lastUsedAt - credential.lastUsedAt < freshMs) continue;
    await tx.put('credential', { ...credential, lastUsedAt });
    await announce({ tx, now }, { subject: 'credential', subjectId: credential.id, audience: credential.teamId });
  }
}
