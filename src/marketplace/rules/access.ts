import type { ActionName } from '../../contract/index.js';
import { isMember, isProvider, type Principal } from '../principal.js';
import type { AccessRequestRecord, Instant, SubscriptionRecord } from '../records.js';
import { isOver } from './subscription.js';
import { absent, allowed, refused, type Verdict } from './verdict.js';

/** The actions there are on an access request, in the order they are offered. */
export const accessActions = ['create-credential', 'update', 'withdraw', 'approve', 'reject', 'revoke'] as const;

const live: readonly AccessRequestRecord['state'][] = ['pending', 'provisioning', 'active', 'error'];

/** Whether a request stands in the way of another one like it (SPEC A6). */
export const isLive = (request: Pick<AccessRequestRecord, 'state'>): boolean => live.includes(request.state);

/** What makes two requests duplicates of each other (SPEC A6). */
export const liveKey = (of: { applicationId: string; resourceId: string; subscriptionId: string }): string =>
  `${of.applicationId} ${of.resourceId} ${of.subscriptionId}`;

/** Whether the data plane should let the request's traffic through (SPEC A9). */
export const isGranted = (request: Pick<AccessRequestRecord, 'state'>): boolean =>
  request.state === 'provisioning' || request.state === 'active' || request.state === 'error';

/** Why a subscription cannot be used, whatever it is wanted for; `undefined` if it can (SPEC A5). */
export function subscriptionObstacle(
  subscription: SubscriptionRecord,
  now: Instant,
): 'not-approved' | 'not-active' | undefined {
  if (subscription.approval !== 'approved') return 'not-approved';
  return isOver(subscription, now) ? 'not-active' : undefined;
}

/** Who may do what with an access request, and when (SPEC A7, A8, C2, X1). */
export function judgeAccessRequest(
  action: ActionName,
  principal: Principal,
  request: Pick<AccessRequestRecord, 'state' | 'teamId'>,
  subscription: SubscriptionRecord,
  now: Instant,
): Verdict {
  const { state } = request;
  switch (action) {
    case 'withdraw':
    case 'update': {
      if (!isMember(principal, request.teamId)) return absent('role');
      if (action === 'withdraw') return state === 'pending' ? allowed : absent('not-pending');
      return state === 'rejected' ? allowed : absent('not-rejected');
    }
    case 'create-credential': {
      if (!isMember(principal, request.teamId)) return absent('role');
      if (!isLive(request)) return absent('no-access');
      if (state === 'pending') return refused('not-approved');
      if (state !== 'active') return refused('provisioning');
      return subscriptionObstacle(subscription, now) ? refused('subscription-not-active') : allowed;
    }
    case 'approve':
    case 'reject':
    case 'revoke': {
      if (!isProvider(principal)) return absent('role');
      if (action === 'revoke') return isGranted(request) ? allowed : absent('not-granted');
      if (action === 'approve' && state === 'error') return allowed;
      return state === 'pending' ? allowed : absent('not-pending');
    }
    default:
      return absent('unsupported');
  }
}
