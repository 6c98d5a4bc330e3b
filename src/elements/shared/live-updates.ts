import type { MarketplaceEvent } from '../../contract/event.js';
import type { Marketplace } from '../../contract/marketplace.js';

/** Who listens to a Marketplace. `failed` hears why the stream broke; it starts again by itself. */
export interface LiveListener {
  changed(event: MarketplaceEvent): void;
  failed?(error: unknown): void;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

const shared = new WeakMap<Marketplace, LiveUpdates>();

/**
 * The events of one Marketplace for everything on the page that listens to it: one stream however many listen, none
 * while nobody does or the page is hidden. After a rest or an error it goes on where it stopped, so nothing is missed.
 */
class LiveUpdates {
  readonly #marketplace: Marketplace;
  readonly #listeners = new Set<LiveListener>();
  #running: AbortController | undefined;
  #position: string | undefined;

  constructor(marketplace: Marketplace) {
    this.#marketplace = marketplace;
  }

  add(listener: LiveListener, signal: AbortSignal): void {
    if (this.#listeners.size === 0) document.addEventListener('visibilitychange', this.#follow);
    this.#listeners.add(listener);
    this.#follow();
    signal.addEventListener('abort', () => this.#remove(listener));
  }

  #remove(listener: LiveListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    document.removeEventListener('visibilitychange', this.#follow);
    this.#follow();
    // Nobody has listened since: whoever comes next reads everything afresh anyway.
    this.#position = undefined;
  }

  /** Where the news begin is asked for in a hidden page, too: what happens until somebody looks is not missed. */
  readonly #follow = (): void => {
    if (this.#listeners.size === 0 || (document.hidden && this.#position !== undefined)) this.#rest();
    else if (!this.#running) {
      this.#running = new AbortController();
      void this.#run(this.#running.signal);
    }
  };

  #rest(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let waitMs = firstWaitMs;
    while (!signal.aborted) {
      try {
        this.#position ??= (await this.#marketplace.events.list({}, { signal })).next;
        if (document.hidden) {
          this.#rest();
          return;
        }
        for await (const event of this.#marketplace.events.stream({ after: this.#position }, { signal })) {
          this.#position = event.id;
          waitMs = firstWaitMs;
          for (const listener of [...this.#listeners]) listener.changed(event);
        }
      } catch (error) {
        if (signal.aborted) return;
        for (const listener of [...this.#listeners]) listener.failed?.(error);
      }
      await pause(waitMs * (0.75 + Math.random() / 2), signal);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Listens to a Marketplace until the signal aborts. */
export function listen(marketplace: Marketplace, listener: LiveListener, signal: AbortSignal): void {
  if (signal.aborted) return;
  let updates = shared.get(marketplace);
  if (!updates) shared.set(marketplace, (updates = new LiveUpdates(marketplace)));
  updates.add(listener, signal);
}
