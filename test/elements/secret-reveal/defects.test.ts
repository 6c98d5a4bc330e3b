import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import { MarketplaceError } from '../../../src/contract/error.js';
import type { Credential } from '../../../src/contract/credential.js';
import type { Secret } from '../../../src/contract/secret.js';
import { SecretValue } from '../../../src/contract/secret-value.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { common } from '../../../src/locales/en/common.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { oneTypeOptions } from '../credential-fixtures.js';
import { aSecret, canary, deferred, fakeMarketplace, page } from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
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
import { agree, aReveal, leavePage, once, open, seenOnce } from './stage.js';

/** Pastes what is in the real clipboard, as a person does. */
async function pasted(): Promise<string> {
  const field = document.createElement('textarea');
  field.setAttribute('aria-label', 'Paste here');
  document.body.append(field);
  field.focus();
  await sendKeys({ press: 'ControlOrMeta+V' });
  const text = field.value;
  field.remove();
  return text;
}

/** The list with the panel of a credential's secret open. */
async function inList(credential: Credential): Promise<{ list: CredentialList; reveal: SecretReveal }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page([credential])),
      get: () => Promise.resolve(credential),
      reveal: () => Promise.resolve(seenOnce()),
      options: () => Promise.resolve(oneTypeOptions()),
    },
  });
  const list = await fixture<CredentialList>(
    html`<credential-list .marketplace=${marketplace} application-id="app-1"></credential-list>`,
  );
  (await control(list, 'View secret of Billing key')).focus();
  await sendKeys({ press: 'Enter' });
  const reveal = await appears(() => list.shadowRoot?.querySelector('secret-reveal') ?? undefined, 'no panel');
  return { list, reveal };
}

const isPanelOpen = (list: CredentialList): boolean => list.shadowRoot?.querySelector('dialog.panel') !== null;

