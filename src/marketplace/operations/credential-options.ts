import type {
  CredentialChoice,
  CredentialOptions,
  OwnerOption,
  ResourceOption,
  TypeOption,
} from '../../contract/index.js';
import { hasRole, isMember } from '../principal.js';
import type { ApplicationRecord, CredentialTypeRecord, ResourceRecord } from '../records.js';
import { environmentObstacle, isEligible, mayUseCredentials } from '../rules/gate.js';
import { accessObstacles, type AccessObstacle } from './access-obstacles.js';
import { notFound, of, timestamp, type ReadContext } from './context.js';
import { demandKnownEnvironment } from './environment.js';
import { limitKeyOf, usedOf } from './create-credential.js';
import { grantOptions } from './grants.js';
import { exposures, publicType } from './resources.js';

const because = (reason: string | undefined): { allowed: boolean; reason?: string } =>
  reason === undefined ? { allowed: true } : { allowed: false, reason };

/** What is chosen, with all that depends on it. */
interface Scene {
  context: ReadContext;
  choice: CredentialChoice;
  applications: ApplicationRecord[];
  /** The resources of the environment chosen. */
  resources: ResourceRecord[];
  isExposed: (resource: ResourceRecord) => boolean;
  /** Whose the credential would be, as far as that is clear. */
  teamId: string | undefined;
}

/** Why the application has no credential for the resource to expect; `undefined` if it has. */
function objection(
  { isExposed }: Scene,
  accessObstacle: AccessObstacle,
  applicationId: string | undefined,
  resource: ResourceRecord,
): string | undefined {
  if (!isExposed(resource)) return 'not-exposed';
  if (!resource.access.required || applicationId === undefined) return undefined;
  return accessObstacle(applicationId, resource.id);
}

async function resourceOptions(scene: Scene): Promise<ResourceOption[]> {
  const { applicationId } = scene.choice;
  const obstacle = await accessObstacles(scene.context, applicationId === undefined ? undefined : { applicationId });
  return scene.resources.map((resource) => {
    const { id, name } = resource;
    return { id, name, ...because(objection(scene, obstacle, applicationId, resource)) };
  });
}

async function applicationOptions(scene: Scene, resource: ResourceRecord | undefined): Promise<OwnerOption[]> {
  const teams = new Map(scene.context.principal.teams.map((team) => [team.id, team]));
  const obstacle = await accessObstacles(scene.context, resource && { resourceId: resource.id });
  return scene.applications.map(({ id, name, teamId }) => {
    const reason = resource && objection(scene, obstacle, id, resource);
    return { id, name, owner: of(teams, teamId), ...because(reason) };
  });
}

/** The types that can be chosen: the resource's, or those of all where nothing is chosen yet. */
async function typeOptions(scene: Scene, resources: ResourceRecord[]): Promise<TypeOption[]> {
  const { choice, context, teamId, isExposed } = scene;
  const types = new Map<string, { type: CredentialTypeRecord; resource: ResourceRecord }>();
  for (const resource of resources)
    for (const type of resource.credentialTypes) if (!types.has(type.id)) types.set(type.id, { type, resource });
  const options: TypeOption[] = [];
  for (const { type, resource } of types.values()) {
    const parts = { ...choice, resourceId: resource.id, teamId: teamId ?? '' };
    const limitKey = teamId === undefined ? undefined : limitKeyOf(type, parts);
    const limit =
      limitKey !== undefined && type.limit
        ? { used: await usedOf(context.tx, limitKey), most: type.limit.most }
        : undefined;
    const isFull = limit !== undefined && limit.used >= limit.most;
    const reason = isExposed(resource) ? (isFull ? 'limit-reached' : undefined) : 'not-exposed';
    options.push({ ...publicType(type), ...because(reason), ...(limit ? { limit } : {}) });
  }
  return options;
}

/** The application's credentials that could serve the resource as well (SPEC C12). */
async function existing(
  { context, choice }: Scene,
  resource: ResourceRecord | undefined,
): Promise<CredentialOptions['existing']> {
  if (!resource || choice.applicationId === undefined || resource.grants) return [];
  const types = resource.credentialTypes.map(({ id }) => id);
  const where = { applicationId: choice.applicationId, shown: ['active', 'inactive'] };
  const found = await context.tx.list('credential', { where, order: 'descending', limit: 50 });
  return found
    .filter(({ typeId, resourceIds, environment }) => {
      const fits = types.includes(typeId) && environment === resource.environment;
      return fits && !resourceIds.includes(resource.id);
    })
    .map(({ id, name, shown, identifiers, expiresAt }) => ({
      id,
      name,
      state: shown,
      identifiers,
      ...(expiresAt === undefined ? {} : { expiresAt: timestamp(expiresAt) }),
    }));
}

