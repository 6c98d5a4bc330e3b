import { html, type LitElement, type TemplateResult } from 'lit';
import type { AccessRequest } from '../../../contract/access-request.js';
import type { ApiError } from '../../../contract/error.js';
import type { Marketplace } from '../../../contract/marketplace.js';
import { accessConfirm } from '../../../locales/en/access-request.js';
import type { common } from '../../../locales/en/common.js';
import { reasons } from '../../../locales/en/reasons.js';
import { confirmAction } from '../confirm-dialog.js';
import { describeError } from '../describe-error.js';
import { describedBy, renderField } from '../form/field.js';
import { newIntent } from '../intent.js';
import type { Localize } from '../localize.js';
import {
  AccessRequestApproveEvent,
  AccessRequestApprovedEvent,
  AccessRequestFailedEvent,
  AccessRequestRejectEvent,
  AccessRequestRejectedEvent,
  AccessRequestRevokeEvent,
  AccessRequestRevokedEvent,
  AccessRequestWithdrawEvent,
  AccessRequestWithdrawnEvent,
} from './access-request-events.js';

/** What is confirmed before it happens. */
export type ConfirmedAction = 'withdraw' | 'approve' | 'reject' | 'revoke';

const events = {
  withdraw: [AccessRequestWithdrawEvent, AccessRequestWithdrawnEvent],
  approve: [AccessRequestApproveEvent, AccessRequestApprovedEvent],
  reject: [AccessRequestRejectEvent, AccessRequestRejectedEvent],
  revoke: [AccessRequestRevokeEvent, AccessRequestRevokedEvent],
} as const;

/** After these, trying again cannot help: what is shown is out of date. */
const final: readonly string[] = ['state-conflict', 'precondition-failed', 'not-found', 'forbidden'];

const isFinal = (error: unknown): boolean => final.includes((error as Partial<ApiError> | undefined)?.code ?? '');

/**
 * Asks for a confirmation and then does what was confirmed, telling the host page before and after. Answers the request
 * as it is now; `undefined` if nothing happened; `'stale'` if it has changed in the meantime and is to be read again.
 * Load it on demand.
 */
export async function runAccessAction(
  host: LitElement,
  localize: Localize<typeof common>,
  marketplace: Marketplace,
  request: AccessRequest,
  action: ConfirmedAction,
): Promise<AccessRequest | 'stale' | undefined> {
  const [Before, After] = events[action];
  if (!host.dispatchEvent(new Before({ request }))) return undefined;

  const sentences = localize.with({ ...reasons, ...accessConfirm });
  const idempotencyKey = newIntent();
  let reason = '';
  let result: AccessRequest | 'stale' | undefined;
  const outcome = await confirmAction(host, sentences, () => ({
    heading: sentences.term(`confirm-${action}`, request.name),
    body: renderBody(sentences, request, action, (text) => (reason = text)),
    confirmLabel: sentences.term(`confirm-label-${action}`),
    critical: action === 'reject' || action === 'revoke',
    run: async (signal) => {
      try {
        const params = reason.trim() ? { reason: reason.trim() } : {};
        // A decision is about what was read: it must not hit what the team has changed since.
        const options = { signal, idempotencyKey, ifMatch: action === 'withdraw' ? undefined : request.version };
        result = await marketplace.accessRequests[action](request.id, params, options);
      } catch (error) {
        if (!signal.aborted) host.dispatchEvent(new AccessRequestFailedEvent({ action, request, error }));
        if (isFinal(error)) result = 'stale';
        throw error;
      }
    },
    describe: (error) => describeError(sentences, error),
    isFinal,
  }));
  if (outcome === 'confirmed' && typeof result === 'object') host.dispatchEvent(new After({ request: result }));
  return result;
}

function renderBody(
  localize: Localize<typeof accessConfirm>,
  { application, resource }: AccessRequest,
  action: ConfirmedAction,
  typed: (reason: string) => void,
): TemplateResult {
  const isPlain = action === 'withdraw' || action === 'reject';
  const text = isPlain
    ? localize.term(`confirm-${action}-body`)
    : localize.term(`confirm-${action}-body`, application.name, resource.name);
  if (action === 'withdraw') return html`<p>${text}</p>`;
  const frame = {
    id: 'confirm-reason',
    label: localize.term('confirmReason'),
    note: localize.term('confirmOptional'),
    help: localize.term('confirmReasonHelp'),
  };
  return html`<p>${text}</p>
    ${renderField(
      frame,
      html`<textarea
        id=${frame.id}
        rows="3"
        maxlength="1000"
        aria-describedby=${describedBy(frame)}
        @input=${(event: Event) => typed((event.target as HTMLTextAreaElement).value)}
      ></textarea>`,
    )}`;
}
