import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveListener } from './live-updates.js';
import type { MarketplaceController } from './marketplace-controller.js';

/** How long what could not be loaded is left alone. */
const restMs = 30_000;

/** Who listens, and from when on. */
interface Listener extends LiveListener {
  /** Whether there is something to keep up to date: nothing is loaded before. Default: from the start. */
  ready?(): boolean;
}

/**
 * Hears the events of an element's Marketplace while the element is connected. All elements of one Marketplace share
 * one stream, which rests in hidden tabs and recovers from errors by itself. Events reach back a few seconds, so that
 * nothing is missed between what an element has read and what it hears.
 */
export class LiveController implements ReactiveController {
  readonly #marketplace: MarketplaceController;
  readonly #listener: Listener;
  #heard: MarketplaceController['value'];
  #leaving: AbortController | undefined;

  constructor(host: ReactiveControllerHost, marketplace: MarketplaceController, listener: Listener) {
    this.#marketplace = marketplace;
    this.#listener = listener;
    host.addController(this);
  }

  hostUpdate(): void {
    const marketplace = this.#marketplace.value;
    if (marketplace === this.#heard) return;
    this.hostDisconnected();
    if (!marketplace || this.#listener.ready?.() === false) return;
    this.#heard = marketplace;
    const { signal } = (this.#leaving = new AbortController());
    // Loaded on demand. Without it the page works, but does not follow.
    import('./live-updates.js').then(
      ({ listen }) => listen(marketplace, this.#listener, signal),
      (error: unknown) => {
        this.#listener.failed?.(error);
        setTimeout(() => (this.#heard = undefined), restMs); // the next update tries again
      },
    );
  }

  hostDisconnected(): void {
    this.#leaving?.abort();
    this.#heard = undefined;
  }
}
