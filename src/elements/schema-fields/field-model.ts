import type { FormDefinition } from '../../contract/form.js';
import { fromDateTime, fromTime, toDateTime, toJson, toNumber, toTime, type Draft } from './field-values.js';
import { isFileSchema } from './file-value.js';
import {
  dereference,
  discriminatorOf,
  isObject,
  objectBranches,
  pointerTo,
  sameJson,
  shapeOf,
  type JsonSchema,
  type ObjectShape,
} from './json-schema.js';
import { labelledOptions, unsupportedKeywords, type FieldOption, type Unsupported } from './schema-keywords.js';

/** Which control a field gets. */
export type FieldKind =
  'text' | 'multiline' | 'json' | 'number' | 'boolean' | 'choice' | 'choices' | 'file' | 'list' | 'group';

/** A field as it is to be shown now. */
export interface Field {
  /** Where its value stands in the data, as a JSON pointer. */
  pointer: string;
  kind: FieldKind;
  label: string;
  description: string;
  required: boolean;
  readOnly: boolean;
  /** Masked, and kept from autofill. */
  encrypted: boolean;
  /** What the control shows: text, a boolean, or for choices the JSON values. */
  value: unknown;
  /** What is sent; `undefined` for nothing. */
  data: unknown;
  /** The `type` of an `<input>`, for the kind `text`. */
  inputType: 'text' | 'email' | 'url' | 'date' | 'time' | 'datetime-local' | 'password';
  options: FieldOption[];
  /** The fields of a group; the items of a list. */
  fields: Field[];
  minItems: number;
  maxItems: number;
  /** Its own schema, references followed. */
  schema: JsonSchema;
}

/** A form as it is to be shown now: its fields, what would be sent, and what of its schema is not understood. */
export interface ResolvedForm {
  fields: Field[];
  data: Record<string, unknown>;
  unsupported: Unsupported[];
}

interface Context {
  root: JsonSchema;
  unsupported: Unsupported[];
  /** The references followed on the way here: one that comes again has no end. */
  references: readonly string[];
  /** How many objects are around it. */
  depth: number;
  /** How many items of lists may be shown for `minItems` alone. */
  items: number;
}

/** Deeper than this, what is typed alone decides which conditional fields apply: their defaults no longer do. */
const mostConditionalLevels = 4;

/** Nobody fills in more items than these: in all lists in one another, and in one. */
const mostItems = { inAll: 1_000, inOne: 100 };

/** The types a field can be made of; any other is shown as text. */
const types = ['string', 'number', 'integer', 'boolean', 'array', 'object'];
const textInputs: Readonly<Record<string, Field['inputType']>> = {
  email: 'email',
  uri: 'url',
  url: 'url',
  date: 'date',
  time: 'time',
  'date-time': 'datetime-local',
  password: 'password',
};

/**
 * The fields that a form asks for, given what is typed so far (SPEC A2): ordered, labelled, with conditional fields
 * that apply and without hidden ones, whose defaults are sent all the same. Never fails: what it does not understand
 * becomes a text field and is listed in `unsupported` (SPEC X3).
 */
export function resolveForm(definition: FormDefinition, draft: Draft): ResolvedForm {
  const context: Context = {
    root: definition.schema,
    unsupported: [
      ...unsupportedKeywords(definition.schema, ''),
      ...lostReference(dereference(definition.schema, definition.schema), ''),
    ],
    references: ['#'],
    depth: 0,
    items: mostItems.inAll,
  };
  const { fields, data } = resolveObject(definition.schema, draft, '', context, definition.order);
  return { fields, data: data ?? {}, unsupported: context.unsupported };
}

function resolveObject(
  schema: JsonSchema,
  draft: unknown,
  pointer: string,
  context: Context,
  order: readonly string[] = [],
): { fields: Field[]; data: Record<string, unknown> | undefined } {
  const typed: Draft = isObject(draft) ? draft : {};
  // Which properties apply depends on the data, and the data on the defaults of the properties that apply.
  const isDeep = context.depth > mostConditionalLevels;
  let data: Record<string, unknown> = isDeep ? typed : {};
  let shape = shapeOf(schema, data, context.root);
  let visible: Field[] = [];
  for (let round = 0; round < 10; round++) {
    const known = shape;
    const scratch: Context = {
      ...context,
      unsupported: unclear(schema, pointer, context.root),
      depth: context.depth + 1,
    };
    const names = orderedNames([...known.properties.keys()], [...order, ...known.order]);
    const all = names.map((name) => {
      const property = known.properties.get(name) ?? {};
      return {
        name,
        property,
        field: resolveField(property, name, typed[name], pointerTo(pointer, name), known.required.has(name), scratch),
      };
    });
    data = Object.fromEntries(all.flatMap(({ name, field }) => (field.data === undefined ? [] : [[name, field.data]])));
    visible = all.filter(({ property }) => !isHidden(property)).map(({ field }) => field);
    shape = shapeOf(schema, data, context.root);
    if (isDeep || sameShape(shape, known)) {
      context.unsupported.push(...scratch.unsupported);
      break;
    }
  }
  return { fields: visible, data: Object.keys(data).length > 0 ? data : undefined };
}

