import {
  ApiError,
  isApiError,
  isCleanValue,
  operationParams,
  operations,
  problemStatus,
  readQuery,
  type CallOptions,
  type Marketplace,
  type Operation,
  type OperationName,
  type Problem,
  type Secret,
} from '../contract/index.js';
import { readBody } from './request.js';
import { eventStream } from './event-stream.js';

export interface HandlerOptions {
  /**
   * The marketplace as the person who makes the request may use it: authenticate here, by the request's headers alone.
   *
   * @throws {ApiError} `unauthenticated` or `token-expired`.
   */
  marketplaceFor(request: Request): Marketplace | Promise<Marketplace>;
  /** What the paths of the contract stand behind, e.g. `/api/amplify/v1`. Default: nothing. */
  basePath?: string;
  /** The largest body that is read, in bytes. Default 65,536. */
  maxBodyBytes?: number;
  /** How long one stream of events lasts before the client has to come back with a fresh token, in ms. Default 300,000. */
  streamMs?: number;
  /** Hears of errors that are the marketplace's own fault; the client only learns `internal`. Default: nothing. */
  onError?(error: unknown): void;
}

/** Answers requests of the HTTP contract. */
export type MarketplaceHandler = (request: Request) => Promise<Response>;

interface Route {
  name: OperationName;
  operation: Operation;
  pattern: RegExp;
}

const routes: Route[] = (Object.entries(operations) as [OperationName, Operation][]).map(([name, operation]) => ({
  name,
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

const json = (body: unknown, status: number, type: string, headers: Record<string, string>): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });

/** An error as RFC 9457 problem details: code and words of ours only, nothing of what went wrong inside. */
function problemResponse(error: ApiError, headers: Record<string, string>): Response {
  const title = error.code.replaceAll('-', ' ');
  const problem: Problem = {
    type: `urn:latchkey:problem:${error.code}`,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    status: error.status,
    code: error.code,
    ...(error.reason === undefined ? {} : { reason: error.reason }),
    ...(error.errors.length === 0 ? {} : { errors: [...error.errors] }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfter: Math.ceil(error.retryAfterMs / 1000) }),
  };
  return json(problem, error.status, 'application/problem+json', {
    ...headers,
    ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
  });
}

/** The row of the table that a request is for, and the ids in its path. A wrong method is told the right ones. */
function route(
  method: string,
  path: string,
  headers: Record<string, string>,
): { name: OperationName; operation: Operation; ids: string[] } {
  const found = routes.filter(({ pattern }) => pattern.test(path));
  const match = found.find(({ operation }) => operation.method === method);
  if (!match && found.length > 0) {
    headers['allow'] = found.map(({ operation }) => operation.method).join(', ');
    throw new ApiError('method-not-allowed', 'no such operation here');
  }
  if (!match) throw new ApiError('not-found', 'no such operation');
  try {
    const ids = (match.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
    if (!isCleanValue(ids)) throw new ApiError('not-found', 'no id looks like this');
    return { name: match.name, operation: match.operation, ids };
  } catch (error) {
    throw isApiError(error) ? error : new ApiError('malformed-request', 'the path is not valid');
  }
}

function callOptions(request: Request, { keyed }: Operation): CallOptions {
  const key = request.headers.get('idempotency-key')?.trim();
  if (keyed && !key) throw new ApiError('idempotency-key-required', 'an Idempotency-Key is required');
  if (key !== undefined && key.length > 200) throw new ApiError('malformed-request', 'the Idempotency-Key is too long');
  const version = request.headers.get('if-match')?.trim();
  return {
    signal: request.signal,
    ...(key ? { idempotencyKey: key } : {}),
    ...(version && version !== '*' ? { ifMatch: version.replace(/^W\//, '').replaceAll('"', '') } : {}),
  };
}

/** The answer of a write says where the new object is, and every object says its version. */
function objectHeaders(result: unknown, { status, path }: Operation, basePath: string): Record<string, string> {
  const { id, version } = result as { id?: unknown; version?: unknown };
  return {
    ...(typeof version === 'string' ? { etag: `"${version}"` } : {}),
    ...(status === 201 && typeof id === 'string' ? { location: `${basePath}${path}/${encodeURIComponent(id)}` } : {}),
  };
}

/**
 * Serves a Marketplace over the HTTP contract: in Node, an edge worker, a service worker or MSW. Every answer carries
 * the marketplace's time in `Date` and is not stored by caches.
 */
export function createMarketplaceHandler(options: HandlerOptions): MarketplaceHandler {
  const { marketplaceFor, basePath = '', maxBodyBytes = 65_536, streamMs = 300_000, onError } = options;

  async function answer(request: Request, headers: Record<string, string>): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : '';
    const { name, operation, ids } = route(request.method, path, headers);
    const marketplace = await marketplaceFor(request);
    headers['date'] = new Date(marketplace.now()).toUTCString();

    if (name === 'events.list' && request.headers.get('accept')?.includes('text/event-stream')) {
      const after = request.headers.get('last-event-id') ?? undefined;
      const params = {
        ...readQuery(url.searchParams, operationParams[name]),
        ...(after === undefined ? {} : { after }),
      };
      return eventStream(marketplace, params, { signal: request.signal, streamMs, headers });
    }

    const call = callOptions(request, operation);
    const params =
      operation.method === 'GET'
        ? readQuery(url.searchParams, operationParams[name])
        : await readBody(request, maxBodyBytes);
    const [resource = '', method = ''] = name.split('.');
    const target = (marketplace as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[
      resource
    ];
    let seal: ((secret: Secret) => Promise<unknown>) | undefined;
    // The key is checked before the secret is taken out: a bad key must not cost anybody the only view of a secret.
    if (name === 'credentials.reveal') seal = await (await import('./seal.js')).createSealer(params);
    let result = await target?.[method]?.(...ids, params, call);
    if (seal) result = await seal(result as Secret);
    return json(result, operation.status, 'application/json', {
      ...headers,
      ...objectHeaders(result, operation, basePath),
    });
  }

  return async (request) => {
    const headers: Record<string, string> = {};
    try {
      return await answer(request, headers);
    } catch (error) {
      if (isApiError(error) && error.code in problemStatus) return problemResponse(error, headers);
      if (request.signal.aborted) return problemResponse(new ApiError('unavailable', 'aborted'), headers);
      onError?.(error);
      return problemResponse(new ApiError('internal', 'the marketplace failed'), headers);
    }
  };
}
