/** Registers every element, and exports their classes and events. */
import './marketplace-provider/define.js';
import './access-request-form/define.js';
import './access-request-list/define.js';
import './credential-form/define.js';
import './credential-list/define.js';
import './secret-reveal/define.js';

export { AccessRequestForm } from './access-request-form/access-request-form.js';
export { AccessRequestList } from './access-request-list/access-request-list.js';
export { CredentialForm } from './credential-form/credential-form.js';
export { CredentialList } from './credential-list/credential-list.js';
export { MarketplaceProvider } from './marketplace-provider/marketplace-provider.js';
export { SessionExpiredEvent } from './marketplace-provider/session-expired-event.js';
export { SecretReveal } from './secret-reveal/secret-reveal.js';
export * from './access-request-list/access-request-view-event.js';
export * from './credential-form/credential-form-events.js';
export * from './credential-list/credential-batch-events.js';
export * from './credential-list/credential-view-event.js';
export * from './shared/credential/credential-events.js';
export * from './secret-reveal/secret-events.js';
export * from './shared/access/access-request-events.js';
export * from './shared/form/form-unsupported-event.js';
export type { Token } from './shared/shared-client.js';
export * from '../locales/index.js';
