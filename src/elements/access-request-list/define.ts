import { AccessRequestList } from './access-request-list.js';

if (!customElements.get('access-request-list')) customElements.define('access-request-list', AccessRequestList);

export { AccessRequestList };
