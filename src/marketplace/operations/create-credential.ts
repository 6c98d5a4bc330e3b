import { ApiError, type Credential, type CreateCredential } from '../../contract/index.js';
import { validateFormData } from '../form-data.js';
import { newId } from '../ids.js';
import { isMember } from '../principal.js';
import { readPublicKey } from '../public-key.js';
import type { CredentialRecord, CredentialTypeRecord, GrantRecord, Kinds, ResourceRecord } from '../records.js';
import { isEligible } from '../rules/gate.js';
import type { Reader } from '../store.js';
import { demandAccess } from './access-obstacles.js';
import { promise, refuse, type ReadContext, type WriteContext } from './context.js';
import { presentCredential, saveCredential } from './credential-records.js';
import { demandEnvironment } from './environment.js';
import { grantOptions, readGrants } from './grants.js';
import { personsChange } from './history.js';
import { exposures } from './resources.js';

/** Whose a new credential is: an application's, or a team's alone. */
async function ownerOf(
  { tx, principal, policy }: ReadContext,
  { applicationId, teamId }: CreateCredential,
): Promise<Pick<CredentialRecord, 'applicationId' | 'teamId'>> {
  if (policy.applications) {
    if (applicationId === undefined)
      refuse({ pointer: '/applicationId', detail: 'An application is needed.', reason: 'required' });
    const application = await tx.get('application', applicationId);
    if (!application || !isMember(principal, application.teamId))
      refuse({ pointer: '/applicationId', detail: 'No such application.', reason: 'unknown' });
    if (teamId !== undefined && teamId !== application.teamId)
      refuse({ pointer: '/teamId', detail: "Not the application's team.", reason: 'other-team' });
    return { applicationId, teamId: application.teamId };
  }
  if (applicationId !== undefined)
    refuse({ pointer: '/applicationId', detail: 'Credentials belong to no application here.', reason: 'unsupported' });
  const [only, another] = principal.teams;
  const owner = teamId ?? (another ? undefined : only?.id);
  if (owner === undefined) refuse({ pointer: '/teamId', detail: 'A team is needed.', reason: 'required' });
  if (!isMember(principal, owner)) refuse({ pointer: '/teamId', detail: 'Not one of your teams.', reason: 'unknown' });
  return { teamId: owner };
}

/** What a new credential is for: one resource, or several that are granted in parts. */
async function servedBy(
  context: ReadContext,
  { resourceId, grants }: CreateCredential,
  teamId: string,
): Promise<{ resources: [ResourceRecord, ...ResourceRecord[]]; grants?: GrantRecord[]; pointer: string }> {
  const { tx } = context;
  if (grants !== undefined && resourceId !== undefined)
    refuse({ pointer: '/resourceId', detail: 'The grants say what it is for.', reason: 'unsupported' });
  if (grants !== undefined) {
    const resources = await tx.list('resource', {});
    const chosen = readGrants(grants, await grantOptions(context, resources, teamId));
    const served = chosen.flatMap((grant) => resources.find(({ id }) => id === grant.resourceId) ?? []);
    return { resources: served as [ResourceRecord], grants: chosen, pointer: '/grants/0/resourceId' };
  }
  if (resourceId === undefined) {
    const pointer = (await tx.list('resource', {})).some((resource) => resource.grants) ? '/grants' : '/resourceId';
    refuse({ pointer, detail: 'Say what it is for.', reason: 'required' });
  }
  const resource = await tx.get('resource', resourceId);
  if (!resource) refuse({ pointer: '/resourceId', detail: 'No such resource.', reason: 'unknown' });
  if (resource.grants) refuse({ pointer: '/grants', detail: 'Say what of it is granted.', reason: 'required' });
  return { resources: [resource], pointer: '/resourceId' };
}

/** In which environment, where there are several (SPEC E2). */
function environmentOf(
  { policy }: ReadContext,
  chosen: string | undefined,
  resource: ResourceRecord,
): string | undefined {
  demandEnvironment(policy, chosen);
  if (chosen !== resource.environment)
    refuse({ pointer: '/environment', detail: 'The resource is in another environment.', reason: 'other-environment' });
  return chosen;
}

