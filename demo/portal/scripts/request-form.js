import { element } from './dom.js';
import { addressOf } from './place.js';

/** The form that asks for access to a resource, with the way to an application for who has none. */
export function requestForm(resourceId) {
  const create = element(
    'a',
    { href: addressOf('/applications.html'), slot: 'no-application' },
    'Create an application',
  );
  return element('access-request-form', { 'resource-id': resourceId }, create);
}
