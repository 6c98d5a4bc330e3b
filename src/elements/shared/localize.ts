import { LocalizeController } from '@shoelace-style/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Message, Messages } from '../../locales/locale.js';
import { registeredMessages } from '../../locales/register.js';

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

/** Formatters are costly to make and cheap to use: one of a kind and language for the whole page. */
const formatters = new Map<string, unknown>();

/** The formatter of that kind for a language; made with `make` the first time. */
export function formatter<F>(kind: string, language: string, make: (language: string) => F): F {
  const key = `${kind} ${language}`;
  const made = (formatters.get(key) as F | undefined) ?? make(language);
  formatters.set(key, made);
  return made;
}

/** The language of an element and what is registered for it, worked out once per update: it is asked for every word. */
class Language implements ReactiveController {
  readonly #followed: LocalizeController;
  #known: { code: string; messages: Messages | undefined } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#followed = new LocalizeController(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#known = undefined;
  }

  get current(): { code: string; messages: Messages | undefined } {
    if (!this.#known) {
      const wanted = this.#followed.lang();
      const messages = registeredMessages(wanted);
      this.#known = { code: messages || /^en\b/.test(wanted) ? wanted : 'en', messages };
    }
    return this.#known;
  }
}

/**
 * Gives an element its sentences and dates in its language: its own `lang`, or that of the document.
 *
 * The element brings its English sentences (one or more parts of `locales/en/`); a registered language replaces them
 * key by key. Dates and numbers are in the language the sentences are in.
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

  /** The language sentences and dates are in. */
  get language(): string {
    return this.#language.current.code;
  }

  /** A sentence, with its values if it takes any. */
  term<K extends keyof M & string>(key: K, ...values: Values<M[K]>): string {
    const message = this.#message(key);
    return typeof message === 'function' ? message(...(values as never[])) : (message ?? key);
  }

  /** The sentence under a key that may not exist, such as one made of a server's word. */
  find(key: string): string | undefined {
    const message = this.#message(key);
    return typeof message === 'string' ? message : undefined;
  }

  /** A date, e.g. `20 Nov 2026`; with `time`, `20 Nov 2026, 14:00`. Takes RFC 3339 text or milliseconds since 1970. */
  date(at: string | number, { time = false } = {}): string {
    return formatter(
      time ? 'time' : 'date',
      this.language,
      (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: time ? 'short' : undefined }),
    ).format(new Date(at));
  }

  /** How far `at` is from `now` (milliseconds), in its largest unit: `in 5 days`, `3 minutes ago`, `now`. */
  relative(at: string | number, now: number): string {
    const distance = new Date(at).getTime() - now;
    const [unit, length] = units.find(([, one]) => Math.abs(distance) >= one) ?? (['second', Infinity] as const);
    return formatter(
      'relative',
      this.language,
      (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
    ).format(Math.trunc(distance / length), unit);
  }

  #message(key: string): Message | undefined {
    return this.#language.current.messages?.[key] ?? this.#english[key];
  }
}
