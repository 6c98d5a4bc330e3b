import type { Credential } from '../../contract/credential.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { newIntent } from '../shared/intent.js';
import { leaseClient, type ClientLease, type Token } from '../shared/shared-client.js';
import type { HeldSecret } from './held-secret.js';
import type { SecretReveal } from './secret-reveal.js';
import type { SecretSession, SessionOptions } from './secret-session.js';

/** How long something waits for an element that goes on with it, in milliseconds. */
const waitMs = 10 * 60_000;

/** Where a credential is, and what a client for that was made of. Another person's is another Marketplace. */
export interface Place {
  marketplace: Marketplace;
  baseUrl: string | undefined;
  token: Token | undefined;
}

/** What waits for the element that shows the credential next. */
interface Waiting {
  readonly marketplace: Marketplace;
  readonly credentialId: string;
}

const find = <One extends Waiting>(set: Set<One>, marketplace: Marketplace, credentialId: string): One | undefined =>
  [...set].find((one) => one.marketplace === marketplace && one.credentialId === credentialId);

/**
 * Keeps the client of an address for whoever comes next with the same token: without this it goes with its last element,
 * and an element that is moved would come back to another Marketplace. Does nothing for one that the page has provided.
 */
export function keepClient({ marketplace, baseUrl, token }: Place): Pick<ClientLease, 'release'> {
  const none = { release: () => undefined };
  if (baseUrl === undefined) return none;
  try {
    const lease = leaseClient(baseUrl, token, { signedOut: () => dropParked(marketplace) });
    if (lease.client === marketplace) return lease;
    lease.release();
  } catch {
    // A Marketplace is provided, and the address beside it is none.
  }
  return none;
}

const watchers = new Set<() => void>();

/** Has something called when an answer arrives, or fails, that nobody was there for any more; tells how to end that. */
export function watchLate(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Has the elements look what has come for them. */
export const tellLate = (): void => [...watchers].forEach((watcher) => watcher());

const wishes = new Set<Wish>();

/** The wish that was sent for the only view of a secret and not granted yet. */
export const wishFor = (marketplace: Marketplace, credentialId: string): Wish | undefined =>
  find(wishes, marketplace, credentialId);

/**
 * A wish to see a secret. For one that can be seen once it is remembered until it is granted, whatever becomes of the
 * element: under its idempotency key, a lost answer can be had again (SPEC S4).
 */
export class Wish implements Waiting {
  readonly marketplace: Marketplace;
  readonly credentialId: string;
  readonly intent = newIntent();
  /** Whether its answer did not arrive. */
  isLost = false;
  /** Whether its answer is there. */
  isGranted = false;
  #forgetting = new AbortController();

  constructor({ marketplace }: Place, credentialId: string) {
    this.marketplace = marketplace;
    this.credentialId = credentialId;
  }

  /** Remembers it, from now on for as long as an answer can be had again, and some more. */
  remember(place: Place): void {
    const { release } = keepClient(place);
    this.#forgetting.abort();
    const { signal } = (this.#forgetting = new AbortController());
    const timer = setTimeout(() => this.forget(), waitMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), release()));
    wishes.add(this);
  }

  forget(): void {
    this.#forgetting.abort();
    wishes.delete(this);
  }
}

/** A secret that waits. */
interface Parked extends Waiting {
  readonly credential: Credential;
  readonly held: HeldSecret;
  /** Goes on with it in an element. */
  resume(host: SecretReveal, options: SessionOptions): SecretSession;
  /** No longer keeps it. */
  forget(): void;
}

const parked = new Set<Parked>();

/**
 * Keeps a secret whose element was taken away before somebody could store it, although it can never be seen again (SPEC
 * S4): by a framework that moves elements, or by a route change that nothing could stop. The element that shows the same
 * credential to the same person next goes on with it. It is nowhere in the page meanwhile, and gone after ten minutes,
 * with the page, or with the session: whoever signs in next may be somebody else.
 *
 * @returns What is aborted when it no longer waits.
 */
export function parkSecret(
  place: Place,
  { credential, held, resume }: Pick<Parked, 'credential' | 'held' | 'resume'>,
): AbortSignal {
  const { marketplace } = place;
  find(parked, marketplace, credential.id)?.held.drop('disconnected');
  const waiting = new AbortController();
  const forget = (): void => waiting.abort();
  const entry = { marketplace, credentialId: credential.id, credential, held, resume, forget };
  const { release } = keepClient(place);
  // Where nobody is signed in any more, only what is moved right now goes on.
  const timer = setTimeout(() => held.drop('disconnected'), held.keptAfter === 'signed-out' ? 0 : waitMs);
  waiting.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    release();
    parked.delete(entry);
  });
  held.mask();
  held.attach({
    hideAfterMs: () => waitMs,
    hideOnTabHidden: () => false,
    isOnlyView: true,
    now: () => 0,
    changed: () => undefined,
    kept: () => undefined,
    dropped: forget,
  });
  parked.add(entry);
  return waiting.signal;
}

/** The secret of a credential, for the element that shows it from now on. */
export function takeParked(marketplace: Marketplace, credentialId: string): Parked | undefined {
  const entry = find(parked, marketplace, credentialId);
  entry?.forget();
  return entry;
}

/** Lets go of what waits at a marketplace where nobody is signed in any more. */
export function dropParked(marketplace: Marketplace): void {
  for (const one of [...parked]) if (one.marketplace === marketplace) one.held.drop('signed-out');
}
