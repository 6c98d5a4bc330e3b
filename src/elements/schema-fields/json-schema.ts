/** The part of JSON Schema draft-07 that a form can show; everything else is carried along (SPEC A2, X3). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Whether a value is a plain object, as opposed to a list, `null` or a leaf. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isObject) : []);
const namesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];

/** Whether two JSON values are the same. */
export const sameJson = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Follows a local `$ref` (`#/definitions/…`); what cannot be followed is left as it is. */
export function dereference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let current = schema;
  for (let hops = 0; hops < 10 && typeof current['$ref'] === 'string'; hops++) {
    const reference = current['$ref'];
    if (!reference.startsWith('#')) break;
    const target = segmentsOf(decoded(reference.slice(1))).reduce<unknown>(
      (at, segment) => (isObject(at) ? at[segment] : undefined),
      root,
    );
    if (!isObject(target)) break;
    current = target;
  }
  return current;
}

/** A fragment without its escapes; one that is escaped wrongly may be meant as it stands. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The segments of a JSON pointer (RFC 6901); none for the empty one. */
export const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A JSON pointer one step further down. */
export const pointerTo = (parent: string, segment: string | number): string =>
  `${parent}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Whether a value meets the conditions that forms branch on: `const`, `enum`, `type`, `required`, nested and combined. */
export function matches(value: unknown, schema: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema)) return true;
  if ('const' in schema && !sameJson(value, schema['const'])) return false;
  if (Array.isArray(schema['enum']) && !schema['enum'].some((item) => sameJson(value, item))) return false;
  if (typeof schema['type'] === 'string' && !isOfType(value, schema['type'])) return false;
  if (isObject(value)) {
    if (namesOf(schema['required']).some((name) => value[name] === undefined)) return false;
    for (const [name, property] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
      if (value[name] !== undefined && !matches(value[name], property)) return false;
    }
  }
  if ('not' in schema && matches(value, schema['not'])) return false;
  if (Array.isArray(schema['allOf']) && !schema['allOf'].every((part) => matches(value, part))) return false;
  if (Array.isArray(schema['anyOf']) && !schema['anyOf'].some((part) => matches(value, part))) return false;
  return !Array.isArray(schema['oneOf']) || schema['oneOf'].some((part) => matches(value, part));
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return !['string', 'number', 'boolean'].includes(type) || typeof value === type;
}

/** What an object schema asks for, given what is filled in. */
export interface ObjectShape {
  /** Property name → its schema, in the order of declaration, with the conditional ones that now apply. */
  properties: Map<string, JsonSchema>;
  required: Set<string>;
  /** `x-axway-order`, as far as given. */
  order: string[];
}

/**
 * The properties an object schema asks for now: its own, those of `allOf`, of the branch of `if` that applies, and of
 * the `dependencies` (all three kinds) of what is filled in.
 */
export function shapeOf(schema: JsonSchema, data: Readonly<Record<string, unknown>>, root: JsonSchema): ObjectShape {
  const shape: ObjectShape = { properties: new Map(), required: new Set(), order: [] };
  addTo(shape, schema, data, root, 0);
  return shape;
}

function addTo(
  shape: ObjectShape,
  unresolved: unknown,
  data: Readonly<Record<string, unknown>>,
  root: JsonSchema,
  depth: number,
): void {
  if (!isObject(unresolved) || depth > 10) return;
  const schema = dereference(unresolved, root);
  if (isObject(schema['properties'])) {
    for (const [name, property] of Object.entries(schema['properties'])) {
      if (property === false) continue;
      const known = shape.properties.get(name);
      const own = isObject(property) ? property : {};
      // What is declared once stays the very object it is: what was worked out for it holds on.
      shape.properties.set(name, known ? { ...known, ...own } : own);
    }
  }
  for (const name of namesOf(schema['required'])) shape.required.add(name);
  shape.order.push(...namesOf(schema['x-axway-order']));

  for (const [name, dependency] of Object.entries(isObject(schema['dependencies']) ? schema['dependencies'] : {})) {
    if (data[name] === undefined) continue;
    for (const other of namesOf(dependency)) shape.required.add(other);
    if (!isObject(dependency)) continue;
    const before = [...shape.properties.keys()];
    addTo(shape, withoutProperty(dependency, name), data, root, depth + 1);
    for (const branch of schemasOf(dependency['oneOf'])) {
      if (matches(data, onlyProperty(branch, name))) addTo(shape, withoutProperty(branch, name), data, root, depth + 1);
    }
    moveNewAfter(shape, name, before);
  }
  for (const part of schemasOf(schema['allOf'])) addTo(shape, part, data, root, depth + 1);
  for (const keyword of ['oneOf', 'anyOf']) addAlternatives(shape, schemasOf(schema[keyword]), data, root, depth);
  if ('if' in schema) addTo(shape, schema[matches(data, schema['if']) ? 'then' : 'else'], data, root, depth + 1);
}

/** The branches of alternatives that ask for properties; none where they only say which of them are needed. */
export const objectBranches = (branches: unknown, root: JsonSchema): JsonSchema[] =>
  schemasOf(branches)
    .map((branch) => dereference(branch, root))
    .filter((branch) => isObject(branch['properties']));

/** The values that a branch allows for a property, where it names them. */
function namedValues(branch: JsonSchema, name: string): unknown[] {
  const property = isObject(branch['properties']) ? branch['properties'][name] : undefined;
  if (!isObject(property)) return [];
  if ('const' in property) return [property['const']];
  return Array.isArray(property['enum']) ? property['enum'] : [];
}

/** The property by whose value the branches of alternatives can be told apart; `undefined` if there is none. */
export function discriminatorOf(branches: readonly JsonSchema[]): string | undefined {
  const [first] = branches;
  const names = isObject(first?.['properties']) ? Object.keys(first['properties']) : [];
  return names.find((name) => {
    const values = branches.map((branch) => namedValues(branch, name));
    const all = values.flat().map((value) => JSON.stringify(value));
    return values.every((some) => some.length > 0) && new Set(all).size === all.length;
  });
}

/** What people read of a property, where a branch says it. */
function textsOf(branches: readonly JsonSchema[], name: string): JsonSchema {
  const properties = branches.map((branch) => (branch['properties'] as Record<string, unknown>)[name]).filter(isObject);
  const texts = ['title', 'description'].map((text) => [text, properties.find((one) => text in one)?.[text]] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

/**
 * The property that chooses a branch, with the branches as its options, and what the chosen one asks for. Where nothing
 * tells the branches apart, everything that any of them asks for; needed is then what all of them need.
 */
function addAlternatives(
  shape: ObjectShape,
  unresolved: readonly JsonSchema[],
  data: Readonly<Record<string, unknown>>,
  root: JsonSchema,
  depth: number,
): void {
  const branches = objectBranches(unresolved, root);
  if (branches.length === 0) return;
  const name = discriminatorOf(branches);
  const inAll = namesOf(branches[0]?.['required']).filter((one) =>
    branches.every((branch) => namesOf(branch['required']).includes(one)),
  );
  if (name === undefined) {
    const inOwn = [...shape.required];
    for (const branch of branches) addTo(shape, branch, data, root, depth + 1);
    shape.required = new Set([...inOwn, ...inAll]);
    return;
  }
  const own = shape.properties.get(name) ?? {};
  const options = branches.flatMap((branch) => {
    const values = namedValues(branch, name);
    return values.map((value) => ({ const: value, ...(values.length === 1 ? { title: branch['title'] } : {}) }));
  });
  if (!('enum' in own) && !('oneOf' in own)) {
    shape.properties.set(name, { ...textsOf(branches, name), ...own, oneOf: options });
  }
  if (inAll.includes(name)) shape.required.add(name);
  const before = [...shape.properties.keys()];
  const chosen = branches.find((branch) => namedValues(branch, name).some((value) => sameJson(value, data[name])));
  if (chosen && data[name] !== undefined) addTo(shape, withoutProperty(chosen, name), data, root, depth + 1);
  moveNewAfter(shape, name, before);
}

/** Puts the properties that came with a condition right after the one they depend on. */
function moveNewAfter(shape: ObjectShape, name: string, before: readonly string[]): void {
  const added = [...shape.properties.keys()].filter((key) => !before.includes(key));
  const keys = before.flatMap((key) => (key === name ? [key, ...added] : [key]));
  shape.properties = new Map([...keys, ...added].map((key) => [key, shape.properties.get(key) ?? {}]));
}

/** The condition of a branch: what it says about the property that it depends on. */
const onlyProperty = (branch: JsonSchema, name: string): JsonSchema => ({
  properties: { [name]: isObject(branch['properties']) ? (branch['properties'][name] ?? true) : true },
});

/** The consequence of a branch: everything but the property that it depends on. */
function withoutProperty(branch: JsonSchema, name: string): JsonSchema {
  if (!isObject(branch['properties'])) return branch;
  return {
    ...branch,
    properties: Object.fromEntries(Object.entries(branch['properties']).filter(([key]) => key !== name)),
  };
}
