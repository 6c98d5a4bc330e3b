import type { FormData, FormDefinition } from '../contract/index.js';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const formats: Record<string, string> = {
  email: 'someone@example.com',
  uri: 'https://shop.example',
  hostname: 'shop.example',
  date: '2030-01-31',
  'date-time': '2030-01-31T12:00:00Z',
  time: '12:00:00Z',
  ipv4: '192.0.2.1',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
};

function text({ format, minLength }: Schema): string {
  const plain = formats[String(format)] ?? 'Conformance';
  return plain.padEnd(number(minLength, 0), '.');
}

/** The simplest value that a schema allows. */
function simplest(schema: unknown): unknown {
  if (!isSchema(schema)) return 'Conformance';
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  for (const keyword of ['enum', 'oneOf', 'anyOf'] as const) {
    const [first] = Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]) : [];
    if (first !== undefined)
      return keyword === 'enum' ? first : simplest({ ...schema, [keyword]: undefined, ...first });
  }
  switch (Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type']) {
    case 'object':
      return simplestObject(schema);
    case 'array':
      return Array.from({ length: number(schema['minItems'], 0) }, () => simplest(schema['items']));
    case 'integer':
    case 'number':
      return number(schema['minimum'], number(schema['exclusiveMinimum'], 0) + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return text(schema);
  }
}

function simplestObject(schema: Schema): FormData {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(texts(schema['required']).map((name) => [name, simplest(properties[name])]));
}

/** The simplest data that fills a form in: what is required, and nothing else. */
export const answersFor = (form: FormDefinition | undefined): FormData => (form ? simplestObject(form.schema) : {});

/** Data that does not fit the form, each with the pointer to the field that is wrong. */
export function wrongAnswersFor(form: FormDefinition, data: FormData): { pointer: string; data: FormData }[] {
  const properties = isSchema(form.schema['properties']) ? form.schema['properties'] : {};
  const missing = texts(form.schema['required']).map((name) => {
    const { [name]: _, ...rest } = data;
    return { pointer: `/data/${name}`, data: rest };
  });
  const mistyped = Object.entries(properties).flatMap(([name, schema]) => {
    const type = isSchema(schema) ? schema['type'] : undefined;
    if (typeof type !== 'string') return [];
    return [{ pointer: `/data/${name}`, data: { ...data, [name]: type === 'object' ? 'text' : { no: type } } }];
  });
  return [...missing, ...mistyped];
}
