/** Formatters are costly to make and cheap to use: one of a kind and language for the whole page. */
const formatters = new Map<string, unknown>();

/** The formatter of that kind for a language; made with `make` the first time. */
export function formatter<F>(kind: string, language: string, make: (language: string) => F): F {
  const key = `${kind} ${language}`;
  const made = (formatters.get(key) as F | undefined) ?? make(language);
  formatters.set(key, made);
  return made;
}

/** A number as its language writes it: `1,000`, `1.000`, `١٬٠٠٠`. */
export const formatNumber = (language: string, value: number): string =>
  // Making the first formatter takes longer than drawing a list: not for what English writes as it is.
  /^en\b/.test(language) && Number.isInteger(value) && value >= 0 && value < 1000
    ? value.toFixed()
    : formatter('number', language, () => new Intl.NumberFormat(language)).format(value);

/** Names side by side, as their language writes them: `A, B, C`, `A、B、C`. */
export const formatList = (language: string, names: readonly string[]): string =>
  names.length > 1
    ? formatter('list', language, () => new Intl.ListFormat(language, { type: 'unit' })).format(names)
    : (names[0] ?? '');
