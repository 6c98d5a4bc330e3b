import { isApiError, type Problem } from '../../src/contract/index.js';

/** A refusal as RFC 9457 problem details, in the form of the marketplace's own. Its words hold nothing from inside. */
export function problem(
  status: number,
  code: string,
  more: { errors?: Problem['errors']; headers?: Record<string, string> } = {},
): Response {
  const words = code.replaceAll('-', ' ');
  const body: Problem = {
    type: `urn:latchkey:problem:${code}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    errors: more.errors,
  };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more.headers };
  return Response.json(body, { status, headers });
}

/** What a route has thrown, as a problem: an error of the contract by its code, anything else as `internal`. */
export function problemOf(error: unknown): Response {
  if (!isApiError(error)) {
    logError(error);
    return problem(500, 'internal');
  }
  return problem(error.status, error.code, {
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
    ...(error.status === 401 ? { headers: { 'www-authenticate': 'Bearer' } } : {}),
  });
}

/** Tells whoever runs the demo. The stack alone: a database's error carries the values of its statement as well. */
export function logError(error: unknown): void {
  console.error(error instanceof Error ? error.stack : 'something that is no error was thrown');
}
