import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import { aRequest } from '../access-fixtures.js';
import { can, fakeMarketplace, page } from '../fixtures.js';
import { appears, findAll } from '../page.js';

/** Where the text in an element starts. */
async function startOf(list: Element, selector: string): Promise<number> {
  const element = await appears(() => findAll(list, selector)[0], `no ${selector}`);
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().left;
}

describe('<access-request-list> on a narrow screen', () => {
  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 1280, height: 800 }));

  const aList = (width: string, requests = [aRequest({ id: 'a', actions: can('approve', 'reject') })]) => {
    const facets = [{ field: 'state', values: [{ value: 'pending', count: 1 }] }];
    const marketplace = fakeMarketplace({
      accessRequests: { list: () => Promise.resolve({ ...page(requests), facets }) },
    });
    const list = Object.assign(document.createElement('access-request-list'), { marketplace, states: 'pending' });
    list.style.inlineSize = width;
    return fixture<AccessRequestList>(html`<div>${list}</div>`).then(() => list);
  };

  it('has the word of a quiet button where the other lines start, whether it wrapped or stands alone', async () => {
    const wrapped = await aList('200px');
    const title = await startOf(wrapped, 'h3');
    expect(await startOf(wrapped, '.disclose'), 'wrapped').to.be.closeTo(title, 1);
    const first = (await appears(() => findAll(wrapped, '.chip')[0], 'no filter')).getBoundingClientRect();
    const clear = await appears(() => findAll(wrapped, '.filters > .quiet')[0], 'nothing to clear');
    expect(clear.getBoundingClientRect().top, 'it wrapped').to.be.above(first.top);
    expect(await startOf(wrapped, '.filters > .quiet'), 'clearing').to.be.closeTo(first.left, 1);
    const alone = await aList('300px', [aRequest({ actions: [] })]);
    expect(await startOf(alone, '.disclose'), 'alone').to.be.closeTo(await startOf(alone, 'h3'), 1);
  });
});
