import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Updates its host at an interval while it is connected: for texts that follow the clock. Rests in hidden tabs, and
 * makes up for that at once when the tab is looked at again.
 */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #intervalMs: number;
  readonly #tick: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param tick what to do instead of updating the host. */
  constructor(host: ReactiveControllerHost, intervalMs: number, tick = () => host.requestUpdate()) {
    this.#host = host;
    this.#intervalMs = intervalMs;
    this.#tick = tick;
    this.#host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#follow, this.#intervalMs);
    document.addEventListener('visibilitychange', this.#follow);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#follow);
  }

  readonly #follow = (): void => {
    if (!document.hidden) this.#tick();
  };
}
