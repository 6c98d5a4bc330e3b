import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { ApiError, operations, type Operation } from '../../src/contract/index.js';
import { createMarketplaceHandler, withCors } from '../../src/marketplace/index.js';
import { adasCredential, adasRequest, createWorld, withActiveCredential, type World } from './world.js';

const base = 'http://localhost/api/v1';

interface Call {
  method?: string;
  person?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request as a person would: JSON, a token that is their id, a fresh key. */
function caller(world: World, more: Partial<Parameters<typeof createMarketplaceHandler>[0]> = {}) {
  const handler = createMarketplaceHandler({
    basePath: '/api/v1',
    marketplaceFor: (request) => {
      const person = request.headers.get('authorization')?.replace('Bearer ', '');
      if (person === undefined) throw new ApiError('unauthenticated', 'no token');
      if (person === 'old') throw new ApiError('token-expired', 'old token');
      return world.as(person);
    },
    ...more,
  });
  return (path: string, { method = 'GET', person = 'ada', body, headers = {} }: Call = {}) =>
    handler(
      new Request(base + path, {
        method,
        headers: {
          ...(person ? { authorization: `Bearer ${person}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
}

describe('createMarketplaceHandler', () => {
  it('answers every operation of the table', async () => {
    const world = await createWorld();
    const { request, credential } = await withActiveCredential(world);
    const call = caller(world);
    const ids: Record<string, string> = {
      productId: 'commerce',
      resourceId: 'orders',
      subscriptionId: 'sub_storefront_gold',
      applicationId: 'app_shop_web',
      accessRequestId: request.id,
      credentialId: credential.id,
    };
    for (const { method, path } of Object.values<Operation>(operations)) {
      const response = await call(
        path.replace(/\{(\w+)\}/g, (_, id: string) => ids[id]!),
        { method },
      );
      const { code } = (await response.json()) as { code?: string };
      assert.ok(response.status < 500, `${method} ${path}: ${response.status}`);
      assert.notEqual(code, 'not-found', `${method} ${path}`);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
  });

  it('creates with 201, a location, an ETag and the marketplace’s time', async () => {
    const world = await createWorld();
    world.clock.advance(60 * 60 * 1000);
    const response = await caller(world)('/access-requests', { method: 'POST', body: adasRequest() });
    const { id, version } = (await response.json()) as { id: string; version: string };
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('location'), `/api/v1/access-requests/${id}`);
    assert.equal(response.headers.get('etag'), `"${version}"`);
    const ahead = new Date(response.headers.get('date')!).getTime() - Date.now();
    assert.ok(Math.abs(ahead - 60 * 60 * 1000) < 5_000);
  });

  it('deletes with 202 while the data plane still has it', async () => {
    const world = await createWorld();
    const { credential } = await withActiveCredential(world);
    const response = await caller(world)(`/credentials/${credential.id}`, { method: 'DELETE' });
    assert.equal(response.status, 202);
    assert.equal(((await response.json()) as { state: string }).state, 'deleting');
  });

  it('seals a revealed secret to the key of the request (S5)', async () => {
    const world = await createWorld();
    const { ada, credential } = await withActiveCredential(world);
    const value = (await ada.credentials.reveal(credential.id)).fields[0]!.value.reveal();
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES');
    const { kty, crv, x, y } = await exportJWK(publicKey);
    const response = await caller(world)(`/credentials/${credential.id}/reveal`, {
      method: 'POST',
      body: { publicKey: { kty, crv, x, y } },
    });
    const text = await response.text();
    assert.equal(response.status, 200);
    assert.ok(!text.includes(value));
    const { plaintext } = await compactDecrypt((JSON.parse(text) as { jwe: string }).jwe, privateKey);
    assert.ok(new TextDecoder().decode(plaintext).includes(value));
  });

  describe('bad input', () => {
    const json = { 'content-type': 'application/json' };
    const valid = adasCredential();
    const rows: [string, string, Call, number, string, string[]?][] = [
      ['no token', '/credentials', { person: '' }, 401, 'unauthenticated'],
      ['an expired token', '/credentials', { person: 'old' }, 401, 'token-expired'],
      ['an unknown path', '/nothing', {}, 404, 'not-found'],
      ['an unknown id', '/credentials/cred_nothing', {}, 404, 'not-found'],
      ['an id of NUL', '/credentials/a%00b', {}, 404, 'not-found'],
      ['an id that is not UTF-8', '/credentials/%ff', {}, 400, 'malformed-request'],
      ['another team’s application', '/applications/app_dispatch', {}, 404, 'not-found'],
      ['a wrong method', '/credentials', { method: 'DELETE' }, 405, 'method-not-allowed'],
      ['a body that is not JSON', '/credentials', { method: 'POST', body: '{"a":' }, 400, 'malformed-request'],
      ['a body that is a list', '/credentials', { method: 'POST', body: [] }, 400, 'malformed-request'],
      ['a body of null', '/credentials', { method: 'POST', body: 'null' }, 400, 'malformed-request'],
      [
        'a body of another type',
        '/credentials',
        { method: 'POST', body: valid, headers: { 'content-type': 'text/plain' } },
        415,
        'unsupported-media-type',
      ],
      [
        'a body that is too large',
        '/credentials',
        { method: 'POST', body: { ...valid, name: 'x'.repeat(70_000) } },
        413,
        'payload-too-large',
      ],
      [
        'missing fields',
        '/credentials',
        { method: 'POST', body: {} },
        422,
        'validation-failed',
        ['/name', '/applicationId', '/resourceId', '/typeId', '/data'],
      ],
      [
        'fields of wrong types',
        '/credentials',
        { method: 'POST', body: { ...valid, name: 7, data: [] } },
        422,
        'validation-failed',
        ['/name', '/data'],
      ],
      [
        'a blank name',
        '/credentials',
        { method: 'POST', body: { ...valid, name: '  ' } },
        422,
        'validation-failed',
        ['/name'],
      ],
      ['a limit of 0', '/credentials?limit=0', {}, 422, 'validation-failed', ['/limit']],
      ['a limit that is no number', '/credentials?limit=x', {}, 422, 'validation-failed', ['/limit']],
      ['a repeated parameter', '/credentials?q=a&q=b', {}, 400, 'malformed-request'],
      ['an unknown state', '/credentials?state=lost', {}, 422, 'validation-failed', ['/state/0']],
      [
        'no idempotency key',
        '/credentials',
        { method: 'POST', body: valid, headers: { 'idempotency-key': '' } },
        400,
        'idempotency-key-required',
      ],
      [
        'an endless idempotency key',
        '/credentials',
        { method: 'POST', body: valid, headers: { 'idempotency-key': 'k'.repeat(201) } },
        400,
        'malformed-request',
      ],
      ['a credential without access', '/credentials', { method: 'POST', body: valid }, 409, 'access-required'],
      [
        'NUL in text',
        '/credentials',
        { method: 'POST', body: { ...valid, name: 'a\0' }, headers: json },
        400,
        'malformed-request',
      ],
    ];
    for (const [name, path, init, status, code, pointers] of rows)
      it(name, async () => {
        const response = await caller(await createWorld())(path, init);
        const problem = (await response.json()) as { code: string; status: number; errors?: { pointer: string }[] };
        assert.deepEqual([response.status, problem.code, problem.status], [status, code, status]);
        assert.equal(response.headers.get('content-type'), 'application/problem+json');
        if (status === 401) assert.equal(response.headers.get('www-authenticate'), 'Bearer');
        if (pointers)
          assert.deepEqual(
            problem.errors!.map(({ pointer }) => pointer),
            pointers,
          );
      });

    it('a stale If-Match: 412, quoted, weak or plain', async () => {
      const world = await createWorld();
      const { ada, credential } = await withActiveCredential(world);
      await ada.credentials.update(credential.id, { name: 'New' });
      for (const version of [`"${credential.version}"`, `W/"${credential.version}"`, credential.version]) {
        const response = await caller(world)(`/credentials/${credential.id}/suspend`, {
          method: 'POST',
          headers: { 'if-match': version },
        });
        assert.equal(response.status, 412);
      }
      const any = await caller(world)(`/credentials/${credential.id}/suspend`, {
        method: 'POST',
        headers: { 'if-match': '*' },
      });
      assert.equal(any.status, 200);
    });

    it('a repeated idempotency key: the first answer again, or 422 with another body', async () => {
      const world = await createWorld();
      const call = caller(world);
      const headers = { 'idempotency-key': 'one' };
      const send = (name: string) =>
        call('/applications', { method: 'POST', body: { name, teamId: 'team_storefront' }, headers });
      const first = await (await send('A')).text();
      assert.equal(await (await send('A')).text(), first);
      const other = await send('B');
      assert.equal(other.status, 422);
      assert.equal(((await other.json()) as { code: string }).code, 'idempotency-key-reused');
    });

    it('a bad public key costs nobody the secret', async () => {
      const world = await createWorld();
      const { credential } = await withActiveCredential(world);
      for (const publicKey of [undefined, { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, { kty: 'oct', k: 'AA' }]) {
        const response = await caller(world)(`/credentials/${credential.id}/reveal`, {
          method: 'POST',
          body: { publicKey },
        });
        assert.equal(response.status, 422);
      }
    });

    it('a marketplace that breaks says so to the operator, not to the client', async () => {
      const world = await createWorld();
      const heard: unknown[] = [];
      const call = caller(world, {
        marketplaceFor: () => {
          throw new Error('password=hunter2 at /srv/db.ts:7');
        },
        onError: (error) => heard.push(error),
      });
      const response = await call('/credentials');
      assert.equal(response.status, 500);
      assert.equal(
        await response.text(),
        '{"type":"urn:latchkey:problem:internal","title":"Internal","status":500,"code":"internal"}',
      );
      assert.equal(heard.length, 1);
    });

    it('hostile requests never break it, and never show another team’s data', async () => {
      const world = await createWorld();
      const { request, credential } = await withActiveCredential(world);
      const call = caller(world);
      const ids = [request.id, credential.id, 'app_shop_web', 'sub_storefront_gold', '..', '%2e%2e', "' or 1=1 --"];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.values<Operation>(operations)),
          fc.oneof(fc.constantFrom(...ids), fc.string({ minLength: 1, unit: 'grapheme' })),
          fc.oneof(fc.json(), fc.string(), fc.constant(undefined)),
          fc.dictionary(fc.constantFrom('limit', 'cursor', 'q', 'state', 'applicationId', 'after'), fc.string()),
          async ({ method, path }, id, body, query) => {
            const target = path.replace(/\{\w+\}/g, encodeURIComponent(id).replaceAll('.', '%2E'));
            const response = await call(`${target}?${new URLSearchParams(query)}`, {
              method,
              person: 'ben',
              ...(method === 'GET' ? {} : { body }),
            });
            const text = await response.text();
            assert.ok(response.status < 500, `${method} ${path} ${id}: ${text}`);
            assert.ok(!text.includes(request.id) && !text.includes(credential.id), text);
            assert.ok(!text.includes('    at '), text);
          },
        ),
        { numRuns: 1_500 },
      );
    });
  });

  describe('events as a stream', () => {
    /** Reads the stream until the text is in it. */
    async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: RegExp): Promise<string> {
      let text = '';
      while (!wanted.test(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended: ${text}`);
        text += new TextDecoder().decode(value);
      }
      return text;
    }
    const headers = { accept: 'text/event-stream' };

    it('sends what happens, with ids to come back with, and ends when the reader leaves', async () => {
      const world = await createWorld();
      const call = caller(world);
      const response = await call('/events', { headers });
      assert.equal(response.headers.get('content-type'), 'text/event-stream');
      const reader = response.body!.getReader();
      const { id } = await world.as('ada').accessRequests.create(adasRequest());
      const text = await readUntil(reader, /data: /);
      assert.match(text, /^retry: 2000\nid: \d+\n/);
      assert.ok(text.includes(id));
      await reader.cancel();

      const position = /id: (\d+)/.exec(text)![1]!;
      const again = await call('/events', { headers: { ...headers, 'last-event-id': position } });
      const secondReader = again.body!.getReader();
      assert.ok((await readUntil(secondReader, /data: /)).includes(id));
      await secondReader.cancel();
    });

    it('ends after its time, so that nobody listens on with an old token', async () => {
      const world = await createWorld();
      const response = await caller(world, { streamMs: 10 })('/events', { headers });
      const reader = response.body!.getReader();
      while (!(await reader.read()).done);
    });
  });

  describe('CORS', () => {
    it('lets allowed origins call and read, and nobody else', async () => {
      const world = await createWorld();
      const handler = withCors(
        createMarketplaceHandler({ marketplaceFor: () => world.as('ada') }),
        (origin) => origin === 'https://portal.example',
      );
      const preflight = (origin: string) =>
        handler(
          new Request('http://localhost/credentials', {
            method: 'OPTIONS',
            headers: { origin, 'access-control-request-method': 'POST' },
          }),
        );
      const allowed = await preflight('https://portal.example');
      assert.equal(allowed.status, 204);
      assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://portal.example');
      assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
      const answer = await handler(
        new Request('http://localhost/session', { headers: { origin: 'https://portal.example' } }),
      );
      assert.equal(answer.headers.get('access-control-allow-origin'), 'https://portal.example');
      assert.match(answer.headers.get('access-control-expose-headers')!, /date/);
    });
  });
});
