import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SignJWT, decodeJwt } from 'jose';
import { problemStatus, type Problem, type ProblemCode } from '../../src/contract/index.js';
import { startFreshDemo } from './support/demo-process.js';
import { accessTo, activeCredential, apiUrl, personAt, requestData, type Person } from './support/person.js';

/** A request of the API as anybody could send it. */
interface Wild {
  path: string;
  method?: string;
  body?: string | ReadableStream<Uint8Array>;
  headers?: Record<string, string>;
  token?: string;
}

const goodRequest = {
  name: 'Orders',
  resourceId: 'orders',
  subscriptionId: 'sub_storefront_gold',
  applicationId: 'app_shop_web',
  data: requestData,
};

describe('bad input to the demo', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;
  let ada: Person;
  let adaToken: string;
  let benToken: string;
  let credentialId: string;
  let requestId: string;

  before(async () => {
    demo = await startFreshDemo({ LATCHKEY_TOKEN_SECONDS: '60' });
    ada = await personAt(demo.origin, 'ada');
    adaToken = await ada.session.token();
    benToken = await (await personAt(demo.origin, 'ben')).session.token();
    requestId = await accessTo(ada, 'orders', 'app_shop_mobile');
    ({ id: credentialId } = await activeCredential(ada, 'orders', 'app_shop_mobile', 'api-key'));
  });
  after(() => demo.remove());

  const send = ({ path, method = 'POST', body, headers, token = adaToken }: Wild): Promise<Response> =>
    fetch(apiUrl(demo.origin) + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });

  /** Expects this very problem and nothing beside it: no stack, no words from inside, no data. */
  async function refused(wild: Wild, code: ProblemCode, more: Partial<Problem> = {}): Promise<void> {
    const response = await send(wild);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
    const expected = { type: `urn:latchkey:problem:${code}`, title, status: problemStatus[code], code, ...more };
    assert.deepEqual(await response.json(), expected);
    assert.equal(response.status, problemStatus[code]);
    if (problemStatus[code] === 401) assert.equal(response.headers.get('www-authenticate'), 'Bearer');
  }

  const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });
  const newRequest = (key: string, body: unknown = goodRequest): Wild => ({
    path: '/access-requests',
    body: JSON.stringify(body),
    headers: keyed(key),
  });

  describe('bodies', () => {
    it('refuses what is not JSON, not an object, not Unicode', async () => {
      for (const body of ['{"name":', '[]', '"text"', 'null', '{"name":"a\\u0000b"}'])
        await refused({ path: '/access-requests', body, headers: keyed('malformed') }, 'malformed-request');
      const notUtf8 = new Response(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)).body as ReadableStream<Uint8Array>;
      await refused({ path: '/access-requests', body: notUtf8, headers: keyed('not-utf8') }, 'malformed-request');
    });

    it('names every field that is wrong', async () => {
      await refused(newRequest('fields', { ...goodRequest, name: ' ', subscriptionId: 7 }), 'validation-failed', {
        errors: [
          { pointer: '/name', detail: 'Too short or too small: at least 1.', reason: 'required' },
          { pointer: '/subscriptionId', detail: 'Must be of type string.', reason: 'type' },
        ],
      });
      const response = await send(newRequest('form', { ...goodRequest, data: { purpose: 'play' } }));
      const { errors } = (await response.json()) as Problem;
      assert.deepEqual(errors?.map(({ pointer }) => pointer).sort(), ['/data/callsPerDay', '/data/purpose']);
    });

    it('refuses more than 64 KiB, announced or not', async () => {
      const large = JSON.stringify({ ...goodRequest, name: 'x'.repeat(2_000_000) });
      await refused({ path: '/access-requests', body: large, headers: keyed('large') }, 'payload-too-large');
      const stream = new Response(large).body as ReadableStream<Uint8Array>;
      await refused({ path: '/access-requests', body: stream, headers: keyed('streamed') }, 'payload-too-large');
      assert.equal((await fetch(`${demo.origin}/healthz`)).status, 200);
    });

    it('refuses another content type', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
        await refused(
          { ...newRequest('type'), headers: { ...keyed('type'), 'content-type': type } },
          'unsupported-media-type',
        );
    });
  });

  describe('who asks', () => {
    it('wants a bearer token, and takes none but its own', async () => {
      const path = '/session';
      const method = 'GET';
      const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ada","aud":"api","iss":"latchkey-demo"}')}.`;
      for (const authorization of ['', 'Bearer', 'Bearer x.y.z', `Bearer ${unsigned}`, `Basic ${adaToken}`])
        await refused({ path, method, headers: { authorization } }, 'unauthenticated');
      await refused({ path, method, token: `${adaToken.slice(0, -4)}AAAA` }, 'unauthenticated');
    });

    it('tells an expired token from one that never was', async () => {
      const key = Buffer.from(readFileSync(join(demo.dataFolder, 'session.key'), 'utf8'), 'base64');
      const claims = { ...decodeJwt(adaToken), exp: Math.floor(Date.now() / 1000) - 1 };
      const expired = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);
      await refused({ path: '/session', method: 'GET', token: expired }, 'token-expired');
    });

    it('never goes by the cookie', async () => {
      const signIn = await fetch(`${demo.origin}/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"personId":"ada"}',
      });
      const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      assert.match(cookie, /^latchkey_demo=/);
      const session = cookie.slice('latchkey_demo='.length);
      await refused({ path: '/session', method: 'GET', headers: { cookie, authorization: '' } }, 'unauthenticated');
      await refused({ path: '/session', method: 'GET', token: session }, 'unauthenticated');
    });

    it('answers another team’s objects as if there were none', async () => {
      for (const path of [
        `/credentials/${credentialId}`,
        `/access-requests/${requestId}`,
        '/applications/app_shop_web',
      ])
        await refused({ path, method: 'GET', token: benToken }, 'not-found');
      for (const action of ['suspend', 'enable', 'retry', 'reveal'])
        await refused(
          {
            path: `/credentials/${credentialId}/${action}`,
            token: benToken,
            headers: keyed(`ben-${action}`),
            ...(action === 'reveal' ? { body: JSON.stringify({ publicKey: await publicKey() }) } : {}),
          },
          'not-found',
        );
      await refused({ path: `/credentials/${credentialId}`, method: 'DELETE', token: benToken }, 'not-found');
      await refused({ path: '/subscriptions/sub_storefront_gold/cancel', token: benToken }, 'not-found');
      const list = (await (await send({ path: '/credentials', method: 'GET', token: benToken })).json()) as object;
      assert.deepEqual(list, { items: [], total: 0 });
    });

    it('lets no consumer decide', async () => {
      for (const action of ['approve', 'reject', 'revoke'])
        await refused({ path: `/access-requests/${requestId}/${action}` }, 'forbidden', { reason: 'role' });
    });
  });

  describe('objects', () => {
    it('knows no unknown ids, paths or methods', async () => {
      for (const path of [
        '/credentials/cred_nothing',
        '/credentials/%00',
        '/credentials/..%2Fsession',
        '/nothing',
        '/',
      ])
        await refused({ path, method: 'GET' }, 'not-found');
      await refused({ path: '/credentials/%E0%A4%A', method: 'GET' }, 'malformed-request');
      await refused({ path: `/credentials/${credentialId}`, method: 'PUT' }, 'method-not-allowed');
      await refused(newRequest('unknown', { ...goodRequest, resourceId: 'nothing' }), 'validation-failed', {
        reason: 'unknown',
        errors: [{ pointer: '/resourceId', detail: 'No such resource.', reason: 'unknown' }],
      });
    });

    it('refuses a change that is based on an older version', async () => {
      const { version } = await ada.client.credentials.get(credentialId);
      const rename = (name: string): Wild => ({
        path: `/credentials/${credentialId}`,
        method: 'PATCH',
        body: JSON.stringify({ name }),
        headers: { 'if-match': `"${version}"` },
      });
      const first = await send(rename('First'));
      assert.equal(first.status, 200);
      assert.notEqual(first.headers.get('etag'), `"${version}"`);
      await refused(rename('Second'), 'precondition-failed');
      assert.equal((await ada.client.credentials.get(credentialId)).name, 'First');
    });

    it('does an intent once: the key’s repeat gets the first answer, another body none', async () => {
      await refused({ path: '/access-requests', body: JSON.stringify(goodRequest) }, 'idempotency-key-required');
      const first = (await (await send(newRequest('intent'))).json()) as { id: string };
      const again = (await (await send(newRequest('intent'))).json()) as { id: string };
      assert.equal(again.id, first.id);
      await refused(newRequest('intent', { ...goodRequest, name: 'Another' }), 'idempotency-key-reused');
      await refused(newRequest('another'), 'duplicate-access-request', { reason: 'duplicate' });
    });

    it('refuses what the state does not allow', async () => {
      await refused({ path: `/credentials/${credentialId}/enable` }, 'state-conflict', { reason: 'not-inactive' });
      const body = { ...goodRequest, typeId: 'api-key', resourceId: 'invoices', data: {} };
      await refused({ ...newRequest('no-access', body), path: '/credentials' }, 'access-required', {
        reason: 'no-access',
      });
      const point = { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' };
      const reveal = { path: `/credentials/${credentialId}/reveal`, headers: keyed('point') };
      await refused({ ...reveal, body: JSON.stringify({ publicKey: point }) }, 'validation-failed', {
        errors: [{ pointer: '/publicKey', detail: 'Not a valid P-256 public key.' }],
      });
    });
  });

  it('told nobody anything beside its address', () => {
    const lines = demo.output().split('\n').filter(Boolean);
    const expected = /^(Latchkey demo: |oidc-provider WARNING: Unsupported runtime|serveStatic: root path)/;
    assert.deepEqual(
      lines.filter((line) => !expected.test(line)),
      [],
    );
  });
});

async function publicKey(): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty, crv, x, y } as JsonWebKey;
}
