const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

let lastTime = 0;

/**
 * A new id: prefix, ten characters of time, sixteen of chance (80 bits). Ids sort in the order they were made, which
 * is what lists and cursors go by.
 */
export function newId(prefix: string, now: number): string {
  lastTime = Math.max(now, lastTime + 1);
  let time = '';
  for (let rest = lastTime, digit = 0; digit < 10; digit++, rest = Math.floor(rest / 32))
    time = (alphabet[rest % 32] ?? '') + time;
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('');
  return `${prefix}_${time}${chance}`;
}
