import { ApiError } from '../contract/error.js';
import { ProblemSchema, problemStatus, type Problem, type ProblemCode } from '../contract/problem.js';
import { parseRetryAfter, type Answer } from './retry.js';

/** JSON, or `undefined` for text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The problem an answer tells of, if it tells of one the way the contract says. */
export const problemOf = (answer: Answer): Problem | undefined => ProblemSchema.safeParse(parseJson(answer.text)).data;

const isKnown = (code: string | undefined): code is ProblemCode =>
  code !== undefined && Object.hasOwn(problemStatus, code);

/** How long an answer asks to wait, in milliseconds: the problem's own word, else the `Retry-After` header's. */
export function retryAfterOf(answer: Answer, now: number): number | undefined {
  const seconds = problemOf(answer)?.retryAfter;
  return seconds === undefined ? parseRetryAfter(answer.headers.get('retry-after'), now) : seconds * 1000;
}

/**
 * The error an unsuccessful answer stands for. A code that only a newer marketplace knows, and an answer of something
 * else in between, is `unknown` with its status.
 *
 * @param route - Method and route template: all that the message tells apart from the outcome.
 * @param now - The marketplace's time, in milliseconds since 1970.
 */
export function apiErrorOf(route: string, answer: Answer, now: number): ApiError {
  const problem = problemOf(answer);
  const code = isKnown(problem?.code) ? problem.code : 'unknown';
  return new ApiError(code, `${route}: ${code} (${answer.status})`, {
    status: answer.status,
    reason: problem?.reason,
    errors: problem?.errors,
    retryAfterMs: retryAfterOf(answer, now),
  });
}
