import type { Grant, GrantChoice, GrantOption, Ref } from '../../contract/index.js';
import type { CredentialRecord, GrantPolicy, GrantRecord, ResourceRecord, ScopeRecord } from '../records.js';
import { of, referred, refuse, type ReadContext } from './context.js';

const refs = (scopes: readonly ScopeRecord[]): Ref[] => scopes.map(({ id, name }) => ({ id, name }));

/** Whether there is anything to choose: a level with one scope leaves no choice (SPEC M2). */
const isLocked = ({ locked }: GrantPolicy, scopes: readonly unknown[]): boolean => locked || scopes.length === 1;

/** What can be granted of the resources that are granted in parts, to a credential of the team (SPEC M2). */
export async function grantOptions(
  { tx }: ReadContext,
  resources: readonly ResourceRecord[],
  teamId: string,
): Promise<GrantOption[]> {
  const scopes = await tx.list('scope', { where: { teamId } });
  return resources.flatMap(({ id, name, grants }) => {
    if (!grants) return [];
    const atLevel = scopes.filter(({ level }) => level === grants.level);
    return [
      {
        resource: { id, name },
        permissions: grants.permissions.map(({ methods: _, ...permission }) => permission),
        scope: { level: grants.level, items: refs(atLevel), locked: isLocked(grants, atLevel) },
      },
    ];
  });
}

/**
 * What a person chose to grant, checked against what can be granted.
 *
 * @throws {ApiError} `validation-failed` with a pointer to the choice that cannot be.
 */
export function readGrants(choices: readonly GrantChoice[], options: readonly GrantOption[]): GrantRecord[] {
  return choices.map(({ resourceId, permissionId, scopeIds }, index): GrantRecord => {
    const at = (field: string, reason: string, detail: string): never =>
      refuse({ pointer: `/grants/${index}${field}`, reason, detail });
    const option = options.find(({ resource }) => resource.id === resourceId);
    if (!option) return at('/resourceId', 'unknown', 'No such resource.');
    if (choices.findIndex((choice) => choice.resourceId === resourceId) !== index)
      return at('', 'duplicate', 'This resource is granted already.');
    if (!option.permissions.some(({ id }) => id === permissionId))
      return at('/permissionId', 'unknown', 'Not a permission of this resource.');
    const all = option.scope.items.map(({ id }) => id);
    const wanted = [...new Set(scopeIds ?? (option.scope.locked ? all : []))];
    if (wanted.length === 0) return at('/scopeIds', 'required', 'Choose at least one.');
    if (wanted.some((id) => !all.includes(id))) return at('/scopeIds', 'unknown', 'Not one of the scopes there are.');
    if (option.scope.locked && wanted.length < all.length)
      return at('/scopeIds', 'locked', 'There is nothing to choose.');
    return { resourceId, permissionId, scopeIds: wanted };
  });
}

/** What each of the credentials may do, in words. */
export async function presentGrants(
  { tx }: Pick<ReadContext, 'tx'>,
  records: CredentialRecord[],
  resources: Map<string, ResourceRecord>,
): Promise<(record: CredentialRecord) => Grant[] | undefined> {
  const granted = records.filter(({ grants }) => grants !== undefined);
  const scopes = await referred(tx, 'scope', granted, ({ grants = [] }) => grants.flatMap(({ scopeIds }) => scopeIds));
  return ({ grants }) =>
    grants?.map(({ resourceId, permissionId, scopeIds }): Grant => {
      const { name, grants: policy } = of(resources, resourceId);
      const permission = policy?.permissions.find(({ id }) => id === permissionId);
      const items = scopeIds.flatMap((id) => scopes.get(id) ?? []);
      return {
        resource: { id: resourceId, name },
        permission: { id: permissionId, name: permission?.name ?? permissionId },
        scope: { level: policy?.level ?? 'unknown', items: refs(items), locked: policy?.locked ?? false },
      };
    });
}

/** A grant in a line, for history. */
export const grantsInWords = (grants: readonly Grant[] | undefined): string =>
  (grants ?? [])
    .map(({ resource, permission, scope }) => {
      const scopes = scope.items.map(({ name }) => name).join(', ');
      return `${resource.name}: ${permission.name} (${scopes})`;
    })
    .join('; ');
