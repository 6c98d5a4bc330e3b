import { credentialForm } from './forms.js';
import { openPanel } from './panel.js';

/**
 * Has a list of credentials create in the page's own panel, where the form can say what to do first.
 *
 * @param applicationId - The application that the credentials are for; chosen in the form unless told.
 * @returns The list.
 */
export function createInPanel(list, applicationId) {
  list.addEventListener('credential-add', (event) => {
    event.preventDefault();
    openPanel('Create a credential', credentialForm(applicationId));
  });
  return list;
}
