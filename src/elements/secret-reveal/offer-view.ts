import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../contract/credential.js';
import { reasons } from '../../locales/en/reasons.js';
import { describeReason } from '../shared/describe-error.js';
import { duration } from '../shared/duration.js';
import { clockIcon, progressIcon } from '../shared/icons.js';
import { eyeIcon, lockIcon } from './icons.js';
import type { SecretHideReason } from './secret-events.js';
import { hiddenHint, secretState, windowEnd, type SecretWords } from './secret-phase.js';

const notice = (icon: TemplateResult, text: string, hint: string, className: string): TemplateResult =>
  html`<div class="notice ${className}">
    ${icon}
    <div class="lead"><strong>${text}</strong><span>${hint}</span></div>
  </div>`;

/** What can be done about the secret: wait, view it, or nothing any more. */
export function offerView(
  localize: SecretWords,
  { name, secret, actions }: Credential,
  now: number,
  { hidden, view, approach }: { hidden: SecretHideReason | undefined; view(): void; approach(): void },
): TemplateResult {
  const state = secretState(secret, now);
  if (state === 'pending')
    return notice(progressIcon(), localize.term('secretPending'), localize.term('secretPendingHint'), 'spin');
  if (state === 'erased') {
    const since = secret.availableUntil && localize.term('secretErasedSince', windowEnd(localize, secret));
    const hint = [since, localize.term('secretErasedHint')].join(' ');
    return notice(lockIcon(), localize.term('secretErased'), hint, 'caution');
  }
  if (state !== 'available') return html`<p>${localize.term('secretNone')}</p>`;
  const hint = hiddenHint(localize, hidden);
  const reveal = actions.find(({ action }) => action === 'reveal');
  return html`<div class="step">
    ${hint === undefined ? nothing : html`<p>${hint}</p>`}
    <p class="busy">${clockIcon()}<span>${windowText(localize, secret, now)}</span></p>
    ${
      reveal?.allowed
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
    ${reveal && !reveal.allowed ? html`<p class="muted">${describeReason(localize.with(reasons), reveal.reason)}</p>` : nothing}
  </div>`;
}

function windowText(localize: SecretWords, secret: Credential['secret'], now: number): string {
  const { visibility, availableUntil } = secret;
  if (availableUntil === undefined) return localize.term(visibility === 'always' ? 'secretAlways' : 'secretOnce');
  const left = duration(localize.language, Date.parse(availableUntil) - now);
  return `${localize.term('secretWindow', left, windowEnd(localize, secret))} ${localize.term('secretViewAfter')}`;
}
