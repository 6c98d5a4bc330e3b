import type { SecretInfo } from '../../contract/secret.js';
import type { common } from '../../locales/en/common.js';
import type { secretReveal } from '../../locales/en/secret-reveal.js';
import type { Localize } from '../shared/localize.js';
import type { SecretHideReason } from './secret-events.js';

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

/** What can be seen of a secret now: its window ends by the clock, even if nobody has said so yet (SPEC S2, S3). */
export function secretState(secret: SecretInfo | undefined, now: number): SecretInfo['state'] {
  if (!secret) return 'none';
  const over = secret.availableUntil !== undefined && now >= Date.parse(secret.availableUntil);
  return secret.state === 'available' && over ? 'erased' : secret.state;
}

/** The end of a secret's window as a date with time; empty if it has none. */
export const windowEnd = (localize: SecretWords, { availableUntil }: SecretInfo): string =>
  availableUntil === undefined ? '' : localize.date(availableUntil, { time: true });
