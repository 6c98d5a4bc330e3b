import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError } from '../../../src/contract/error.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { environmentOptions, someGrants, someOptions } from '../credential-fixtures.js';
import {
  aCredential,
  at,
  can,
  canary,
  day,
  deferred,
  fakeMarketplace,
  hour,
  minute,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import {
  announced,
  appears,
  control,
  findAll,
  focused,
  nameOf,
  serialised,
  shows,
  textOf,
  waitUntil,
} from '../page.js';

async function aList(
  items: Credential[],
  methods: Methods['credentials'] = {},
  attributes: Partial<CredentialList> = {},
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page(items)),
      get: (id) => Promise.resolve(items.find((one) => one.id === id) as Credential),
      options: () => Promise.resolve(someOptions()),
      ...methods,
    },
  });
  const list = document.createElement('credential-list');
  Object.assign(list, { marketplace }, attributes);
  await fixture(html`<div>${list}</div>`);
  await shows(list, items[0]?.name ?? '');
  return { list, marketplace };
}

const many = (count: number): Credential[] =>
  Array.from({ length: count }, (_, index) => aCredential({ id: `c${index}`, name: `Key ${index}` }));

const bodies = (list: CredentialList): HTMLElement[] => findAll(list, 'tbody');

const row = (list: CredentialList, id: string): HTMLElement => {
  const found = findAll(list, 'tr[data-id]').find(({ dataset }) => dataset['id'] === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

const headers = (list: CredentialList): string[] =>
  findAll(list, 'thead th')
    .filter((one) => one.checkVisibility())
    .map(nameOf);

/** What changes in the page until something is over. */
async function changesDuring(root: Node, change: () => Promise<void>): Promise<MutationRecord[]> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  await change();
  records.push(...observer.takeRecords());
  observer.disconnect();
  return records;
}

/** Where the last two characters of a text stand. */
function endOf(root: ParentNode, text: string): [before: DOMRect, last: DOMRect] {
  const node = findAll(root, '*')
    .flatMap((one) => [...one.childNodes])
    .find((one) => one instanceof Text && one.data.includes(text)) as Text;
  const placeOf = (from: number): DOMRect => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + 1);
    return range.getBoundingClientRect();
  };
  const end = node.data.indexOf(text) + text.length - 1;
  return [placeOf(end - 1), placeOf(end)];
}

/** Whether a text in Latin letters ends at the right, as it is written. */
function endsAtTheRight(root: ParentNode, text: string): boolean {
  const [before, last] = endOf(root, text);
  return last.left >= before.right - 1;
}

type Resource = Credential['resources'][number];

