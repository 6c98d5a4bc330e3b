import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Marketplace } from '../../contract/marketplace.js';
import { LatchkeyElement } from '../shared/latchkey-element.js';
import { marketplaceContext, surroundingsContext } from '../shared/marketplace-context.js';
import { MarketplaceController } from '../shared/marketplace-controller.js';
import type { Token } from '../shared/shared-client.js';
import { SessionExpiredEvent } from './session-expired-event.js';

/**
 * @summary Gives every element inside it one Marketplace, one environment and one language.
 *
 * Wrap a page or a part of it, say where the marketplace is, and hand over a token; the elements inside need nothing
 * else. Its `lang` is the language of everything inside, as HTML has it. It takes no space of its own in the layout.
 * Providers may be nested: the nearest one counts.
 *
 * When the session ends, the elements inside say so and keep what was typed; `session-expired` tells the page. Once
 * somebody has signed in again, `refresh()` has them go on.
 *
 * @slot - Anything; the elements in it, however deep, use this Marketplace.
 *
 * @fires {SessionExpiredEvent} session-expired - A call to `base-url` failed because nobody is signed in any more; told
 *   once until `refresh()` is called or the token is another one.
 *
 * @example
 * <marketplace-provider base-url="/api/v1" environment="sandbox" lang="de">
 *   <credential-list application-id="app-1"></credential-list>
 * </marketplace-provider>
 */
export class MarketplaceProvider extends LatchkeyElement {
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

  /**
   * Bearer token for `base-url`: a string, or a function that gives the current one and is asked before every call. A
   * function, where tokens are renewed: another string is another person to the elements inside.
   */
  @property({ attribute: false }) token?: Token | undefined;

  /** The environment of the elements inside that do not name one themselves. */
  @property() environment?: string | undefined;

  /** Whether the page knows that the session has ended. */
  #isExpired = false;
  #readings = 0;
  #marketplace = new MarketplaceController(this, {
    signedOut: () => {
      if (this.#isExpired) return;
      this.#isExpired = true;
      this.dispatchEvent(new SessionExpiredEvent());
    },
  });
  #provider = new ContextProvider(this, { context: marketplaceContext });
  #surroundings = new ContextProvider(this, {
    context: surroundingsContext,
    initialValue: { environment: undefined, readings: 0 },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const marketplace = this.#marketplace.value;
    if (marketplace !== this.#provider.value) this.#isExpired = false;
    if (changed.has('environment')) this.#surround();
    this.#provider.setValue(marketplace);
  }

  /** Has the elements inside read again what they show: after somebody has signed in again, for instance. */
  refresh(): void {
    this.#isExpired = false;
    this.#readings += 1;
    this.#surround();
  }

  #surround(): void {
    this.#surroundings.setValue({ environment: this.environment, readings: this.#readings });
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
