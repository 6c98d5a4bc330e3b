import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ApiError } from '../../../contract/error.js';
import type { FormData, FormDefinition } from '../../../contract/form.js';
import type { FieldError } from '../../../contract/problem.js';
import type { common } from '../../../locales/en/common.js';
import type { form } from '../../../locales/en/form.js';
import type { FieldMessage, SchemaFields } from '../../schema-fields/schema-fields.js';
import type { Unsupported } from '../../schema-fields/schema-keywords.js';
import { describeError } from '../describe-error.js';
import { alertIcon } from '../icons.js';
import type { Localize } from '../localize.js';
import { describedBy, renderField } from './field.js';
import { PressController } from './press-controller.js';

export type { FieldMessage, Unsupported };

/** What a form with a name and with fields from a definition needs of its element. */
export interface DraftFormInit {
  localize: Localize<typeof common & typeof form>;
  /** The definition of the fields uses what cannot be shown as meant (SPEC X3). */
  unsupported(found: readonly Unsupported[]): void;
}

interface Summary {
  heading: string;
  note?: string | undefined;
  items: FieldMessage[];
}

const nameId = 'name';
const longestName = 100;

/**
 * A form in the making: its name, which follows a suggestion until it is edited (SPEC A3), the fields of a definition
 * (loaded when there is one), and the summary of what is wrong. What was typed survives everything but {@link reset}.
 */
export class DraftForm {
  readonly #host: LitElement;
  readonly #init: DraftFormInit;
  readonly #press: PressController;
  #suggestion = '';
  #name: string | undefined;
  #nameLeft = false;
  #nameRefused = '';
  #definition: FormDefinition | undefined;
  #data: FormData = {};
  #fields: SchemaFields | undefined;
  #fieldsError: unknown;
  #loading: Promise<void> | undefined;
  #summary: Summary | undefined;

  /** Whether the person has changed anything. An element sets it for what it asks for itself. */
  dirty = false;

  constructor(host: LitElement, init: DraftFormInit) {
    this.#host = host;
    this.#init = init;
    this.#press = new PressController(host);
  }

