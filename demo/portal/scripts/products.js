import { applicationCard, grid, productCard } from './cards.js';
import { byId, element } from './dom.js';
import { fill } from './fill.js';
import { addressOf } from './place.js';
import { marketplace, openPage, showParts } from './portal.js';

const products = async () => {
  const cards = [];
  for await (const product of marketplace.products.list()) cards.push(productCard(product));
  return cards.length > 0 ? grid(...cards) : element('p', { className: 'empty' }, 'There are no products here yet.');
};

const applications = async () => {
  const { items } = await marketplace.applications.list({ limit: 6 });
  if (items.length > 0) return grid(...items.map((application) => applicationCard('h3', application)));
  const create = element('a', { href: addressOf('/applications.html') }, 'Create one');
  return element('p', { className: 'empty' }, 'Your teams have no applications yet. ', create, ' to call an API with.');
};

const { roles } = await openPage();
const isConsumer = roles.includes('consumer');
byId('own').hidden = !isConsumer;
await Promise.all([
  fill(byId('products'), products),
  isConsumer ? fill(byId('applications'), applications) : undefined,
]);
showParts();
