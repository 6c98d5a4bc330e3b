import { toHex } from '../hex.js';
import { hashKey, randomText } from '../keys.js';
import { hasEnded, type RegisteredSecret } from './records.js';

/** PBKDF2 with HMAC-SHA-512: what OWASP's Password Storage Cheat Sheet asks for. */
const iterations = 210_000;
const mostRemembered = 1_000;

async function stretch(secret: string, { salt, iterations: rounds }: { salt: string; iterations: number }) {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-512', salt: encoder.encode(salt), iterations: rounds };
  const bits = await crypto.subtle.deriveBits(parameters, key, 256);
  return toHex(bits);
}

/** Keeps a secret that was issued: its 190 bits need no stretching. */
export const keepIssued = async (secret: string): Promise<RegisteredSecret> => ({ hash: await hashKey(secret) });

/** Keeps a secret that a person chose (SPEC S9), which may be any weak one. */
export async function keepChosen(secret: string): Promise<RegisteredSecret> {
  const stretching = { salt: randomText(24), iterations };
  return { hash: await stretch(secret, stretching), stretching };
}

/** Tells which of a credential's secrets a text is. */
export type SecretCheck = (
  secrets: readonly RegisteredSecret[],
  text: string,
  now: number,
) => Promise<RegisteredSecret | undefined>;

/**
 * Makes a check. It stretches a text for one secret at a time only, so that whoever tries many keeps one core busy at
 * most, and remembers the last that were right: a call with one of those costs no more than one with an issued secret.
 */
export function createSecretCheck(): SecretCheck {
  /** By the hash of text and salt, what stretching it gave. A new secret has a new salt: nothing to be forgotten. */
  const right = new Map<string, string>();
  const turns = new Map<string, Promise<unknown>>();

  async function isChosen(
    { hash, stretching }: RegisteredSecret & Required<Pick<RegisteredSecret, 'stretching'>>,
    text: string,
  ) {
    const { salt } = stretching;
    const name = await hashKey(`${salt} ${text}`);
    if (right.get(name) === hash) return true;
    const turn = (turns.get(salt) ?? Promise.resolve()).then(() => right.get(name) ?? stretch(text, stretching));
    turns.set(salt, turn);
    const stretched = await turn;
    if (turns.get(salt) === turn) turns.delete(salt);
    if (stretched !== hash) return false;
    right.set(name, hash);
    for (const oldest of right.keys()) {
      if (right.size <= mostRemembered) break;
      right.delete(oldest);
    }
    return true;
  }

  return async (secrets, text, now) => {
    const live = secrets.filter(({ until }) => !hasEnded(until, now));
    const hash = await hashKey(text);
    const issued = live.find((secret) => !secret.stretching && secret.hash === hash);
    if (issued) return issued;
    for (const secret of live) {
      const { stretching } = secret;
      if (stretching && (await isChosen({ ...secret, stretching }, text))) return secret;
    }
    return undefined;
  };
}
