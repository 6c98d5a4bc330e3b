import { exportJWK, importJWK, importSPKI, type JWK } from 'jose';

/** A public key as a JSON Web Key, and nothing else of it. `alg` only if the key is for one algorithm of several. */
export interface PublicKey {
  kty: 'RSA' | 'EC' | 'OKP';
  alg?: string;
  crv?: string;
  x?: string;
  y?: string;
  n?: string;
  e?: string;
}

/** The text is no public key that can be used. The message says why, and what to do, in words for people. */
export class PublicKeyError extends Error {
  override readonly name = 'PublicKeyError';
}

const longestText = 16_384;
const leastRsaBits = 2048;
const mostRsaBits = 8192;

/** The kinds of keys, each by an algorithm it is for. */
const kinds = ['RS256', 'ES256', 'ES384', 'Ed25519'];

/** What a key may say it is for, by its type or curve. */
const algorithms = new Map([
  ['RSA', ['RS256', 'PS256']],
  ['P-256', ['ES256']],
  ['P-384', ['ES384']],
  ['Ed25519', ['EdDSA', 'Ed25519']],
]);

const accepted = 'RSA with 2048 bits or more, elliptic curve P-256 or P-384, or Ed25519';
const privateKey = 'This is a private key. Keep it to yourself and paste the public one.';
const unknownKind = `This kind of key cannot be used. Use ${accepted}.`;

/** What people paste instead, by how it begins. The first that is found anywhere in the text is meant. */
const otherTexts: [RegExp, string][] = [
  [/PRIVATE KEY-----/, privateKey],
  [/-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/, 'This is a certificate. Paste the public key that it is for.'],
  [/-----BEGIN CERTIFICATE REQUEST-----/, 'This is a request for a certificate. Paste the public key alone.'],
  [/-----BEGIN RSA PUBLIC KEY-----/, 'This key is in the older PKCS #1 form. Convert it to “BEGIN PUBLIC KEY” (SPKI).'],
  [/^(ssh|ecdsa)-|-----BEGIN SSH2/, 'This is a key for SSH. Convert it to “BEGIN PUBLIC KEY” (SPKI).'],
  [/-----BEGIN PGP/, 'This is a key for PGP. Paste one that begins with “BEGIN PUBLIC KEY”.'],
];

const noKey =
  'This is no public key. Paste all of the text from “BEGIN PUBLIC KEY” to “END PUBLIC KEY”, or one JSON Web Key.';

async function readPem(text: string): Promise<JWK> {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\sA-Za-z0-9+/=]+-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length > 1) throw new PublicKeyError('These are several keys. Paste one.');
  const [pem] = blocks;
  if (pem === undefined) throw new PublicKeyError(noKey);
  for (const kind of kinds) {
    try {
      return await exportJWK(await importSPKI(pem, kind, { extractable: true }));
    } catch {
      // Not of this kind.
    }
  }
  throw new PublicKeyError(`This key is damaged, or of a kind that cannot be used. Use ${accepted}.`);
}

async function readJwk(text: string): Promise<JWK> {
  let jwk: Record<string, unknown>;
  try {
    jwk = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new PublicKeyError('This begins like a JSON Web Key, but is no complete JSON.');
  }
  if ('keys' in jwk) throw new PublicKeyError('This is a set of keys. Paste one of them, without “keys” around it.');
  if ('d' in jwk || 'p' in jwk || 'priv' in jwk) throw new PublicKeyError(privateKey);
  if ('k' in jwk || jwk['kty'] === 'oct')
    throw new PublicKeyError('This is a secret, not a public key. Keep it to yourself.');
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig')
    throw new PublicKeyError('This key is for encryption. Use one for signatures.');
  const { kty, crv, x, y, n, e, alg } = jwk as JWK;
  const possible = algorithms.get(kty === 'RSA' ? kty : String(crv));
  if (!possible) throw new PublicKeyError(unknownKind);
  if (alg !== undefined && !possible.includes(alg))
    throw new PublicKeyError(`This key says it is for another algorithm. Use one for ${possible.join(' or ')}.`);
  const damaged = new PublicKeyError('This JSON Web Key is damaged: its numbers make no key.');
  if ([x, y, n, e].some((value) => value !== undefined && typeof value !== 'string')) throw damaged;
  try {
    const key = await importJWK({ kty, crv, x, y, n, e } as JWK, possible[0] ?? '', { extractable: true });
    return { ...(await exportJWK(key)), ...(kty === 'RSA' && alg !== undefined ? { alg } : {}) };
  } catch {
    throw damaged;
  }
}

/** A number of a JWK as hexadecimal digits, without zeros at the front. */
const hexOf = (base64url: string): string =>
  Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0).toString(16).padStart(2, '0'),
  )
    .join('')
    .replace(/^0+/, '');

const bitsOf = (hex: string): number => (hex === '' ? 0 : BigInt(`0x${hex}`).toString(2).length);

/** An exponent of 1 signs nothing, and an even one is none. */
function checkRsa({ n = '', e = '' }: JWK): void {
  const bits = bitsOf(hexOf(n));
  if (bits < leastRsaBits) throw new PublicKeyError(`This key has ${bits} bits. Use one with ${leastRsaBits} or more.`);
  if (bits > mostRsaBits) throw new PublicKeyError(`This key has ${bits} bits. Use one with ${mostRsaBits} at most.`);
  const exponent = BigInt(`0x${hexOf(e) || '0'}`);
  if (exponent < 3n || exponent % 2n === 0n)
    throw new PublicKeyError('This key is damaged: its exponent makes no key.');
}

/**
 * Reads a public key that somebody pasted: PEM (SPKI) or one JSON Web Key; RSA with 2048 bits or more, elliptic curve
 * P-256 or P-384, or Ed25519 (SPEC C3).
 *
 * @throws {PublicKeyError} for anything else, above all for a private key.
 */
export async function readPublicKey(text: string): Promise<PublicKey> {
  const trimmed = text.trim();
  if (trimmed === '') throw new PublicKeyError('Paste a public key.');
  if (trimmed.length > longestText) throw new PublicKeyError('This is too long for one public key.');
  const other = otherTexts.find(([pattern]) => pattern.test(trimmed));
  if (other) throw new PublicKeyError(other[1]);
  const jwk = await (trimmed.startsWith('{') ? readJwk(trimmed) : readPem(trimmed));
  if (jwk.kty === 'RSA') checkRsa(jwk);
  return jwk as PublicKey;
}
