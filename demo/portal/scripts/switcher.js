import { disclosure } from './disclosure.js';
import { element } from './dom.js';
import { icon } from './icons.js';
import { marketplaces } from './marketplaces.js';
import { place, startOf } from './place.js';

/** The marketplace the page is about, and the way to the others. */
export function switcher() {
  const links = marketplaces.map((marketplace) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: startOf(marketplace), 'aria-current': marketplace === place ? 'true' : undefined },
        element('span', { className: 'swatch', 'data-brand': marketplace.id, 'aria-hidden': 'true' }),
        element(
          'span',
          {},
          element('strong', {}, marketplace.name),
          element('small', {}, `Rules of ${marketplace.rules}`),
        ),
      ),
    ),
  );
  return disclosure(
    'switcher',
    [
      element('span', { className: 'visually-hidden' }, 'Marketplace: '),
      element('span', { className: 'menu-name' }, place.name.replace(/^Acme /, '')),
      icon('down'),
    ],
    element('ul', { className: 'menu-list', 'aria-label': 'Marketplaces' }, ...links),
  );
}
