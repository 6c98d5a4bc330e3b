import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { ApiError, operations, type Operation } from '../../src/contract/index.js';
import { createMarketplaceHandler, withCors } from '../../src/marketplace/index.js';
import { patienceMs } from '../patience.js';
import { adasRequest, createWorld, withActiveCredential, type World } from './world.js';

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
    assert.ok(Math.abs(ahead - 60 * 60 * 1000) < patienceMs);
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

  // What else can be wrong with a request: see bad-input/.
  describe('bad input', () => {
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
      const methods = allowed.headers.get('access-control-allow-methods')!.split(', ');
      for (const { method } of Object.values(operations)) assert.ok(methods.includes(method), method);
      assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
      const answer = await handler(
        new Request('http://localhost/session', { headers: { origin: 'https://portal.example' } }),
      );
      assert.equal(answer.headers.get('access-control-allow-origin'), 'https://portal.example');
      assert.match(answer.headers.get('access-control-expose-headers')!, /date/);
    });
  });
});
