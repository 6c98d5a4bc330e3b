import { element } from './dom.js';
import { openPanel } from './panel.js';
import { addressOf } from './place.js';

/** The form that asks for access to a resource, or shows a request that exists. */
export function requestForm(attributes) {
  const create = element(
    'a',
    { href: addressOf('/applications.html'), slot: 'no-application' },
    'Create an application',
  );
  return element('access-request-form', attributes, create);
}

/** The form that creates a credential for an application, and for one resource if it is told. */
export function credentialForm(applicationId, resourceId) {
  const products = element('a', { href: addressOf('/products.html'), slot: 'no-access' }, 'Find an API to ask for');
  return element('credential-form', { 'application-id': applicationId, 'resource-id': resourceId }, products);
}

const isFromList = ({ target }) => target.localName === 'access-request-list';

/** Does in the panel what the lists of access requests on this page leave to their host. */
export function followLists() {
  const main = document.getElementById('main');
  main.addEventListener('access-request-edit', (event) => {
    if (!isFromList(event)) return;
    event.preventDefault();
    const { id, name, resource } = event.detail.request;
    openPanel(`Edit ${name}`, resource.name, requestForm({ 'access-request-id': id, editing: true }));
  });
  main.addEventListener('access-request-continue', (event) => {
    if (!isFromList(event)) return;
    event.preventDefault();
    const { application, resource } = event.detail.request;
    openPanel('Create a credential', application.name, credentialForm(application.id, resource.id));
  });
}
