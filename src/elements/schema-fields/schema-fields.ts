import type { LitElement, TemplateResult } from 'lit';
import type { FormData, FormDefinition } from '../../contract/form.js';
import type { FieldError } from '../../contract/problem.js';
import { schemaFields } from '../../locales/en/schema-fields.js';
import type { Messages } from '../../locales/locale.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localize } from '../shared/localize.js';
import type { PressController } from '../shared/form/press-controller.js';
import { resolveForm, type Field, type ResolvedForm } from './field-model.js';
import { FormValidator, type FieldProblem } from './field-validation.js';
import { readAt, writeAt, type Draft } from './field-values.js';
import { fieldId, renderFields, type FieldView } from './render-fields.js';
import { schemaFieldsStyles } from './schema-fields.styles.js';
import type { Unsupported } from './schema-keywords.js';

/** One problem as people read it. */
export interface FieldMessage {
  /** The id of the control to go to, in the host's shadow root; empty for the form as a whole. */
  controlId: string;
  label: string;
  message: string;
}

/** What the fields need of the form around them. */
export interface SchemaFieldsInit {
  localize: Localize<Messages>;
  press: PressController;
  /** Something was typed or chosen. */
  changed?: () => void;
  /** The definition uses what no field here can show as meant (SPEC X3). */
  unsupported?: (found: readonly Unsupported[]) => void;
}

/**
 * The fields that a form definition asks for (SPEC A2), rendered into the host's own shadow root so that they belong to
 * its `<form>`. What is typed survives a change of the definition, fields that come and go, and every failure.
 *
 * Fields are checked when they are left and from then on as they change; {@link check} checks all of them.
 */
export class SchemaFields {
  readonly #host: LitElement;
  readonly #init: SchemaFieldsInit;
  readonly #localize: Localize<typeof schemaFields>;
  readonly #touched = new Set<string>();
  #definition: FormDefinition;
  #draft: Draft;
  #form: ResolvedForm;
  #validator: FormValidator | undefined;
  #problems = new Map<string, string>();
  #fromServer = new Map<string, string>();

  constructor(host: LitElement, definition: FormDefinition, data: FormData, init: SchemaFieldsInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(schemaFields);
    this.#definition = definition;
    this.#draft = data;
    this.#form = resolveForm(definition, data);
    adoptStyles(host, [schemaFieldsStyles]);
    this.#report();
  }

  /** What would be sent now. */
  get data(): FormData {
    return this.#form.data;
  }

  /** Asks for other fields; what was typed stays where it still fits. */
  define(definition: FormDefinition): void {
    const isSame = definition === this.#definition || JSON.stringify(definition) === JSON.stringify(this.#definition);
    this.#definition = definition;
    if (isSame) return;
    this.#resolve();
    this.#report();
  }

