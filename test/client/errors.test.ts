import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { problemStatus } from '../../src/contract/index.js';
import { ApiError, MarketplaceError, isApiError, isMarketplaceError } from '../../src/index.js';
import { aCredential, fake, json, problem, rejection, type Answers } from './fake-marketplace.js';

const failing = async (answers: Answers): Promise<unknown> =>
  rejection(fake(answers, { retries: 0 }).client.credentials.get('crd_1'));

describe('errors', () => {
  it('carry every code of the contract, with its status, reason and fields', async () => {
    for (const [code, status] of Object.entries(problemStatus)) {
      const errors = [{ pointer: '/name', detail: 'is too long' }];
      const error = await failing(() => problem(code, { reason: 'not-active', errors, retryAfter: 1.5 }));
      assert.ok(error instanceof ApiError && isApiError(error));
      assert.deepEqual(
        [error.code, error.status, error.reason, error.errors, error.retryAfterMs],
        [code, status, 'not-active', errors, 1500],
      );
    }
  });

  it('are unknown with their status for codes of a newer marketplace and for answers of something in between', async () => {
    for (const answer of [
      problem('quota-of-the-future', { status: 418 }),
      new Response('<h1>Teapot</h1>', { status: 418, headers: { 'content-type': 'text/html' } }),
      new Response('{"code":"not-found"', { status: 418 }),
      new Response('null', { status: 418 }),
      problem('toString', { status: 418 }),
      new Response(null, { status: 418 }),
    ]) {
      const error = await failing(() => answer);
      assert.ok(isApiError(error));
      assert.deepEqual([error.code, error.status, error.errors], ['unknown', 418, []]);
      assert.equal(error.message, 'GET /credentials/{credentialId}: unknown (418)');
    }
  });

  it('are `network` when no answer came', async () => {
    for (const answers of [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Response.error(),
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what some other fetch may do
        throw 'offline';
      },
    ]) {
      const error = await failing(answers);
      assert.ok(error instanceof MarketplaceError && isMarketplaceError(error) && !isApiError(error));
      assert.equal(error.code, 'network');
    }
  });

  it('are `configuration` for a token or a key that no header can hold', async () => {
    const { client, requests } = fake(() => json(aCredential()), { token: 'a\nb' });
    const errors = [
      await rejection(client.session.get()),
      await rejection(fake(() => json(aCredential())).client.credentials.suspend('x', {}, { idempotencyKey: 'a\nb' })),
    ];
    for (const error of errors) assert.ok(isMarketplaceError(error) && error.code === 'configuration');
    assert.equal(requests.length, 0);
  });

  it('are told from others by their brand, in whichever copy they were made', () => {
    const foreign = Object.assign(new Error(), { [Symbol.for('latchkey.error')]: true, name: 'ApiError' });
    assert.ok(isMarketplaceError(foreign) && isApiError(foreign));
    assert.equal(isApiError(new MarketplaceError('network', 'x')), false);
    for (const other of [new Error('x'), null, undefined, 'ApiError', { name: 'ApiError' }]) {
      assert.equal(isMarketplaceError(other), false);
      assert.equal(isApiError(other), false);
    }
  });
});

describe('the canary', () => {
  const canary = 'cAnArY-0123456789';
  const cases: Record<string, Answers> = {
    'a problem': () => problem('state-conflict', { title: canary, detail: canary, instance: canary, [canary]: canary }),
    'an unknown problem': () => problem(canary, { status: 400, title: canary }),
    'an answer that is no problem': () => new Response(canary, { status: 500, statusText: 'Oops' }),
    'an answer that is not as the contract has it': () => json({ id: 7, name: canary, [canary]: canary }),
    'an answer that is no JSON': () => new Response(canary),
    'a broken network': () => Promise.reject(new Error(canary, { cause: canary })),
    'a timeout': () => new Promise(() => undefined),
  };

  for (const [name, answers] of Object.entries(cases)) {
    it(`is in no error after ${name}: neither token, host, query, ids, body nor answer`, async () => {
      const printed: unknown[] = [];
      const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
      const spies = methods.map((method) => mock.method(console, method, (...args: unknown[]) => printed.push(args)));
      const { client } = fake(answers, {
        baseUrl: `https://${canary}.example/${canary}`,
        token: canary,
        headers: { 'x-portal': canary },
        retries: 0,
        timeoutMs: 20,
      });
      const params = { name: canary, applicationId: canary, resourceId: canary, typeId: canary, data: { canary } };
      const options = { idempotencyKey: canary, ifMatch: canary };
      const errors = await Promise.all([
        rejection(client.credentials.get(canary)),
        rejection(client.credentials.list({ q: canary })),
        rejection(client.credentials.create(params, options)),
        rejection(client.credentials.reveal(canary, {}, options)),
      ]);
      for (const spy of spies) spy.mock.restore();
      for (const error of errors) {
        assert.ok(isMarketplaceError(error));
        const texts = [
          inspect(error, { depth: 10, showHidden: true, getters: true }),
          JSON.stringify(error),
          String(error),
          error.stack ?? '',
        ];
        for (const text of texts) {
          assert.equal(text.toLowerCase().includes(canary.toLowerCase()), false, text);
          assert.equal(text.includes('.example'), false, text);
        }
        assert.equal(error.cause, undefined);
      }
      assert.deepEqual(printed, []);
    });
  }

  it('names method, route and outcome instead', async () => {
    const error = await failing(() => problem('state-conflict', { reason: 'not-active' }));
    assert.equal((error as Error).message, 'GET /credentials/{credentialId}: state-conflict (409)');
  });
});
