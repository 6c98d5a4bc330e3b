import { element } from './dom.js';

/** Where the page stands: below another one. */
export function breadcrumbs(parent, name) {
  const list = element(
    'ol',
    { className: 'breadcrumbs' },
    element('li', {}, element('a', { href: parent.address }, parent.name)),
    element('li', { 'aria-current': 'page' }, name),
  );
  return element('nav', { 'aria-label': 'Where you are' }, list);
}
