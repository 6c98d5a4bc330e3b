import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/index.js';
import { anOffer } from '../access-fixtures.js';
import { oneTypeOptions } from '../credential-fixtures.js';
import { aCredential, fakeMarketplace, page } from '../fixtures.js';
import { waitUntil } from '../page.js';

const tags = [
  'access-request-form',
  'access-request-list',
  'credential-form',
  'credential-list',
  'marketplace-provider',
  'secret-reveal',
] as const;

const empty = () =>
  fakeMarketplace({
    environments: { list: () => Promise.resolve(page([])) },
    resources: {
      accessOptions: () => Promise.resolve(anOffer({ applications: [], blocked: 'no-application' })),
    },
    credentials: {
      list: () => Promise.resolve(page([])),
      get: () => Promise.resolve(aCredential()),
      options: () => Promise.resolve(oneTypeOptions({ applications: [], blocked: 'no-application' })),
    },
    accessRequests: { list: () => Promise.resolve(page([])) },
  });

describe('what a page puts into an element', () => {
  const cases: [tag: (typeof tags)[number], slot: string][] = [
    ['access-request-form', 'no-application'],
    ['credential-form', 'no-application'],
    ['access-request-form', 'help'],
    ['credential-form', 'help'],
    ['access-request-list', 'help'],
    ['credential-list', 'help'],
    ['access-request-list', 'empty'],
    ['access-request-list', 'actions'],
    ['credential-list', 'empty'],
    ['credential-list', 'actions'],
    ['marketplace-provider', ''],
  ];
  for (const [tag, slot] of cases) {
    it(`is shown in <${tag}>, slot “${slot}”`, async () => {
      const place = await fixture(html`<div></div>`);
      const element = document.createElement(tag);
      Object.assign(element, { marketplace: empty(), resourceId: 'res-1' });
      const own = document.createElement('a');
      own.href = '/own';
      own.textContent = 'Our own';
      own.slot = slot;
      element.append(own);
      place.append(element);
      await waitUntil(() => own.assignedSlot !== null && own.checkVisibility(), 'it is not shown');
    });
  }
});

describe('a second definition', () => {
  it('leaves the first one in place, and throws nothing', async () => {
    const before = tags.map((tag) => customElements.get(tag));
    for (const tag of tags) {
      // Under another address it is another module, as from a second copy of the library.
      const again = new URL(`../../../src/elements/${tag}/define.ts?again`, import.meta.url).href;
      await import(again);
    }
    expect(tags.map((tag) => customElements.get(tag))).to.deep.equal(before);
  });
});
