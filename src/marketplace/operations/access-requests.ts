import type {
  AccessRequest,
  ActionName,
  FormDefinition,
  ListAccessRequests,
  TimelineEntry,
} from '../../contract/index.js';
import { ApiError } from '../../contract/index.js';
import { validateFormData } from '../form-data.js';
import { newId } from '../ids.js';
import { isMember } from '../principal.js';
import type { AccessRequestRecord, ProductRecord } from '../records.js';
import { accessActions, isLive, judgeAccessRequest, liveKey } from '../rules/access.js';
import { objectionToApplication, objectionToSubscription } from '../rules/options.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import type { Narrowing } from '../store.js';
import {
  announce,
  referred,
  refOf,
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
import { facetsOf, type Division } from './facets.js';
import { historyOf, writeDown, type Change } from './history.js';
import type { Implementations } from './implementations.js';

async function present(context: ReadContext, records: AccessRequestRecord[]): Promise<AccessRequest[]> {
  const { tx, principal, now } = context;
  const resources = await referred(tx, 'resource', records, ({ resourceId }) => resourceId);
  const products = await referred(tx, 'product', [...resources.values()], ({ productId }) => productId);
  const applications = await referred(tx, 'application', records, ({ applicationId }) => applicationId);
  const subscriptions = await referred(tx, 'subscription', records, ({ subscriptionId }) => subscriptionId);
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
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
      owner: refOf(teams, record.teamId),
      requestedBy: record.requestedBy,
      data: record.data,
      ...(record.termsRevision === undefined ? {} : { terms: { revision: record.termsRevision } }),
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

/** Stores a changed request: version, time, uniqueness, event, history and, where the data plane is concerned, the task. */
async function save(
  context: WriteContext,
  changed: AccessRequestRecord,
  steps: TimelineEntry[],
  tellDataPlane: boolean,
  changes?: Change['changes'],
): Promise<void> {
  const { liveKey: _, ...rest } = changed;
  const timeline = [...changed.timeline, ...steps];
  const record = { ...rest, timeline, ...(isLive(changed) ? { liveKey: liveKey(changed) } : {}) };
  await context.tx.put('accessRequest', { ...record, version: record.version + 1, updatedAt: context.now });
  if (tellDataPlane) await promise(context.tx, 'access-request', record.id);
  await announce(context, { subject: 'access-request', subjectId: record.id, audience: record.teamId });
  for (const { step, by, reason } of steps)
    await writeDown(context, record, {
      action: step as Change['action'],
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
      ...(step === 'submitted' && changes?.length ? { changes } : {}),
    });
}

/** The steps of a request that is sent: it is submitted and, where that needs nobody, approved. */
const submission = (context: ReadContext, automatic: boolean): TimelineEntry[] => [
  entry(context, 'submitted'),
  ...(automatic ? [{ step: 'approved' as const, at: timestamp(context.now) }] : []),
];

const inWords = (value: unknown): string | undefined => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Whether what a field of a form holds may be told in history: there is nothing encrypted in it, at any depth (SPEC A2,
 * S6). Of a field that only a condition of the form knows, nobody can say so.
 */
function isTellable(form: FormDefinition | undefined, field: string): boolean {
  const { properties = {} } = (form?.schema ?? {}) as { properties?: Record<string, unknown> };
  const schema = Object.hasOwn(properties, field) ? properties[field] : undefined;
  return schema !== undefined && !JSON.stringify(schema).includes('"x-axway-encrypted"');
}

/** What is different about a request that is sent again; of fields that may hold a secret only that they are. */
function changesOf(
  from: Pick<AccessRequestRecord, 'name' | 'data'>,
  to: Pick<AccessRequestRecord, 'name' | 'data'>,
  form: FormDefinition | undefined,
): NonNullable<Change['changes']> {
  const changes = [{ field: 'name', from: from.name, to: to.name }].filter((change) => change.from !== change.to);
  const fields = new Set([...Object.keys(from.data), ...Object.keys(to.data)]);
  return [
    ...changes,
    ...[...fields].flatMap((field) => {
      const [before, after] = [inWords(from.data[field]), inWords(to.data[field])];
      if (before === after) return [];
      if (!isTellable(form, field)) return [{ field }];
      return [
        { field, ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }) },
      ];
    }),
  ];
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
  return save(
    context,
    { ...record, state: step },
    [entry(context, step, reason)],
    record.granted || step === 'revoked',
  );
}

