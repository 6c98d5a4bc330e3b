import { byId, element, tag } from './dom.js';
import { follow } from './follow.js';
import { fill } from './fill.js';
import { marketplace, openPage, showParts } from './portal.js';
import { listOf } from './words.js';

function productCard({ id, name, description, plans }) {
  const address = `/product.html?${new URLSearchParams({ id })}`;
  return element(
    'article',
    { className: 'card card-link' },
    element('h3', {}, element('a', { href: address }, name)),
    element('p', { className: 'muted' }, description ?? ''),
    element(
      'p',
      { className: 'small' },
      `${plans.length > 1 ? 'Plans' : 'Plan'}: ${listOf(plans.map(({ name }) => name))}`,
    ),
  );
}

function applicationCard({ id, name, owner }) {
  const address = `/application.html?${new URLSearchParams({ id })}`;
  return element(
    'article',
    { className: 'card card-link' },
    element('h3', {}, element('a', { href: address }, name)),
    element('ul', { className: 'tags' }, tag(`Team ${owner.name}`)),
  );
}

async function waiting() {
  const { items, total, next } = await marketplace.accessRequests.list({ state: ['pending'] });
  const count = total ?? items.length;
  if (count === 0) return element('p', {}, 'No request waits for a decision. New ones appear here by themselves.');
  const words = count === 1 ? 'request waits for a decision' : 'requests wait for a decision';
  return [
    element(
      'p',
      {},
      element('span', { className: 'count' }, `${count}${total === undefined && next ? '+' : ''}`),
      ` ${words}`,
    ),
    element('p', {}, element('a', { href: '/desk.html' }, 'Go to the provider desk')),
  ];
}

const products = async () => {
  const { items } = await marketplace.products.list();
  if (items.length === 0) return element('p', { className: 'empty' }, 'There is no product here yet.');
  return element('div', { className: 'grid' }, ...items.map(productCard));
};

const applications = async () => {
  const { items } = await marketplace.applications.list({ limit: 6 });
  if (items.length > 0) return element('div', { className: 'grid' }, ...items.map(applicationCard));
  const create = element('a', { href: '/applications.html' }, 'Create one');
  return element('p', { className: 'empty' }, 'Your teams have no application yet. ', create, ' to call an API with.');
};

const { roles } = await openPage();
const isProvider = roles.includes('provider');
const isConsumer = roles.includes('consumer');
byId('desk').hidden = !isProvider;
byId('own').hidden = !isConsumer;
await Promise.all([
  fill(byId('products'), products),
  isConsumer ? fill(byId('applications'), applications) : undefined,
  isProvider ? fill(byId('waiting'), waiting) : undefined,
]);
showParts();
if (isProvider) follow(['access-request'], () => void fill(byId('waiting'), waiting));
