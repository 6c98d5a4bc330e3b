import type { ReactiveController, ReactiveControllerHost } from 'lit';

const shownMs = 2_000;

/**
 * Copies values to the clipboard and remembers for two seconds which one was copied, so that its button can show it.
 * Values are named by a `key` of the host's choice and are not kept.
 */
export class CopyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The key of the value that was copied a moment ago. */
  copied: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.copied = undefined;
  }

  /**
   * Copies a value; answers whether the browser did it. It refuses without a recent click or key press, without
   * permission, and in an iframe without `allow="clipboard-write"`.
   */
  async copy(key: string, value: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      return false;
    }
    clearTimeout(this.#timer);
    this.copied = key;
    this.#timer = setTimeout(() => {
      this.copied = undefined;
      this.#host.requestUpdate();
    }, shownMs);
    this.#host.requestUpdate();
    return true;
  }
}
