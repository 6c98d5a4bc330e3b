import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { CredentialOrder } from '../../src/marketplace/data-plane.js';
import { hashKey } from '../../src/marketplace/keys.js';
import { anOrder, registryWorld, valuesOf } from '../marketplace/registry-world.js';
import { audience, newKey, startTokenService, type RunningTokenService } from './support/token-service.js';

const { registry, clock, fence } = registryWorld();

interface Client {
  credentialId: string;
  id: string;
  secret: string;
}

let clients = 0;
async function newClient(more: Partial<CredentialOrder> = {}): Promise<Client> {
  const credentialId = `cred_${++clients}`;
  const order = anOrder({ id: credentialId, kind: 'oauth-secret', ...more });
  const [id = '', secret = ''] = valuesOf(await registry.provision(order, fence()));
  return { credentialId, id, secret };
}

describe('the token service', () => {
  let running: RunningTokenService;
  before(async () => {
    running = await startTokenService(registry);
  });
  after(() => running.close());

  const ask = (form: Record<string, string>, basic?: string): Promise<Response> =>
    fetch(`${running.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
      headers: basic === undefined ? {} : { authorization: `Basic ${btoa(basic)}` },
    });
  const errorOf = async (response: Response): Promise<[number, string]> => [
    response.status,
    ((await response.json()) as { error: string }).error,
  ];
  const tokenFor = async ({ id, secret }: Client): Promise<string> => {
    const answer = (await (await ask({}, `${id}:${secret}`)).json()) as { access_token: string };
    return answer.access_token;
  };

  it('gives a signed token for the gateway, valid for ten minutes', async () => {
    const client = await newClient();
    const response = await ask({}, `${client.id}:${client.secret}`);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const answer = (await response.json()) as Record<string, unknown>;
    assert.equal(answer['token_type'], 'Bearer');
    assert.equal(answer['expires_in'], 600);
    const token = String(answer['access_token']);
    assert.equal(decodeProtectedHeader(token).alg, 'ES256');
    const { iss, aud, client_id, exp, iat } = decodeJwt(token);
    assert.deepEqual([iss, aud, client_id, (exp ?? 0) - (iat ?? 0)], [running.issuer, audience, client.id, 600]);
    assert.deepEqual(await running.service.clientOf(token), { clientId: client.id });
  });

  it('takes the client’s name and secret in the body, too', async () => {
    const { id, secret } = await newClient();
    assert.equal((await ask({ client_id: id, client_secret: secret })).status, 200);
  });

  it('refuses wrong secrets, the hash that it keeps, and unknown clients', async () => {
    const { id, secret } = await newClient();
    const other = await newClient();
    for (const basic of [
      `${id}:${secret}x`,
      `${id}:${other.secret}`,
      `${id}:${await hashKey(secret)}`,
      `lk_client_nobody:${secret}`,
      `__proto__:x`,
    ])
      assert.deepEqual(await errorOf(await ask({}, basic)), [401, 'invalid_client'], basic);
    assert.deepEqual(await errorOf(await ask({}, `%00:${secret}`)), [400, 'invalid_request']);
    assert.deepEqual(await errorOf(await ask({})), [400, 'invalid_request']);
  });

  it('gives no token for anything but this gateway, and knows no other grant', async () => {
    const { id, secret } = await newClient();
    const basic = `${id}:${secret}`;
    assert.deepEqual(await errorOf(await ask({ resource: 'https://elsewhere.test/' }, basic)), [400, 'invalid_target']);
    assert.deepEqual(await errorOf(await ask({ grant_type: 'password' }, basic)), [400, 'unsupported_grant_type']);
    for (const path of ['/auth', '/session/end', '/reg', '/interaction/x', '/.well-known/openid-configuration'])
      assert.equal((await fetch(running.issuer + path)).status, 404, path);
  });

  it('gives no token to a suspended client, and none to a deleted one', async () => {
    const { credentialId, id, secret } = await newClient();
    const basic = `${id}:${secret}`;
    await registry.setEnabled(credentialId, false, fence());
    assert.deepEqual(await errorOf(await ask({}, basic)), [401, 'invalid_client']);
    await registry.setEnabled(credentialId, true, fence());
    assert.equal((await ask({}, basic)).status, 200);
    await registry.remove(credentialId, fence());
    assert.deepEqual(await errorOf(await ask({}, basic)), [401, 'invalid_client']);
  });

  it('gives none to an expired client (SPEC C11)', async () => {
    const { id, secret } = await newClient({ until: clock.now() + 60_000 });
    assert.equal((await ask({}, `${id}:${secret}`)).status, 200);
    clock.advance(60_000);
    assert.deepEqual(await errorOf(await ask({}, `${id}:${secret}`)), [401, 'invalid_client']);
  });

  it('takes both secrets during the overlap of a renewal, then only the new one (SPEC C6)', async () => {
    const { credentialId, id, secret } = await newClient();
    const renewal = { credentialId, id: 'r1', oldUntil: clock.now() + 60_000 };
    const [, renewed = ''] = valuesOf(await registry.renew(renewal, fence()));
    for (const good of [secret, renewed]) assert.equal((await ask({}, `${id}:${good}`)).status, 200);
    clock.advance(60_000);
    assert.deepEqual(await errorOf(await ask({}, `${id}:${secret}`)), [401, 'invalid_client']);
    assert.equal((await ask({}, `${id}:${renewed}`)).status, 200);
  });

  it('knows clients of no other kind', async () => {
    for (const kind of ['key-pair', 'http-basic'] as const) {
      const { id, secret } = await newClient({ kind });
      assert.deepEqual(await errorOf(await ask({}, `${id}:${secret}`)), [401, 'invalid_client']);
    }
  });

  it('takes no token but its own', async () => {
    const client = await newClient();
    const token = await tokenFor(client);
    const ownKey = await importJWK(running.signingKey, 'ES256');
    const now = Math.floor(Date.now() / 1000);
    const forge = (
      claims: Record<string, unknown>,
      key: Parameters<SignJWT['sign']>[0] = ownKey,
      typ = 'at+jwt',
    ): Promise<string> =>
      new SignJWT({ iss: running.issuer, aud: audience, exp: now + 60, client_id: client.id, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ })
        .sign(key);
    assert.deepEqual(await running.service.clientOf(await forge({})), { clientId: client.id });

    const refused: [string, string][] = [
      [await forge({ exp: now - 1 }), 'token-expired'],
      [await forge({ exp: undefined }), 'invalid-token'],
      [await forge({ aud: 'http://127.0.0.1/gateway/other' }), 'invalid-token'],
      [await forge({ iss: 'http://127.0.0.1/oauth/other' }), 'invalid-token'],
      [await forge({ client_id: undefined }), 'invalid-token'],
      [await forge({}, ownKey, 'JWT'), 'invalid-token'],
      [await forge({}, await importJWK(await newKey(), 'ES256')), 'invalid-token'],
      [`${token.slice(0, token.lastIndexOf('.'))}.`, 'invalid-token'],
      [`${btoa('{"alg":"none","typ":"at+jwt"}')}.${token.split('.')[1]}.`, 'invalid-token'],
      ['x', 'invalid-token'],
    ];
    for (const [forged, code] of refused) assert.deepEqual(await running.service.clientOf(forged), { refused: code });
  });

  it('shows the public half of its key and nothing more', async () => {
    const { keys } = (await (await fetch(`${running.issuer}/jwks`)).json()) as { keys: JWK[] };
    assert.equal(keys.length, 1);
    assert.equal(keys[0]?.x, running.signingKey.x);
    assert.equal(keys[0] && 'd' in keys[0], false);
  });
});
