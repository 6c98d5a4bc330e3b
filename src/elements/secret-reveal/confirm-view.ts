import { html, nothing, type TemplateResult } from 'lit';
import type { SecretInfo } from '../../contract/secret.js';
import { errorPanel } from '../shared/error-panel.js';
import { progressIcon } from '../shared/icons.js';
import { isSeenOnce, windowEnd } from './secret-phase.js';
import type { SessionWords } from './secret-session.js';

export interface ConfirmOptions {
  /** Whether the secret is on its way. */
  busy: boolean;
  /** Whether it cannot be given up any more: its only view is on its way (SPEC S4). */
  isFixed: boolean;
  /** Why it could not be revealed. */
  error: unknown;
  confirm(): void;
  cancel(): void;
}

/** The question before a secret is decrypted, with its consequence as it is (SPEC S2). */
export function confirmView(
  localize: SessionWords,
  secret: SecretInfo,
  { busy, isFixed, error, confirm, cancel }: ConfirmOptions,
): TemplateResult {
  const consequence = isSeenOnce(secret)
    ? localize.term('secretConfirmOnce')
    : secret.availableUntil === undefined
      ? ''
      : localize.term('secretConfirmWindow', windowEnd(localize, secret));
  return html`<div class="step box" role="group" aria-labelledby="question">
    <div class="lead" id="consequence">
      <strong id="question">${localize.term('secretConfirm')}</strong>
      <span>${localize.term('secretConfirmBody')}</span>
      <span>${consequence}</span>
    </div>
    <p class="muted" id="fixed" ?hidden=${!isFixed}>${isFixed ? localize.term('secretUnderway') : nothing}</p>
    ${error === undefined ? nothing : errorPanel(localize, error, confirm)}
    <div class="buttons">
      <button
        class="button primary"
        type="button"
        data-focus
        aria-describedby="consequence"
        aria-disabled=${busy}
        aria-busy=${busy}
        @click=${confirm}
      >
        <span class="progress spin">${progressIcon()}</span>${localize.term(busy ? 'secretDecrypting' : 'secretView')}
      </button>
      <button
        class="button"
        type="button"
        aria-disabled=${isFixed}
        aria-describedby=${isFixed ? 'fixed' : nothing}
        @click=${cancel}
      >
        ${localize.term('cancel')}
      </button>
    </div>
  </div>`;
}
