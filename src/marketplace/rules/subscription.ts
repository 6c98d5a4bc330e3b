import type { ActionName } from '../../contract/index.js';
import { isMember, isProvider, type Principal } from '../principal.js';
import type { Instant, ProductRecord, SubscriptionRecord } from '../records.js';
import { absent, allowed, refused, type Verdict } from './verdict.js';

/** The actions there are on a subscription, in the order they are offered. */
export const subscriptionActions = ['approve', 'reject', 'change-plan', 'cancel'] as const;

/** Whether the subscription's own end has come. */
export const isOver = ({ state, expiresAt }: SubscriptionRecord, now: Instant): boolean =>
  state !== 'active' || (expiresAt !== undefined && expiresAt <= now);

/** Who may do what with a subscription, and when (SPEC A5, A9). */
export function judgeSubscription(
  action: ActionName,
  principal: Principal,
  subscription: SubscriptionRecord,
  product: Pick<ProductRecord, 'plans'>,
  now: Instant,
): Verdict {
  switch (action) {
    case 'approve':
    case 'reject': {
      if (!isProvider(principal)) return absent('role');
      return subscription.approval === 'pending' && !isOver(subscription, now) ? allowed : absent('not-pending');
    }
    case 'change-plan':
    case 'cancel': {
      if (!isMember(principal, subscription.teamId) && !isProvider(principal)) return absent('role');
      if (isOver(subscription, now)) return absent('not-active');
      if (action === 'cancel') return subscription.approval === 'rejected' ? absent('rejected') : allowed;
      if (product.plans.length < 2) return absent('unsupported');
      return subscription.approval === 'approved' ? allowed : refused('not-approved');
    }
    default:
      return absent('unsupported');
  }
}
