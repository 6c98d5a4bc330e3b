import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Facet, Page } from '../../contract/primitives.js';
import { Reader } from './reader.js';

/** How a list stands: nothing asked yet, being read for the first time, read, or its last reading failed. */
export type PagesStatus = 'initial' | 'loading' | 'ready' | 'failed';

type Read<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

type ReadPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

type Blocks<Item> = readonly (readonly Item[])[];

/** All that is known of a list after reading from it. */
interface Loaded<Item> {
  blocks: Blocks<Item>;
  /** How many pages are shown. */
  count: number;
  /** The cursors of the pages up to the first one that is shown. */
  trail: readonly (string | undefined)[];
  next?: string | undefined;
  total?: number | undefined;
  facets?: readonly Facet[] | undefined;
}

/** From how many items on drawing them is a task of its own: together with reading them it would hold up who types. */
const manyItems = 200;

/** How many items are in a block: few enough to draw at once, enough that there are few blocks. */
const blockSize = 32;

const inBlocks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / blockSize) }, (_, index) =>
    items.slice(index * blockSize, (index + 1) * blockSize),
  );

/**
 * A list that is read page by page and kept: a failed refresh leaves the last good items in place, single items can be
 * replaced, added and dropped, and every page can be reached, one after the other in one list or each by itself.
 */
