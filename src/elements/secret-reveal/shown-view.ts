import { html, nothing, type TemplateResult } from 'lit';
import type { SecretField } from '../../contract/secret.js';
import { duration } from '../shared/duration.js';
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
  copy(field: SecretField): void;
  /** Called when the person has copied a value by hand. */
  copiedByHand(field: SecretField): void;
  download(format: DownloadFormat): void;
  done(): void;
}

/** The values of a held secret, ways to store them, and how long they stay. */
export function shownView(
  localize: SessionWords,
  held: HeldSecret,
  { name, copied, again, copy, copiedByHand, download, done }: ShownOptions,
): TemplateResult {
  const extend = (): void => held.extend();
  const left = duration(localize.language, Math.ceil(held.leftMs / 1000) * 1000);
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
          copy: () => copy(field),
          copiedByHand: () => copiedByHand(field),
          toggle: () => held.setVisible(field.name, !held.isVisible(field.name)),
        }),
      )}
      <div class="buttons">
        ${formats.map(
          ([format, label]) =>
            html`<button class="button" type="button" @click=${() => download(format)}>
              ${downloadIcon()}${localize.term('secretDownloadAs', label)}
            </button>`,
        )}
      </div>
      <label class="stored">
        <input type="checkbox" .checked=${!held.unstored} ?disabled=${!held.unstored} @change=${() => held.stored()} />
        ${localize.term('secretStored')}
      </label>
      ${again === '' ? nothing : html`<p class="muted">${again}</p>`}
    </div>
    <div class="foot">
      ${
        held.isKept
          ? html`<p class="muted">${keptHint(localize, held.keptAfter)} ${localize.term('secretStays')}</p>`
          : html`<div class="countdown muted">
              <span>${localize.term('secretHidesIn', left)}</span>
              <button class="button" type="button" @click=${extend}>${localize.term('secretKeep')}</button>
            </div>`
      }
      <button class="button primary" type="button" @click=${done}>${localize.term('secretDone')}</button>
    </div>`;
}
