import { element } from './dom.js';
import { addressOf } from './place.js';

const link = (address, text) => element('a', { href: address }, text);

/** What stands in a slot of a form: a sentence with a way on. */
const wayOn = (slot, ...words) => element('p', { slot, className: 'way-on' }, ...words);

/** The form that asks for access to a resource, with the ways on for who has no application or subscription for it. */
export const requestForm = (resourceId, productId) =>
  element(
    'access-request-form',
    { 'resource-id': resourceId },
    wayOn('no-application', 'Need a new application? ', link(addressOf('/applications.html'), 'Create an application')),
    wayOn(
      'no-subscription',
      'Subscriptions are agreed with the provider. ',
      link(addressOf('/product.html', { id: productId, tab: 'subscriptions' }), 'See your subscriptions and plans'),
    ),
  );

/** The form that creates a credential, with the ways on for who has no access or application yet. */
export const credentialForm = (applicationId) =>
  element(
    'credential-form',
    { 'application-id': applicationId },
    wayOn(
      'no-access',
      'APIs are grouped by product. ',
      link(addressOf('/products.html'), 'Find an API and request access'),
    ),
    wayOn('no-application', 'Need a new application? ', link(addressOf('/applications.html'), 'Create an application')),
  );
