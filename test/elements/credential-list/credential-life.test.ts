import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Action } from '../../../src/contract/action.js';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { common } from '../../../src/locales/en/common.js';
import {
  aCredential,
  at,
  can,
  day,
  fakeMarketplace,
  hour,
  minute,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { descriptionOf, fill, labelled } from '../form-page.js';
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

async function aList(
  credential: Credential,
  methods: Methods['credentials'] = {},
  attributes: Partial<CredentialList> = {},
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page([credential])),
      get: () => Promise.resolve(credential),
      ...methods,
    },
  });
  const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
  Object.assign(list, attributes);
  await shows(list, credential.name);
  return { list, marketplace };
}

/** Chooses something in the menu of “Billing key” with the keyboard. */
async function choose(list: CredentialList, name: string): Promise<void> {
  (await control(list, 'Actions for Billing key')).focus();
  await sendKeys({ press: 'Enter' });
  (await control(list, name)).focus();
  await sendKeys({ press: 'Enter' });
}

const dialog = (list: CredentialList): HTMLDialogElement | null =>
  list.shadowRoot?.querySelector<HTMLDialogElement>('dialog') ?? null;

const state = (list: CredentialList): string => textOf(list.shadowRoot?.querySelector('.badge') as Element);

/** The button that goes ahead in the open dialog. */
const goAhead = (list: CredentialList, name: string): Promise<HTMLElement> =>
  appears(() => findAll(list, 'dialog button').find((button) => nameOf(button) === name), `no “${name}” in the dialog`);

const renew: Action = { action: 'renew', allowed: true, overlapsMs: [0, hour, day, 7 * day] };

