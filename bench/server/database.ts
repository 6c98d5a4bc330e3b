import { startPostgres } from '../../.ci/postgres.mjs';
import { inSchema } from '../../demo/server/database.js';
import type { Marketplace } from '../../src/contract/index.js';
import {
  createKeyRegistry,
  createMarketplace,
  createMemoryStore,
  createSqlStore,
  createVault,
  kinds,
  putSample,
  registryKinds,
  sampleSystems,
  systemClock,
  type Sql,
  type SystemId,
} from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { openPostgres } from '../../src/marketplace/stores/postgres.js';

/** Runs the work on a throw-away PostgreSQL server; where none can be had, on PGlite in memory. */
export async function withDatabase(work: (sql: Sql, name: string) => Promise<void>): Promise<void> {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  try {
    server = await startPostgres();
  } catch (error) {
    console.error(`No PostgreSQL server (${(error as Error).message}): PGlite instead.`);
  }
  const sql = server ? await openPostgres(server.url) : await openPglite();
  try {
    await work(sql, server ? 'PostgreSQL' : 'PGlite');
  } finally {
    await sql.close();
    await server?.stop();
  }
}

/** A system's sample marketplace on a schema of its own. */
export interface BenchMarketplace {
  as(personId: string): Marketplace;
  /** Its database, and the schema's name. */
  own: Sql;
  schema: string;
}

/** Makes one; nothing in it works on promises. */
export async function openBenchMarketplace(sql: Sql, schema: string, systemId: SystemId): Promise<BenchMarketplace> {
  const system = sampleSystems[systemId];
  const { name, policy, people } = system;
  const own = inSchema(sql, schema);
  const store = await createSqlStore(own, kinds);
  const marketplace = createMarketplace({
    id: schema,
    name,
    policy,
    store,
    vault: await createVault(new Uint8Array(32).fill(1)),
    dataPlane: createKeyRegistry({ store: createMemoryStore(registryKinds), clock: systemClock }),
  });
  const url = 'https://gateway.example';
  await putSample(store, system.sample({ gatewayUrl: url, tokenUrl: `${url}/token`, now: Date.now() }));
  return { as: (personId) => marketplace.as(people.find(({ id }) => id === personId)!), own, schema };
}
