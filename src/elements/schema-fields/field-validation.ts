import type { Schema, Validator as JsonSchemaValidator } from '@cfworker/json-schema';
import type { FormDefinition } from '../../contract/form.js';
import type { Field, ResolvedForm } from './field-model.js';
import { sameJson, type JsonSchema } from './json-schema.js';

/** What is wrong with one field: a stable word (a JSON Schema keyword, or `required`) and its limit, if it has one. */
export interface FieldProblem {
  /** Of the field, in the data; empty for the form as a whole. */
  pointer: string;
  keyword: string;
  /** The number, format or description that was not met. */
  limit?: unknown;
}

/** Keywords that say nothing of a single value, or that a parent or the model answers for. */
const notOwn = new Set(
  (
    'type properties required items dependencies allOf anyOf oneOf if then else $ref default ' +
    'title description examples enumNames readOnly writeOnly $id $comment definitions contentMediaType contentEncoding'
  ).split(' '),
);

const knownTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/**
 * Checks fields against their own schemas, so that each problem stands at exactly one visible field, and then all data
 * against the whole schema for what only shows across fields. A schema that the validator cannot read checks nothing:
 * the marketplace checks it all again.
 */
export class FormValidator {
  readonly #validator: typeof JsonSchemaValidator;
  /** What was found of each field when it was last checked: most of a form stays as it is from key to key. */
  readonly #found = new Map<string, { field: Field; problem: FieldProblem | undefined }>();

  private constructor(validator: typeof JsonSchemaValidator) {
    this.#validator = validator;
  }

  /** Loads the JSON Schema validator; it is not needed before the first field is checked. */
  static async load(): Promise<FormValidator> {
    const { Validator } = await import('@cfworker/json-schema');
    return new FormValidator(Validator);
  }

  /** The first problem of every field that has one, in the order of the form. */
  checkForm(definition: FormDefinition, form: ResolvedForm): FieldProblem[] {
    this.#found.clear();
    const problems = form.fields.flatMap((field) => this.checkField(field));
    if (problems.length > 0 || form.unsupported.length > 0) return problems;
    const [error] = this.#errors(definition.schema, form.data);
    return error ? [{ pointer: '', keyword: 'form' }] : [];
  }

  /** The problems of a field and of the fields in it. */
  checkField(field: Field): FieldProblem[] {
    if (field.kind === 'group') {
      const empty = field.data === undefined && !field.required;
      return empty ? [] : field.fields.flatMap((inner) => this.checkField(inner));
    }
    const own = this.#remembered(field);
    const items = field.kind === 'list' ? field.fields.filter((item) => item.data !== undefined) : [];
    return [...(own ? [own] : []), ...items.flatMap((item) => this.checkField(item))];
  }

  #remembered(field: Field): FieldProblem | undefined {
    const { pointer, schema, required, kind } = field;
    const last = this.#found.get(pointer);
    const isSame =
      last?.field.kind === kind &&
      last.field.required === required &&
      sameJson(last.field.data, field.data) &&
      sameJson(last.field.schema, schema);
    if (isSame) return last.problem;
    const problem = this.#checkValue(field);
    this.#found.set(pointer, { field, problem });
    return problem;
  }

  #checkValue(field: Field): FieldProblem | undefined {
    const { pointer, data, schema } = field;
    if (data === undefined) return field.required ? { pointer, keyword: 'required' } : undefined;
    if (field.kind === 'number') {
      if (typeof data !== 'number') return { pointer, keyword: 'number' };
      if ([schema['type']].flat().includes('integer') && !Number.isInteger(data))
        return { pointer, keyword: 'integer' };
    }
    if (field.kind === 'json' && typeof data === 'string') return { pointer, keyword: 'json' };
    const own = Object.entries(schema).filter(([keyword]) => !notOwn.has(keyword) && !keyword.startsWith('x-'));
    if (own.length === 0) return undefined;
    const [error] = this.#errors(Object.fromEntries(own), data);
    if (!error) return undefined;
    const limit = error.keyword === 'pattern' ? undefined : schema[error.keyword];
    return { pointer, keyword: error.keyword, limit };
  }

  #errors(schema: JsonSchema, data: unknown) {
    try {
      return new this.#validator(readable(schema) as Schema, '7', false).validate(data).errors;
    } catch {
      return [];
    }
  }
}

/**
 * A copy without what would make the validator fail or refuse everything: types and patterns that nobody knows. And
 * without the format `url`, which is none of draft-07's and takes the validator exponential time: `uri` is what is meant.
 */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([keyword, one]) => {
    if (keyword === 'type' && typeof one === 'string') return knownTypes.includes(one);
    return keyword !== 'pattern' || typeof one !== 'string' || isPattern(one);
  });
  return Object.fromEntries(
    entries.map(([keyword, one]) => [keyword, keyword === 'format' && one === 'url' ? 'uri' : readable(one)]),
  );
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}
