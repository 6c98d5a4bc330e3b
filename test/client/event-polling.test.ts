import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { isApiError } from '../../src/index.js';
import { EventMarketplace, Follower, pass, settle } from './event-marketplace.js';
import { json, problem } from './fake-marketplace.js';

/** A page that can be hidden. */
class FakePage extends EventTarget {
  hidden = false;
  readonly baseURI = 'https://portal.example/';

  show(isShown: boolean): void {
    this.hidden = !isShown;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const globals = globalThis as { document?: unknown };

/** A marketplace that answers what is asked, and streams nothing. */
function withoutStreams(answer: () => Response = () => json({ items: [], next: '0' })): EventMarketplace {
  const marketplace = new EventMarketplace({ pollMs: 1_000 });
  marketplace.intercept = (_, isStream) => (isStream ? answer() : undefined);
  return marketplace;
}

const listsOf = (marketplace: EventMarketplace): number =>
  marketplace.asked.filter((asked) => asked.startsWith('list')).length;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  mock.method(Math, 'random', () => 0.5);
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
  delete globals.document;
});

describe('events.stream where nothing is streamed', () => {
  it('asks instead, from where it is', async () => {
    for (const answer of [
      () => json({ items: [], next: '0' }),
      () => problem('method-not-allowed'),
      () => new Response('not acceptable', { status: 406 }),
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ]) {
      const marketplace = withoutStreams(answer);
      const follower = new Follower(marketplace.client, '0');
      await pass(100);
      marketplace.happen('1');
      marketplace.happen('2');
      await pass(1_500);
      marketplace.happen('3');
      await pass(1_500);
      assert.deepEqual(follower.ids, ['1', '2', '3']);
      assert.equal(marketplace.asked.filter((asked) => asked.startsWith('stream')).length, 1);
      await follower.leave();
    }
  });

  it('asks ever more rarely while nothing happens, and often again when something has', async () => {
    const marketplace = withoutStreams();
    const follower = new Follower(marketplace.client, '0');
    await pass(5_000);
    const first = listsOf(marketplace);
    assert.ok(first >= 3 && first <= 5, `${first}`);
    await pass(60_000);
    await pass(60_000);
    const quiet = listsOf(marketplace);
    await pass(16_000);
    assert.equal(listsOf(marketplace) - quiet, 2);
    marketplace.happen('1');
    await pass(8_000);
    assert.deepEqual(follower.ids, ['1']);
    const busy = listsOf(marketplace);
    marketplace.happen('2');
    await pass(2_000);
    assert.ok(listsOf(marketplace) > busy);
    await follower.leave();
  });

  it('rests while the page is hidden, and asks at once when it is seen again', async () => {
    const page = new FakePage();
    globals.document = page;
    const marketplace = withoutStreams();
    const follower = new Follower(marketplace.client, '0');
    await pass(1_000);
    page.show(false);
    await pass(10_000);
    const hidden = listsOf(marketplace);
    marketplace.happen('1');
    await pass(600_000);
    assert.equal(listsOf(marketplace), hidden);
    page.show(true);
    await settle();
    assert.deepEqual(follower.ids, ['1']);
    await follower.leave();
  });

  it('ends while the page is hidden, too', async () => {
    const page = new FakePage();
    globals.document = page;
    page.hidden = true;
    const marketplace = withoutStreams();
    const follower = new Follower(marketplace.client, '0');
    await pass(1_000);
    await follower.leave();
    assert.equal((follower.error as Error).name, 'AbortError');
  });

  it('goes on after failures, and ends with what waiting will not mend', async () => {
    const marketplace = withoutStreams();
    const follower = new Follower(marketplace.client, '0');
    await pass(100);
    marketplace.intercept = () => problem('internal');
    await pass(3_000);
    marketplace.intercept = () => undefined;
    marketplace.happen('1');
    await pass(8_000);
    assert.deepEqual(follower.ids, ['1']);
    marketplace.intercept = () => problem('token-expired');
    await pass(8_000);
    assert.ok(isApiError(follower.error) && follower.error.code === 'token-expired');
  });
});

describe('events.stream where streams bring nothing', () => {
  it('asks after three of them, and tries to stream again later', async () => {
    const marketplace = new EventMarketplace({ pollMs: 1_000 });
    const mute = (): Response =>
      new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });
    marketplace.intercept = (_, isStream) => (isStream ? mute() : undefined);
    const follower = new Follower(marketplace.client, '0');
    await pass(150_000);
    assert.deepEqual(marketplace.asked.slice(0, 4), ['stream 0', 'stream 0', 'stream 0', 'list 0']);
    marketplace.happen('1');
    await pass(8_000);
    assert.deepEqual(follower.ids, ['1']);
    marketplace.intercept = () => undefined;
    await pass(200_000);
    assert.equal(marketplace.streams.length > 0, true);
    marketplace.happen('2');
    await settle();
    assert.deepEqual(follower.ids, ['1', '2']);
    await follower.leave();
  });
});
