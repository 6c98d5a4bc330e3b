import type { AccessOptions, AccessRequest, ActionName, TimelineEntry } from '../../contract/index.js';
import { ApiError } from '../../contract/index.js';
import { validateFormData } from '../form-data.js';
import { newId } from '../ids.js';
import { isMember } from '../principal.js';
import type { AccessRequestRecord, ApplicationRecord, SubscriptionRecord } from '../records.js';
import { accessActions, isLive, judgeAccessRequest, liveKey } from '../rules/access.js';
import { objectionToApplication, objectionToSubscription, requestObstacle, type Choice } from '../rules/options.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import {
  announce,
  byIds,
  checkVersion,
  notFound,
  of,
  promise,
  refuse,
  timestamp,
  visible,
  visiblePage,
  type ReadContext,
  type WriteContext,
} from './context.js';
import type { Implementations } from './implementations.js';

async function present(context: ReadContext, records: AccessRequestRecord[]): Promise<AccessRequest[]> {
  const { tx, principal, now } = context;
  const resources = await byIds(
    tx,
    'resource',
    records.map(({ resourceId }) => resourceId),
  );
  const products = await byIds(
    tx,
    'product',
    [...resources.values()].map(({ productId }) => productId),
  );
  const applications = await byIds(
    tx,
    'application',
    records.map(({ applicationId }) => applicationId),
  );
  const subscriptions = await byIds(
    tx,
    'subscription',
    records.map(({ subscriptionId }) => subscriptionId),
  );
  const teams = await byIds(
    tx,
    'team',
    records.map(({ teamId }) => teamId),
  );
  return records.map((record) => {
    const resource = of(resources, record.resourceId);
    const subscription = of(subscriptions, record.subscriptionId);
    return {
      id: record.id,
      name: record.name,
      state: record.state,
      approval: record.approval,
      resource: { id: resource.id, name: resource.name },
      product: { id: resource.productId, name: of(products, resource.productId).name },
      application: { id: record.applicationId, name: of(applications, record.applicationId).name },
      subscription: { id: subscription.id, name: subscription.name },
      owner: { id: record.teamId, name: of(teams, record.teamId).name },
      requestedBy: record.requestedBy,
      data: record.data,
      timeline: record.timeline,
      createdAt: timestamp(record.createdAt),
      updatedAt: timestamp(record.updatedAt),
      version: String(record.version),
      actions: actionsFrom((action) => judgeAccessRequest(action, principal, record, subscription, now), accessActions),
    };
  });
}

const presentOne = async (context: ReadContext, record: AccessRequestRecord): Promise<AccessRequest> =>
  (await present(context, [record]))[0] as AccessRequest;

/** Stores a changed request: version, time, uniqueness, event and, where the data plane is concerned, the task. */
async function save(context: WriteContext, changed: AccessRequestRecord, tellDataPlane: boolean): Promise<void> {
  const { liveKey: _, ...rest } = changed;
  const record = { ...rest, ...(isLive(changed) ? { liveKey: liveKey(changed) } : {}) };
  await context.tx.put('accessRequest', { ...record, version: record.version + 1, updatedAt: context.now });
  if (tellDataPlane) await promise(context.tx, 'access-request', record.id);
  await announce(context, { subject: 'access-request', subjectId: record.id, audience: record.teamId });
}

const entry = (context: ReadContext, step: TimelineEntry['step'], reason?: string): TimelineEntry => ({
  step,
  at: timestamp(context.now),
  by: { id: context.principal.id, name: context.principal.name },
  ...(reason === undefined || reason === '' ? {} : { reason }),
});

/** Takes access back because what it stands on has ended; a request that still waits is rejected (SPEC A9). */
export function revokeUnder(context: WriteContext, record: AccessRequestRecord, reason?: string): Promise<void> {
  const step = record.state === 'pending' ? 'rejected' : 'revoked';
  const timeline = [...record.timeline, entry(context, step, reason)];
  return save(context, { ...record, state: step, timeline }, record.granted || step === 'revoked');
}

/** The request as a person's action finds it: visible to them, in the version they mean, in a state that allows it. */
async function demanded(context: WriteContext, id: string, action: ActionName): Promise<AccessRequestRecord> {
  const record = await visible(context, 'accessRequest', id);
  checkVersion(context, record);
  const subscription = await context.tx.get('subscription', record.subscriptionId);
  if (!subscription) throw notFound();
  demand(action, judgeAccessRequest(action, context.principal, record, subscription, context.now));
  return record;
}

