import { toHex } from './hex.js';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** CRC-32 (IEEE 802.3) of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base62(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = (digits[rest % 62] ?? '') + text;
  return text;
}

/** `length` base62 digits of chance, each equally likely. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) if (byte < 248) text += digits[byte % 62] ?? '';
  return text.slice(0, length);
}

/**
 * A new key: a prefix that secret scanners can look for, 32 base62 digits of chance (190 bits) and six digits of
 * checksum over both, which tell a real key from a look-alike without asking anybody.
 *
 * @param prefix - Such as `lk_key`.
 */
export function issueKey(prefix: string): string {
  const body = `${prefix}_${randomText(32)}`;
  return body + base62(crc32(body), 6);
}

/** Whether the text is built like a key of ours: prefix, digits, checksum. */
export const isIssuedKey = (text: string): boolean =>
  /^lk_[a-z]+_[0-9A-Za-z]{38}$/.test(text) && text.slice(-6) === base62(crc32(text.slice(0, -6)), 6);

/** What may be shown of a key: its prefix and first four digits, and its last four. */
export const maskedKey = (key: string): string => `${key.slice(0, key.lastIndexOf('_') + 5)}…${key.slice(-4)}`;

/** SHA-256 in hexadecimal: all that a data plane keeps of a key, whose 190 bits need no salt or stretching. */
export async function hashKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return toHex(digest);
}
