import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { ListCredentials } from '../../../src/contract/credential-params.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { Page } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { common } from '../../../src/locales/en/common.js';
import {
  aCredential,
  at,
  can,
  canary,
  day,
  deferred,
  fakeMarketplace,
  hour,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { announced, control, fakeClipboard, focused, nameOf, serialised, shows, textOf, waitUntil } from '../page.js';

/** A list of the given credentials. */
async function aList(
  items: Credential[],
  methods: Methods['credentials'] = {},
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page(items)),
      get: (id) => Promise.resolve(items.find((one) => one.id === id) ?? aCredential({ id })),
      ...methods,
    },
  });
  const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
  return { list, marketplace };
}

const rows = (list: CredentialList): HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-id]') ?? []),
];

/** Opens the menu of a credential with the keyboard. */
async function openMenu(list: CredentialList, name: string): Promise<void> {
  const button = await control(list, `Actions for ${name}`);
  button.focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused()?.getAttribute('role') === 'menuitem', 'the menu is open');
}

const menuItems = (list: CredentialList): string[] =>
  [...(list.shadowRoot?.querySelectorAll('[role="menuitem"]') ?? [])].map(nameOf);

describe('<credential-list>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('rendering', () => {
    it('shows each credential with state, identifiers and dates', async () => {
      const { list } = await aList([
        aCredential({ expiresAt: at(start + 5 * day) }),
        aCredential({ id: 'b', name: 'New one', state: 'pending', identifiers: [], lastUsedAt: null }),
      ]);
      await shows(list, 'Billing key API key · Invoices');
      expect(rows(list)).to.have.length(2);
      const text = textOf(list);
      for (const part of [
        '2 credentials',
        'Active',
        'Pending',
        '3 hours ago',
        'Never used since Nov 19, 2026',
        'in 5 days',
        'Payments API',
      ])
        expect(text).to.contain(part);
    });

    it('shows what is wanted while it differs from what is', async () => {
      const { list } = await aList([aCredential({ transition: 'suspending' })]);
      await shows(list, 'Suspending…');
      expect(textOf(list)).not.to.contain('Active');
    });

    it('shows why a credential failed, and tries again', async () => {
      const failed = aCredential({
        state: 'error',
        reasons: [{ detail: 'The gateway refused it.', at: at(start) }],
        actions: can('retry'),
      });
      const { list, marketplace } = await aList([failed], {
        retry: () => Promise.resolve({ ...failed, state: 'pending', reasons: undefined, actions: [] }),
      });
      await shows(list, 'The gateway refused it.');
      (await control(list, 'Try again to set up Billing key')).click();
      await shows(list, 'Pending');
      expect(marketplace.callsOf('credentials.retry')).to.have.length(1);
    });

    it('shows a state of a newer marketplace as unknown', async () => {
      const { list } = await aList([aCredential({ state: 'unknown' })]);
      await shows(list, 'Unknown');
    });

    it('leaves out what a marketplace does not know', async () => {
      const { list } = await aList([aCredential({ lastUsedAt: undefined })]);
      await shows(list, 'Billing key');
      expect(textOf(list)).not.to.contain('Last used');
      expect(textOf(list)).not.to.contain('Expires');
    });

    it('asks for the application, the API and the query it is given', async () => {
      const { list, marketplace } = await aList([aCredential()]);
      list.applicationId = 'app-1';
      list.setAttribute('resource-id', 'res-1');
      list.query = ' bill ';
      await waitUntil(() => marketplace.callsOf('credentials.list').length === 2);
      expect(marketplace.callsOf('credentials.list')[1]?.[1]).to.deep.include({
        applicationId: 'app-1',
        resourceId: 'res-1',
        q: 'bill',
      });
    });

    it('reaches all pages', async () => {
      const { list } = await aList([], {
        list: (params) =>
          Promise.resolve(
            params?.cursor === undefined
              ? page([aCredential()], { next: '2', total: 2 })
              : page([aCredential({ id: 'b', name: 'Second' })], { total: 2 }),
          ),
      });
      await shows(list, '1 of 2 credentials');
      (await control(list, 'Load more')).click();
      await shows(list, 'Second');
      expect(rows(list)).to.have.length(2);
      expect(announced(list)).to.equal('2 credentials');
    });

    it('becomes cards in a narrow container', async () => {
      await setViewport({ width: 320, height: 800 });
      const { list } = await aList([aCredential()]);
      await shows(list, 'Billing key');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(list.shadowRoot?.querySelector('tr[data-id] td:nth-child(5)')?.checkVisibility()).to.equal(true);
      await expect(list).to.be.accessible();
      await setViewport({ width: 1280, height: 800 });
    });
  });

  describe('states', () => {
    it('keeps the place while loading', async () => {
      const { list } = await aList([], { list: () => deferred<Page<Credential>>().promise });
      expect(list.shadowRoot?.querySelector('table')?.getAttribute('aria-busy')).to.equal('true');
      expect(list.shadowRoot?.querySelectorAll('.skeleton tr')).to.have.length(3);
      await expect(list).to.be.accessible();
    });

    it('has no header without a name where the box to select all will be', async () => {
      const { list } = await aList([], { list: () => deferred<Page<Credential>>().promise });
      list.selectable = true;
      await list.updateComplete;
      const first = list.shadowRoot?.querySelector('thead tr')?.firstElementChild;
      expect(first?.className).to.equal('select');
      expect(first?.localName).to.equal('td');
      await expect(list).to.be.accessible();
    });

    it('says that there is none yet, or what the host says instead', async () => {
      const { list } = await aList([]);
      await shows(list, 'No credentials yet');
      await expect(list).to.be.accessible();
      const custom = await fixture<CredentialList>(
        html`<credential-list .marketplace=${list.marketplace}><p slot="empty">Create one!</p></credential-list>`,
      );
      await waitUntil(() => custom.querySelector('p')?.checkVisibility());
    });

    it('says that none matches, and shows all again', async () => {
      const { list } = await aList([], {
        list: (params) => Promise.resolve(page(params?.q === undefined ? [aCredential()] : [])),
      });
      list.query = 'zzz';
      await shows(list, 'No credential matches “zzz”');
      await expect(list).to.be.accessible();
      (await control(list, 'Show all credentials')).click();
      await shows(list, 'Billing key');
    });

    it('searches what is typed', async () => {
      const many = Array.from({ length: 10 }, (_, index) => aCredential({ id: String(index), name: `Key ${index}` }));
      const { list, marketplace } = await aList(many);
      await shows(list, 'Key 9');
      (await control(list, 'Search credentials')).focus();
      await sendKeys({ type: 'bill' });
      await waitUntil(() => (marketplace.callsOf('credentials.list').at(-1)?.[1] as ListCredentials).q === 'bill');
    });

    it('says why the list could not be read, and tries again', async () => {
      let fails = true;
      const { list } = await aList([], {
        list: () =>
          fails ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(page([aCredential()])),
      });
      await shows(list, common['error-network']);
      expect(textOf(list)).not.to.contain('No credentials yet');
      await expect(list).to.be.accessible();
      fails = false;
      (await control(list, 'Try again')).click();
      await shows(list, 'Billing key');
      expect(textOf(list)).not.to.contain(common['error-network']);
    });

    it('keeps the last good list when a refresh fails', async () => {
      let fails = false;
      const { list } = await aList([], {
        list: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(page([aCredential()]))),
      });
      await shows(list, 'Billing key');
      fails = true;
      await list.refresh();
      await shows(list, common['error-unavailable']);
      expect(rows(list)).to.have.length(1);
      await expect(list).to.be.accessible();
    });
  });

  describe('identifiers', () => {
    it('copies the whole of it and says so', async () => {
      const clipboard = fakeClipboard();
      const { list } = await aList([aCredential()]);
      const button = await control(list, 'Copy Key prefix of Billing key');
      button.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => announced(list) === 'Key prefix copied.');
      expect(clipboard.copied).to.deep.equal(['lk_test_7Q4dX9']);
      clipboard.undo();
    });

    it('selects it and says how to copy it when the browser refuses', async () => {
      const clipboard = fakeClipboard({ refuses: true });
      const { list } = await aList([aCredential()]);
      (await control(list, 'Copy Key prefix of Billing key')).click();
      await shows(list, common.copyFailed);
      expect(getSelection()?.toString()).to.equal('lk_test_7Q4dX9');
      expect(announced(list)).to.equal('');
      clipboard.undo();
    });
  });

  describe('menu', () => {
    it('offers what the marketplace allows, with the reason for what it does not', async () => {
      const { list } = await aList([
        aCredential({
          actions: [
            { action: 'unknown', allowed: true },
            ...can('remove'),
            { action: 'suspend', allowed: false, reason: 'provisioning' },
          ],
        }),
      ]);
      await openMenu(list, 'Billing key');
      expect(menuItems(list)).to.deep.equal([
        'Suspend credential Possible once the gateway has set it up.',
        'History',
        'Delete credential',
      ]);
      expect(focused()?.getAttribute('aria-disabled')).to.equal('true');
      await sendKeys({ press: 'Enter' });
      expect(menuItems(list)).to.have.length(3);
      await expect(list).to.be.accessible();
    });

    it('works by arrows, Home, End, letters and Escape', async () => {
      const { list } = await aList([aCredential()]);
      await openMenu(list, 'Billing key');
      const steps: [string, string][] = [
        ['ArrowDown', 'Suspend credential'],
        ['ArrowUp', 'View secret'],
        ['ArrowUp', 'Delete credential'],
        ['ArrowDown', 'View secret'],
        ['End', 'Delete credential'],
        ['Home', 'View secret'],
        ['s', 'Suspend credential'],
      ];
      for (const [press, name] of steps) {
        await sendKeys({ press });
        expect(nameOf(focused()), press).to.equal(name);
      }
      await sendKeys({ press: 'Escape' });
      expect(menuItems(list)).to.deep.equal([]);
      expect(nameOf(focused())).to.equal('Actions for Billing key');
      expect(focused()?.getAttribute('aria-expanded')).to.equal('false');
    });

    it('closes on a press elsewhere and on the button itself', async () => {
      const { list } = await aList([aCredential()]);
      const button = await control(list, 'Actions for Billing key');
      for (const close of [
        () => button.click(),
        () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
      ]) {
        button.click();
        await waitUntil(() => menuItems(list).length === 4);
        close();
        await waitUntil(() => menuItems(list).length === 0);
      }
    });
  });

  describe('live', () => {
    it('reads only the credential that changed again, and says its new state', async () => {
      let state: Credential['state'] = 'pending';
      const { list, marketplace } = await aList([aCredential({ state })], {
        get: () => Promise.resolve(aCredential({ state })),
      });
      await shows(list, 'Pending');
      state = 'active';
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await shows(list, 'Active');
      expect(announced(list)).to.equal('Billing key: Active');
      expect(marketplace.callsOf('credentials.list')).to.have.length(1);
    });

    it('takes in a new credential that belongs here, and no other', async () => {
      const { list, marketplace } = await aList([aCredential()], {
        get: (id) =>
          Promise.resolve(
            aCredential({
              id,
              name: `New ${id}`,
              application: id === 'b' ? { id: 'app-1', name: 'x' } : { id: 'x', name: 'x' },
            }),
          ),
      });
      list.applicationId = 'app-1';
      await shows(list, 'Billing key');
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'c' });
      marketplace.emit({ subject: 'credential', subjectId: 'b' });
      await shows(list, 'New b');
      expect(rows(list).map(({ dataset }) => dataset['id'])).to.deep.equal(['b', 'cred-1']);
    });

    it('shows the list before it loads what following takes', async () => {
      const first = deferred<Page<Credential>>();
      const { list, marketplace } = await aList([], { list: () => first.promise });
      const extras = (): number =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => /\/(?:credential-extras|live-updates)\b/.test(name)).length;
      const loaded = extras();
      await aTimeout(100);
      expect([marketplace.streams, extras()]).to.deep.equal([0, loaded]);
      first.resolve(page([aCredential()]));
      await shows(list, 'Billing key');
      await waitUntil(() => marketplace.streams === 1);
    });

    it('keeps the focus on its credential when rows move', async () => {
      const { list, marketplace } = await aList([aCredential()], {
        get: (id) => Promise.resolve(aCredential({ id, name: 'Above' })),
      });
      (await control(list, 'Actions for Billing key')).focus();
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'b' });
      await shows(list, 'Above');
      expect(nameOf(focused())).to.equal('Actions for Billing key');
    });

    for (const removed of [true, undefined]) {
      const how = removed ? 'an event says so' : 'it can no longer be read';
      it(`takes a deleted credential away when ${how}, and moves the focus to the next one`, async () => {
        let reads = 0;
        const { list, marketplace } = await aList(
          [aCredential({ state: 'deleting' }), aCredential({ id: 'b', name: 'Second' })],
          { get: () => (reads++, Promise.reject(new ApiError('not-found', 'x'))) },
        );
        (await control(list, 'Actions for Billing key')).focus();
        await waitUntil(() => marketplace.streams === 1);
        marketplace.emit({ subject: 'credential', subjectId: 'cred-1', removed });
        await waitUntil(() => rows(list).length === 1);
        expect(nameOf(focused())).to.equal('Actions for Second');
        expect(announced(list)).to.equal('Billing key was deleted.');
        expect(reads).to.equal(removed ? 0 : 1);
      });
    }

    it('refreshes when the marketplace’s clock was moved', async () => {
      const { list, marketplace } = await aList([aCredential()]);
      await shows(list, 'Billing key');
      await waitUntil(() => marketplace.streams === 1);
      marketplace.setNow(start + 24 * hour);
      marketplace.emit({ subject: 'clock' });
      await shows(list, 'yesterday');
      expect(marketplace.callsOf('credentials.list')).to.have.length(2);
    });
  });

  describe('teardown', () => {
    it('stops listening and reads afresh when it is put back', async () => {
      const { list, marketplace } = await aList([aCredential()]);
      await waitUntil(() => marketplace.streams === 1);
      const parent = list.parentElement as Element;
      list.remove();
      await waitUntil(() => marketplace.streams === 0);
      parent.append(list);
      await shows(list, 'Billing key');
      expect(marketplace.callsOf('credentials.list')).to.have.length(2);
    });

    it('drops what belonged to another Marketplace', async () => {
      const { list } = await aList([aCredential()]);
      await shows(list, 'Billing key');
      const other = deferred<Page<Credential>>();
      list.marketplace = fakeMarketplace({ credentials: { list: () => other.promise } });
      await list.updateComplete;
      expect(rows(list)).to.have.length(0);
      other.resolve(page([aCredential({ name: 'Another' })]));
      await shows(list, 'Another');
    });
  });

  it('holds no secret', async () => {
    const { list } = await aList([aCredential()]);
    await shows(list, 'Billing key');
    expect(serialised(list)).not.to.contain(canary);
    await aTimeout(0);
    await expect(list).to.be.accessible();
  });
});
