import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clip } from './clip.js';

/** One option of several. An impossible one stays visible, with its reason (SPEC A4, X1). */
export interface ChoiceOption {
  id: string;
  name: string;
  allowed: boolean;
  /** Further lines about it. */
  lines: readonly string[];
  /** Why it is impossible: text, or a template that also leads somewhere. */
  reason?: unknown;
}

/** The options of one choice. */
export interface OptionsInit {
  name: string;
  options: readonly ChoiceOption[];
  chosen: string | undefined;
  choose(id: string): void;
}

/** Radio buttons as rows, each with what there is to know about it. Put them in a `<fieldset>`. */
export const renderOptions = ({ name, options, chosen, choose }: OptionsInit): TemplateResult =>
  html`<div class="options" part="options">
    ${options.map(({ id, ...option }) => {
      const control = `${name}-${id}`;
      return html`<div class="option ${option.allowed ? '' : 'impossible'}" part="option">
        <input
          id=${control}
          type="radio"
          name=${name}
          value=${id}
          ?disabled=${!option.allowed}
          .checked=${live(id === chosen)}
          aria-describedby=${option.reason || option.lines.length > 0 ? `${control}-more` : nothing}
          @change=${() => choose(id)}
        />
        <label for=${control}><bdi>${clip(option.name)}</bdi></label>
        <div class="more" id="${control}-more">
          ${option.lines.map((line) => html`<p><bdi>${clip(line)}</bdi></p>`)}
          ${option.allowed || !option.reason ? nothing : html`<p class="reason">${option.reason}</p>`}
        </div>
      </div>`;
    })}
  </div>`;
