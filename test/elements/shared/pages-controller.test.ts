import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Page } from '../../../src/contract/primitives.js';
import { PagesController } from '../../../src/elements/shared/pages-controller.js';
import { deferred, page } from '../fixtures.js';

interface Item {
  id: string;
  name?: string;
}

class PagedList extends LitElement {
  pages = new PagesController<Item>(this);
}
customElements.define('paged-list', PagedList);

const aList = async (): Promise<PagesController<Item>> =>
  (await fixture<PagedList>(html`<paged-list></paged-list>`)).pages;

const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));

/** Three pages behind cursors. */
const book: Record<string, Page<Item>> = {
  '': page(items('a', 'b'), { next: '2', total: 5 }),
  '2': page(items('b', 'c'), { next: '3', total: 5 }),
  '3': page(items('d'), { total: 5 }),
};
const read = (cursor = ''): Promise<Page<Item>> => Promise.resolve(book[cursor] as Page<Item>);

describe('PagesController', () => {
  it('reaches every page and shows nothing twice', async () => {
    const pages = await aList();
    pages.open(read);
    expect(pages.status).to.equal('loading');
    await pages.refresh();
    await pages.more();
    await pages.more();
    await pages.more();
    expect(pages.items.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect([pages.status, pages.next, pages.total]).to.deep.equal(['ready', undefined, 5]);
  });

  it('reads as many pages again as are shown', async () => {
    const pages = await aList();
    pages.open(read);
    await pages.refresh();
    await pages.more();
    await pages.refresh();
    expect(pages.items.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('keeps the last good items when a refresh fails', async () => {
    const pages = await aList();
    let fails = false;
    pages.open((cursor) => (fails ? Promise.reject(new Error('gone')) : read(cursor)));
    await pages.refresh();
    fails = true;
    await pages.refresh();
    expect([pages.status, pages.items.length]).to.deep.equal(['failed', 2]);
    fails = false;
    await pages.retry();
    expect([pages.status, pages.error]).to.deep.equal(['ready', undefined]);
  });

  it('tries the page again that failed, not the whole list', async () => {
    const pages = await aList();
    const asked: (string | undefined)[] = [];
    let fails = false;
    pages.open((cursor) => {
      asked.push(cursor);
      return fails ? Promise.reject(new Error('gone')) : read(cursor);
    });
    await pages.refresh();
    fails = true;
    await pages.more();
    fails = false;
    asked.length = 0;
    await pages.retry();
    expect(asked).to.deep.equal(['2']);
    expect(pages.items).to.have.length(3);
  });

  it('changes only the block an item is in', async () => {
    const pages = await aList();
    pages.open(read);
    await pages.refresh();
    await pages.more();
    const [first, second] = pages.blocks;
    pages.replace({ id: 'c', name: 'new' });
    expect(pages.blocks[0]).to.equal(first);
    expect(pages.blocks[1]).not.to.equal(second);
    pages.drop('a');
    pages.prepend({ id: 'z' });
    expect(pages.items.map(({ id }) => id)).to.deep.equal(['z', 'b', 'c']);
    expect(pages.total).to.equal(5);
  });

  it('ignores the answer for a list that is no longer wanted', async () => {
    const pages = await aList();
    const slow = deferred<Page<Item>>();
    pages.open(() => slow.promise);
    pages.open(read);
    await pages.refresh();
    slow.resolve(page(items('x')));
    await slow.promise;
    expect(pages.items.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });
});
