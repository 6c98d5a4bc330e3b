import { ask } from './ask.js';
import { element, fact, tag } from './dom.js';
import { marketplace } from './portal.js';
import { subscriptionButtons } from './subscription-actions.js';
import { listOf, momentOf } from './words.js';

const card = (name, ...content) => element('article', { className: 'card' }, element('h3', {}, name), ...content);

function button(label, name, act, kind = '') {
  const made = element(
    'button',
    { className: `button ${kind}`, type: 'button', 'aria-label': `${label}: ${name}` },
    label,
  );
  made.addEventListener('click', () => void act());
  return made;
}

const buttons = (...made) => (made.length > 0 ? element('div', { className: 'actions' }, ...made) : undefined);

/** A subscription that waits for an approval. */
export function subscriptionCard(subscription, onDone) {
  const { name, product, plan, owner, createdAt } = subscription;
  const decisions = subscription.actions.filter(({ action }) => action === 'approve' || action === 'reject');
  return card(
    name,
    element(
      'dl',
      { className: 'facts' },
      fact('Team', owner.name),
      fact('Product', product.name),
      fact('Plan', plan.name),
      fact('Since', momentOf(createdAt)),
    ),
    buttons(...subscriptionButtons({ ...subscription, actions: decisions }, onDone)),
  );
}

function credentialFacts({ type, owner, application, resources, environment, createdAt }) {
  const facts = [
    fact('Type', type.name),
    fact('Team', owner.name),
    application && fact('Application', application.name),
    resources.length > 0 ? fact('For', listOf(resources.map(({ name }) => name))) : undefined,
    environment && fact('Environment', environment),
    fact('Since', momentOf(createdAt)),
  ];
  return element('dl', { className: 'facts' }, ...facts.filter(Boolean));
}

/** A credential that the provider sets up by hand. */
export function byHandCard(credential, onDone) {
  const { id, name, version, actions } = credential;
  const can = (wanted) => actions.some(({ action, allowed }) => action === wanted && allowed);
  const decide = async (question) => {
    if (await ask(question)) onDone();
  };
  const provision = () =>
    decide({
      heading: `Set up “${name}”?`,
      words: 'It is set up on the gateway, and the team can use it a moment later.',
      label: 'Set it up',
      reason: { help: 'The team sees it.' },
      act: (given, options) => marketplace.credentials.provision(id, given, { ...options, ifMatch: version }),
    });
  const refuse = () =>
    decide({
      heading: `Refuse to set up “${name}”?`,
      words: 'The team sees your reason, and can try again.',
      label: 'Refuse',
      isCritical: true,
      reason: { help: 'The team sees it.', isRequired: true },
      act: (given, options) => marketplace.credentials.fail(id, given, { ...options, ifMatch: version }),
    });
  return card(
    name,
    credentialFacts(credential),
    buttons(
      ...(can('provision') ? [button('Set it up', name, provision, 'primary')] : []),
      ...(can('fail') ? [button('Refuse', name, refuse)] : []),
    ),
  );
}

/** What could not be set up on the gateway, with why. */
export function failedCard({ name, reasons = [], ...rest }) {
  const why = reasons.length > 0 ? reasons.map(({ detail }) => detail) : ['The gateway gave no reason.'];
  const isCredential = rest.type !== undefined;
  return card(
    name,
    element('ul', { className: 'tags' }, tag(isCredential ? 'Credential' : 'Access request')),
    isCredential
      ? credentialFacts(rest)
      : element('dl', { className: 'facts' }, fact('Team', rest.owner.name), fact('API', rest.resource.name)),
    ...why.map((text) => element('p', {}, text)),
  );
}
