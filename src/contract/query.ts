import type * as z from 'zod/mini';
import { ApiError } from './error.js';

/** The type that a query parameter's schema wants its text to be turned into. */
function wanted(schema: z.ZodMiniType): string {
  const definition = schema._zod.def as { type: string; innerType?: z.ZodMiniType };
  return definition.type === 'optional' && definition.innerType ? wanted(definition.innerType) : definition.type;
}

/** A decimal number; anything else that JavaScript takes for one (`0x10`, `1e1`, blanks) is none. */
const readNumber = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);

/**
 * A query as the parameters of a GET: lists from repeated keys, numbers from text. Unknown keys are left out.
 *
 * @throws {ApiError} `malformed-request` if a key is repeated that holds no list.
 */
export function readQuery(query: URLSearchParams, schema: z.ZodMiniType): Record<string, unknown> {
  const { shape = {} } = schema._zod.def as { shape?: Record<string, z.ZodMiniType> };
  const params: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const values = query.getAll(key);
    const [first] = values;
    if (first === undefined) continue;
    const type = wanted(field);
    if (type !== 'array' && values.length > 1) throw new ApiError('malformed-request', 'a query parameter is repeated');
    params[key] = type === 'array' ? values : type === 'number' ? readNumber(first) : first;
  }
  return params;
}
