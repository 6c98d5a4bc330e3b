import type * as english from './en.js';

/** One message: a sentence, or a function of its values that gives one. */
export type Message = string | ((...values: never[]) => string);

/** Messages by key. */
export type Messages = Readonly<Record<string, Message>>;

/** Every message of every element, as the English file has them: what a complete language must provide. */
export type AllMessages = typeof english.messages;

/**
 * A language: its BCP 47 code (`de`, `pt-BR`), its own name, its direction and its messages. A language that is shipped
 * is complete (SPEC X5); a host may register a partial one to reword single sentences.
 */
export interface Locale extends Partial<AllMessages> {
  $code: string;
  $name: string;
  $dir: 'ltr' | 'rtl';
}