const decide =
  (
    action: 'approve' | 'reject' | 'revoke' | 'withdraw',
    state: AccessRequestRecord['state'],
    step: TimelineEntry['step'],
  ) =>
  async (context: WriteContext, id: string, { reason }: { reason?: string | undefined }): Promise<AccessRequest> => {
    const record = await demanded(context, id, action);
    const timeline = [...record.timeline, entry(context, step, reason)];
    await save(context, { ...record, state, timeline }, action === 'approve' || action === 'revoke');
    return presentOne(context, await visible(context, 'accessRequest', id));
  };

async function ownChoices(context: ReadContext): Promise<[SubscriptionRecord[], ApplicationRecord[]]> {
  const where = { teamId: context.principal.teams.map(({ id }) => id) };
  return [await context.tx.list('subscription', { where }), await context.tx.list('application', { where })];
}

export const accessRequestReads: Pick<
  Implementations['reads'],
  'resources.accessOptions' | 'accessRequests.list' | 'accessRequests.get'
> = {
  'resources.accessOptions': async (context, id, { teamId, subscriptionId, applicationId }): Promise<AccessOptions> => {
    const { tx, principal, now } = context;
    const resource = await tx.get('resource', id);
    const product = resource && (await tx.get('product', resource.productId));
    if (!resource || !product) throw notFound();
    const [ownSubscriptions, applications] = await ownChoices(context);
    const subscriptions = ownSubscriptions.filter(({ productId }) => productId === product.id);
    const choice: Choice = {
      teamId,
      subscription: subscriptions.find((subscription) => subscription.id === subscriptionId),
      application: applications.find((application) => application.id === applicationId),
    };
    const requests = await tx.list('accessRequest', {
      where: { resourceId: id, teamId: principal.teams.map((team) => team.id) },
    });
    const live = requests.filter(isLive);
    const teams = await byIds(
      tx,
      'team',
      principal.teams.map((team) => team.id),
    );
    const owner = (of_: string) => ({ id: of_, name: of(teams, of_).name });

    return {
      resource: { id: resource.id, name: resource.name },
      product: { id: product.id, name: product.name },
      approval: resource.access.approval,
      ...(resource.requestForm ? { form: resource.requestForm } : {}),
      teams: principal.teams.map((team) => ({ ...team, allowed: true })),
      subscriptions: subscriptions.map((subscription) => {
        const reason = objectionToSubscription(subscription, product, resource, choice, now);
        const plan = product.plans.find((candidate) => candidate.id === subscription.planId);
        return {
          id: subscription.id,
          name: subscription.name,
          owner: owner(subscription.teamId),
          plan: { id: subscription.planId, name: plan?.name ?? subscription.planId },
          quotas: plan?.quotas ?? [],
          allowed: reason === undefined,
          ...(reason === undefined ? {} : { reason }),
        };
      }),
      applications: applications.map((application) => {
        const own = live.filter((request) => request.applicationId === application.id);
        const objection = objectionToApplication(application, own, choice);
        const duplicate = objection?.reason === 'duplicate' ? objection.request : undefined;
        return {
          id: application.id,
          name: application.name,
          owner: owner(application.teamId),
          allowed: objection === undefined,
          ...(objection ? { reason: objection.reason } : {}),
          ...(duplicate
            ? {
                duplicate: {
                  id: duplicate.id,
                  state: duplicate.state as 'pending',
                  createdAt: timestamp(duplicate.createdAt),
                },
              }
            : {}),
        };
      }),
      ...blockedBy(
        requestObstacle(
          principal,
          resource,
          subscriptions.map((subscription) => ({
            teamId: subscription.teamId,
            allowed: objectionToSubscription(subscription, product, resource, {}, now) === undefined,
          })),
          applications,
        ),
      ),
    };
  },

  'accessRequests.list': (context, _, { applicationId, resourceId, state, ...params }) =>
    visiblePage(
      context,
      'accessRequest',
      params,
      { where: { applicationId, resourceId, state }, order: 'descending' },
      (found) => present(context, found),
    ),

  'accessRequests.get': async (context, id) => presentOne(context, await visible(context, 'accessRequest', id)),
};

const blockedBy = (blocked: string | undefined): { blocked?: string } => (blocked === undefined ? {} : { blocked });

