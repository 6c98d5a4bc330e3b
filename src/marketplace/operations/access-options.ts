import type { AccessOptions, ApplicationOption, Ref, SubscriptionOption } from '../../contract/index.js';
import type { AccessRequestRecord, ApplicationRecord, ProductRecord, SubscriptionRecord } from '../records.js';
import { isLive } from '../rules/access.js';
import { objectionToApplication, objectionToSubscription, requestObstacle, type Choice } from '../rules/options.js';
import { notFound, of, timestamp } from './context.js';
import type { Implementations } from './implementations.js';

/** Who owns an option: one of the person's own teams. */
type OwnerOf = (option: { teamId: string }) => Ref;

function subscriptionOption(
  { id, name, planId, teamId }: SubscriptionRecord,
  { plans }: ProductRecord,
  ownerOf: OwnerOf,
  reason: string | undefined,
): SubscriptionOption {
  const plan = plans.find((candidate) => candidate.id === planId);
  return {
    id,
    name,
    owner: ownerOf({ teamId }),
    plan: { id: planId, name: plan?.name ?? planId },
    quotas: plan?.quotas ?? [],
    ...(plan?.terms ? { terms: plan.terms } : {}),
    allowed: reason === undefined,
    reason,
  };
}

function applicationOption(
  application: ApplicationRecord,
  live: readonly AccessRequestRecord[],
  choice: Choice,
  ownerOf: OwnerOf,
): ApplicationOption {
  const { id, name } = application;
  const own = live.filter(({ applicationId }) => applicationId === id);
  const objection = objectionToApplication(application, own, choice);
  const option = { id, name, owner: ownerOf(application), allowed: objection === undefined, reason: objection?.reason };
  if (objection?.reason !== 'duplicate') return option;
  const { request } = objection;
  const createdAt = timestamp(request.createdAt);
  return { ...option, duplicate: { id: request.id, state: request.state as 'pending', createdAt } };
}

/** What can be chosen in a request for a resource, and why the rest cannot (SPEC A1, A4 to A6). */
export const accessOptionReads: Pick<Implementations['reads'], 'resources.accessOptions'> = {
  'resources.accessOptions': async (context, id, { teamId, subscriptionId, applicationId }): Promise<AccessOptions> => {
    const { tx, principal, now } = context;
    const resource = await tx.get('resource', id);
    const product = resource && (await tx.get('product', resource.productId));
    if (!resource || !product) throw notFound();
    const { teams } = principal;
    const own = { teamId: teams.map((team) => team.id) };
    const subscriptions = await tx.list('subscription', { where: { ...own, productId: product.id } });
    const applications = await tx.list('application', { where: own });
    const live = (await tx.list('accessRequest', { where: { ...own, resourceId: id } })).filter(isLive);

    const choice: Choice = {
      teamId,
      subscription: subscriptions.find((subscription) => subscription.id === subscriptionId),
      application: applications.find((application) => application.id === applicationId),
    };
    const objection = (subscription: SubscriptionRecord, to: Choice): string | undefined =>
      objectionToSubscription(subscription, product, resource, to, now);
    const byId = new Map(teams.map((team) => [team.id, team]));
    const ownerOf: OwnerOf = (option) => of(byId, option.teamId);
    const usable = subscriptions.map((subscription) => ({
      teamId: subscription.teamId,
      allowed: objection(subscription, {}) === undefined,
    }));

    return {
      resource: { id: resource.id, name: resource.name },
      product: { id: product.id, name: product.name },
      approval: resource.access.approval,
      form: resource.requestForm,
      teams: teams.map((team) => ({ ...team, allowed: true })),
      subscriptions: subscriptions.map((subscription) =>
        subscriptionOption(subscription, product, ownerOf, objection(subscription, choice)),
      ),
      applications: applications.map((application) => applicationOption(application, live, choice, ownerOf)),
      blocked: requestObstacle(principal, resource, usable, applications),
    };
  },
};
