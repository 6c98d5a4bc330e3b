import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../../contract/primitives.js';
import { Reader } from './reader.js';

/** How a list stands: nothing asked yet, being read for the first time, read, or its last reading failed. */
export type PagesStatus = 'initial' | 'loading' | 'ready' | 'failed';

type Read<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

type ReadPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/** All that is known of a list after reading from it. */
interface Loaded<Item> {
  pages: readonly (readonly Item[])[];
  next?: string | undefined;
  total?: number | undefined;
}

/**
 * A list that is read page by page and kept: a failed refresh leaves the last good items in place, single items can be
 * replaced, added and dropped, and every page can be reached.
 */
export class PagesController<Item extends { id: string }> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #read: Read<Item> | undefined;
  readonly #reader: Reader<Loaded<Item>>;
  /** Reads again what was read last. */
  #again: (() => Promise<void>) | undefined;

  /** What has been read so far, page by page. A page is a new array whenever anything in it changed, and only then. */
  pages: readonly (readonly Item[])[] = [];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** How many items there are in all, where the marketplace tells. */
  total: number | undefined;
  status: PagesStatus = 'initial';
  /** Why the last reading failed. `items` may still hold what was read before. */
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#reader = new Reader(host, {
      done: ({ pages, next, total }) => {
        this.pages = pages;
        this.next = next;
        this.total = total;
        this.status = 'ready';
        this.error = undefined;
      },
      failed: (error) => {
        this.status = 'failed';
        this.error = error;
      },
    });
    host.addController(this);
  }

  /** Whether a reading is under way: the first one, a refresh or a further page. */
  get busy(): boolean {
    return this.#reader.busy;
  }

  /** Everything read so far, in the marketplace's order. */
  get items(): readonly Item[] {
    return this.pages.flat();
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets everything and reads the first page of another list. With `keep`, what is there stays until then. */
  open(read: Read<Item>, { keep = false } = {}): void {
    const { pages } = this;
    this.reset();
    if (keep) this.pages = pages.slice(0, 1);
    this.#read = read;
    this.status = 'loading';
    void this.refresh();
  }

  /** Forgets everything. */
  reset(): void {
    this.#reader.stop();
    this.#read = undefined;
    this.#again = undefined;
    this.pages = [];
    this.next = undefined;
    this.total = undefined;
    this.status = 'initial';
    this.error = undefined;
  }

  /** Reads again as many pages as are shown. */
  refresh(): Promise<void> {
    return this.#load(
      async (read) => {
        const pages: Item[][] = [];
        let page: Page<Item> | undefined;
        do {
          page = await read(page?.next);
          pages.push(page.items);
        } while (page.next !== undefined && pages.length < this.pages.length);
        return { pages, next: page.next, total: page.total };
      },
      () => this.refresh(),
    );
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const { next } = this;
    if (next === undefined || this.busy) return;
    await this.#load(
      async (read) => {
        const page = await read(next);
        const known = new Set(this.items.map(({ id }) => id));
        return { ...page, pages: [...this.pages, page.items.filter(({ id }) => !known.has(id))] };
      },
      () => this.more(),
    );
  }

  /** Tries again what failed last: the next page, or all of it. */
  retry(): Promise<void> {
    return (this.status === 'failed' ? this.#again?.() : undefined) ?? this.refresh();
  }

  /** Puts a newer state of one item in its place. */
  replace(item: Item): void {
    this.#change((page) =>
      page.some(({ id }) => id === item.id) ? page.map((one) => (one.id === item.id ? item : one)) : page,
    );
  }

  /** Puts a new item at the top. */
  prepend(item: Item): void {
    if (this.total !== undefined) this.total += 1;
    if (this.pages.length === 0) this.pages = [[]];
    this.#change((page, index) => (index === 0 ? [item, ...page] : page));
  }

  /** Takes one item out. */
  drop(id: string): void {
    if (this.total !== undefined) this.total -= 1;
    this.#change((page) => (page.some((one) => one.id === id) ? page.filter((one) => one.id !== id) : page));
  }

  #change(change: (page: readonly Item[], index: number) => readonly Item[]): void {
    this.pages = this.pages.map(change);
    this.#host.requestUpdate();
  }

  #load(load: (read: ReadPage<Item>) => Promise<Loaded<Item>>, again: () => Promise<void>): Promise<void> {
    const read = this.#read;
    if (!read) return Promise.resolve();
    this.#again = again;
    return this.#reader.run((signal) => load((cursor) => read(cursor, signal)));
  }
}
