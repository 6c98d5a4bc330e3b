import { ask } from './ask.js';
import { element } from './dom.js';
import { marketplace } from './portal.js';
import { listOf, quotaOf } from './words.js';

/** Why something is not possible now, by the marketplace's word. */
const whyNot = {
  'not-approved': 'Possible once it is approved.',
  'not-active': 'Only possible while it is active.',
};

const label = { approve: 'Approve', reject: 'Reject', 'change-plan': 'Change plan', cancel: 'Cancel subscription' };

function planChoice({ id, name, quotas, resourceIds }, resources, isCurrent) {
  const included = resources.filter((resource) => resourceIds.includes(resource.id)).map((resource) => resource.name);
  const words = `${listOf(included)}; ${quotas.length > 0 ? listOf(quotas.map(quotaOf)) : 'as many calls as you like'}`;
  return element(
    'label',
    { className: 'option' },
    element('input', { type: 'radio', name: 'planId', value: id, checked: isCurrent }),
    element(
      'span',
      {},
      element('strong', {}, isCurrent ? `${name} (now)` : name),
      element('span', { className: 'muted small' }, included.length > 0 ? words : 'No resource yet'),
    ),
  );
}

/** What each action asks: the question's words, and what it does with a subscription. */
const questions = {
  approve: ({ name, owner }) => ({
    heading: `Approve “${name}”?`,
    words: `Team ${owner.name} can ask for access under it at once.`,
    help: 'Shown to the team.',
  }),
  reject: ({ name }) => ({
    heading: `Reject “${name}”?`,
    words: 'Nothing can be asked for or called under it.',
    help: 'Shown to the team.',
  }),
  cancel: ({ name }) => ({
    heading: `Cancel “${name}”?`,
    words: 'All access under it ends, and the gateway refuses every call that relies on it. This cannot be undone.',
    help: 'Kept with the change.',
  }),
  'change-plan': ({ name }, { plans, resources, plan }) => ({
    heading: `Change the plan of “${name}”`,
    words: 'Access to what the new plan leaves out is taken back at once, at the gateway too.',
    help: 'Kept with the change.',
    content: [
      element(
        'fieldset',
        { className: 'options' },
        element('legend', {}, 'Plan'),
        ...plans.map((offered) => planChoice(offered, resources, offered.id === plan.id)),
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

async function perform(action, subscription) {
  const choices = action === 'change-plan' ? await choicesFor(subscription) : undefined;
  const { help, ...question } = questions[action](subscription, choices);
  return ask({
    ...question,
    label: label[action],
    reason: { help },
    act: (given, options) =>
      marketplace.subscriptions[methods[action]](subscription.id, given, { ...options, ifMatch: subscription.version }),
  });
}

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
          className: 'button',
          type: 'button',
          disabled: !allowed,
          'aria-label': `${label[action]}: ${subscription.name}`,
          'aria-describedby': whyId,
        },
        label[action],
      );
      button.addEventListener('click', () => void perform(action, subscription).then((isDone) => isDone && onDone()));
      if (allowed) return [button];
      const why = whyNot[reason] ?? 'Not possible right now.';
      return [button, element('span', { className: 'muted small', id: whyId }, why)];
    });
}
