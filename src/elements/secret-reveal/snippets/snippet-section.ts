import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import type { Marketplace } from '../../../contract/marketplace.js';
import type { CredentialType, Resource } from '../../../contract/product.js';
import type { Ref } from '../../../contract/primitives.js';
import { secretSnippets } from '../../../locales/en/secret-snippets.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import type { Announcer } from '../../shared/announcer.js';
import type { CopyController } from '../../shared/copy-controller.js';
import { errorPanel } from '../../shared/error-panel.js';
import { checkIcon, copyIcon, progressIcon } from '../../shared/icons.js';
import { selectText } from '../../shared/select-text.js';
import { fieldStyles } from '../../shared/styles/field.styles.js';
import { guardedStyles } from '../../shared/styles/guarded.styles.js';
import type { HeldSecret } from '../held-secret.js';
import { SecretCopiedEvent, SecretCopyFailedEvent } from '../secret-events.js';
import { guardedText } from '../secret-field.js';
import type { SecretWords } from '../secret-phase.js';
import type { SecretReveal } from '../secret-reveal.js';
import { assertionPlaceholder } from '../../../snippets/call-plan.js';
import { callSnippet, snippetLanguages, type SnippetLanguage } from '../../../snippets/call-snippet.js';
import { snippetStyles } from './snippet-section.styles.js';

/** What the section needs of the element it is shown in. */
export interface SnippetSectionInit {
  localize: SecretWords;
  announcer: Announcer;
  copy: CopyController;
}

const copyKey = 'snippet';

/** An example call with a credential, in a language of the person's choice (SPEC S8). Loaded when it is asked for. */
export class SnippetSection {
  readonly #host: SecretReveal;
  readonly #init: SnippetSectionInit;
  readonly #localize;
  readonly #reading: Task<readonly [Marketplace, string], Resource>;
  #marketplace: Marketplace | undefined;
  #resourceId: string | undefined;
  #notice: string | undefined;
  #language: SnippetLanguage = 'curl';

