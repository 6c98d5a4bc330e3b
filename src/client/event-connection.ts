import { ApiError, isApiError, isMarketplaceError } from '../contract/error.js';
import { MarketplaceEventSchema, type EventPage, type MarketplaceEvent } from '../contract/event.js';
import { operations } from '../contract/operations.js';
import { pause, untilAborted } from './abort.js';
import type { Http } from './http.js';
import { parseJson } from './problem-answer.js';
import { readServerSentEvents } from './server-sent-events.js';

const reconnectMs = 1_000;
const longestWaitMs = 30_000;
const silenceMs = 45_000;
/** After so many streams in a row that brought nothing, events are asked for instead; after so many questions, again. */
const mostMuteStreams = 3;
const pollsBetweenStreams = 20;
const longestPoll = 8;

const operation = operations['events.list'];

const spread = (ms: number): number => ms * (0.75 + Math.random() / 2);

/** Whether waiting will not mend it. What is not an error of this library is the token's function's: its caller knows. */
function isFinal(error: unknown): boolean {
  if (!isMarketplaceError(error)) return true;
  if (isApiError(error)) return error.status >= 400 && error.status < 500 && ![408, 425, 429].includes(error.status);
  return error.code === 'configuration';
}

/** Whether an answer says that events are not streamed here, while they might still be asked for. */
const refusesStream = (error: unknown): boolean =>
  isApiError(error) && [400, 405, 406, 415, 501].includes(error.status);

/** Resolves while the page can be seen, at once where there is no page. */
async function untilVisible(signal: AbortSignal): Promise<void> {
  const page = globalThis.document as Document | undefined;
  if (!page?.hidden) return;
  let seen = (): void => undefined;
  const visible = new Promise<void>((resolve) => (seen = resolve));
  page.addEventListener('visibilitychange', seen);
  try {
    await untilAborted(visible, signal);
  } finally {
    page.removeEventListener('visibilitychange', seen);
  }
  return untilVisible(signal);
}

/** Where a connection starts, and who hears from it. */
export interface ConnectionInit {
  /** The position to go on from; without it, from now. */
  after: string | undefined;
  pollMs: number;
  signal: AbortSignal;
  /** The position is known: nothing after it will be missed. */
  onReady(): void;
  onEvent(event: MarketplaceEvent): void;
}

/**
 * Follows the events of a marketplace from a position on: as a stream where it can be had, else by asking. It goes on
 * after every interruption from where it was.
 */
export class EventConnection {
  readonly #http: Http;
  readonly #init: ConnectionInit;
  #position: string | undefined;
  #reconnectMs = reconnectMs;
  #pollMs: number;
  #failures = 0;
  #muteStreams = 0;
  #pollsLeft = 0;

  constructor(http: Http, init: ConnectionInit) {
    this.#http = http;
    this.#init = init;
    this.#position = init.after;
    this.#pollMs = init.pollMs;
    if (init.after !== undefined) init.onReady();
  }

  /** Runs until it rejects: with the signal's reason, or with an error that waiting will not mend. */
  async run(): Promise<never> {
    const { signal } = this.#init;
    for (;;) {
      let waitMs: number;
      try {
        waitMs = await this.#step();
        this.#failures = 0;
      } catch (error) {
        if (signal.aborted || isFinal(error)) throw error;
        waitMs = Math.min(longestWaitMs, this.#reconnectMs * 2 ** this.#failures++);
        if (error instanceof ApiError) waitMs = Math.max(waitMs, error.retryAfterMs ?? 0);
      }
      await pause(spread(waitMs), signal);
    }
  }

  /** One stream until it ends, or one question. Answers how long to wait before the next, in milliseconds. */
  async #step(): Promise<number> {
    if (this.#position === undefined) {
      this.#position = (await this.#list()).next;
      this.#init.onReady();
    }
    if (this.#pollsLeft > 0) return this.#poll();
    return this.#stream(this.#position);
  }

  async #stream(position: string): Promise<number> {
    const { signal } = this.#init;
    const headers = { accept: 'text/event-stream', 'last-event-id': position };
    let isMute = true;
    try {
      const response = await this.#http.open(operation, { after: position }, { signal, headers });
      if (!response.body || !response.headers.get('content-type')?.includes('text/event-stream')) {
        void response.body?.cancel();
        return this.#pollOnly();
      }
      await readServerSentEvents(
        response.body,
        {
          onBytes: () => {
            isMute = false;
            this.#failures = 0;
          },
          onMessage: ({ id, data }) => this.#hear(id, data),
          onRetry: (ms) => (this.#reconnectMs = Math.min(ms, longestWaitMs)),
        },
        { silenceMs, signal },
      );
      return this.#reconnectMs;
    } catch (error) {
      if (refusesStream(error)) return this.#pollOnly();
      throw error;
    } finally {
      this.#muteStreams = isMute ? this.#muteStreams + 1 : 0;
      if (this.#muteStreams >= mostMuteStreams) this.#pollsLeft ||= pollsBetweenStreams;
    }
  }

  /** From now on only asks. Answers how long to wait before that. */
  #pollOnly(): number {
    this.#pollsLeft = Infinity;
    return 0;
  }

  async #poll(): Promise<number> {
    await untilVisible(this.#init.signal);
    const { items, next } = await this.#list(this.#position);
    this.#pollsLeft -= 1;
    for (const event of items) this.#init.onEvent(event);
    this.#position = next;
    const { pollMs } = this.#init;
    this.#pollMs = items.length > 0 ? pollMs : Math.min(this.#pollMs * 1.5, pollMs * longestPoll);
    return this.#pollMs;
  }

  #list(after?: string): Promise<EventPage> {
    return this.#http.call('events.list', [], { after }, { signal: this.#init.signal });
  }

  #hear(id: string | undefined, data: string): void {
    const event = MarketplaceEventSchema.safeParse(parseJson(data)).data;
    this.#position = id ?? event?.id ?? this.#position;
    if (event) this.#init.onEvent(event);
  }
}
