import type { AccessRequest } from '../src/contract/access-request.js';
import type { Credential } from '../src/contract/credential.js';
import type { Audience } from '../src/contract/credential-type.js';
import type { ListAccessRequests } from '../src/contract/access-request-params.js';
import type { CredentialOrder, CredentialRisk, ListCredentials } from '../src/contract/credential-params.js';
import type { Facet, Page, Ref } from '../src/contract/primitives.js';
import { day, start } from '../test/elements/fixtures.js';

/** What an item has of a field: ids with their names, or words. */
type Values = readonly (Partial<Ref> | string)[];

/** What narrows a list, each under the name of its parameter. */
type Fields<Item> = Record<string, (item: Item) => Values>;

interface Asked {
  limit?: number | undefined;
  cursor?: string | undefined;
  q?: string | undefined;
  facets?: readonly string[] | undefined;
}

const idOf = (value: Values[number]): string => (typeof value === 'string' ? value : (value.id ?? ''));

/** How the items divide by a field, the most frequent value first. */
function facetOf<Item>(items: readonly Item[], field: string, valuesOf: (item: Item) => Values): Facet {
  const values = new Map<string, Facet['values'][number]>();
  for (const value of items.flatMap(valuesOf)) {
    const id = idOf(value);
    const name = typeof value === 'string' ? undefined : value.name;
    const count = (values.get(id)?.count ?? 0) + 1;
    values.set(id, { value: id, ...(name === undefined ? {} : { name }), count });
  }
  const sorted = [...values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { field, values: sorted };
}

/** One page of the items that fit, with the counts that were asked for: each leaves out what narrows by its own field. */
function answer<Item>(
  items: readonly Item[],
  { limit, cursor = '0', q = '', facets, ...narrowed }: Asked & object,
  { fields, textOf, pageSize }: { fields: Fields<Item>; textOf(item: Item): string; pageSize: number },
): Page<Item> {
  const wanted = new Map(Object.entries(narrowed).filter(([, value]) => value !== undefined));
  const fits = (item: Item, field: string): boolean =>
    !wanted.has(field) ||
    (fields[field]?.(item) ?? []).some((value) => [wanted.get(field)].flat().includes(idOf(value)));
  const found = items.filter((item) => textOf(item).toLowerCase().includes(q.toLowerCase()));
  const without = (left?: string): Item[] =>
    found.filter((item) => Object.keys(fields).every((field) => field === left || fits(item, field)));
  const shown = without();
  const from = Number(cursor);
  const to = from + (limit ?? pageSize);
  return {
    items: shown.slice(from, to),
    total: shown.length,
    ...(to < shown.length ? { next: String(to) } : {}),
    ...(facets && { facets: facets.map((field) => facetOf(without(field), field, fields[field] ?? (() => []))) }),
  };
}

/** What of a credential deserves a look at the start of the fixtures' clock (SPEC C11). */
function risksOf({ state, expiresAt, lastUsedAt }: Credential): CredentialRisk[] {
  const isSoon = expiresAt !== undefined && Date.parse(expiresAt) <= start + 30 * day;
  const risks: [CredentialRisk, boolean][] = [
    ['expiring', isSoon && ['pending', 'active', 'inactive', 'error'].includes(state)],
    ['expired', state === 'expired'],
    ['unused', lastUsedAt === null && ['active', 'inactive', 'expired'].includes(state)],
    ['inactive', state === 'inactive'],
  ];
  return risks.flatMap(([risk, is]) => (is ? [risk] : []));
}

/** What there is may be ordered by; the newest come first as they are. */
const keys: Record<string, (credential: Credential) => string | null | undefined> = {
  name: ({ name }) => name.toLowerCase(),
  used: ({ lastUsedAt }) => lastUsedAt,
  expires: ({ expiresAt }) => expiresAt,
};

function inOrder(credentials: readonly Credential[], order: CredentialOrder = '-created'): Credential[] {
  const keyOf = keys[order.replace('-', '')];
  if (!keyOf) return order === 'created' ? [...credentials].reverse() : [...credentials];
  const keyed = credentials.flatMap((credential) => {
    const key = keyOf(credential);
    return typeof key === 'string' ? [{ credential, key }] : [];
  });
  const direction = order.startsWith('-') ? -1 : 1;
  keyed.sort((a, b) => direction * (a.key < b.key ? -1 : Number(a.key > b.key)));
  // What has no such time comes last.
  return [...new Set([...keyed.map(({ credential }) => credential), ...credentials])];
}

export interface InMemory {
  /** How many are on a page unless it is asked for another number. Default: 50. */
  pageSize?: number;
}

export interface CredentialsInMemory extends InMemory {
  /** Whom types of credentials are for, by their ids; those of other types are for everybody. */
  audiences?: Record<string, Audience>;
}

/** Answers a list of credentials as a marketplace does: narrowed, in order, by pages, and counted. The newest are first. */
export const credentialsInMemory =
  (credentials: readonly Credential[], { pageSize = 50, audiences = {} }: CredentialsInMemory = {}) =>
  ({ sort, ...asked }: ListCredentials = {}): Promise<Page<Credential>> =>
    Promise.resolve(
      answer(inOrder(credentials, sort), asked, {
        fields: {
          environment: ({ environment = '' }) => [environment],
          audience: ({ type }) => [audiences[type.id] ?? asked.audience ?? ''],
          state: ({ state }) => [state],
          risk: risksOf,
          typeId: ({ type }) => [type],
          resourceId: ({ resources, grants = [] }) => [...resources, ...grants.map(({ resource }) => resource)],
          applicationId: ({ application }) => (application ? [application] : []),
        },
        textOf: ({ name, identifiers }) => [name, ...identifiers.map(({ value }) => value)].join('\n'),
        pageSize,
      }),
    );

/** The same for access requests. */
export const requestsInMemory =
  (requests: readonly AccessRequest[], { pageSize = 50 }: InMemory = {}) =>
  (asked: ListAccessRequests = {}): Promise<Page<AccessRequest>> =>
    Promise.resolve(
      answer(requests, asked, {
        fields: {
          state: ({ state }) => [state],
          resourceId: ({ resource }) => [resource],
          applicationId: ({ application }) => [application],
        },
        textOf: ({ name }) => name,
        pageSize,
      }),
    );
