import { element } from './dom.js';
import { icon } from './icons.js';
import { marketplaces } from './marketplaces.js';
import { place, startOf } from './place.js';

/** The marketplace the page is about, and the way to the others: a disclosure of links. */
export function switcher() {
  const links = marketplaces.map((marketplace) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: startOf(marketplace), 'aria-current': marketplace === place ? 'true' : undefined },
        element('strong', {}, marketplace.name),
        element('small', {}, `Rules of ${marketplace.rules}`),
      ),
    ),
  );
  const summary = element(
    'summary',
    {},
    element('span', { className: 'visually-hidden' }, 'Marketplace: '),
    element('span', { className: 'switcher-name' }, place.name.replace(/^Acme /, '')),
    icon('down'),
  );
  const details = element(
    'details',
    { className: 'switcher' },
    summary,
    element('ul', { className: 'switcher-list', 'aria-label': 'Marketplaces' }, ...links),
  );
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!event.composedPath().includes(details)) details.open = false;
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !details.contains(relatedTarget)) details.open = false;
  });
  return details;
}
