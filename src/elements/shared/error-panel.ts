import { html, type TemplateResult } from 'lit';
import type { common } from '../../locales/en/common.js';
import { describeError } from './describe-error.js';
import { alertIcon } from './icons.js';
import type { Localize } from './localize.js';

/** An error with its sentence and a button to try again. Style it with `panelStyles`. */
export const errorPanel = (
  localize: Localize<typeof common>,
  error: unknown,
  retry: () => void,
  busy = false,
): TemplateResult => html`
  <div class="notice critical" role="alert" part="error">
    ${alertIcon()}
    <p>${describeError(localize, error)}</p>
    <button class="button" type="button" ?disabled=${busy} @click=${retry}>${localize.term('retry')}</button>
  </div>
`;
