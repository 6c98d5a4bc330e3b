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
import { credentialOffer } from './en/credential-offer.js';
import { credentialRows } from './en/credential-rows.js';
import { credentialPanels } from './en/credential-panels.js';
import { secretReveal } from './en/secret-reveal.js';
import { secretSession } from './en/secret-session.js';
import { form } from './en/form.js';
import { grantsField } from './en/grants-field.js';
import { reasons } from './en/reasons.js';
import { schemaFields } from './en/schema-fields.js';

/**
 * English, complete. Elements hold the parts they need themselves, so that a page loads no sentence it cannot show;
 * this file is what another language is measured against.
 */
export const messages = {
  ...common,
  ...dialog,
  ...credentialActions,
  ...credentialList,
  ...credentialNotes,
  ...credentialOffer,
  ...credentialRows,
  ...credentialPanels,
  ...secretReveal,
  ...secretSession,
  ...reasons,
  ...accessConfirm,
  ...accessProgress,
  ...accessRequestForm,
  ...accessRequestList,
  ...accessStates,
  ...createdCredential,
  ...credentialBlocked,
  ...credentialForm,
  ...grantsField,
  ...form,
  ...schemaFields,
};
