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
  sampleAmplify,
  samplePeople,
  type AdjustableClock,
  type DataPlane,
  type KeyRegistry,
  type Kinds,
  type ReferenceMarketplace,
  type RegistryKinds,
  type Store,
} from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';

/** A marketplace with all its parts in reach. */
export interface World {
  marketplace: ReferenceMarketplace;
  store: Store<Kinds>;
  clock: AdjustableClock;
  registry: KeyRegistry;
  as(person: string): Marketplace;
}

/** One database for a whole test file, emptied for each world: a database takes a second to make. */
let database: ReturnType<typeof openPglite> | undefined;

/** The stores that every test of the engine runs on. */
export const stores: Record<string, () => Promise<{ store: Store<Kinds>; registryStore: Store<RegistryKinds> }>> = {
  memory: async () => ({ store: createMemoryStore(kinds), registryStore: createMemoryStore(registryKinds) }),
  pglite: async () => {
    const sql = await (database ??= openPglite());
    const made = { store: await createSqlStore(sql, kinds), registryStore: await createSqlStore(sql, registryKinds) };
    await sql.transaction(async (run) => {
      const tables = await run(`select tablename from pg_tables where tablename like 'latchkey_%'`);
      await run(`truncate ${tables.map(({ tablename }) => tablename).join()}`);
    });
    return made;
  },
};

/** Makes a marketplace with the sample catalogue. `dataPlane` may wrap the registry, e.g. to make it fail. */
export async function createWorld(
  kind: keyof typeof stores = 'memory',
  wrap: (registry: KeyRegistry) => DataPlane = (registry) => registry,
): Promise<World> {
  const clock = createAdjustableClock();
  const { store, registryStore } = await stores[kind]!();
  const registry = createKeyRegistry({ store: registryStore, clock });
  const marketplace = createMarketplace({
    id: 'acme',
    name: 'Acme',
    store,
    clock,
    vault: await createVault(new Uint8Array(32).fill(7)),
    dataPlane: wrap(registry),
    agent: { attempts: 2, pauseMs: 0 },
  });
  const urls = { gatewayUrl: 'https://gateway.example', tokenUrl: 'https://gateway.example/token' };
  await putSample(store, sampleAmplify({ ...urls, now: clock.now() }));
  return {
    marketplace,
    store,
    clock,
    registry,
    as: (person) => marketplace.as(samplePeople.find(({ id }) => id === person)!),
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
