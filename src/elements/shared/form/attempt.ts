import { newIntent } from '../intent.js';

/**
 * The idempotency key of what a person is trying to send: the same for every try of the same content, so that a try
 * whose answer was lost does nothing twice; another one as soon as the content is another (SPEC D12 of UX).
 */
export class Attempt {
  #content: string | undefined;
  #key = '';

  /** The key for sending `content`. */
  keyFor(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content) this.renew();
    this.#content = text;
    return this.#key;
  }

  /** Starts anew: what is sent next is another wish, even if it reads the same. Of what was sent, nothing is kept. */
  renew(): void {
    this.#content = undefined;
    this.#key = newIntent();
  }
}
