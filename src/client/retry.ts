/** What an answer says, read whole. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The body; empty where it is left to be streamed. */
  text: string;
}

const retryableStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];
const longestWaitMs = 30_000;

/** How long to wait before the n-th repeat, in milliseconds: growing exponentially, anywhere up to it (full jitter). */
export const backOff = (repeat: number, firstMs = 600): number =>
  Math.random() * Math.min(longestWaitMs, firstMs * 2 ** (repeat - 1));

/**
 * What a `Retry-After` header asks for, in milliseconds.
 *
 * @param header - Seconds or a date.
 * @param now - The time by the clock of whoever wrote the header, in milliseconds since 1970.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * How long to wait before sending a request again after an answer, in milliseconds; `undefined` if it should not be
 * sent again.
 *
 * @param retryAfterMs - What the answer asks for.
 * @param repeat - Which repeat it would be, from 1.
 */
export function waitAfter(status: number, retryAfterMs: number, repeat: number): number | undefined {
  if (!retryableStatuses.includes(status) || retryAfterMs > longestWaitMs) return undefined;
  return Math.max(retryAfterMs, backOff(repeat));
}
