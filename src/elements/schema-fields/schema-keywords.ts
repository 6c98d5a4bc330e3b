import { isObject, type JsonSchema } from './json-schema.js';

/** One thing that can be chosen. `value` is what is sent. */
export interface FieldOption {
  value: unknown;
  label: string;
}

/** A keyword, or a value of one, that a schema uses and a form cannot show as meant. */
export interface Unsupported {
  /** Of the field, in the data; empty for the form itself. */
  pointer: string;
  keyword: string;
  value: unknown;
}

/** Draft-07's keywords that a form shows, checks, or may safely pass over. */
const known = new Set(
  (
    '$schema $id $comment $ref definitions title description default examples readOnly writeOnly deprecated ' +
    'type enum enumNames const format contentMediaType contentEncoding ' +
    'minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf ' +
    'items minItems maxItems uniqueItems contains properties required additionalProperties propertyNames ' +
    'minProperties maxProperties dependencies if then else allOf anyOf oneOf not'
  ).split(' '),
);

const widgets = ['textarea'];

/** What of a schema no form here can show as meant. Vendor extensions (`x-…`) are harmless. */
export const unsupportedKeywords = (schema: JsonSchema, pointer: string): Unsupported[] =>
  Object.entries(schema)
    .filter(([keyword, value]) => !isSupported(keyword, value))
    .map(([keyword, value]) => ({ pointer, keyword, value }));

function isSupported(keyword: string, value: unknown): boolean {
  if (keyword === 'x-axway-widget') return widgets.includes(String(value).toLowerCase());
  return known.has(keyword) || keyword.startsWith('x-');
}

/**
 * What can be chosen: of `enum`, labelled by `x-enum-values` (display → value) or `enumNames`, or of
 * `oneOf`/`anyOf` branches that are `const` with a `title`. None if it is not a choice.
 */
export function labelledOptions(schema: JsonSchema): FieldOption[] {
  const { enum: values, enumNames, oneOf, anyOf } = schema;
  if (Array.isArray(values)) {
    const display: unknown = schema['x-enum-values'];
    const labels = new Map(isObject(display) ? Object.entries(display).map(([label, value]) => [value, label]) : []);
    return values.map((value: unknown, index) => {
      const name: unknown = Array.isArray(enumNames) ? enumNames[index] : undefined;
      return { value, label: labels.get(value) ?? (typeof name === 'string' ? name : textOf(value)) };
    });
  }
  const branches: unknown = oneOf ?? anyOf;
  if (!Array.isArray(branches) || branches.length === 0 || !branches.every((one) => isObject(one) && 'const' in one)) {
    return [];
  }
  return (branches as JsonSchema[]).map(({ const: value, title }) => ({
    value,
    label: typeof title === 'string' ? title : textOf(value),
  }));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
