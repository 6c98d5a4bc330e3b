import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, at, day, fakeMarketplace, page, start } from '../fixtures.js';
import { appears, control, findAll } from '../page.js';

const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;

/** The box of the first line of a text, which takes several. */
function firstLine(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines = [...range.getClientRects()];
  const tops = new Set(lines.map(({ top }) => top));
  expect(tops.size).to.be.greaterThan(1);
  return lines[0] as DOMRect;
}

describe('beside several lines', () => {
  before(() => setViewport({ width: 320, height: 640 }));
  after(() => setViewport({ width: 1280, height: 800 }));

  it('the icon of a notice stands at the first', async () => {
    const marketplace = fakeMarketplace({
      credentials: { list: () => Promise.reject(new ApiError('unavailable', 'x')) },
    });
    const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
    const notice = await appears(() => findAll(list, '.notice')[0], 'no notice');
    const [icon, text] = [notice.querySelector('.icon'), notice.querySelector('p')] as [Element, Element];
    expect(middle(icon.getBoundingClientRect())).to.be.closeTo(middle(firstLine(text)), 2);
  });

  it('the button that closes a panel stands at the first of its title, and what loads more apart from what is there', async () => {
    const credential = aCredential({ name: 'A credential for all of the invoices of the whole year' });
    const marketplace = fakeMarketplace({
      credentials: {
        list: () => Promise.resolve(page([credential])),
        get: () => Promise.resolve(credential),
        history: () => Promise.resolve(page([{ id: 'a', at: at(start - day), action: 'created' }], { next: 'more' })),
      },
    });
    const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
    (await control(list, `Actions for ${credential.name}`)).focus();
    await sendKeys({ press: 'Enter' });
    (await control(list, 'History')).focus();
    await sendKeys({ press: 'Enter' });
    const more = await control(list, 'Load more');
    const panel = more.closest('dialog') as HTMLElement;
    const [title, close, date] = ['h2', '.dialog-head button', 'time'].map((one) => panel.querySelector(one)) as [
      Element,
      Element,
      Element,
    ];
    expect(middle(close.getBoundingClientRect())).to.be.closeTo(middle(firstLine(title)), 1);
    expect(more.getBoundingClientRect().top - date.getBoundingClientRect().bottom).to.be.at.least(12);
  });
});
