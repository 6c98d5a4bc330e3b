import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { Page } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import '../../../src/locales/ar.js';
import '../../../src/locales/de.js';
import { someGrants, someOptions } from '../credential-fixtures.js';
import { aCredential, at, can, day, deferred, fakeMarketplace, page, start } from '../fixtures.js';
import { appears, findAll, shows, waitUntil } from '../page.js';

/** A list of these, in a page that is as wide as the window. */
async function aList(items: Credential[], attributes: Partial<CredentialList> = {}): Promise<CredentialList> {
  const marketplace = fakeMarketplace({
    credentials: { list: () => Promise.resolve(page(items)), options: () => Promise.resolve(someOptions()) },
  });
  const list = document.createElement('credential-list');
  Object.assign(list, { marketplace }, attributes);
  await fixture(html`<div>${list}</div>`);
  await shows(list, items[0]?.name ?? '');
  return list;
}

function row(list: CredentialList, id: string): HTMLElement {
  const found = findAll(list, 'tr[data-id]').find(({ dataset }) => dataset['id'] === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

describe('<credential-list> layout', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('what few rows have', () => {
    const heights = (list: CredentialList): number[] =>
      findAll(list, 'tr[data-id]').map((one) => Math.round(one.getBoundingClientRect().height));

    for (const [width, kind] of [
      [1280, 'rows'],
      [320, 'cards'],
    ] as const)
      it(`is there with them: no ${kind} grow afterwards`, async () => {
        await setViewport({ width, height: 800 });
        const reasons = [{ detail: 'The gateway of the second site took no new key.', at: at(start) }];
        const answer = deferred<Page<Credential>>();
        const marketplace = fakeMarketplace({ credentials: { list: () => answer.promise } });
        const list = await fixture<CredentialList>(
          html`<credential-list .marketplace=${marketplace} quick-actions="remove"></credential-list>`,
        );
        const first = new Promise<number[]>((resolve) => {
          const observer = new MutationObserver(() => {
            if (heights(list).length === 0) return;
            observer.disconnect();
            resolve(heights(list));
          });
          observer.observe(list.shadowRoot as ShadowRoot, { childList: true, subtree: true });
        });
        const actions = can('retry');
        answer.resolve(
          page([aCredential({ state: 'error', reasons, actions }), aCredential({ id: 'two', grants: someGrants })]),
        );
        const before = await first;
        await shows(list, 'Try again');
        await shows(list, 'Read-only · 2 workspaces');
        expect(heights(list)).to.deep.equal(before);
        await setViewport({ width: 1280, height: 800 });
      });
  });

  describe('cards', () => {
    before(() => setViewport({ width: 320, height: 800 }));
    after(() => setViewport({ width: 1280, height: 800 }));

    const bounds = (root: ParentNode, selector: string): DOMRect => {
      const [found] = findAll(root, selector).filter((one) => one.checkVisibility());
      if (!found) throw new Error(`no ${selector}`);
      return found.getBoundingClientRect();
    };

    const bottomOf = (one: Element): number => one.getBoundingClientRect().bottom;

    it('have no empty lines: the menu is beside the name, and a small button beside what is last', async () => {
      const actions = can('suspend', 'remove');
      const list = await aList([aCredential({ actions }), aCredential({ id: 'two', actions: [] })]);
      list.quickActions = 'remove';
      await appears(() => findAll(list, '.mask-remove').length > 0, 'the small button');
      for (const id of ['cred-1', 'two']) {
        const card = row(list, id);
        const last = Math.max(...[...card.querySelectorAll('.used, .mask-remove')].map(bottomOf));
        expect(card.getBoundingClientRect().bottom - last, id).to.be.closeTo(17, 2);
      }
      const card = row(list, 'cred-1');
      expect(bounds(card, '.mask-more').top).to.be.lessThan(bounds(card, 'th').bottom);
      expect(bounds(card, '.mask-remove').top).to.be.lessThan(bounds(card, 'td.used').bottom);
    });

    it('offer the secret over their whole width, and leave out what they have nothing to say of', async () => {
      const one = aCredential({ environment: 'sandbox' });
      const { environment: _, ...two } = aCredential({ id: 'two' });
      const list = await aList([one, two]);
      const card = row(list, one.id);
      expect(bounds(card, '.mask-eye').width).to.be.closeTo(card.clientWidth - 32, 1);
      expect(row(list, 'two').querySelector('.environment')?.checkVisibility()).to.equal(false);
      expect(card.querySelector('.environment')?.checkVisibility()).to.equal(true);
    });

    it('have what sorts them in one line', async () => {
      const expiresAt = at(start + 90 * day);
      const list = await aList([aCredential({ expiresAt })], { selectable: true });
      const tops = await appears(() => {
        const found = findAll(list, 'thead .sort');
        return found.length === 3 && found.map((one) => Math.round(one.getBoundingClientRect().top));
      }, 'what sorts');
      expect(new Set(tops).size).to.equal(1);
    });
  });

  describe('the word of the button that shows a secret', () => {
    for (const lang of ['en', 'ar'])
      it(`is in sight where there is room (${lang})`, async () => {
        const list = await aList([aCredential()], { lang });
        const eye = await appears(() => findAll(list, '.mask-eye')[0], 'the button');
        await waitUntil(() => eye.scrollHeight <= eye.clientHeight);
      });

    it('is out of sight where there is none, and the icon is not', async () => {
      await setViewport({ width: 960, height: 800 });
      const list = await aList([aCredential()], { lang: 'de' });
      const eye = await appears(() => findAll(list, '.mask-eye')[0], 'the button');
      await waitUntil(() => eye.scrollHeight > eye.clientHeight);
      expect(eye.clientWidth).to.be.at.least(32);
      await setViewport({ width: 1280, height: 800 });
    });
  });

  describe('columns', () => {
    it('are where they will be while nothing is known yet', async () => {
      const marketplace = fakeMarketplace({ credentials: { list: () => new Promise(() => undefined) } });
      const list = await fixture<CredentialList>(
        html`<credential-list .marketplace=${marketplace} selectable></credential-list>`,
      );
      const lefts = (selector: string): number[] =>
        findAll(list, selector)
          .filter((one) => one.checkVisibility())
          .map((one) => Math.round(one.getBoundingClientRect().left));
      expect(lefts('.skeleton tr:first-child td')).to.deep.equal(lefts('thead :is(th, td)'));
    });
  });
});
