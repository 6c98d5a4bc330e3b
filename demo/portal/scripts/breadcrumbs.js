import { element } from './dom.js';
import { language, word } from './languages.js';
import { addressOf, place } from './place.js';

/**
 * Where the page stands: below one of the marketplace's pages.
 *
 * @param key - Which page, by the word for it.
 * @param name - What this one is about.
 */
export function breadcrumbs(key, name) {
  const { address } = place.pages.find((page) => page.key === key);
  const parent = element('a', { href: addressOf(address), lang: language() }, word(key));
  const list = element(
    'ol',
    { className: 'breadcrumbs' },
    element('li', {}, parent),
    element('li', { 'aria-current': 'page' }, name),
  );
  return element('nav', { 'aria-label': 'Where you are' }, list);
}