function sameShape(one: ObjectShape, other: ObjectShape): boolean {
  const theirs = [...other.properties];
  return (
    one.properties.size === theirs.length &&
    [...one.properties].every(([name, schema], index) => {
      const [otherName, otherSchema] = theirs[index] ?? [];
      return name === otherName && sameJson(schema, otherSchema);
    }) &&
    sameJson([...one.required], [...other.required])
  );
}

/** Alternatives that nothing tells apart: all that they ask for is shown. */
const unclear = (schema: JsonSchema, pointer: string, root: JsonSchema): Unsupported[] =>
  ['oneOf', 'anyOf'].flatMap((keyword) => {
    const branches = objectBranches(schema[keyword], root);
    const isClear = branches.length < 2 || discriminatorOf(branches) !== undefined;
    return isClear ? [] : [{ pointer, keyword, value: schema[keyword] }];
  });

/** A reference that leads nowhere, as far as it was followed. */
const lostReference = ({ $ref }: JsonSchema, pointer: string): Unsupported[] =>
  typeof $ref === 'string' ? [{ pointer, keyword: '$ref', value: $ref }] : [];

/** The names of `order` first, as far as they exist, then the others as declared. */
function orderedNames(names: string[], order: readonly string[]): string[] {
  const known = new Set(names);
  return [...new Set([...order.filter((name) => known.has(name)), ...names])];
}

const isHidden = (schema: JsonSchema): boolean => schema['x-axway-hidden'] === true || schema['format'] === 'hidden';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

function resolveField(
  unresolved: JsonSchema,
  name: string,
  typed: unknown,
  pointer: string,
  required: boolean,
  around: Context,
): Field {
  const reference = unresolved['$ref'];
  if (typeof reference === 'string' && around.references.includes(reference)) {
    around.unsupported.push({ pointer, keyword: '$ref', value: reference });
    return resolveField({}, name, typed, pointer, required, around);
  }
  const context = typeof reference === 'string' ? { ...around, references: [...around.references, reference] } : around;
  const schema = simplify(unresolved, pointer, context);
  context.unsupported.push(...unsupportedKeywords(schema, pointer), ...lostReference(schema, pointer));
  const field: Field = {
    pointer,
    kind: 'text',
    label: textOf(schema['title']) || textOf(schema['x-axway-label']) || name,
    description: textOf(schema['description']),
    required,
    readOnly: schema['readOnly'] === true,
    encrypted: schema['x-axway-encrypted'] === true,
    value: undefined,
    data: undefined,
    inputType: 'text',
    options: labelledOptions(schema),
    fields: [],
    minItems: itemsShown(schema, context),
    maxItems: numberOr(schema['maxItems'], Infinity),
    schema,
  };
  const type = typeOf(schema, pointer, context);
  // `undefined` is untouched, and has the default; emptied text stays empty.
  const value = typed ?? schema['default'] ?? (type === 'boolean' ? undefined : schema['const']);

  if (type === 'object') return asks(schema) ? resolveGroup(field, value, context) : resolveJson(field, value, context);
  if (type === 'array') return resolveList(field, value, context);
  if (type !== 'boolean' && field.options.length > 0) {
    const chosen = field.options.find((option) => sameJson(option.value, value));
    return { ...field, kind: 'choice', value: chosen?.value, data: chosen?.value };
  }
  if (type === 'boolean') {
    // An untouched box means no where an answer is required, and nothing otherwise.
    return {
      ...field,
      kind: 'boolean',
      value: value === true,
      data: typeof value === 'boolean' ? value : required ? false : undefined,
    };
  }
  if (type === 'number' || type === 'integer') {
    return { ...field, kind: 'number', value: shownText(value), data: toNumber(value) };
  }
  return resolveText(field, value);
}

/** How many items a list shows at least. */
function itemsShown(schema: JsonSchema, { items }: Context): number {
  const most = Math.min(items, mostItems.inOne);
  return Math.min(Math.max(Math.ceil(numberOr(schema['minItems'], 0)), 0), most);
}

const shownText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Whether an object schema asks for properties of its own. */
const asks = (schema: JsonSchema): boolean =>
  ['properties', 'allOf', 'anyOf', 'oneOf', 'if', 'dependencies'].some((keyword) => keyword in schema);

