import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host at an interval while it is connected: for texts that follow the clock. Rests in hidden tabs. */
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
    this.#timer = setInterval(() => {
      if (!document.hidden) this.#tick();
    }, this.#intervalMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