export class PagesController<Item extends { id: string }> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #read: Read<Item> | undefined;
  readonly #reader: Reader<Loaded<Item>>;
  /** Reads again what was read last. */
  #again: (() => Promise<void>) | undefined;
  #items: { of: Blocks<Item>; all: readonly Item[] } | undefined;
  #reading: Promise<void> = Promise.resolve();
  #count = 1;
  #trail: readonly (string | undefined)[] = [undefined];

  /** What is there, in blocks of a few dozen. A block is a new array whenever anything in it changed, and only then. */
  blocks: Blocks<Item> = [];
  /** The cursor of the next page, if there is one. */
  next: string | undefined;
  /** How many items there are in all, where the marketplace tells. */
  total: number | undefined;
  /** How the list divides, where that was asked for. */
  facets: readonly Facet[] | undefined;
  status: PagesStatus = 'initial';
  /** Why the last reading failed. `items` may still hold what was read before. */
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#reader = new Reader(host, {
      done: (loaded) => this.#know(loaded, 'ready'),
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

  /** Everything that is there, in the marketplace's order; the same array as long as nothing in it changed. */
  get items(): readonly Item[] {
    if (this.#items?.of !== this.blocks) this.#items = { of: this.blocks, all: this.blocks.flat() };
    return this.#items.all;
  }

  /** Resolves once the reading that is under way has ended, however that was. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /** How many pages are before the first one that is shown. */
  get before(): number {
    return this.#trail.length - 1;
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets everything and reads the first page of another list. With `keep`, what is there stays until then. */
  open(read: Read<Item>, { keep = false } = {}): void {
    const { blocks, next, total, facets } = this;
    this.reset();
    if (keep) Object.assign(this, { blocks, next, total, facets });
    this.#read = read;
    this.status = 'loading';
    void this.refresh();
  }

  /** Forgets everything. */
  reset(): void {
    this.#reader.stop();
    this.#read = undefined;
    this.#again = undefined;
    this.#know({ blocks: [], count: 1, trail: [undefined] }, 'initial');
  }

  #know({ blocks, count, trail, next, total, facets }: Loaded<Item>, status: PagesStatus): void {
    this.#count = count;
    this.#trail = trail;
    Object.assign(this, { blocks, next, total, facets, status, error: undefined });
  }

  /** Reads again as many pages as are shown; the page before where nothing is left of them. */
  refresh(): Promise<void> {
    return this.#load(
      (read) => readPages(read, this.#trail, this.#count),
      () => this.refresh(),
    );
  }

  /** Reads the next page, behind what is there. */
  async more(): Promise<void> {
    const { next } = this;
    if (next === undefined || this.busy) return;
    await this.#load(
      async (read) => {
        const page = await read(next);
        const blocks = [...this.blocks, ...inBlocks(others(this.items, page.items))];
        return { ...page, facets: this.facets, blocks, count: this.#count + 1, trail: this.#trail };
      },
      () => this.more(),
    );
  }

  /** Reads the next page or the one before, in place of what is there. */
  async turn(to: 'next' | 'previous'): Promise<void> {
    const { next } = this;
    const trail = to === 'next' ? [...this.#trail, next] : this.#trail.slice(0, -1);
    if ((to === 'next' ? next === undefined : trail.length === 0) || this.busy) return;
    await this.#load(
      (read) => readPages(read, trail, 1),
      () => this.turn(to),
    );
  }

  /** Tries again what failed last: a further page, or all of it. */
  retry(): Promise<void> {
    return (this.status === 'failed' ? this.#again?.() : undefined) ?? this.refresh();
  }

  /** Puts a newer state of one item in its place. */
  replace(item: Item): void {
    this.replaceAll([item]);
  }

  /** Puts newer states of some items in their places. */
  replaceAll(items: readonly Item[]): void {
    const newer = new Map(items.map((item) => [item.id, item]));
    this.#change((block) =>
      block.some(({ id }) => newer.has(id)) ? block.map((one) => newer.get(one.id) ?? one) : block,
    );
  }

  /** Puts a new item at the top. */
  prepend(item: Item): void {
    if (this.total !== undefined) this.total += 1;
    const [first = [], ...others] = this.blocks;
    this.blocks = first.length > blockSize ? [[item], first, ...others] : [[item, ...first], ...others];
    this.#host.requestUpdate();
  }

  /** Takes one item out. Where it was the last one of its page, another page is read. */
  drop(id: string): void {
    if (this.total !== undefined) this.total -= 1;
    this.#change((block) => (block.some((one) => one.id === id) ? block.filter((one) => one.id !== id) : block));
    if (this.blocks.length === 0 && (this.before > 0 || this.next !== undefined)) void this.refresh();
  }

  #change(change: (block: readonly Item[]) => readonly Item[]): void {
    this.blocks = this.blocks.map(change).filter(({ length }) => length > 0);
    this.#host.requestUpdate();
  }

  #load(load: (read: ReadPage<Item>) => Promise<Loaded<Item>>, again: () => Promise<void>): Promise<void> {
    const read = this.#read;
    if (!read) return Promise.resolve();
    this.#again = again;
    return (this.#reading = this.#reader.run(async (signal) => {
      const loaded = await load((cursor) => read(cursor, signal));
      if (loaded.blocks.length * blockSize > manyItems) await new Promise((resolve) => setTimeout(resolve));
      return loaded;
    }));
  }
}

/** Reads some pages from the end of a trail on; a page further back for as long as there is nothing. */
async function readPages<Item extends { id: string }>(
  read: ReadPage<Item>,
  trail: readonly (string | undefined)[],
  count: number,
): Promise<Loaded<Item>> {
  const first = await read(trail.at(-1));
  if (first.items.length === 0 && trail.length > 1) return readPages(read, trail.slice(0, -1), 1);
  let page = first;
  let shown = 1;
  const items = others([], page.items);
  for (; page.next !== undefined && shown < count; shown++) {
    page = await read(page.next);
    items.push(...others(items, page.items));
  }
  return { blocks: inBlocks(items), count: shown, trail, next: page.next, total: page.total, facets: first.facets };
}

/** Those that are not known yet, each once: between two pages a list may move. */
function others<Item extends { id: string }>(known: readonly Item[], items: readonly Item[]): Item[] {
  const ids = new Set(known.map(({ id }) => id));
  return items.filter(({ id }) => !ids.has(id) && ids.add(id));
}