  constructor(host: SecretReveal, init: SnippetSectionInit) {
    this.#host = host;
    this.#init = init;
    this.#localize = init.localize.with(secretSnippets);
    adoptStyles(host, [fieldStyles, guardedStyles, snippetStyles]);
    this.#reading = new Task(host, {
      autoRun: false,
      task: ([marketplace, id], { signal }) => marketplace.resources.get(id, {}, { signal }),
    });
  }

  /** Reads how the credential is carried, unless that is known. */
  open(marketplace: Marketplace, resources: readonly Ref[]): void {
    const id = resources.some((one) => one.id === this.#resourceId) ? this.#resourceId : resources[0]?.id;
    if (id === undefined || (marketplace === this.#marketplace && id === this.#resourceId && !this.#error)) return;
    this.#marketplace = marketplace;
    this.#resourceId = id;
    void this.#reading.run([marketplace, id]);
  }

  /** Reads again what could not be read. */
  retry(): void {
    if (!this.#marketplace || this.#resourceId === undefined || this.#error === undefined) return;
    this.open(this.#marketplace, [{ id: this.#resourceId, name: '' }]);
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#reading.abort();
    this.#host.removeController(this.#reading);
    this.#marketplace = this.#notice = undefined;
  }

  get #resource(): Resource | undefined {
    return this.#reading.status === TaskStatus.COMPLETE ? this.#reading.value : undefined;
  }

  /** Why it could not be read. */
  get #error(): unknown {
    return this.#reading.status === TaskStatus.ERROR ? this.#reading.error : undefined;
  }

  /** The section; `held` are the values while the secret is revealed. */
  render(credential: Credential, held: HeldSecret | undefined): TemplateResult {
    const type = this.#resource && typeOf(this.#resource, credential);
    const code = this.#resource && type && this.#codeOf(this.#resource, type, credential, held);
    const isUnknown = this.#resource !== undefined && code === undefined;
    return html`<section
      class="step snippet-section"
      aria-label=${this.#localize.term('snippetHeading')}
      part="snippet"
    >
      <div class="snippet-head">
        <div class="snippet-choices">
          ${this.#renderResources(credential)} ${isUnknown ? nothing : this.#renderLanguages()}
        </div>
        ${
          code === undefined
            ? nothing
            : html`<button class="button" type="button" @click=${() => void this.#handleCopy(code, held)}>
                ${this.#init.copy.copied === copyKey ? checkIcon() : copyIcon()}${this.#localize.term('snippetCopy')}
              </button>`
        }
      </div>
      ${this.#notice === undefined ? nothing : html`<p role="alert">${this.#notice}</p>`}
      ${type && code !== undefined ? this.#renderCode(code, type, held) : this.#renderNone(credential)}
    </section>`;
  }

  /** Why there is no example: it is on its way, it could not be read, there is none. */
  #renderNone({ resources }: Credential): TemplateResult {
    if (this.#error !== undefined) return errorPanel(this.#localize, this.#error, () => this.retry());
    if (this.#resource || resources.length === 0) return html`<p>${this.#localize.term('snippetNone')}</p>`;
    return html`<p class="busy spin muted" aria-busy="true">${progressIcon()}${this.#localize.term('loading')}</p>`;
  }

  #renderCode(code: string, { kind, scheme }: CredentialType, held: HeldSecret | undefined): TemplateResult {
    const language = snippetLanguages.find(([id]) => id === this.#language)?.[1] ?? '';
    return html`<pre
        class="snippet"
        tabindex="0"
        role="region"
        dir="ltr"
        aria-label=${this.#localize.term('snippetIn', language)}
      >
${guardedText(code, 'snippet', '')}</pre>
      ${
        kind === 'oauth-public-key'
          ? html`<p class="muted">
              ${this.#localize.term('snippetAssertion', assertionPlaceholder, scheme.tokenUrl ?? '')}
            </p>`
          : nothing
      }
      ${this.#renderReal(held, held?.isInSnippet ?? false)}`;
  }

  #renderReal(held: HeldSecret | undefined, isReal: boolean): TemplateResult {
    const hint = this.#localize.term(isReal ? 'snippetRealHint' : 'snippetPlaceholder');
    if (!held?.fields.some(({ secret }) => secret)) return html`<p class="muted">${hint}</p>`;
    return html`<div>
      <label class="stored">
        <input
          type="checkbox"
          aria-describedby="snippet-real-hint"
          .checked=${isReal}
          @change=${() => (held.isInSnippet = !isReal)}
        />
        ${this.#localize.term('snippetReal')}
      </label>
      <p class="muted" id="snippet-real-hint">${hint}</p>
    </div>`;
  }

  #renderResources({ resources }: Credential): unknown {
    if (resources.length < 2) return nothing;
    return this.#renderChoice(
      'snippet-resource',
      this.#localize.term('snippetResource'),
      resources.map(({ id, name }) => [id, name]),
      this.#resourceId,
      (id) => this.#marketplace && this.open(this.#marketplace, [{ id, name: '' }]),
    );
  }

  #renderLanguages(): TemplateResult {
    return this.#renderChoice(
      'snippet-language',
      this.#localize.term('snippetLanguage'),
      snippetLanguages,
      this.#language,
      (language) => {
        this.#language = language as SnippetLanguage;
        this.#host.requestUpdate();
      },
    );
  }

  #renderChoice(
    id: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string | undefined,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
      </select>
    </div>`;
  }

  #codeOf(
    { baseUrl }: Resource,
    { scheme, kind }: CredentialType,
    { identifiers }: Credential,
    held: HeldSecret | undefined,
  ): string | undefined {
    const isReal = held?.isInSnippet ?? false;
    const secret = held?.fields.find((field) => field.secret);
    return callSnippet({
      language: this.#language,
      url: URL.canParse(baseUrl, document.baseURI) ? new URL(baseUrl, document.baseURI).href : baseUrl,
      scheme: {
        ...scheme,
        tokenUrl: scheme.tokenUrl && (URL.parse(scheme.tokenUrl, document.baseURI)?.href ?? scheme.tokenUrl),
      },
      kind,
      // What identifies an API key is the beginning of the key itself: nothing to call with.
      id: kind === 'api-key' ? undefined : identifiers[0]?.value,
      secret: isReal ? secret?.value.reveal() : undefined,
    });
  }

  async #handleCopy(code: string, held: HeldSecret | undefined): Promise<void> {
    const { announcer, copy } = this.#init;
    const isReal = held?.isInSnippet ?? false;
    const { credentialId = '' } = this.#host;
    held?.extend();
    if (await copy.copy(copyKey, code)) {
      this.#notice = undefined;
      announcer.announce(this.#localize.term('snippetCopied'));
      if (!isReal) return;
      held?.stored();
      this.#host.dispatchEvent(new SecretCopiedEvent({ credentialId, field: copyKey }));
      return;
    }
    this.#notice = this.#localize.term('copyFailed');
    const embedded = window.parent !== window;
    this.#host.dispatchEvent(new SecretCopyFailedEvent({ credentialId, field: copyKey, embedded }));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const shown = this.#host.renderRoot.querySelector('#snippet');
    if (shown) selectText(shown);
  }
}

/** The type of a credential as a resource has it; of that kind, where the resource calls it otherwise. */
const typeOf = ({ credentialTypes }: Resource, { type }: Credential): CredentialType | undefined =>
  credentialTypes.find(({ id }) => id === type.id) ?? credentialTypes.find(({ kind }) => kind === type.kind);
