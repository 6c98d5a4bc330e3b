import { element, tag } from './dom.js';
import { marketplace } from './portal.js';
import { subscriptionButtons } from './subscription-actions.js';
import { dayOf } from './words.js';

const columns = ['Subscription', 'Plan', 'Team', 'Status', 'Ends', 'Actions'];
const ended = { archived: 'Archived', cancelled: 'Cancelled', expired: 'Expired' };

const isExpired = ({ expiresAt }) => expiresAt !== undefined && Date.parse(expiresAt) <= marketplace.now();

/** Whether access can be had under a subscription. */
export const isActive = (subscription) =>
  subscription.approval === 'approved' && subscription.state === 'active' && !isExpired(subscription);

/** Whether a subscription can be used, in a word and its tone. */
function standing(subscription) {
  const { approval, state } = subscription;
  if (approval === 'pending') return ['Waiting for approval', 'caution'];
  if (approval === 'rejected') return ['Rejected', 'critical'];
  if (state !== 'active') return [ended[state] ?? 'Unknown'];
  return isActive(subscription) ? ['Active', 'positive'] : ['Expired'];
}

function row(subscription, onDone) {
  const { name, plan, owner, expiresAt } = subscription;
  const buttons = subscriptionButtons(subscription, onDone);
  const cells = [
    plan.name,
    owner.name,
    element('ul', { className: 'tags' }, tag(...standing(subscription))),
    expiresAt === undefined ? 'No end date' : dayOf(expiresAt),
    buttons.length > 0 ? element('div', { className: 'actions' }, ...buttons) : '',
  ];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    ...cells.map((content, at) => element('td', { 'data-column': columns[at + 1] }, content)),
  );
}

/** The subscriptions to a product that the person's teams have. */
export async function subscriptionsTo(productId) {
  const subscriptions = [];
  for await (const subscription of marketplace.subscriptions.list({ productId })) subscriptions.push(subscription);
  return subscriptions;
}

/**
 * Subscriptions, and what can be done with them.
 *
 * @param onDone - Told after something was done with one.
 */
export function subscriptionsTable(subscriptions, onDone) {
  const rows = subscriptions.map((subscription) => row(subscription, onDone));
  if (rows.length === 0)
    return element(
      'p',
      { className: 'empty' },
      'Your teams have no subscription to this product. Subscriptions are agreed with the provider, and appear here.',
    );
  const headings = columns.map((name) => element('th', { scope: 'col' }, name));
  const table = element(
    'table',
    {},
    element('caption', { className: 'visually-hidden' }, 'Subscriptions to this product'),
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...rows),
  );
  return element('div', { className: 'table-frame' }, table);
}
