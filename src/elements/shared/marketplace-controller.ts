import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Marketplace } from '../../contract/marketplace.js';
import { marketplaceContext, surroundingsContext } from './marketplace-context.js';
import { leaseClient, type ClientLease, type ClientUser, type Token } from './shared-client.js';

/** What an element offers for finding its Marketplace: three properties, `baseUrl` also as an attribute. */
export interface MarketplaceHost extends ReactiveElement {
  marketplace?: Marketplace | undefined;
  baseUrl?: string | undefined;
  token?: Token | undefined;
  /** Where there is such a property and the page has not set it, it is that of the provider. */
  environment?: string | undefined;
  /** Called when the provider asks the elements inside to read again. */
  refresh?(): unknown;
}

/**
 * Finds the Marketplace of an element: its `marketplace` property, else the nearest `<marketplace-provider>`, else a
 * client for its own `base-url`, shared with every element of the page at that address with that token.
 */
export class MarketplaceController implements ReactiveController {
  readonly #host: MarketplaceHost;
  readonly #consumers: readonly { hostConnected(): void }[];
  readonly #user: ClientUser;
  #provided: Marketplace | undefined;
  /** The environment that was set here. */
  #environment: string | undefined;
  #leased: { lease: ClientLease | undefined; baseUrl: string; token: Token | undefined } | undefined;

  /** Why there is no Marketplace: `base-url` cannot be the address of one. `undefined` while one is not known yet. */
  error: unknown;

  constructor(host: MarketplaceHost, user: ClientUser = {}) {
    this.#host = host;
    this.#user = user;
    let readings: number | undefined;
    this.#consumers = [
      new ContextConsumer(host, {
        context: marketplaceContext,
        subscribe: true,
        callback: (provided) => {
          this.#provided = provided;
          host.requestUpdate();
        },
      }),
      new ContextConsumer(host, {
        context: surroundingsContext,
        subscribe: true,
        callback: (around) => {
          this.#setEnvironment(around?.environment);
          if (around && readings !== undefined && around.readings > readings) void host.refresh?.();
          readings = around?.readings;
        },
      }),
    ];
    host.addController(this);
  }

  /**
   * The Marketplace, once known; the host updates when it becomes another one. Of the properties as they are now: read
   * it in `willUpdate` or later.
   */
  get value(): Marketplace | undefined {
    if (!this.#host.isConnected) return undefined;
    const { marketplace, baseUrl, token } = this.#host;
    const given = marketplace ?? this.#provided;
    if (given || baseUrl === undefined) this.#release();
    else this.#lease(baseUrl, token);
    return given ?? this.#leased?.lease?.client;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    // A provider whose code arrives after ours has missed the question: ask again.
    for (let at: Element | undefined = this.#host; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
      const provider = at.closest('marketplace-provider:not(:defined)');
      if (!provider) continue;
      void customElements
        .whenDefined(provider.localName)
        .then(() => this.#consumers.forEach((consumer) => consumer.hostConnected()));
    }
  }

  hostDisconnected(): void {
    this.#release();
    this.#provided = undefined;
    this.#setEnvironment(undefined);
  }

  /** Looks again after {@link error}. */
  retry(): void {
    this.#release();
    this.#host.requestUpdate();
  }

  /** Hands the provider's environment on, unless the page has set one. */
  #setEnvironment(environment: string | undefined): void {
    const host = this.#host;
    if (!('environment' in host) || host.environment !== this.#environment) return;
    host.environment = this.#environment = environment;
  }

  #lease(baseUrl: string, token: Token | undefined): void {
    if (this.#leased?.baseUrl === baseUrl && this.#leased.token === token) return;
    this.#release();
    this.#leased = { lease: undefined, baseUrl, token };
    try {
      this.#leased.lease = leaseClient(baseUrl, token, this.#user);
    } catch (error) {
      this.error = error;
    }
  }

  #release(): void {
    this.#leased?.lease?.release();
    this.#leased = undefined;
    this.error = undefined;
  }
}
