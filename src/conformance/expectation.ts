import { isApiError, isMarketplaceError, type ApiError, type ProblemCode } from '../contract/index.js';

/** A backend breaks a rule: the message says what was expected, and what came. It never holds a secret. */
export class ConformanceError extends Error {
  override readonly name: string = 'ConformanceError';
}

/** A value as text for a message; secrets print as `[secret]`. */
export function print(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** An error as text for a message: code, reason and fields, whatever it is. */
export function printError(error: unknown): string {
  if (isApiError(error)) {
    const { code, status, reason, errors } = error;
    const fields = errors.map(({ pointer }) => pointer).join(', ');
    return `${code} (${status}${reason === undefined ? '' : `, reason ${reason}`}${fields === '' ? '' : `, at ${fields}`})`;
  }
  if (isMarketplaceError(error)) return `${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : print(error);
}

/** Fails unless the condition holds. `message` says what was expected and what came. */
export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ConformanceError(message);
}

/** Text that is the same for values that are the same as JSON, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`;
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Where two values that differ do so first, as a JSON pointer, and what each has there. */
function difference(actual: unknown, expected: unknown, at = ''): { at: string; actual: unknown; expected: unknown } {
  if (!isTree(actual) || !isTree(expected) || Array.isArray(actual) !== Array.isArray(expected))
    return { at, actual, expected };
  const entries = new Map<string, unknown>(Object.entries(actual));
  const keys = new Set([...entries.keys(), ...Object.keys(expected)]);
  for (const key of keys) {
    const [one, other] = [entries.get(key), (expected as Record<string, unknown>)[key]];
    if (canonical(one) !== canonical(other)) return difference(one, other, `${at}/${key}`);
  }
  return { at, actual, expected };
}

/** Fails unless both are the same as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (canonical(actual) === canonical(expected)) return;
  const isShort = print(actual).length < 150 && print(expected).length < 150;
  const first = isShort ? { at: '', actual, expected } : difference(actual, expected);
  const where = first.at === '' ? '' : `, at ${first.at}`;
  throw new ConformanceError(`${what}${where}: expected ${print(first.expected)}, got ${print(first.actual)}`);
}

/** The value that has to be there. */
export function expectThere<Value>(value: Value | undefined, what: string): Value {
  expect(value !== undefined, `${what}: expected it to be there, it is not`);
  return value;
}

/** What a call came to. */
export type Outcome<Result> = { result: Result } | { error: unknown };

export async function outcomeOf<Result>(call: Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await call };
  } catch (error) {
    return { error };
  }
}

/** What a refusal has to look like, beside its code. `pointer`: one of the fields it names. */
export interface Refusal {
  reason?: string | readonly string[] | undefined;
  pointer?: string | undefined;
}

const oneOf = <Word extends string>(words: Word | readonly Word[]): readonly Word[] =>
  typeof words === 'string' ? [words] : words;

/** Fails unless a call was refused with one of the codes and, where told, the reason and the field. */
export function expectRefusal(
  outcome: Outcome<unknown>,
  code: ProblemCode | readonly ProblemCode[],
  what: string,
  { reason, pointer }: Refusal = {},
): ApiError {
  const codes = oneOf(code);
  const wanted =
    `expected it to be refused with ${codes.join(' or ')}` +
    (reason === undefined ? '' : `, reason ${oneOf(reason).join(' or ')}`) +
    (pointer === undefined ? '' : `, at ${pointer}`);
  expect('error' in outcome, `${what}: ${wanted}; it was accepted`);
  const { error } = outcome;
  const came = `${what}: ${wanted}; got ${printError(error)}`;
  if (!isApiError(error)) throw new ConformanceError(came, { cause: error });
  expect(
    codes.some((word) => word === error.code),
    came,
  );
  expect(reason === undefined || oneOf(reason).some((word) => word === error.reason), came);
  expect(pointer === undefined || error.errors.some((field) => field.pointer === pointer), came);
  return error;
}

/** The same of a call that is still to be answered. */
export const expectRefused = async (
  call: Promise<unknown>,
  code: ProblemCode | readonly ProblemCode[],
  what: string,
  refusal?: Refusal,
): Promise<ApiError> => expectRefusal(await outcomeOf(call), code, what, refusal);

/**
 * Makes calls at once, of which some are to succeed and the others to be refused.
 *
 * @returns What those that succeeded answered.
 */
export async function expectOnly<Result>(
  count: number,
  calls: readonly Promise<Result>[],
  code: ProblemCode | readonly ProblemCode[],
  what: string,
): Promise<Result[]> {
  const outcomes = await Promise.all(calls.map(outcomeOf));
  const results = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
  expectEqual(results.length, count, `how many of ${calls.length} ${what} at once succeeded`);
  for (const outcome of outcomes) if ('error' in outcome) expectRefusal(outcome, code, `one of the other ${what}`);
  return results;
}
