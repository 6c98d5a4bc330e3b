import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { ApiError, mostFieldErrors, type FieldError, type FormDefinition } from '../contract/index.js';

/** Keywords that only say that something below them is wrong; that something has an entry of its own. */
const containers = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'items',
  'additionalItems',
  'allOf',
  'dependencies',
  'if',
  'then',
  'else',
  '$ref',
]);

/** A list in a form is no longer: to look for duplicates in it takes the square of its length. */
const mostItems = 1000;

const child = (pointer: string, key: string): string => `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The property that is missing, where the error is that one is: the last name in its words. */
function missing({ keyword, error }: OutputUnit): string | undefined {
  if (keyword === 'required') return /^Instance does not have required property "(.*)"\.$/s.exec(error)?.[1];
  return keyword === 'dependencies' ? / but does not have "(.*)"\.$/s.exec(error)?.[1] : undefined;
}

/**
 * Whether a branch of alternatives is the one that is meant: nothing in it says that another value was to choose it.
 * Below `dependencies` the value is that of the field the branches depend on; elsewhere any constant may be.
 */
function isMeant({ keywordLocation, instanceLocation }: OutputUnit, branch: OutputUnit[]): boolean {
  const field = /\/dependencies\/([^/]+)\/\w+$/.exec(keywordLocation)?.[1];
  const choice = field === undefined ? undefined : `${instanceLocation}/${field}`;
  const isOther = branch.some(
    ({ keyword, instanceLocation: at }) =>
      (keyword === 'const' || keyword === 'enum') && (choice === undefined || at === choice),
  );
  return !isOther && branch.some((unit) => unit.instanceLocation !== instanceLocation || missing(unit) !== undefined);
}

/** The errors, and of alternatives only those of the one that is meant; where none is, that none of them fits. */
function* withoutOthers(units: OutputUnit[]): Generator<OutputUnit> {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as OutputUnit;
    if (unit.keyword !== 'oneOf' && unit.keyword !== 'anyOf') {
      yield unit;
      continue;
    }
    const prefix = `${unit.keywordLocation}/`;
    const branches = new Map<string, OutputUnit[]>();
    for (let next = units[i + 1]; next?.keywordLocation.startsWith(prefix); next = units[++i + 1]) {
      const branch = next.keywordLocation.slice(prefix.length).split('/', 1)[0] ?? '';
      const found = branches.get(branch) ?? [];
      branches.set(branch, found);
      found.push(next);
    }
    const [meant, another] = [...branches.values()].filter((branch) => isMeant(unit, branch));
    if (meant && !another) yield* withoutOthers(meant);
    else yield unit;
  }
}

/** One error per place: the first says what is wrong, the following ones are its alternatives. */
function firstPerPlace(fields: FieldError[]): FieldError[] {
  const places = new Map<string, FieldError>();
  for (const field of fields) if (!places.has(field.pointer)) places.set(field.pointer, field);
  return [...places.values()].slice(0, mostFieldErrors);
}

/** The contract's word for what a keyword objects to. */
const reasons: Readonly<Record<string, string>> = {
  type: 'type',
  enum: 'not-allowed',
  const: 'not-allowed',
  oneOf: 'not-allowed',
  anyOf: 'not-allowed',
  format: 'format',
  pattern: 'format',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  multipleOf: 'not-multiple',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'duplicate',
  false: 'unasked',
};

function fieldError(unit: OutputUnit): FieldError {
  const { instanceLocation, keyword, error } = unit;
  const at = `/data${instanceLocation.slice(1)}`;
  const property = missing(unit);
  if (property !== undefined) return { pointer: child(at, property), detail: 'Required.', reason: 'required' };
  const reason = reasons[keyword];
  const details: Record<string, string> = {
    unasked: 'Nothing is asked for here.',
    'not-allowed': 'Not one of the allowed values.',
  };
  return { pointer: at, detail: details[reason ?? ''] ?? error, ...(reason === undefined ? {} : { reason }) };
}

/** Where lists are too long. */
const longLists = (value: unknown, pointer: string): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > mostItems) return [pointer];
  return Object.entries(value).flatMap(([key, item]) => longLists(item, child(pointer, key)));
};

/**
 * The schema without the format `url`, which is none of draft-07's: the validator's pattern for it takes exponential
 * time. `uri` is what is meant.
 */
const withSafeFormats = (schema: FormDefinition['schema']): FormDefinition['schema'] =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === 'format' && value === 'url' ? 'uri' : value,
  ) as FormDefinition['schema'];

const invalid = (message: string, errors: FieldError[]): ApiError =>
  new ApiError('validation-failed', message, { errors });

/**
 * Checks what was filled in against the form's schema (JSON Schema draft-07, SPEC A2): the server is the authority.
 *
 * @throws {ApiError} `validation-failed` with a pointer (below `/data`) to each field that is wrong.
 */
export function validateFormData(form: FormDefinition | undefined, data: Record<string, unknown>): void {
  if (!form) {
    if (Object.keys(data).length === 0) return;
    throw invalid('data where no form asks for any', [
      { pointer: '/data', detail: 'Nothing is asked for here.', reason: 'unasked' },
    ]);
  }
  const long = longLists(data, '/data');
  if (long.length > 0)
    throw invalid(
      'the form data holds too long a list',
      firstPerPlace(
        long.map((pointer) => ({ pointer, detail: `Too many: at most ${mostItems}.`, reason: 'too-many' })),
      ),
    );
  const { valid, errors } = new Validator(withSafeFormats(form.schema), '7', false).validate(data);
  if (valid) return;
  const fields = [...withoutOthers(errors)].filter(
    (unit) => !containers.has(unit.keyword) || missing(unit) !== undefined,
  );
  throw invalid('the form data is not valid', firstPerPlace((fields.length > 0 ? fields : errors).map(fieldError)));
}
