import type { CreateCredential, Credential, UpdateCredential } from '../../contract/credential.js';

/** What is about to be sent. */
export interface CredentialCreateDetail {
  input: CreateCredential;
}

/** The credential in its state at that time. Never holds a secret. */
export interface CredentialCreatedDetail {
  credential: Credential;
}

/** What was asked for, and why it was not created. */
export interface CredentialCreateFailedDetail {
  input: CreateCredential;
  error: unknown;
}

/** What is about to be changed. */
export interface CredentialUpdateDetail {
  credentialId: string;
  input: UpdateCredential;
}

/** What was to be changed, and why it was not. */
export interface CredentialUpdateFailedDetail extends CredentialUpdateDetail {
  error: unknown;
}

const before = { bubbles: true, composed: true, cancelable: true };
const after = { bubbles: true, composed: true };

/** Somebody creates a credential. Cancel it to create it some other way. */
export class CredentialCreateEvent extends CustomEvent<CredentialCreateDetail> {
  constructor(detail: CredentialCreateDetail) {
    super('credential-create', { ...before, detail });
  }
}

/** The marketplace has taken the wish for a credential, which is pending until the data plane has it (SPEC C1). */
export class CredentialCreatedEvent extends CustomEvent<CredentialCreatedDetail> {
  constructor(detail: CredentialCreatedDetail) {
    super('credential-created', { ...after, detail });
  }
}

/** The data plane has a credential that was created here: it is active. */
export class CredentialReadyEvent extends CustomEvent<CredentialCreatedDetail> {
  constructor(detail: CredentialCreatedDetail) {
    super('credential-ready', { ...after, detail });
  }
}

/** A credential was not created; the form says why too, and still holds what was entered. */
export class CredentialCreateFailedEvent extends CustomEvent<CredentialCreateFailedDetail> {
  constructor(detail: CredentialCreateFailedDetail) {
    super('credential-create-failed', { ...after, detail });
  }
}

/** Somebody saves changes of a credential. Cancel it to save them some other way. */
export class CredentialUpdateEvent extends CustomEvent<CredentialUpdateDetail> {
  constructor(detail: CredentialUpdateDetail) {
    super('credential-update', { ...before, detail });
  }
}

/** The marketplace has taken changes of a credential; the data plane may still have to be told. */
export class CredentialUpdatedEvent extends CustomEvent<CredentialCreatedDetail> {
  constructor(detail: CredentialCreatedDetail) {
    super('credential-updated', { ...after, detail });
  }
}

/** Changes of a credential were not saved; the form says why too, and still holds what was entered. */
export class CredentialUpdateFailedEvent extends CustomEvent<CredentialUpdateFailedDetail> {
  constructor(detail: CredentialUpdateFailedDetail) {
    super('credential-update-failed', { ...after, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credential-create': CredentialCreateEvent;
    'credential-created': CredentialCreatedEvent;
    'credential-ready': CredentialReadyEvent;
    'credential-create-failed': CredentialCreateFailedEvent;
    'credential-update': CredentialUpdateEvent;
    'credential-updated': CredentialUpdatedEvent;
    'credential-update-failed': CredentialUpdateFailedEvent;
  }
}
