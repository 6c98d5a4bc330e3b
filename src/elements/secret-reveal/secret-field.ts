import { html, nothing, type TemplateResult } from 'lit';
import type { SecretField } from '../../contract/secret.js';
import { checkIcon, copyIcon } from '../shared/icons.js';
import { eyeIcon, eyeOffIcon } from './icons.js';
import type { SessionWords } from './secret-session.js';

/** As long for every secret, so that it tells nothing of its length. */
const mask = '•'.repeat(16);

export interface SecretFieldOptions {
  localize: SessionWords;
  /** Whether its value is in the page in clear. */
  visible: boolean;
  /** Whether it was copied a moment ago. */
  copied: boolean;
  copy(): void;
  toggle(): void;
}

/**
 * One value of a secret with its buttons. A masked value is not in the page at all. Password managers, translation,
 * spell checking, session replay and the printer are told to keep off (SPEC S6).
 */
export function secretField(
  { name, label, value, secret }: SecretField,
  { localize, visible, copied, copy, toggle }: SecretFieldOptions,
): TemplateResult {
  const clear = visible || !secret;
  return html`<div class="value-row" part="row" role="group" aria-labelledby="label-${name}">
    <span class="label muted" id="label-${name}">${label}</span>
    <code
      class="value mono ph-no-capture"
      part="value"
      id="value-${name}"
      dir="ltr"
      translate="no"
      spellcheck="false"
      autocomplete="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-private
      data-sentry-mask
      data-dd-privacy="mask"
      data-hj-suppress
      >${
        clear
          ? value.reveal()
          : html`<span aria-hidden="true">${mask}</span
              ><span class="visually-hidden">${localize.term('secretMasked')}</span>`
      }</code
    >
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
      <button class="button" type="button" aria-label=${localize.term('copyNamed', label)} @click=${copy}>
        ${copied ? checkIcon() : copyIcon()}${localize.term(copied ? 'copied' : 'copy')}
      </button>
    </span>
  </div>`;
}
