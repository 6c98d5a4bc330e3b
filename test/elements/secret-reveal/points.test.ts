import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { Secret } from '../../../src/contract/secret.js';
import { duration } from '../../../src/elements/shared/duration.js';
import { common } from '../../../src/locales/en/common.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, can, canary, day, deferred, hour, minute, start } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import {
  announced,
  appears,
  collect,
  control,
  fakeClipboard,
  findAll,
  focused,
  nameOf,
  serialised,
  shows,
  textOf,
  waitUntil,
} from '../page.js';
import { aReveal, erased, leavePage, once, open, secondsLeft, seenOnce } from './stage.js';

/** UX.md, `<secret-reveal>`, point by point. What a point means in detail stands in the files beside this one. */
describe('<secret-reveal> as UX.md has it', () => {
  afterEach(leavePage);

  it('UX secret 1: waiting, available, confirm, decrypting, shown, copied, closed, gone', async () => {
    const clipboard = fakeClipboard();
    const answer = deferred<Secret>();
    let credential = aCredential({ secret: { visibility: 'window', state: 'pending' }, actions: [] });
    const { reveal, marketplace } = await aReveal(() => credential, { reveal: () => answer.promise });
    const change = async (next: Credential): Promise<void> => {
      credential = next;
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
    };
    await shows(reveal, secretReveal.secretPending);
    await change(aCredential());
    await shows(reveal, 'for another 2 days 4 hours, until Nov 22, 2026');
    (await control(reveal, 'View secret Billing key')).click();
    await shows(reveal, secretSession.secretConfirm);
    (await control(reveal, 'View secret')).click();
    await control(reveal, secretSession.secretDecrypting);
    answer.resolve(aSecret());
    (await control(reveal, 'Copy Client secret')).click();
    await shows(reveal, 'Copied');
    (await control(reveal, 'Done')).click();
    await control(reveal, 'View secret Billing key');
    await change(erased());
    await shows(reveal, secretReveal.secretErased);
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1', removed: true });
    await shows(reveal, secretReveal.secretGone);
    clipboard.undo();
  });

  it('UX secret 1: the time left is announced at 24 hours, 1 hour and 5 minutes, and never between', async () => {
    const { reveal, marketplace } = await aReveal();
    const end = start + 2 * day + 4 * hour;
    await shows(reveal, '2 days 4 hours');
    const region = reveal.shadowRoot?.querySelector('[role="status"]') as Element;
    const said: string[] = [];
    new MutationObserver(() => said.push(nameOf(region))).observe(region, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    for (const left of [30 * hour, 24 * hour, 2 * hour, hour, 10 * minute, 5 * minute]) {
      marketplace.setNow(end - left);
      await shows(reveal, `for another ${duration('en', left)},`);
    }
    await waitUntil(() => said.length === 3, said.join());
    expect(said).to.deep.equal([
      secretReveal.secretWindowLeft('1 day'),
      secretReveal.secretWindowLeft('1 hour'),
      secretReveal.secretWindowLeft('5 minutes'),
    ]);
  });

  it('UX secret 2: the confirmation tells the consequence as it is', async () => {
    for (const [credential, words] of [
      [once(), secretSession.secretConfirmOnce],
      [aCredential(), 'You can view it again until Nov 22, 2026'],
    ] as const) {
      const { reveal } = await aReveal(credential);
      (await control(reveal, 'View secret Billing key')).click();
      await shows(reveal, words);
      const button = await control(reveal, 'View secret');
      const described = button.getAttribute('aria-describedby') ?? '';
      expect(nameOf(reveal.shadowRoot?.getElementById(described) ?? null)).to.contain(words);
    }
    const { reveal } = await aReveal(aCredential({ secret: { visibility: 'always', state: 'available' } }));
    (await control(reveal, 'View secret Billing key')).click();
    await shows(reveal, secretSession.secretConfirmBody);
    expect(textOf(reveal)).not.to.match(/once|until/);
  });

  it('UX secret 3: fetched only after the confirmation, absent from the page while masked, not in any property', async () => {
    const { reveal, marketplace } = await aReveal();
    (await control(reveal, 'View secret Billing key')).click();
    await shows(reveal, secretSession.secretConfirm);
    expect(marketplace.callsOf('credentials.reveal')).to.have.length(0);
    (await control(reveal, 'View secret')).click();
    await control(reveal, 'Show Client secret');
    expect(serialised(document.documentElement)).not.to.contain(canary);
  });

  it('UX secret 3: the countdown is a minute, is announced, and can be extended by button and by key', async () => {
    const { reveal } = await aReveal();
    expect(reveal.hideAfterMs).to.equal(60_000);
    await open(reveal);
    await waitUntil(() => secondsLeft(reveal) > 21);
    reveal.hideAfterMs = 21_000;
    (await control(reveal, secretSession.secretKeep)).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => secondsLeft(reveal) <= 21);
    await waitUntil(() => announced(reveal) === secretSession.secretHidesSoon('20 seconds'));
    await waitUntil(() => secondsLeft(reveal) < 18);
    (await control(reveal, 'Show Client secret')).focus();
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => secondsLeft(reveal) > 18);
  });

  it('UX secret 4: a row per field with buttons named after it; the identifier is plain, the secret masked', async () => {
    const clipboard = fakeClipboard();
    const { reveal } = await aReveal();
    await open(reveal);
    const rows = findAll(reveal, '[part="row"]');
    expect(rows.map((row) => findAll(row, 'button').map(nameOf))).to.deep.equal([
      ['Copy Client ID'],
      ['Show Client secret', 'Copy Client secret'],
    ]);
    expect(rows.map((row) => row.getAttribute('role'))).to.deep.equal(['group', 'group']);
    expect(rows[0]?.textContent).to.contain('client-4711');
    (await control(reveal, 'Copy Client secret')).click();
    await waitUntil(() => clipboard.copied.length === 1);
    expect(clipboard.copied).to.deep.equal([canary]);
    expect(serialised(reveal)).not.to.contain(canary);
    clipboard.undo();
  });

  it('UX secret 5: tells the host of an iframe that it has to allow copying', async () => {
    const clipboard = fakeClipboard({ refuses: true });
    const { reveal } = await aReveal();
    const failed = collect(reveal, 'secret-copy-failed');
    await open(reveal);
    (await control(reveal, 'Copy Client secret')).focus();
    await sendKeys({ press: 'Enter' });
    await shows(reveal, common.copyFailed);
    const embedded = window.parent !== window;
    expect(failed[0]?.detail).to.deep.equal({ credentialId: 'cred-1', field: 'clientSecret', embedded });
    expect(textOf(reveal).includes(secretSession.secretEmbedded)).to.equal(embedded);
    clipboard.undo();
  });

  for (const [name, act] of [
    ['copied', async (reveal: Element) => (await control(reveal, 'Copy Client secret')).click()],
    ['ticked as stored', async (reveal: Element) => (await labelled(reveal, secretSession.secretStored)).click()],
  ] as const) {
    it(`UX secret 6: exits are guarded until it was ${name}`, async () => {
      const clipboard = fakeClipboard();
      const { reveal } = await aReveal(once());
      await open(reveal);
      expect(asksBeforeLeaving()).to.equal(true);
      await act(reveal);
      await waitUntil(() => !asksBeforeLeaving());
      expect(await reveal.requestClose()).to.equal(true);
      clipboard.undo();
    });
  }

  it('UX secret 7: offers .env, JSON and CSV', async () => {
    const { reveal } = await aReveal();
    await open(reveal);
    for (const name of ['Download .env', 'Download JSON', 'Download CSV']) await control(reveal, name);
  });

  describe('UX secret 9: every node that can hold the value', () => {
    it('keeps password managers, translators, spell checkers and recorders off', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, canary);
      const holders = findAll(reveal, '*').filter((one) =>
        [...one.childNodes].some((node) => node instanceof Text && node.data.includes(canary)),
      );
      expect(holders).to.have.length(1);
      for (const holder of holders) {
        const { attributes } = holder;
        const told = Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
        expect(told).to.include({
          'data-1p-ignore': '',
          'data-lpignore': 'true',
          'data-bwignore': '',
          'data-private': '',
          'data-sentry-mask': '',
          'data-dd-privacy': 'mask',
          'data-hj-suppress': '',
          autocomplete: 'off',
          translate: 'no',
          spellcheck: 'false',
          dir: 'ltr',
        });
        expect(holder.classList.contains('ph-no-capture')).to.equal(true);
      }
    });

    it('reads from left to right in a page that does not', async () => {
      document.documentElement.dir = 'rtl';
      const { reveal } = await aReveal();
      await open(reveal);
      for (const value of findAll(reveal, '.value')) {
        const style = getComputedStyle(value);
        expect([style.direction, style.unicodeBidi]).to.deep.equal(['ltr', 'isolate']);
      }
      await expect(reveal).to.be.accessible();
      document.documentElement.dir = '';
    });

    it('is blank in print, where a mask of a fixed length stands for it; what is no secret is not', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, canary);
      const shown = (): string[] => findAll(reveal, '.value').map((value) => getComputedStyle(value).visibility);
      expect(shown()).to.deep.equal(['visible', 'visible']);
      await emulateMedia({ media: 'print' });
      expect(shown()).to.deep.equal(['visible', 'hidden']);
      const masks = findAll(reveal, '.value').map((value) => getComputedStyle(value, '::before').content);
      expect(masks).to.deep.equal(['none', `"${'•'.repeat(16)}"`]);
      await emulateMedia({ media: 'screen' });
    });
  });

  it('UX secret 10: lost it? Renew where possible, else create another, inline', async () => {
    const renewable = aCredential({
      secret: { visibility: 'once', state: 'viewed' },
      actions: [{ action: 'renew', allowed: true, overlapsMs: [0, hour] }],
    });
    const { reveal } = await aReveal(renewable);
    await control(reveal, 'Renew credential');
    await expect(reveal).to.be.accessible();
    const other = await aReveal({ ...renewable, actions: can('remove') });
    const events = collect(other.reveal, 'credential-replace');
    (await control(other.reveal, 'Create another credential')).focus();
    await sendKeys({ press: 'Enter' });
    expect(events).to.have.length(1);
    expect(textOf(other.reveal)).not.to.contain('Renew credential');
  });

  it('goes from beginning to end with the keyboard alone, and the focus is never lost', async () => {
    const clipboard = fakeClipboard();
    const { reveal } = await aReveal(once(), { reveal: () => Promise.resolve(seenOnce()) });
    await control(reveal, 'View secret Billing key');
    document.body.tabIndex = -1;
    document.body.focus();
    const pressed: string[] = [];
    const pressNamed = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 20 && nameOf(focused()) !== name; presses++) await sendKeys({ press: 'Tab' });
      expect(nameOf(focused())).to.equal(name);
      pressed.push(name);
      await sendKeys({ press: 'Enter' });
    };
    await pressNamed('View secret Billing key');
    await appears(() => nameOf(focused()) === 'View secret', 'no focus on the question');
    await pressNamed('View secret');
    await appears(() => nameOf(focused()) === 'Secret of Billing key', 'no focus on the values');
    await pressNamed('Copy Client secret');
    await waitUntil(() => clipboard.copied.length === 1);
    const closed = collect(reveal, 'secret-closed');
    await pressNamed('Done');
    await waitUntil(() => closed.length === 1);
    expect(pressed).to.have.length(4);
    clipboard.undo();
    document.body.removeAttribute('tabindex');
  });
});
