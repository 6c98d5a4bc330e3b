import { html, nothing, type TemplateResult } from 'lit';
import { clip } from './clip.js';

/** Explanations may be longer than names. */
const longestHelp = 4_000;

/** What stands around a control, or around several under one name. */
export interface FieldFrame {
  /** The id of the control; those of the help and the problem are made of it. */
  id: string;
  label: string;
  /** A word behind the label, such as `(optional)`. */
  note?: string | undefined;
  help?: string | undefined;
  /** What is wrong with the value. */
  problem?: string | undefined;
}

/** For the control's `aria-describedby`: its problem and its help, as far as they are there. */
export const describedBy = ({ id, help, problem }: FieldFrame): string | typeof nothing =>
  [problem && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(' ') || nothing;

const renderTexts = ({ id, help, problem }: FieldFrame): TemplateResult =>
  html`${help ? html`<p class="help" id="${id}-help"><bdi>${clip(help, longestHelp)}</bdi></p>` : nothing}
  ${problem ? html`<p class="error" id="${id}-problem"><bdi>${problem}</bdi></p>` : nothing}`;

/** The space is of the note's text: Chromium leaves out one that stands alone when it names the control. */
const renderLabel = ({ label, note }: FieldFrame): TemplateResult =>
  html`<bdi>${clip(label)}</bdi>${note ? html`<span class="note">${` ${note}`}</span>` : nothing}`;

/** A label, the help, what is wrong, and a control that has the frame's id. */
export const renderField = (frame: FieldFrame, control: unknown): TemplateResult =>
  html`<div class="field" part="field">
    <label for=${frame.id}>${renderLabel(frame)}</label>
    ${renderTexts(frame)} ${control}
  </div>`;

/** Several controls under one name; focus that leaves all of them is told to `left`. */
export const renderFieldset = (frame: FieldFrame, controls: unknown, left?: () => void): TemplateResult =>
  html`<fieldset
    class="field"
    part="field"
    id=${frame.id}
    tabindex="-1"
    aria-describedby=${describedBy(frame)}
    @focusout=${(event: FocusEvent) => {
      if (!(event.currentTarget as Node).contains(event.relatedTarget as Node | null)) left?.();
    }}
  >
    <legend>${renderLabel(frame)}</legend>
    ${renderTexts(frame)} ${controls}
  </fieldset>`;

/** A box or dot with its label beside it. `input` has the frame's id. */
export const renderCheck = (frame: FieldFrame, input: unknown): TemplateResult =>
  html`<div class="field" part="field">
    <div class="check">
      ${input} <label for=${frame.id}><bdi>${clip(frame.label)}</bdi></label>
    </div>
    ${renderTexts(frame)}
  </div>`;
