import type { CredentialState } from '../../contract/credential.js';
import type { ListCredentials } from '../../contract/credential-params.js';
import type { CredentialList } from './credential-list.js';

/** What a person narrows a list with, the search first. */
export const narrowing = ['query', 'states', 'types', 'risk', 'filterResourceId', 'filterApplicationId'] as const;

/** By what a list can be divided. */
export const facetFields = ['state', 'risk', 'typeId', 'resourceId', 'applicationId'] as const;

/** The words of an attribute. */
const listed = (words: string): string[] | undefined => words.match(/\S+/g) ?? undefined;

/** What the marketplace is asked for a list: the facets too, except those that the list itself is narrowed to. */
export function paramsOf(list: CredentialList): ListCredentials {
  const { environment, audience, applicationId, resourceId, query, states, types, risk, sort } = list;
  const scoped: Record<string, unknown> = { applicationId, resourceId };
  return {
    environment,
    audience,
    applicationId: applicationId ?? list.filterApplicationId,
    resourceId: resourceId ?? list.filterResourceId,
    q: query.trim() || undefined,
    state: listed(states) as CredentialState[] | undefined,
    typeId: listed(types),
    risk,
    sort,
    facets: list.withoutFilters ? undefined : facetFields.filter((field) => scoped[field] === undefined),
  };
}
