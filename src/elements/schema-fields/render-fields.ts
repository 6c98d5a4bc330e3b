import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { schemaFields } from '../../locales/en/schema-fields.js';
import { isolate } from '../../locales/isolate.js';
import { clip } from '../shared/form/clip.js';
import { describedBy, renderCheck, renderField, renderFieldset, type FieldFrame } from '../shared/form/field.js';
import { guarded } from '../shared/guarded.js';
import { closeIcon, icon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import type { Field } from './field-model.js';
import { fileHelp, renderFile, type FileView } from './file-field.js';
import { sameJson } from './json-schema.js';
import type { FieldOption } from './schema-keywords.js';

/** What the templates need: sentences, what is wrong, and where typing goes. */
export interface FieldView extends FileView {
  localize: Localize<typeof schemaFields>;
  problemOf(pointer: string): string | undefined;
  add(list: Field): void;
  remove(list: Field, index: number): void;
}

const plusIcon = (): TemplateResult => icon('M5 12h14M12 5v14');

/** The id of a field's control. */
export const fieldId = (pointer: string): string => `field${encodeURI(pointer)}`;

/** Fields, one under the other. Each keeps its control, and the focus in it, when others come and go. */
export const renderFields = (fields: readonly Field[], view: FieldView): TemplateResult =>
  html`${repeat(
    fields,
    ({ pointer }) => pointer,
    (field) => renderOne(field, view),
  )}`;

function renderOne(field: Field, view: FieldView): TemplateResult {
  const frame: FieldFrame = {
    id: fieldId(field.pointer),
    label: field.label,
    help: helpOf(field, view),
    note: field.required || field.readOnly || field.kind === 'group' ? '' : view.localize.term('fieldOptional'),
    problem: view.problemOf(field.pointer),
  };
  switch (field.kind) {
    case 'group':
      return renderFieldset(frame, html`<div class="group">${renderFields(field.fields, view)}</div>`);
    case 'list':
      return renderFieldset(frame, renderItems(field, view), () => view.left(field.pointer));
    case 'choices':
      return renderFieldset(frame, renderBoxes(field, view), () => view.left(field.pointer));
    case 'boolean':
      return renderCheck(frame, renderBox(field, frame, view));
    default:
      return renderField(frame, renderControl(field, frame, view));
  }
}

/** What its definition says of a field; of a file also which ones are taken. */
const helpOf = (field: Field, { localize }: FieldView): string =>
  field.kind === 'file' && !field.readOnly
    ? [field.description && isolate(field.description), fileHelp(localize, field)].filter(Boolean).join(' ')
    : field.description;

/** The one control of a field that has one. Without a `<label>` of its own it is named by `name`. */
function renderControl(field: Field, frame: FieldFrame, view: FieldView, name?: string): TemplateResult {
  switch (field.kind) {
    case 'choice':
      return renderSelect(field, frame, view, name);
    case 'file':
      return renderFile(field, frame, view, name);
    case 'multiline':
    case 'json':
      return renderTextarea(field, frame, view, name);
    default:
      return renderInput(field, frame, view, name);
  }
}

const mark = (on: boolean | string | undefined): 'true' | typeof nothing => (on ? 'true' : nothing);
const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

function renderInput(field: Field, frame: FieldFrame, view: FieldView, name?: string): TemplateResult {
  return html`<input
    id=${frame.id}
    part="control"
    type=${field.inputType}
    dir=${field.inputType === 'url' || field.inputType === 'email' ? 'ltr' : nothing}
    inputmode=${field.kind === 'number' ? 'decimal' : nothing}
    aria-label=${name ?? nothing}
    aria-required=${mark(field.required)}
    aria-invalid=${mark(frame.problem)}
    aria-describedby=${describedBy(frame)}
    autocomplete="off"
    ?readonly=${field.readOnly}
    ${guarded(field.encrypted)}
    .value=${live(field.value as string)}
    @input=${(event: Event) => view.change(field.pointer, textOf(event))}
    @blur=${() => view.left(field.pointer)}
  />`;
}

function renderTextarea(field: Field, frame: FieldFrame, view: FieldView, name?: string): TemplateResult {
  return html`<textarea
    id=${frame.id}
    part="control"
    class="${field.encrypted ? 'masked' : ''} ${field.kind === 'json' ? 'mono' : ''}"
    rows="4"
    dir=${field.kind === 'json' ? 'ltr' : nothing}
    aria-label=${name ?? nothing}
    aria-required=${mark(field.required)}
    aria-invalid=${mark(frame.problem)}
    aria-describedby=${describedBy(frame)}
    spellcheck=${field.kind === 'json' ? 'false' : nothing}
    ?readonly=${field.readOnly}
    ${guarded(field.encrypted)}
    .value=${live(field.value as string)}
    @input=${(event: Event) => view.change(field.pointer, textOf(event))}
    @blur=${() => view.left(field.pointer)}
  ></textarea>`;
}

function renderSelect(field: Field, frame: FieldFrame, view: FieldView, name?: string): TemplateResult {
  const pick = (event: Event): void => {
    const option = field.options[(event.target as HTMLSelectElement).selectedIndex - 1];
    view.change(field.pointer, option ? option.value : '');
  };
  return html`<select
    id=${frame.id}
    part="control"
    aria-label=${name ?? nothing}
    aria-required=${mark(field.required)}
    aria-invalid=${mark(frame.problem)}
    aria-describedby=${describedBy(frame)}
    ?disabled=${field.readOnly}
    @change=${pick}
    @blur=${() => view.left(field.pointer)}
  >
    <option value="" .selected=${live(field.value === undefined)}>${view.localize.term('fieldChoose')}</option>
    ${field.options.map(
      ({ value, label }) => html`<option .selected=${live(sameJson(value, field.value))}>${clip(label)}</option>`,
    )}
  </select>`;
}

function renderBox(field: Field, frame: FieldFrame, view: FieldView): TemplateResult {
  return html`<input
    id=${frame.id}
    type="checkbox"
    aria-invalid=${mark(frame.problem)}
    aria-describedby=${describedBy(frame)}
    ?disabled=${field.readOnly}
    .checked=${live(field.value as boolean)}
    @change=${(event: Event) => view.change(field.pointer, (event.target as HTMLInputElement).checked)}
    @blur=${() => view.left(field.pointer)}
  />`;
}

function renderBoxes(field: Field, view: FieldView): TemplateResult {
  const chosen = field.value as unknown[];
  const isChosen = ({ value }: FieldOption): boolean => chosen.some((one) => sameJson(one, value));
  const toggle = (toggled: FieldOption, event: Event): void => {
    const on = (event.target as HTMLInputElement).checked;
    const values = field.options.filter((option) => (option === toggled ? on : isChosen(option)));
    view.change(
      field.pointer,
      values.map(({ value }) => value),
    );
  };
  return html`<div class="boxes">
    ${field.options.map((option, index) => {
      const id = `${fieldId(field.pointer)}-${index}`;
      return html`<div class="check">
        <input
          id=${id}
          type="checkbox"
          ?disabled=${field.readOnly}
          .checked=${live(isChosen(option))}
          @change=${(event: Event) => toggle(option, event)}
        />
        <label for=${id}><bdi>${clip(option.label)}</bdi></label>
      </div>`;
    })}
  </div>`;
}

function renderItems(field: Field, view: FieldView): TemplateResult {
  const { localize } = view;
  const removable = !field.readOnly && field.fields.length > field.minItems;
  const extensible = !field.readOnly && field.fields.length < field.maxItems;
  return html`${field.fields.map((item, index) => {
    const name = localize.term('fieldItem', field.label, index + 1);
    return html`<div class="item">
      ${renderItem({ ...item, readOnly: field.readOnly || item.readOnly }, name, view)}
      ${
        removable
          ? html`<button
              class="icon-button"
              type="button"
              aria-label=${localize.term('fieldRemove', field.label, index + 1)}
              @click=${() => view.remove(field, index)}
            >
              ${closeIcon()}
            </button>`
          : nothing
      }
    </div>`;
  })}
  ${
    extensible
      ? html`<button class="button add" type="button" @click=${() => view.add(field)}>
          ${plusIcon()} ${localize.term('fieldAdd', field.label)}
        </button>`
      : nothing
  }`;
}

/** An item of a list: its control alone, named after the list, or all its fields. */
function renderItem(item: Field, name: string, view: FieldView): TemplateResult {
  if (['group', 'list', 'choices', 'boolean'].includes(item.kind)) return renderOne({ ...item, label: name }, view);
  const problem = view.problemOf(item.pointer);
  const frame: FieldFrame = { id: fieldId(item.pointer), label: name, help: undefined, problem };
  return html`<div class="value">
    ${renderControl(item, frame, view, name)}
    ${problem ? html`<p class="error" id="${frame.id}-problem"><bdi>${problem}</bdi></p>` : nothing}
  </div>`;
}
