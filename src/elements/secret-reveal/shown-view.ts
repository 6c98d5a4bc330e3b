import { html, nothing, type TemplateResult } from 'lit';
import type { SecretField } from '../../contract/secret.js';
import { duration } from '../shared/duration.js';
import { checkIcon } from '../shared/icons.js';
import { notice } from '../shared/notice.js';
import type { HeldSecret } from './held-secret.js';
import type { DownloadFormat } from './download.js';
import { downloadIcon } from './icons.js';
import { secretField } from './secret-field.js';
import { keptHint } from './secret-phase.js';
import type { SessionWords } from './secret-session.js';

const formats: readonly [DownloadFormat, string][] = [
  ['env', '.env'],
  ['json', 'JSON'],
  ['csv', 'CSV'],
];

export interface ShownOptions {
  /** The credential's name. */
  name: string;
  /** Which field was copied a moment ago. */
  copied: string | undefined;
  /** Until when it can be viewed again, as a sentence; empty if that is not limited. */
  again: string;
  /** What went wrong: a sentence, and at which of the values. */
  notice: { text: string; field?: string } | undefined;
  /** The file that the browser was handed last. */
  file: string | undefined;
  copy(field: SecretField): void;
  /** Called when the person has copied a value by hand. */
  copiedByHand(field: SecretField): void;
  download(format: DownloadFormat): void;
}

/** The values of a held secret, and ways to store them. */
export function shownView(
  localize: SessionWords,
  held: HeldSecret,
  { name, copied, again, notice: problem, file, copy, copiedByHand, download }: ShownOptions,
): TemplateResult {
  const extend = (): void => held.extend();
  return html`<div
    class="values"
    role="group"
    tabindex="-1"
    data-focus
    aria-label=${localize.term('secretOf', name)}
    @pointerdown=${extend}
    @keydown=${extend}
  >
    ${held.fields.map((field, index) =>
      secretField(field, {
        index,
        localize,
        visible: held.isVisible(field.name),
        copied: copied === field.name,
        problem: problem?.field === field.name ? problem.text : undefined,
        copy: () => copy(field),
        copiedByHand: () => copiedByHand(field),
        toggle: () => held.setVisible(field.name, !held.isVisible(field.name)),
      }),
    )}
    <div class="downloads" role="group" aria-labelledby="downloads">
      <span class="label muted" id="downloads">${localize.term('secretDownload')}</span>
      <div class="formats">
        ${formats.map(
          ([format, label]) =>
            html`<button
              class="button"
              type="button"
              aria-label=${localize.term('secretDownloadAs', label)}
              @click=${() => download(format)}
            >
              ${downloadIcon()}<bdi dir="ltr">${label}</bdi>
            </button>`,
        )}
      </div>
      ${
        file === undefined
          ? nothing
          : html`<p class="muted done">${checkIcon()}<span>${localize.term('secretDownloadStarted', file)}</span></p>`
      }
      ${problem && problem.field === undefined ? notice(problem.text) : nothing}
    </div>
    <label class="stored">
      <input
        type="checkbox"
        .checked=${!held.unstored}
        aria-disabled=${!held.unstored}
        @click=${(event: Event) => !held.unstored && event.preventDefault()}
        @change=${() => held.stored()}
      />
      ${localize.term('secretStored')}
    </label>
    ${again === '' ? nothing : html`<p class="muted">${again}</p>`}
  </div>`;
}

/** How long a held secret stays, and that somebody is done with it: at the end of everything about it. */
export function footView(
  localize: SessionWords,
  held: HeldSecret,
  hideAfterMs: number,
  done: () => void,
): TemplateResult {
  const hidesIn = (ms: number): string => localize.term('secretHidesIn', duration(localize.language, ms));
  // Room for the longest that it will say, so that nothing moves while time runs.
  const longest = [hideAfterMs, 59_000].map(hidesIn).reduce((one, other) => (other.length > one.length ? other : one));
  return html`<div class="foot">
    ${
      held.isKept
        ? html`<p class="muted">${keptHint(localize, held.keptAfter)} ${localize.term('secretStays')}</p>`
        : html`<div class="countdown muted">
            <span class="steady" data-reserve=${longest}>${hidesIn(Math.ceil(held.leftMs / 1000) * 1000)}</span>
            <button class="button" type="button" @click=${() => held.extend()}>${localize.term('secretKeep')}</button>
          </div>`
    }
    <button class="button primary" type="button" @click=${done}>${localize.term('secretDone')}</button>
  </div>`;
}
