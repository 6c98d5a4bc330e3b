import { element } from './dom.js';
import { addressOf, place } from './place.js';

/**
 * Where the page stands: below one of the marketplace's pages.
 *
 * @param key - Which page.
 * @param name - What this one is about.
 */
export function breadcrumbs(key, name) {
  const { address, title } = place.pages.find((page) => page.key === key);
  const parent = element('a', { href: addressOf(address) }, title);
  const list = element(
    'ol',
    { className: 'breadcrumbs' },
    element('li', {}, parent),
    element('li', { 'aria-current': 'page' }, name),
  );
  return element('nav', { className: 'trail', 'aria-label': 'Breadcrumbs' }, list);
}