/** An object of which nobody says what is in it: it is written as JSON. */
function resolveJson(field: Field, value: unknown, { unsupported }: Context): Field {
  unsupported.push({ pointer: field.pointer, keyword: 'type', value: 'object' });
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2);
  return { ...field, kind: 'json', value: text, data: toJson(text) };
}

function resolveText(field: Field, value: unknown): Field {
  const format = textOf(field.schema['format']);
  if (isFileSchema(field.schema)) {
    const text = textOf(value);
    return { ...field, kind: 'file', value: text, data: text || undefined };
  }
  const isLong = textOf(field.schema['x-axway-widget']).toLowerCase() === 'textarea';
  // The text of a document, such as a certificate, has lines.
  if (isLong || (!field.encrypted && format === '' && 'contentMediaType' in field.schema)) {
    const text = shownText(value);
    return { ...field, kind: 'multiline', value: text, data: text || undefined };
  }
  const inputType = field.encrypted ? 'password' : (textInputs[format] ?? 'text');
  const encrypted = inputType === 'password';
  if (format === 'date-time' && !field.encrypted) {
    return { ...field, inputType, value: fromDateTime(value), data: toDateTime(value) };
  }
  if (format === 'time' && !field.encrypted) {
    return { ...field, inputType, value: fromTime(value), data: toTime(value) };
  }
  const text = shownText(value);
  return { ...field, inputType, encrypted, value: text, data: text || undefined };
}

function resolveGroup(field: Field, value: unknown, context: Context): Field {
  const { fields, data } = resolveObject(field.schema, value, field.pointer, context);
  return { ...field, kind: 'group', fields, data };
}

function resolveList(field: Field, value: unknown, context: Context): Field {
  const values: unknown[] = Array.isArray(value) ? value : [];
  const asked = field.schema['items'];
  const itemSchema = simplify(isObject(asked) ? asked : {}, field.pointer, context);
  if (asked !== undefined && !isObject(asked))
    context.unsupported.push({ pointer: field.pointer, keyword: 'items', value: asked });

  const options = labelledOptions(itemSchema);
  if (options.length > 0) {
    const chosen = options
      .map((option) => option.value)
      .filter((option) => values.some((one) => sameJson(one, option)));
    return { ...field, kind: 'choices', options, value: chosen, data: chosen.length > 0 ? chosen : undefined };
  }
  const needed = numberOr(field.schema['minItems'], 0);
  if (field.minItems !== needed)
    context.unsupported.push({ pointer: field.pointer, keyword: 'minItems', value: needed });
  const shown =
    values.length < field.minItems ? [...values, ...Array<undefined>(field.minItems - values.length)] : values;
  // Every item is asked for under the list's own label; unsupported keywords are reported once, not per item.
  const items = Math.ceil(context.items / (shown.length || 1));
  const first: Context = { ...context, items, unsupported: [] };
  const later: Context = { ...context, items, unsupported: [] };
  const fields = shown.map((item, index) =>
    resolveField(itemSchema, field.label, item, pointerTo(field.pointer, index), false, index === 0 ? first : later),
  );
  context.unsupported.push(...first.unsupported);
  const data = fields.map((item) => item.data).filter((item) => item !== undefined);
  return { ...field, kind: 'list', value: shown, fields, data: data.length > 0 ? data : undefined };
}

/** One schema of what may be several: references followed, `allOf` merged, the first branch that says a type taken. */
function simplify(unresolved: JsonSchema, pointer: string, context: Context): JsonSchema {
  let schema = dereference(unresolved, context.root);
  for (const part of Array.isArray(schema['allOf']) ? schema['allOf'] : []) {
    if (isObject(part) && !('if' in part)) schema = { ...dereference(part, context.root), ...schema };
  }
  if (labelledOptions(schema).length > 0) return schema;
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || 'type' in schema || isObject(schema['properties'])) continue;
    const real = branches.filter(isObject).filter((branch) => branch['type'] !== 'null');
    if (objectBranches(real, context.root).length > 1) return { ...schema, type: 'object' };
    if (real.length > 1) context.unsupported.push({ pointer, keyword, value: branches });
    if (real[0]) schema = { ...dereference(real[0], context.root), ...schema };
  }
  return schema;
}

function typeOf(schema: JsonSchema, pointer: string, context: Context): string {
  const named: unknown[] = [schema['type']].flat();
  const type = named.find((name): name is string => typeof name === 'string' && types.includes(name));
  if (type) return type;
  const strange = named.find((name) => name !== undefined && name !== 'null');
  if (strange !== undefined) context.unsupported.push({ pointer, keyword: 'type', value: strange });
  if (isObject(schema['properties'])) return 'object';
  return schema['items'] === undefined ? 'string' : 'array';
}
