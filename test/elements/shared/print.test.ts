import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, at, can, day, fakeMarketplace, page, start } from '../fixtures.js';
import { appears, control, findAll, nameOf, shows, waitUntil } from '../page.js';

const identifier = '7f3c2a61-5a0d-4d1b-9a53-1f0c8be0a913';

async function aList(): Promise<CredentialList> {
  const items = Array.from({ length: 30 }, (_, index) =>
    aCredential({
      id: `c${index}`,
      name: `Key ${index}`,
      identifiers: [{ name: 'clientId', label: 'Client ID', value: identifier }],
      actions: can('suspend', 'reveal'),
    }),
  );
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page(items)),
      get: () => Promise.resolve(items[0] ?? aCredential()),
      history: () =>
        Promise.resolve(
          page(items.map(({ id }) => ({ id, at: at(start - day), action: 'updated', reason: 'A reason.' }))),
        ),
    },
  });
  const list = await fixture<CredentialList>(
    html`<credential-list selectable .marketplace=${marketplace}></credential-list>`,
  );
  await control(list, 'Select Key 0');
  return list;
}

const seen = (list: CredentialList, selector: string): HTMLElement[] =>
  findAll(list, selector).filter((one) => one.checkVisibility());

describe('on paper', () => {
  before(() => setViewport({ width: 1280, height: 600 }));
  afterEach(() => emulateMedia({ media: 'screen' }));
  after(() => setViewport({ width: 1280, height: 800 }));

  it('a list has its rows, with whole identifiers, and nothing to press but what is text', async () => {
    const list = await aList();
    (await control(list, 'Select Key 0')).click();
    await shows(list, '1 selected');
    await emulateMedia({ media: 'print' });
    await waitUntil(() => seen(list, 'input, select').length === 0, 'there are controls');
    expect(seen(list, 'button:not(.sort, .name)').map(nameOf)).to.deep.equal([]);
    expect(seen(list, '.batch, .filters')).to.have.length(0);
    const [first] = seen(list, 'td bdi');
    expect(first?.innerText).to.equal(identifier);
    expect([...(first?.querySelectorAll('span') ?? [])].map((one) => getComputedStyle(one).display)).to.deep.equal([
      'inline',
    ]);
  });

  it('a panel is a sheet of its own, as long as what is in it', async () => {
    const list = await aList();
    (await control(list, 'Actions for Key 0')).focus();
    await sendKeys({ press: 'Enter' });
    (await control(list, 'History')).focus();
    await sendKeys({ press: 'Enter' });
    const panel = await appears(() => findAll(list, 'dialog[open]')[0], 'no panel');
    await waitUntil(() => findAll(panel, 'li').length === 30);
    expect(panel.offsetHeight).to.equal(600);
    await emulateMedia({ media: 'print' });
    await waitUntil(() => panel.offsetHeight > 600, 'it is cut');
    expect(panel.offsetHeight).to.equal(panel.scrollHeight);
    expect(panel.getBoundingClientRect().width).to.equal(document.documentElement.clientWidth);
    expect(seen(list, 'table, button')).to.have.length(0);
  });
});
