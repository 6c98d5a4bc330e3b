import type { Principal } from '../principal.js';
import { isMember } from '../principal.js';
import type {
  AccessRequestRecord,
  ApplicationRecord,
  Instant,
  ProductRecord,
  ResourceRecord,
  SubscriptionRecord,
} from '../records.js';
import { subscriptionObstacle } from './access.js';

/** What is chosen already in a request for access. */
export interface Choice {
  teamId?: string | undefined;
  subscription?: SubscriptionRecord | undefined;
  application?: ApplicationRecord | undefined;
}

/** Why a subscription cannot be chosen for a resource, given the other choices; `undefined` if it can (SPEC A4, A5). */
export function objectionToSubscription(
  subscription: SubscriptionRecord,
  product: ProductRecord,
  resource: ResourceRecord,
  choice: Choice,
  now: Instant,
): string | undefined {
  const obstacle = subscriptionObstacle(subscription, now);
  if (obstacle) return obstacle;
  const plan = product.plans.find(({ id }) => id === subscription.planId);
  if (!plan?.resourceIds.includes(resource.id)) return 'plan-excludes-resource';
  const { teamId, application } = choice;
  if (teamId !== undefined && teamId !== subscription.teamId) return 'other-team';
  if (application && application.teamId !== subscription.teamId) return 'other-team';
  return undefined;
}

/**
 * Why an application cannot be chosen, given the other choices; `undefined` if it can (SPEC A4, A6).
 *
 * @param live - The application's live requests for the resource.
 */
export function objectionToApplication(
  application: ApplicationRecord,
  live: readonly AccessRequestRecord[],
  choice: Choice,
): { reason: 'other-team' } | { reason: 'duplicate'; request: AccessRequestRecord } | undefined {
  const { teamId, subscription } = choice;
  if (teamId !== undefined && teamId !== application.teamId) return { reason: 'other-team' };
  if (!subscription) return undefined;
  if (subscription.teamId !== application.teamId) return { reason: 'other-team' };
  const request = live.find(({ subscriptionId }) => subscriptionId === subscription.id);
  return request && { reason: 'duplicate', request };
}

/** Why nobody could ask for access here at all, whatever they chose; `undefined` if somebody could (SPEC A1, A5). */
export function requestObstacle(
  principal: Principal,
  resource: ResourceRecord,
  subscriptions: readonly { teamId: string; allowed: boolean }[],
  applications: readonly { teamId: string }[],
): string | undefined {
  if (!resource.access.required) return 'not-required';
  const own = subscriptions.filter(({ teamId }) => isMember(principal, teamId));
  if (own.length === 0) return 'no-subscription';
  const usable = own.filter((subscription) => subscription.allowed);
  if (usable.length === 0) return 'no-usable-subscription';
  const teams = new Set(usable.map(({ teamId }) => teamId));
  return applications.some(({ teamId }) => teams.has(teamId)) ? undefined : 'no-application';
}
