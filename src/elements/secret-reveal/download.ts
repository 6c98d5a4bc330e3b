import type { SecretField } from '../../contract/secret.js';

/** Variables that change what programs do: a file of values must not set them. */
const taken = /^(PATH|IFS|ENV|HOME|SHELL|PS\d|PROMPT_COMMAND)$|^(LD|DYLD|BASH|NODE|NPM|PYTHON|PERL|RUBY|JAVA|GIT)_?/;

/**
 * `clientSecret` → `CLIENT_SECRET`: only A to Z, digits and underscores, never a digit first, and nothing that a shell or
 * an interpreter would act upon.
 */
export function variableName(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (taken.test(words)) return `CREDENTIAL_${words}`;
  return /^[A-Z]/.test(words) ? words : `_${words}`;
}

/**
 * A value as dotenv files and shells read it: bare where that is safe, else in quotes that take it as it is. Only what has
 * a single quote and more is escaped, as a shell reads it.
 */
export function quoted(value: string): string {
  if (/^[\w.\-+/=:@]+$/.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replace(/[\\"$`]/g, '\\$&')}"`;
}

/** The forms a secret can be taken away in. */
export type DownloadFormat = 'env' | 'json' | 'csv';

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * A cell of a CSV file (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe before it, which makes it
 * text: a file that somebody opens with a double click must not be able to do anything.
 */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file name that every system takes: no paths, no dots at its ends, no name that a system keeps for itself. */
export function fileName(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const short = words
    .slice(0, 60)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/^-+|-+$/g, '');
  if (short === '') return 'credential';
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(short) ? `credential-${short}` : short;
}

const contents = {
  env: (fields: readonly SecretField[]) => {
    const used = new Map<string, number>();
    return fields
      .map(({ name, value }) => {
        const variable = variableName(name);
        const count = (used.get(variable) ?? 0) + 1;
        used.set(variable, count);
        return `${variable}${count > 1 ? `_${count}` : ''}=${quoted(value.reveal())}\n`;
      })
      .join('');
  },
  json: (fields: readonly SecretField[]) =>
    `${JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value.reveal()])), null, 2)}\n`,
  csv: (fields: readonly SecretField[]) =>
    [fields.map(({ name }) => name), fields.map(({ value }) => value.reveal())]
      .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
      .join(''),
};

/**
 * Hands the values to the browser as a file named after the credential (SPEC S8).
 *
 * @returns `file`: what it is called; `isAltered`: whether a value is not in the file as it is, see {@link csvCell}.
 */
export function download(
  credentialName: string,
  fields: readonly SecretField[],
  format: DownloadFormat,
): { file: string; isAltered: boolean } {
  const url = URL.createObjectURL(new Blob([contents[format](fields)], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  const file = `${fileName(credentialName)}.${format}`;
  link.download = file;
  link.click();
  // The browser has taken the blob by the time this task is over.
  setTimeout(() => URL.revokeObjectURL(url));
  return { file, isAltered: format === 'csv' && fields.some(({ value }) => formula.test(value.reveal())) };
}
