import type { Credential } from '../../contract/credential.js';

/** Names a credential in its state at that time. Never holds a secret. */
export interface CredentialDetail {
  credential: Credential;
}

/** A change of a credential that failed, and why. */
export interface CredentialFailedDetail extends CredentialDetail {
  action: 'suspend' | 'enable' | 'retry' | 'remove';
  error: unknown;
}

const before = { bubbles: true, composed: true, cancelable: true };
const after = { bubbles: true, composed: true };

/** Somebody chose to view a secret. Cancel it to show the secret elsewhere. */
export class CredentialRevealEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-reveal', { ...before, detail });
  }
}

/** Somebody chose to suspend a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialSuspendEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-suspend', { ...before, detail });
  }
}

/** Somebody chose to enable a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialEnableEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-enable', { ...before, detail });
  }
}

/** Somebody chose to delete a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialRemoveEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-remove', { ...before, detail });
  }
}

/** The marketplace has accepted a suspension. */
export class CredentialSuspendedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-suspended', { ...after, detail });
  }
}

/** The marketplace has accepted that a credential is enabled. */
export class CredentialEnabledEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-enabled', { ...after, detail });
  }
}

/** The marketplace has accepted a deletion: the credential is gone once the data plane has removed it. */
export class CredentialRemovedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-removed', { ...after, detail });
  }
}

/** A confirmed change did not happen. */
export class CredentialFailedEvent extends CustomEvent<CredentialFailedDetail> {
  constructor(detail: CredentialFailedDetail) {
    super('credential-failed', { ...after, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credential-reveal': CredentialRevealEvent;
    'credential-suspend': CredentialSuspendEvent;
    'credential-enable': CredentialEnableEvent;
    'credential-remove': CredentialRemoveEvent;
    'credential-suspended': CredentialSuspendedEvent;
    'credential-enabled': CredentialEnabledEvent;
    'credential-removed': CredentialRemovedEvent;
    'credential-failed': CredentialFailedEvent;
  }
}
