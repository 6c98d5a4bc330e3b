import type { ReactiveControllerHost } from 'lit';

/** Reads something from a marketplace; to be given up when the signal says so. */
export type Read<Value> = (signal: AbortSignal) => Promise<Value>;

/**
 * Reads one thing at a time: starting anew gives the reading before up. What is known is left to the owner, so that the
 * last good value stays when reading again fails, and giving up is no error. (`@lit/task` is for what is read on demand:
 * it would be 0.6 kB of what a list takes until it is visible.)
 */
export class Reader<Value> {
  readonly #host: ReactiveControllerHost;
  readonly #on: { done: (value: Value) => void; failed: (error: unknown) => void };
  #reading: AbortController | undefined;

  /** @param on - Told how a reading ended, unless it was given up. */
  constructor(host: ReactiveControllerHost, on: { done: (value: Value) => void; failed: (error: unknown) => void }) {
    this.#host = host;
    this.#on = on;
  }

  /** Whether a reading is under way. */
  get busy(): boolean {
    return this.#reading !== undefined;
  }

  /** Reads. Resolves once it has ended, however that was. */
  async run(read: Read<Value>): Promise<void> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    // Not at once: it may be started by an update.
    queueMicrotask(() => this.#host.requestUpdate());
    let tell: () => void;
    try {
      const value = await read(reading.signal);
      tell = () => this.#on.done(value);
    } catch (error) {
      tell = () => this.#on.failed(error);
    }
    if (this.#reading !== reading) return;
    this.#reading = undefined;
    tell();
    this.#host.requestUpdate();
  }

  /** Gives up what is being read, if anything is. */
  stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#host.requestUpdate();
  }
}
