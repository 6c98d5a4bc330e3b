// `<credential-list>` over a marketplace in the page: what changes, searches and mounts cost without a network.
import '../../../src/elements/credential-list/define.js';
import { createBenchMarketplace } from '../marketplace.js';
import { painted, rowOf, shown, task } from './painted.js';

const count = Number(new URLSearchParams(location.search).get('count'));
const { marketplace, change } = createBenchMarketplace(count);

function mount(): HTMLElement {
  const list = document.createElement('credential-list');
  list.selectable = true;
  list.marketplace = marketplace;
  document.body.append(list);
  return list;
}

const wordOf = (n: number): string | undefined => rowOf('credential-list', n)?.querySelector('.badge')?.textContent;

Object.assign(globalThis, {
  mount,
  /** Scrolls to a row, as somebody does who is to see it change. */
  async look(n: number): Promise<void> {
    rowOf('credential-list', n)?.scrollIntoView({ block: 'center' });
    // The block comes into sight in the first frame, and is laid out in full in the second.
    await painted();
    await painted();
  },
  /** From the news of a change until its row has been laid out with it, in milliseconds. */
  async changeRow(n: number): Promise<number> {
    const before = wordOf(n);
    const start = performance.now();
    change(n);
    while (wordOf(n) === before) await task();
    rowOf('credential-list', n)?.getBoundingClientRect();
    const end = performance.now();
    await painted();
    return end - start;
  },
  /** Mounts a list, waits until its rows are there, and takes it away again. */
  async mountOnce(): Promise<void> {
    const list = mount();
    await shown('credential-list', count);
    list.remove();
  },
});
