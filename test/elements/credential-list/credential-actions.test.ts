import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError } from '../../../src/contract/error.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { common } from '../../../src/locales/en/common.js';
import { reasons } from '../../../src/locales/en/reasons.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  canary,
  deferred,
  fakeMarketplace,
  minute,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { collect, control, findAll, focused, nameOf, serialised, shows, textOf, waitUntil } from '../page.js';

async function aList(
  items: Credential[],
  methods: Methods['credentials'],
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page(items)),
      get: () => Promise.resolve(items[0] as Credential),
      ...methods,
    },
  });
  const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
  await shows(list, items[0]?.name ?? '');
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

/** The row's state, without the word in the dialog. */
const state = (list: CredentialList): string => textOf(list.shadowRoot?.querySelector('.badge') as Element);

const suspending = aCredential({ transition: 'suspending', version: '2', actions: [] });

describe('<credential-list> actions', () => {
  it('suspends after a confirmation, with the version that was seen and one key', async () => {
    const { list, marketplace } = await aList([aCredential()], { suspend: () => Promise.resolve(suspending) });
    const events = collect(list, 'credential-suspend', 'credential-suspended');
    await choose(list, 'Suspend credential');
    await shows(list, 'Suspend “Billing key”?');
    expect(nameOf(focused())).to.equal('Cancel');
    await expect(list).to.be.accessible();
    expect(marketplace.callsOf('credentials.suspend')).to.have.length(0);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog(list) === null);
    expect(state(list)).to.equal('Suspending…');
    expect(nameOf(focused())).to.equal('Actions for Billing key');
    const [call] = marketplace.callsOf('credentials.suspend');
    expect(call?.[1]).to.equal('cred-1');
    expect(call?.[3]).to.include({ ifMatch: '1' });
    expect((call?.[3] as CallOptions).idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(events.map(({ type }) => type)).to.deep.equal(['credential-suspend', 'credential-suspended']);
    expect(events[1]?.detail).to.deep.equal({ credential: suspending });
  });

  it('enables an inactive credential', async () => {
    const inactive = aCredential({ state: 'inactive', actions: can('enable', 'remove') });
    const { list } = await aList([inactive], {
      enable: () => Promise.resolve({ ...inactive, transition: 'enabling' as const }),
    });
    await choose(list, 'Enable credential');
    (await control(list, 'Enable credential')).click();
    await waitUntil(() => state(list) === 'Enabling…');
  });

  it('shows the change before the answer, stays busy until it is there, and cannot be left meanwhile', async () => {
    const answer = deferred<Credential>();
    const { list, marketplace } = await aList([aCredential()], { suspend: () => answer.promise });
    await choose(list, 'Suspend credential');
    const confirm = await control(list, 'Suspend credential');
    confirm.click();
    confirm.click();
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    expect(dialog(list)?.open).to.equal(true);
    expect(confirm.getAttribute('aria-busy')).to.equal('true');
    expect(state(list)).to.equal('Suspending…');
    answer.resolve(suspending);
    await waitUntil(() => dialog(list) === null);
    expect(marketplace.callsOf('credentials.suspend')).to.have.length(1);
  });

  it('rolls back when it fails, says why inside the dialog, and tries again under the same key', async () => {
    let fails = true;
    const { list, marketplace } = await aList([aCredential()], {
      suspend: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(suspending)),
    });
    const failures = collect(list, 'credential-failed');
    await choose(list, 'Suspend credential');
    (await control(list, 'Suspend credential')).click();
    await waitUntil(() => textOf(dialog(list) as Element).includes(common['error-unavailable']));
    expect(state(list)).to.equal('Active');
    expect(failures[0]?.detail).to.deep.include({ action: 'suspend' });
    await expect(list).to.be.accessible();
    fails = false;
    (await control(list, 'Suspend credential')).click();
    await waitUntil(() => dialog(list) === null);
    const keys = marketplace.callsOf('credentials.suspend').map((call) => (call[3] as CallOptions).idempotencyKey);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('reads the row again after a lost race, and only offers to close', async () => {
    const inactive = aCredential({
      state: 'inactive',
      version: '2',
      updatedAt: at(start + minute),
      actions: can('enable'),
    });
    const { list } = await aList([aCredential()], {
      suspend: () => Promise.reject(new ApiError('precondition-failed', 'x')),
      get: () => Promise.resolve(inactive),
    });
    await choose(list, 'Suspend credential');
    (await control(list, 'Suspend credential')).click();
    await waitUntil(() => textOf(dialog(list) as Element).includes(reasons['error-precondition-failed']));
    expect(state(list)).to.equal('Inactive');
    expect(findAll(dialog(list) as Element, 'button').map(nameOf)).to.deep.equal(['Close']);
    expect(nameOf(focused())).to.equal('Close');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => dialog(list) === null);
    expect(nameOf(focused())).to.equal('Actions for Billing key');
  });

  it('deletes after its name was typed, where the marketplace asks for that', async () => {
    const used = aCredential({ actions: [{ action: 'remove', allowed: true, confirm: 'typed' }, ...can('suspend')] });
    const { list, marketplace } = await aList([used], {
      remove: () => Promise.resolve({ ...used, state: 'deleting' as const, actions: [] }),
    });
    await choose(list, 'Delete credential');
    await shows(list, 'This cannot be undone.');
    await shows(list, 'It was last used 3 hours ago');
    await expect(list).to.be.accessible();
    await sendKeys({ type: 'billing' });
    await sendKeys({ press: 'Enter' });
    await shows(list, 'exactly as it is written');
    expect(marketplace.callsOf('credentials.remove')).to.have.length(0);
    await sendKeys({ press: 'Control+a' });
    await sendKeys({ type: 'Billing key' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => state(list) === 'Deleting…');
    expect(marketplace.callsOf('credentials.remove')).to.have.length(1);
  });

  it('suggests to suspend instead of deleting', async () => {
    const { list, marketplace } = await aList([aCredential()], { suspend: () => Promise.resolve(suspending) });
    await choose(list, 'Delete credential');
    (await control(list, 'Suspend instead')).click();
    await shows(list, 'Suspend “Billing key”?');
    (await control(list, 'Suspend credential')).click();
    await waitUntil(() => state(list) === 'Suspending…');
    expect(marketplace.callsOf('credentials.remove')).to.have.length(0);
  });

  it('puts the focus in the place of a row that was deleted while its dialog was open', async () => {
    const second = aCredential({ id: 'b', name: 'Second' });
    const answer = deferred<Credential>();
    const { list, marketplace } = await aList([aCredential(), second], {
      remove: () => answer.promise,
      get: () => Promise.reject(new ApiError('not-found', 'x')),
    });
    await choose(list, 'Delete credential');
    (await control(list, 'Delete credential')).click();
    await waitUntil(() => marketplace.streams === 1);
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
    await waitUntil(() => list.shadowRoot?.querySelectorAll('tr[data-id]').length === 1);
    answer.resolve(aCredential({ state: 'deleting' }));
    await waitUntil(() => nameOf(focused()) === 'Actions for Second');
    expect(textOf(list)).not.to.contain('Deleting…');
  });

  it('does nothing when a host takes the action over', async () => {
    const { list } = await aList([aCredential()], {});
    const names = ['credential-reveal', 'credential-suspend', 'credential-remove'];
    for (const name of names) list.addEventListener(name, (event) => event.preventDefault());
    const events = collect(list, ...names);
    for (const [index, name] of ['View secret', 'Suspend credential', 'Delete credential'].entries()) {
      (await control(list, 'Actions for Billing key')).click();
      (await control(list, name)).click();
      await waitUntil(() => events.length === index + 1);
    }
    await list.updateComplete;
    expect(dialog(list)).to.equal(null);
  });

  it('cancels with Escape and does nothing', async () => {
    const { list, marketplace } = await aList([aCredential()], {});
    await choose(list, 'Delete credential');
    await shows(list, 'Delete “Billing key”?');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog(list) === null);
    expect(nameOf(focused())).to.equal('Actions for Billing key');
    expect(marketplace.callsOf('credentials.remove')).to.have.length(0);
  });

  describe('View secret', () => {
    it('opens a panel, asks before it closes, and gives the focus back', async () => {
      const { list } = await aList([aCredential()], { reveal: () => Promise.resolve(aSecret()) });
      const button = await control(list, 'View secret of Billing key');
      button.focus();
      await sendKeys({ press: 'Enter' });
      // The button said so already: the panel asks at once.
      await shows(list, 'Show the secret on this page?');
      await shows(list, 'You can view it again until Nov 22, 2026');
      await expect(list).to.be.accessible();
      const reveal = list.shadowRoot?.querySelector('secret-reveal') as HTMLElement;
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Show Client secret');
      expect(serialised(list)).not.to.contain(canary);
      await sendKeys({ press: 'Escape' });
      await shows(list, 'Close without storing it?');
      expect(dialog(list)?.open).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !textOf(list).includes('Close without storing it?'));
      expect(dialog(list)?.open).to.equal(true);
      (await control(list, 'Close')).click();
      (await control(list, 'Close anyway')).click();
      await waitUntil(() => dialog(list) === null);
      expect(nameOf(focused())).to.equal('View secret of Billing key');
    });
  });
});
