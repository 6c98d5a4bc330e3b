import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { problemOf } from '../../demo/server/problem.js';
import { createSignIn, sameOriginOnly } from '../../demo/server/sign-in.js';
import { isApiError } from '../../src/index.js';
import { samplePeople } from '../../src/mocks/index.js';

const key = new Uint8Array(32).fill(7);
const signIn = createSignIn({ people: samplePeople, key, tokenSeconds: 300 });
const app = new Hono();
app.onError(problemOf);
app.use('/demo/*', sameOriginOnly);
app.route('/demo', signIn.routes);

const origin = 'http://127.0.0.1:4400';
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(app.fetch(new Request(origin + path, init)));
const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const codeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { code: string }).code,
];

async function cookieOf(personId: string): Promise<string> {
  const response = await post('/demo/sign-in', JSON.stringify({ personId }));
  return response.headers.getSetCookie()[0] ?? '';
}

const bearer = (token: string): Request =>
  new Request(`${origin}/api`, { headers: { authorization: `Bearer ${token}` } });

const refusalOf = (request: Request): Promise<unknown> =>
  signIn.authenticate(request).then(
    () => 'accepted',
    (error: unknown) => (isApiError(error) ? error.code : error),
  );

describe('the demo’s sign-in', () => {
  it('keeps the session where no script, no other site and no other path gets it', async () => {
    assert.match(
      await cookieOf('ada'),
      /^latchkey_demo=[\w.-]+; Max-Age=43200; Path=\/demo; HttpOnly; SameSite=Strict$/,
    );
  });

  it('gives tokens to who has a session, for five minutes', async () => {
    const cookie = (await cookieOf('ben')).split(';')[0] ?? '';
    const before = Date.now();
    const response = await ask('/demo/token', { headers: { cookie } });
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string };
    const since = Date.parse(expiresAt) - 300_000;
    // A token counts whole seconds.
    assert.ok(since > before - 1000 && since < Date.now() + 1000, expiresAt);
    assert.equal((await signIn.authenticate(bearer(token))).id, 'ben');
    assert.deepEqual(await codeOf(await ask('/demo/token')), [401, 'unauthenticated']);
    assert.deepEqual(await codeOf(await ask('/demo/token', { headers: { cookie: `${cookie}x` } })), [
      401,
      'unauthenticated',
    ]);
  });

  it('ends the session', async () => {
    const response = await ask('/demo/sign-out', { method: 'POST' });
    assert.equal(response.status, 204);
    assert.match(response.headers.getSetCookie()[0] ?? '', /^latchkey_demo=; Max-Age=0; Path=\/demo/);
  });

  it('refuses nobody in particular, and bodies that are none', async () => {
    assert.deepEqual(await codeOf(await post('/demo/sign-in', '{"personId":"eve"}')), [422, 'validation-failed']);
    assert.deepEqual(await codeOf(await post('/demo/sign-in', '{"personId":{}}')), [422, 'validation-failed']);
    assert.deepEqual(await codeOf(await post('/demo/sign-in', '{')), [400, 'malformed-request']);
    assert.deepEqual(await codeOf(await post('/demo/sign-in', `{"personId":"${'x'.repeat(5000)}"}`)), [
      413,
      'payload-too-large',
    ]);
    const headers = { 'content-type': 'text/plain' };
    assert.deepEqual(await codeOf(await post('/demo/sign-in', '{"personId":"ada"}', headers)), [
      415,
      'unsupported-media-type',
    ]);
  });

  it('does nothing for pages of other sites', async () => {
    const body = '{"personId":"ada"}';
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin },
      { 'sec-fetch-site': 'none' },
      { origin: 'http://127.0.0.1:4401' },
      { origin: 'null' },
    ] as Record<string, string>[])
      assert.deepEqual(await codeOf(await post('/demo/sign-in', body, headers)), [403, 'forbidden']);
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin }] as Record<string, string>[])
      assert.equal((await post('/demo/sign-in', body, headers)).status, 200);
  });

  it('tells an expired token from one that never was', async () => {
    const claims = (issuer: string, audience: string, expires: number | undefined): Promise<string> => {
      const jwt = new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject('ada');
      jwt.setIssuer(issuer).setAudience(audience);
      if (expires !== undefined) jwt.setExpirationTime(expires);
      return jwt.sign(key);
    };
    const now = Math.floor(Date.now() / 1000);
    const cases: [string, string, number | undefined, string][] = [
      ['latchkey-demo', 'api', now + 60, 'accepted'],
      ['latchkey-demo', 'api', now - 1, 'token-expired'],
      ['latchkey-demo', 'api', undefined, 'unauthenticated'],
      ['latchkey-demo', 'session', now + 60, 'unauthenticated'],
      ['somebody', 'api', now + 60, 'unauthenticated'],
    ];
    for (const [issuer, audience, expires, expected] of cases)
      assert.equal(await refusalOf(bearer(await claims(issuer, audience, expires))), expected);
  });
});
