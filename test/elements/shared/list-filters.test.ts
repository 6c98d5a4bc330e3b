import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Facet } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, fakeMarketplace, page } from '../fixtures.js';
import { control, findAll, shows, textOf } from '../page.js';

const facet = (field: Facet['field'], ...values: [string, number][]): Facet => ({
  field,
  values: values.map(([value, count]) => ({ value, count })),
});

/** The filters as somebody sees them, and where. */
const filters = (list: CredentialList): [string, number][] =>
  findAll(list, '.filters > *:not(.quiet)').map((one) => [
    textOf(one.querySelector('summary') ?? one).replace(/ \(.*/, ''),
    Math.round(one.getBoundingClientRect().x),
  ]);

describe('the filters of a list', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('stay where they are when one of them is pressed, whatever it leaves', async () => {
    const marketplace = fakeMarketplace({
      credentials: {
        list: (params) =>
          Promise.resolve(
            params?.risk
              ? page([aCredential()], {
                  total: 1,
                  facets: [facet('risk', ['inactive', 4], ['unused', 1]), facet('state', ['active', 1])],
                })
              : page([aCredential(), aCredential({ id: 'other', name: 'Other key', state: 'inactive' })], {
                  total: 2,
                  facets: [
                    facet('risk', ['unused', 3], ['inactive', 1]),
                    facet('state', ['active', 1], ['inactive', 1]),
                  ],
                }),
          ),
      },
    });
    const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
    await shows(list, 'Never used (3)');
    const before = filters(list);
    expect(before.map(([name]) => name)).to.deep.equal(['Never used', 'Inactive', 'Status']);
    (await control(list, 'Never used (3)')).click();
    await shows(list, 'Never used (1)');
    expect(filters(list)).to.deep.equal(before);
    expect(list.shadowRoot?.querySelector('input[type="search"]')).to.equal(null);
    (await control(list, 'Clear filters')).click();
    await shows(list, 'Never used (3)');
    expect(filters(list)).to.deep.equal(before);
  });
});
