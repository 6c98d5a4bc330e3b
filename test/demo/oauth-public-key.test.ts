import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT, exportJWK, exportSPKI, generateKeyPair, importJWK, type CryptoKey, type JWTPayload } from 'jose';
import { createTokenService } from '../../demo/server/oauth.js';
import { createKeyRegistry } from '../../src/marketplace/key-registry.js';
import { anOrder, registryWorld, valuesOf } from '../marketplace/registry-world.js';
import { audience, newKey, startTokenService, type RunningTokenService } from './support/token-service.js';

const { registry, clock, store, fence } = registryWorld();

describe('a client with a public key', () => {
  let running: RunningTokenService;
  before(async () => {
    running = await startTokenService(registry);
  });
  after(() => running.close());

  interface KeyClient {
    credentialId: string;
    id: string;
    privateKey: CryptoKey;
  }

  async function keyClient(alg: string, asJwk = false, more: object = {}): Promise<KeyClient> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const text = asJwk ? JSON.stringify({ ...(await exportJWK(publicKey)), ...more }) : await exportSPKI(publicKey);
    const credentialId = `cred_${++clients}`;
    const order = anOrder({ id: credentialId, kind: 'oauth-public-key', data: { publicKey: text } });
    const [id = ''] = valuesOf(await registry.provision(order, fence()));
    return { credentialId, id, privateKey };
  }

  let clients = 0;
  let assertions = 0;
  const statement = (
    { id, privateKey }: KeyClient,
    alg: string,
    claims: { [name in keyof JWTPayload]?: JWTPayload[name] | undefined } = {},
    header: object = {},
  ): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: id, sub: id, aud: running.issuer, jti: `jti-${++assertions}`, iat: now, exp: now + 60 };
    return new SignJWT({ ...usual, ...claims } as JWTPayload).setProtectedHeader({ alg, ...header }).sign(privateKey);
  };

  const show = async (assertion: string, form: Record<string, string> = {}): Promise<[number, string | undefined]> => {
    const response = await fetch(`${running.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        ...form,
      }),
    });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  const refused = [401, 'invalid_client'];

  it('gets a token for a statement signed with its private key, by every algorithm the key is for', async () => {
    for (const [generated, algs] of [
      ['RS256', ['RS256', 'PS256']],
      ['ES256', ['ES256']],
      ['ES384', ['ES384']],
      ['Ed25519', ['EdDSA', 'Ed25519']],
    ] as const) {
      for (const alg of algs) {
        const { privateKey: key, ...client } = await keyClient(generated, alg !== generated);
        const privateKey = await importJWK(await exportJWK(key), alg);
        assert.ok(!(privateKey instanceof Uint8Array));
        assert.deepEqual(await show(await statement({ ...client, privateKey }, alg)), [200, undefined], alg);
      }
    }
  });

  it('may call its key what it likes', async () => {
    const client = await keyClient('ES256', true, { kid: 'mine' });
    for (const kid of ['mine', 'other'])
      assert.equal((await show(await statement(client, 'ES256', {}, { kid })))[0], 200);
  });

  it('gets nothing for the same statement a second time, also at the same moment, or elsewhere', async () => {
    const client = await keyClient('ES256');
    const assertion = await statement(client, 'ES256');
    const answers = await Promise.all([show(assertion), show(assertion), show(assertion)]);
    assert.deepEqual(answers.map(([status]) => status).sort(), [200, 401, 401]);
    assert.deepEqual(await show(assertion), refused);
    const { issuer, service } = running;
    const sameStore = createKeyRegistry({ store, clock });
    running.service = await createTokenService({ issuer, audience, registry: sameStore, signingKey: await newKey() });
    assert.deepEqual(await show(assertion), refused);
    running.service = service;
  });

  it('gets nothing for what others signed, or what was not meant for here and now', async () => {
    const client = await keyClient('ES256');
    const other = await keyClient('ES256');
    const now = Math.floor(Date.now() / 1000);
    const wrong: Record<string, string> = {
      'another key': await statement({ ...client, privateKey: other.privateKey }, 'ES256'),
      'another audience': await statement(client, 'ES256', { aud: 'https://elsewhere.example' }),
      'another issuer': await statement(client, 'ES256', { iss: other.id }),
      'no id': await statement(client, 'ES256', { jti: undefined }),
      'no end': await statement(client, 'ES256', { exp: undefined }),
      expired: await statement(client, 'ES256', { exp: now - 60 }),
      'good for a day': await statement(client, 'ES256', { exp: now + 86_400 }),
      'not yet good': await statement(client, 'ES256', { nbf: now + 600 }),
      'no key at all': `${btoa('{"alg":"none"}')}.${(await statement(client, 'ES256')).split('.')[1]}.`,
    };
    for (const [what, assertion] of Object.entries(wrong)) assert.deepEqual(await show(assertion), refused, what);
  });

  it('does not prove itself by its public key as a shared secret', async () => {
    const client = await keyClient('RS256');
    const now = Math.floor(Date.now() / 1000);
    const { publicKey } = (await registry.identify({ by: 'client', id: client.id }))?.credential ?? {};
    const forged = await new SignJWT({ iss: client.id, sub: client.id, aud: running.issuer, jti: 'x', exp: now + 60 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(publicKey)));
    assert.deepEqual(await show(forged), refused);
  });

  it('has no secret, and one with a secret no key', async () => {
    const client = await keyClient('ES256');
    const order = anOrder({ id: `cred_${++clients}`, kind: 'oauth-secret' });
    const [secretClient = ''] = valuesOf(await registry.provision(order, fence()));
    const basic = (id: string, secret: string): Promise<Response> =>
      fetch(`${running.issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
        headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      });
    for (const guess of ['x', 'in the registry', 'undefined'])
      assert.equal((await basic(client.id, guess)).status, 401);
    assert.equal((await basic(secretClient, 'in the registry')).status, 401);
    const assertion = await statement({ ...client, id: secretClient }, 'ES256');
    assert.deepEqual(await show(assertion), refused);
  });

  it('gets nothing while it is suspended, and once it is removed or has a new key', async () => {
    const client = await keyClient('ES256');
    await registry.setEnabled(client.credentialId, false, fence());
    assert.deepEqual(await show(await statement(client, 'ES256')), refused);
    await registry.setEnabled(client.credentialId, true, fence());
    assert.equal((await show(await statement(client, 'ES256')))[0], 200);
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    const data = { publicKey: await exportSPKI(publicKey) };
    await registry.provision(anOrder({ id: client.credentialId, kind: 'oauth-public-key', data }), fence());
    assert.deepEqual(await show(await statement(client, 'ES256')), refused);
  });
});
