import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/secret-reveal/define.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { aCredential, aSecret, canary, fakeMarketplace } from '../fixtures.js';
import { announced, control, fakeClipboard, serialised, shows, waitUntil } from '../page.js';

const eventNames = [
  'secret-revealed',
  'secret-copied',
  'secret-copy-failed',
  'secret-downloaded',
  'secret-hidden',
  'secret-closed',
  'secret-failed',
  'credential-replace',
];

/** Everything reachable from a value as text. */
function printed(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Node) return '';
  seen.add(value);
  return Reflect.ownKeys(value)
    .map((key) => printed(Reflect.get(value, key), seen))
    .join(' ');
}

describe('<secret-reveal> canary', () => {
  it('is never in the page while masked, nor in events, announcements, console, storage, address or properties', async () => {
    const clipboard = fakeClipboard();
    const heard: string[] = [];
    const logged: string[] = [];
    const levels = ['log', 'info', 'debug'] as const;
    const originals = levels.map((level) => console[level]);
    for (const level of levels)
      console[level] = (...values: unknown[]) => logged.push(values.map((value) => printed(value)).join(' '));
    for (const name of eventNames)
      document.addEventListener(name, (event) => heard.push(printed((event as CustomEvent).detail)));

    const marketplace = fakeMarketplace({
      credentials: { get: () => Promise.resolve(aCredential()), reveal: () => Promise.resolve(aSecret()) },
    });
    const reveal = await fixture<SecretReveal>(
      html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
    );
    const said: string[] = [];
    new MutationObserver(() => said.push(announced(reveal))).observe(reveal.shadowRoot as ShadowRoot, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    (await control(reveal, 'View secret Billing key')).click();
    (await control(reveal, 'View secret')).click();
    await control(reveal, 'Show Client secret');
    const masked = serialised(document.documentElement);
    (await control(reveal, 'Show Client secret')).click();
    await shows(reveal, canary);
    (await control(reveal, 'Hide Client secret')).click();
    (await control(reveal, 'Copy Client secret')).click();
    await waitUntil(() => clipboard.copied.length === 1);
    const properties = Object.getOwnPropertyNames(reveal)
      .map((name) => printed(Reflect.get(reveal, name)))
      .join(' ');
    (await control(reveal, 'Done')).click();
    await control(reveal, 'View secret Billing key');
    levels.forEach((level, index) => (console[level] = originals[index] as typeof console.log));
    clipboard.undo();

    expect(heard.length).to.be.greaterThan(3);
    const places = {
      masked,
      properties,
      closed: serialised(document.documentElement),
      events: heard.join('\n'),
      announcements: said.join('\n'),
      console: logged.join('\n'),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      address: location.href + JSON.stringify(history.state),
    };
    for (const [place, text] of Object.entries(places)) expect(text, place).not.to.contain(canary);
  });
});
