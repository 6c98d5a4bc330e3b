import type { LitElement, TemplateResult } from 'lit';
import type { FormData, FormDefinition } from '../../contract/form.js';
import type { FieldError } from '../../contract/problem.js';
import { schemaFields } from '../../locales/en/schema-fields.js';
import type { Messages } from '../../locales/locale.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localize } from '../shared/localize.js';
import type { PressController } from '../shared/form/press-controller.js';
import { answersOf, type Answer } from './answers.js';
import { resolveForm, type Field, type ResolvedForm } from './field-model.js';
import { problemSentence, refusalSentence } from './field-sentences.js';
import { FormValidator, type FieldProblem } from './field-validation.js';
import { readAt, writeAt, type Draft } from './field-values.js';
import { factsOf, objectionTo, readFile } from './file-value.js';
import { fieldId, renderFields, type FieldView } from './render-fields.js';
import { schemaFieldsStyles } from './schema-fields.styles.js';
import type { Unsupported } from './schema-keywords.js';
import { translatedSchema } from './translated-form.js';

/** One problem as people read it, in the language that the page has when it is read. */
export interface FieldMessage {
  /** The id of the control to go to, in the host's shadow root; empty for the form as a whole. */
  readonly controlId: string;
  readonly label: string;
  readonly message: string;
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
  #language: string;
  #draft: Draft;
  #form: ResolvedForm;
  #byPointer: ReadonlyMap<string, Field>;
  #validator: FormValidator | undefined;
  #problems = new Map<string, FieldProblem>();
  #fromServer = new Map<string, FieldError>();
  /** What is wrong with a file that was chosen and not taken. */
  #objections = new Map<string, FieldProblem>();
  /** The files that are being read, by the field they are for. */
  #reading = new Map<string, Promise<void>>();
  /** What files are called whose value does not say it. */
  #fileNames = new Map<string, string>();

  constructor(host: LitElement, definition: FormDefinition, data: FormData, init: SchemaFieldsInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(schemaFields);
    this.#definition = definition;
    this.#draft = data;
    this.#language = this.#localize.wanted;
    this.#form = this.#resolved();
    this.#byPointer = byPointer(this.#form.fields);
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

  /** What was answered so far, as people read it. */
  get answers(): Answer[] {
    const { language } = this.#localize;
    const words = {
      yes: this.#localize.term('fieldYes'),
      no: this.#localize.term('fieldNo'),
      hidden: this.#localize.term('fieldHidden'),
      language,
    };
    return answersOf({ ...this.#definition, translations: undefined, schema: this.#schema }, this.data, words);
  }

  /** Checks every field, shows what is wrong, and answers it in the order of the form. */
  async check(): Promise<FieldMessage[]> {
    await Promise.all(this.#reading.values());
    const validator = await this.#load();
    const problems = validator?.checkForm(this.#definition, this.#form) ?? [];
    for (const pointer of this.#byPointer.keys()) this.#touched.add(pointer);
    this.#show(problems);
    return problems.map((problem) => this.#describe(problem.pointer, (field) => this.#sentence(problem, field)));
  }

  /**
   * Puts a marketplace's problems at their fields; pointers are into the data. Answers them in order; one without a
   * visible field has no control.
   */
  place(errors: readonly FieldError[]): FieldMessage[] {
    this.#fromServer = new Map(errors.map((error) => [this.#visible(error.pointer), error]));
    this.#host.requestUpdate();
    return errors.map((error) =>
      this.#describe(this.#visible(error.pointer), (field) => refusalSentence(this.#localize, error, field)),
    );
  }

  /** The fields, for the host's template. */
  render(): TemplateResult {
    if (this.#localize.wanted !== this.#language) {
      this.#language = this.#localize.wanted;
      this.#resolve();
    }
    const view: FieldView = {
      localize: this.#localize,
      problemOf: (pointer) => this.#problemOf(pointer),
      factsOf: (value) => {
        const facts = factsOf(value);
        return facts && { ...facts, name: facts.name || (this.#fileNames.get(value) ?? '') };
      },
      isReading: (pointer) => this.#reading.has(pointer),
      pick: (field, file) => this.#pick(field, file),
      change: (pointer, value) => this.#change(pointer, value),
      left: (pointer) => void this.#left(pointer),
      remove: (list, index) => this.#remove(list, index),
      add: (list) => this.#add(list),
    };
    return renderFields(this.#form.fields, view);
  }

  get #schema(): FormDefinition['schema'] {
    return translatedSchema(this.#definition, this.#language);
  }

  #resolved(): ResolvedForm {
    return resolveForm({ ...this.#definition, schema: this.#schema }, this.#draft);
  }

  #problemOf(pointer: string): string | undefined {
    const field = this.#byPointer.get(pointer);
    const refusal = this.#fromServer.get(pointer);
    if (refusal) return refusalSentence(this.#localize, refusal, field);
    const problem = this.#objections.get(pointer) ?? this.#problems.get(pointer);
    return problem && this.#sentence(problem, field);
  }

  /** Takes a file that was chosen: what it is replaces stays until it has been read, and if it cannot be. */
  #pick(field: Field, file: File): void {
    const { pointer, schema } = field;
    this.#objections.delete(pointer);
    const objection = objectionTo(schema, file);
    if (objection) this.#objections.set(pointer, { pointer, ...objection });
    else {
      const reading = readFile(schema, file).then(
        (value) => {
          if (this.#reading.get(pointer) !== reading) return;
          this.#fileNames.set(value, file.name);
          this.#change(pointer, value);
        },
        () => {
          this.#objections.set(pointer, { pointer, keyword: 'file-unreadable' });
        },
      );
      this.#reading.set(pointer, reading);
      void reading.then(() => {
        if (this.#reading.get(pointer) === reading) this.#reading.delete(pointer);
        this.#host.requestUpdate();
      });
    }
    this.#host.requestUpdate();
  }

  #change(pointer: string, value: unknown): void {
    for (const field of this.#byPointer.values()) {
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
    this.#objections.delete(pointer);
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
    // What is known of an item by its place is no longer known.
    for (const known of [this.#touched, this.#reading, this.#objections, this.#fromServer])
      for (const pointer of known.keys()) if (pointer.startsWith(`${list.pointer}/`)) known.delete(pointer);
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
    this.#form = this.#resolved();
    this.#byPointer = byPointer(this.#form.fields);
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
    this.#problems = new Map(shown.map((problem) => [problem.pointer, problem]));
    this.#host.requestUpdate();
  }

  #describe(pointer: string, sentence: (field: Field | undefined) => string): FieldMessage {
    const find = (): Field | undefined => this.#byPointer.get(pointer);
    return {
      controlId: find() ? fieldId(pointer) : '',
      get label() {
        return find()?.label ?? '';
      },
      get message() {
        return sentence(find());
      },
    };
  }

  /** The pointer of the visible field that holds what a pointer names: itself or the nearest one around it. */
  #visible(pointer: string): string {
    let at = pointer;
    while (at && !this.#byPointer.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    return at;
  }

  #sentence(problem: FieldProblem, field: Field | undefined): string {
    return problemSentence(this.#localize, problem, field);
  }

  #focus(pointer: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(fieldId(pointer))?.focus());
  }

  #report(): void {
    if (this.#form.unsupported.length > 0) this.#init.unsupported?.(this.#form.unsupported);
  }
}

/** Every field at any depth, in the order of the form. */
function byPointer(fields: readonly Field[], found = new Map<string, Field>()): Map<string, Field> {
  for (const field of fields) byPointer(field.fields, found.set(field.pointer, field));
  return found;
}
