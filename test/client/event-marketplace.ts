import { setImmediate as turn } from 'node:timers/promises';
import { mock } from 'node:test';
import type { ClientOptions, MarketplaceClient, MarketplaceEvent } from '../../src/index.js';
import { fake, json } from './fake-marketplace.js';

export const anEvent = (id: string, more: Partial<MarketplaceEvent> = {}): MarketplaceEvent => ({
  id,
  subject: 'credential',
  subjectId: 'crd_1',
  at: '2026-11-20T09:30:00.000Z',
  ...more,
});

/** One open stream of events, as its server sees it. */
export class OpenStream {
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  isOpen = true;

  constructor(
    readonly request: Request,
    controller: ReadableStreamDefaultController<Uint8Array>,
  ) {
    this.#controller = controller;
    request.signal.addEventListener('abort', () => (this.isOpen = false));
  }

  write(text: string): void {
    this.#controller.enqueue(new TextEncoder().encode(text));
  }

  send(event: MarketplaceEvent): void {
    this.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  end(): void {
    this.isOpen = false;
    this.#controller.close();
  }

  fail(): void {
    this.isOpen = false;
    this.#controller.error(new TypeError('terminated'));
  }
}

/** A marketplace with a log of events that can be asked for and streamed; positions are numbers. */
export class EventMarketplace {
  readonly log: MarketplaceEvent[] = [];
  readonly streams: OpenStream[] = [];
  /** What was asked of it, e.g. `list 3` and `stream 3`. */
  readonly asked: string[] = [];
  /** Answers instead, if it answers anything. */
  intercept: (request: Request, isStream: boolean) => Response | undefined = () => undefined;
  readonly client: MarketplaceClient;

  constructor(options: Partial<ClientOptions> = {}) {
    this.client = fake((request) => this.#answer(request), { retries: 0, ...options }).client;
  }

  get openStreams(): OpenStream[] {
    return this.streams.filter(({ isOpen }) => isOpen);
  }

  /** Something happens: it is logged, and sent on every open stream. */
  happen(id: string, more: Partial<MarketplaceEvent> = {}): void {
    const event = anEvent(id, more);
    this.log.push(event);
    for (const stream of this.openStreams) stream.send(event);
  }

  #answer(request: Request): Response {
    const isStream = request.headers.get('accept') === 'text/event-stream';
    const after = new URL(request.url).searchParams.get('after');
    this.asked.push(`${isStream ? 'stream' : 'list'} ${after ?? 'now'}`);
    const instead = this.intercept(request, isStream);
    if (instead) return instead;
    const items = after === null ? [] : this.log.filter(({ id }) => Number(id) > Number(after));
    if (!isStream) return json({ items, next: items.at(-1)?.id ?? after ?? this.log.at(-1)?.id ?? '0' });
    let stream: OpenStream | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = new OpenStream(request, controller);
        this.streams.push(stream);
        stream.write('retry: 1000\n:\n\n');
        for (const event of items) stream.send(event);
      },
      cancel: () => {
        stream!.isOpen = false;
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  }
}

/** Follows events in the background. */
export class Follower {
  readonly ids: string[] = [];
  readonly controller = new AbortController();
  /** How it ended. */
  error: unknown;
  readonly ended: Promise<void>;

  constructor(client: MarketplaceClient, after?: string) {
    this.ended = this.#follow(client, after);
  }

  async #follow(client: MarketplaceClient, after: string | undefined): Promise<void> {
    try {
      for await (const event of client.events.stream({ after }, { signal: this.controller.signal }))
        this.ids.push(event.id);
    } catch (error) {
      this.error = error;
    }
  }

  async leave(): Promise<void> {
    this.controller.abort();
    await this.ended;
    await settle();
  }
}

/**
 * Lets everything happen that needs no time on the mocked clock. Parts that are loaded on demand need some of the real
 * one: whoever imports one later has it later.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await import('../../src/client/event-feed.js');
    for (let count = 0; count < 12; count++) await turn();
  }
}

/** Lets some time pass on the mocked clock, with all that happens in it. */
export async function pass(ms: number): Promise<void> {
  const stepMs = Math.max(50, ms / 200);
  for (let passed = 0; passed < ms; passed += stepMs) {
    mock.timers.tick(stepMs);
    await settle();
  }
}
