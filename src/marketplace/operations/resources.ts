import type { CredentialType, Resource } from '../../contract/index.js';
import type { CredentialTypeRecord, ExposureRecord, ResourceRecord } from '../records.js';
import { judgeExposure } from '../rules/gate.js';
import { actionsFrom, demand } from '../rules/verdict.js';
import {
  announce,
  checkVersion,
  notFound,
  of,
  page,
  promise,
  referred,
  type ReadContext,
  type WriteContext,
} from './context.js';
import type { Implementations } from './implementations.js';

/** Whether resources are open for keys and calls (SPEC I1), by their ids. */
export async function exposures(
  { tx }: Pick<ReadContext, 'tx'>,
  resources: ResourceRecord[],
): Promise<(resource: ResourceRecord) => Omit<ExposureRecord, 'id'>> {
  const gated = resources.filter(({ exposedAtFirst }) => exposedAtFirst !== undefined);
  const known = await referred(tx, 'exposure', gated, ({ id }) => id);
  return ({ id, exposedAtFirst = true }) => known.get(id) ?? { exposed: exposedAtFirst, version: 1 };
}

/** What people see of resources. The policy behind a credential type stays here. */
async function present(context: ReadContext, resources: ResourceRecord[]): Promise<Resource[]> {
  const { tx, principal, policy } = context;
  const products = await referred(tx, 'product', resources, (resource) => resource.productId);
  const exposureOf = await exposures(context, resources);
  return resources.map((resource) => {
    const { exposed, version } = exposureOf(resource);
    return {
      id: resource.id,
      name: resource.name,
      product: { id: resource.productId, name: of(products, resource.productId).name },
      description: resource.description,
      apiVersion: resource.apiVersion,
      baseUrl: resource.baseUrl,
      access: resource.access,
      credentialTypes: resource.credentialTypes.map(publicType),
      environment: resource.environment,
      ...(resource.exposedAtFirst === undefined ? {} : { exposed }),
      actions: actionsFrom(
        (action) => judgeExposure(action as 'expose', principal, policy, resource, exposed),
        ['expose', 'unexpose'],
      ),
      version: String(version),
    };
  });
}

/** What people see of a credential type. */
export function publicType(type: CredentialTypeRecord): CredentialType {
  const { id, name, kind, description, form, scheme, audience, visibility, lifetimesMs, secretLater } = type;
  return { id, name, kind, description, form, scheme, audience, visibility, lifetimesMs, secretLater };
}

async function one(context: ReadContext, id: string): Promise<ResourceRecord> {
  const resource = await context.tx.get('resource', id);
  if (!resource) throw notFound();
  return resource;
}

const setExposed =
  (action: 'expose' | 'unexpose') =>
  async (context: WriteContext, id: string): Promise<Resource> => {
    const { tx, principal, policy } = context;
    const resource = await one(context, id);
    const { exposed, version } = (await exposures(context, [resource]))(resource);
    checkVersion(context, { version });
    demand(action, judgeExposure(action, principal, policy, resource, exposed));
    await tx.put('exposure', { id, exposed: action === 'expose', version: version + 1 });
    await promise(tx, 'resource', id);
    await announce(context, { subject: 'resource', subjectId: id, audience: '*' });
    return (await present(context, [resource]))[0] as Resource;
  };

export const resourceReads: Pick<Implementations['reads'], 'resources.list' | 'resources.get'> = {
  'resources.list': (context, _, { productId, environment, ...params }) =>
    page(context.tx, 'resource', params, { where: { productId, environment } }, (found) => present(context, found)),

  'resources.get': async (context, id) => (await present(context, [await one(context, id)]))[0] as Resource,
};

export const resourceWrites: Pick<Implementations['writes'], 'resources.expose' | 'resources.unexpose'> = {
  'resources.expose': setExposed('expose'),
  'resources.unexpose': setExposed('unexpose'),
};
