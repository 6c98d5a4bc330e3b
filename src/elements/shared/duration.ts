import { formatter } from './formatter.js';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/**
 * A length of time in words, never rounded up: `2 days 4 hours`, `3 hours 5 minutes`, `5 minutes`, `40 seconds`. Coarse
 * on purpose: of days and hours the next unit too, of less only one.
 */
export function duration(language: string, ms: number): string {
  const left = Math.max(0, ms || 0);
  const first = units.findIndex(([unit, length]) => left >= length || unit === 'second');
  const shown = units.slice(first, first + (first < 2 ? 2 : 1));
  let rest = left;
  const parts = shown
    .map(([unit, length]) => {
      const count = Math.floor(rest / length);
      rest -= count * length;
      return { unit, count };
    })
    .filter(({ count }, index) => index === 0 || count > 0)
    .map(({ unit, count }) =>
      formatter(
        unit,
        language,
        () => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
      ).format(count),
    );
  // `2 Tage, 19 Stunden`, `2天19小时`; only Japanese has the better spaces in the longer of the two styles.
  const style = /^ja/.test(language) ? 'short' : 'narrow';
  return formatter('lengths', language, () => new Intl.ListFormat(language, { type: 'unit', style })).format(parts);
}
