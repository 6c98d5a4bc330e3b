import { Agent, request as send, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { problem } from './problem.js';

/**
 * Sends a call on to what is behind a gateway, and answers what that answers: redirects and compressed content as they
 * are. Where nothing answers, the problem is `upstream-unavailable`.
 *
 * @param target - Path and query.
 */
export type Forward = (call: Request, target: string) => Promise<Response>;

/** What is meant for one hop (RFC 9110, 7.6.1), or has been answered here. */
const hopHeaders = ['connection', 'expect', 'keep-alive', 'proxy-authenticate', 'proxy-authorization'].concat([
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Answers that have no content, whatever they say. */
const withoutContent = [204, 205, 304];
/** What is no longer than this is read whole: that is a third of the work of streaming it. */
const smallBytes = 64 * 1024;

/** The headers that `Connection` names as meant for this hop. */
const namedBy = (connection: string | null | undefined): string[] =>
  connection ? connection.split(',').map((name) => name.trim().toLowerCase()) : [];

function requestHeaders({ headers, body }: Request, withoutHeaders: ReadonlySet<string>): OutgoingHttpHeaders {
  const named = namedBy(headers.get('connection'));
  const kept: OutgoingHttpHeaders = {};
  for (const [name, value] of headers) if (!withoutHeaders.has(name) && !named.includes(name)) kept[name] = value;
  if (!body) delete kept['content-length'];
  return kept;
}

function answerHeaders({ rawHeaders, headers: { connection } }: IncomingMessage): Headers {
  const dropped = [...hopHeaders, ...namedBy(connection)];
  const kept = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (!dropped.includes(name)) kept.append(name, rawHeaders[at + 1] ?? '');
  }
  return kept;
}

async function contentOf(answer: IncomingMessage): Promise<BodyInit | null> {
  if (withoutContent.includes(answer.statusCode ?? 0)) {
    answer.resume();
    return null;
  }
  if (!(Number(answer.headers['content-length']) <= smallBytes)) return Readable.toWeb(answer) as BodyInit;
  return Buffer.concat(await answer.toArray());
}

/**
 * Over connections that are kept. The platform's `fetch` would do twice the work for each call.
 *
 * @param options.upstreamUrl - An http address: where calls go.
 * @param options.withoutHeaders - What does not go on, in lower case.
 */
export function createForwarder(options: { upstreamUrl: string; withoutHeaders: readonly string[] }): Forward {
  const { hostname, port } = new URL(options.upstreamUrl);
  const agent = new Agent({ keepAlive: true });
  const withoutHeaders = new Set([...hopHeaders, ...options.withoutHeaders]);

  const attempt = (call: Request, path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method, body } = call;
      const headers = requestHeaders(call, withoutHeaders);
      const request = send({ agent, hostname, port, path, method, headers, signal: call.signal }, resolve);
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The other end has closed a connection that was kept, just as it was to be used again.
        const isStale = request.reusedSocket && error.code === 'ECONNRESET' && !body;
        if (isStale) attempt(call, path).then(resolve, reject);
        else reject(error);
      });
      if (body) pipeline(Readable.fromWeb(body as ReadableStream), request).catch(reject);
      else request.end();
    });

  return async (call, target) => {
    try {
      const answer = await attempt(call, target);
      const content = await contentOf(answer);
      return new Response(content, { status: answer.statusCode ?? 502, headers: answerHeaders(answer) });
    } catch {
      return problem(502, 'upstream-unavailable');
    }
  };
}