  /** The name as it would be sent. */
  get name(): string {
    return (this.#name ?? this.#suggestion).trim();
  }

  /** The answers to the definition's fields as they would be sent. */
  get data(): FormData {
    return (this.#definition && this.#fields?.data) ?? {};
  }

  /** Forgets everything that was typed, and starts from what is given. */
  reset(name?: string, data: FormData = {}): void {
    this.dirty = false;
    this.#name = name;
    this.#nameLeft = false;
    this.#nameRefused = '';
    this.#data = data;
    this.#definition = this.#fields = this.#fieldsError = this.#loading = this.#summary = undefined;
    this.#host.requestUpdate();
  }

  /** The name to use as long as nobody edits it. */
  suggest(name: string): void {
    this.#suggestion = name.slice(0, longestName);
  }

  /** Asks for the fields of a definition; what was typed into fields of the same name stays. */
  ask(definition: FormDefinition | undefined): void {
    this.#definition = definition;
    if (!definition) return;
    if (this.#fields) this.#fields.define(definition);
    else if (this.#fieldsError === undefined) this.#loading ??= this.#load();
  }

  /** Everything that is wrong with the name and the fields, in their order; shown at each of them. */
  async check(): Promise<FieldMessage[]> {
    await this.#loading;
    this.#nameLeft = true;
    this.#host.requestUpdate();
    const { localize } = this.#init;
    const refused = this.#nameProblem();
    const name = refused ? [{ controlId: nameId, label: localize.term('formName'), message: refused }] : [];
    if (!this.#definition) return name;
    const missing = { controlId: '', label: '', message: localize.term('formFieldsFailed') };
    return [...name, ...((await this.#fields?.check()) ?? [missing])];
  }

  /** Shows what is wrong at the top and takes the focus there. */
  showProblems(items: FieldMessage[]): void {
    this.#show({ heading: this.#init.localize.term('formProblems', items.length), items });
  }

  /**
   * Shows why the marketplace refused what was sent: at the fields it names, and at the top.
   *
   * @param place finds what the element itself asked for, by the pointer into what was sent.
   */
  showRefusal(error: unknown, place: (problem: FieldError) => FieldMessage | undefined = () => undefined): void {
    const errors = (error as Partial<ApiError> | undefined)?.errors ?? [];
    const inData = errors.filter(({ pointer }) => /^\/data(\/|$)/.test(pointer));
    const placed =
      this.#fields?.place(inData.map(({ pointer, detail }) => ({ pointer: pointer.slice(5), detail }))) ?? [];
    const items = errors.flatMap((problem): FieldMessage[] => {
      const at = inData.indexOf(problem);
      if (at >= 0) return placed.slice(at, at + 1);
      if (problem.pointer === '/name') return [this.#refuseName(problem.detail)];
      return [place(problem) ?? { controlId: '', label: '', message: problem.detail }];
    });
    const { localize } = this.#init;
    if (items.length > 0) this.showProblems(items);
    else this.#show({ heading: describeError(localize, error), note: localize.term('formKept'), items });
  }

  /** Takes the summary away. */
  clearSummary(): void {
    this.#summary = undefined;
    this.#host.requestUpdate();
  }

  /** What is wrong, with a link to each field; nothing while nothing is. */
  renderSummary(): TemplateResult | typeof nothing {
    if (!this.#summary) return nothing;
    const { heading, note, items } = this.#summary;
    return html`<div
      class="notice critical summary"
      part="error-summary"
      id="summary"
      role="group"
      tabindex="-1"
      aria-labelledby="summary-heading"
    >
      <p id="summary-heading">${alertIcon()} <strong>${heading}</strong></p>
      ${note ? html`<p>${note}</p>` : nothing}
      ${
        items.length > 0
          ? html`<ul>
              ${items.map((item) => html`<li>${this.#renderItem(item)}</li>`)}
            </ul>`
          : nothing
      }
    </div>`;
  }

  /** The name's field. */
  renderName(help?: string): TemplateResult {
    const { localize } = this.#init;
    const frame = { id: nameId, label: localize.term('formName'), help, problem: this.#nameProblem() };
    return renderField(
      frame,
      html`<input
        id=${nameId}
        part="control"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${frame.problem ? 'true' : nothing}
        aria-describedby=${describedBy(frame)}
        .value=${this.#name ?? this.#suggestion}
        @input=${this.#handleName}
        @blur=${this.#handleNameLeft}
      />`,
    );
  }

  /** The fields of the definition; nothing if it asks for none. */
  renderFields(): TemplateResult | typeof nothing {
    if (!this.#definition) return nothing;
    const { localize } = this.#init;
    if (this.#fieldsError) {
      return html`<div class="notice critical" role="alert" part="error">
        ${alertIcon()}
        <p>${localize.term('formFieldsFailed')}</p>
        <button class="button" type="button" @click=${() => (this.#loading = this.#load())}>
          ${localize.term('retry')}
        </button>
      </div>`;
    }
    return this.#fields?.render() ?? html`<p class="muted" aria-busy="true">${localize.term('loading')}</p>`;
  }

  async #load(): Promise<void> {
    this.#fieldsError = undefined;
    this.#host.requestUpdate();
    try {
      const { SchemaFields } = await import('../../schema-fields/schema-fields.js');
      if (!this.#definition) return;
      this.#fields = new SchemaFields(this.#host, this.#definition, this.#data, {
        localize: this.#init.localize,
        press: this.#press,
        changed: () => (this.dirty = true),
        unsupported: (found) => this.#init.unsupported(found),
      });
    } catch (error) {
      this.#fieldsError = error;
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #show(summary: Summary): void {
    this.#summary = summary;
    this.#host.requestUpdate();
    this.#focus('summary');
  }

  #renderItem({ controlId, label, message }: FieldMessage): unknown {
    // A label that is a question needs no colon.
    const name = /[\p{L}\p{N})]$/u.test(label) ? `${label}:` : label;
    const text = label ? html`<strong>${name}</strong> ${message}` : message;
    if (!controlId) return text;
    const go = (event: Event): void => {
      // The page's own address stays as it is.
      event.preventDefault();
      this.#focus(controlId);
    };
    return html`<a href="#${controlId}" @click=${go}>${text}</a>`;
  }

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(id)?.focus());
  }

  readonly #handleName = (event: Event): void => {
    this.#name = (event.target as HTMLInputElement).value;
    this.#nameRefused = '';
    this.dirty = true;
    this.#host.requestUpdate();
  };

  readonly #handleNameLeft = async (): Promise<void> => {
    await this.#press.released();
    this.#nameLeft = true;
    this.#host.requestUpdate();
  };

  #refuseName(detail: string): FieldMessage {
    this.#nameRefused = detail;
    return { controlId: nameId, label: this.#init.localize.term('formName'), message: detail };
  }

  #nameProblem(): string | undefined {
    const { localize } = this.#init;
    if (this.#nameRefused) return this.#nameRefused;
    if (!this.#nameLeft) return undefined;
    if (this.name === '') return localize.term('formNameNeeded');
    return this.name.length > longestName ? localize.term('formNameTooLong') : undefined;
  }
}
