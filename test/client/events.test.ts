import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { isApiError } from '../../src/index.js';
import { EventMarketplace, Follower, anEvent, pass, settle } from './event-marketplace.js';
import { problem } from './fake-marketplace.js';

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  mock.method(Math, 'random', () => 0.5);
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('events.stream', () => {
  it('goes on from a position, with what happened since and what happens then', async () => {
    const marketplace = new EventMarketplace();
    for (const id of ['1', '2', '3']) marketplace.happen(id);
    const follower = new Follower(marketplace.client, '1');
    await settle();
    marketplace.happen('4');
    await settle();
    assert.deepEqual(follower.ids, ['2', '3', '4']);
    assert.deepEqual(marketplace.asked, ['stream 1']);
    await follower.leave();
  });

  it('starts from now without one, and misses nothing from then on', async () => {
    const marketplace = new EventMarketplace();
    marketplace.happen('1');
    const follower = new Follower(marketplace.client);
    await settle();
    assert.deepEqual(marketplace.asked, ['list now', 'stream 1']);
    marketplace.happen('2');
    await settle();
    assert.deepEqual(follower.ids, ['2']);
    await follower.leave();
  });

  it('asks with a token and for events', async () => {
    const marketplace = new EventMarketplace({ token: () => 'fake-token' });
    const follower = new Follower(marketplace.client, '0');
    await settle();
    const { headers } = marketplace.streams[0]!.request;
    assert.equal(headers.get('authorization'), 'Bearer fake-token');
    assert.equal(headers.get('accept'), 'text/event-stream');
    assert.equal(headers.get('last-event-id'), '0');
    await follower.leave();
  });

  it('reads events however they are cut, and skips what it does not understand', async () => {
    const marketplace = new EventMarketplace();
    const follower = new Follower(marketplace.client, '0');
    await settle();
    const [stream] = marketplace.streams;
    const text = `id: 7\r\nevent: change\r\ndata: ${JSON.stringify(anEvent('7', { subjectId: 'crü' }))}\r\n\r\n`;
    for (const character of text) stream!.write(character);
    stream!.write('data: {"no":"event"}\n\ndata: not JSON\n\nfoo: bar\n\n: comment\n\n');
    stream!.write(`id: 8\ndata: ${JSON.stringify({ ...anEvent('8'), subject: 'weather', more: 1 })}\n\n`);
    await settle();
    assert.deepEqual(follower.ids, ['7', '8']);
    await follower.leave();
  });

  it('comes back after the pause the server wants, from where it was, and misses nothing', async () => {
    const marketplace = new EventMarketplace();
    const follower = new Follower(marketplace.client, '0');
    await settle();
    marketplace.happen('1');
    await settle();
    marketplace.streams[0]!.write('retry: 4000\n\n');
    await settle();
    marketplace.streams[0]!.end();
    marketplace.happen('2');
    await pass(3_900);
    assert.equal(marketplace.streams.length, 1);
    await pass(200);
    assert.deepEqual(marketplace.asked, ['stream 0', 'stream 1']);
    assert.equal(marketplace.streams[1]!.request.headers.get('last-event-id'), '1');
    assert.deepEqual(follower.ids, ['1', '2']);
    marketplace.streams[1]!.fail();
    marketplace.happen('3');
    await pass(4_100);
    assert.deepEqual(follower.ids, ['1', '2', '3']);
    await follower.leave();
  });

  it('waits longer and longer while the marketplace is out of reach, and as long as it is told', async () => {
    const marketplace = new EventMarketplace();
    marketplace.intercept = () => problem('unavailable');
    const follower = new Follower(marketplace.client);
    await settle();
    const times: number[] = [];
    for (let second = 1; second <= 8; second++) {
      const before = marketplace.asked.length;
      await pass(1_000);
      if (marketplace.asked.length > before) times.push(second);
    }
    assert.deepEqual(times, [1, 3, 7]);
    marketplace.intercept = () => problem('rate-limited', { retryAfter: 25 });
    await pass(8_000);
    marketplace.intercept = () => undefined;
    const asked = marketplace.asked.length;
    await pass(23_000);
    assert.equal(marketplace.asked.length, asked);
    await pass(10_000);
    marketplace.happen('1');
    await settle();
    assert.deepEqual(follower.ids, ['1']);
    await follower.leave();
  });

  it('takes a connection for dead on which nothing has come for 45 s, and one with a heartbeat for alive', async () => {
    const marketplace = new EventMarketplace();
    const follower = new Follower(marketplace.client, '0');
    await settle();
    for (let count = 0; count < 4; count++) {
      await pass(20_000);
      marketplace.streams[0]!.write(':\n\n');
      await settle();
    }
    assert.equal(marketplace.streams.length, 1);
    await pass(47_000);
    assert.equal(marketplace.streams.length, 2);
    assert.equal(marketplace.streams[0]!.isOpen, false);
    marketplace.happen('1');
    await settle();
    assert.deepEqual(follower.ids, ['1']);
    await follower.leave();
  });

  it('ends with what waiting will not mend', async () => {
    for (const code of ['unauthenticated', 'token-expired', 'forbidden', 'not-found'] as const) {
      for (const isStreamRefused of [true, false]) {
        const marketplace = new EventMarketplace();
        marketplace.intercept = (_, isStream) => (isStream === isStreamRefused ? problem(code) : undefined);
        const follower = new Follower(marketplace.client);
        await follower.ended;
        assert.ok(isApiError(follower.error) && follower.error.code === code);
      }
    }
  });

  it('ends with what the function of its token throws', async () => {
    const signedOut = new Error('signed out');
    const marketplace = new EventMarketplace({ token: () => Promise.reject(signedOut) });
    const follower = new Follower(marketplace.client);
    await follower.ended;
    assert.equal(follower.error, signedOut);
  });

  it('ends with the reason of its signal, and hangs up', async () => {
    const marketplace = new EventMarketplace();
    const follower = new Follower(marketplace.client, '0');
    await settle();
    assert.equal(marketplace.openStreams.length, 1);
    const reason = new Error('left');
    follower.controller.abort(reason);
    await follower.ended;
    await settle();
    assert.equal(follower.error, reason);
    assert.equal(marketplace.openStreams.length, 0);
    await pass(60_000);
    assert.deepEqual(marketplace.asked, ['stream 0']);
  });
});

