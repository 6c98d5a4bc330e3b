import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from './icons.js';

/** What did not work, as a sentence that is said aloud; nothing without one. */
export const notice = (text: string | undefined): TemplateResult | typeof nothing =>
  text === undefined
    ? nothing
    : html`<div class="notice caution" role="alert">
        ${alertIcon()}
        <p>${text}</p>
      </div>`;
