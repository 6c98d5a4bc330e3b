import type { ReactiveControllerHost } from 'lit';
import { isolate } from '../../locales/isolate.js';
import type { Message, Messages } from '../../locales/locale.js';
import { formatNumber, formatter } from './formatter.js';
import { Language } from './language.js';

export { formatter } from './formatter.js';

type Values<M> = M extends (...values: infer V) => string ? V : [];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const;

/** What turns the direction of a name would turn that of the sentence around it, too; but not what is isolated. */
const turning = /(\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069)|[\u202a-\u202e\u2066-\u2069]/g;

/** What is read from right to left: in the scripts people write now, and the mark that says so. */
const rightToLeft = /[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud83a]/;

/** A text that is isolated as a whole. */
const isolated = /^\u2068[^\u2069]*.$/;

/**
 * A value as a sentence takes it: a number is written as its language writes numbers, and is still the number that
 * decides about the plural; a text leaves the sentence in its direction. What is read from right to left would also turn
 * the number or bracket behind it, and is isolated if it is not yet.
 */
function valueIn(language: string, value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.replace(turning, '$1');
    return rightToLeft.test(text) && !isolated.test(text) ? isolate(text) : text;
  }
  return typeof value === 'number'
    ? Object.assign(Object(value), { toString: () => formatNumber(language, value) })
    : value;
}

/**
 * Gives an element its sentences, numbers and dates in its language: its own `lang`, or that of what it is in.
 *
 * The element brings its English sentences (one or more parts of `locales/en/`); another language replaces them key by
 * key, once it is there. Dates and numbers are in the language the sentences are in.
 */
export class Localize<M extends Messages> {
  readonly #english: M;
  readonly #language: Language;

  /** @param of the element, or the language of another `Localize` of it: see {@link with}. */
  constructor(of: (ReactiveControllerHost & HTMLElement) | Language, english: M) {
    this.#english = english;
    this.#language = of instanceof Language ? of : new Language(of);
  }

  /** The same language with further sentences: for parts of an element that are loaded on demand. */
  with<More extends Messages>(english: More): Localize<M & More> {
    return new Localize(this.#language, { ...this.#english, ...english });
  }

  /** The language that sentences and dates are in. */
  get language(): string {
    return this.#language.spoken.code;
  }

  /** The language that the page asks for: what a marketplace brings its own translations for is shown in it. */
  get wanted(): string {
    return this.#language.spoken.wanted;
  }

  /** What the words of {@link language} are: another value whenever one may have changed. For `guard`. */
  get words(): unknown {
    const { messages, code } = this.#language.spoken;
    return messages ?? code;
  }

  /** A sentence, with its values if it takes any. Numbers are written as the language writes them. */
  term<K extends keyof M & string>(key: K, ...values: Values<M[K]>): string {
    const message = this.#message(key);
    if (typeof message !== 'function') return message ?? key;
    return message(...(values.map((value) => valueIn(this.language, value)) as never[]));
  }

  /** The sentence under a key that may not exist, such as one made of a server's word. */
  find(key: string): string | undefined {
    const message = this.#message(key);
    return typeof message === 'string' ? message : undefined;
  }

  /** A date, e.g. `20 Nov 2026`; with `time`, `20 Nov 2026, 14:00`. Takes RFC 3339 text or milliseconds since 1970; what is no time is left as it is. */
  date(at: string | number, { time = false } = {}): string {
    if (isNaN(+new Date(at))) return String(at);
    return formatter(
      time ? 'time' : 'date',
      this.language,
      (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: time ? 'short' : undefined }),
    ).format(new Date(at));
  }

  /** How far `at` is from `now` (milliseconds), in its largest unit: `in 5 days`, `3 minutes ago`, `now`. */
  relative(at: string | number, now: number): string {
    const distance = +new Date(at) - now;
    if (isNaN(distance)) return String(at);
    const [unit, length] = units.find(([, one]) => Math.abs(distance) >= one) ?? (['second', Infinity] as const);
    return formatter(
      'relative',
      this.language,
      (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
    ).format(Math.trunc(distance / length), unit);
  }

  #message(key: string): Message | undefined {
    const english = this.#english[key];
    const { messages } = this.#language.spoken;
    if (messages && english !== undefined && !(key in messages)) this.#language.complete();
    return messages?.[key] ?? english;
  }
}