/** The plan's terms are agreed to in the revision they have now, if it has any; a plan without takes no agreement. */
function agreedTerms(
  { plans }: ProductRecord,
  planId: string,
  revision: string | undefined,
): { termsRevision?: string } {
  const terms = plans.find(({ id }) => id === planId)?.terms;
  if (!terms) return {};
  const pointer = '/termsRevision';
  if (revision === undefined)
    refuse({ pointer, detail: 'The terms of the plan have to be agreed to.', reason: 'terms-not-accepted' });
  if (revision !== terms.revision)
    refuse({ pointer, detail: 'The terms of the plan have changed.', reason: 'terms-changed' });
  return { termsRevision: revision };
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
    const steps = [entry(context, step, reason)];
    await save(context, { ...record, state }, steps, action === 'approve' || action === 'revoke');
    return presentOne(context, await visible(context, 'accessRequest', id));
  };

const queryOf = ({ applicationId, resourceId, state, q }: ListAccessRequests): Narrowing => ({
  where: { applicationId, resourceId, state },
  contains: q,
});

export const accessRequestReads: Pick<
  Implementations['reads'],
  'accessRequests.list' | 'accessRequests.get' | 'accessRequests.history'
> = {
  'accessRequests.list': async (context, _, { facets: wanted, ...params }) => {
    const query = { ...queryOf(params), order: 'descending' as const };
    const page = await visiblePage(context, 'accessRequest', params, query, (found) => present(context, found));
    if (!wanted) return page;
    const divisions = [...new Set(wanted)].map((field): Division => ({
      field,
      query: queryOf({ ...params, [field]: undefined }),
      count: (scoped) => context.tx.countBy('accessRequest', scoped, field),
      ...(field === 'state' ? {} : { of: field === 'resourceId' ? 'resource' : 'application' }),
    }));
    const facets = await facetsOf(context, 'accessRequest', divisions);
    return { ...page, ...(facets ? { facets } : {}) };
  },

  'accessRequests.get': async (context, id) => presentOne(context, await visible(context, 'accessRequest', id)),

  'accessRequests.history': (context, id, params) => historyOf(context, 'accessRequest', id, params),
};

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
    const terms = agreedTerms(product, subscription.planId, params.termsRevision);
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
      ...terms,
      approval: automatic ? 'automatic' : 'manual',
      state: automatic ? 'provisioning' : 'pending',
      timeline: [],
      granted: false,
      createdAt: now,
      updatedAt: now,
      version: 0,
    };
    await save(context, record, submission(context, automatic), automatic);
    return presentOne(context, await visible(context, 'accessRequest', record.id));
  },

  'accessRequests.update': async (context, id, { name, termsRevision, data }) => {
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
    const terms = agreedTerms(product, subscription.planId, termsRevision ?? record.termsRevision);
    if (data) validateFormData(resource.requestForm, data);
    const automatic = resource.access.approval === 'automatic';
    const state = automatic ? 'provisioning' : 'pending';
    const changed: AccessRequestRecord = {
      ...record,
      ...terms,
      name: name ?? record.name,
      data: data ?? record.data,
      state,
    };
    await save(
      context,
      changed,
      submission(context, automatic),
      automatic,
      changesOf(record, changed, resource.requestForm),
    );
    return presentOne(context, await visible(context, 'accessRequest', id));
  },

  'accessRequests.withdraw': decide('withdraw', 'withdrawn', 'withdrawn'),
  'accessRequests.approve': decide('approve', 'provisioning', 'approved'),
  'accessRequests.reject': decide('reject', 'rejected', 'rejected'),
  'accessRequests.revoke': decide('revoke', 'revoked', 'revoked'),
};
