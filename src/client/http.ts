import ky, { HTTPError, TimeoutError } from 'ky';
import { MarketplaceError } from '../contract/error.js';
import type { CallOptions } from '../contract/marketplace.js';
import { credentialResults } from '../contract/credential-results.js';
import type { ResultOf, ResultSchema } from '../contract/operation-results.js';
import { operations, type Operation, type OperationName } from '../contract/operations.js';
import { untilAborted } from './abort.js';
import { headersOf, type ClientSettings } from './client-options.js';
import { loadPart } from './load-part.js';
import { literalsOf, path } from './path.js';
import { apiErrorOf, parseJson, problemOf, retryAfterOf } from './problem-answer.js';
import { backOff, waitAfter, type Answer } from './retry.js';
import { ServerClock } from './server-clock.js';

/** What is to be sent. */
interface Draft {
  operation: Operation;
  ids: readonly string[];
  params: object | undefined;
  options: CallOptions;
  /** For a successful answer that is left to the caller to read as it comes: the headers that ask for it. */
  stream?: Record<string, string | undefined>;
}

interface Received extends Answer {
  response: Response;
}

/** Carries what keeps a request from being sent past ky's repeats. */
class Unsendable extends Error {
  constructor(readonly reason: unknown) {
    super();
  }
}

/** What operations answer; for all but the credentials' own it is loaded when it is first needed. */
const resultsFor = async (name: OperationName): Promise<Partial<Record<OperationName, ResultSchema>>> =>
  name in credentialResults
    ? credentialResults
    : (await loadPart(import('../contract/operation-results.js'))).operationResults;

const routeOf = (operation: Operation): string => `${operation.method} ${operation.path}`;

