import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import { reasons } from '../../locales/en/reasons.js';
import { describeReason } from '../shared/describe-error.js';
import { duration } from '../shared/duration.js';
import { clockIcon, progressIcon } from '../shared/icons.js';
import { eyeIcon, lockIcon } from './icons.js';
import type { SecretHideReason } from './secret-events.js';
import { hiddenHint, isSeenOnce, secretState, windowEnd, type SecretWords } from './secret-phase.js';

const notice = (icon: TemplateResult, text: string, hint: string, className: string): TemplateResult =>
  html`<div class="notice ${className}">
    ${icon}
    <div class="lead"><strong>${text}</strong><span>${hint}</span></div>
  </div>`;

export interface OfferOptions {
  /** Why it was hidden before. */
  hidden: SecretHideReason | undefined;
  /** Whether the only answer that held it was lost: asking again gives it again, for a moment (SPEC S4). */
  isLost: boolean;
  view(): void;
  approach(): void;
}

/** What can be done about the secret: wait, view it, or nothing any more. */
export function offerView(
  localize: SecretWords,
  { name, secret, actions, transition }: Credential,
  now: number,
  { hidden, isLost, view, approach }: OfferOptions,
): TemplateResult {
  const state = secretState(secret, now);
  if (state === 'pending')
    return notice(progressIcon(), localize.term('secretPending'), localize.term('secretPendingHint'), 'spin');
  if (transition === 'renewing' || transition === 'regenerating')
    return notice(progressIcon(), localize.term('secretChanging'), localize.term('secretPendingHint'), 'spin');
  if (state === 'erased') {
    const since = secret.availableUntil && localize.term('secretErasedSince', windowEnd(localize, secret));
    const hint = [since, localize.term('secretErasedHint')].join(' ');
    return notice(lockIcon(), localize.term('secretErased'), hint, 'caution');
  }
  if (state === 'viewed' && !isLost)
    return notice(lockIcon(), localize.term('secretViewed'), localize.term('secretViewedHint'), 'caution');
  if (state === 'set') return notice(lockIcon(), localize.term('secretSet'), localize.term('secretSetHint'), '');
  if (state === 'none' && actions.some(({ action }) => action === 'share'))
    return notice(lockIcon(), localize.term('secretNotSet'), localize.term('secretNotSetHint'), '');
  if (state === 'none' || state === 'unknown') return html`<p>${localize.term('secretNone')}</p>`;
  const hint = isLost ? localize.term('secretLost') : hiddenHint(localize, hidden);
  const reveal = actions.find(({ action }) => action === 'reveal');
  return html`<div class="step">
    ${hint === undefined ? nothing : html`<p>${hint}</p>`}
    ${isLost ? nothing : html`<p class="busy lines">${clockIcon()}<span>${windowText(localize, secret, now)}</span></p>`}
    ${
      isLost || reveal?.allowed
        ? html`<button
            class="button primary"
            type="button"
            data-focus
            @click=${view}
            @pointerenter=${approach}
            @focus=${approach}
          >
            ${eyeIcon()}${localize.term(hint === undefined ? 'secretView' : 'secretViewAgain')}
            <span class="visually-hidden">${name}</span>
          </button>`
        : nothing
    }
    ${
      !isLost && reveal && !reveal.allowed
        ? html`<p class="muted">${describeReason(localize.with(reasons), reveal.reason)}</p>`
        : nothing
    }
  </div>`;
}

function windowText(localize: SecretWords, secret: Credential['secret'], now: number): string {
  const { availableUntil } = secret;
  if (isSeenOnce(secret)) return localize.term('secretOnce');
  if (availableUntil === undefined) return localize.term('secretAlways');
  const left = duration(localize.language, Date.parse(availableUntil) - now);
  return `${localize.term('secretWindow', left, windowEnd(localize, secret))} ${localize.term('secretViewAfter')}`;
}
