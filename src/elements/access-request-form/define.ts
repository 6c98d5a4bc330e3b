import { AccessRequestForm } from './access-request-form.js';

if (!customElements.get('access-request-form')) customElements.define('access-request-form', AccessRequestForm);

export { AccessRequestForm };
