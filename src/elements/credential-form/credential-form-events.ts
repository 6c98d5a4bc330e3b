import type { Credential } from '../../contract/credential.js';
import type { CreateCredential, UpdateCredential } from '../../contract/credential-params.js';
import type { Resource } from '../../contract/product.js';

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

/** A resource whose gate somebody opens or closes, in its state at that time. */
export interface ResourceExposureDetail {
  resource: Resource;
}

/** What was to be done with the gate of a resource, and why it was not. */
export interface ResourceExposureFailedDetail extends ResourceExposureDetail {
  action: 'expose' | 'unexpose';
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

/** Somebody opens a resource for keys and calls; nothing is confirmed yet. Cancel it to take over (SPEC I1). */
export class ResourceExposeEvent extends CustomEvent<ResourceExposureDetail> {
  constructor(detail: ResourceExposureDetail) {
    super('resource-expose', { ...before, detail });
  }
}

/** A resource is open for keys and calls. */
export class ResourceExposedEvent extends CustomEvent<ResourceExposureDetail> {
  constructor(detail: ResourceExposureDetail) {
    super('resource-exposed', { ...after, detail });
  }
}

/** Somebody closes a resource for keys and calls; nothing is confirmed yet. Cancel it to take over (SPEC I1). */
export class ResourceUnexposeEvent extends CustomEvent<ResourceExposureDetail> {
  constructor(detail: ResourceExposureDetail) {
    super('resource-unexpose', { ...before, detail });
  }
}

/** A resource is closed for keys and calls. */
export class ResourceUnexposedEvent extends CustomEvent<ResourceExposureDetail> {
  constructor(detail: ResourceExposureDetail) {
    super('resource-unexposed', { ...after, detail });
  }
}

/** A resource was neither opened nor closed; the dialog says why too. */
export class ResourceExposureFailedEvent extends CustomEvent<ResourceExposureFailedDetail> {
  constructor(detail: ResourceExposureFailedDetail) {
    super('resource-exposure-failed', { ...after, detail });
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
    'resource-expose': ResourceExposeEvent;
    'resource-exposed': ResourceExposedEvent;
    'resource-unexpose': ResourceUnexposeEvent;
    'resource-unexposed': ResourceUnexposedEvent;
    'resource-exposure-failed': ResourceExposureFailedEvent;
  }
}
