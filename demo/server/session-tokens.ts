import { ApiError, type FieldError } from '../../src/contract/index.js';
import type { IssuedSession, KeyRegistry, Refusal } from '../../src/marketplace/index.js';
import { readBody } from '../../src/marketplace/request.js';
import { basicPair } from './call-credentials.js';

const mostBytes = 4096;

/** What a session token is asked for with: how long it is wanted for, in seconds. */
async function wantedSeconds(request: Request, longestSeconds: number): Promise<number> {
  const body = await readBody(request, mostBytes);
  const errors: FieldError[] = [];
  if (body['grant_type'] !== 'session') errors.push({ pointer: '/grant_type', detail: 'Must be “session”.' });
  const seconds = body['expires_in'] ?? longestSeconds;
  if (!Number.isInteger(seconds) || Number(seconds) < 1)
    errors.push({ pointer: '/expires_in', detail: 'Must be a whole number of seconds, at least 1.' });
  if (errors.length > 0) throw new ApiError('validation-failed', 'session token: the body is not valid', { errors });
  return Math.min(Number(seconds), longestSeconds);
}

/**
 * Exchanges a key pair, sent as HTTP Basic, for a session token (SPEC E3). The body is JSON: `grant_type` is `session`;
 * `expires_in`, in seconds, may be left out and is cut to what is allowed.
 *
 * @throws {ApiError} For a bad body.
 */
export async function exchangePair(
  request: Request,
  options: { registry: Pick<KeyRegistry, 'issueSession'>; resourceId: string; longestSeconds: number },
): Promise<{ session: IssuedSession; response: Response } | { refused: Refusal | 'credential-required' }> {
  const { registry, resourceId, longestSeconds } = options;
  const pair = basicPair(request.headers);
  if (!pair) return { refused: 'credential-required' };
  const expiresInSeconds = await wantedSeconds(request, longestSeconds);
  const session = await registry.issueSession({ ...pair, resourceId, expiresInSeconds });
  if ('refused' in session) return session;
  const answer = { ust: session.token, expires_in: session.expiresInSeconds };
  return { session, response: Response.json(answer, { headers: { 'cache-control': 'no-store' } }) };
}
