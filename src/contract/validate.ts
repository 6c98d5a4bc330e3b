import type * as z from 'zod/mini';
import { ApiError } from './error.js';
import { operationParams, type ParamsOf } from './operation-params.js';
import type { OperationName } from './operations.js';
import type { FieldError } from './problem.js';

type Issue = z.core.$ZodIssue;

const details: Partial<Record<Issue['code'], (issue: Issue) => string>> = {
  invalid_type: (issue) => `Must be of type ${(issue as z.core.$ZodIssueInvalidType).expected}.`,
  too_small: (issue) => `Too short or too small: at least ${(issue as z.core.$ZodIssueTooSmall).minimum}.`,
  too_big: (issue) => `Too long or too large: at most ${(issue as z.core.$ZodIssueTooBig).maximum}.`,
  invalid_value: () => 'Not one of the allowed values.',
};

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The stable word for what is wrong: the same ones as for the fields of a form. */
const reasons: Partial<Record<Issue['code'], (issue: Issue) => string>> = {
  invalid_type: () => 'type',
  too_small(issue) {
    const { origin, minimum } = issue as z.core.$ZodIssueTooSmall;
    if (origin === 'string') return minimum === 1 ? 'required' : 'too-short';
    return origin === 'array' ? 'too-few' : 'too-small';
  },
  too_big(issue) {
    const { origin } = issue as z.core.$ZodIssueTooBig;
    return origin === 'string' ? 'too-long' : origin === 'array' ? 'too-many' : 'too-large';
  },
  invalid_value: () => 'not-allowed',
};

const valueAt = (params: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], params);

const fieldError = (issue: Issue, params: unknown): FieldError => ({
  pointer: pointer(issue.path),
  detail: details[issue.code]?.(issue) ?? 'Not valid.',
  reason: valueAt(params, issue.path) === undefined ? 'required' : (reasons[issue.code]?.(issue) ?? 'invalid'),
});

/** So many wrong fields are named; whoever sends more gets no longer an answer for it. */
export const mostFieldErrors = 100;

/** A NUL or half a surrogate pair: text that is no Unicode, and that no database takes. */
const brokenText = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Nothing that people fill in is nested deeper, and whoever walks through it needs a stack for each level. */
const mostLevels = 50;

/** Whether all text in the value, keys included, is whole Unicode without NUL, and nothing is nested too deep. */
export function isCleanValue(value: unknown, levels = mostLevels): boolean {
  if (typeof value === 'string') return !brokenText.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    levels > 0 && Object.entries(value).every(([key, item]) => isCleanValue(key) && isCleanValue(item, levels - 1))
  );
}

/**
 * The parameters of an operation, checked: unknown keys are dropped, texts trimmed where the schema says so.
 *
 * @throws {ApiError} `validation-failed` with a pointer to each field that is wrong; `malformed-request` for broken
 *   text, or what is nested deeper than 50 levels.
 */
export function validateParams<Name extends OperationName>(name: Name, params: unknown): ParamsOf<Name> {
  if (!isCleanValue(params)) throw new ApiError('malformed-request', `${name}: broken characters, or nested too deep`);
  const result = (operationParams[name] as z.ZodMiniType).safeParse(params ?? {});
  if (result.success) return result.data as ParamsOf<Name>;
  throw new ApiError('validation-failed', `${name}: the parameters are not valid`, {
    errors: result.error.issues.slice(0, mostFieldErrors).map((issue) => fieldError(issue, params)),
  });
}
