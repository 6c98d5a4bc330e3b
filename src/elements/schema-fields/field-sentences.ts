import type { FieldError } from '../../contract/problem.js';
import { schemaFields } from '../../locales/en/schema-fields.js';
import type { Localize } from '../shared/localize.js';
import type { Field } from './field-model.js';
import type { FieldProblem } from './field-validation.js';
import { fileSize } from './file-size.js';

type Words = Localize<typeof schemaFields>;

/** What is wrong with a field, in words: by its keyword, its kind of control and the limit. */
export function problemSentence(localize: Words, problem: FieldProblem, field: Field | undefined): string {
  return sentence(localize, problem, field) ?? localize.term('problemUnknown');
}

/** The keywords behind a marketplace's word for what is wrong. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  'too-short': ['minLength'],
  'too-long': ['maxLength'],
  'too-small': ['minimum', 'exclusiveMinimum'],
  'too-large': ['maximum', 'exclusiveMaximum'],
  'not-multiple': ['multipleOf'],
  'too-few': ['minItems'],
  'too-many': ['maxItems'],
  duplicate: ['uniqueItems'],
  format: ['format', 'pattern'],
  'not-allowed': ['enum', 'const'],
};

/** What the marketplace found wrong with a field: by its word for it where there is a sentence, else as it says it. */
export function refusalSentence(localize: Words, { reason, detail }: FieldError, field: Field | undefined): string {
  if (reason === undefined) return detail;
  const { schema = {}, kind } = field ?? {};
  const ofType =
    reason !== 'type' ? [] : kind === 'number' && schema['type'] === 'integer' ? ['integer'] : [kind ?? ''];
  const possible = (keywords[reason] ?? [reason, ...ofType]).filter((one) => !(reason in keywords) || one in schema);
  const found = possible.map((keyword) => sentence(localize, { pointer: '', keyword, limit: schema[keyword] }, field));
  return found.find((one) => one !== undefined) ?? localize.find(`field-${reason}`) ?? detail;
}

function sentence(localize: Words, { keyword, limit }: FieldProblem, field: Field | undefined): string | undefined {
  if (field?.kind === 'boolean') return localize.term('problem-agree');
  const key = `problem-${keyword}`;
  const value = limitText(localize, keyword, limit);
  const keys = [`${key}-${keyword === 'format' ? value : (field?.kind ?? '')}`, key];
  const known = keys.find((one) => Object.hasOwn(schemaFields, one)) as 'problem-minLength' | undefined;
  // A sentence with a limit says nothing without one.
  const needsLimit = known !== undefined && typeof schemaFields[known] === 'function';
  return known === undefined || (needsLimit && limit === undefined) ? undefined : localize.term(known, value);
}

function limitText(localize: Words, keyword: string, limit: unknown): string {
  if (typeof limit !== 'number') return String(limit);
  return keyword === 'file-size' ? fileSize(localize.language, limit) : limit.toLocaleString(localize.language);
}
