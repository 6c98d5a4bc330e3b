import type { MarketplaceEvent } from '../contract/event.js';
import { untilAborted } from './abort.js';
import { EventConnection } from './event-connection.js';
import type { Http } from './http.js';

/** What one follower has not taken yet. */
class Inbox {
  #events: MarketplaceEvent[] = [];
  #failure: { error: unknown } | undefined;
  #wake = (): void => undefined;

  put(event: MarketplaceEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  /** Nothing will come any more: whoever has taken the rest gets the error. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  /** Takes everything out, waiting until there is something. */
  async take(signal: AbortSignal | undefined): Promise<MarketplaceEvent[]> {
    while (this.#events.length === 0) {
      if (this.#failure) throw this.#failure.error;
      await untilAborted(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
    }
    return this.#events.splice(0);
  }
}

/** The connection that followers share at the moment. */
interface Shared {
  readonly controller: AbortController;
  readonly ready: Promise<void>;
  readonly inboxes: Set<Inbox>;
}

/** The events of one marketplace, over one connection however many follow them, and none while nobody does. */
export class EventFeed {
  readonly #http: Http;
  readonly #pollMs: number;
  #shared: Shared | undefined;

  constructor(http: Http, pollMs: number) {
    this.#http = http;
    this.#pollMs = pollMs;
  }

  /**
   * The events after a position, or from now on, as they happen.
   *
   * @throws The signal's reason, or an error that waiting will not mend.
   */
  async *follow(after: string | undefined, signal: AbortSignal | undefined): AsyncGenerator<MarketplaceEvent, void> {
    signal?.throwIfAborted();
    const inbox = new Inbox();
    const isFirst = this.#shared === undefined;
    const shared = (this.#shared ??= this.#connect(after));
    shared.inboxes.add(inbox);
    try {
      const seen = new Set<string>();
      if (after !== undefined && !isFirst) {
        // The connection stands elsewhere: what lies between is asked for, once nothing later can be missed.
        await untilAborted(shared.ready, signal);
        for await (const event of this.#between(after, signal)) {
          seen.add(event.id);
          yield event;
        }
      }
      for (;;) {
        for (const event of await inbox.take(signal)) if (!seen.delete(event.id)) yield event;
      }
    } finally {
      shared.inboxes.delete(inbox);
      if (shared.inboxes.size === 0) this.#close(shared);
    }
  }

  async *#between(after: string, signal: AbortSignal | undefined): AsyncGenerator<MarketplaceEvent, void> {
    for (let position = after; ;) {
      const { items, next } = await this.#http.call('events.list', [], { after: position }, { signal });
      yield* items;
      if (items.length === 0 || next === position) return;
      position = next;
    }
  }

  #connect(after: string | undefined): Shared {
    const controller = new AbortController();
    const inboxes = new Set<Inbox>();
    let onReady = (): void => undefined;
    const isReady = new Promise<void>((resolve) => (onReady = resolve));
    const ended = new EventConnection(this.#http, {
      after,
      pollMs: this.#pollMs,
      signal: controller.signal,
      onReady,
      onEvent: (event) => {
        for (const inbox of inboxes) inbox.put(event);
      },
    }).run();
    const shared = { controller, inboxes, ready: Promise.race([isReady, ended]) };
    ended.catch((error: unknown) => {
      this.#close(shared);
      for (const inbox of inboxes) inbox.fail(error);
    });
    shared.ready.catch(() => undefined);
    return shared;
  }

  #close(shared: Shared): void {
    shared.controller.abort();
    if (this.#shared === shared) this.#shared = undefined;
  }
}
