import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { ListCredentials } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { Facet, Page } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, deferred, fakeMarketplace, page, type FakeMarketplace } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { announced, appears, collect, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const facets: Facet[] = [
  {
    field: 'state',
    values: [
      { value: 'active', count: 7 },
      { value: 'inactive', count: 2 },
      { value: 'quarantined', count: 1 },
    ],
  },
  {
    field: 'risk',
    values: [
      { value: 'expiring', count: 3 },
      { value: 'expired', count: 0 },
      { value: 'haunted', count: 1 },
    ],
  },
  {
    field: 'typeId',
    values: [
      { value: 'api-key', name: 'API key', count: 8 },
      { value: 'oauth', name: 'OAuth client', count: 2 },
    ],
  },
  {
    field: 'resourceId',
    values: [
      { value: 'res-1', name: 'Payments API', count: 6 },
      { value: 'res-2', name: 'Ledger API', count: 4 },
    ],
  },
  { field: 'applicationId', values: [{ value: 'app-1', name: 'Invoices', count: 10 }] },
];

const some = (count: number, from = 0): Credential[] =>
  Array.from({ length: count }, (_, index) => aCredential({ id: `c${from + index}`, name: `Key ${from + index}` }));

type Answer = (params: ListCredentials) => Page<Credential> | Promise<Page<Credential>>;

async function aList(
  answer: Answer = () => page(some(10), { facets }),
  attributes: Partial<CredentialList> = {},
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: (params = {}) => Promise.resolve(answer(params)),
      get: (id) => Promise.resolve(aCredential({ id })),
    },
  });
  const list = document.createElement('credential-list');
  Object.assign(list, { marketplace }, attributes);
  await fixture(html`<div>${list}</div>`);
  return { list, marketplace };
}

const asked = (marketplace: FakeMarketplace): ListCredentials =>
  marketplace.callsOf('credentials.list').at(-1)?.[1] as ListCredentials;

const rows = (list: CredentialList): string[] => findAll(list, 'tr[data-id]').map(({ dataset }) => dataset['id'] ?? '');

const facet = (list: CredentialList, label: string): Promise<HTMLDetailsElement> =>
  appears(
    () => findAll<HTMLDetailsElement>(list, 'details').find((one) => textOf(one).startsWith(label)),
    `no facet ${label}`,
  );

const header = (list: CredentialList, label: string): Element | undefined =>
  findAll(list, 'thead th').find((one) => nameOf(one) === label);

