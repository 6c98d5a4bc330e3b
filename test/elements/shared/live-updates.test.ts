import { expect } from '@open-wc/testing';
import type { MarketplaceEvent } from '../../../src/contract/event.js';
import { listen } from '../../../src/elements/shared/live-updates.js';
import { fakeMarketplace, type FakeMarketplace } from '../fixtures.js';
import { waitUntil } from '../page.js';

/** Hears a marketplace until the test stops it. */
function aListener(marketplace: FakeMarketplace) {
  const heard: MarketplaceEvent[] = [];
  const errors: unknown[] = [];
  const stop = new AbortController();
  listen(marketplace, { changed: (event) => heard.push(event), failed: (error) => errors.push(error) }, stop.signal);
  return { heard, errors, stop: () => stop.abort() };
}

/** As if the person had gone to another tab, or come back. */
function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('listen', () => {
  afterEach(() => Reflect.deleteProperty(document, 'hidden'));

  it('opens one stream for all listeners and closes it with the last', async () => {
    const marketplace = fakeMarketplace();
    const [first, second] = [aListener(marketplace), aListener(marketplace)];
    await waitUntil(() => marketplace.streams === 1);
    marketplace.emit({ subject: 'credential', subjectId: 'a' });
    await waitUntil(() => second.heard.length === 1);
    expect(first.heard).to.deep.equal(second.heard);
    first.stop();
    expect(marketplace.streams).to.equal(1);
    second.stop();
    await waitUntil(() => marketplace.streams === 0);
  });

  it('rests while the page is hidden and goes on where it stopped', async () => {
    const positions: (string | undefined)[] = [];
    const base = fakeMarketplace();
    const marketplace = fakeMarketplace({
      events: {
        list: base.events.list,
        stream: (params, options) => {
          positions.push(params?.after);
          return base.events.stream(params, options);
        },
      },
    });
    const { heard, stop } = aListener(marketplace);
    await waitUntil(() => base.streams === 1);
    base.emit({ subject: 'credential', id: '41' });
    await waitUntil(() => heard.length === 1);
    setHidden(true);
    await waitUntil(() => base.streams === 0);
    setHidden(false);
    await waitUntil(() => base.streams === 1);
    expect(positions).to.deep.equal(['0', '41']);
    stop();
  });

  it('learns where the news begin while the page is hidden, and misses nothing of them', async () => {
    const base = fakeMarketplace();
    const positions: (string | undefined)[] = [];
    let asked = 0;
    const marketplace = fakeMarketplace({
      events: {
        list: (...params) => (asked++, base.events.list(...params)),
        stream: (params, options) => {
          positions.push(params?.after);
          return base.events.stream(params, options);
        },
      },
    });
    setHidden(true);
    const { stop } = aListener(marketplace);
    await waitUntil(() => asked === 1);
    setHidden(true);
    expect(base.streams).to.equal(0);
    setHidden(false);
    await waitUntil(() => base.streams === 1);
    expect(positions).to.deep.equal(['0']);
    expect(asked).to.equal(1);
    stop();
  });

  it('tells of an error and starts again by itself', async () => {
    const marketplace = fakeMarketplace();
    const { heard, errors, stop } = aListener(marketplace);
    await waitUntil(() => marketplace.streams === 1);
    const error = new Error('broken');
    marketplace.breakStreams(error);
    await waitUntil(() => errors.length === 1);
    expect(errors).to.deep.equal([error]);
    await waitUntil(() => marketplace.streams === 1, 'started again');
    marketplace.emit({ subject: 'clock' });
    await waitUntil(() => heard.length === 1);
    stop();
  });
});
