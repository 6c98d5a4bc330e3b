import assert from 'node:assert/strict';
import {
  ApiError,
  operations,
  problemStatus,
  type Operation,
  type OperationName,
  type Problem,
  type ProblemCode,
} from '../../../src/contract/index.js';
import { createMarketplaceHandler, isShareToken, type SystemId } from '../../../src/marketplace/index.js';
import type { World } from '../world.js';
import { sceneOf } from './scenes.js';

const origin = 'http://localhost';
const base = '/api/v1';

/** A request of an operation as anybody could send it; what is not said is as it should be. */
export interface Wild {
  /** The system; `amplify` unless told. */
  on?: SystemId;
  /** A person, the name of a share link, `nobody`, or any other token. Ada unless told. */
  as?: string;
  /** What the path is about: a name of the scene's or an id, percent-encoded as it is sent. */
  id?: string;
  method?: string;
  query?: string;
  /** Sent as JSON; text and bytes as they are; a function is given the scene's ids by their names. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** One bad request: what is wrong with it, the request, and its {@link outcome}. */
export type Row = [what: string, wild: Wild, outcome: string];

export type Send = (path: string, init: RequestInit & { duplex?: 'half' }) => Promise<Response>;

/** The marketplace's HTTP contract, as the demo serves it: people by their token, share links by theirs. */
export function serve({ marketplace, as }: World, onError?: (error: unknown) => void): Send {
  const handler = createMarketplaceHandler({
    basePath: base,
    streamMs: 1000,
    ...(onError ? { onError } : {}),
    marketplaceFor: (request) => {
      const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      if (token === 'old') throw new ApiError('token-expired', 'an old token');
      if (isShareToken(token)) return marketplace.withShareToken(token);
      if (!['ada', 'ben', 'cleo', 'priya'].includes(token)) throw new ApiError('unauthenticated', 'no such token');
      return as(token);
    },
  });
  return (path, init) => handler(new Request(origin + base + path, init));
}

const isRaw = (body: unknown): body is BodyInit =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;

/** The operation's path with the id in it. */
export const pathOf = (name: OperationName, id: string): string => operations[name].path.replace(/\{\w+\}/, id);

/** Sends the request; a key is there unless told otherwise. */
export async function ask(name: OperationName, wild: Wild): Promise<Response> {
  const { on = 'amplify', as = 'ada', id = '', query, headers } = wild;
  const { world, ids, tokens } = await sceneOf(on);
  const body: unknown = typeof wild.body === 'function' ? (wild.body as (of: typeof ids) => unknown)(ids) : wild.body;
  const { method } = operations[name] as Operation;
  return serve(world)(pathOf(name, ids[id] ?? id) + (query === undefined ? '' : `?${query}`), {
    method: wild.method ?? method,
    headers: {
      ...(as === 'nobody' ? {} : { authorization: `Bearer ${tokens[as] ?? as}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body), duplex: 'half' }),
  });
}

/** That a problem is one of the contract's, and looks as it should. */
export function checkProblem(response: Response, problem: Problem): void {
  const { code, status, type, title } = problem;
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(problemStatus[code as ProblemCode], status, `an unknown code: ${code}`);
  assert.deepEqual([response.status, type], [status, `urn:latchkey:problem:${code}`]);
  assert.match(title, /^[A-Z][a-z ]+$/);
  if (status === 401) assert.equal(response.headers.get('www-authenticate'), 'Bearer');
  if (status === 405) assert.match(response.headers.get('allow') ?? '', /^[A-Z]+(, [A-Z]+)*$/);
}

/** What came of a request, in a line: status, problem code, reason and the pointers of the fields that are wrong. */
export async function outcome(response: Response): Promise<string> {
  assert.equal(response.headers.get('cache-control'), 'no-store');
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
  if (response.status < 400) return String(response.status);
  const problem = (await response.json()) as Problem;
  checkProblem(response, problem);
  const { code, reason = '', errors = [] } = problem;
  return [response.status, code, reason, ...errors.map(({ pointer }) => pointer || '(all)')].filter(Boolean).join(' ');
}
