import { accessRequestFilters } from './en/access-request-filters.js';
import { accessRequestForm } from './en/access-request-form.js';
import { accessRequestList } from './en/access-request-list.js';
import { accessConfirm, accessProgress } from './en/access-request.js';
import { accessStates } from './en/access-states.js';
import { common } from './en/common.js';
import { createdCredential } from './en/created-credential.js';
import { credentialBlocked } from './en/credential-blocked.js';
import { credentialForm } from './en/credential-form.js';
import { dialog } from './en/dialog.js';
import { credentialActions } from './en/credential-actions.js';
import { credentialList } from './en/credential-list.js';
import { credentialNotes } from './en/credential-notes.js';
import { credentialFilters } from './en/credential-filters.js';
import { credentialSelection } from './en/credential-selection.js';
import { credentialHistory } from './en/credential-history.js';
import { credentialOffer } from './en/credential-offer.js';
import { credentialRows } from './en/credential-rows.js';
import { credentialPanels } from './en/credential-panels.js';
import { secretReveal } from './en/secret-reveal.js';
import { secretSession } from './en/secret-session.js';
import { secretSnippets } from './en/secret-snippets.js';
import { form } from './en/form.js';
import { exposureGate } from './en/exposure-gate.js';
import { grantsField } from './en/grants-field.js';
import { listFilters } from './en/list-filters.js';
import { reasons } from './en/reasons.js';
import { requestSteps } from './en/request-steps.js';
import { requestTerms } from './en/request-terms.js';
import { schemaFields } from './en/schema-fields.js';

// English, complete. Elements hold the parts they need themselves, so that a page loads no sentence it cannot show; this
// file says in which file of another language each part is, and is what that language is measured against.

/** What elements show at once: the parts they import statically. */
export const first = {
  ...common,
  ...reasons,
  ...credentialList,
  ...accessRequestList,
  ...accessStates,
  ...secretReveal,
};

/** What is said around a list, once it is there. */
export const lists = {
  ...credentialBlocked,
  ...credentialFilters,
  ...credentialHistory,
  ...credentialNotes,
  ...credentialOffer,
  ...credentialPanels,
  ...credentialRows,
  ...credentialSelection,
  ...exposureGate,
  ...accessRequestFilters,
  ...listFilters,
};

/** What is said while a form is filled in. */
export const forms = {
  ...form,
  ...requestSteps,
  ...requestTerms,
  ...schemaFields,
  ...grantsField,
  ...credentialForm,
  ...accessRequestForm,
};

/** What menus, dialogs and secrets say. */
export const actions = {
  ...dialog,
  ...credentialActions,
  ...createdCredential,
  ...secretSession,
  ...secretSnippets,
  ...accessConfirm,
  ...accessProgress,
};

/** Every sentence of every element. */
export const messages = { ...first, ...lists, ...forms, ...actions };
