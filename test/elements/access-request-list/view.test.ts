import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { ListAccessRequests } from '../../../src/contract/access-request-params.js';
import type { Facet, Page } from '../../../src/contract/primitives.js';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import { aRejectedRequest, aRequest, anActiveRequest } from '../access-fixtures.js';
import { at, deferred, fakeMarketplace, page, start, type FakeMarketplace } from '../fixtures.js';
import { announced, collect, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const ledger = { id: 'res-2', name: 'Ledger API' };
const payroll = { id: 'app-2', name: 'Payroll' };

const many = [
  aRequest(),
  aRequest({ id: 'b', name: 'Payments API for Payroll', application: payroll }),
  aRejectedRequest({ id: 'c', name: 'Ledger API for Invoices', resource: ledger }),
  anActiveRequest({ id: 'd', name: 'Ledger API for Payroll', resource: ledger, application: payroll }),
];

/** How often each value of a field occurs, as a marketplace counts. */
function facet(
  field: string,
  requests: AccessRequest[],
  of: (request: AccessRequest) => { id: string; name?: string },
) {
  const values = new Map<string, Facet['values'][number]>();
  for (const request of requests) {
    const { id, ...named } = of(request);
    values.set(id, { value: id, ...named, count: (values.get(id)?.count ?? 0) + 1 });
  }
  return { field, values: [...values.values()] };
}

interface Setup {
  attributes?: Partial<AccessRequestList>;
  requests?: AccessRequest[];
}

/** A list at a marketplace that searches, narrows and counts. */
async function aList({ attributes = {}, requests = many }: Setup = {}): Promise<{
  list: AccessRequestList;
  marketplace: FakeMarketplace;
  become(request: AccessRequest): void;
}> {
  let all = requests;
  const marketplace = fakeMarketplace({
    accessRequests: {
      get: (id) => Promise.resolve(all.find((request) => request.id === id) ?? aRequest()),
      list: (params: ListAccessRequests = {}) => {
        const fits = (request: AccessRequest, but?: string): boolean =>
          (but === 'state' || !params.state || (params.state as string[]).includes(request.state)) &&
          (but === 'resourceId' || !params.resourceId || params.resourceId === request.resource.id) &&
          (but === 'applicationId' || !params.applicationId || params.applicationId === request.application.id) &&
          request.name.toLowerCase().includes(params.q?.toLowerCase() ?? '');
        const counted = {
          state: ({ state }: AccessRequest) => ({ id: state }),
          resourceId: ({ resource }: AccessRequest) => resource,
          applicationId: ({ application }: AccessRequest) => application,
        };
        const facets = params.facets?.map((field) =>
          facet(
            field,
            all.filter((request) => fits(request, field)),
            counted[field],
          ),
        );
        return Promise.resolve(
          page(
            all.filter((request) => fits(request)),
            { facets },
          ),
        );
      },
    },
  });
  const list = await fixture<AccessRequestList>(
    html`<access-request-list .marketplace=${marketplace}></access-request-list>`,
  );
  Object.assign(list, attributes);
  await waitUntil(() => marketplace.streams > 0);
  const become = (request: AccessRequest): void => {
    all = all.map((one) => (one.id === request.id ? request : one));
    marketplace.emit({ subject: 'access-request', subjectId: request.id });
  };
  return { list, marketplace, become };
}

const names = (list: AccessRequestList): string[] => findAll(list, '[part~="item"] h3').map(textOf);

const choice = (list: AccessRequestList, label: string): HTMLSelectElement =>
  findAll(list, '.filters label')
    .find((one) => textOf(one).startsWith(label))
    ?.querySelector('select') as HTMLSelectElement;

describe('<access-request-list>: the view (A8, X2)', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('divides the list by state with counts, and narrows it by several', async () => {
    const { list } = await aList();
    await control(list, 'In review (2)');
    await expect(list).to.be.accessible();
    (await control(list, 'Rejected (1)')).click();
    await waitUntil(() => names(list).length === 1);
    expect(announced(list)).to.equal('1 request');
    expect((await control(list, 'Rejected (1)')).getAttribute('aria-pressed')).to.equal('true');
    (await control(list, 'Ready (1)')).click();
    await waitUntil(() => names(list).length === 2);
    expect(list.states).to.equal('rejected active');
  });

  it('narrows by API and by application, with their names', async () => {
    const { list } = await aList();
    await control(list, 'In review (2)');
    const select = choice(list, 'Application');
    expect([...select.options].map(({ text }) => text.trim())).to.deep.equal(['All', 'Invoices (2)', 'Payroll (2)']);
    select.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => names(list).join() === 'Payments API for Payroll,Ledger API for Payroll');
    expect(focused()).to.equal(select);
    expect(list.filterApplicationId).to.equal('app-2');
  });

  it('does not ask by what the page has chosen already', async () => {
    const { list, marketplace } = await aList({ attributes: { applicationId: 'app-1', resourceId: 'res-1' } });
    await shows(list, '1 request');
    const [, params] = marketplace.callsOf('accessRequests.list').at(-1) as [string, ListAccessRequests];
    expect(params.facets).to.deep.equal(['state']);
    expect(findAll(list, 'select')).to.have.length(0);
  });

  it('searches while somebody types, and says when nothing matches', async () => {
    const requests = Array.from({ length: 9 }, (_, index) => aRequest({ id: `r${index}`, name: `Request ${index}` }));
    const { list } = await aList({ requests });
    const search = await control(list, 'Search access requests');
    search.focus();
    await sendKeys({ type: 'request 4' });
    await waitUntil(() => names(list).join() === 'Request 4');
    expect(focused()).to.equal(search);
    await sendKeys({ type: '2' });
    await shows(list, 'No request matches “request 42”');
    expect(announced(list)).to.equal('No request matches these filters');
    await expect(list).to.be.accessible();
    (await control(list, 'Show all requests')).click();
    await waitUntil(() => names(list).length === 9);
    expect((search as HTMLInputElement).value).to.equal('');
    expect(nameOf(focused())).to.contain('9 requests');
  });

  it('shows the view that its attributes say, and tells of every change in one event', async () => {
    const { list } = await aList({ attributes: { states: 'pending', filterResourceId: 'res-1', query: 'payroll' } });
    await shows(list, 'Payments API for Payroll');
    expect(names(list)).to.have.length(1);
    const events = collect(list, 'access-request-view-change');
    (await control(list, 'Clear filters')).click();
    await waitUntil(() => names(list).length === 4);
    expect(events.map(({ detail }) => detail as unknown)).to.deep.equal([
      { view: { query: '', states: '', filterResourceId: undefined, filterApplicationId: undefined } },
    ]);
  });

  it('keeps what was chosen in sight when nothing is left of it', async () => {
    const { list, become } = await aList({ attributes: { states: 'rejected' } });
    await shows(list, 'Ledger API for Invoices');
    become(aRequest({ ...many[2], state: 'withdrawn', updatedAt: at(start), timeline: [] }));
    await shows(list, 'No request matches these filters');
    await control(list, 'Rejected (0)');
  });

  it('counts again when a request has changed', async () => {
    const { list, become } = await aList();
    await control(list, 'In review (2)');
    become(anActiveRequest({ updatedAt: at(start) }));
    await control(list, 'In review (1)');
    await control(list, 'Ready (2)');
  });

  it('clears what was typed and not searched yet, and does not search it later', async () => {
    const requests = Array.from({ length: 9 }, (_, index) => aRequest({ id: `r${index}`, name: `Request ${index}` }));
    const { list, marketplace, become } = await aList({ requests, attributes: { states: 'pending' } });
    const clear = await control(list, 'Clear filters');
    const search = (await control(list, 'Search access requests')) as HTMLInputElement;
    const asked = (): ListAccessRequests[] =>
      marketplace.callsOf('accessRequests.list').map(([, params]) => params as ListAccessRequests);
    search.focus();
    search.addEventListener('input', () => clear.click(), { once: true });
    await sendKeys({ press: 'b' });
    await waitUntil(() => asked().at(-1)?.state === undefined);
    expect(search.value).to.equal('');
    // What counts again waits longer than the search does.
    become(anActiveRequest({ id: 'r1', name: 'Request 1', updatedAt: at(start) }));
    await waitUntil(() => asked().at(-1)?.limit === 1);
    expect(asked().map(({ q }) => q)).not.to.include('b');
  });

  it('leaves the states that the page lists without filters alone: they are no filters that anybody can clear', async () => {
    const { list } = await aList({ attributes: { states: 'rejected', withoutFilters: true } });
    await shows(list, 'Ledger API for Invoices');
    expect(names(list)).to.have.length(1);
    expect(findAll(list, '.filters')).to.have.length(0);
    const { list: none } = await aList({ attributes: { states: 'revoked', withoutFilters: true } });
    await shows(none, 'No access requests yet');
  });

  it('keeps room for the filters from the first answer on: they do not move the list', async () => {
    const answer = deferred<Page<AccessRequest>>();
    const marketplace = fakeMarketplace({ accessRequests: { list: () => answer.promise } });
    const list = await fixture<AccessRequestList>(
      html`<access-request-list .marketplace=${marketplace}></access-request-list>`,
    );
    expect(list.matches(':state(loading)')).to.equal(true);
    const topOfList = (): number | undefined => findAll(list, '.list')[0]?.getBoundingClientRect().top;
    let first: number | undefined;
    const root = list.shadowRoot as ShadowRoot;
    new MutationObserver(() => (first ??= topOfList())).observe(root, { childList: true, subtree: true });
    answer.resolve(page(many, { facets: [facet('state', many, ({ state }) => ({ id: state }))] }));
    await control(list, 'In review (2)');
    expect(list.matches(':state(loading)')).to.equal(false);
    expect(topOfList()).to.be.closeTo(first ?? NaN, 8);
  });

  it('leaves the filters out on request, and asks for no counts then', async () => {
    const { list, marketplace } = await aList({ attributes: { withoutFilters: true } });
    await shows(list, '4 requests');
    const [, params] = marketplace.callsOf('accessRequests.list').at(-1) as [string, ListAccessRequests];
    expect(params.facets).to.equal(undefined);
    await list.updateComplete;
    expect(findAll(list, '.filters')).to.have.length(0);
  });

  it('fits 320 px with every filter', async () => {
    await setViewport({ width: 320, height: 640 });
    const { list } = await aList({ attributes: { states: 'pending' } });
    await control(list, 'Clear filters');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1280, height: 800 });
  });
});
