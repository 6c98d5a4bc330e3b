import { element } from './dom.js';
import { icon } from './icons.js';
import { addressOf } from './place.js';
import { dayOf } from './words.js';

/** A card that leads to another page. */
export function cardLink(level, name, address, ...content) {
  return element(
    'article',
    { className: 'card card-link' },
    element(level, {}, element('a', { href: address }, name)),
    ...content,
  );
}

/** Short facts in a line, each with an icon: pairs of an icon's name and text. */
export const meta = (...facts) =>
  element('ul', { className: 'meta' }, ...facts.map(([name, text]) => element('li', {}, icon(name), text)));

const either = (count, one, several) => `${count} ${count === 1 ? one : several}`;

/** A product, with its plans. */
export function productCard({ id, name, description, plans }) {
  const apis = new Set(plans.flatMap(({ resourceIds }) => resourceIds));
  const tags = plans.map((plan) => element('li', { className: 'tag' }, plan.name));
  return cardLink(
    'h2',
    name,
    addressOf('/product.html', { id }),
    element('p', { className: 'muted' }, description ?? ''),
    element(
      'div',
      { className: 'card-foot' },
      meta(['api', either(apis.size, 'API', 'APIs')]),
      element('ul', { className: 'tags', 'aria-label': 'Plans' }, ...tags),
    ),
  );
}

/** An application, with whose it is. */
export function applicationCard(level, { id, name, description, owner, createdAt }) {
  return cardLink(
    level,
    name,
    addressOf('/application.html', { id }),
    description === undefined ? undefined : element('p', { className: 'muted' }, description),
    element('div', { className: 'card-foot' }, meta(['team', owner.name], ['day', `Since ${dayOf(createdAt)}`])),
  );
}

/** What a list of the library shows while there is nothing in it, with the way on. */
export const nothingYet = (heading, words, address, text) =>
  element(
    'div',
    { slot: 'empty', className: 'nothing-yet' },
    element('strong', {}, heading),
    element('p', { className: 'muted' }, words),
    element('a', { className: 'button', href: address }, text),
  );

/** Cards beside each other, as many as there is room for. */
export const grid = (...cards) => element('div', { className: 'grid' }, ...cards);