/** A query: every item of an array by itself, nothing for what is `undefined`. */
function queryOf(params: object = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, string | number | null | undefined | string[]][]) {
    for (const item of [value].flat()) if ((item ?? '') !== '') query.append(name, String(item));
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** Names an intent that the caller has not named. Not `randomUUID`: that one is missing on pages served over http. */
const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Sends the operations of the contract to one marketplace, and alone knows by what means. */
export class Http {
  readonly clock = new ServerClock();
  readonly #settings: ClientSettings;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  /**
   * Carries out an operation and answers its result, checked against the contract.
   *
   * @param ids - The ids in the operation's path, in its order.
   * @throws ApiError, MarketplaceError (`network`, `timeout`, `invalid-response`, `configuration`), what the token's
   * function throws, or the reason of the aborted signal. Nothing of the request or of the answer's text is in them.
   */
  async call<Name extends OperationName>(
    name: Name,
    ids: readonly string[],
    params?: object,
    options: CallOptions = {},
  ): Promise<ResultOf<Name>> {
    const operation: Operation = operations[name];
    const results = resultsFor(name);
    // An answer that could not be read must not be asked for: a secret may be told once. Of reading, nothing is lost.
    if (operation.method !== 'GET') await results;
    const [{ text }, schemas] = await Promise.all([this.#send({ operation, ids, params, options }), results]);
    const result = (schemas[name] as ResultSchema).safeParse(parseJson(text));
    if (result.success) return result.data as ResultOf<Name>;
    const where = result.error.issues[0]?.path.join('.') || 'the whole';
    throw new MarketplaceError('invalid-response', `${routeOf(operation)}: not as the contract has it (${where})`);
  }

  /**
   * Starts an operation whose answer comes bit by bit. Only the time until it starts is limited, nothing is repeated,
   * and the signal ends it at any time.
   *
   * @throws What {@link call} throws.
   */
  async open(
    operation: Operation,
    params: object,
    options: { signal: AbortSignal; headers: Record<string, string | undefined> },
  ): Promise<Response> {
    const { signal, headers } = options;
    return (await this.#send({ operation, ids: [], params, options: { signal }, stream: headers })).response;
  }

  async #send(draft: Draft): Promise<Received> {
    const { operation, ids, params, stream } = draft;
    const { signal } = draft.options;
    signal?.throwIfAborted();
    const isRead = operation.method === 'GET';
    const query = isRead ? queryOf(params) : '';
    const hasBody = !isRead && params !== undefined && Object.keys(params).length > 0;
    const last: { received?: Received; waitMs: number } = { waitMs: 0 };

    const sent = ky(this.#settings.baseUrl + path(literalsOf(operation.path), ...ids) + query, {
      method: operation.method,
      headers: this.#headersOf(draft),
      ...(hasBody ? { json: params } : {}),
      ...(signal ? { signal } : {}),
      credentials: this.#settings.credentials,
      cache: 'no-store',
      timeout: this.#settings.timeoutMs,
      // ky learns the status and no more: what it does not hold it cannot print.
      fetch: async (request) => {
        const attempt = this.#attempt(request as Request, stream !== undefined);
        last.received = await untilAborted(attempt, (request as Request).signal);
        return new Response(null, { status: last.received.status });
      },
      retry: {
        limit: operation.retry && !stream ? this.#settings.retries : 0,
        methods: ['get', 'post', 'put', 'patch', 'delete'],
        shouldRetry: ({ error, retryCount }) => {
          if (error instanceof Unsendable || error instanceof TimeoutError) return false;
          const wait =
            error instanceof HTTPError && last.received
              ? waitAfter(last.received.status, retryAfterOf(last.received, this.clock.now()) ?? 0, retryCount)
              : backOff(retryCount);
          last.waitMs = wait ?? 0;
          return wait !== undefined;
        },
        delay: () => last.waitMs,
      },
    });

    try {
      await sent;
      return last.received as Received;
    } catch (error) {
      const route = routeOf(operation);
      if (signal?.aborted) throw signal.reason;
      if (error instanceof Unsendable) throw error.reason;
      if (error instanceof HTTPError) {
        if (last.received?.status === 401) this.#settings.onSignedOut?.();
        throw apiErrorOf(route, last.received as Received, this.clock.now());
      }
      if (error instanceof TimeoutError) throw new MarketplaceError('timeout', `${route}: no answer in time`);
      throw new MarketplaceError('network', `${route}: no answer`);
    }
  }

  #headersOf({ operation, options, stream }: Draft): Headers {
    const isWrite = operation.method !== 'GET';
    return headersOf(
      routeOf(operation),
      {
        accept: 'application/json, application/problem+json',
        'idempotency-key': isWrite ? (options.idempotencyKey ?? newIdempotencyKey()) : undefined,
        'if-match': options.ifMatch === undefined ? undefined : `"${options.ifMatch}"`,
        ...stream,
      },
      this.#settings.headers,
    );
  }

  /** Sends a request; when its token turns out to have expired and there may be a newer one, once more with that. */
  async #attempt(request: Request, isStreamed: boolean): Promise<Received> {
    const received = await this.#exchange(request, isStreamed);
    const isRenewable = received.status === 401 && typeof this.#settings.token === 'function';
    return isRenewable && problemOf(received)?.code === 'token-expired'
      ? this.#exchange(request, isStreamed)
      : received;
  }

  async #exchange(request: Request, isStreamed: boolean): Promise<Received> {
    const authorized = await this.#authorized(request);
    const sentAt = Date.now();
    const response = await this.#settings.fetch(authorized);
    this.clock.observe(response.headers.get('date'), sentAt);
    const { status, headers } = response;
    return { status, headers, response, text: isStreamed && response.ok ? '' : await response.text() };
  }

  /** A copy of a request that says who is asking; the request itself stays as it is, to be sent again. */
  async #authorized(request: Request): Promise<Request> {
    const copy = request.clone();
    try {
      const { token } = this.#settings;
      const current = typeof token === 'function' ? await token() : token;
      const authorization = current === undefined ? undefined : `Bearer ${current}`;
      for (const [name, value] of headersOf('token', { authorization })) copy.headers.set(name, value);
    } catch (error) {
      throw new Unsendable(error);
    }
    return copy;
  }
}
