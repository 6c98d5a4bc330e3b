import type { Product, Resource, Session, Subscription, Application } from '../../contract/index.js';
import { ApiError } from '../../contract/index.js';
import { newId } from '../ids.js';
import { isMember, isProvider } from '../principal.js';
import type { ApplicationRecord, ProductRecord, ResourceRecord, SubscriptionRecord } from '../records.js';
import { isGranted } from '../rules/access.js';
import { revokeUnder } from './access-requests.js';
import {
  announce,
  referred,
  checkVersion,
  everyRecord,
  notFound,
  of,
  page,
  refuse,
  timestamp,
  visible,
  visiblePage,
  type ReadContext,
} from './context.js';
import type { Implementations } from './implementations.js';

const presentProduct = ({ id, name, description, plans }: ProductRecord): Product => ({ id, name, description, plans });

/** What people see of resources. The policy behind a credential type stays here. */
async function presentResources({ tx }: ReadContext, resources: ResourceRecord[]): Promise<Resource[]> {
  const products = await referred(tx, 'product', resources, (resource) => resource.productId);
  return resources.map(({ id, name, productId, description, apiVersion, baseUrl, access, credentialTypes }) => ({
    id,
    name,
    product: { id: productId, name: of(products, productId).name },
    description,
    apiVersion,
    baseUrl,
    access,
    credentialTypes: credentialTypes.map(({ suspendable: _, visibility: __, ...type }) => type),
  }));
}

async function presentSubscriptions(context: ReadContext, records: SubscriptionRecord[]): Promise<Subscription[]> {
  const products = await referred(context.tx, 'product', records, ({ productId }) => productId);
  const teams = await referred(context.tx, 'team', records, ({ teamId }) => teamId);
  return records.map((record) => {
    const product = of(products, record.productId);
    const expired = record.expiresAt !== undefined && record.expiresAt <= context.now && record.state === 'active';
    return {
      id: record.id,
      name: record.name,
      product: { id: product.id, name: product.name },
      plan: { id: record.planId, name: product.plans.find(({ id }) => id === record.planId)?.name ?? record.planId },
      owner: { id: record.teamId, name: of(teams, record.teamId).name },
      approval: record.approval,
      state: expired ? 'expired' : record.state,
      ...(record.expiresAt === undefined ? {} : { expiresAt: timestamp(record.expiresAt) }),
      createdAt: timestamp(record.createdAt),
      version: String(record.version),
    };
  });
}

async function presentApplications({ tx }: ReadContext, records: ApplicationRecord[]): Promise<Application[]> {
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
  return records.map(({ id, name, description, teamId, createdAt, version }) => ({
    id,
    name,
    description,
    owner: { id: teamId, name: of(teams, teamId).name },
    createdAt: timestamp(createdAt),
    version: String(version),
  }));
}

const one = <Item>([item]: Item[]): Item => item as Item;

/** Who is signed in, and what there is to ask access to: session, products, resources, subscriptions, applications. */
export const catalogReads: Pick<
  Implementations['reads'],
  | 'session.get'
  | 'products.list'
  | 'products.get'
  | 'resources.list'
  | 'resources.get'
  | 'subscriptions.list'
  | 'applications.list'
  | 'applications.get'
> = {
  'session.get': async ({ principal, marketplace }): Promise<Session> => ({
    user: { id: principal.id, name: principal.name },
    teams: principal.teams,
    roles: principal.roles,
    marketplace,
  }),

  'products.list': ({ tx }, _, params) => page(tx, 'product', params, {}, async (found) => found.map(presentProduct)),

  'products.get': async ({ tx }, id) => {
    const product = await tx.get('product', id);
    if (!product) throw notFound();
    return presentProduct(product);
  },

  'resources.list': (context, _, { productId, ...params }) =>
    page(context.tx, 'resource', params, { where: { productId } }, (found) => presentResources(context, found)),

  'resources.get': async (context, id) => {
    const resource = await context.tx.get('resource', id);
    if (!resource) throw notFound();
    return one(await presentResources(context, [resource]));
  },

  'subscriptions.list': (context, _, { productId, ...params }) =>
    visiblePage(context, 'subscription', params, { where: { productId } }, (found) =>
      presentSubscriptions(context, found),
    ),

  'applications.list': (context, _, params) =>
    visiblePage(context, 'application', params, {}, (found) => presentApplications(context, found)),

  'applications.get': async (context, id) =>
    one(await presentApplications(context, [await visible(context, 'application', id)])),
};

export const catalogWrites: Pick<Implementations['writes'], 'subscriptions.cancel' | 'applications.create'> = {
  'subscriptions.cancel': async (context, id, { reason }) => {
    const { tx, principal } = context;
    const record = await visible(context, 'subscription', id);
    if (!isMember(principal, record.teamId) && !isProvider(principal)) throw notFound();
    checkVersion(context, record);
    if (record.state !== 'active') throw new ApiError('state-conflict', 'cancel: not-active', { reason: 'not-active' });
    const cancelled: SubscriptionRecord = { ...record, state: 'cancelled', version: record.version + 1 };
    await tx.put('subscription', cancelled);
    await announce(context, { subject: 'subscription', subjectId: id, audience: record.teamId });
    for await (const request of everyRecord(tx, 'accessRequest', { where: { subscriptionId: id } }))
      if (isGranted(request) || request.state === 'pending') await revokeUnder(context, request, reason);
    return one(await presentSubscriptions(context, [cancelled]));
  },

  'applications.create': async (context, _, { name, teamId, description }) => {
    if (!isMember(context.principal, teamId))
      refuse({ pointer: '/teamId', detail: 'Not one of your teams.', reason: 'unknown' });
    const record: ApplicationRecord = {
      id: newId('app', context.now),
      name,
      ...(description === undefined ? {} : { description }),
      teamId,
      createdAt: context.now,
      version: 1,
    };
    await context.tx.put('application', record);
    await announce(context, { subject: 'application', subjectId: record.id, audience: teamId });
    return one(await presentApplications(context, [record]));
  },
};
