import { html, type TemplateResult } from 'lit';
import type { common } from '../../locales/en/common.js';
import { describeError, refusedOf } from './describe-error.js';
import { clip } from './form/clip.js';
import { alertIcon } from './icons.js';
import type { Localize } from './localize.js';

/**
 * An error with its sentence and a button to try again. Where the marketplace does not accept what the page asks for, the
 * sentence is for a person, and what the marketplace says of it for who runs the page. Style it with `panelStyles`.
 */
export const errorPanel = (
  localize: Localize<typeof common>,
  error: unknown,
  retry: () => void,
  busy = false,
): TemplateResult => {
  const refused = refusedOf(error);
  return html`
    <div class="notice critical" role="alert" part="error">
      ${alertIcon()}
      <p>
        ${refused ? localize.term('errorRefused') : describeError(localize, error)}
        ${refused
          ?.slice(0, mostRefused)
          .map(
            ({ pointer, detail }) =>
              html`<br /><bdi dir="ltr" lang="en">${clip(`${pointer.slice(1)}: ${detail}`)}</bdi>`,
          )}
      </p>
      <button class="button" type="button" ?disabled=${busy} @click=${retry}>${localize.term('retry')}</button>
    </div>
  `;
};

/** So much of what is not accepted is shown. */
const mostRefused = 5;
