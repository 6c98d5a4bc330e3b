import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { isApiError, isMarketplaceError } from '../../src/index.js';
import { aCredential, fake, json, problem, rejection } from './fake-marketplace.js';

const isFirst = (count: number): boolean => count === 1;

/** Runs some work with time standing still between its pauses; answers how long it paused, in milliseconds. */
async function pausesOf(work: Promise<unknown>): Promise<number> {
  let isDone = false;
  void work.catch(() => undefined).finally(() => (isDone = true));
  for (let ms = 0; ; ms += 50) {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (isDone) return ms;
    mock.timers.tick(50);
  }
}

describe('retries', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-11-20T12:00:00Z') });
    mock.method(Math, 'random', () => 1);
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  it('sends reads again after a failure that may pass', async () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
      const { client, requests } = fake((_, count) =>
        isFirst(count) ? new Response('busy', { status }) : json(aCredential()),
      );
      const read = client.credentials.get('crd_1');
      await pausesOf(read);
      assert.equal((await read).id, 'crd_1');
      assert.equal(requests.length, 2, String(status));
    }
  });

  it('sends reads again when no answer came', async () => {
    const { client, requests } = fake((_, count) => {
      if (isFirst(count)) throw new TypeError('fetch failed');
      return json(aCredential());
    });
    const read = client.credentials.get('crd_1');
    await pausesOf(read);
    assert.equal((await read).id, 'crd_1');
    assert.equal(requests.length, 2);
  });

  it('sends writes again under the same idempotency key, with the same body', async () => {
    const { client, requests } = fake((_, count) =>
      count < 4 ? new Response(null, { status: 503 }) : json(aCredential(), { status: 201 }),
    );
    const params = { name: 'Checkout', applicationId: 'app_1', resourceId: 'res_1', typeId: 'key', data: { a: 1 } };
    const write = client.credentials.create(params);
    await pausesOf(write);
    await write;
    assert.equal(requests.length, 4);
    assert.equal(new Set(requests.map(({ headers }) => headers.get('idempotency-key'))).size, 1);
    for (const request of requests) assert.deepEqual(await request.json(), params);
  });

  it('never sends a revelation again', async () => {
    for (const answer of [() => new Response(null, { status: 503 }), () => Promise.reject(new TypeError('lost'))]) {
      const { client, requests } = fake(answer);
      await rejection(client.credentials.reveal('crd_1'));
      assert.equal(requests.length, 1);
    }
  });

  it('sends nothing again that will not mend', async () => {
    for (const code of ['unauthenticated', 'forbidden', 'not-found', 'state-conflict', 'validation-failed'] as const) {
      const { client, requests } = fake(() => problem(code));
      await rejection(client.credentials.get('crd_1'));
      assert.equal(requests.length, 1);
    }
  });

  it('gives up after as many repeats as its option says, each later than the one before', async () => {
    const { client, requests } = fake(() => problem('unavailable'), { retries: 2 });
    const read = client.credentials.get('crd_1');
    const paused = await pausesOf(read);
    const error = await rejection(read);
    assert.ok(isApiError(error) && error.code === 'unavailable');
    assert.equal(requests.length, 3);
    assert.ok(paused >= 600 + 1_200 && paused <= 600 + 1_200 + 100, `${paused}`);
    const none = fake(() => problem('unavailable'), { retries: 0 });
    await rejection(none.client.session.get());
    assert.equal(none.requests.length, 1);
  });

  it('spreads repeats over the whole pause', async () => {
    mock.method(Math, 'random', () => 0);
    const { client } = fake((_, count) => (isFirst(count) ? problem('unavailable') : json(aCredential())));
    const read = client.credentials.get('crd_1');
    assert.ok((await pausesOf(read)) <= 50);
    await read;
  });

  it('waits as long as Retry-After says, in seconds, as a date or in the problem', async () => {
    for (const answer of [
      () => new Response(null, { status: 429, headers: { 'retry-after': '7' } }),
      () =>
        new Response(null, {
          status: 503,
          headers: { 'retry-after': 'Fri, 20 Nov 2026 13:00:07 GMT', date: 'Fri, 20 Nov 2026 13:00:00 GMT' },
        }),
      () => problem('rate-limited', { retryAfter: 7 }),
    ]) {
      const { client } = fake((_, count) => (isFirst(count) ? answer() : json(aCredential())));
      const read = client.credentials.get('crd_1');
      const paused = await pausesOf(read);
      await read;
      assert.ok(paused >= 6_900 && paused <= 7_100, `${paused}`);
    }
  });

  it('fails at once where it would have to wait too long, and says how long', async () => {
    const { client, requests } = fake(() => problem('rate-limited', {}, { 'retry-after': '120' }));
    const error = await rejection(client.credentials.get('crd_1'));
    assert.ok(isApiError(error) && error.code === 'rate-limited');
    assert.equal(error.retryAfterMs, 120_000);
    assert.equal(requests.length, 1);
  });

  it('takes a Retry-After that is neither for none', async () => {
    const { client } = fake((_, count) =>
      isFirst(count) ? problem('unavailable', {}, { 'retry-after': 'soon' }) : json(aCredential()),
    );
    const read = client.credentials.get('crd_1');
    assert.ok((await pausesOf(read)) <= 700);
    await read;
  });

  it('limits the time of every attempt, its body and its token included', async () => {
    const never = new Promise<never>(() => undefined);
    const slowBody = (): Response => new Response(new ReadableStream({ pull: () => never }));
    for (const { client } of [
      fake(() => never),
      fake(slowBody),
      fake(() => json(aCredential()), { token: () => never }),
    ]) {
      const read = client.credentials.get('crd_1');
      const paused = await pausesOf(read);
      const error = await rejection(read);
      assert.ok(isMarketplaceError(error) && error.code === 'timeout');
      assert.equal(error.message, 'GET /credentials/{credentialId}: no answer in time');
      assert.equal(paused, 30_000);
    }
  });
});

describe('abort', () => {
  it('ends a call with the reason of its signal, whatever the call is doing', async () => {
    const never = new Promise<never>(() => undefined);
    for (const { client, requests } of [
      fake(() => never),
      fake(() => problem('rate-limited', { retryAfter: 20 })),
      fake(() => json(aCredential()), { token: () => never }),
    ]) {
      const controller = new AbortController();
      const read = client.credentials.get('crd_1', {}, { signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, 5));
      const reason = new Error('left');
      controller.abort(reason);
      assert.equal(await rejection(read), reason);
      assert.ok(requests.length <= 1);
    }
  });

  it('passes AbortError through', async () => {
    const { client } = fake(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const controller = new AbortController();
    const read = client.session.get({}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    const error = await rejection(read);
    assert.equal((error as Error).name, 'AbortError');
    assert.equal(isMarketplaceError(error), false);
  });

  it('sends nothing for a signal that is aborted already', async () => {
    const { client, requests } = fake(() => json(aCredential()));
    await rejection(client.credentials.get('crd_1', {}, { signal: AbortSignal.abort() }));
    await rejection(client.credentials.reveal('crd_1', {}, { signal: AbortSignal.abort() }));
    assert.equal(requests.length, 0);
  });
});
