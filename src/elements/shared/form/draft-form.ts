import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ApiError } from '../../../contract/error.js';
import type { FormData, FormDefinition } from '../../../contract/form.js';
import type { FieldError } from '../../../contract/problem.js';
import type { common } from '../../../locales/en/common.js';
import type { form } from '../../../locales/en/form.js';
import type { Answer } from '../../schema-fields/answers.js';
import type { FieldMessage, SchemaFields } from '../../schema-fields/schema-fields.js';
import type { Unsupported } from '../../schema-fields/schema-keywords.js';
import { describeError } from '../describe-error.js';
import { alertIcon } from '../icons.js';
import type { Localize } from '../localize.js';
import { clip } from './clip.js';
import { describedBy, renderField } from './field.js';
import { PressController } from './press-controller.js';

export type { FieldMessage, Unsupported };

/** What a form with a name and with fields from a definition needs of its element. */
export interface DraftFormInit {
  localize: Localize<typeof common & typeof form>;
  /** The definition of the fields uses what cannot be shown as meant (SPEC X3). */
  unsupported(found: readonly Unsupported[]): void;
  /** Brings a control into view that may stand in another step of the form. */
  reveal?: (controlId: string) => void;
}

/** What went wrong; in words only when it is shown, in the language that the page then has. */
interface Summary {
  error?: unknown;
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
  #nameRefused: FieldError | undefined;
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

  /** Whether the name is another than the suggested one because the person wrote it. */
  get named(): boolean {
    return this.#name !== undefined;
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
    this.#nameRefused = undefined;
    this.#data = data;
    this.#definition = this.#fields = this.#fieldsError = this.#loading = this.#summary = undefined;
    this.#host.requestUpdate();
  }

  /** The name to use as long as nobody edits it: with a number, where it is one of those that are taken. */
  suggest(name: string, taken: readonly string[] = []): void {
    // What a sentence isolates of its values is no part of a name.
    const bare = name.replace(/[\u2068\u2069]/g, '').slice(0, longestName);
    this.#suggestion = bare;
    for (let number = 2; taken.includes(this.#suggestion); number++) {
      this.#suggestion = `${bare.slice(0, longestName - 4)} ${number}`;
    }
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
    // What the marketplace refused before may be fine by now: it judges again.
    this.#nameRefused = undefined;
    const name = this.#nameProblem() ? [this.message(nameId, 'formName', () => this.#nameProblem() ?? '')] : [];
    if (!this.#definition) return name;
    const missing = this.message('', undefined, () => this.#init.localize.term('formFieldsFailed'));
    return [...name, ...((await this.#fields?.check()) ?? [missing])];
  }

  /** What was answered to the definition's fields so far, as people read it. */
  get answers(): Answer[] {
    return (this.#definition && this.#fields?.answers) ?? [];
  }

  /** One problem, in words only when they are shown. Without a `label` it stands for the form as a whole. */
  message(controlId: string, label: string | undefined, message: () => string): FieldMessage {
    const { localize } = this.#init;
    return {
      controlId,
      get label() {
        return label === undefined ? '' : (localize.find(label) ?? '');
      },
      get message() {
        return message();
      },
    };
  }

  /** What the marketplace says of a field: by its word for it where there is a sentence, else as it says it. */
  sentence({ reason = '', detail }: FieldError): string {
    return this.#init.localize.find(`field-${reason}`) ?? this.#init.localize.find(`reason-${reason}`) ?? detail;
  }

  /** Shows what is wrong at the top and takes the focus there. */
  showProblems(items: FieldMessage[]): void {
    this.#show({ items });
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
      this.#fields?.place(inData.map((problem) => ({ ...problem, pointer: problem.pointer.slice(5) }))) ?? [];
    const items = errors.flatMap((problem): FieldMessage[] => {
      const at = inData.indexOf(problem);
      if (at >= 0) return placed.slice(at, at + 1);
      if (problem.pointer === '/name') return [this.#refuseName(problem)];
      return [place(problem) ?? this.message('', undefined, () => this.sentence(problem))];
    });
    this.#show({ error: items.length > 0 ? undefined : error, items });
  }

  /** Takes the summary away. */
  clearSummary(): void {
    this.#summary = undefined;
    this.#host.requestUpdate();
  }

  /** Takes away why it could not be sent; what is wrong with a field stays. */
  clearError(): void {
    if (this.#summary?.items.length === 0) this.clearSummary();
  }

  /** What is wrong, with a link to each field; nothing while nothing is. */
  renderSummary(): TemplateResult | typeof nothing {
    if (!this.#summary) return nothing;
    const { error, items } = this.#summary;
    const { localize } = this.#init;
    const heading = items.length > 0 ? localize.term('formProblems', items.length) : describeError(localize, error);
    return html`<div
      class="notice critical summary"
      part="error-summary"
      id="summary"
      role="group"
      tabindex="-1"
      aria-labelledby="summary-heading"
    >
      <p id="summary-heading">${alertIcon()} <strong>${heading}</strong></p>
      ${items.length > 0 ? nothing : html`<p>${localize.term('formKept')}</p>`}
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
    const [first] = summary.items;
    if (first) this.#init.reveal?.(first.controlId);
    this.#host.requestUpdate();
    this.#focus('summary');
  }

  #renderItem({ controlId, label, message }: FieldMessage): unknown {
    // A label that is a question needs no colon. One that has got one stands before it in the direction of the page.
    const shown = clip(label);
    const name = /[\p{L}\p{N})]$/u.test(shown) ? `${shown}:` : html`<bdi>${shown}</bdi>`;
    const text = label ? html`<strong>${name}</strong> <bdi>${message}</bdi>` : html`<bdi>${message}</bdi>`;
    if (!controlId) return text;
    const go = (event: Event): void => {
      // The page's own address stays as it is.
      event.preventDefault();
      this.#init.reveal?.(controlId);
      this.#focus(controlId);
    };
    return html`<a href="#${controlId}" @click=${go}><span>${text}</span></a>`;
  }

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.getElementById(id)?.focus());
  }

  readonly #handleName = (event: Event): void => {
    this.#name = (event.target as HTMLInputElement).value;
    this.#nameRefused = undefined;
    this.dirty = true;
    this.#host.requestUpdate();
  };

  readonly #handleNameLeft = async (): Promise<void> => {
    await this.#press.released();
    this.#nameLeft = true;
    this.#host.requestUpdate();
  };

  #refuseName(problem: FieldError): FieldMessage {
    this.#nameRefused = problem;
    return this.message(nameId, 'formName', () => this.sentence(problem));
  }

  #nameProblem(): string | undefined {
    const { localize } = this.#init;
    if (this.#nameRefused) return this.sentence(this.#nameRefused);
    if (!this.#nameLeft) return undefined;
    if (this.name === '') return localize.term('formNameNeeded');
    return this.name.length > longestName ? localize.term('formNameTooLong') : undefined;
  }
}
