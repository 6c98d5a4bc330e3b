import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { ApiError, type FieldError, type FormDefinition } from '../contract/index.js';

/** Keywords that only say that something below them is wrong; that something has an entry of its own. */
const containers = new Set([
  'properties',
  'additionalProperties',
  'items',
  'allOf',
  'dependencies',
  'if',
  'then',
  'else',
  '$ref',
]);

/** One error per place: the first says what is wrong, the following ones are its alternatives. */
function* firstPerPlace(fields: FieldError[]): Generator<FieldError> {
  const seen = new Set<string>();
  for (const field of fields) {
    if (!seen.has(field.pointer)) yield field;
    seen.add(field.pointer);
  }
}

function fieldError({ instanceLocation, keyword, error }: OutputUnit): FieldError {
  const at = `/data${instanceLocation.slice(1)}`;
  if (keyword === 'oneOf' || keyword === 'anyOf') return { pointer: at, detail: 'Not one of the allowed values.' };
  if (keyword !== 'required') return { pointer: at, detail: error };
  const missing = /"(.*)"/.exec(error)?.[1] ?? '';
  return { pointer: `${at}/${missing.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail: 'Required.' };
}

/**
 * Checks what was filled in against the form's schema (JSON Schema draft-07, SPEC A2): the server is the authority.
 *
 * @throws {ApiError} `validation-failed` with a pointer (below `/data`) to each field that is wrong.
 */
export function validateFormData(form: FormDefinition | undefined, data: Record<string, unknown>): void {
  if (!form) {
    if (Object.keys(data).length === 0) return;
    throw new ApiError('validation-failed', 'data where no form asks for any', {
      errors: [{ pointer: '/data', detail: 'Nothing is asked for here.' }],
    });
  }
  const { valid, errors } = new Validator(form.schema, '7', false).validate(data);
  if (valid) return;
  const fields = errors.filter(({ keyword }) => !containers.has(keyword));
  throw new ApiError('validation-failed', 'the form data is not valid', {
    errors: [...firstPerPlace((fields.length > 0 ? fields : errors).map(fieldError))],
  });
}
