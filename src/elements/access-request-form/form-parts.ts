import { html, nothing, type TemplateResult } from 'lit';
import type { AccessOptions } from '../../contract/access-options.js';
import type { AccessRequest } from '../../contract/access-request.js';
import type { accessRequestForm } from '../../locales/en/access-request-form.js';
import type { common } from '../../locales/en/common.js';
import type { reasons } from '../../locales/en/reasons.js';
import type { requestSteps } from '../../locales/en/request-steps.js';
import { describeError } from '../shared/describe-error.js';
import { clip } from '../shared/form/clip.js';
import { alertIcon, progressIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';

type Sentences = Localize<typeof common & typeof reasons & typeof accessRequestForm & typeof requestSteps>;

/** What the form asks for; for a rejected request also why it was rejected. */
export function renderHeader(
  localize: Sentences,
  options: AccessOptions,
  rejected: AccessRequest | undefined,
): TemplateResult {
  const reason = rejected?.timeline.findLast(({ step }) => step === 'rejected')?.reason;
  return html`<div class="header">
      <h2 id="heading" tabindex="-1">
        ${localize.term(rejected ? 'requestEditHeading' : 'requestHeading', clip(options.resource.name))}
      </h2>
      <p class="muted">${localize.term('requestPartOf', clip(options.product.name))}</p>
      <slot name="help"></slot>
    </div>
    ${
      rejected
        ? html`<div class="notice caution">
            ${alertIcon()}
            <p>${reason ? localize.term('requestRejectedFor', reason) : localize.term('requestRejected')}</p>
          </div>`
        : nothing
    }`;
}

/** Why no request can be made at all (SPEC A1, A5). */
export function renderBlocked(localize: Sentences, blocked: string): TemplateResult {
  const text = localize.find(`blocked-${blocked}`) ?? localize.term('reasonUnknown');
  if (blocked === 'not-required') return html`<p part="blocked">${text}</p>`;
  return html`<div class="notice caution" part="blocked">
    ${alertIcon()}
    <div>
      <p><strong>${localize.term('requestBlocked')}</strong></p>
      <p>${text}</p>
    </div>
  </div>`;
}

/** Says that what can be chosen may be out of date. */
export const renderStale = (localize: Sentences, busy: boolean, retry: () => void): TemplateResult =>
  html`<div class="notice caution" role="alert" part="error">
    ${alertIcon()}
    <p>${localize.term('requestOptionsFailed')}</p>
    <button class="button" type="button" ?disabled=${busy} @click=${retry}>${localize.term('retry')}</button>
  </div>`;

/** That nothing can be chosen because it could not be loaded, why, and how to try again. */
export const renderLost = (localize: Sentences, error: unknown, busy: boolean, retry: () => void): TemplateResult =>
  html`<div class="notice critical" role="alert" part="error">
    ${alertIcon()}
    <div>
      <p><strong>${localize.term('requestOptionsLost')}</strong></p>
      <p>${describeError(localize, error)}</p>
    </div>
    <button class="button" type="button" ?disabled=${busy} @click=${retry}>${localize.term('retry')}</button>
  </div>`;

/** What the end of the form needs. */
export interface FooterInit {
  approval: AccessOptions['approval'];
  sending: boolean;
  /** Whether the button sends; otherwise it goes on to the next step. */
  sends: boolean;
  /** There in every step but the first. */
  back?: (() => void) | undefined;
  /** There for a request that is being changed. */
  cancel?: (() => void) | undefined;
}

/** How it will be decided, said before it is sent (SPEC A7), and the buttons. */
export const renderFooter = (
  localize: Sentences,
  { approval, sending, sends, back, cancel }: FooterInit,
): TemplateResult =>
  html`<div class="footer">
    <slot name="review" ?hidden=${!sends}></slot>
    ${
      approval === 'unknown' || !sends
        ? nothing
        : html`<p class="muted" part="approval">
            ${localize.term(approval === 'manual' ? 'requestManual' : 'requestAutomatic')}
          </p>`
    }
    <div class="form-actions">
      <button class="button primary" part="submit-button" aria-disabled=${sending} aria-busy=${sending}>
        <span class="progress spin">${progressIcon()}</span>
        ${localize.term(sends ? (cancel ? 'requestSendAgain' : 'requestSend') : 'stepNext')}
      </button>
      ${
        back
          ? html`<button class="button" type="button" part="back-button" aria-disabled=${sending} @click=${back}>
              ${localize.term('stepBack')}
            </button>`
          : nothing
      }
      ${
        cancel
          ? html`<button class="button" type="button" aria-disabled=${sending} @click=${cancel}>
              ${localize.term('cancel')}
            </button>`
          : nothing
      }
    </div>
    ${sending ? html`<p class="muted">${localize.term('requestSending')}</p>` : nothing}
  </div>`;
