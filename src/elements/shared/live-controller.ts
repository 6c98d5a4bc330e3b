import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveListener } from './live-updates.js';
import type { MarketplaceController } from './marketplace-controller.js';

/**
 * Hears the events of an element's Marketplace while the element is connected. All elements of one Marketplace share
 * one stream, which rests in hidden tabs and recovers from errors by itself.
 */
export class LiveController implements ReactiveController {
  readonly #marketplace: MarketplaceController;
  readonly #listener: LiveListener;
  #heard: MarketplaceController['value'];
  #leaving: AbortController | undefined;

  constructor(host: ReactiveControllerHost, marketplace: MarketplaceController, listener: LiveListener) {
    this.#marketplace = marketplace;
    this.#listener = listener;
    host.addController(this);
  }

  hostUpdate(): void {
    const marketplace = this.#marketplace.value;
    if (marketplace === this.#heard) return;
    this.hostDisconnected();
    this.#heard = marketplace;
    if (!marketplace) return;
    const { signal } = (this.#leaving = new AbortController());
    // Loaded on demand: nothing can be heard before something is shown. Without it the page works, but does not follow.
    import('./live-updates.js').then(
      ({ listen }) => listen(marketplace, this.#listener, signal),
      (error: unknown) => this.#listener.failed?.(error),
    );
  }

  hostDisconnected(): void {
    this.#leaving?.abort();
    this.#heard = undefined;
  }
}
