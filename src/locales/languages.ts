import type { Messages } from './locale.js';

/** What is known of a language, and whether it is on its way. */
export interface LanguageAnswer {
  messages: Messages | undefined;
  isPending: boolean;
}

/**
 * What knows every language but the elements' own English. It is `register.ts` once that has been loaded: by a page that
 * registers something, or by the first element in another language.
 */
export interface Languages {
  /** What is known of a language, given by its code in lower case; one that is shipped is loaded by asking for it. */
  lookUp(language: string): LanguageAnswer;
  /** Loads what is not there yet of a shipped language. */
  complete(language: string): void;
}

/** How long what could not be loaded is left alone. */
export const restMs = 30_000;

let languages: Languages | undefined;
let loading: Promise<unknown> | undefined;

/** Makes it what {@link lookUpLanguage} asks. */
export function setLanguages(these: Languages): void {
  languages = these;
}

/**
 * What is known of a language, given by its code in lower case.
 *
 * @param arrived - Called when there is more to know, if that has to be loaded first.
 */
export function lookUpLanguage(language: string, arrived: () => void): LanguageAnswer {
  if (languages) return languages.lookUp(language);
  if (/^en\b/.test(language)) return { messages: undefined, isPending: false };
  loading ??= import('./register.js').catch(() => setTimeout(() => (loading = undefined), restMs)).finally(arrived);
  return { messages: undefined, isPending: true };
}

/** Loads what is not there yet of a shipped language. */
export const completeLanguage = (language: string): void => languages?.complete(language);