describe('followers of one client', () => {
  it('share one connection, which ends with the last of them', async () => {
    const marketplace = new EventMarketplace();
    const followers = [1, 2, 3].map(() => new Follower(marketplace.client));
    await settle();
    assert.deepEqual(marketplace.asked, ['list now', 'stream 0']);
    marketplace.happen('1');
    await settle();
    for (const { ids } of followers) assert.deepEqual(ids, ['1']);
    await followers[0]!.leave();
    await followers[1]!.leave();
    marketplace.happen('2');
    await settle();
    assert.deepEqual(
      followers.map(({ ids }) => ids),
      [['1'], ['1'], ['1', '2']],
    );
    await followers[2]!.leave();
    assert.equal(marketplace.openStreams.length, 0);
  });

  it('each get everything after their own position, once and in order', async () => {
    const marketplace = new EventMarketplace();
    for (const id of ['1', '2', '3']) marketplace.happen(id);
    const late = new Follower(marketplace.client, '3');
    await settle();
    const early = new Follower(marketplace.client, '1');
    marketplace.happen('4');
    await settle();
    marketplace.happen('5');
    await settle();
    assert.deepEqual(late.ids, ['4', '5']);
    assert.deepEqual(early.ids, ['2', '3', '4', '5']);
    assert.equal(marketplace.streams.length, 1);
    await early.leave();
    await late.leave();
  });

  it('all end with what ends their connection, and the next one starts afresh', async () => {
    const marketplace = new EventMarketplace();
    marketplace.intercept = (_, isStream) => (isStream ? problem('forbidden') : undefined);
    const followers = [1, 2].map(() => new Follower(marketplace.client));
    for (const follower of followers) {
      await follower.ended;
      assert.ok(isApiError(follower.error) && follower.error.code === 'forbidden');
    }
    marketplace.intercept = () => undefined;
    const next = new Follower(marketplace.client);
    await settle();
    marketplace.happen('1');
    await settle();
    assert.deepEqual(next.ids, ['1']);
    await next.leave();
  });
});