describe('Defects of other products', () => {
  afterEach(leavePage);

  for (const press of ['Enter', 'Space']) {
    it(`D1: ${press} on a copy button puts the value into the clipboard, and closes nothing`, async () => {
      const { reveal } = await aReveal();
      const closing = collect(reveal, 'secret-closed', 'secret-hidden');
      await open(reveal);
      (await control(reveal, 'Copy Client secret')).focus();
      await sendKeys({ press });
      await waitUntil(() => announced(reveal) === 'Client secret copied.');
      expect(await pasted()).to.equal(canary);
      expect(closing).to.deep.equal([]);
    });
  }

  it('D2: a rejected clipboard write never closes: the value is selected, and Ctrl+C takes it', async () => {
    const clipboard = fakeClipboard({ refuses: true });
    const { list, reveal } = await inList(once());
    await agree(reveal);
    (await control(reveal, 'Copy Client secret')).focus();
    await sendKeys({ press: 'Enter' });
    await shows(reveal, common.copyFailed);
    expect(isPanelOpen(list)).to.equal(true);
    await waitUntil(() => getSelection()?.toString() === canary);
    expect(textOf(reveal)).not.to.contain('Copied');
    clipboard.undo();

    const copied = collect(reveal, 'secret-copied');
    await sendKeys({ press: 'ControlOrMeta+C' });
    await waitUntil(() => announced(reveal) === 'Client secret copied.');
    expect(copied).to.have.length(1);
    // It is stored now: closing asks nothing.
    expect(await reveal.requestClose()).to.equal(true);
    list.remove();
    expect(await pasted()).to.equal(canary);
  });

  it('D2: a part of the value that was copied by hand does not count as stored', async () => {
    const { reveal } = await aReveal(once());
    await open(reveal);
    (await control(reveal, 'Show Client secret')).click();
    await shows(reveal, canary);
    const text = findAll(reveal, '#value-1')[0]?.firstChild as Text;
    const shown = [...(findAll(reveal, '#value-1')[0]?.childNodes ?? [])].find((node) => node.textContent === canary);
    getSelection()?.setBaseAndExtent(shown ?? text, 0, shown ?? text, 5);
    await sendKeys({ press: 'ControlOrMeta+C' });
    await reveal.updateComplete;
    void reveal.requestClose();
    await shows(reveal, secretSession.secretCloseHeading);
    await sendKeys({ press: 'Escape' });
  });

  it('D3: the clipboard is awaited before anything is said or counted as stored', async () => {
    const written = deferred<undefined>();
    Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: () => written.promise });
    const { reveal } = await aReveal(once());
    await open(reveal);
    (await control(reveal, 'Copy Client secret')).focus();
    await sendKeys({ press: 'Enter' });
    await reveal.updateComplete;
    expect(textOf(reveal)).not.to.contain('Copied');
    expect(announced(reveal)).not.to.contain('copied');
    void reveal.requestClose();
    await shows(reveal, secretSession.secretCloseHeading);
    written.resolve(undefined);
    await waitUntil(() => announced(reveal) === 'Client secret copied.');
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
    await sendKeys({ press: 'Escape' });
  });

  it('D4: no live region ever holds the secret, and “copied” is said only when it was', async () => {
    const clipboard = fakeClipboard({ refuses: true });
    const { reveal } = await aReveal();
    const said: string[] = [];
    const regions = '[role="status"], [role="alert"], [role="log"], [aria-live]';
    new MutationObserver(() => said.push(...findAll(reveal, regions).map((one) => one.textContent ?? ''))).observe(
      reveal.shadowRoot as ShadowRoot,
      { subtree: true, childList: true, characterData: true },
    );
    await open(reveal);
    (await control(reveal, 'Show Client secret')).click();
    await shows(reveal, canary);
    (await control(reveal, 'Copy Client secret')).click();
    await shows(reveal, common.copyFailed);
    expect(said.join('\n')).to.contain(common.copyFailed);
    expect(said.join('\n')).not.to.contain('copied.');
    clipboard.undo();
    const works = fakeClipboard();
    (await control(reveal, 'Copy Client secret')).click();
    await waitUntil(() => announced(reveal) === 'Client secret copied.');
    expect(textOf(reveal)).not.to.contain(common.copyFailed);
    expect(said.join('\n')).not.to.contain(canary);
    works.undo();
  });

  it('D5: nothing of a masked value is in the page, and the mask tells nothing of its length', async () => {
    const lengths = [1, 7, 64];
    const masks = [];
    for (const length of lengths) {
      const value = 'S'.repeat(length);
      const fields = [{ name: 'key', label: 'Value', value: new SecretValue(value), secret: true }];
      const { reveal } = await aReveal(undefined, { reveal: () => Promise.resolve(aSecret({ fields })) });
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Show Value');
      masks.push(findAll(reveal, '.value')[0]?.textContent);
      if (length > 1) expect(serialised(reveal)).not.to.contain(value);
      expect(findAll(reveal, '[title]')).to.deep.equal([]);
    }
    expect(new Set(masks).size).to.equal(1);
  });

  describe('D9: a secret that is seen once is not dismissed by', () => {
    /** The panel stays, and whether to close is asked; going back keeps everything as it is. */
    async function isGuarded(list: CredentialList, reveal: SecretReveal): Promise<void> {
      await shows(reveal, secretSession.secretCloseHeading);
      await shows(reveal, secretSession.secretCloseNever);
      expect(nameOf(focused())).to.equal(secretSession.secretGoBack);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => findAll(reveal, 'dialog').length === 0);
      expect(isPanelOpen(list)).to.equal(true);
      await control(reveal, 'Show Client secret');
    }

    it('Escape, however often it is pressed', async () => {
      const { list, reveal } = await inList(once());
      await agree(reveal);
      for (const _ of [1, 2, 3]) {
        await sendKeys({ press: 'Escape' });
        await isGuarded(list, reveal);
      }
      await expect(reveal).to.be.accessible();
    });

    it('a press on the backdrop', async () => {
      const { list, reveal } = await inList(once());
      await agree(reveal);
      await sendMouse({ type: 'click', position: [5, 300] });
      await isGuarded(list, reveal);
    });

    it('the button that closes the panel', async () => {
      const { list, reveal } = await inList(once());
      await agree(reveal);
      (await control(list, 'Close')).focus();
      await sendKeys({ press: 'Space' });
      await isGuarded(list, reveal);
    });

    it('Done; “Close and lose the secret” does close, and the focus returns', async () => {
      const { list, reveal } = await inList(once());
      await agree(reveal);
      (await control(reveal, 'Done')).focus();
      await sendKeys({ press: 'Enter' });
      await isGuarded(list, reveal);
      (await control(reveal, 'Done')).focus();
      await sendKeys({ press: 'Enter' });
      (await control(reveal, secretSession.secretCloseLose)).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !isPanelOpen(list));
      expect(serialised(document.documentElement)).not.to.contain(canary);
      await waitUntil(() => nameOf(focused()) === 'View secret of Billing key');
    });
  });

  describe('D12: closing while something is pending loses no key', () => {
    it('the panel stays while a credential is being created', async () => {
      const created = deferred<Credential>();
      const marketplace = fakeMarketplace({
        credentials: {
          list: () => Promise.resolve(page([])),
          options: () => Promise.resolve(oneTypeOptions()),
          create: () => created.promise,
          get: () => Promise.resolve(once()),
          reveal: () => Promise.resolve(seenOnce()),
        },
      });
      const list = await fixture<CredentialList>(
        html`<credential-list
          creatable
          .marketplace=${marketplace}
          application-id="app-1"
          resource-id="res-1"
        ></credential-list>`,
      );
      (await control(list, 'Create credential')).click();
      fill(await labelled(list, 'Name'), 'Billing key');
      const form = await appears(() => list.shadowRoot?.querySelector('credential-form') ?? undefined, 'no form');
      const submit = await control(form, 'Create credential');
      submit.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => marketplace.callsOf('credentials.create').length === 1);
      for (const _ of [1, 2]) await sendKeys({ press: 'Escape' });
      expect(isPanelOpen(list)).to.equal(true);
      created.resolve(once());
      const reveal = await appears(() => form.shadowRoot?.querySelector('secret-reveal') ?? undefined, 'no secret');
      await open(reveal);
      await sendKeys({ press: 'Escape' });
      await shows(reveal, secretSession.secretCloseNever);
      await sendKeys({ press: 'Escape' });
      // Another credential takes the place of this one: that is a way out, too.
      (await control(form, 'Create another credential')).click();
      await shows(reveal, secretSession.secretCloseNever);
      await sendKeys({ press: 'Escape' });
      await control(reveal, 'Show Client secret');
    });

    it('the panel stays while the only view is on its way', async () => {
      const answer = deferred<Secret>();
      const { list, reveal } = await inList(once());
      (reveal.marketplace as unknown as { credentials: object }).credentials = {
        ...fakeMarketplace({ credentials: { get: () => Promise.resolve(once()), reveal: () => answer.promise } })
          .credentials,
        get: () => Promise.resolve(once()),
        reveal: () => answer.promise,
      };
      (await control(reveal, 'View secret')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(reveal, secretSession.secretUnderway);
      await expect(reveal).to.be.accessible();
      for (const _ of [1, 2]) await sendKeys({ press: 'Escape' });
      expect(isPanelOpen(list)).to.equal(true);
      (await control(reveal, 'Cancel')).click();
      answer.resolve(seenOnce());
      await control(reveal, 'Show Client secret');
    });

    it('the answer that was lost is had again under the same idempotency key', async () => {
      let isLost = true;
      const { reveal, marketplace } = await aReveal(once(), {
        reveal: () => (isLost ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(seenOnce())),
      });
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Try again');
      isLost = false;
      (await control(reveal, 'Try again')).click();
      await control(reveal, 'Show Client secret');
      const keys = marketplace
        .callsOf('credentials.reveal')
        .map((call) => (call[3] as CallOptions).idempotencyKey ?? '');
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
    });

    it('an element that is taken away meanwhile finds its answer when it comes back', async () => {
      const answer = deferred<Secret>();
      const { reveal } = await aReveal(once(), { reveal: () => answer.promise });
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await shows(reveal, secretSession.secretUnderway);
      const parent = reveal.parentElement as Element;
      reveal.remove();
      answer.resolve(seenOnce());
      await answer.promise;
      parent.append(reveal);
      await control(reveal, 'Show Client secret');
      await shows(reveal, secretSession.secretKeptLeft);
    });
  });

  it('D15: every copy is announced, also a second one of the same value, and so is a failure', async () => {
    const clipboard = fakeClipboard();
    const { reveal } = await aReveal();
    await open(reveal);
    const said: string[] = [];
    const region = reveal.shadowRoot?.querySelector('[role="status"]') as Element;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    (await control(reveal, 'Copy Client ID')).focus();
    for (const count of [1, 2]) {
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => said.filter((text) => text.trim() === 'Client ID copied.').length === count);
    }
    clipboard.undo();
    const refusing = fakeClipboard({ refuses: true });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(reveal, '[role="alert"]').some((one) => nameOf(one).includes(common.copyFailed)));
    refusing.undo();
  });
});
