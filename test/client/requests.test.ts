import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations } from '../../src/contract/index.js';
import { isApiError } from '../../src/index.js';
import { aCredential, baseUrl, fake, json, problem, rejection } from './fake-marketplace.js';

const anAnswer = (): Response => json(aCredential());
const aList = (): Response => json({ items: [] });

describe('requests', () => {
  it('sends every operation of the contract to its own path, with all its ids', async () => {
    const { client, requests } = fake((request) => problem('not-found', { title: request.url }));
    const methods = client as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;
    for (const [name, { method, path }] of Object.entries(operations)) {
      const [resource = '', verb = ''] = name.split('.');
      const ids = [...path.matchAll(/\{/g)].map((_, index) => `id${index}`);
      const error = await rejection(methods[resource]![verb]!(...ids, {}));
      assert.ok(isApiError(error) && error.code === 'not-found', name);
      const request = requests.at(-1)!;
      let filled: string = path;
      for (const id of ids) filled = filled.replace(/\{\w+\}/, id);
      assert.equal(`${request.method} ${request.url}`, `${method} ${baseUrl}${filled}`, name);
    }
  });

  it('repeats list parameters and leaves out what is undefined', async () => {
    const { client, requests } = fake(aList);
    await client.credentials.list({ state: ['active', 'error'], limit: 5, q: 'a b&c', applicationId: undefined });
    assert.equal(new URL(requests[0]!.url).search, '?state=active&state=error&limit=5&q=a+b%26c');
  });

  it('sends parameters of writes as JSON, and no body without any', async () => {
    const { client, requests } = fake(anAnswer);
    await client.credentials.suspend('crd_1', { reason: 'leaked' });
    await client.credentials.enable('crd_1');
    assert.deepEqual(await requests[0]!.json(), { reason: 'leaked' });
    assert.equal(requests[0]!.headers.get('content-type'), 'application/json');
    assert.equal(await requests[1]!.text(), '');
    assert.equal(requests[1]!.headers.get('content-type'), null);
  });

  it('never lets an id become another path', async () => {
    const { client, requests } = fake(anAnswer);
    for (const id of [
      'a/b',
      '../products',
      '..%2f',
      '?q=1',
      '#x',
      'a\\b',
      '%2e%2e',
      ' ',
      'ä',
      'a\nb',
      '...',
      '&',
      ';a=1',
    ]) {
      await client.credentials.get(id);
      const url = new URL(requests.at(-1)!.url);
      assert.equal(url.pathname, `/api/v1/credentials/${encodeURIComponent(id)}`);
      assert.equal(decodeURIComponent(url.pathname.split('/')[4]!), id);
      assert.equal(url.search + url.hash, '');
    }
  });

  it('refuses what can be no id, without asking', async () => {
    const { client, requests } = fake(anAnswer);
    for (const id of ['', '.', '..', '\ud800', undefined, null, 7, {}] as string[]) {
      const error = await rejection(client.credentials.reveal(id));
      assert.ok(isApiError(error) && error.code === 'not-found');
      assert.equal(error.message, '/credentials/{id}/reveal: an id is empty or cannot stand in a path');
    }
    assert.equal(requests.length, 0);
  });

  it('says which version a change is based on, as an entity tag', async () => {
    const { client, requests } = fake(anAnswer);
    await client.credentials.update('crd_1', { name: 'New' }, { ifMatch: '7' });
    await client.credentials.update('crd_1', { name: 'New' });
    assert.deepEqual(
      requests.map(({ headers }) => headers.get('if-match')),
      ['"7"', null],
    );
  });

  it('names the intent of every write: by the key of the caller or by a fresh one', async () => {
    const { client, requests } = fake(anAnswer);
    await client.credentials.suspend('crd_1', {}, { idempotencyKey: 'mine' });
    await client.credentials.suspend('crd_1');
    await client.credentials.remove('crd_1');
    await client.credentials.get('crd_1');
    const [mine, first, second, read] = requests.map(({ headers }) => headers.get('idempotency-key'));
    assert.equal(mine, 'mine');
    assert.match(first!, /^[0-9a-f]{32}$/);
    assert.match(second!, /^[0-9a-f]{32}$/);
    assert.notEqual(first, second);
    assert.equal(read, null);
  });

  it('sends the headers of its options, under those of the contract', async () => {
    const { client, requests } = fake(aList, {
      headers: { 'X-Portal': 'shop', Accept: 'text/html', Authorization: 'Basic x' },
      token: 't0k3n',
    });
    await client.products.list();
    const { headers } = requests[0]!;
    assert.equal(headers.get('x-portal'), 'shop');
    assert.equal(headers.get('accept'), 'application/json, application/problem+json');
    assert.equal(headers.get('authorization'), 'Bearer t0k3n');
  });

  it('keeps everything out of caches and sends cookies only to its own origin', async () => {
    const { client, requests } = fake(aList);
    await client.products.list();
    assert.equal(requests[0]!.cache, 'no-store');
    assert.equal(requests[0]!.credentials, 'same-origin');
    const other = fake(aList, { credentials: 'include' });
    await other.client.products.list();
    assert.equal(other.requests[0]!.credentials, 'include');
  });
});

describe('token', () => {
  it('is asked for before every request', async () => {
    let count = 0;
    const { client, requests } = fake(anAnswer, { token: async () => `token-${++count}` });
    await client.credentials.get('crd_1');
    await client.credentials.get('crd_1');
    assert.deepEqual(
      requests.map(({ headers }) => headers.get('authorization')),
      ['Bearer token-1', 'Bearer token-2'],
    );
  });

  it('may be missing', async () => {
    const { client, requests } = fake(anAnswer, { token: () => undefined });
    await client.credentials.get('crd_1');
    assert.equal(requests[0]!.headers.get('authorization'), null);
  });

  it('is asked for once more when it has expired, and the write is repeated as the same intent', async () => {
    let count = 0;
    const { client, requests } = fake(
      (request) => (request.headers.get('authorization') === 'Bearer token-1' ? problem('token-expired') : anAnswer()),
      { token: () => `token-${++count}` },
    );
    await client.credentials.suspend('crd_1', { reason: 'leaked' });
    assert.equal(requests.length, 2);
    assert.deepEqual(await requests[1]!.json(), { reason: 'leaked' });
    assert.equal(requests[1]!.headers.get('authorization'), 'Bearer token-2');
    assert.equal(requests[1]!.headers.get('idempotency-key'), requests[0]!.headers.get('idempotency-key'));
  });

  it('is asked for no third time, nor for another refusal, nor where it is a constant', async () => {
    const cases = [
      { code: 'token-expired', token: () => 'x', requests: 2 },
      { code: 'unauthenticated', token: () => 'x', requests: 1 },
      { code: 'token-expired', token: 'x', requests: 1 },
    ];
    for (const { code, token, requests: expected } of cases) {
      const { client, requests } = fake(() => problem(code), { token });
      const error = await rejection(client.session.get());
      assert.ok(isApiError(error) && error.code === code);
      assert.equal(requests.length, expected);
    }
  });

  it('passes on what its function throws, and asks nothing', async () => {
    const signedOut = new Error('signed out');
    const { client, requests } = fake(anAnswer, { token: () => Promise.reject(signedOut) });
    assert.equal(await rejection(client.session.get()), signedOut);
    assert.equal(requests.length, 0);
  });
});

describe('answers', () => {
  it('are read tolerantly: unknown keys are dropped, unknown words become unknown (SPEC X3)', async () => {
    const { client } = fake(() =>
      json({
        ...aCredential(),
        state: 'hibernating',
        type: { id: 'q', name: 'Quantum', kind: 'quantum' },
        actions: [{ action: 'teleport', allowed: true }],
        colour: 'blue',
      }),
    );
    const credential = await client.credentials.get('crd_1');
    assert.equal(credential.state, 'unknown');
    assert.equal(credential.type.kind, 'unknown');
    assert.equal(credential.actions[0]?.action, 'unknown');
    assert.equal('colour' in credential, false);
  });

  it('that are not as the contract has them are refused, saying where', async () => {
    const { id: _, ...withoutId } = aCredential();
    for (const [answer, where] of [
      [json(withoutId), 'id'],
      [json({ ...aCredential(), application: { id: 1, name: 'x' } }), 'application.id'],
      [new Response('<html>sign in</html>', { headers: { 'content-type': 'text/html' } }), 'the whole'],
      [new Response(null, { status: 204 }), 'the whole'],
    ] as const) {
      const { client, requests } = fake(() => answer);
      const error = (await rejection(client.credentials.get('crd_1'))) as { code: string; message: string };
      assert.equal(error.code, 'invalid-response');
      assert.equal(error.message, `GET /credentials/{credentialId}: not as the contract has it (${where})`);
      assert.equal(requests.length, 1);
    }
  });
});
