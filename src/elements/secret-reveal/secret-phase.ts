import type { SecretInfo } from '../../contract/secret.js';
import type { common } from '../../locales/en/common.js';
import type { secretReveal } from '../../locales/en/secret-reveal.js';
import type { secretSession } from '../../locales/en/secret-session.js';
import type { Localize } from '../shared/localize.js';
import type { SecretHideReason } from './secret-events.js';

/** How long a secret is kept without activity unless the host says otherwise, in milliseconds. */
export const defaultHideAfterMs = 60_000;

/** The sentences of the element. */
export type SecretWords = Localize<typeof common & typeof secretReveal>;

const hints = {
  idle: 'secretHiddenIdle',
  'tab-hidden': 'secretHiddenTab',
  'signed-out': 'secretHiddenSession',
  'window-ended': 'secretHiddenWindow',
} as const;

/** Why a secret was hidden, in a sentence; none where the person did it. */
export function hiddenHint(localize: SecretWords, reason: SecretHideReason | undefined): string | undefined {
  const key = hints[reason as keyof typeof hints] as (typeof hints)[keyof typeof hints] | undefined;
  return key && localize.term(key);
}

const keptHints = {
  idle: 'secretKeptIdle',
  'tab-hidden': 'secretKeptTab',
  'signed-out': 'secretKeptSession',
  'window-ended': 'secretKeptWindow',
  disconnected: 'secretKeptLeft',
} as const;

/** Why a secret that cannot be seen again was masked instead of dropped, in a sentence (SPEC S4). */
export function keptHint(
  localize: Localize<typeof secretSession>,
  reason: SecretHideReason | undefined,
): string | undefined {
  const key = keptHints[reason as keyof typeof keptHints] as (typeof keptHints)[keyof typeof keptHints] | undefined;
  return key && localize.term(key);
}

/**
 * Whether it can be seen only once (SPEC S1). What a newer marketplace says and nobody understands here is taken for that,
 * unless it says until when: nothing is lost by too much care.
 */
export const isSeenOnce = ({ visibility, availableUntil }: SecretInfo): boolean =>
  visibility === 'once' || (visibility === 'unknown' && availableUntil === undefined);

/** What can be seen of a secret now: its window ends by the clock, even if nobody has said so yet (SPEC S2, S3). */
export function secretState(secret: SecretInfo | undefined, now: number): SecretInfo['state'] {
  if (!secret) return 'none';
  const over = secret.availableUntil !== undefined && now >= Date.parse(secret.availableUntil);
  return secret.state === 'available' && over ? 'erased' : secret.state;
}

/** The end of a secret's window as a date with time; empty if it has none. */
export const windowEnd = (localize: SecretWords, { availableUntil }: SecretInfo): string =>
  availableUntil === undefined ? '' : localize.date(availableUntil, { time: true });
