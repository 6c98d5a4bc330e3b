import type { SecretField } from '../../contract/secret.js';

/** `clientSecret` → `CLIENT_SECRET`: only A to Z, digits and underscores, never a digit first. */
export function variableName(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Z]/.test(words) ? words : `_${words}`;
}

/** A value as dotenv files and shells read it: bare where that is safe, otherwise quoted. */
export function quoted(value: string): string {
  if (/^[\w.\-+/=:@]+$/.test(value)) return value;
  if (!/['\r\n]/.test(value)) return `'${value}'`;
  const escaped = value
    .replace(/[\\"$`]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'credential';

const contents = {
  env: (fields: readonly SecretField[]) =>
    fields.map(({ name, value }) => `${variableName(name)}=${quoted(value.reveal())}\n`).join(''),
  json: (fields: readonly SecretField[]) =>
    `${JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value.reveal()])), null, 2)}\n`,
};

/** Hands the values to the browser as a file named after the credential (SPEC S8). */
export function download(credentialName: string, fields: readonly SecretField[], format: 'env' | 'json'): void {
  const url = URL.createObjectURL(new Blob([contents[format](fields)], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(credentialName)}.${format}`;
  link.click();
  // The browser has taken the blob by the time this task is over.
  setTimeout(() => URL.revokeObjectURL(url));
}
