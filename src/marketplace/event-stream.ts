import { ApiError, validateParams, type Marketplace } from '../contract/index.js';

const heartbeatMs = 20_000;
const retryMs = 2_000;

/**
 * The marketplace's events as server-sent events. Each has its position as id, so that a client that comes back with
 * `Last-Event-ID` misses nothing. The first line says how long to wait before coming back; a comment every 20 seconds
 * shows that the line is alive.
 *
 * @param params - Those of `events.list`.
 * @throws {ApiError} what `events.list` throws: a stream has no way to tell of it.
 */
export async function eventStream(
  marketplace: Marketplace,
  params: unknown,
  { signal, streamMs, headers }: { signal: AbortSignal; streamMs: number; headers: Record<string, string> },
): Promise<Response> {
  const { after } = validateParams('events.list', params);
  if (after !== undefined && /[\r\n]/.test(after))
    throw new ApiError('malformed-request', 'no position has several lines');
  const { next } = await marketplace.events.list({}, { signal });
  const start = after ?? next;
  const closing = new AbortController();
  const close = (): void => closing.abort();
  const encoder = new TextEncoder();
  let timers: ReturnType<typeof setTimeout>[] = [];

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): void => {
        if (!closing.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      if (signal.aborted) close();
      signal.addEventListener('abort', close);
      timers = [setInterval(() => send(':\n\n'), heartbeatMs), setTimeout(close, streamMs)];
      // The position goes out first: a client that loses the line before any event still knows where to go on.
      send(`retry: ${retryMs}\nid: ${start}\n:\n\n`);
      void (async () => {
        try {
          for await (const event of marketplace.events.stream({ after: start }, { signal: closing.signal }))
            send(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
        } catch {
          // Closed, by whichever side: the client comes back and goes on from its last id.
        } finally {
          finish();
          try {
            controller.close();
          } catch {
            // Already cancelled by the reader.
          }
        }
      })();
    },
    cancel: close,
  });

  function finish(): void {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', close);
  }

  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}
