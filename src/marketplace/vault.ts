import { toHex } from './hex.js';

/** Seals text for storage. */
export interface Vault {
  /** @param context - What the text belongs to; it opens only in the same context. */
  seal(text: string, context: string): Promise<string>;
  /** @throws if the text was altered, or sealed in another context or by another key. */
  open(sealed: string, context: string): Promise<string>;
  /** A digest of text that may be guessed, such as a person's secret: nobody without the key can try it out. */
  digest(text: string): Promise<string>;
}

const ivBytes = 12;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/**
 * AES-256-GCM with a fresh 96-bit nonce for each text; the context is authenticated with it.
 *
 * @param key - 32 bytes.
 */
export async function createVault(key: Uint8Array<ArrayBuffer>): Promise<Vault> {
  if (key.length !== 32) throw new RangeError('a vault key has 32 bytes');
  const secretKey = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const digestKey = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('latchkey digest') },
    await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const parameters = (iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(context),
  });
  return {
    async seal(text, context) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const data = await crypto.subtle.encrypt(parameters(iv, context), secretKey, new TextEncoder().encode(text));
      return toBase64(new Uint8Array([...iv, ...new Uint8Array(data)]));
    },
    async open(sealed, context) {
      const bytes = fromBase64(sealed);
      const iv = bytes.slice(0, ivBytes);
      const data = await crypto.subtle.decrypt(parameters(iv, context), secretKey, bytes.slice(ivBytes));
      return new TextDecoder().decode(data);
    },
    async digest(text) {
      return toHex(await crypto.subtle.sign('HMAC', digestKey, new TextEncoder().encode(text)));
    },
  };
}