  /** Checks every field, shows what is wrong, and answers it in the order of the form. */
  async check(): Promise<FieldMessage[]> {
    const validator = await this.#load();
    const problems = validator?.checkForm(this.#definition, this.#form) ?? [];
    for (const field of allFields(this.#form.fields)) this.#touched.add(field.pointer);
    this.#show(problems);
    return problems.map((problem) => this.#describe(problem.pointer, this.#sentence(problem)));
  }

  /**
   * Puts a marketplace's problems at their fields; pointers are into the data. Answers them in order; one without a
   * visible field has no control.
   */
  place(errors: readonly FieldError[]): FieldMessage[] {
    this.#fromServer = new Map(errors.map(({ pointer, detail }) => [this.#visible(pointer), detail]));
    this.#host.requestUpdate();
    return errors.map(({ pointer, detail }) => this.#describe(this.#visible(pointer), detail));
  }

  /** The fields, for the host's template. */
  render(): TemplateResult {
    const view: FieldView = {
      localize: this.#localize,
      problemOf: (pointer) => this.#fromServer.get(pointer) ?? this.#problems.get(pointer),
      change: (pointer, value) => this.#change(pointer, value),
      left: (pointer) => void this.#left(pointer),
      remove: (list, index) => this.#remove(list, index),
      add: (list) => this.#add(list),
    };
    return renderFields(this.#form.fields, view);
  }

  #change(pointer: string, value: unknown): void {
    for (const field of allFields(this.#form.fields)) {
      // What is still a default around the field becomes part of the draft, or the other values of it would be lost.
      if (!pointer.startsWith(`${field.pointer}/`) || readAt(this.#draft, field.pointer) !== undefined) continue;
      this.#draft = writeAt(
        this.#draft,
        field.pointer,
        field.kind === 'list' ? field.value : (field.schema['default'] ?? {}),
      );
    }
    this.#draft = writeAt(this.#draft, pointer, value);
    // The marketplace judged the old value.
    this.#fromServer.delete(pointer);
    this.#resolve();
    this.#init.changed?.();
  }

  #add(list: Field): void {
    const items = list.value as unknown[];
    this.#change(list.pointer, [...items, undefined]);
    this.#focus(`${list.pointer}/${items.length}`);
  }

  #remove(list: Field, index: number): void {
    const items = (list.value as unknown[]).filter((_, at) => at !== index);
    for (const pointer of this.#touched) if (pointer.startsWith(`${list.pointer}/`)) this.#touched.delete(pointer);
    this.#change(list.pointer, items);
    this.#focus(items.length > 0 ? `${list.pointer}/${Math.min(index, items.length - 1)}` : list.pointer);
  }

  async #left(pointer: string): Promise<void> {
    await this.#init.press.released();
    await this.#load();
    if (!this.#host.isConnected || this.#touched.has(pointer)) return;
    this.#touched.add(pointer);
    this.#recheck();
  }

  /** Without the validator nothing is checked here: the marketplace checks it all again. */
  async #load(): Promise<FormValidator | undefined> {
    return (this.#validator ??= await FormValidator.load().catch(() => undefined));
  }

  #resolve(): void {
    this.#form = resolveForm(this.#definition, this.#draft);
    this.#recheck();
    this.#host.requestUpdate();
  }

  /** Checks again what has been left before. */
  #recheck(): void {
    const validator = this.#validator;
    if (validator) this.#show(this.#form.fields.flatMap((field) => validator.checkField(field)));
  }

  #show(problems: readonly FieldProblem[]): void {
    const shown = problems.filter(({ pointer }) => this.#touched.has(pointer));
    this.#problems = new Map(shown.map((problem) => [problem.pointer, this.#sentence(problem)]));
    this.#host.requestUpdate();
  }

  #describe(pointer: string, message: string): FieldMessage {
    const field = allFields(this.#form.fields).find((one) => one.pointer === pointer);
    return { controlId: field ? fieldId(pointer) : '', label: field?.label ?? '', message };
  }

  /** The pointer of the visible field that holds what a pointer names: itself or the nearest one around it. */
  #visible(pointer: string): string {
    const pointers = allFields(this.#form.fields).map((field) => field.pointer);
    let at = pointer;
    while (at && !pointers.includes(at)) at = at.slice(0, at.lastIndexOf('/'));
    return at;
  }

  #sentence({ pointer, keyword, limit }: FieldProblem): string {
    const field = allFields(this.#form.fields).find((one) => one.pointer === pointer);
    const kind = field?.kind ?? '';
    if (field?.kind === 'boolean') return this.#localize.term('problem-agree');
    const key = `problem-${keyword}`;
    const value = typeof limit === 'number' ? limit.toLocaleString(this.#localize.language) : String(limit);
    const keys = [`${key}-${keyword === 'format' ? value : kind}`, key];
    const known = keys.find((one) => Object.hasOwn(schemaFields, one));
    return known ? this.#localize.term(known as 'problem-minLength', value) : this.#localize.term('problemUnknown');
  }

  #focus(pointer: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(fieldId(pointer))?.focus());
  }

  #report(): void {
    if (this.#form.unsupported.length > 0) this.#init.unsupported?.(this.#form.unsupported);
  }
}

const allFields = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...allFields(field.fields)]);
