import assert from 'node:assert/strict';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { SecretValue, isApiError, isMarketplaceError, type Secret } from '../../src/index.js';
import { fake, json, problem, rejection } from './fake-marketplace.js';

const canary = 'lk_fake_cAnArY0123456789';

const payload = {
  fields: [
    { name: 'client_id', label: 'Client id', value: 'client-1', secret: false },
    { name: 'client_secret', label: 'Client secret', value: canary, secret: true },
  ],
  availableUntil: '2026-11-23T09:30:00.000Z',
};

const publicKeyOf = async (request: Request): Promise<JWK> =>
  ((await request.clone().json()) as { publicKey: JWK }).publicKey;

/** Encrypts a text to a public key, as a marketplace does. */
async function seal(text: string, publicKey: JWK, header = { alg: 'ECDH-ES', enc: 'A256GCM' }): Promise<string> {
  const key = await importJWK(publicKey, header.alg);
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(key);
}

const sealed = async (request: Request): Promise<Response> =>
  json({ jwe: await seal(JSON.stringify(payload), await publicKeyOf(request)) });

const reveal = (answers: Parameters<typeof fake>[0]): Promise<Secret> =>
  fake(answers).client.credentials.reveal('crd_1');

describe('credentials.reveal', () => {
  it('opens what the marketplace has sealed to the public key it was sent (SPEC S5)', async () => {
    const { client, requests } = fake(sealed);
    const secret = await client.credentials.reveal('crd_1');
    assert.equal(requests[0]!.method, 'POST');
    assert.ok(requests[0]!.headers.get('idempotency-key'));
    assert.deepEqual(
      secret.fields.map(({ value, ...field }) => ({ ...field, value: value.reveal() })),
      payload.fields,
    );
    assert.equal(secret.availableUntil, payload.availableUntil);
  });

  it('sends a fresh public key every time, and never the private one', async () => {
    const { client, requests } = fake(sealed);
    await client.credentials.reveal('crd_1');
    await client.credentials.reveal('crd_1');
    const keys = await Promise.all(requests.map(publicKeyOf));
    for (const key of keys) assert.deepEqual(Object.keys(key).sort(), ['crv', 'kty', 'x', 'y']);
    assert.notEqual(keys[0]!.x, keys[1]!.x);
  });

  it('keeps the private key inside the platform', async () => {
    const generateKey = mock.method(crypto.subtle, 'generateKey');
    await reveal(sealed);
    generateKey.mock.restore();
    const [algorithm, isExtractable] = generateKey.mock.calls[0]!.arguments;
    assert.deepEqual(algorithm, { name: 'ECDH', namedCurve: 'P-256' });
    assert.equal(isExtractable, false);
    const { privateKey } = (await generateKey.mock.calls[0]!.result) as CryptoKeyPair;
    await assert.rejects(crypto.subtle.exportKey('jwk', privateKey));
  });

  it('can be repeated as the same intent, and then opens the first answer', async () => {
    let first: string | undefined;
    const { client, requests } = fake(async (request, count) => {
      first ??= await seal(JSON.stringify(payload), await publicKeyOf(request));
      if (count === 1) throw new TypeError('the answer was lost');
      return json({ jwe: first });
    });
    const options = { idempotencyKey: 'mine' };
    const error = await rejection(client.credentials.reveal('crd_1', {}, options));
    assert.ok(isMarketplaceError(error) && error.code === 'network');
    const secret = await client.credentials.reveal('crd_1', {}, options);
    assert.equal(secret.fields[1]!.value.reveal(), canary);
    assert.deepEqual(await publicKeyOf(requests[0]!), await publicKeyOf(requests[1]!));
    assert.equal(requests[1]!.headers.get('idempotency-key'), 'mine');
    await rejection(client.credentials.reveal('crd_1', {}, options));
    assert.notDeepEqual(await publicKeyOf(requests[2]!), await publicKeyOf(requests[1]!));
  });

  it('keeps the keys of a few unfinished intents only', async () => {
    const { client, requests } = fake(() => problem('unavailable'));
    for (const key of [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 0])
      await rejection(client.credentials.reveal('crd_1', {}, { idempotencyKey: String(key) }));
    const keys = (await Promise.all(requests.map(publicKeyOf))).map(({ x }) => x);
    assert.equal(keys[8], keys[9]);
    assert.notEqual(keys[0], keys[10]);
  });

  it('says so where the secret is gone', async () => {
    const error = await rejection(reveal(() => problem('secret-gone')));
    assert.ok(isApiError(error) && error.code === 'secret-gone');
  });

  it('refuses what it cannot open or does not understand, saying nothing of it', async () => {
    const someoneElse = { kty: 'EC', crv: 'P-256' } as JWK;
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    Object.assign(someoneElse, await crypto.subtle.exportKey('jwk', publicKey));
    const answers: Parameters<typeof fake>[0][] = [
      () => json({ jwe: canary }),
      () => json({ jwe: 'a.b.c.d.e' }),
      () => json({}),
      async () => json({ jwe: await seal(JSON.stringify(payload), someoneElse) }),
      async (request) => json({ jwe: await seal(canary, await publicKeyOf(request)) }),
      async (request) => json({ jwe: await seal(JSON.stringify({ value: canary }), await publicKeyOf(request)) }),
      async (request) =>
        json({
          jwe: await seal(JSON.stringify(payload), await publicKeyOf(request), { alg: 'ECDH-ES', enc: 'A128GCM' }),
        }),
      async (request) =>
        json({
          jwe: await seal(JSON.stringify(payload), await publicKeyOf(request), {
            alg: 'ECDH-ES+A256KW',
            enc: 'A256GCM',
          }),
        }),
    ];
    for (const answer of answers) {
      const error = await rejection(reveal(answer));
      assert.ok(isMarketplaceError(error) && error.code === 'invalid-response');
      assert.equal(inspect(error, { depth: 10, showHidden: true }).includes(canary), false);
      assert.equal(error.cause, undefined);
    }
  });

  it('needs a platform with cryptography', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      const error = await rejection(reveal(sealed));
      assert.ok(isMarketplaceError(error) && error.code === 'configuration');
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });

  it('gives values that no printing shows (SPEC S6)', async () => {
    const written: string[] = [];
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    const console = new Console({ stdout, inspectOptions: { depth: 10, showHidden: true } });
    const secret = await reveal(sealed);
    const { value } = secret.fields[1]!;
    assert.ok(value instanceof SecretValue);
    console.log(secret, value, value.toString());
    console.error('%s %o %O %j', value, value, secret, secret);
    console.dir(secret);
    console.table(secret.fields);
    const texts = [
      JSON.stringify(secret),
      JSON.stringify({ ...value }),
      inspect(secret, { depth: 10, showHidden: true, getters: true }),
      inspect(value, { customInspect: false, showHidden: true }),
      // eslint-disable-next-line @typescript-eslint/restrict-template-expressions -- what a careless template does
      `${value}`,
      String(value),
      value.toLocaleString(),
      ['', value].join(),
      Object.entries(value).flat().join(),
      JSON.stringify(structuredClone({ ...value })),
    ];
    assert.ok(written.join('').includes('[secret]'));
    for (const text of [...texts, ...written]) assert.equal(text.includes(canary), false, text);
  });
});
