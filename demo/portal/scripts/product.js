import { paramOf, putParams, whenBack } from './address.js';
import { breadcrumbs } from './breadcrumbs.js';
import { meta } from './cards.js';
import { byId, element, fact, tag } from './dom.js';
import { icon } from './icons.js';
import { closePanel, openPanel } from './panel.js';
import { fill, fillWith } from './fill.js';
import { follow } from './follow.js';
import { requestForm } from './forms.js';
import { setTitle } from './place.js';
import { marketplace, openPage } from './portal.js';
import { changePlan } from './subscription-actions.js';
import { isActive, subscriptionsTable, subscriptionsTo } from './subscriptions-table.js';
import { createTabs } from './tabs.js';
import { listOf, quotaOf } from './words.js';

const approvals = {
  automatic: ['Approved automatically', 'positive'],
  manual: ['Reviewed by the provider', 'caution'],
};

const productId = paramOf('id') ?? '';

/** What the page is about, once it is known. */
let product;
let resources = [];

/** What the teams have to do with a plan: a subscription that is on it, or one that can be moved to it. */
function planFoot({ id, name }, subscriptions, onChanged) {
  const active = subscriptions.filter(isActive);
  if (active.some(({ plan }) => plan.id === id))
    return [element('ul', { className: 'tags' }, tag('Your current plan', 'positive'))];
  return active
    .filter(({ actions }) => actions.some(({ action, allowed }) => action === 'change-plan' && allowed))
    .map((subscription) => {
      const words = active.length > 1 ? `Move ${subscription.name} to ${name}` : `Change to ${name}`;
      const button = element('button', { className: 'button', type: 'button', 'aria-haspopup': 'dialog' }, words);
      button.addEventListener('click', () => void changePlan(subscription, id).then((isDone) => isDone && onChanged()));
      return button;
    });
}

function planCard(plan, subscriptions, onChanged) {
  const { name, resourceIds, quotas, terms } = plan;
  const included = resources.filter(({ id }) => resourceIds.includes(id)).map((resource) => resource.name);
  return element(
    'article',
    { className: 'card' },
    element('h3', {}, name),
    element('p', { className: 'allowance' }, quotas.length > 0 ? listOf(quotas.map(quotaOf)) : 'Unlimited calls'),
    element('ul', { className: 'checks' }, ...included.map((api) => element('li', {}, icon('check'), api))),
    terms && element('p', { className: 'muted small' }, `Terms: ${terms.title}, ${terms.revision}`),
    element('div', { className: 'card-foot' }, ...planFoot(plan, subscriptions, onChanged)),
  );
}

const canRequest = ({ access }, session) => access.required && session.roles.includes('consumer');

function apiRow(resource, session) {
  const { name, description, apiVersion, access } = resource;
  const [approval, tone] = access.required ? approvals[access.approval] : ['No request needed', 'positive'];
  return element(
    'li',
    {},
    element('div', {}, element('strong', {}, name), element('p', { className: 'muted' }, description ?? '')),
    element(
      'div',
      { className: 'actions' },
      element('ul', { className: 'tags' }, ...(apiVersion ? [tag(`Version ${apiVersion}`)] : []), tag(approval, tone)),
      canRequest(resource, session) ? requestButton(resource) : undefined,
    ),
  );
}

/** Shows the plans, with what the subscriptions have to do with them. */
function showPlans(subscriptions, onChanged) {
  byId('plans').replaceChildren(...product.plans.map((plan) => planCard(plan, subscriptions, onChanged)));
}

function overview(session) {
  const plans =
    product.plans.length > 0
      ? element('div', { className: 'grid', id: 'plans' })
      : element('p', { className: 'empty', id: 'plans' }, 'There is no plan for this product yet.');
  return element(
    'div',
    { className: 'parts' },
    element(
      'section',
      { className: 'section' },
      element('h2', {}, 'APIs'),
      resources.length > 0
        ? element('ul', { className: 'rows' }, ...resources.map((resource) => apiRow(resource, session)))
        : element('p', { className: 'empty' }, 'This product has no APIs yet.'),
    ),
    element(
      'section',
      { className: 'section' },
      element(
        'div',
        { className: 'section-head' },
        element('h2', { id: 'plans-heading', tabIndex: -1 }, 'Plans'),
        element('p', { className: 'muted' }, 'A subscription’s plan sets which APIs a team can use, and how much.'),
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
      canRequest(resource, session) ? requestButton(resource) : undefined,
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
  if (resources.length === 0) return element('p', { className: 'empty' }, 'This product has no APIs yet.');
  return element('div', { className: 'parts' }, ...resources.map((resource) => resourceCard(resource, session)));
}

function showRequest() {
  const resource = resources.find(({ id }) => id === paramOf('request'));
  if (!resource) {
    closePanel();
    return;
  }
  const { id, name } = resource;
  openPanel(`Request access to ${name}`, requestForm(id, productId), () =>
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
  const onPlanChanged = async () => {
    await refresh();
    byId('plans-heading').focus();
  };
  const refresh = () =>
    fillWith(panel, read, (subscriptions) => {
      if (product.plans.length > 0) showPlans(subscriptions, onPlanChanged);
      return subscriptionsTable(subscriptions, onDone);
    });
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
  byId('overview-panel').replaceChildren(overview(session));
  if (product.plans.length > 0) showPlans([]);
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
