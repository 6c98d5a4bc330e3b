import type { Ref } from '../../contract/index.js';
import { promise } from '../operations/context.js';
import type { Principal } from '../principal.js';
import type {
  ApplicationRecord,
  Kinds,
  ProductRecord,
  ResourceRecord,
  ScopeRecord,
  SubscriptionRecord,
  TeamRecord,
} from '../records.js';
import type { Store } from '../store.js';

export const storefront: Ref = { id: 'team_storefront', name: 'Storefront' };
export const logistics: Ref = { id: 'team_logistics', name: 'Logistics' };
export const monthMs = 30 * 24 * 60 * 60 * 1000;

/** Where a sample's APIs and tokens are, and when it all began. */
export interface SampleUrls {
  /** Where the data plane serves resources, without a slash at the end. */
  gatewayUrl: string;
  /** Where OAuth clients get their access tokens. */
  tokenUrl: string;
  /** In milliseconds since 1970. */
  now: number;
}

/** A catalogue to try everything with. */
export interface Sample {
  teams: TeamRecord[];
  products: ProductRecord[];
  resources: ResourceRecord[];
  subscriptions: SubscriptionRecord[];
  applications: ApplicationRecord[];
  scopes?: ScopeRecord[];
}

/** The people of the sample marketplaces: two consumers in different teams, one in both, and a provider. */
export const samplePeople: Principal[] = [
  { id: 'ada', name: 'Ada Park', teams: [storefront], roles: ['consumer'] },
  { id: 'ben', name: 'Ben Osei', teams: [logistics], roles: ['consumer'] },
  { id: 'cleo', name: 'Cleo Martin', teams: [storefront, logistics], roles: ['consumer'] },
  { id: 'priya', name: 'Priya Shah', teams: [], roles: ['provider'] },
];

/** The same people with roles of their own, by their ids; who is left out keeps theirs. */
export const peopleWith = (roles: Record<string, string[]>): Principal[] =>
  samplePeople.map((person) => ({ ...person, roles: [...person.roles, ...(roles[person.id] ?? [])] }));

/**
 * Puts the catalogue into the store: products, resources, scopes and teams as they are now, the rest unless it is there.
 */
export function putSample(store: Store<Kinds>, sample: Sample): Promise<void> {
  return store.write(async (tx) => {
    for (const team of sample.teams) await tx.put('team', team);
    for (const product of sample.products) await tx.put('product', product);
    for (const scope of sample.scopes ?? []) await tx.put('scope', scope);
    for (const resource of sample.resources) {
      const { id, exposedAtFirst: exposed } = resource;
      await tx.put('resource', resource);
      if (exposed === undefined || (await tx.get('exposure', id))) continue;
      await tx.put('exposure', { id, exposed, version: 1 });
      await promise(tx, 'resource', id);
    }
    for (const record of sample.subscriptions)
      if (!(await tx.get('subscription', record.id))) await tx.put('subscription', record);
    for (const record of sample.applications)
      if (!(await tx.get('application', record.id))) await tx.put('application', record);
  });
}
