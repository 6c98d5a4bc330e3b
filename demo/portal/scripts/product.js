import { paramOf, putParams, whenBack } from './address.js';
import { breadcrumbs } from './breadcrumbs.js';
import { meta } from './cards.js';
import { byId, element, fact, tag } from './dom.js';
import { icon } from './icons.js';
import { closePanel, openPanel } from './panel.js';
import { fill, fillWith } from './fill.js';
import { follow } from './follow.js';
import { setTitle } from './place.js';
import { marketplace, openPage } from './portal.js';
import { requestForm } from './request-form.js';
import { subscriptionsTable, subscriptionsTo } from './subscriptions-table.js';
import { createTabs } from './tabs.js';
import { listOf, quotaOf } from './words.js';

const approvals = { automatic: ['Approved at once', 'positive'], manual: ['Reviewed by the provider', 'caution'] };

const productId = paramOf('id') ?? '';

/** What the page is about, once it is known. */
let product;
let resources = [];

function planCard({ name, resourceIds, quotas, terms }) {
  const included = resources.filter(({ id }) => resourceIds.includes(id)).map((resource) => resource.name);
  return element(
    'article',
    { className: 'card' },
    element('h3', {}, name),
    element('p', { className: 'allowance' }, quotas.length > 0 ? listOf(quotas.map(quotaOf)) : 'Unlimited calls'),
    element('ul', { className: 'checks' }, ...included.map((api) => element('li', {}, icon('check'), api))),
    terms && element('p', { className: 'muted small' }, `Terms: ${terms.title}, ${terms.revision}`),
  );
}

function apiRow({ name, description, apiVersion, access }) {
  const [approval, tone] = access.required ? approvals[access.approval] : ['No request needed', 'positive'];
  return element(
    'li',
    {},
    element('div', {}, element('strong', {}, name), element('p', { className: 'muted' }, description ?? '')),
    element('ul', { className: 'tags' }, ...(apiVersion ? [tag(`Version ${apiVersion}`)] : []), tag(approval, tone)),
  );
}

function overview() {
  const plans =
    product.plans.length > 0
      ? element('div', { className: 'grid' }, ...product.plans.map(planCard))
      : element('p', { className: 'empty' }, 'There is no plan for this product yet.');
  return element(
    'div',
    { className: 'parts' },
    element(
      'section',
      { className: 'section' },
      element('h2', {}, 'APIs'),
      resources.length > 0
        ? element('ul', { className: 'rows' }, ...resources.map(apiRow))
        : element('p', { className: 'empty' }, 'This product has no resource yet.'),
    ),
    element(
      'section',
      { className: 'section' },
      element(
        'div',
        { className: 'section-head' },
        element('h2', {}, 'Plans'),
        element(
          'p',
          { className: 'muted' },
          'The plan of a subscription says which APIs a team may use, and how much.',
        ),
      ),
      plans,
    ),
  );
}

function requestButton({ id, name }) {
  const button = element(
    'button',
    {
      className: 'button primary',
      type: 'button',
      'aria-label': `Request access to ${name}`,
      'aria-haspopup': 'dialog',
    },
    icon('key'),
    'Request access',
  );
  button.addEventListener('click', () => {
    putParams({ request: id });
    showRequest();
  });
  return button;
}

function resourceCard(resource, session) {
  const { id, name, description, apiVersion, access, credentialTypes } = resource;
  const headingId = `resource-${id}`;
  const plans = product.plans.filter(({ resourceIds }) => resourceIds.includes(id)).map((plan) => plan.name);
  const [approval, tone] = access.required ? approvals[access.approval] : ['No request needed', 'positive'];
  const canAsk = access.required && session.roles.includes('consumer');
  return element(
    'article',
    { className: 'card resource', 'aria-labelledby': headingId },
    element(
      'div',
      { className: 'section-head' },
      element(
        'div',
        {},
        element('h2', { id: headingId }, name),
        element('p', { className: 'muted' }, description ?? ''),
      ),
      canAsk ? requestButton(resource) : undefined,
    ),
    element(
      'dl',
      { className: 'facts' },
      ...(apiVersion ? [fact('Version', apiVersion)] : []),
      fact('Access', element('span', { className: `tone ${tone}` }, approval)),
      ...(plans.length > 0 ? [fact('In plans', listOf(plans))] : []),
      fact('Credentials', listOf(credentialTypes.map((type) => type.name))),
    ),
    element('h3', {}, session.roles.includes('provider') ? 'Who has asked' : 'Your requests'),
    element('access-request-list', { 'resource-id': id, 'without-filters': '' }),
  );
}

function resourceCards(session) {
  if (resources.length === 0) return element('p', { className: 'empty' }, 'This product has no resource yet.');
  return element('div', { className: 'parts' }, ...resources.map((resource) => resourceCard(resource, session)));
}

function showRequest() {
  const resource = resources.find(({ id }) => id === paramOf('request'));
  if (!resource) {
    closePanel();
    return;
  }
  const { id, name } = resource;
  openPanel(`Request access to ${name}`, product.name, requestForm(id), () =>
    putParams({ request: undefined }, { isStep: false }),
  );
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
  byId('tabs').hidden = false;
  byId('about').hidden = false;
  byId('overview-panel').replaceChildren(overview());
  byId('resources-panel').replaceChildren(resourceCards(session));
  followSubscriptions();
  showRequest();
  const { length } = resources;
  const plans = product.plans.length;
  return [
    breadcrumbs('products', product.name),
    element('h1', {}, product.name),
    element('p', {}, product.description ?? ''),
    meta(['api', `${length} ${length === 1 ? 'API' : 'APIs'}`], ['box', `${plans} ${plans === 1 ? 'plan' : 'plans'}`]),
  ];
}

const selectTab = createTabs(byId('tabs'), (tab) => putParams({ tab }));
const showTab = () => selectTab(paramOf('request') === undefined ? paramOf('tab') : 'resources');
showTab();
const session = await openPage();
whenBack(() => {
  showTab();
  if (product) showRequest();
});
void fill(byId('head'), () => showProduct(session));
