import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { MarketplaceError } from '../contract/error.js';
import { untilAborted } from './abort.js';

/** No event of the contract comes near this many characters. */
const longestEvent = 100_000;

/** What is heard from a stream of server-sent events. */
export interface StreamListener {
  /** Something has arrived, if only a comment to keep the connection open. */
  onBytes(): void;
  onMessage(message: EventSourceMessage): void;
  /** How long the server wants a client to wait before it connects again, in milliseconds. */
  onRetry(ms: number): void;
}

/**
 * Reads server-sent events until the stream ends.
 *
 * @param silenceMs - How long nothing at all may arrive before the connection counts as dead, in milliseconds.
 * @throws MarketplaceError `timeout` after the silence, `network` when the stream breaks, or the signal's reason.
 */
export async function readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  listener: StreamListener,
  options: { silenceMs: number; signal: AbortSignal },
): Promise<void> {
  const parser = createParser({
    onEvent: (message) => listener.onMessage(message),
    onRetry: (ms) => listener.onRetry(ms),
    maxBufferSize: longestEvent,
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const silence = new AbortController();
  const stop = AbortSignal.any([silence.signal, options.signal]);
  const giveUp = (): void => silence.abort(new MarketplaceError('timeout', 'a stream of events: silent for too long'));
  let timer = setTimeout(giveUp, options.silenceMs);
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), stop);
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(giveUp, options.silenceMs);
      listener.onBytes();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    stop.throwIfAborted();
    throw new MarketplaceError('network', 'a stream of events: broke off');
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => undefined);
  }
}
