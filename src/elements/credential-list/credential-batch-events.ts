import type { Credential } from '../../contract/credential.js';
import type { BatchAction } from './credential-selection.js';

/** Several credentials in their state at that time, and what is to be done with them. */
export interface CredentialBatchDetail {
  action: BatchAction;
  credentials: readonly Credential[];
}

/** How it went: those it worked for as they are now, and the ids of the others with the problem's code and reason. */
export interface CredentialBatchedDetail extends CredentialBatchDetail {
  failed: readonly { id: string; code: string; reason?: string | undefined }[];
}

/** Somebody chose to do something with several credentials; nothing is confirmed yet. Cancel it to take over. */
export class CredentialBatchEvent extends CustomEvent<CredentialBatchDetail> {
  constructor(detail: CredentialBatchDetail) {
    super('credential-batch', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

/** The marketplace has answered for each of several credentials. */
export class CredentialBatchedEvent extends CustomEvent<CredentialBatchedDetail> {
  constructor(detail: CredentialBatchedDetail) {
    super('credential-batched', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'credential-batch': CredentialBatchEvent;
    'credential-batched': CredentialBatchedEvent;
  }
}
