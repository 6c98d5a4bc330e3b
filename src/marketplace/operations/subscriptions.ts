import type { ActionName, Subscription } from '../../contract/index.js';
import { isGranted } from '../rules/access.js';
import { isOver, judgeSubscription, subscriptionActions } from '../rules/subscription.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import type { AccessRequestRecord, ProductRecord, SubscriptionRecord } from '../records.js';
import { revokeUnder } from './access-requests.js';
import {
  announce,
  checkVersion,
  everyRecord,
  of,
  referred,
  refOf,
  refuse,
  timestamp,
  visible,
  visiblePage,
  type ReadContext,
  type WriteContext,
} from './context.js';
import type { Implementations } from './implementations.js';

async function present(context: ReadContext, records: SubscriptionRecord[]): Promise<Subscription[]> {
  const { tx, principal, now } = context;
  const products = await referred(tx, 'product', records, ({ productId }) => productId);
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
  return records.map((record) => {
    const product = of(products, record.productId);
    return {
      id: record.id,
      name: record.name,
      product: { id: product.id, name: product.name },
      plan: { id: record.planId, name: product.plans.find(({ id }) => id === record.planId)?.name ?? record.planId },
      owner: refOf(teams, record.teamId),
      approval: record.approval,
      state: isOver(record, now) && record.state === 'active' ? 'expired' : record.state,
      ...(record.expiresAt === undefined ? {} : { expiresAt: timestamp(record.expiresAt) }),
      createdAt: timestamp(record.createdAt),
      version: String(record.version),
      actions: actionsFrom((action) => judgeSubscription(action, principal, record, product, now), subscriptionActions),
    };
  });
}

const presentOne = async (context: ReadContext, record: SubscriptionRecord): Promise<Subscription> =>
  (await present(context, [record]))[0] as Subscription;

/** The subscription as a person's action finds it: visible to them, in the version they mean, in a state that allows it. */
async function demanded(
  context: WriteContext,
  id: string,
  action: ActionName,
): Promise<{ record: SubscriptionRecord; product: ProductRecord }> {
  const record = await visible(context, 'subscription', id);
  checkVersion(context, record);
  const product = of(await referred(context.tx, 'product', [record], ({ productId }) => productId), record.productId);
  demand(action, judgeSubscription(action, context.principal, record, product, context.now));
  return { record, product };
}

async function save(context: WriteContext, changed: SubscriptionRecord): Promise<Subscription> {
  const record = { ...changed, version: changed.version + 1 };
  await context.tx.put('subscription', record);
  await announce(context, { subject: 'subscription', subjectId: record.id, audience: record.teamId });
  return presentOne(context, record);
}

/** Ends the access under a subscription that no longer carries it (SPEC A9). */
async function endAccess(
  context: WriteContext,
  subscriptionId: string,
  ends: (request: AccessRequestRecord) => boolean,
  reason: string | undefined,
): Promise<void> {
  for await (const request of everyRecord(context.tx, 'accessRequest', { where: { subscriptionId } }))
    if ((isGranted(request) || request.state === 'pending') && ends(request))
      await revokeUnder(context, request, reason);
}

const decide =
  (action: 'approve' | 'reject', approval: SubscriptionRecord['approval']) =>
  async (context: WriteContext, id: string): Promise<Subscription> => {
    const { record } = await demanded(context, id, action);
    return save(context, { ...record, approval });
  };

export const subscriptionReads: Pick<Implementations['reads'], 'subscriptions.list' | 'subscriptions.get'> = {
  'subscriptions.list': (context, _, { productId, approval, ...params }) =>
    visiblePage(context, 'subscription', params, { where: { productId, approval } }, (found) =>
      present(context, found),
    ),

  'subscriptions.get': async (context, id) => presentOne(context, await visible(context, 'subscription', id)),
};

export const subscriptionWrites: Pick<
  Implementations['writes'],
  'subscriptions.approve' | 'subscriptions.reject' | 'subscriptions.change' | 'subscriptions.cancel'
> = {
  'subscriptions.approve': decide('approve', 'approved'),
  'subscriptions.reject': decide('reject', 'rejected'),

  'subscriptions.change': async (context, id, { planId, reason }) => {
    const { record, product } = await demanded(context, id, 'change-plan');
    const plan = product.plans.find((candidate) => candidate.id === planId);
    if (!plan) refuse({ pointer: '/planId', detail: 'Not a plan of this product.', reason: 'unknown' });
    const changed = await save(context, { ...record, planId });
    await endAccess(context, id, ({ resourceId }) => !plan.resourceIds.includes(resourceId), reason);
    return changed;
  },

  'subscriptions.cancel': async (context, id, { reason }) => {
    const { record } = await demanded(context, id, 'cancel');
    const cancelled = await save(context, { ...record, state: 'cancelled' });
    await endAccess(context, id, () => true, reason);
    return cancelled;
  },
};
