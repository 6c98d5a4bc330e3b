import type { HeldSecret } from './held-secret.js';

/** How long a secret waits for an element that shows it again, in milliseconds. */
const waitMs = 10 * 60_000;

interface Parked {
  place: unknown;
  credentialId: string;
  held: HeldSecret;
  timer: ReturnType<typeof setTimeout>;
}

const parked = new Set<Parked>();

const find = (place: unknown, credentialId: string): Parked | undefined =>
  [...parked].find((one) => one.place === place && one.credentialId === credentialId);

/**
 * Keeps a secret whose element was taken away before somebody could store it, although it can never be seen again (SPEC
 * S4): by a framework that moves elements, or by a route change that nothing could stop. The element that shows the same
 * credential next goes on with it. It is nowhere in the page meanwhile, and gone after ten minutes or with the page.
 *
 * @param place - Where the credential is: a Marketplace, or the address of one.
 */
export function parkSecret(place: unknown, credentialId: string, held: HeldSecret): void {
  find(place, credentialId)?.held.drop('disconnected');
  const timer = setTimeout(() => held.drop('disconnected'), waitMs);
  const entry = { place, credentialId, held, timer };
  held.mask();
  held.attach({
    hideAfterMs: () => waitMs,
    hideOnTabHidden: () => false,
    isOnlyView: true,
    now: () => 0,
    changed: () => undefined,
    kept: () => undefined,
    dropped: () => forget(entry),
  });
  parked.add(entry);
}

/** Whether the secret of a credential waits for an element that shows it. */
export const isParked = (place: unknown, credentialId: string): boolean => find(place, credentialId) !== undefined;

/** The secret of a credential, for the element that shows it from now on. */
export function takeParked(place: unknown, credentialId: string): HeldSecret | undefined {
  const entry = find(place, credentialId);
  if (entry) forget(entry);
  return entry?.held;
}

function forget(entry: Parked): void {
  clearTimeout(entry.timer);
  parked.delete(entry);
}
