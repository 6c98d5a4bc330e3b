import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { SignJWT, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { createTokenService, type TokenService } from '../../demo/server/oauth.js';
import {
  createKeyRegistry,
  createMemoryStore,
  hashKey,
  registryKinds,
  systemClock,
} from '../../src/marketplace/index.js';

const registry = createKeyRegistry({ store: createMemoryStore(registryKinds), clock: systemClock });
const audience = 'http://127.0.0.1/gateway/test';

interface Client {
  credentialId: string;
  id: string;
  secret: string;
}

let clients = 0;
async function newClient(): Promise<Client> {
  const credentialId = `cred_${++clients}`;
  const order = { name: 'Test', applicationId: 'app', resourceIds: ['orders'], data: {} };
  const { fields } = await registry.provision({ ...order, id: credentialId, kind: 'oauth-secret' });
  return { credentialId, id: fields[0]?.value ?? '', secret: fields[1]?.value ?? '' };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'test' };
}

describe('the token service', () => {
  let server: Server;
  let service: TokenService;
  let issuer: string;
  let signingKey: JWK;

  before(async () => {
    server = createServer((request, response) => service.listener(request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/test`;
    signingKey = await newKey();
    service = await createTokenService({ issuer, audience, registry, signingKey });
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = (form: Record<string, string>, basic?: string): Promise<Response> =>
    fetch(`${issuer}/token`, {
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
    assert.deepEqual([iss, aud, client_id, (exp ?? 0) - (iat ?? 0)], [issuer, audience, client.id, 600]);
    assert.deepEqual(await service.clientOf(token), { clientId: client.id });
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
      assert.equal((await fetch(issuer + path)).status, 404, path);
  });

  it('gives no token to a suspended client, and none to a deleted one', async () => {
    const { credentialId, id, secret } = await newClient();
    const basic = `${id}:${secret}`;
    await registry.setEnabled(credentialId, false);
    assert.deepEqual(await errorOf(await ask({}, basic)), [401, 'invalid_client']);
    await registry.setEnabled(credentialId, true);
    assert.equal((await ask({}, basic)).status, 200);
    await registry.remove(credentialId);
    assert.deepEqual(await errorOf(await ask({}, basic)), [401, 'invalid_client']);
  });

  it('takes no token but its own', async () => {
    const client = await newClient();
    const token = await tokenFor(client);
    const ownKey = await importJWK(signingKey, 'ES256');
    const now = Math.floor(Date.now() / 1000);
    const forge = (
      claims: Record<string, unknown>,
      key: Parameters<SignJWT['sign']>[0] = ownKey,
      typ = 'at+jwt',
    ): Promise<string> =>
      new SignJWT({ iss: issuer, aud: audience, exp: now + 60, client_id: client.id, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ })
        .sign(key);
    assert.deepEqual(await service.clientOf(await forge({})), { clientId: client.id });

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
    for (const [forged, code] of refused) assert.deepEqual(await service.clientOf(forged), { refused: code });
  });

  it('shows the public half of its key and nothing more', async () => {
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: JWK[] };
    assert.equal(keys.length, 1);
    assert.equal(keys[0]?.x, signingKey.x);
    assert.equal(keys[0] && 'd' in keys[0], false);
  });
});
