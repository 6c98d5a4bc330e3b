import { html, nothing, type TemplateResult } from 'lit';
import type { SecretField } from '../../contract/secret.js';
import { guarded } from '../shared/guarded.js';
import { checkIcon, copyIcon } from '../shared/icons.js';
import { notice } from '../shared/notice.js';
import { eyeIcon, eyeOffIcon } from './icons.js';
import type { SessionWords } from './secret-session.js';

/** As long for every secret, so that it tells nothing of its length. */
const mask = '•'.repeat(16);

/** Text that is or may become a secret. It reads from left to right wherever it stands (SPEC S6). */
export const guardedText = (content: unknown, id: string, className: string, copied?: () => void): TemplateResult =>
  html`<code class="${className} mono" part="value" id=${id} dir="ltr" ${guarded()} @copy=${copied ?? nothing}
    >${content}</code
  >`;

export interface SecretFieldOptions {
  localize: SessionWords;
  /** Which of the values it is. */
  index: number;
  /** Whether its value is in the page in clear. */
  visible: boolean;
  /** Whether it was copied a moment ago. */
  copied: boolean;
  /** Why it could not be copied. */
  problem: string | undefined;
  copy(): void;
  /** Called when the person has copied the whole value by hand. */
  copiedByHand(): void;
  toggle(): void;
}

/** One value of a secret with its buttons. A masked value is not in the page at all (SPEC S6). */
export function secretField(
  { label, value, secret }: SecretField,
  { localize, index, visible, copied, problem, copy, copiedByHand, toggle }: SecretFieldOptions,
): TemplateResult {
  const clear = visible || !secret;
  const noteCopy = (): void => {
    if (clear && getSelection()?.toString().trim() === value.reveal().trim()) copiedByHand();
  };
  return html`<div class="value-row" part="row" role="group" aria-labelledby="label-${index}">
    <span class="label muted" id="label-${index}">${label}</span>
    ${guardedText(
      clear
        ? value.reveal()
        : html`<span aria-hidden="true">${mask}</span
            ><span class="visually-hidden">${localize.term('secretMasked')}</span>`,
      `value-${index}`,
      secret ? 'value' : 'value plain',
      noteCopy,
    )}
    <span class="value-actions">
      ${
        secret
          ? html`<button
              class="icon-button"
              type="button"
              aria-label=${localize.term(visible ? 'secretHide' : 'secretShow', label)}
              @click=${toggle}
            >
              ${visible ? eyeOffIcon() : eyeIcon()}
            </button>`
          : nothing
      }
      <button
        class="button"
        type="button"
        aria-label=${localize.term(copied ? 'copiedNamed' : 'copyNamed', label)}
        @click=${copy}
      >
        ${copied ? checkIcon() : copyIcon()}
        <span class="steady" data-reserve=${localize.term(copied ? 'copy' : 'copied')}
          >${localize.term(copied ? 'copied' : 'copy')}</span
        >
      </button>
    </span>
    ${notice(problem)}
  </div>`;
}
