import { ask } from './ask.js';
import { element } from './dom.js';
import { marketplace } from './portal.js';
import { listOf, quotaOf } from './words.js';

/** Why something is not possible now, by the marketplace's word. */
const whyNot = {
  'not-approved': 'Available once it is approved.',
  'not-active': 'Only available while it is active.',
};

const label = { approve: 'Approve', reject: 'Reject', 'change-plan': 'Change plan', cancel: 'Cancel subscription' };

/** A plan to choose; the one that is there already is shown beside the others, and cannot be. */
function planChoice({ id, name, quotas, resourceIds }, resources, { isCurrent, isChosen }) {
  const included = resources.filter((resource) => resourceIds.includes(resource.id)).map((resource) => resource.name);
  const words = `${listOf(included)}; ${quotas.length > 0 ? listOf(quotas.map(quotaOf)) : 'unlimited calls'}`;
  return element(
    'label',
    { className: 'option' },
    element('input', { type: 'radio', name: 'planId', value: id, checked: isChosen, disabled: isCurrent }),
    element(
      'span',
      {},
      element('strong', {}, isCurrent ? `${name} (current plan)` : name),
      element('span', { className: 'muted small' }, included.length > 0 ? words : 'No APIs yet'),
    ),
  );
}

/** What each action asks: the question's words, and what it does with a subscription. */
const questions = {
  approve: ({ name, owner }) => ({
    heading: `Approve “${name}”?`,
    words: `Team ${owner.name} can request access under it straight away.`,
    help: 'The team sees it.',
  }),
  reject: ({ name }) => ({
    heading: `Reject “${name}”?`,
    words: 'The team cannot request access or call anything under it.',
    help: 'The team sees it.',
    isCritical: true,
  }),
  cancel: ({ name }) => ({
    heading: `Cancel the subscription “${name}”?`,
    words: 'All access under it ends, and the gateway refuses every call that relies on it. This cannot be undone.',
    help: 'Kept in the history.',
    keep: 'Keep subscription',
    isCritical: true,
  }),
  'change-plan': ({ name }, { plans, resources, plan, chosenId }) => ({
    heading: `Change the plan of “${name}”`,
    words: 'Access to APIs that the new plan does not include ends at once, at the gateway too.',
    help: 'Kept in the history.',
    keep: 'Keep current plan',
    isReady: (form) => new FormData(form).has('planId'),
    content: [
      element(
        'fieldset',
        { className: 'options' },
        element('legend', {}, 'Plan'),
        ...plans.map((offered) =>
          planChoice(offered, resources, { isCurrent: offered.id === plan.id, isChosen: offered.id === chosenId }),
        ),
      ),
    ],
  }),
};

const methods = { approve: 'approve', reject: 'reject', cancel: 'cancel', 'change-plan': 'change' };

/** What a dialog about a plan has to know. */
async function choicesFor({ product, plan }) {
  const [{ plans }, { items: resources }] = await Promise.all([
    marketplace.products.get(product.id),
    marketplace.resources.list({ productId: product.id }),
  ]);
  return { plans, resources, plan };
}

async function perform(action, subscription, chosenId) {
  const choices = action === 'change-plan' ? { ...(await choicesFor(subscription)), chosenId } : undefined;
  const { help, ...question } = questions[action](subscription, choices);
  return ask({
    ...question,
    label: label[action],
    reason: { help },
    act: (given, options) =>
      marketplace.subscriptions[methods[action]](subscription.id, given, { ...options, ifMatch: subscription.version }),
  });
}

/** Asks for another plan, with one of them chosen; answers whether it was changed. */
export const changePlan = (subscription, planId) => perform('change-plan', subscription, planId);

/**
 * A button for each thing that can be done with a subscription; what cannot be done now stands there with the reason.
 *
 * @param onDone - Told after something was done.
 */
export function subscriptionButtons(subscription, onDone) {
  return subscription.actions
    .filter(({ action }) => action in questions)
    .flatMap(({ action, allowed, reason }) => {
      const whyId = allowed ? undefined : `why-not-${action}-${subscription.id}`;
      const button = element(
        'button',
        {
          className: action === 'approve' ? 'button primary' : 'button',
          type: 'button',
          disabled: !allowed,
          'aria-label': `${label[action]}: ${subscription.name}`,
          'aria-describedby': whyId,
        },
        label[action],
      );
      button.addEventListener('click', () => void perform(action, subscription).then((isDone) => isDone && onDone()));
      if (allowed) return [button];
      const why = whyNot[reason] ?? 'Not available at the moment.';
      return [button, element('span', { className: 'muted small', id: whyId }, why)];
    });
}
