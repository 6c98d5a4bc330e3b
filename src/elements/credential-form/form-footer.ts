import { html, nothing, type TemplateResult } from 'lit';
import { progressIcon } from '../shared/icons.js';

export interface FooterInit {
  sending: boolean;
  /** Shown while it is on its way. */
  hint: string;
  /** What the button does. */
  label: string;
}

/** The end of a form: the button that sends it. */
export const renderFooter = ({ sending, hint, label }: FooterInit): TemplateResult =>
  html`<div class="footer">
    <slot name="review"></slot>
    ${sending ? html`<p class="muted">${hint}</p>` : nothing}
    <div class="form-actions">
      <button class="button primary" part="submit-button" aria-disabled=${sending} aria-busy=${sending}>
        <span class="progress spin">${progressIcon()}</span>
        ${label}
      </button>
    </div>
  </div>`;
