import { update } from '@shoelace-style/localize';
import type { Locale, Messages } from './locale.js';

const locales = new Map<string, Messages>();

/**
 * Makes a language available to every element on the page; elements follow their own `lang` or that of the document.
 * Called again with the same `$code` it adds to that language: `registerLocale({ $code: 'en', $name: 'English', $dir:
 * 'ltr', retry: 'Try once more' })` rewords one sentence.
 */
export function registerLocale({ $code, ...locale }: Locale): void {
  const code = $code.toLowerCase();
  locales.set(code, { ...locales.get(code), ...(locale as unknown as Messages) });
  update();
}

/** What is registered for a language, a region's own messages before those of the language; `undefined` if nothing. */
export function registeredMessages(language: string): Messages | undefined {
  const regional = locales.get(language);
  const general = locales.get(language.split('-', 1)[0] as string);
  return regional && general ? { ...general, ...regional } : (regional ?? general);
}
