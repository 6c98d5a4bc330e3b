import type * as english from './en.js';

/** One message: a sentence, or a function of its values that gives one. */
export type Message = string | ((...values: never[]) => string);

/** Messages by key. */
export type Messages = Readonly<Record<string, Message>>;

/** Every message of every element, as the English parts have them: what a complete language must provide. */
export type AllMessages = typeof english.messages;

// A language that is shipped has four files. English grows first, so that the compiler knows what there may be and of
// which kind; that nothing is missing is a matter of test/locales.

/** What elements show at once: `locales/<code>.ts`. */
export type FirstMessages = Partial<typeof english.first>;

/** What is said around a list, once it is there: `locales/<code>/lists.ts`. */
export type ListMessages = Partial<typeof english.lists>;

/** What is said while a form is filled in: `locales/<code>/forms.ts`. */
export type FormMessages = Partial<typeof english.forms>;

/** What menus, dialogs and secrets say: `locales/<code>/actions.ts`. */
export type ActionMessages = Partial<typeof english.actions>;

/** What a language says of itself: its BCP 47 code (`de`, `pt-BR`), its own name and its direction. */
export interface LocaleHeader {
  $code: string;
  $name: string;
  $dir: 'ltr' | 'rtl';
}

/**
 * A language as a page registers it: complete, or single sentences that are to be worded otherwise. One that is shipped is
 * complete (SPEC X5).
 */
export interface Locale extends LocaleHeader, Partial<AllMessages> {}

/** The first file of a language that is shipped. */
export interface ShippedLocale extends LocaleHeader, FirstMessages {}
