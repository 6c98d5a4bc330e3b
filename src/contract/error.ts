import { problemStatus, type FieldError, type ProblemCode } from './problem.js';

const brand = Symbol.for('latchkey.error');

/** Every stable code: a marketplace's problem codes, and what can go wrong before an answer is there. */
export type ErrorCode = ProblemCode | 'network' | 'timeout' | 'invalid-response' | 'configuration' | 'unknown';

/**
 * Base of all errors of this library. `code` is stable; `message` is for developers and holds no host, id, query,
 * header or server text. Test for it with {@link isMarketplaceError}, which also holds across two copies on a page.
 */
export class MarketplaceError extends Error {
  readonly [brand] = true;
  override readonly name: string = 'MarketplaceError';

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface ApiErrorInit {
  /** The HTTP status; the code's own unless told. */
  status?: number | undefined;
  /** The rule's word behind the code, e.g. `not-active`. */
  reason?: string | undefined;
  /** Which fields are wrong. */
  errors?: FieldError[] | undefined;
  /** How long to wait before trying again, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/** The marketplace answered with a problem: see `code`, and `errors` for fields. */
export class ApiError extends MarketplaceError {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly reason: string | undefined;
  readonly errors: readonly FieldError[];
  readonly retryAfterMs: number | undefined;

  constructor(code: ProblemCode | 'unknown', message: string, init: ApiErrorInit = {}) {
    super(code, message);
    this.status = init.status ?? (code === 'unknown' ? 500 : problemStatus[code]);
    this.reason = init.reason;
    this.errors = init.errors ?? [];
    this.retryAfterMs = init.retryAfterMs;
  }
}

/** Whether it is an error of this library, from whichever copy of it. */
export const isMarketplaceError = (error: unknown): error is MarketplaceError =>
  typeof error === 'object' && error !== null && brand in error;

/** Whether a marketplace answered with a problem, as opposed to not answering. */
export const isApiError = (error: unknown): error is ApiError => isMarketplaceError(error) && error.name === 'ApiError';
