import { MarketplaceError } from '../contract/error.js';
import type { Page } from '../contract/primitives.js';

/**
 * A list as it is asked for: awaited, it is its first page; iterated with `for await`, it is every item of every page,
 * each page read when it is needed.
 */
export type Pages<Item> = Promise<Page<Item>> & AsyncIterable<Item>;

/**
 * Reads a list.
 *
 * @param read - Reads the page at a cursor, or the page that was asked for without one.
 * @param signal - Ends an iteration with its reason, also between the items of a page.
 */
export function pagesOf<Item>(
  read: (cursor?: string) => Promise<Page<Item>>,
  signal: AbortSignal | undefined,
): Pages<Item> {
  const first = read();
  return Object.assign(first, {
    async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
      for (let page = await first; ;) {
        for (const item of page.items) {
          signal?.throwIfAborted();
          yield item;
        }
        const { next } = page;
        if (next === undefined) return;
        page = await read(next);
        if (page.next === next) throw new MarketplaceError('invalid-response', 'a list: its next page is itself');
      }
    },
  });
}
