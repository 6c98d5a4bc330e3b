import type { Store } from '../store.js';
import { lookupsIn, type Lookups, type RegistryKinds } from './records.js';

const mostEntries = 10_000;
/** How old an answer may be if nobody says that something was written: another process may have, and its word be lost. */
const longestMs = 500;

interface Entry {
  answer: Promise<unknown>;
  readAt: number;
}

/**
 * Looks things up in the store, and remembers what it has found until anything is written (SPEC A9, C5: what is taken
 * away stops within a second). What is not there is not remembered: calls with keys that somebody made up would drive
 * out the real ones.
 */
export function cachedLookups(store: Store<RegistryKinds>): Lookups {
  const entries = new Map<string, Entry>();
  store.onWrite(() => entries.clear());

  function remembered<T>(name: string, look: (lookups: Lookups) => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = entries.get(name);
    if (known && now - known.readAt < longestMs) return known.answer as Promise<T>;
    const answer = store.read((tx) => look(lookupsIn(tx)));
    // It stands here while it is being read, so that a write in the meantime has it forgotten.
    const entry = { answer, readAt: now };
    entries.delete(name);
    entries.set(name, entry);
    const forget = (): void => {
      if (entries.get(name) === entry) entries.delete(name);
    };
    void answer.then((found) => found === undefined && forget(), forget);
    for (const oldest of entries.keys()) {
      if (entries.size <= mostEntries) break;
      entries.delete(oldest);
    }
    return answer;
  }

  return {
    credential: (id) => remembered(`credential ${id}`, (lookups) => lookups.credential(id)),
    credentialByHandle: (handle) => remembered(`handle ${handle}`, (lookups) => lookups.credentialByHandle(handle)),
    session: (id) => remembered(`session ${id}`, (lookups) => lookups.session(id)),
    grants: (applicationId, resourceId) =>
      remembered(`grants ${applicationId} ${resourceId}`, (lookups) => lookups.grants(applicationId, resourceId)),
    isExposed: (resourceId) => remembered(`exposure ${resourceId}`, (lookups) => lookups.isExposed(resourceId)),
  };
}
