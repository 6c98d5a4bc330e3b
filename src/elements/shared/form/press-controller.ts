import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows whether a pointer is pressed. A field that shows its error as soon as it is left would move the very button
 * that is being pressed, and the click would miss it; so errors wait for {@link released}.
 */
export class PressController implements ReactiveController {
  #pressed = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#press, true);
    for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, this.#release, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#press, true);
    for (const type of ['pointerup', 'pointercancel'] as const) document.removeEventListener(type, this.#release, true);
    this.#release();
  }

  /** Resolves when no pointer is pressed any more and its click has happened. */
  released(): Promise<void> {
    return this.#pressed ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  readonly #press = (): void => {
    this.#pressed = true;
  };

  readonly #release = (): void => {
    this.#pressed = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    // The click follows the release in the same task or the next.
    if (waiting.length > 0) setTimeout(() => waiting.forEach((resolve) => resolve()));
  };
}
