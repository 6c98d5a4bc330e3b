import { formatter } from '../shared/localize.js';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size in bytes for people, never more than it is: `12 kB`, `1.4 MB`. */
export function fileSize(language: string, bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2);
  const unit = units[step] ?? 'byte';
  const value = bytes / 1000 ** step;
  const digits = step > 0 && value < 10 ? 10 : 1;
  return formatter(
    `size ${unit}`,
    language,
    (code) => new Intl.NumberFormat(code, { style: 'unit', unit, maximumFractionDigits: 1 }),
  ).format(Math.floor(value * digits) / digits);
}
