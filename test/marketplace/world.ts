import type { Marketplace } from '../../src/contract/index.js';
import {
  createAdjustableClock,
  createKeyRegistry,
  createMarketplace,
  createMemoryStore,
  createSqlStore,
  createVault,
  kinds,
  putSample,
  registryKinds,
  sampleSystems,
  type AdjustableClock,
  type Claim,
  type DataPlane,
  type KeyRegistry,
  type Kinds,
  type ReferenceMarketplace,
  type Refusal,
  type RegistryKinds,
  type ResourceCall,
  type Sql,
  type Store,
  type SystemId,
} from '../../src/marketplace/index.js';
import { databases, empty } from './databases.js';

/** A marketplace with all its parts in reach. */
export interface World {
  marketplace: ReferenceMarketplace;
  store: Store<Kinds>;
  clock: AdjustableClock;
  registry: KeyRegistry;
  as(person: string): Marketplace;
  /** Why the data plane refuses a call, a GET of `orders` unless told; `undefined` if it passes. */
  refusalOf(claim: Claim, call?: Partial<ResourceCall>): Promise<Refusal | undefined>;
}

type Stores = { store: Store<Kinds>; registryStore: Store<RegistryKinds> };

/** Stores on a database that the whole test file shares, emptied for each world: a database takes a second to make. */
async function storesOn(open: () => Promise<Sql>): Promise<Stores> {
  const sql = await open();
  const made = { store: await createSqlStore(sql, kinds), registryStore: await createSqlStore(sql, registryKinds) };
  await empty(sql);
  return made;
}

/** The stores that every test of the engine runs on. */
export const stores: Record<string, () => Promise<Stores>> = {
  memory: async () => ({ store: createMemoryStore(kinds), registryStore: createMemoryStore(registryKinds) }),
  ...Object.fromEntries(Object.entries(databases).map(([name, open]) => [name, () => storesOn(open)])),
};

/** Makes a system's sample marketplace. `wrap` may wrap the registry, e.g. to make it fail. */
export async function createWorld(
  kind: keyof typeof stores = 'memory',
  wrap: (registry: KeyRegistry) => DataPlane = (registry) => registry,
  systemId: SystemId = 'amplify',
): Promise<World> {
  const system = sampleSystems[systemId];
  const clock = createAdjustableClock();
  const { store, registryStore } = await stores[kind]!();
  const registry = createKeyRegistry({ store: registryStore, clock, pairNames: system.pairNames });
  const marketplace = createMarketplace({
    id: 'acme',
    name: 'Acme',
    policy: system.policy,
    store,
    clock,
    vault: await createVault(new Uint8Array(32).fill(7)),
    dataPlane: wrap(registry),
    agent: { attempts: 2, pauseMs: 0 },
  });
  const urls = { gatewayUrl: 'https://gateway.example', tokenUrl: 'https://gateway.example/token' };
  await putSample(store, system.sample({ ...urls, now: clock.now() }));
  await marketplace.agent.work();
  return {
    marketplace,
    store,
    clock,
    registry,
    as: (person) => marketplace.as(system.people.find(({ id }) => id === person)!),
    async refusalOf(claim, call = {}) {
      const caller = await registry.identify(claim);
      return registry.refusal(caller, { resourceId: 'orders', method: 'GET', path: '', query: '', ...call });
    },
  };
}

/** A valid request of Ada's for the resource. */
export const adasRequest = (resourceId = 'orders', applicationId = 'app_shop_web') => ({
  name: `${resourceId} for ${applicationId}`,
  resourceId,
  subscriptionId: 'sub_storefront_gold',
  applicationId,
  data: { purpose: 'try', callsPerDay: 10 },
});

/** A valid credential of Ada's. */
export const adasCredential = (typeId = 'api-key', resourceId = 'orders') => ({
  name: 'CI',
  applicationId: 'app_shop_web',
  resourceId,
  typeId,
  data: {},
});

/** Ada has access to the orders API, and an active credential for it. */
export async function withActiveCredential(world: World, typeId = 'api-key') {
  const ada = world.as('ada');
  const request = await ada.accessRequests.create(adasRequest());
  await world.marketplace.agent.work();
  const { id } = await ada.credentials.create(adasCredential(typeId));
  await world.marketplace.agent.work();
  return { ada, request: await ada.accessRequests.get(request.id), credential: await ada.credentials.get(id) };
}

/** What `assert.rejects` compares an ApiError with. */
export const problem = (code: string, reason?: string) => (error: unknown) => {
  const { code: actual, reason: actualReason } = error as { code?: string; reason?: string };
  if (actual !== code || (reason !== undefined && actualReason !== reason))
    throw new Error(`expected ${code} (${reason ?? 'any reason'}), got ${actual} (${actualReason}): ${String(error)}`);
  return true;
};
