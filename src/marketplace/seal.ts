import { CompactEncrypt, importJWK } from 'jose';
import { validateParams, type Secret } from '../contract/index.js';
import type { SealedSecret, SecretPayload } from '../contract/secret.js';
import { ApiError } from '../contract/index.js';

/**
 * Encrypts secrets to the public key of one reveal (ECDH-ES on P-256, A256GCM; SPEC S5).
 *
 * @param params - The body of the reveal.
 * @throws {ApiError} `validation-failed` if it holds no valid public key.
 */
export async function createSealer(params: unknown): Promise<(secret: Secret) => Promise<SealedSecret>> {
  const { publicKey } = validateParams('credentials.reveal', params);
  let key: Awaited<ReturnType<typeof importJWK>>;
  try {
    key = await importJWK(publicKey, 'ECDH-ES');
  } catch {
    throw new ApiError('validation-failed', 'the public key is not a point of the curve', {
      errors: [{ pointer: '/publicKey', detail: 'Not a valid P-256 public key.' }],
    });
  }
  return async ({ fields, availableUntil }) => {
    const payload: SecretPayload = {
      fields: fields.map((field) => ({ ...field, value: field.value.reveal() })),
      ...(availableUntil === undefined ? {} : { availableUntil }),
    };
    const plaintext = new TextEncoder().encode(JSON.stringify(payload));
    const jwe = await new CompactEncrypt(plaintext).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' }).encrypt(key);
    return { jwe };
  };
}
