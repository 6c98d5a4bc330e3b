import type { AccessRequest } from '../../../contract/access-request.js';
import type { CreateAccessRequest, UpdateAccessRequest } from '../../../contract/access-request-params.js';

/** Names an access request in its state at that time. */
export interface AccessRequestDetail {
  request: AccessRequest;
}

/** What is about to be sent as a new request. */
export interface AccessRequestCreateDetail {
  input: CreateAccessRequest;
}

/** What is about to be changed in a request. */
export interface AccessRequestUpdateDetail extends AccessRequestDetail {
  input: UpdateAccessRequest;
}

/** Names an access request. */
export interface AccessRequestOpenDetail {
  requestId: string;
}

/** What was asked for and did not happen, and why. `request` is there if it was about one that exists. */
export interface AccessRequestFailedDetail {
  action: 'create' | 'update' | 'withdraw' | 'approve' | 'reject' | 'revoke';
  request?: AccessRequest | undefined;
  error: unknown;
}

const before = { bubbles: true, composed: true, cancelable: true };
const after = { bubbles: true, composed: true };

/** Somebody sends a request. Cancel it to send it some other way. */
export class AccessRequestCreateEvent extends CustomEvent<AccessRequestCreateDetail> {
  constructor(detail: AccessRequestCreateDetail) {
    super('access-request-create', { ...before, detail });
  }
}

/** The marketplace has taken a request. */
export class AccessRequestCreatedEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-created', { ...after, detail });
  }
}

/** Somebody sends a rejected request again, with `input` changed. Cancel it to send it some other way. */
export class AccessRequestUpdateEvent extends CustomEvent<AccessRequestUpdateDetail> {
  constructor(detail: AccessRequestUpdateDetail) {
    super('access-request-update', { ...before, detail });
  }
}

/** The marketplace has taken a rejected request again. */
export class AccessRequestUpdatedEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-updated', { ...after, detail });
  }
}

/** Somebody wants to see a request, such as the one that another would duplicate. Cancel it to show it elsewhere. */
export class AccessRequestOpenEvent extends CustomEvent<AccessRequestOpenDetail> {
  constructor(detail: AccessRequestOpenDetail) {
    super('access-request-open', { ...before, detail });
  }
}

/** Somebody wants to change a rejected request. Cancel it to offer that elsewhere. */
export class AccessRequestEditEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-edit', { ...before, detail });
  }
}

/** Somebody wants a credential for what was granted. Cancel it to offer that elsewhere. */
export class AccessRequestContinueEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-continue', { ...before, detail });
  }
}

/** Somebody chose to take a request back; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class AccessRequestWithdrawEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-withdraw', { ...before, detail });
  }
}

/** A request was taken back. */
export class AccessRequestWithdrawnEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-withdrawn', { ...after, detail });
  }
}

/** A provider chose to let a request through; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class AccessRequestApproveEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-approve', { ...before, detail });
  }
}

/**
 * A request was let through: by a provider here, or, in the form, while the person who sent it was waiting and the
 * data plane is ready. Cancel it to keep the form from offering a credential right away (SPEC A7).
 */
export class AccessRequestApprovedEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-approved', { ...before, detail });
  }
}

/** A provider chose to refuse a request; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class AccessRequestRejectEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-reject', { ...before, detail });
  }
}

/** A provider refused a request. */
export class AccessRequestRejectedEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-rejected', { ...after, detail });
  }
}

/** A provider chose to take access back; nothing is confirmed yet. Cancel it to handle that elsewhere. */
export class AccessRequestRevokeEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-revoke', { ...before, detail });
  }
}

/** A provider took access back. */
export class AccessRequestRevokedEvent extends CustomEvent<AccessRequestDetail> {
  constructor(detail: AccessRequestDetail) {
    super('access-request-revoked', { ...after, detail });
  }
}

/** Something that was asked for did not happen; the element shows it too. */
export class AccessRequestFailedEvent extends CustomEvent<AccessRequestFailedDetail> {
  constructor(detail: AccessRequestFailedDetail) {
    super('access-request-failed', { ...after, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'access-request-create': AccessRequestCreateEvent;
    'access-request-created': AccessRequestCreatedEvent;
    'access-request-update': AccessRequestUpdateEvent;
    'access-request-updated': AccessRequestUpdatedEvent;
    'access-request-open': AccessRequestOpenEvent;
    'access-request-edit': AccessRequestEditEvent;
    'access-request-continue': AccessRequestContinueEvent;
    'access-request-withdraw': AccessRequestWithdrawEvent;
    'access-request-withdrawn': AccessRequestWithdrawnEvent;
    'access-request-approve': AccessRequestApproveEvent;
    'access-request-approved': AccessRequestApprovedEvent;
    'access-request-reject': AccessRequestRejectEvent;
    'access-request-rejected': AccessRequestRejectedEvent;
    'access-request-revoke': AccessRequestRevokeEvent;
    'access-request-revoked': AccessRequestRevokedEvent;
    'access-request-failed': AccessRequestFailedEvent;
  }
}
