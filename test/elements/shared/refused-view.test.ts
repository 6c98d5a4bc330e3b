import { expect, fixture, html } from '@open-wc/testing';
import type { ListAccessRequests } from '../../../src/contract/access-request-params.js';
import type { ListCredentials } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import { validateParams } from '../../../src/contract/validate.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-list/define.js';
import { aRequest } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { aCredential, fakeMarketplace, page, type FakeMarketplace } from '../fixtures.js';
import { appears, collect, control, findAll, shows, textOf, waitUntil } from '../page.js';

type Tag = 'credential-list' | 'access-request-list';

const filtersRefused = 'The list cannot be shown with these filters.';

/** A marketplace that knows no more than the contract, and no environment but one. */
const strict = (): FakeMarketplace =>
  fakeMarketplace({
    credentials: {
      list: async (params: ListCredentials = {}) => {
        const { environment } = validateParams('credentials.list', params);
        const errors = [{ pointer: '/environment', detail: 'No such environment.', reason: 'unknown' }];
        if (environment !== undefined) throw new ApiError('validation-failed', 'refused', { errors });
        return Promise.resolve(page([aCredential({ name: 'CI key' })]));
      },
      options: () => Promise.resolve(someOptions()),
    },
    accessRequests: {
      list: async (params: ListAccessRequests = {}) => {
        validateParams('accessRequests.list', params);
        return Promise.resolve(page([aRequest({ name: 'Shop' })]));
      },
    },
  });

async function aList(tag: Tag, attributes: Record<string, string>): Promise<HTMLElement> {
  const list = Object.assign(document.createElement(tag), { marketplace: strict() });
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  return fixture<HTMLElement>(html`<div>${list}</div>`).then(() => list);
}

const problems = (list: HTMLElement): HTMLElement[] => findAll(list, '[part="error"]');

const cases: readonly (readonly [tag: Tag, attributes: Record<string, string>, label: string, item: string])[] = [
  ['credential-list', { sort: 'banana' }, 'Show all credentials', 'CI key'],
  ['credential-list', { risk: 'zzz', states: 'foo', sort: 'banana' }, 'Show all credentials', 'CI key'],
  ['credential-list', { 'without-filters': '', sort: 'banana' }, 'Show all credentials', 'CI key'],
  ['access-request-list', { states: 'foo', query: 'x' }, 'Show all requests', 'Shop'],
];

describe('a list in a view that the marketplace does not know', () => {
  for (const [tag, attributes, label, item] of cases)
    it(`<${tag}> ${JSON.stringify(attributes)} offers to take the view back, and tells the page`, async () => {
      const list = await aList(tag, attributes);
      const told = collect(list, 'credential-view-change', 'access-request-view-change');
      await shows(list, filtersRefused);
      expect(textOf(list)).not.to.contain('Try again');
      await expect(list).to.be.accessible();
      (await control(list, label)).click();
      await shows(list, item);
      expect(problems(list)).to.deep.equal([]);
      const { view } = told[0]?.detail as { view: object };
      expect(told.length).to.equal(1);
      expect(Object.values(view).filter(Boolean)).to.deep.equal([]);
    });

  it('says what the marketplace says where a person can take nothing back', async () => {
    const byPage: readonly (readonly [Tag, Record<string, string>, string])[] = [
      ['credential-list', { environment: 'moon' }, 'environment: No such environment.'],
      ['credential-list', { audience: 'all', sort: 'name' }, 'audience: Not one of the allowed values.'],
      ['access-request-list', { states: 'foo', 'without-filters': '' }, 'state/0: Not one of the allowed values.'],
    ];
    for (const [tag, attributes, said] of byPage) {
      const list = await aList(tag, attributes);
      await shows(list, said);
      expect(textOf(list)).not.to.contain(filtersRefused);
      await control(list, 'Try again');
    }
  });

  it('keeps what was there while a later view is refused', async () => {
    const list = await aList('access-request-list', {});
    await shows(list, 'Shop');
    list.setAttribute('states', 'foo');
    await shows(list, filtersRefused);
    expect(textOf(list)).to.contain('Shop');
    list.setAttribute('states', 'pending');
    await waitUntil(() => problems(list).length === 0);
  });

  it('asks for no more and no fewer on a page than there may be', async () => {
    for (const [size, limit] of [
      ['1000', 200],
      ['-3', 1],
      ['25', 25],
      ['abc', undefined],
    ] as const) {
      const list = await aList('credential-list', { 'page-size': size });
      await shows(list, 'CI key');
      const { marketplace } = list as unknown as { marketplace: FakeMarketplace };
      const [first] = await appears(
        () => marketplace.callsOf('credentials.list')[0] && marketplace.callsOf('credentials.list'),
        'never asked',
      );
      expect((first?.[1] as ListCredentials).limit, size).to.equal(limit);
    }
  });
});
