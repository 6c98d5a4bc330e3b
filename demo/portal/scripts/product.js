import { breadcrumbs } from './breadcrumbs.js';
import { byId, element, fact, tag } from './dom.js';
import { icon } from './icons.js';
import { closePanel, openPanel } from './panel.js';
import { fill, fillWith } from './fill.js';
import { follow } from './follow.js';
import { addressOf, setTitle } from './place.js';
import { marketplace, openPage } from './portal.js';
import { followLists, requestForm } from './request-panel.js';
import { subscriptionsTable, subscriptionsTo } from './subscriptions-table.js';
import { createTabs } from './tabs.js';
import { listOf, quotaOf } from './words.js';

const approvals = { automatic: 'Approved at once', manual: 'Reviewed by the provider' };

const address = new URL(location.href);
const productId = address.searchParams.get('id') ?? '';

/** What the page is about, once it is known. */
let product;
let resources = [];

/** Puts what is shown into the address, so that it can be reloaded, shared and gone back from. */
function remember(name, value, write = 'replaceState') {
  if (value === undefined) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  if (address.href !== location.href) history[write](undefined, '', address);
}

function planCard({ name, resourceIds, quotas }) {
  const included = resources.filter(({ id }) => resourceIds.includes(id)).map((resource) => resource.name);
  return element(
    'article',
    { className: 'card' },
    element('h3', {}, name),
    element(
      'dl',
      { className: 'facts rows' },
      fact('Includes', included.length > 0 ? listOf(included) : 'No resource yet'),
      fact('Allows', quotas.length > 0 ? listOf(quotas.map(quotaOf)) : 'As many calls as you like'),
    ),
  );
}

function overview() {
  const names = listOf(resources.map(({ name }) => name));
  const words = resources.length === 1 ? `One resource: ${names}` : `${resources.length} resources: ${names}`;
  return element(
    'div',
    { className: 'section' },
    element('p', {}, `${words}. The plan of a subscription says which of them a team may use, and how much.`),
    element('h2', {}, 'Plans'),
    product.plans.length > 0
      ? element('div', { className: 'grid' }, ...product.plans.map(planCard))
      : element('p', { className: 'empty' }, 'There is no plan for this product yet.'),
  );
}

function requestButton({ id, name }) {
  const button = element('button', {
    className: 'icon-button',
    type: 'button',
    title: 'Request access',
    'aria-label': `Request access to ${name}`,
    'aria-haspopup': 'dialog',
  });
  button.append(icon('key'));
  button.addEventListener('click', () => {
    remember('request', id, 'pushState');
    showRequest();
  });
  return button;
}

function resourceCard(resource, session) {
  const { id, name, description, apiVersion, access, credentialTypes } = resource;
  const headingId = `resource-${id}`;
  const tags = [
    apiVersion && `Version ${apiVersion}`,
    access.required ? approvals[access.approval] : 'No request needed',
    ...product.plans.filter(({ resourceIds }) => resourceIds.includes(id)).map((plan) => `Plan ${plan.name}`),
    ...credentialTypes.map((type) => type.name),
  ].filter(Boolean);
  const about = element(
    'div',
    {},
    element('h2', { id: headingId }, name),
    element('p', { className: 'muted' }, description ?? ''),
    element('ul', { className: 'tags' }, ...tags.map((text) => tag(text))),
  );
  const canAsk = access.required && session.roles.includes('consumer');
  return element(
    'article',
    { className: 'resource', 'aria-labelledby': headingId },
    element('div', { className: 'resource-head' }, about, canAsk ? requestButton(resource) : undefined),
    element('h3', {}, 'Access'),
    element('access-request-list', { 'resource-id': id }),
  );
}

function resourceCards(session) {
  if (resources.length === 0) return element('p', { className: 'empty' }, 'This product has no resource yet.');
  return element('div', { className: 'section' }, ...resources.map((resource) => resourceCard(resource, session)));
}

/** The forms that nothing has come of yet: they stay as they were left, so that closing the panel loses nothing. */
const forms = new Map();

function showRequest() {
  const resource = resources.find(({ id }) => id === address.searchParams.get('request'));
  if (!resource) {
    closePanel();
    return;
  }
  const { id, name } = resource;
  let form = forms.get(id);
  if (!form) {
    form = requestForm({ 'resource-id': id });
    form.addEventListener('access-request-created', () => forms.delete(id));
    forms.set(id, form);
  }
  openPanel(`Request access to ${name}`, product.name, form, () => remember('request', undefined));
}

/** Shows the subscriptions, as they are at any time. */
function followSubscriptions() {
  const panel = byId('subscriptions-panel');
  const read = () => subscriptionsTo(productId);
  const onDone = async () => {
    await refresh();
    panel.focus(); // what was pressed is no longer there
  };
  const refresh = () => fillWith(panel, read, (subscriptions) => subscriptionsTable(subscriptions, onDone));
  follow(['subscription', 'clock'], () => void refresh());
}

async function showProduct(session) {
  const [found, { items }] = await Promise.all([
    marketplace.products.get(productId),
    marketplace.resources.list({ productId }),
  ]);
  product = found;
  resources = items;
  setTitle(product.name);
  byId('about').hidden = false;
  byId('overview-panel').replaceChildren(overview());
  byId('resources-panel').replaceChildren(resourceCards(session));
  followSubscriptions();
  showRequest();
  return [
    breadcrumbs({ name: 'Products', address: addressOf('/products.html') }, product.name),
    element('h1', {}, product.name),
    element('p', {}, product.description ?? ''),
  ];
}

const selectTab = createTabs(document.querySelector('[role="tablist"]'), (tab) => remember('tab', tab));
selectTab(address.searchParams.has('request') ? 'resources' : address.searchParams.get('tab'));
const session = await openPage();
followLists();
addEventListener('popstate', () => {
  address.search = location.search;
  showRequest();
});
void fill(byId('head'), () => showProduct(session));
