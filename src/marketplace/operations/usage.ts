import type { CredentialUse } from '../data-plane.js';
import type { Kinds } from '../records.js';
import type { Writer } from '../store.js';
import { announce, byIds, of } from './context.js';

/** How long a recorded use is fresh enough, in milliseconds: what people look at is "minutes ago". */
const freshMs = 60_000;

/**
 * Writes down when credentials were last used, at most once a minute for each, and until when their session tokens
 * live, and tells who may see them. A credential's version stays: a person's edit must not lose to traffic.
 */
export async function recordUse(tx: Writer<Kinds>, now: number, uses: Map<string, CredentialUse>): Promise<void> {
  for (const credential of (await byIds(tx, 'credential', uses.keys())).values()) {
    const { at, sessionsUntil = 0 } = of(uses, credential.id);
    const isFresh = credential.lastUsedAt !== undefined && at - credential.lastUsedAt < freshMs;
    const isNews = sessionsUntil > (credential.sessionsUntil ?? 0);
    if (isFresh && !isNews) continue;
    await tx.put('credential', {
      ...credential,
      lastUsedAt: Math.max(at, credential.lastUsedAt ?? 0),
      ...(isNews ? { sessionsUntil } : {}),
    });
    await announce({ tx, now }, { subject: 'credential', subjectId: credential.id, audience: credential.teamId });
  }
}
