import type { JsonSchema } from './json-schema.js';

/** What is known of a file that was chosen. */
export interface FileFacts {
  /** Empty where nobody knows it any more. */
  name: string;
  /** In bytes. */
  size: number;
}

/** Why a file cannot be taken: a word, and its limit. */
export interface FileObjection {
  keyword: 'file-type' | 'file-size' | 'file-unreadable';
  limit?: unknown;
}

/** No form needs more, and the page has to hold it as text. */
const largestFile = 10_000_000;

/** Whether the value of a schema is a file: a data URL, or content in base64. */
export const isFileSchema = ({ format, contentEncoding }: JsonSchema): boolean =>
  format === 'data-url' || contentEncoding === 'base64';

/** The media types and extensions a file may have, as an `accept` attribute lists them; empty for any. */
export function acceptedTypes({ contentMediaType }: JsonSchema): string[] {
  const listed = typeof contentMediaType === 'string' ? contentMediaType.split(',') : [];
  return listed.map((one) => one.trim().toLowerCase()).filter((one) => /^(\.[\w.-]+|[\w.+-]+\/[\w.+*-]+)$/.test(one));
}

/** The name goes with a data URL unless a pattern says how that has to look. */
const prefixOf = (schema: JsonSchema, type: string, name: string): string => {
  if (schema['format'] !== 'data-url') return '';
  const parameter = 'pattern' in schema ? '' : `;name=${encodeURIComponent(name)}`;
  return `data:${type}${parameter};base64,`;
};

const typeOf = (schema: JsonSchema, file: File): string => {
  const [only, ...others] = acceptedTypes(schema).filter((one) => /^[^.*]+\/[^*]+$/.test(one));
  return file.type || (others.length === 0 && only) || 'application/octet-stream';
};

/** How much of a data URL comes before the content, where the file is not known yet. */
const usualPrefixLength = 60;

/** How large a file may be, in bytes: what of `maxLength`, which counts the text of the value, is left for it. */
export function mostBytes(
  schema: JsonSchema,
  prefixLength = schema['format'] === 'data-url' ? usualPrefixLength : 0,
): number {
  const { maxLength } = schema;
  if (typeof maxLength !== 'number') return largestFile;
  return Math.max(0, Math.min(largestFile, Math.floor((maxLength - prefixLength) / 4) * 3));
}

/** Why a file cannot be taken, before it is read. A type that the device does not know is left to the marketplace. */
export function objectionTo(schema: JsonSchema, file: File): FileObjection | undefined {
  const accepted = acceptedTypes(schema);
  const fits = (one: string): boolean =>
    one.startsWith('.')
      ? file.name.toLowerCase().endsWith(one)
      : file.type === '' || file.type === one || (one.endsWith('/*') && file.type.startsWith(one.slice(0, -1)));
  if (accepted.length > 0 && !accepted.some(fits)) return { keyword: 'file-type', limit: accepted.join(', ') };
  const most = mostBytes(schema, prefixOf(schema, typeOf(schema, file), file.name).length);
  return file.size > most ? { keyword: 'file-size', limit: most } : undefined;
}

/** Reads a file as the value its schema asks for. */
export async function readFile(schema: JsonSchema, file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
  return prefixOf(schema, typeOf(schema, file), file.name) + url.slice(url.indexOf(',') + 1);
}

/** What a value tells of the file it is made of; `undefined` where there is none. */
export function factsOf(value: string): FileFacts | undefined {
  if (value === '') return undefined;
  const comma = value.startsWith('data:') ? value.indexOf(',') : -1;
  const head = value.slice(0, Math.max(0, comma));
  const encoded = /;name=([^;,]*)/.exec(head)?.[1] ?? '';
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0;
  const length = value.length - comma - 1;
  const size = comma < 0 || head.endsWith(';base64') ? Math.floor((length * 3) / 4) - padding : length;
  return { name: decoded(encoded), size: Math.max(0, size) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
