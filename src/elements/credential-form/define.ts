import { CredentialForm } from './credential-form.js';

if (!customElements.get('credential-form')) customElements.define('credential-form', CredentialForm);

export { CredentialForm };
