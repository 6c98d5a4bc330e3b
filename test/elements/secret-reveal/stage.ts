import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { Secret } from '../../../src/contract/secret.js';
import '../../../src/elements/secret-reveal/define.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  fakeMarketplace,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { control, shows, textOf } from '../page.js';

/** A credential whose secret can be seen once, and what that gives. */
export const once = (differences: Partial<Credential> = {}): Credential =>
  aCredential({ secret: { visibility: 'once', state: 'available' }, actions: can('reveal'), ...differences });
export const seenOnce = (): Secret => aSecret({ availableUntil: undefined });

/** The same after that. */
export const viewed = (): Credential => once({ secret: { visibility: 'once', state: 'viewed' }, actions: [] });

/** A credential whose secret was erased at the end of its window. */
export const erased = (): Credential =>
  aCredential({ secret: { visibility: 'window', state: 'erased', availableUntil: at(start) } });

/** An element that shows the secret of one credential. */
export async function aReveal(
  credential: Credential | (() => Credential) = aCredential(),
  methods: Methods['credentials'] = {},
  others: Omit<Methods, 'credentials'> = {},
): Promise<{ reveal: SecretReveal; marketplace: FakeMarketplace }> {
  const current = (): Credential => (typeof credential === 'function' ? credential() : credential);
  const marketplace = fakeMarketplace({
    ...others,
    credentials: {
      get: () => Promise.resolve(current()),
      reveal: () => Promise.resolve(current().secret.visibility === 'once' ? seenOnce() : aSecret()),
      ...methods,
    },
  });
  const reveal = await fixture<SecretReveal>(
    html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
  );
  return { reveal, marketplace };
}

/** Asks for the secret with the keyboard, and says yes to the question. */
export async function confirm(reveal: SecretReveal): Promise<void> {
  (await control(reveal, 'View secret Billing key')).focus();
  await sendKeys({ press: 'Enter' });
  await shows(reveal, secretSession.secretConfirm);
  await sendKeys({ press: 'Enter' });
}

/** Says yes to the question that came by itself, until the secret is there. */
export async function agree(reveal: SecretReveal): Promise<void> {
  (await control(reveal, 'View secret')).focus();
  await sendKeys({ press: 'Enter' });
  await control(reveal, 'Show Client secret');
}

/** Goes all the way, until the secret is there. */
export async function open(reveal: SecretReveal): Promise<void> {
  await confirm(reveal);
  await control(reveal, 'Show Client secret');
}

/** In how many seconds the secret hides, as the element says it; no number where it says a minute, or nothing. */
export const secondsLeft = (reveal: SecretReveal): number =>
  Number(/Hides in (\d+) seconds?/.exec(textOf(reveal))?.[1] ?? NaN);

/** What a test did not store is kept for the next element, until the page goes away. */
export const leavePage = (): boolean => dispatchEvent(new Event('pagehide'));

/** Hides the tab, and shows it again. */
export function switchTabs(): void {
  for (const isHidden of [true, false]) {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  Reflect.deleteProperty(document, 'hidden');
}
