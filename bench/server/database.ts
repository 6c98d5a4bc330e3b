import { startPostgres } from '../../.ci/postgres.mjs';
import type { Sql } from '../../src/marketplace/index.js';
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
