import type { ActionName } from '../../../contract/action.js';
import type { Credential } from '../../../contract/credential.js';

/** Names a credential in its state at that time. Never holds a secret. */
export interface CredentialDetail {
  credential: Credential;
}

/** A change of a credential that failed, and why. */
export interface CredentialFailedDetail extends CredentialDetail {
  action: ActionName;
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

/** Somebody chose to create a credential. Cancel it to create it elsewhere. */
export class CredentialAddEvent extends CustomEvent<undefined> {
  constructor() {
    super('credential-add', before);
  }
}

/** Somebody chose to edit a credential. Cancel it to edit it elsewhere. */
export class CredentialEditEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-edit', { ...before, detail });
  }
}

/** Somebody chose to renew a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialRenewEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-renew', { ...before, detail });
  }
}

/** Somebody chose to regenerate a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialRegenerateEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-regenerate', { ...before, detail });
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

/** Somebody chose to have the data plane try again. Cancel it to handle that elsewhere. */
export class CredentialRetryEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-retry', { ...before, detail });
  }
}

/** Somebody chose to make a share link; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialShareEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-share', { ...before, detail });
  }
}

/** Somebody chose to end a share link; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialUnshareEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-unshare', { ...before, detail });
  }
}

/** The provider chose to have a credential set up; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialProvisionEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-provision', { ...before, detail });
  }
}

/** The provider chose to say that a credential cannot be set up. Cancel it to handle that elsewhere. */
export class CredentialRefuseEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-refuse', { ...before, detail });
  }
}

/** Somebody chose to delete a credential; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class CredentialRemoveEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-remove', { ...before, detail });
  }
}

/** The marketplace has accepted a renewal: the new secret can be viewed once the data plane has it. */
export class CredentialRenewedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-renewed', { ...after, detail });
  }
}

/** The marketplace has accepted that identifiers and secret are made anew. */
export class CredentialRegeneratedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-regenerated', { ...after, detail });
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

/** The marketplace has accepted that the data plane tries again. */
export class CredentialRetriedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-retried', { ...after, detail });
  }
}

/** A share link was made. The event does not hold it. */
export class CredentialSharedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-shared', { ...after, detail });
  }
}

/** The share link of a credential no longer works. */
export class CredentialUnsharedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-unshared', { ...after, detail });
  }
}

/** The marketplace has accepted that a credential is set up. */
export class CredentialProvisionedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-provisioned', { ...after, detail });
  }
}

/** The provider has said why a credential cannot be set up. */
export class CredentialRefusedEvent extends CustomEvent<CredentialDetail> {
  constructor(detail: CredentialDetail) {
    super('credential-refused', { ...after, detail });
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
    'credential-add': CredentialAddEvent;
    'credential-edit': CredentialEditEvent;
    'credential-renew': CredentialRenewEvent;
    'credential-regenerate': CredentialRegenerateEvent;
    'credential-suspend': CredentialSuspendEvent;
    'credential-enable': CredentialEnableEvent;
    'credential-retry': CredentialRetryEvent;
    'credential-share': CredentialShareEvent;
    'credential-unshare': CredentialUnshareEvent;
    'credential-provision': CredentialProvisionEvent;
    'credential-refuse': CredentialRefuseEvent;
    'credential-remove': CredentialRemoveEvent;
    'credential-renewed': CredentialRenewedEvent;
    'credential-regenerated': CredentialRegeneratedEvent;
    'credential-suspended': CredentialSuspendedEvent;
    'credential-enabled': CredentialEnabledEvent;
    'credential-retried': CredentialRetriedEvent;
    'credential-shared': CredentialSharedEvent;
    'credential-unshared': CredentialUnsharedEvent;
    'credential-provisioned': CredentialProvisionedEvent;
    'credential-refused': CredentialRefusedEvent;
    'credential-removed': CredentialRemovedEvent;
    'credential-failed': CredentialFailedEvent;
  }
}
