import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { PublicKeyError, readPublicKey } from '../../src/marketplace/public-key.js';

const rsa = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent });

const spki = (key: KeyObject): string => String(key.export({ type: 'spki', format: 'pem' }));

const refuses = (text: string, words: RegExp): Promise<void> =>
  assert.rejects(readPublicKey(text), (error) => error instanceof PublicKeyError && words.test(error.message));

describe('readPublicKey', () => {
  const members: Record<string, string[]> = {
    RS256: ['e', 'kty', 'n'],
    ES256: ['crv', 'kty', 'x', 'y'],
    ES384: ['crv', 'kty', 'x', 'y'],
    Ed25519: ['crv', 'kty', 'x'],
  };

  it('reads PEM and JSON Web Keys of every kind to the same, and keeps nothing else of them', async () => {
    for (const [alg, names] of Object.entries(members)) {
      const { publicKey } = await generateKeyPair(alg, { extractable: true });
      const text = await exportSPKI(publicKey);
      const jwk = await exportJWK(publicKey);
      const fromPem = await readPublicKey(`\n  ${text.replaceAll('\n', '\r\n')}\n`);
      const fromJwk = await readPublicKey(JSON.stringify({ ...jwk, kid: 'mine', use: 'sig', ext: true, more: '<b>' }));
      assert.deepEqual(fromPem, fromJwk, alg);
      assert.deepEqual(Object.keys(fromPem).sort(), names, alg);
    }
  });

  it('heeds what an RSA key says it is for', async () => {
    const jwk = rsa(2048).publicKey.export({ format: 'jwk' });
    assert.equal((await readPublicKey(JSON.stringify({ ...jwk, alg: 'PS256' }))).alg, 'PS256');
    await refuses(JSON.stringify({ ...jwk, alg: 'RS512' }), /another algorithm/);
    await refuses(JSON.stringify({ ...jwk, alg: 'ES256' }), /another algorithm/);
    await refuses(JSON.stringify({ ...jwk, use: 'enc' }), /for encryption/);
  });

  it('tells people to keep a private key to themselves', async () => {
    const words = /private key. Keep it to yourself and paste the public one/;
    const { privateKey, publicKey } = rsa(2048);
    const { privateKey: ecKey } = await generateKeyPair('ES256', { extractable: true });
    for (const type of ['pkcs8', 'pkcs1'] as const)
      await refuses(String(privateKey.export({ type, format: 'pem' })), words);
    const sealed = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
    await refuses(String(privateKey.export(sealed)), words);
    await refuses(`-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----`, words);
    await refuses(spki(publicKey) + (await exportPKCS8(ecKey)), words);
    await refuses(JSON.stringify(await exportJWK(ecKey)), words);
    await refuses(JSON.stringify(privateKey.export({ format: 'jwk' })), words);
  });

  it('says what other things are that people paste', async () => {
    const { publicKey } = rsa(2048);
    await refuses('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', /certificate/);
    await refuses(String(publicKey.export({ type: 'pkcs1', format: 'pem' })), /PKCS #1/);
    await refuses('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI me@example', /SSH/);
    await refuses('{"keys":[]}', /set of keys/);
    await refuses('{"kty":"oct","k":"c2VjcmV0"}', /secret/);
    await refuses('{"kty":', /no complete JSON/);
    await refuses('', /Paste a public key/);
    await refuses('x'.repeat(20_000), /too long/);
    await refuses('MIIBIjANBgkqhkiG9w0BAQEFAAOC', /no public key/);
    await refuses(spki(rsa(2048).publicKey).repeat(2), /several keys/);
  });

  it('takes no key that is too weak or of another kind', async () => {
    await refuses(spki(rsa(1024).publicKey), /1024 bits/);
    await refuses(JSON.stringify(rsa(2040).publicKey.export({ format: 'jwk' })), /2040 bits/);
    for (const namedCurve of ['P-521', 'secp256k1'])
      await refuses(spki(generateKeyPairSync('ec', { namedCurve }).publicKey), /cannot be used/);
    await refuses(spki(generateKeyPairSync('x25519').publicKey), /cannot be used/);
    await refuses(spki(generateKeyPairSync('ed448').publicKey), /cannot be used/);
    await refuses(JSON.stringify({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }), /cannot be used/);
    await refuses(JSON.stringify({ kty: 'constructor', crv: 'constructor' }), /cannot be used/);
  });

  it('takes no key that is damaged', async () => {
    const jwk = rsa(2048).publicKey.export({ format: 'jwk' });
    for (const e of ['AQ', 'Ag', 'AA']) await refuses(JSON.stringify({ ...jwk, e }), /damaged/);
    await refuses(JSON.stringify({ ...jwk, n: 7 }), /damaged/);
    await refuses(JSON.stringify({ kty: 'EC', crv: 'P-256', x: jwk.n, y: jwk.n }), /damaged/);
    await refuses(JSON.stringify({ kty: 'RSA' }), /damaged/);
    const lines = spki(rsa(2048).publicKey).split('\n');
    await refuses([...lines.slice(0, 3), ...lines.slice(4)].join('\n'), /damaged/);
    await refuses('{}', /cannot be used/);
    await refuses('{"kty":"RSA","n":null,"e":{}}', /damaged/);
  });

  it('has an answer in words for whatever is pasted', async () => {
    const word = fc.constantFrom(
      '-----BEGIN PUBLIC KEY-----',
      '-----END PUBLIC KEY-----',
      '{',
      '}',
      '"kty":',
      '"EC"',
      ',',
    );
    const text = fc.array(fc.oneof(word, fc.string(), fc.json()), { maxLength: 8 }).map((parts) => parts.join('\n'));
    await fc.assert(
      fc.asyncProperty(text, async (pasted) => {
        await assert.rejects(readPublicKey(pasted), PublicKeyError);
      }),
      { numRuns: 500 },
    );
  });
});