export const accessRequestWrites: Pick<
  Implementations['writes'],
  | 'accessRequests.create'
  | 'accessRequests.update'
  | 'accessRequests.withdraw'
  | 'accessRequests.approve'
  | 'accessRequests.reject'
  | 'accessRequests.revoke'
> = {
  'accessRequests.create': async (context, _, params) => {
    const { tx, principal, now } = context;
    const resource = await tx.get('resource', params.resourceId);
    const product = resource && (await tx.get('product', resource.productId));
    if (!resource || !product) refuse({ pointer: '/resourceId', detail: 'No such resource.', reason: 'unknown' });
    if (!resource.access.required)
      throw new ApiError('state-conflict', 'no access request is needed', { reason: 'not-required' });
    const subscription = await tx.get('subscription', params.subscriptionId);
    if (!subscription || !isMember(principal, subscription.teamId) || subscription.productId !== product.id)
      refuse({ pointer: '/subscriptionId', detail: 'No such subscription.', reason: 'unknown' });
    const application = await tx.get('application', params.applicationId);
    if (!application || !isMember(principal, application.teamId))
      refuse({ pointer: '/applicationId', detail: 'No such application.', reason: 'unknown' });

    const obstacle = objectionToSubscription(subscription, product, resource, {}, now);
    if (obstacle) refuse({ pointer: '/subscriptionId', detail: 'This subscription cannot be used.', reason: obstacle });
    const key = liveKey(params);
    const live = await tx.list('accessRequest', { where: { liveKey: key } });
    const objection = objectionToApplication(application, live, { subscription });
    if (objection?.reason === 'duplicate')
      throw new ApiError('duplicate-access-request', 'a live request exists', { reason: 'duplicate' });
    if (objection)
      refuse({
        pointer: '/applicationId',
        detail: 'Subscription and application belong to different teams.',
        reason: objection.reason,
      });
    validateFormData(resource.requestForm, params.data);

    const automatic = resource.access.approval === 'automatic';
    const record: AccessRequestRecord = {
      id: newId('ar', now),
      name: params.name,
      resourceId: resource.id,
      subscriptionId: subscription.id,
      applicationId: application.id,
      teamId: application.teamId,
      requestedBy: { id: principal.id, name: principal.name },
      data: params.data,
      approval: automatic ? 'automatic' : 'manual',
      state: automatic ? 'provisioning' : 'pending',
      timeline: [
        entry(context, 'submitted'),
        ...(automatic ? [{ step: 'approved' as const, at: timestamp(now) }] : []),
      ],
      granted: false,
      createdAt: now,
      updatedAt: now,
      version: 0,
    };
    await save(context, record, automatic);
    return presentOne(context, await visible(context, 'accessRequest', record.id));
  },

  'accessRequests.update': async (context, id, { name, data }) => {
    const record = await demanded(context, id, 'update');
    const resource = await context.tx.get('resource', record.resourceId);
    const product = resource && (await context.tx.get('product', resource.productId));
    const subscription = await context.tx.get('subscription', record.subscriptionId);
    if (!resource || !product || !subscription) throw notFound();
    const obstacle = objectionToSubscription(subscription, product, resource, {}, context.now);
    if (obstacle) throw new ApiError('state-conflict', `update: ${obstacle}`, { reason: obstacle });
    const twins = await context.tx.list('accessRequest', { where: { liveKey: liveKey(record) } });
    if (twins.length > 0)
      throw new ApiError('duplicate-access-request', 'a live request exists', { reason: 'duplicate' });
    if (data) validateFormData(resource.requestForm, data);
    const automatic = resource.access.approval === 'automatic';
    const timeline = [
      ...record.timeline,
      entry(context, 'submitted'),
      ...(automatic ? [{ step: 'approved' as const, at: timestamp(context.now) }] : []),
    ];
    const state = automatic ? 'provisioning' : 'pending';
    await save(
      context,
      { ...record, name: name ?? record.name, data: data ?? record.data, state, timeline },
      automatic,
    );
    return presentOne(context, await visible(context, 'accessRequest', id));
  },

  'accessRequests.withdraw': decide('withdraw', 'withdrawn', 'withdrawn'),
  'accessRequests.approve': decide('approve', 'provisioning', 'approved'),
  'accessRequests.reject': decide('reject', 'rejected', 'rejected'),
  'accessRequests.revoke': decide('revoke', 'revoked', 'revoked'),
};
