import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Credential } from '../../../contract/credential.js';
import type { Marketplace } from '../../../contract/marketplace.js';
import type { HeldSecret } from '../held-secret.js';
import { codeIcon } from '../icons.js';
import type { SecretReveal } from '../secret-reveal.js';
import type { SnippetSection, SnippetSectionInit } from './snippet-section.js';

/** Offers an example call; loads it when it is asked for, and shuts it again. */
export class SnippetController implements ReactiveController {
  readonly #host: SecretReveal;
  readonly #init: SnippetSectionInit;
  readonly #failed: () => void;
  #section: SnippetSection | undefined;

  /** @param failed - Called when it could not be loaded. */
  constructor(host: SecretReveal, init: SnippetSectionInit, failed: () => void) {
    this.#host = host;
    this.#init = init;
    this.#failed = failed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.shut();
  }

  /** Shuts it: another credential begins without it. */
  shut(): void {
    this.#section?.stop();
    this.#section = undefined;
    this.#host.requestUpdate();
  }

  /** Reads again what could not be read. */
  retry(): void {
    this.#section?.retry();
  }

  /** The button and, once it was pressed, the example; `held` are the values while the secret is revealed. */
  render(marketplace: Marketplace, credential: Credential, held: HeldSecret | undefined): TemplateResult {
    return html`<div class="snippets">
      <button
        class="button quiet"
        type="button"
        aria-expanded=${this.#section !== undefined}
        @click=${() => void this.#toggle(marketplace, credential, held)}
      >
        ${codeIcon()}${this.#init.localize.term('secretSnippet')}
      </button>
      ${this.#section?.render(credential, held) ?? nothing}
    </div>`;
  }

  async #toggle(marketplace: Marketplace, credential: Credential, held: HeldSecret | undefined): Promise<void> {
    if (this.#section) {
      if (held) held.isInSnippet = false;
      return this.shut();
    }
    try {
      const { SnippetSection } = await import('./snippet-section.js');
      if (this.#section || !this.#host.isConnected) return;
      this.#section = new SnippetSection(this.#host, this.#init);
      this.#section.open(marketplace, credential.resources);
    } catch {
      this.#failed();
    }
  }
}
