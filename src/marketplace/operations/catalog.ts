import type { Application, Environment, Product, Session } from '../../contract/index.js';
import { newId } from '../ids.js';
import { isMember } from '../principal.js';
import type { ApplicationRecord, ProductRecord } from '../records.js';
import { isEligible } from '../rules/gate.js';
import {
  announce,
  notFound,
  page,
  referred,
  refOf,
  refuse,
  timestamp,
  visible,
  visiblePage,
  type ReadContext,
} from './context.js';
import type { Implementations } from './implementations.js';

const presentProduct = ({ id, name, description, plans }: ProductRecord): Product => ({ id, name, description, plans });

async function presentApplications({ tx }: ReadContext, records: ApplicationRecord[]): Promise<Application[]> {
  const teams = await referred(tx, 'team', records, ({ teamId }) => teamId);
  return records.map(({ id, name, description, teamId, createdAt, version }) => ({
    id,
    name,
    description,
    owner: refOf(teams, teamId),
    createdAt: timestamp(createdAt),
    version: String(version),
  }));
}

const presentApplication = async (context: ReadContext, record: ApplicationRecord): Promise<Application> =>
  (await presentApplications(context, [record]))[0] as Application;

/** Who is signed in, and what there is to ask access to: session, environments, products, applications. */
export const catalogReads: Pick<
  Implementations['reads'],
  'session.get' | 'environments.list' | 'products.list' | 'products.get' | 'applications.list' | 'applications.get'
> = {
  'session.get': async ({ principal, marketplace }): Promise<Session> => ({
    user: { id: principal.id, name: principal.name },
    teams: principal.teams,
    roles: principal.roles,
    marketplace,
  }),

  'environments.list': async ({ policy, principal }, _, { limit = 50, cursor }) => {
    const all = policy.environments ?? [];
    const start = all.findIndex(({ id }) => id === cursor) + 1;
    const items = all.slice(start, start + limit).map((environment): Environment => {
      const { id, name, kind, message, learnMoreUrl } = environment;
      const eligible = isEligible(environment, principal);
      return { id, name, kind, eligible, ...(eligible ? {} : { message, learnMoreUrl }) };
    });
    const next = start + limit < all.length ? items.at(-1)?.id : undefined;
    return { items, ...(next === undefined ? {} : { next }), total: all.length };
  },

  'products.list': ({ tx }, _, params) => page(tx, 'product', params, {}, async (found) => found.map(presentProduct)),

  'products.get': async ({ tx }, id) => {
    const product = await tx.get('product', id);
    if (!product) throw notFound();
    return presentProduct(product);
  },

  'applications.list': (context, _, params) =>
    visiblePage(context, 'application', params, {}, (found) => presentApplications(context, found)),

  'applications.get': async (context, id) => presentApplication(context, await visible(context, 'application', id)),
};

export const catalogWrites: Pick<Implementations['writes'], 'applications.create'> = {
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
    return presentApplication(context, record);
  },
};
