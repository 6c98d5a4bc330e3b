import type { Page } from '../contract/index.js';
import { expect } from './expectation.js';

/** The items of all pages. */
export async function everything<Item>(list: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await list(cursor);
    items.push(...page.items);
    if (page.next === undefined) return items;
    expect(page.next !== cursor, 'the cursor of a following page is the one it was asked with: the list has no end');
    cursor = page.next;
  }
}
