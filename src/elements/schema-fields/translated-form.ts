import type { FormDefinition } from '../../contract/form.js';
import { isObject, sameJson, segmentsOf, type JsonSchema } from './json-schema.js';

/** Where a schema holds text for people. */
const texts = ['title', 'description', 'x-axway-label'];

/**
 * The schema of a form in a language: the form's own translations for the region, else for the language, else the text
 * as it stands. Only texts for people change: never a value, a name or a rule.
 */
export function translatedSchema({ schema, translations }: FormDefinition, language: string): JsonSchema {
  if (!isObject(translations)) return schema;
  const wanted = language.toLowerCase();
  const byPointer = new Map<string, unknown>();
  for (const code of [wanted.split('-', 1)[0], wanted]) {
    const found = Object.entries(translations).find(([key]) => key.toLowerCase() === code)?.[1];
    for (const [pointer, text] of Object.entries(isObject(found) ? found : {})) byPointer.set(pointer, text);
  }
  let translated = schema;
  for (const [pointer, text] of byPointer) {
    if (typeof text === 'string') translated = translate(translated, segmentsOf(pointer), text) as JsonSchema;
  }
  return translated;
}

/** A copy with another text; the same object where there is no such text. */
function translate(at: unknown, [first, ...rest]: string[], text: string): unknown {
  if (first === undefined) return at;
  if (Array.isArray(at)) {
    const index = Number(first);
    return index in at ? at.map((one: unknown, place) => (place === index ? translate(one, rest, text) : one)) : at;
  }
  if (!isObject(at)) return at;
  const [key, ...deeper] = rest;
  if (key !== undefined && deeper.length === 0 && Array.isArray(at['enum'])) {
    if (first === 'enum' || first === 'enumNames') return withLabel(at, at['enum'], Number(key), text);
    if (first === 'x-enum-values') return withDisplay(at, key, text);
  }
  if (key !== undefined) return first in at ? { ...at, [first]: translate(at[first], rest, text) } : at;
  const isText = texts.includes(first) && (at[first] === undefined || typeof at[first] === 'string');
  return isText ? { ...at, [first]: text } : at;
}

/** A schema with another label for its value at a place; the values stay. */
function withLabel(schema: JsonSchema, values: readonly unknown[], index: number, text: string): JsonSchema {
  if (!(index in values)) return schema;
  const display = Object.entries(isObject(schema['x-enum-values']) ? schema['x-enum-values'] : {});
  const own = display.find(([, value]) => sameJson(value, values[index]));
  if (own) return withDisplay(schema, own[0], text);
  const names: unknown = schema['enumNames'];
  const nameAt = (place: number): unknown => (Array.isArray(names) ? (names[place] as unknown) : undefined);
  return { ...schema, enumNames: values.map((_, place) => (place === index ? text : nameAt(place))) };
}

/** A schema with another text for one of its displayed values. */
function withDisplay(schema: JsonSchema, key: string, text: string): JsonSchema {
  const display = Object.entries(isObject(schema['x-enum-values']) ? schema['x-enum-values'] : {});
  return {
    ...schema,
    'x-enum-values': Object.fromEntries(display.map(([one, value]) => [one === key ? text : one, value])),
  };
}