/** The application and the resource that would go together, as far as one of them is chosen. */
function pairsWith(
  { applicationId, resourceId }: CredentialChoice,
  { applications, resources }: Pick<CredentialOptions, 'applications' | 'resources'>,
): readonly { allowed: boolean }[] {
  if (applicationId === undefined) return resourceId === undefined ? [] : applications;
  return resources.filter(({ id }) => resourceId === undefined || id === resourceId);
}

/** Why nothing can be created with what is chosen, the most general reason first. */
function blockedBy(
  { context, choice, resources, isExposed, applications }: Scene,
  resource: ResourceRecord | undefined,
  options: Pick<CredentialOptions, 'applications' | 'resources' | 'types'>,
): Pick<CredentialOptions, 'blocked' | 'message' | 'learnMoreUrl'> {
  const { policy, principal } = context;
  const obstacle = environmentObstacle(policy, choice.environment);
  const environment = policy.environments?.find(({ id }) => id === choice.environment);
  if (environment && !isEligible(environment, principal))
    return { blocked: 'not-eligible', message: environment.message, learnMoreUrl: environment.learnMoreUrl };
  if (obstacle === 'environment-required') return { blocked: obstacle };
  const concerned = resource ? [resource] : resources;
  if (concerned.length > 0 && !concerned.some(isExposed)) return { blocked: 'not-exposed' };
  if (policy.applications) {
    if (applications.length === 0) return { blocked: 'no-application' };
    const pairs = pairsWith(choice, options);
    if (pairs.length > 0 && !pairs.some(({ allowed }) => allowed)) return { blocked: 'no-access' };
  }
  const { types } = options;
  if (types.length > 0 && types.every(({ reason }) => reason === 'limit-reached')) return { blocked: 'limit-reached' };
  return {};
}

/** What can be chosen for a new credential, and what stands in the way (SPEC C2, C10, C12, E1, I1, M1, M2). */
export async function credentialOptions(context: ReadContext, choice: CredentialChoice): Promise<CredentialOptions> {
  const { tx, principal, policy } = context;
  const { teams } = principal;
  const environments = (policy.environments ?? []).map((environment) => {
    const { id, name, roles } = environment;
    return { id, name, ...because(hasRole(principal, roles) ? undefined : 'not-eligible') };
  });
  const base = { needsApplication: policy.applications, environments, teams };
  if (!mayUseCredentials(policy, principal))
    return {
      ...base,
      blocked: 'role',
      message: policy.credentialRoles?.message,
      applications: [],
      resources: [],
      types: [],
      existing: [],
    };

  const own = { teamId: teams.map(({ id }) => id) };
  const applications = policy.applications ? await tx.list('application', { where: own }) : [];
  const all = await tx.list('resource', {});
  const resource = choice.resourceId === undefined ? undefined : all.find(({ id }) => id === choice.resourceId);
  if (choice.resourceId !== undefined && !resource) throw notFound();
  if (choice.teamId !== undefined && !isMember(principal, choice.teamId)) throw notFound();
  demandKnownEnvironment(policy, choice.environment);
  const application = applications.find(({ id }) => id === choice.applicationId);
  if (choice.applicationId !== undefined && !application) throw notFound();
  const exposureOf = await exposures(context, all);
  const scene: Scene = {
    context,
    choice,
    applications,
    resources: all.filter(({ environment }) => choice.environment === undefined || environment === choice.environment),
    isExposed: (one) => exposureOf(one).exposed,
    teamId: application?.teamId ?? choice.teamId ?? (teams.length === 1 ? teams[0]?.id : undefined),
  };
  const concerned = resource ? [resource] : scene.resources;
  const options = {
    applications: await applicationOptions(scene, resource),
    resources: await resourceOptions(scene),
    types: await typeOptions(scene, concerned),
  };
  const hasGrants = scene.resources.some(({ grants }) => grants);
  const grants =
    hasGrants && scene.teamId !== undefined ? await grantOptions(context, scene.resources, scene.teamId) : undefined;
  return {
    ...base,
    ...blockedBy(scene, resource, options),
    ...options,
    ...(grants ? { grants } : {}),
    existing: await existing(scene, resource),
  };
}
