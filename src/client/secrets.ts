import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { MarketplaceError } from '../contract/error.js';
import type { CallOptions } from '../contract/marketplace.js';
import { SecretPayloadSchema, type RevealKey, type Secret } from '../contract/secret.js';
import { SecretValue } from '../contract/secret-value.js';
import type { Http } from './http.js';
import { parseJson } from './problem-answer.js';

const mostKept = 8;

/**
 * The key pairs of revelations that have not succeeded yet and that their caller can repeat: a repeat under the same
 * idempotency key gets the first answer, which only the first key pair opens.
 */
export class RevealKeys {
  readonly #pairs = new Map<string, CryptoKeyPair>();

  /** The key pair of an intent: the one it had, or a fresh one, whose private key never leaves the platform. */
  async pairFor(intent: string | undefined): Promise<CryptoKeyPair> {
    const kept = intent === undefined ? undefined : this.#pairs.get(intent);
    if (kept) return kept;
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
    if (intent !== undefined) this.#keep(intent, pair);
    return pair;
  }

  /** Forgets the key pair of an intent. */
  drop(intent: string | undefined): void {
    if (intent !== undefined) this.#pairs.delete(intent);
  }

  #keep(intent: string, pair: CryptoKeyPair): void {
    this.#pairs.set(intent, pair);
    for (const oldest of this.#pairs.keys()) {
      if (this.#pairs.size <= mostKept) return;
      this.#pairs.delete(oldest);
    }
  }
}

/**
 * Reveals a credential's secret, end-to-end encrypted (SPEC S5): sends a public key, opens what comes back. It is
 * never sent twice by itself; who wants to repeat it names the intent with an idempotency key.
 *
 * @throws What {@link Http.call} throws; `configuration` where the platform has no cryptography, as on pages served
 * over http; `invalid-response` for what cannot be opened.
 */
export async function reveal(http: Http, keys: RevealKeys, id: string, options: CallOptions = {}): Promise<Secret> {
  if (!(crypto.subtle as SubtleCrypto | undefined)) {
    throw new MarketplaceError('configuration', 'credentials.reveal: needs a secure context (https)');
  }
  const intent = options.idempotencyKey === undefined ? undefined : `${id} ${options.idempotencyKey}`;
  const pair = await keys.pairFor(intent);
  const sealed = await http.call('credentials.reveal', [id], await revealKeyOf(pair), options);
  const secret = await open(sealed.jwe, pair.privateKey);
  keys.drop(intent);
  return secret;
}

async function revealKeyOf({ publicKey }: CryptoKeyPair): Promise<RevealKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y } };
}

async function open(jwe: string, privateKey: CryptoKey): Promise<Secret> {
  const payload = SecretPayloadSchema.safeParse(parseJson(await decrypt(jwe, privateKey)));
  if (!payload.success) {
    throw new MarketplaceError('invalid-response', 'credentials.reveal: the secret is not as the contract has it');
  }
  const fields = payload.data.fields.map((field) => ({ ...field, value: new SecretValue(field.value) }));
  return { ...payload.data, fields };
}

async function decrypt(jwe: string, privateKey: CryptoKey): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(jwe, privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const text = new TextDecoder().decode(plaintext);
    plaintext.fill(0);
    return text;
  } catch {
    throw new MarketplaceError('invalid-response', 'credentials.reveal: the secret cannot be opened');
  }
}
