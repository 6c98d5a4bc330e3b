import { CredentialList } from './credential-list.js';

if (!customElements.get('credential-list')) customElements.define('credential-list', CredentialList);

export { CredentialList };
