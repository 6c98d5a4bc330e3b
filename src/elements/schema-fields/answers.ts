import type { FormData, FormDefinition } from '../../contract/form.js';
import { resolveForm, type Field } from './field-model.js';
import { fileSize } from './file-size.js';
import { factsOf } from './file-value.js';
import { translatedSchema } from './translated-form.js';

/** One answer as people read it. */
export interface Answer {
  label: string;
  text: string;
}

/** Words for what has none of its own. */
export interface AnswerWords {
  yes: string;
  no: string;
  /** Stands for an encrypted value. */
  hidden: string;
  /** The language of the answers: for the definition's own translations, and for sizes; English unless told. */
  language?: string | undefined;
}

/** Nobody reads more of one answer, and a page that lays out all of it stands still meanwhile. */
const longestAnswer = 1_000;

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestAnswer ? `${text.slice(0, longestAnswer)}…` : text;
};

/** What was answered, with the labels of the definition; without one, under the names of the data. */
export function answersOf(definition: FormDefinition | undefined, data: FormData, words: AnswerWords): Answer[] {
  if (!definition) return Object.entries(data).map(([label, value]) => ({ label, text: textOf(value) }));
  const schema = translatedSchema(definition, words.language ?? 'en');
  return resolveForm({ ...definition, schema }, data).fields.flatMap((field) => answersOfField(field, words));
}

function answersOfField(field: Field, words: AnswerWords): Answer[] {
  const { kind, label, data, options } = field;
  if (data === undefined) return [];
  if (kind === 'group') return field.fields.flatMap((inner) => answersOfField(inner, words));
  if (field.encrypted) return [{ label, text: words.hidden }];
  if (kind === 'file') {
    const { name = '', size = 0 } = factsOf(field.value as string) ?? {};
    return [{ label, text: [name, fileSize(words.language ?? 'en', size)].filter(Boolean).join(', ') }];
  }
  if (kind === 'boolean') return [{ label, text: data ? words.yes : words.no }];
  if (kind === 'list' && field.fields.some((item) => item.kind === 'group')) {
    return field.fields.flatMap((item) => answersOfField(item, words));
  }
  const labelOf = (value: unknown): string => options.find((option) => option.value === value)?.label ?? textOf(value);
  const isTyped = kind === 'text' || kind === 'multiline' || kind === 'json' || kind === 'number';
  const shown = isTyped ? [field.value] : [data].flat();
  return [{ label, text: shown.map(labelOf).join(', ') }];
}
