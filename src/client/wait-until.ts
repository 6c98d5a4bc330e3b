import type { Credential, CredentialState } from '../contract/credential.js';
import { ApiError, MarketplaceError, isApiError, isMarketplaceError } from '../contract/error.js';
import type { Marketplace } from '../contract/marketplace.js';
import { pause } from './abort.js';

/** A state that can be waited for: one of a credential, or that it is no more. */
export type AwaitedState = CredentialState | 'deleted';

/** What waiting for a state answers: the credential, or nothing once it is deleted. */
export type AwaitedCredential<State extends AwaitedState> = State extends 'deleted' ? undefined : Credential;

/** How long to wait. */
export interface WaitOptions {
  /** Ends the waiting: it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How long to wait at most, in milliseconds; it then rejects with `timeout`. Default: no limit. */
  timeoutMs?: number | undefined;
}

/** What can come, without anybody doing anything, after the states that lead nowhere else (SPEC C1). */
const followers: Partial<Record<Credential['state'], readonly AwaitedState[]>> = {
  error: [],
  expired: ['deleting', 'deleted', 'error'],
  deleting: ['deleted', 'error'],
};

const longestPoll = 8;

/** Whether an error may pass: the marketplace is out of reach, overloaded or starting. */
const isPassing = (error: unknown): boolean =>
  isMarketplaceError(error) &&
  (error.code === 'network' ||
    error.code === 'timeout' ||
    (isApiError(error) && (error.status >= 500 || error.status === 429)));

/** What waiting is for, and with what. */
interface Wait {
  readonly marketplace: Marketplace;
  readonly id: string;
  readonly states: readonly AwaitedState[];
  readonly pollMs: number;
  readonly signal: AbortSignal;
}

/** The credential in an awaited state; without one, it is deleted, and that was awaited. */
interface Found {
  credential?: Credential;
}

/**
 * Waits until a credential has one of some states, at whichever Marketplace.
 *
 * @param pollMs - How often to ask where events cannot be had, in milliseconds; the pauses grow to eight times that.
 * @throws ApiError `state-conflict` with the state as `reason` once none of the states can come any more, ApiError
 * `not-found`, MarketplaceError `timeout`, the signal's reason, or what keeps the credential from being read.
 */
export async function waitUntil<State extends AwaitedState>(
  marketplace: Marketplace,
  id: string,
  state: State | readonly State[],
  pollMs: number,
  options: WaitOptions = {},
): Promise<AwaitedCredential<State>> {
  const states = [state].flat() as State[];
  const late = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, late.signal]) : late.signal;
  const giveUp = (): void => late.abort(new MarketplaceError('timeout', 'credentials.waitUntil: not there in time'));
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(giveUp, options.timeoutMs);
  try {
    signal.throwIfAborted();
    const { credential } = await findLive({ marketplace, id, states, pollMs, signal });
    return credential as AwaitedCredential<State>;
  } finally {
    clearTimeout(timer);
  }
}

/** Looks, and looks again whenever something happens to the credential, or now and then where events cannot be had. */
async function findLive(wait: Wait): Promise<Found> {
  // The position comes before the first look, so that whatever happens after that look is heard.
  const position = await positionNow(wait);
  let found = await look(wait);
  if (!found && position !== undefined) found = await listen(wait, position);
  for (let waitMs = wait.pollMs; !found; waitMs = Math.min(waitMs * 1.5, wait.pollMs * longestPoll)) {
    await pause(waitMs, wait.signal);
    found = await look(wait);
  }
  return found;
}

/** Where events stand, if they can be had. */
async function positionNow({ marketplace, signal }: Wait): Promise<string | undefined> {
  try {
    return (await marketplace.events.list({}, { signal })).next;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Looks after every event that may concern the credential. Finds nothing once there are no events any more. */
async function listen(wait: Wait, after: string): Promise<Found | undefined> {
  const { marketplace, id, signal } = wait;
  const events = marketplace.events.stream({ after }, { signal })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await events.next().catch(() => undefined);
      signal.throwIfAborted();
      if (!next || next.done) return undefined;
      const { subject, subjectId, removed } = next.value;
      if (subject !== 'clock' && subjectId !== id) continue;
      const found = removed && wait.states.includes('deleted') ? {} : await look(wait);
      if (found) return found;
    }
  } finally {
    await events.return?.();
  }
}

/** Reads the credential, however long the marketplace is out of reach. Throws if the wait is in vain. */
async function look({ marketplace, id, states, pollMs, signal }: Wait): Promise<Found | undefined> {
  for (;;) {
    try {
      const credential = await marketplace.credentials.get(id, {}, { signal });
      if ((states as readonly string[]).includes(credential.state)) return { credential };
      const reachable = followers[credential.state];
      if (!reachable || states.some((state) => reachable.includes(state))) return undefined;
      const { state } = credential;
      throw new ApiError('state-conflict', `credentials.waitUntil: it is ${state}`, { reason: state });
    } catch (error) {
      if (isApiError(error) && error.code === 'not-found' && states.includes('deleted')) return {};
      if (!isPassing(error)) throw error;
    }
    await pause(pollMs, signal);
  }
}
