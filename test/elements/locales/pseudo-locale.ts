import { messages } from '../../../src/locales/en.js';
import { registerLocale } from '../../../src/locales/register.js';
import type { Message } from '../../../src/locales/locale.js';
import { findAll } from '../page.js';

/** A language in which every sentence stands in brackets: what does not is not translatable. */
export const pseudo = 'en-XA';

/** Makes it available; English again is `en`. */
export function registerPseudoLocale(): void {
  const bracketed = Object.entries<Message>(messages).map(([key, message]) => {
    const inBrackets =
      typeof message === 'function' ? (...values: never[]): string => `⟦${message(...values)}⟧` : `⟦${message}⟧`;
    return [key, inBrackets] as const;
  });
  registerLocale({ $code: pseudo, $name: 'Pseudo', $dir: 'ltr', ...Object.fromEntries(bracketed) });
}

/** What Intl writes: dates, how far away something is, how long it lasts. */
const byIntl =
  /^(?:[A-Z][a-z]{2} \d{1,2}, \d{4}(?:, .*)?|in \d+ \w+|\d+ \w+ ago|yesterday|tomorrow|now|(?:last|next) \w+|(?:\d+ (?:days?|hours?|minutes?|seconds?) ?)+)$/;

/**
 * The texts of an element that are in no brackets and are not data either: text, names and hints, shadow roots included.
 * What was announced has been said: it is not said again in another language.
 *
 * @param data all that the marketplace has said, in any form.
 */
export function untranslated(element: Element, data: unknown): string[] {
  const known = JSON.stringify(data);
  const roots = [element, ...findAll(element, '*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const texts = roots.flatMap((root) => {
    const nodes: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data: text } = walker.currentNode as Text;
      if (
        parentElement &&
        parentElement.localName !== 'style' &&
        parentElement.closest('[hidden], [role="status"]') === null
      )
        nodes.push(text);
    }
    const named = [...root.querySelectorAll('*')].flatMap((one) =>
      ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [...nodes, ...named];
  });
  return [...new Set(texts.map(withoutBrackets))].filter(
    (text) => /\p{L}/u.test(text) && !byIntl.test(text) && !known.includes(JSON.stringify(text).slice(1, -1)),
  );
}

/** What of a text is in no brackets. They may be nested: sentences stand in sentences. */
function withoutBrackets(text: string): string {
  const shorter = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  // A name of the marketplace may stand isolated from the direction of what is around it.
  return shorter === text ? text.replaceAll(/[\s·\u2068\u2069]+/g, ' ').trim() : withoutBrackets(shorter);
}
