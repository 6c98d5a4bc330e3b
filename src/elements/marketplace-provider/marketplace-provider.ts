import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { marketplaceContext } from '../shared/marketplace-context.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import type { Token } from '../shared/shared-client.js';

/**
 * @summary Gives every element inside it one Marketplace.
 *
 * Wrap a page or a part of it, say where the marketplace is, and hand over a token; the elements inside need nothing
 * else. It takes no space of its own in the layout. Providers may be nested: the nearest one counts.
 *
 * @slot - Anything; the elements in it, however deep, use this Marketplace.
 *
 * @example
 * <marketplace-provider base-url="/api/v1">
 *   <credential-list application-id="app-1"></credential-list>
 * </marketplace-provider>
 */
export class MarketplaceProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  /** The Marketplace to provide; wins over `base-url`. Anything that implements the interface. */
  @property({ attribute: false }) marketplace?: Marketplace | undefined;

  /** Address of the marketplace's API, absolute or relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Bearer token for `base-url`: a string, or a function that gives the current one and is asked before every call. */
  @property({ attribute: false }) token?: Token | undefined;

  #marketplace = new MarketplaceController(this);
  #provider = new ContextProvider(this, { context: marketplaceContext });

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#provider.setValue(this.#marketplace.value);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'marketplace-provider': MarketplaceProvider;
  }
}