describe('<credential-list> rows', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('names', () => {
    for (const [width, kind] of [
      [1280, 'rows'],
      [320, 'cards'],
    ] as const)
      it(`are read in their own direction on a page that is read from right to left, in ${kind}`, async () => {
        await setViewport({ width, height: 800 });
        const [api, a, b] = ['Payments API (v2)', 'A (1)', 'B (2)'].map((name) => ({ id: name, name })) as [
          Resource,
          Resource,
          Resource,
        ];
        const one = aCredential({ name: 'Robot (old)', environment: 'Staging (EU)', resources: [api] });
        const two = aCredential({ id: 'two', resources: [a, b] });
        const { list } = await aList([one, two], {}, { dir: 'rtl' });
        for (const name of [one.name, 'Staging (EU)', api.name, a.name, b.name])
          await waitUntil(() => endsAtTheRight(list, name), name);
        // Names beside each other follow each other as the page is read.
        await waitUntil(() => endOf(list, a.name)[1].left > endOf(list, b.name)[1].right, 'the order of names');
        // It stands where everything else does.
        const head = row(list, one.id).querySelector('th') as HTMLElement;
        const name = head.querySelector('.name') as HTMLElement;
        const range = document.createRange();
        range.selectNodeContents(name);
        const padding = parseFloat(getComputedStyle(head).paddingInlineStart);
        expect(range.getBoundingClientRect().right).to.be.closeTo(head.getBoundingClientRect().right - padding, 2);
        await setViewport({ width: 1280, height: 800 });
      });
  });

  describe('columns', () => {
    it('UX list 1: are there where there is something to say', async () => {
      const { list } = await aList([aCredential({ lastUsedAt: undefined, resources: [] })]);
      expect(headers(list)).to.deep.equal(['Name', 'Identifier', 'Status', 'Actions']);
      const { list: full } = await aList([
        aCredential({ expiresAt: at(start + 60 * day), environment: 'sandbox' }),
        aCredential({ id: 'b', name: 'Second', environment: 'production', lastUsedAt: null }),
      ]);
      expect(headers(full)).to.deep.equal([
        'Name',
        'Identifier',
        'Status',
        'Environment',
        'Used for',
        'Last used',
        'Expires',
        'Actions',
      ]);
      expect(textOf(row(full, 'b'))).to.contain('Never used since Nov 19, 2026');
      await expect(full).to.be.accessible();
    });

    it('UX list 1: name the environment, not its id', async () => {
      const { list } = await aList([aCredential({ environment: 'sandbox' })], {
        options: () => Promise.resolve(environmentOptions({ blocked: undefined })),
      });
      await appears(() => textOf(row(list, 'cred-1')).includes('Sandbox'), 'no name');
      list.environment = 'sandbox';
      await waitUntil(() => !headers(list).includes('Environment'));
    });

    it('say what a credential may do where that is granted in parts, and leave out the API a list is of', async () => {
      const { list } = await aList([aCredential({ grants: someGrants })], {}, { resourceId: 'res-1' });
      await shows(list, 'Platform API: Read and write · Acme');
      const { list: plain } = await aList([aCredential()], {}, { resourceId: 'res-1' });
      expect(headers(plain)).not.to.contain('Used for');
    });

    it('say whose a credential is in a list of several applications', async () => {
      const { list } = await aList([aCredential()]);
      await shows(list, 'API key · Invoices');
      list.applicationId = 'app-1';
      await waitUntil(() => !textOf(list).includes('API key · Invoices'));
    });
  });

  describe('status', () => {
    it('UX list 2: is an icon beside a word, and tells apart what is never used and what nobody knows', async () => {
      const { list } = await aList([
        aCredential({ expiresAt: at(start + 5 * day) }),
        aCredential({ id: 'b', state: 'expired', expiresAt: at(start - 2 * day), lastUsedAt: null }),
        aCredential({ id: 'c', lastUsedAt: undefined, transition: 'suspending' }),
      ]);
      expect(textOf(row(list, 'cred-1')))
        .to.contain('Active')
        .and.to.contain('Expires in 5 days');
      expect(textOf(row(list, 'b')))
        .to.contain('Expired 2 days ago')
        .and.to.contain('Never used');
      expect(textOf(row(list, 'c')))
        .to.contain('Suspending…')
        .and.to.contain('No usage data');
      for (const badge of findAll(list, '.badge')) {
        expect(getComputedStyle(badge, '::before').maskImage).to.contain('svg');
        expect(nameOf(badge)).not.to.equal('');
      }
    });

    it('X3: shows a state, a transition and an action of a newer marketplace without breaking', async () => {
      const newer = {
        id: 'n',
        state: 'quarantined',
        transition: 'thinking',
        actions: [{ action: 'teleport', allowed: true }, ...can('remove')],
        secret: { visibility: 'telepathic', state: 'elsewhere' },
      } as unknown as Partial<Credential>;
      const { list } = await aList([aCredential(newer), aCredential({ id: 'b', transition: 'unknown' })]);
      expect(nameOf(row(list, 'n').querySelector('.badge'))).to.equal('Unknown');
      expect(nameOf(row(list, 'b').querySelector('.badge'))).to.equal('Active');
      row(list, 'n').querySelector<HTMLElement>('[data-do="menu"]')?.click();
      await control(list, 'History');
      expect(findAll(list, '[role="menuitem"]').map(nameOf)).to.deep.equal(['History', 'Delete credential']);
    });

    it('follows the clock of the marketplace', async () => {
      const { list, marketplace } = await aList([aCredential({ lastUsedAt: at(start - 59 * minute) })]);
      await shows(list, '59 minutes ago');
      marketplace.setNow(start + minute);
      list.requestUpdate();
      await shows(list, '1 hour ago');
    });
  });

  describe('identifiers', () => {
    it('copy each of several under a name of its own, and wait for the first', async () => {
      const identifiers = [
        { name: 'clientId', label: 'Client ID', value: 'client-4711' },
        { name: 'keyId', label: 'Key ID', value: 'key-0815' },
      ];
      let now = aCredential({ identifiers: [], state: 'pending' });
      const { list, marketplace } = await aList([now], { get: () => Promise.resolve(now) });
      await shows(list, 'Once it is set up');
      await waitUntil(() => marketplace.streams === 1);
      now = aCredential({ identifiers, updatedAt: at(start) });
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await control(list, 'Copy Client ID of Billing key');
      await control(list, 'Copy Key ID of Billing key');
      expect(findAll(list, 'bdi').map(({ textContent }) => textContent)).to.deep.equal(['client-4711', 'key-0815']);
      expect(textOf(list)).not.to.contain('Once it is set up');
    });

    it('D5, D7: no secret and no title is anywhere in the list', async () => {
      const { list } = await aList([{ ...aCredential(), value: canary } as Credential]);
      await control(list, 'Actions for Billing key');
      expect(serialised(list)).not.to.contain(canary);
      expect(findAll(list, '[title]')).to.have.length(0);
    });
  });

  describe('blocks', () => {
    it('are left out of the browser’s work while out of sight, with every row in the page', async () => {
      const { list } = await aList(many(100));
      expect(findAll(list, 'tr[data-id]')).to.have.length(100);
      expect(bodies(list).length).to.be.within(2, 4);
      for (const body of bodies(list)) expect(getComputedStyle(body).contentVisibility).to.equal('auto');
    });

    it('a change in one row touches nothing but that row', async () => {
      const items = many(100);
      const { list, marketplace } = await aList(items, {
        get: (id) => Promise.resolve(aCredential({ id, name: 'Key 70', state: 'inactive', updatedAt: at(start) })),
      });
      await waitUntil(() => marketplace.streams === 1);
      const table = list.shadowRoot?.querySelector('table') as HTMLElement;
      const changes = await changesDuring(table, async () => {
        marketplace.emit({ subject: 'credential', subjectId: 'c70' });
        await waitUntil(() => textOf(row(list, 'c70')).includes('Inactive'));
      });
      expect(changes).not.to.have.length(0);
      for (const { target, type, attributeName } of changes)
        expect(
          row(list, 'c70').contains(target),
          `${type} ${attributeName} of ${target.nodeName}.${(target as Element).className}`,
        ).to.equal(true);
    });

    it('follow the clock when they come into sight', async () => {
      const { list, marketplace } = await aList(many(100));
      const [first, last] = [row(list, 'c0'), row(list, 'c99')];
      await waitUntil(() => marketplace.streams === 1);
      await waitUntil(() => !last.checkVisibility({ contentVisibilityAuto: true }));
      await nextFrame();
      marketplace.setNow(start + 2 * hour);
      list.requestUpdate();
      await waitUntil(() => first.textContent.includes('5 hours ago'));
      expect(last.textContent).to.contain('3 hours ago');
      last.scrollIntoView();
      await waitUntil(() => last.textContent.includes('5 hours ago'));
    });

    it('rows keep their elements when others come and go', async () => {
      const { list, marketplace } = await aList(many(80), {
        get: (id) => Promise.resolve(aCredential({ id, name: 'New' })),
      });
      const [first, last] = [row(list, 'c1'), row(list, 'c79')];
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'c0', removed: true });
      marketplace.emit({ subject: 'credential', subjectId: 'new' });
      await shows(list, 'New');
      expect([row(list, 'c1'), row(list, 'c79')]).to.deep.equal([first, last]);
      expect(findAll(list, 'tr[data-id]')[0]?.dataset['id']).to.equal('new');
    });

    it('a menu stays open while its row moves', async () => {
      const { list, marketplace } = await aList([aCredential()], {
        get: (id) => Promise.resolve(aCredential({ id, name: 'Above' })),
      });
      (await control(list, 'Actions for Billing key')).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
      marketplace.emit({ subject: 'credential', subjectId: 'b' });
      await shows(list, 'Above');
      expect(focused()?.getAttribute('role')).to.equal('menuitem');
    });
  });

  describe('states', () => {
    it('UX list 9: an error of an empty list stands above it, not in a row', async () => {
      const { list } = await aList([aCredential()]);
      list.marketplace = fakeMarketplace({
        credentials: { list: () => Promise.reject(new ApiError('unavailable', 'x')) },
      });
      await control(list, 'Try again');
      expect(findAll(list, 'table [part="error"]')).to.have.length(0);
      expect(list.shadowRoot?.querySelector('table')?.checkVisibility()).to.equal(false);
      await expect(list).to.be.accessible();
    });

    it('says that there is no marketplace where its address cannot be one', async () => {
      const list = await fixture<CredentialList>(
        html`<credential-list base-url="http://marketplace.example/api"></credential-list>`,
      );
      await shows(list, 'This page is not connected to a marketplace.');
    });

    it('shows help of the host, whatever else is shown', async () => {
      const { list } = await aList([aCredential()]);
      const help = document.createElement('p');
      help.slot = 'help';
      help.textContent = 'Ask us in the forum.';
      list.append(help);
      expect(help.checkVisibility()).to.equal(true);
    });
  });

  describe('quick actions (M3)', () => {
    it('deletes with one press and a confirmation, from the row', async () => {
      const items = [
        aCredential({ actions: can('remove', 'suspend') }),
        aCredential({ id: 'b', name: 'Kept', actions: [{ action: 'remove', allowed: false, reason: 'role' }] }),
      ];
      const answer = deferred<Credential>();
      const { list, marketplace } = await aList(
        items,
        { remove: () => answer.promise },
        { quickActions: 'remove teleport' },
      );
      (await control(list, 'Delete Billing key')).focus();
      await expect(list).to.be.accessible();
      expect(findAll(list, '[data-do="remove"]').map(nameOf)).to.deep.equal(['Delete Billing key']);
      await sendKeys({ press: 'Enter' });
      await shows(list, 'Delete “Billing key”?');
      const confirm = await appears(
        () => findAll(list, 'dialog button').find((one) => nameOf(one) === 'Delete credential'),
        'no confirmation',
      );
      confirm.click();
      await waitUntil(() => announced(list) === 'Billing key: Deleting…');
      expect(list.shadowRoot?.querySelector('dialog')?.open, 'D10: open until the outcome is known').to.equal(true);
      answer.resolve(aCredential({ state: 'deleting', actions: [] }));
      await waitUntil(() => !list.shadowRoot?.querySelector('dialog'));
      expect(marketplace.callsOf('credentials.remove')).to.have.length(1);
      // The button has gone with the action: the row keeps the focus.
      expect(nameOf(focused())).to.equal('Actions for Billing key');
    });

    it('opens the editor from the name, where that is possible', async () => {
      const { list } = await aList([
        aCredential({ actions: can('update') }),
        aCredential({ id: 'b', name: 'Fixed', actions: [] }),
      ]);
      const events: Event[] = [];
      list.addEventListener('credential-edit', (event) => {
        event.preventDefault();
        events.push(event);
      });
      (await control(list, 'Billing key')).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => events.length === 1);
      expect(row(list, 'b').querySelector('.name')?.localName).to.equal('span');
    });
  });

  it('the card before a deletion tells it from others of the name (UX list 6)', async () => {
    const { list } = await aList([aCredential({ environment: 'sandbox', lastUsedAt: null, actions: can('remove') })]);
    row(list, 'cred-1').querySelector<HTMLElement>('[data-do="menu"]')?.click();
    (await control(list, 'Delete credential')).click();
    const card = await appears(() => findAll(list, 'dialog dl')[0], 'no card');
    for (const text of ['API key', 'lk_test_7Q4dX9', 'sandbox', 'Invoices', 'Payments API'])
      expect(textOf(card)).to.contain(text);
    await shows(list, 'It was never used.');
    await expect(list).to.be.accessible();
  });

  it('catches up when a tab that slept is looked at again', async () => {
    const { list, marketplace } = await aList([aCredential()]);
    await control(list, 'Actions for Billing key');
    await waitUntil(() => marketplace.streams === 1);
    marketplace.setNow(start + day);
    document.dispatchEvent(new Event('visibilitychange'));
    await shows(list, 'yesterday');
  });

  it('says in an open dialog that the session has ended, and keeps the row as it is', async () => {
    const { list } = await aList([aCredential({ actions: can('suspend') })], {
      suspend: () => Promise.reject(new ApiError('unauthenticated', 'x')),
    });
    row(list, 'cred-1').querySelector<HTMLElement>('[data-do="menu"]')?.click();
    (await control(list, 'Suspend credential')).click();
    const confirm = await appears(
      () => findAll(list, 'dialog button').find((one) => nameOf(one) === 'Suspend credential'),
      'no confirmation',
    );
    confirm.click();
    await shows(list, 'Your session has ended.');
    expect(list.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    expect(textOf(row(list, 'cred-1'))).to.contain('Active');
  });

  it('changes its list with a dialog open', async () => {
    const { list } = await aList([aCredential({ actions: can('remove') })]);
    row(list, 'cred-1').querySelector<HTMLElement>('[data-do="menu"]')?.click();
    (await control(list, 'Delete credential')).click();
    await shows(list, 'Delete “Billing key”?');
    list.marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve(page([])) } });
    await waitUntil(() => findAll(list, 'tr[data-id]').length === 0);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !list.shadowRoot?.querySelector('dialog'));
    await shows(list, 'No credentials yet');
    expect(focused()?.getAttribute('part')).to.equal('bar');
  });

  it('works with the clock of the marketplace hours away', async () => {
    const { list, marketplace } = await aList([aCredential({ expiresAt: at(start + 5 * day) })]);
    marketplace.setNow(start - 7 * hour);
    list.requestUpdate();
    await shows(list, 'Expires in 5 days');
    await shows(list, 'in 4 hours');
  });
});
