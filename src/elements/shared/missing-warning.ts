import type { ReactiveController, ReactiveElement } from 'lit';

/** A page may set a property later than it shows the element, but hardly later than this. */
const patienceMs = 10_000;

/**
 * Tells whoever builds a page why an element says for good that it is loading: nobody has set what it needs. Once, and
 * not while it cannot be seen, as in a dialog that waits to be opened.
 */
export class MissingWarning implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #missing: () => string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param missing the attribute, or what else is needed, as long as it is not set. */
  constructor(host: ReactiveElement, missing: () => string | undefined) {
    this.#host = host;
    this.#missing = missing;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      const missing = this.#host.checkVisibility() ? this.#missing() : undefined;
      // eslint-disable-next-line no-console -- for developers: people see that it is loading
      if (missing !== undefined) console.warn(`<${this.#host.localName}> shows nothing yet: it needs ${missing}.`);
    }, patienceMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}

/** What an element needs whose marketplace is not known. */
export const marketplaceNeeded = '`base-url`, or a <marketplace-provider> around it';
