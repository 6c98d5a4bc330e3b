import type {
  Credential,
  CredentialFacet,
  CredentialOrder,
  CredentialRisk,
  CredentialState,
  ListCredentials,
  Page,
} from '../../contract/index.js';
import type { Narrowing, Query } from '../store.js';
import { demandEnvironment } from './environment.js';
import { visiblePage, type ReadContext } from './context.js';
import { presentCredentials } from './credential-records.js';
import { facetsOf, type Division } from './facets.js';

const dayMs = 24 * 60 * 60 * 1000;

/** What expires within this time is about to (SPEC C11). */
const soonMs = 30 * dayMs;

const risks: readonly CredentialRisk[] = ['expiring', 'expired', 'unused', 'inactive'];

/** The states a credential with that risk can be in. */
const statesAtRisk: Record<CredentialRisk, readonly CredentialState[]> = {
  expiring: ['pending', 'active', 'inactive', 'error'],
  expired: ['expired'],
  unused: ['active', 'inactive', 'expired'],
  inactive: ['inactive'],
};

const sorts = { name: 'sortName', created: 'createdAt', used: 'lastUsedAt', expires: 'expiresAt' } as const;

/** Newest first goes by id, which is made in order of time: at any length as quick as a page of it. */
function orderOf(sort: CredentialOrder = '-created'): Pick<Query, 'order' | 'sort'> {
  const reversed = sort.startsWith('-');
  const order = reversed ? 'descending' : 'ascending';
  const by = sort.replace('-', '') as keyof typeof sorts;
  return by === 'created' ? { order } : { order, sort: { field: sorts[by], type: by === 'name' ? 'text' : 'number' } };
}

function queryOf(
  { now }: ReadContext,
  { environment, audience, applicationId, resourceId, typeId, state, risk, q }: ListCredentials,
): Narrowing {
  const shown = risk === undefined ? state : statesAtRisk[risk].filter((one) => state?.includes(one) ?? true);
  return {
    where: { environment, audience, applicationId, resourceIds: resourceId, typeId, shown },
    ...(risk === 'expiring' ? { atMost: { expiryDue: now + soonMs } } : {}),
    ...(risk === 'unused' ? { absent: ['lastUsedAt'] } : {}),
    contains: q,
  };
}

const stored = { state: 'shown', typeId: 'typeId', resourceId: 'resourceIds', applicationId: 'applicationId' } as const;

/** A list as it divides by a field, with all that narrows it but by that field. */
async function division(context: ReadContext, params: ListCredentials, field: CredentialFacet): Promise<Division> {
  const { tx } = context;
  const rest = { ...params, [field]: undefined };
  const query = queryOf(context, rest);
  if (field === 'risk')
    return {
      field,
      query,
      async count({ where }) {
        const counts = new Map<string, number>();
        for (const risk of risks) {
          const atRisk = queryOf(context, { ...rest, risk });
          const count = await tx.count('credential', { ...atRisk, where: { ...where, ...atRisk.where } });
          if (count > 0) counts.set(risk, count);
        }
        return counts;
      },
    };
  const count = (scoped: Narrowing): Promise<Map<string, number>> => tx.countBy('credential', scoped, stored[field]);
  if (field === 'typeId') {
    const resources = await tx.list('resource', {});
    const types = resources.flatMap(({ credentialTypes }) => credentialTypes);
    return { field, query, count, names: new Map(types.map(({ id, name }) => [id, name])) };
  }
  if (field === 'state') return { field, query, count };
  return { field, query, count, of: field === 'resourceId' ? 'resource' : 'application' };
}

/** The list of credentials (SPEC C4, C11): narrowed, in order, and as it divides. */
export async function listCredentials(
  context: ReadContext,
  { facets: wanted, ...params }: ListCredentials,
): Promise<Page<Credential>> {
  demandEnvironment(context.policy, params.environment);
  const query = { ...queryOf(context, params), ...orderOf(params.sort) };
  const page = await visiblePage(context, 'credential', params, query, (found) => presentCredentials(context, found));
  if (!wanted) return page;
  const divisions = await Promise.all([...new Set(wanted)].map((field) => division(context, params, field)));
  const facets = await facetsOf(context, 'credential', divisions);
  return { ...page, ...(facets ? { facets } : {}) };
}