/** How long it lives, in milliseconds; `undefined` for without end (SPEC C11). */
function lifetimeOf({ lifetimesMs }: CredentialTypeRecord, chosen: number | null | undefined): number | undefined {
  const wanted = chosen === undefined ? (lifetimesMs?.[0] ?? null) : chosen;
  if (!(lifetimesMs ?? [null]).includes(wanted))
    refuse({ pointer: '/lifetimeMs', detail: 'Not one of the lifetimes there are.', reason: 'unknown' });
  return wanted ?? undefined;
}

/** What a new credential counts with towards the limit of its type (SPEC C10); `undefined` where there is none. */
export function limitKeyOf(
  type: CredentialTypeRecord,
  of: { applicationId?: string | undefined; environment?: string | undefined; resourceId: string; teamId: string },
): string | undefined {
  if (!type.limit) return undefined;
  const parts = {
    application: of.applicationId,
    environment: of.environment,
    resource: of.resourceId,
    team: of.teamId,
  };
  return [type.id, ...type.limit.per.map((part) => parts[part] ?? '')].join(' ');
}

/** How many there are that count towards a limit. */
export const usedOf = (tx: Reader<Kinds>, limitKey: string): Promise<number> =>
  tx.count('credential', { where: { limitKey } });

/** A public key is looked at before it is promised to anybody: what is wrong with it is told where it was pasted. */
async function checkPublicKey({ kind }: CredentialTypeRecord, { publicKey }: Record<string, unknown>): Promise<void> {
  if (kind !== 'oauth-public-key') return;
  try {
    await readPublicKey(String(publicKey));
  } catch (error) {
    refuse({ pointer: '/data/publicKey', detail: (error as Error).message, reason: 'public-key' });
  }
}

/** Asks for a credential: everything that can be wrong with that is told before anything is written. */
export async function createCredential(context: WriteContext, params: CreateCredential): Promise<Credential> {
  const { tx, principal, policy, now } = context;
  const owner = await ownerOf(context, params);
  const { resources, grants, pointer } = await servedBy(context, params, owner.teamId);
  const [resource] = resources;
  const environment = environmentOf(context, params.environment, resource);
  const world = policy.environments?.find(({ id }) => id === environment);
  if (world && !isEligible(world, principal)) throw new ApiError('not-eligible', 'create: not eligible');
  const type = resource.credentialTypes.find(({ id }) => id === params.typeId);
  if (!type) refuse({ pointer: '/typeId', detail: 'Not a type this resource accepts.', reason: 'unknown' });
  const other = resources.find(({ credentialTypes }) => !credentialTypes.some(({ id }) => id === type.id));
  if (other) refuse({ pointer, detail: 'The resources accept different types.', reason: 'other-type' });
  const lifetimeMs = lifetimeOf(type, params.lifetimeMs);
  validateFormData(type.form, params.data);
  await checkPublicKey(type, params.data);

  const exposureOf = await exposures(context, resources);
  if (resources.some((one) => !exposureOf(one).exposed)) throw new ApiError('not-exposed', 'create: not exposed');
  for (const { id, access } of resources)
    if (access.required) await demandAccess(context, owner.applicationId ?? '', id);
  const limitKey = limitKeyOf(type, { ...owner, environment, resourceId: resource.id });
  if (limitKey !== undefined && type.limit && (await usedOf(tx, limitKey)) >= type.limit.most)
    throw new ApiError('limit-reached', 'create: limit reached', { reason: 'limit-reached' });

  const expiresAt = lifetimeMs === undefined ? undefined : now + lifetimeMs;
  const record = await saveCredential(
    context,
    {
      id: newId('cred', now),
      name: params.name,
      ...owner,
      typeId: type.id,
      ...(environment === undefined ? {} : { environment }),
      ...(type.audience === undefined || type.audience === 'unknown' ? {} : { audience: type.audience }),
      resourceIds: resources.map(({ id }) => id),
      ...(grants ? { grants } : {}),
      data: params.data,
      state: 'pending',
      wanted: 'active',
      identifiers: [],
      ...(expiresAt === undefined ? {} : { expiresAt, expiryDue: expiresAt }),
      ...(limitKey === undefined ? {} : { limitKey }),
      shown: 'pending',
      text: params.name,
      sortName: params.name,
      createdAt: now,
      updatedAt: now,
      version: 0,
    },
    personsChange(context, 'created'),
  );
  if (type.provisioning !== 'manual') await promise(tx, 'credential', record.id);
  return presentCredential(context, record);
}