describe('<credential-list> filters', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('facets', () => {
    it('UX list 3: are shown with counts where they divide the list, and asked for with it', async () => {
      const { list, marketplace } = await aList();
      await facet(list, 'Status');
      expect(asked(marketplace).facets).to.deep.equal(['state', 'risk', 'typeId', 'resourceId', 'applicationId']);
      expect(findAll(list, 'details summary').map(nameOf)).to.deep.equal(['Status', 'Type', 'API']);
      (await facet(list, 'Type')).open = true;
      await labelled(list, 'API key (8)');
      await labelled(list, 'OAuth client (2)');
      await expect(list).to.be.accessible();
    });

    it('narrow by several states, and tell the page the whole view', async () => {
      const { list, marketplace } = await aList();
      const events = collect(list, 'credential-view-change');
      const status = await facet(list, 'Status');
      status.querySelector('summary')?.focus();
      await sendKeys({ press: 'Enter' });
      expect(status.open).to.equal(true);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      await waitUntil(() => marketplace.callsOf('credentials.list').length === 3);
      expect(list.states).to.equal('active inactive');
      expect(asked(marketplace).state).to.deep.equal(['active', 'inactive']);
      expect(nameOf(status.querySelector('summary'))).to.equal('Status: 2 selected');
      expect(events.at(-1)?.detail).to.deep.equal({
        view: {
          query: '',
          states: 'active inactive',
          types: '',
          risk: undefined,
          sort: undefined,
          filterResourceId: undefined,
          filterApplicationId: undefined,
        },
      });
      await sendKeys({ press: 'Escape' });
      expect(status.open).to.equal(false);
      expect(focused()).to.equal(status.querySelector('summary'));
    });

    it('narrow by one API, and back to all of them', async () => {
      const { list, marketplace } = await aList();
      const api = await facet(list, 'API');
      api.open = true;
      (await labelled(list, 'Ledger API (4)')).click();
      await waitUntil(() => asked(marketplace).resourceId === 'res-2');
      expect(list.filterResourceId).to.equal('res-2');
      expect(nameOf(api.querySelector('summary'))).to.equal('API: Ledger API');
      (await labelled(list, 'All')).click();
      await waitUntil(() => asked(marketplace).resourceId === undefined);
      expect(list.filterResourceId).to.equal(undefined);
    });

    it('leave out what the list itself is of, which nobody can widen', async () => {
      const { list, marketplace } = await aList(() => page(some(10), { facets: facets.slice(0, 3) }), {
        resourceId: 'res-1',
        filterResourceId: 'res-2',
      });
      await facet(list, 'Status');
      expect(asked(marketplace).facets).to.deep.equal(['state', 'risk', 'typeId', 'applicationId']);
      expect(asked(marketplace).resourceId).to.equal('res-1');
    });

    it('X3: name a state of a newer marketplace as unknown, and leave out a risk that has no words', async () => {
      const { list } = await aList();
      (await facet(list, 'Status')).open = true;
      await labelled(list, 'Unknown (1)');
      expect(textOf(list)).not.to.contain('haunted');
    });

    it('count again after a change', async () => {
      let count = 7;
      const { list, marketplace } = await aList(() =>
        page(some(10), {
          facets: [
            {
              field: 'state',
              values: [
                { value: 'active', count },
                { value: 'inactive', count: 2 },
              ],
            },
          ],
        }),
      );
      (await facet(list, 'Status')).open = true;
      await labelled(list, 'Active (7)');
      await waitUntil(() => marketplace.streams === 1);
      count = 6;
      marketplace.emit({ subject: 'credential', subjectId: 'c1' });
      await labelled(list, 'Active (6)');
      expect(asked(marketplace).limit).to.equal(1);
    });

    it('close on a press elsewhere', async () => {
      const { list } = await aList();
      const status = await facet(list, 'Status');
      status.open = true;
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      expect(status.open).to.equal(false);
    });

    it('are left out where the page does not want them, or the marketplace knows none', async () => {
      const { list, marketplace } = await aList(() => page(some(10), { facets }), { withoutFilters: true });
      await control(list, 'Search credentials');
      expect(asked(marketplace).facets).to.equal(undefined);
      expect(findAll(list, '[part="filters"]')).to.have.length(0);
      const { list: plain } = await aList(() => page(some(10)));
      await control(plain, 'Search credentials');
      expect(findAll(plain, '[part="filters"]')).to.have.length(0);
    });
  });

  describe('room', () => {
    /** Where the table is when its rows have come, and where it stays. */
    async function tops(facets: Facet[] | undefined): Promise<[first: number, last: number]> {
      const answer = deferred<Page<Credential>>();
      const { list } = await aList(() => answer.promise);
      const root = list.shadowRoot as ShadowRoot;
      const topOf = (selector: string): number => root.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
      const topOfTable = (): number => topOf('table') - topOf('.frame');
      let first: number | undefined;
      new MutationObserver(() => {
        if (rows(list).length > 0) first ??= topOfTable();
      }).observe(root, { childList: true, subtree: true });
      answer.resolve(page(some(10), { facets }));
      await control(list, 'Search credentials');
      await list.updateComplete;
      return [first ?? NaN, topOfTable()];
    }

    it('is kept for the filters from the rows on: they do not move the table', async () => {
      const [first, last] = await tops(facets);
      expect(last).to.be.closeTo(first, 8);
      const [without] = await tops(undefined);
      expect(first - without).to.be.closeTo(44, 8);
    });

    it('is kept for a quick filter that is the only one', async () => {
      const [first, last] = await tops([{ field: 'risk', values: [{ value: 'unused', count: 1 }] }]);
      expect(last).to.be.closeTo(first, 8);
    });

    it('is kept for the search too, in the first answer, where it takes a line', async () => {
      await setViewport({ width: 320, height: 800 });
      const [first, last] = await tops(undefined);
      expect(last).to.be.closeTo(first, 12);
      await setViewport({ width: 1280, height: 800 });
    });

    it('is known to the page as a state until something is known of the list', async () => {
      const answer = deferred<Page<Credential>>();
      const { list } = await aList(() => answer.promise);
      expect(list.matches(':state(loading)')).to.equal(true);
      answer.resolve(page(some(1)));
      await shows(list, 'Key 0');
      expect(list.matches(':state(loading)')).to.equal(false);
    });
  });

  describe('quick filters (C11)', () => {
    it('UX list 3: show what deserves a look, with counts, and say how many are left', async () => {
      const { list, marketplace } = await aList(({ risk }) => page(risk ? some(3) : some(10), { facets }));
      const chip = await control(list, 'Expiring in 30 days (3)');
      expect(chip.getAttribute('aria-pressed')).to.equal('false');
      expect(textOf(list)).not.to.contain('Expired (0)');
      chip.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => rows(list).length === 3);
      expect(asked(marketplace).risk).to.equal('expiring');
      expect(nameOf(focused())).to.equal('Expiring in 30 days (3)');
      expect(focused()?.getAttribute('aria-pressed')).to.equal('true');
      await waitUntil(() => announced(list) === '3 credentials');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => rows(list).length === 10);
      expect(list.risk).to.equal(undefined);
    });
  });

  describe('view', () => {
    it('UX list 3: narrows the first request by attributes, before anything else is loaded', async () => {
      let first: ListCredentials | undefined;
      const list = await fixture<CredentialList>(
        html`<credential-list
          states="active expired"
          types="api-key"
          risk="unused"
          sort="-used"
          query="bill"
          filter-resource-id="res-2"
          filter-application-id="app-7"
          page-size="25"
          .marketplace=${fakeMarketplace({
            credentials: {
              list: (params) => {
                first ??= params;
                return Promise.resolve(page(some(1)));
              },
            },
          })}
        ></credential-list>`,
      );
      await shows(list, 'Key 0');
      expect(first).to.deep.include({
        state: ['active', 'expired'],
        typeId: ['api-key'],
        risk: 'unused',
        sort: '-used',
        q: 'bill',
        resourceId: 'res-2',
        applicationId: 'app-7',
        limit: 25,
      });
    });

    it('setting a property narrows and tells nobody', async () => {
      const { list, marketplace } = await aList();
      await shows(list, 'Key 9');
      const events = collect(list, 'credential-view-change');
      Object.assign(list, { states: 'inactive', sort: 'name' });
      await waitUntil(() => marketplace.callsOf('credentials.list').length === 2);
      expect(asked(marketplace)).to.deep.include({ state: ['inactive'], sort: 'name' });
      expect(events).to.have.length(0);
    });

    it('UX list 9: says that the filters hide all, and clears them', async () => {
      const { list, marketplace } = await aList(({ state }) => page(state ? [] : some(10), { facets }), {
        states: 'expired',
      });
      const events = collect(list, 'credential-view-change');
      await shows(list, 'No credential matches these filters');
      await expect(list).to.be.accessible();
      (await control(list, 'Show all credentials')).click();
      await shows(list, 'Key 9');
      expect(asked(marketplace).state).to.equal(undefined);
      expect(events).to.have.length(1);
      expect(focused()?.getAttribute('part')).to.equal('bar');
    });

    it('clears what was typed and not searched yet, and does not search it later', async () => {
      const { list, marketplace } = await aList(undefined, { states: 'active' });
      const clear = await control(list, 'Clear filters');
      const search = (await control(list, 'Search credentials')) as HTMLInputElement;
      await waitUntil(() => marketplace.streams === 1);
      search.focus();
      search.addEventListener('input', () => clear.click(), { once: true });
      await sendKeys({ press: 'b' });
      await waitUntil(() => asked(marketplace).state === undefined);
      expect(search.value).to.equal('');
      // What counts again waits longer than the search does, and timers of a page go off in their order.
      marketplace.emit({ subject: 'credential', subjectId: 'c1' });
      await waitUntil(() => asked(marketplace).limit === 1);
      expect(marketplace.callsOf('credentials.list').map(([, params]) => (params as ListCredentials).q)).not.to.include(
        'b',
      );
    });

    it('leaves what the page narrows the list to without filters alone: nobody can clear it', async () => {
      const attributes = { states: 'expired', withoutFilters: true };
      const { list, marketplace } = await aList(({ state, q }) => page(q || !state ? [] : some(10)), attributes);
      (await control(list, 'Search credentials')).focus();
      await sendKeys({ type: 'x' });
      (await control(list, 'Show all credentials')).click();
      await shows(list, 'Key 9');
      expect(list.states).to.equal('expired');
      expect(asked(marketplace)).to.deep.include({ state: ['expired'], q: undefined });
      const { list: none } = await aList(() => page([]), attributes);
      await shows(none, 'No credentials yet');
    });

    it('keeps the rows while the answer is on its way, and the newest answer wins', async () => {
      const slow = deferred<Page<Credential>>();
      const { list } = await aList(({ q }) =>
        q === 'a' ? slow.promise : page(q === 'ab' ? some(1, 50) : some(10), { facets }),
      );
      await shows(list, 'Key 9');
      list.query = 'a';
      await list.updateComplete;
      expect(rows(list)).to.have.length(10);
      expect(list.shadowRoot?.querySelector('table')?.getAttribute('aria-busy')).to.equal('true');
      list.query = 'ab';
      await shows(list, 'Key 50');
      slow.resolve(page(some(3)));
      await slow.promise;
      await list.updateComplete;
      expect(rows(list)).to.deep.equal(['c50']);
    });

    it('waits with the search until the typing rests', async () => {
      const { list, marketplace } = await aList();
      const search = (await control(list, 'Search credentials')) as HTMLInputElement;
      // Without a pause between the letters, however busy the machine is.
      for (const typed of ['b', 'bill', 'billing']) {
        search.value = typed;
        search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      }
      await waitUntil(() => marketplace.callsOf('credentials.list').length > 1);
      expect(marketplace.callsOf('credentials.list')).to.have.length(2);
      expect(asked(marketplace).q).to.equal('billing');
    });

    it('says what is wrong where the marketplace refuses a view, and lets it be cleared', async () => {
      const { list } = await aList(({ state }) => {
        if (state) throw new ApiError('validation-failed', 'x');
        return page(some(10), { facets });
      });
      await shows(list, 'Key 9');
      list.states = 'nonsense';
      await shows(list, 'The list cannot be shown with these filters.');
      (await control(list, 'Clear filters')).click();
      await waitUntil(() => findAll(list, '[part="error"]').length === 0);
    });
  });

  describe('sort', () => {
    it('UX list 3: goes through both directions and back by the header, with aria-sort', async () => {
      const { list, marketplace } = await aList(() => page(some(10)));
      const steps: [sort: string | undefined, aria: string | null][] = [
        ['name', 'ascending'],
        ['-name', 'descending'],
        [undefined, null],
      ];
      (await control(list, 'Name')).focus();
      for (const [sort, aria] of steps) {
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => asked(marketplace).sort === sort);
        expect(header(list, 'Name')?.getAttribute('aria-sort')).to.equal(aria);
        expect(nameOf(focused())).to.equal('Name');
      }
      (await control(list, 'Last used')).click();
      await waitUntil(() => asked(marketplace).sort === '-used');
      expect(header(list, 'Last used')?.getAttribute('aria-sort')).to.equal('descending');
      expect(header(list, 'Identifier')?.querySelector('button')).to.equal(null);
    });
  });

  describe('paging', () => {
    /** Five credentials, two on each page. */
    const pages = (gone: Set<string> = new Set()): Answer => {
      return ({ cursor = '0' }) => {
        const all = some(5).filter(({ id }) => !gone.has(id));
        const from = Number(cursor);
        return page(all.slice(from, from + 2), {
          total: all.length,
          next: from + 2 < all.length ? String(from + 2) : undefined,
        });
      };
    };

    it('D8: reaches every page, one at a time', async () => {
      const { list } = await aList(pages(), { paging: 'pages' });
      await shows(list, 'Page 1');
      expect((await control(list, 'Previous page')).getAttribute('aria-disabled')).to.equal('true');
      const seen = [...rows(list)];
      for (const number of [2, 3]) {
        (await control(list, 'Next page')).click();
        await shows(list, `Page ${number}`);
        seen.push(...rows(list));
      }
      expect(seen).to.deep.equal(['c0', 'c1', 'c2', 'c3', 'c4']);
      expect(announced(list)).to.equal('Page 3, 5 credentials in all');
      expect((await control(list, 'Next page')).getAttribute('aria-disabled')).to.equal('true');
      await expect(list).to.be.accessible();
      (await control(list, 'Previous page')).click();
      await waitUntil(() => rows(list).join() === 'c2,c3');
    });

    it('UX list 3: steps back after the last row of a page was deleted', async () => {
      const gone = new Set<string>();
      const { list, marketplace } = await aList(pages(gone), { paging: 'pages' });
      await shows(list, 'Page 1');
      (await control(list, 'Next page')).click();
      await shows(list, 'Page 2');
      (await control(list, 'Next page')).click();
      await waitUntil(() => rows(list).join() === 'c4');
      await waitUntil(() => marketplace.streams === 1);
      gone.add('c4');
      marketplace.emit({ subject: 'credential', subjectId: 'c4', removed: true });
      await waitUntil(() => rows(list).join() === 'c2,c3');
      await shows(list, 'Page 2');
    });

    it('takes a new credential in on the first page only', async () => {
      const { list, marketplace } = await aList(pages(), { paging: 'pages' });
      await shows(list, 'Page 1');
      (await control(list, 'Next page')).click();
      await shows(list, 'Page 2');
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'new' });
      await waitUntil(() => marketplace.callsOf('credentials.get').length === 1);
      await list.updateComplete;
      expect(rows(list)).to.deep.equal(['c2', 'c3']);
    });

    it('keeps the page when the next one fails, and tries that one again', async () => {
      let fails = true;
      const { list } = await aList(
        (params) => {
          if (params.cursor && fails) throw new ApiError('unavailable', 'x');
          return pages()(params);
        },
        { paging: 'pages' },
      );
      await shows(list, 'Page 1');
      (await control(list, 'Next page')).click();
      (await control(list, 'Try again')).focus();
      expect(rows(list)).to.deep.equal(['c0', 'c1']);
      fails = false;
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => rows(list).join() === 'c2,c3');
    });
  });
});
