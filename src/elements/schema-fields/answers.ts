import type { FormData, FormDefinition } from '../../contract/form.js';
import { resolveForm, type Field } from './field-model.js';

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
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What was answered, with the labels of the definition; without one, under the names of the data. */
export function answersOf(definition: FormDefinition | undefined, data: FormData, words: AnswerWords): Answer[] {
  if (!definition) return Object.entries(data).map(([label, value]) => ({ label, text: textOf(value) }));
  return resolveForm(definition, data).fields.flatMap((field) => answersOfField(field, words));
}

function answersOfField(field: Field, words: AnswerWords): Answer[] {
  const { kind, label, data, options } = field;
  if (data === undefined) return [];
  if (kind === 'group') return field.fields.flatMap((inner) => answersOfField(inner, words));
  if (field.encrypted) return [{ label, text: words.hidden }];
  if (kind === 'boolean') return [{ label, text: data ? words.yes : words.no }];
  if (kind === 'list' && field.fields.some((item) => item.kind === 'group')) {
    return field.fields.flatMap((item) => answersOfField(item, words));
  }
  const labelOf = (value: unknown): string => options.find((option) => option.value === value)?.label ?? textOf(value);
  const shown = kind === 'text' || kind === 'multiline' || kind === 'number' ? [field.value] : [data].flat();
  return [{ label, text: shown.map(labelOf).join(', ') }];
}
