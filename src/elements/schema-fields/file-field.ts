import { html, nothing, type TemplateResult } from 'lit';
import type { schemaFields } from '../../locales/en/schema-fields.js';
import { describedBy, type FieldFrame } from '../shared/form/field.js';
import { closeIcon, icon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import type { Field } from './field-model.js';
import { fileSize } from './file-size.js';
import { acceptedTypes, mostBytes, type FileFacts } from './file-value.js';

/** What the template of a file needs of the fields around it. */
export interface FileView {
  localize: Localize<typeof schemaFields>;
  /** What is known of the file besides its content. */
  factsOf(value: string): FileFacts | undefined;
  /** Whether a file for this field is being read. */
  isReading(pointer: string): boolean;
  pick(field: Field, file: File): void;
  change(pointer: string, value: unknown): void;
  left(pointer: string): void;
}

const fileIcon = (): TemplateResult =>
  icon('M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7zM14 2v4a2 2 0 0 0 2 2h4');

const uploadIcon = (): TemplateResult => icon('M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M17 8l-5-5-5 5M12 3v12');

/** Which files are taken, in words. */
export function fileHelp(localize: FileView['localize'], { schema }: Field): string {
  const accepted = acceptedTypes(schema);
  const most = fileSize(localize.language, mostBytes(schema));
  return accepted.length > 0 ? localize.term('fileKinds', accepted.join(', '), most) : localize.term('fileLimit', most);
}

/**
 * A file: chosen with the keyboard or a pointer, or dropped. What was chosen is shown by name and size, can be replaced
 * and removed. The native control is there for assistive technology and the keyboard, but not to be seen: it would show
 * its own words, and forget what was chosen before. The words to be seen instead are a part of its name.
 */
export function renderFile(field: Field, frame: FieldFrame, view: FileView, name?: string): TemplateResult {
  const { localize } = view;
  const value = field.value as string;
  const facts = value === '' ? undefined : view.factsOf(value);
  const isReading = view.isReading(field.pointer);
  const take = (files: FileList | null | undefined): void => {
    const [file] = files ?? [];
    if (file && !field.readOnly) view.pick(field, file);
  };
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    take(input.files);
    // The same file can be chosen again, after it was removed or has changed.
    input.value = '';
  };
  const over = (event: DragEvent): void => {
    if (field.readOnly || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).toggleAttribute('data-over', event.type === 'dragover');
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).removeAttribute('data-over');
    take(event.dataTransfer?.files);
  };
  const remove = (event: Event): void => {
    const zone = (event.currentTarget as HTMLElement).closest('.file');
    view.change(field.pointer, '');
    view.left(field.pointer);
    // The button goes with the file.
    zone?.querySelector('input')?.focus();
  };
  return html`<div
    class="file ${frame.problem ? 'amiss' : ''}"
    part="file"
    aria-busy=${isReading}
    @dragover=${over}
    @dragleave=${(event: DragEvent) => (event.currentTarget as HTMLElement).removeAttribute('data-over')}
    @drop=${drop}
  >
    ${
      value === ''
        ? nothing
        : html`<div class="chosen">
            ${fileIcon()}
            <span class="file-name" id="${frame.id}-file"
              ><bdi>${facts?.name || localize.term('fileNameless')}</bdi></span
            >
            <span class="muted">${fileSize(localize.language, facts?.size ?? 0)}</span>
            ${
              field.readOnly
                ? nothing
                : html`<button
                    class="icon-button"
                    type="button"
                    aria-label=${localize.term('fileRemove', name ?? field.label)}
                    @click=${remove}
                  >
                    ${closeIcon()}
                  </button>`
            }
          </div>`
    }
    <div class="pick" ?hidden=${field.readOnly}>
      ${name === undefined ? nothing : html`<label class="visually-hidden" for=${frame.id}>${name}</label>`}
      <input
        id=${frame.id}
        part="control"
        class="visually-hidden"
        type="file"
        accept=${acceptedTypes(field.schema).join(',') || nothing}
        ?disabled=${field.readOnly}
        aria-invalid=${frame.problem ? 'true' : nothing}
        aria-describedby=${[describedBy(frame), value === '' ? '' : `${frame.id}-file`].filter((id) => typeof id === 'string' && id).join(' ') || nothing}
        @change=${choose}
        @blur=${() => view.left(field.pointer)}
      />
      <label class="button" for=${frame.id}>
        ${uploadIcon()} ${localize.term(isReading ? 'fileReading' : value === '' ? 'fileChoose' : 'fileReplace')}
      </label>
      <span class="muted" aria-hidden="true">${localize.term('fileDrop')}</span>
    </div>
  </div>`;
}