describe('<credential-list> life of a credential', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('renew (C6)', () => {
    const renewing = aCredential({ transition: 'renewing', version: '2', actions: [] });

    it('asks how long the old secret shall work, with the end of both', async () => {
      const expiresAt = at(start + 30 * day);
      const { list, marketplace } = await aList(aCredential({ actions: [renew], expiresAt }), {
        renew: () => Promise.resolve(renewing),
      });
      const events = collect(list, 'credential-renew', 'credential-renewed');
      await choose(list, 'Renew credential');
      await shows(list, 'Renew “Billing key”?');
      await shows(list, 'The new secret works until Dec 20, 2026');
      expect(nameOf((focused() as HTMLInputElement).labels?.[0] ?? null)).to.equal('1 day');
      expect(await descriptionOf(list, 'Not at all')).to.contain('as soon as the new one is there');
      expect(await descriptionOf(list, '7 days')).to.match(/^Old secret works until Nov 27, 2026/);
      await expect(list).to.be.accessible();
      await sendKeys({ press: 'ArrowDown' });
      expect((await labelled(list, '7 days')).checked).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => dialog(list) === null);
      expect(state(list)).to.equal('Renewing…');
      expect(marketplace.callsOf('credentials.renew')[0]?.[2]).to.deep.equal({ overlapMs: 7 * day });
      expect(marketplace.callsOf('credentials.renew')[0]?.[3]).to.include({ ifMatch: '1' });
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-renew', 'credential-renewed']);
      expect(nameOf(focused())).to.equal('Actions for Billing key');
    });

    it('leaves the list as it is behind the dialog', async () => {
      const { list } = await aList(aCredential({ actions: [...can('reveal'), renew] }));
      const cell = list.shadowRoot?.querySelector('tbody .actions') as Element;
      await choose(list, 'Renew credential');
      await shows(list, 'Renew “Billing key”?');
      const tops = [...cell.children].map((button) => {
        const { top, height } = button.getBoundingClientRect();
        return Math.round(top + height / 2);
      });
      expect(new Set(tops).size, `buttons at ${tops.join()}`).to.equal(1);
      expect(getComputedStyle(cell).flexWrap).to.equal('nowrap');
    });

    it('keeps the choice when it fails, and tries again under the same key', async () => {
      let fails = true;
      const { list, marketplace } = await aList(aCredential({ actions: [renew] }), {
        renew: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(renewing)),
      });
      await choose(list, 'Renew credential');
      (await labelled(list, '1 hour')).click();
      (await goAhead(list, 'Renew credential')).click();
      await shows(list, common['error-unavailable']);
      expect((await labelled(list, '1 hour')).checked).to.equal(true);
      expect(state(list)).to.equal('Active');
      fails = false;
      (await goAhead(list, 'Renew credential')).click();
      await waitUntil(() => dialog(list) === null);
      const calls = marketplace.callsOf('credentials.renew');
      expect(calls.map((call) => call[2])).to.deep.equal([{ overlapMs: hour }, { overlapMs: hour }]);
      expect(new Set(calls.map((call) => (call[3] as CallOptions).idempotencyKey)).size).to.equal(1);
    });

    it('says that an overlap which is still running ends', async () => {
      const { list } = await aList(aCredential({ actions: [renew], overlapUntil: at(start + 5 * hour) }));
      await shows(list, 'Old secret works until');
      await shows(list, 'for another 5 hours');
      await choose(list, 'Renew credential');
      await shows(list, 'stops working at once');
    });
  });

  describe('regenerate (C7)', () => {
    const regenerate: Action = { action: 'regenerate', allowed: true, confirm: 'typed' };

    it('says what ends and what lives on, and asks for the name where the marketplace wants it', async () => {
      const { list, marketplace } = await aList(
        aCredential({ actions: [regenerate], sessionsUntil: at(start + 90 * minute) }),
        { regenerate: () => Promise.resolve(aCredential({ transition: 'regenerating', version: '2', actions: [] })) },
      );
      const events = collect(list, 'credential-regenerate', 'credential-regenerated');
      await choose(list, 'Regenerate credential');
      await shows(list, 'keep working until');
      await shows(list, 'for another 1 hour 30 minutes at most');
      await expect(list).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await shows(list, 'exactly as it is written');
      await sendKeys({ type: 'Billing key' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => state(list) === 'Regenerating…');
      expect(marketplace.callsOf('credentials.regenerate')).to.have.length(1);
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-regenerate', 'credential-regenerated']);
    });

    it('says so in general where nobody knows how long', async () => {
      const type = { id: 'pair', name: 'Key pair', kind: 'key-pair' as const };
      const { list } = await aList(aCredential({ type, actions: can('regenerate') }));
      await choose(list, 'Regenerate credential');
      await shows(list, 'keep working until they expire');
    });

    it('says the same before it is deleted, where there are such tokens', async () => {
      const { list } = await aList(aCredential({ actions: can('remove'), sessionsUntil: at(start + 20 * minute) }));
      await choose(list, 'Delete credential');
      await shows(list, 'for another 20 minutes at most');
      await sendKeys({ press: 'Escape' });
      const { list: other } = await aList(aCredential({ actions: can('remove'), sessionsUntil: at(start - minute) }));
      await choose(other, 'Delete credential');
      await shows(other, 'This cannot be undone.');
      expect(textOf(other)).not.to.contain('Session tokens');
    });
  });

  describe('share (I2, S9)', () => {
    const token = 'tok_CANARY_share';
    const shared = aCredential({ actions: can('share', 'unshare'), shareUntil: at(start + 7 * day) });
    const link = { token, expiresAt: at(start + 7 * day) };
    const external = aCredential({ secret: { visibility: 'never', state: 'none' }, actions: can('share') });

    it('makes a link, shows it once, and closes when the browser has copied it', async () => {
      const clipboard = fakeClipboard();
      const { list, marketplace } = await aList(
        external,
        { share: () => Promise.resolve(link), get: () => Promise.resolve(shared) },
        { shareUrl: '/share?x=1' },
      );
      await shows(list, 'No secret set yet');
      const events = collect(list, 'credential-share', 'credential-shared');
      await choose(list, 'Make a share link');
      await expect(list).to.be.accessible();
      (await goAhead(list, 'Make a link')).click();
      await shows(list, 'It works until Nov 27, 2026');
      const field = await labelled(list, 'Link');
      const address = `${location.origin}/share?x=1#${token}`;
      expect(field.value).to.equal(address);
      await expect(list).to.be.accessible();
      (await goAhead(list, 'Copy link and close')).click();
      await waitUntil(() => dialog(list) === null);
      expect(clipboard.copied).to.deep.equal([address]);
      expect(announced(list)).to.equal('Link copied.');
      await shows(list, 'Share link works until Nov 27, 2026');
      expect(serialised(list)).not.to.contain(token);
      expect(JSON.stringify(events.map(({ detail }) => detail as object))).not.to.contain(token);
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-share', 'credential-shared']);
      expect((marketplace.callsOf('credentials.share')[0]?.[3] as CallOptions).idempotencyKey).to.match(
        /^[0-9a-f]{32}$/,
      );
      expect(nameOf(focused())).to.equal('Actions for Billing key');
      clipboard.undo();
    });

    it('stays open, with the link selected, when the browser refuses to copy (D2)', async () => {
      const clipboard = fakeClipboard({ refuses: true });
      const { list } = await aList(external, { share: () => Promise.resolve(link) }, { shareUrl: '/share' });
      await choose(list, 'Make a share link');
      (await goAhead(list, 'Make a link')).click();
      (await goAhead(list, 'Copy link and close')).click();
      await shows(list, common.copyFailed);
      const field = focused() as HTMLInputElement;
      expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(field.value);
      clipboard.undo();
    });

    it('is not offered where there is no page for the link', async () => {
      const { list } = await aList(external);
      (await control(list, 'Actions for Billing key')).click();
      await control(list, 'History');
      expect(findAll(list, '[role="menuitem"]').map(nameOf)).to.deep.equal(['History']);
    });

    it('says that the earlier link stops, and ends sharing', async () => {
      const { list, marketplace } = await aList(
        shared,
        { unshare: () => Promise.resolve({ ...external, version: '2' }) },
        { shareUrl: '/share' },
      );
      await choose(list, 'Make a share link');
      await shows(list, 'The link that was made before stops working.');
      await sendKeys({ press: 'Escape' });
      await choose(list, 'Stop sharing');
      (await goAhead(list, 'Stop sharing')).click();
      await waitUntil(() => !textOf(list).includes('Share link works'));
      expect(marketplace.callsOf('credentials.unshare')).to.have.length(1);
    });
  });

  describe('provider', () => {
    const waiting = aCredential({ state: 'pending', identifiers: [], actions: can('provision', 'fail') });

    it('has it set up by hand', async () => {
      const { list, marketplace } = await aList(waiting, {
        provision: () => Promise.resolve({ ...waiting, actions: [] }),
      });
      const events = collect(list, 'credential-provision', 'credential-provisioned');
      await choose(list, 'Set it up');
      (await goAhead(list, 'Set it up')).click();
      await waitUntil(() => events.length === 2);
      expect(marketplace.callsOf('credentials.provision')).to.have.length(1);
    });

    it('says why it is refused, and has to', async () => {
      const failed = aCredential({ state: 'error', reasons: [{ detail: 'No contract.', at: at(start) }], actions: [] });
      const { list, marketplace } = await aList(waiting, { fail: () => Promise.resolve(failed) });
      const events = collect(list, 'credential-refuse', 'credential-refused');
      await choose(list, 'Refuse to set it up');
      await shows(list, 'Refuse to set up “Billing key”?');
      (await goAhead(list, 'Refuse to set it up')).click();
      await shows(list, 'Say why it cannot be set up.');
      expect(focused()?.id).to.equal('confirm-input');
      await expect(list).to.be.accessible();
      fill(await labelled<HTMLTextAreaElement>(list, 'Reason'), ' No contract. ');
      (await goAhead(list, 'Refuse to set it up')).click();
      await shows(list, 'Failed No contract.');
      expect(marketplace.callsOf('credentials.fail')[0]?.[2]).to.deep.equal({ reason: 'No contract.' });
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-refuse', 'credential-refused']);
    });
  });

  describe('edit (C9)', () => {
    it('opens the form in a panel, and closes it when it is saved', async () => {
      const editable = aCredential({ actions: can('update') });
      const renamed = { ...editable, name: 'Nightly', version: '2', updatedAt: at(start) };
      let now = editable;
      const { list, marketplace } = await aList(editable, {
        get: () => Promise.resolve(now),
        update: () => Promise.resolve((now = renamed)),
      });
      const events = collect(list, 'credential-edit', 'credential-update', 'credential-updated');
      await choose(list, 'Edit credential');
      fill(await labelled(list, 'Name'), 'Nightly');
      await expect(list).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await shows(list, 'Discard what you entered?');
      (await control(list, 'Keep editing')).click();
      (await control(list, 'Save changes')).click();
      await waitUntil(() => dialog(list) === null);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await shows(list, 'Nightly');
      expect(events.map(({ type }) => type)).to.deep.equal([
        'credential-edit',
        'credential-update',
        'credential-updated',
      ]);
    });
  });

  it('does nothing when a host takes an action over', async () => {
    const actions = [renew, ...can('update', 'regenerate', 'share', 'unshare', 'provision', 'fail', 'retry')];
    const { list } = await aList(aCredential({ actions }), {}, { shareUrl: '/share' });
    const names = ['renew', 'edit', 'regenerate', 'share', 'unshare', 'provision', 'refuse', 'retry'];
    const events = collect(list, ...names.map((name) => `credential-${name}`));
    for (const name of names) list.addEventListener(`credential-${name}`, (event) => event.preventDefault());
    for (const [index, name] of [
      'Renew credential',
      'Edit credential',
      'Regenerate credential',
      'Make a share link',
      'Stop sharing',
      'Set it up',
      'Refuse to set it up',
      'Try again',
    ].entries()) {
      (await control(list, 'Actions for Billing key')).click();
      const item = await appears(
        () => findAll(list, '[role="menuitem"]').find((one) => nameOf(one) === name),
        `no ${name}`,
      );
      item.click();
      await waitUntil(() => events.length === index + 1);
      await list.updateComplete;
    }
    expect(dialog(list)).to.equal(null);
  });
});
