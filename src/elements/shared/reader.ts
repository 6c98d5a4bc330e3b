import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';

/** Reads something from a marketplace; to be given up when the signal says so. */
export type Read<Value> = (signal: AbortSignal) => Promise<Value>;

/**
 * Reads one thing at a time: starting anew gives the reading before up. A task that leaves what is known to its owner,
 * so that the last good value stays when reading again fails, and to which giving up is no error.
 */
export class Reader<Value> {
  readonly #task: Task<readonly [Read<Value>], Value>;
  readonly #host: ReactiveControllerHost;
  #busy = false;

  /** @param on - Told how a reading ended, unless it was given up. */
  constructor(host: ReactiveControllerHost, on: { done: (value: Value) => void; failed: (error: unknown) => void }) {
    this.#host = host;
    this.#task = new Task(host, {
      autoRun: false,
      task: ([read], { signal }) => read(signal),
      onComplete: (value) => this.#end(() => on.done(value)),
      onError: (error) => this.#end(() => on.failed(error)),
    });
  }

  /** Whether a reading is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Reads. Resolves once it has ended, however that was. */
  run(read: Read<Value>): Promise<void> {
    this.#busy = true;
    return this.#task.run([read]);
  }

  /** Gives up what is being read, if anything is. */
  stop(): void {
    this.#busy = false;
    this.#task.abort();
    this.#host.requestUpdate();
  }

  #end(tell: () => void): void {
    if (!this.#busy) return;
    this.#busy = false;
    tell();
  }
}
