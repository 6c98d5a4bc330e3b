import { element, tag } from './dom.js';
import { addressOf } from './place.js';
import { dayOf, listOf } from './words.js';

/** A card that leads to another page. */
export function cardLink(level, name, address, ...content) {
  return element(
    'article',
    { className: 'card card-link' },
    element(level, {}, element('a', { href: address }, name)),
    ...content,
  );
}

/** A product, with its plans. */
export function productCard({ id, name, description, plans }) {
  const planned = `${plans.length > 1 ? 'Plans' : 'Plan'}: ${listOf(plans.map((plan) => plan.name))}`;
  return cardLink(
    'h2',
    name,
    addressOf('/product.html', { id }),
    element('p', { className: 'muted' }, description ?? ''),
    element('p', { className: 'small' }, planned),
  );
}

/** An application, with whose it is. */
export function applicationCard(level, { id, name, description, owner, createdAt }) {
  return cardLink(
    level,
    name,
    addressOf('/application.html', { id }),
    description === undefined ? undefined : element('p', { className: 'muted' }, description),
    element('ul', { className: 'tags' }, tag(`Team ${owner.name}`), tag(`Since ${dayOf(createdAt)}`)),
  );
}

/** Cards beside each other, as many as there is room for. */
export const grid = (...cards) => element('div', { className: 'grid' }, ...cards);
