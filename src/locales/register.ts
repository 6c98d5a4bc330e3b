import { update } from '@shoelace-style/localize';
import type { Locale, Messages, ShippedLocale } from './locale.js';
import { restMs, setLanguages, type LanguageAnswer } from './languages.js';
import { shipped } from './shipped.js';

/** Loads the further files of a shipped language. */
export type FurtherMessages = () => Promise<readonly { messages: Messages }[]>;

/** What is known of a language. */
interface KnownLanguage {
  /** The shipped language it is shown in, if there is one. */
  readonly code: string | undefined;
  /** By key. `undefined`: nothing, so that English is shown. */
  readonly messages: Messages | undefined;
}

/** What of the shipped languages is loaded, by code; `further` as long as that is not all of it. */
const arrived = new Map<string, { messages: Messages; further?: FurtherMessages }>();
/** What the page has registered, by code in lower case: it wins, whenever it came. */
const registered = new Map<string, Messages>();
/** All of that put together, by the language that was asked for. */
const known = new Map<string, KnownLanguage>();
/** What is being loaded, or could not be a moment ago. */
const loading = new Set<string>();

/**
 * Makes a language available to every element on the page; elements follow their own `lang` or that of what they are in.
 * Called again with the same `$code` it adds to that language: `registerLocale({ $code: 'en', $name: 'English', $dir:
 * 'ltr', retry: 'Try once more' })` rewords one sentence. What is registered wins over what is shipped, whichever comes
 * first.
 */
export function registerLocale({ $code, ...messages }: Locale): void {
  const code = $code.toLowerCase();
  registered.set(code, { ...registered.get(code), ...(messages as unknown as Messages) });
  tell();
}

/** Makes a shipped language available; its further files follow when a sentence is missing, or the page has time. */
export function shipLocale({ $code, ...messages }: ShippedLocale, further: FurtherMessages): void {
  arrived.set($code, { messages: messages, further });
  tell();
  (globalThis.requestIdleCallback ?? setTimeout)(() => completeLanguage($code));
}

/**
 * What is known of a language, given by its code in lower case, and whether that is on its way: one that is shipped is
 * loaded by asking for it.
 */
function knownLanguage(language: string): LanguageAnswer {
  const { code, messages } = lookUp(language);
  const start = code !== undefined && !arrived.has(code) && shipped[code];
  if (start) load(code, start);
  return { messages, isPending: Boolean(start) };
}

/** Loads what is not there yet of a shipped language. */
function completeLanguage(language: string): void {
  const { code } = lookUp(language);
  const { messages, further } = arrived.get(code ?? '') ?? {};
  if (!code || !further) return;
  load(`${code}/`, async () => {
    const files = await further();
    arrived.set(code, { messages: Object.assign({}, messages, ...files.map((file) => file.messages)) as Messages });
    tell();
  });
}

/** Tells every element that there are other words now. */
function tell(): void {
  known.clear();
  update();
}

/** Loads something once. After a failure English stays; whoever asks after a while tries again. */
function load(key: string, start: () => Promise<unknown>): void {
  if (loading.has(key)) return;
  loading.add(key);
  start().catch(() => setTimeout(() => loading.delete(key), restMs));
}

function lookUp(language: string): KnownLanguage {
  let answer = known.get(language);
  if (!answer) {
    // Of the same language and script: `de` for `de-AT`, `pt-BR` for `pt`, but no `zh-CN` for `zh-TW`.
    const code = /^en\b/.test(language)
      ? undefined // elements bring it themselves
      : Object.keys(shipped).find((one) => scriptOf(one) === scriptOf(language));
    const own = [code?.toLowerCase(), language.split('-', 1)[0], language].map((one = '') => registered.get(one));
    const parts = [arrived.get(code ?? '')?.messages, ...new Set(own)].filter((part) => part !== undefined);
    answer = { code, messages: parts.length > 1 ? (Object.assign({}, ...parts) as Messages) : parts[0] };
    known.set(language, answer);
  }
  return answer;
}

/** A language with the script it is written in, as `zh-Hans`. */
function scriptOf(code: string): string {
  const { language, script } = new Intl.Locale(code).maximize();
  return `${language}-${script}`;
}

setLanguages({ lookUp: knownLanguage, complete: completeLanguage });
