import { html, type LitElement, type TemplateResult } from 'lit';
import type { Grant, GrantChoice, GrantOption } from '../../contract/grant.js';
import type { FieldError } from '../../contract/problem.js';
import type { common } from '../../locales/en/common.js';
import type { form } from '../../locales/en/form.js';
import type { FieldMessage } from '../shared/form/draft-form.js';
import { alertIcon } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import type { GrantsField } from './grants-field.js';

/** The {@link GrantsField} of a form, loaded with the first grants there are. */
export class GrantsLoader {
  readonly #host: LitElement;
  readonly #localize: Localize<typeof common & typeof form>;
  readonly #changed: () => void;
  #field: GrantsField | undefined;
  #granted: readonly Grant[] = [];
  #options: readonly GrantOption[] = [];
  #loading: Promise<void> | undefined;
  #failed = false;

  constructor(host: LitElement, localize: Localize<typeof common & typeof form>, changed: () => void) {
    this.#host = host;
    this.#localize = localize;
    this.#changed = changed;
  }

  /** Starts over from what is granted. */
  reset(granted: readonly Grant[] = []): void {
    this.#granted = granted;
    this.#field?.reset(granted);
  }

  /** What is granted has become something else: what was changed here stays, the rest follows. */
  rebase(granted: readonly Grant[] = []): void {
    this.#granted = granted;
    this.#field?.rebase(granted);
  }

  /** Whether what is chosen is something else than what is granted. */
  get changed(): boolean {
    return this.#field?.changed ?? false;
  }

  /** Sets what can be granted. What is chosen stays. */
  define(options: readonly GrantOption[]): void {
    this.#options = options;
    if (this.#field) this.#field.define(options);
    else if (!this.#failed) this.#loading ??= this.#load();
  }

  /** The grants as they would be sent. */
  get choices(): GrantChoice[] {
    return this.#field?.choices ?? [];
  }

  /** Everything that is missing. */
  async check(): Promise<FieldMessage[]> {
    await this.#loading;
    const message = this.#localize.term('formFieldsFailed');
    return this.#field?.check() ?? [{ controlId: '', label: '', message }];
  }

  /** Shows what the marketplace says of a part. */
  place(problem: FieldError, message: () => string): FieldMessage | undefined {
    return this.#field?.place(problem, message);
  }

  render(): TemplateResult {
    if (!this.#failed)
      return this.#field?.render() ?? html`<p class="muted" aria-busy="true">${this.#localize.term('loading')}</p>`;
    return html`<div class="notice critical" role="alert" part="error">
      ${alertIcon()}
      <p>${this.#localize.term('formFieldsFailed')}</p>
      <button class="button" type="button" @click=${() => (this.#loading = this.#load())}>
        ${this.#localize.term('retry')}
      </button>
    </div>`;
  }

  async #load(): Promise<void> {
    this.#failed = false;
    this.#host.requestUpdate();
    try {
      const { GrantsField } = await import('./grants-field.js');
      this.#field = new GrantsField(this.#host, this.#localize, this.#changed);
      this.#field.reset(this.#granted);
      this.#field.define(this.#options);
    } catch {
      this.#failed = true;
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }
}
