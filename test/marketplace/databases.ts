import { after, it } from 'node:test';
import { ensurePostgres, startPostgres } from '../../.ci/postgres.mjs';
import type { Sql } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { openPostgres, type PostgresOptions } from '../../src/marketplace/stores/postgres.js';

/** Why there is no PostgreSQL server to test on, if there is none; whoever runs all test files has found out. */
export const noPostgres = ((): string | undefined => {
  const known = process.env['LATCHKEY_NO_POSTGRES'];
  if (known !== undefined) return known;
  try {
    ensurePostgres();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
})();

// Said once in each file: its tests on PostgreSQL are not there to be skipped one by one.
if (noPostgres !== undefined) it('on a PostgreSQL server', { skip: noPostgres });

const ends: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of ends.reverse()) await end();
});

async function ownServer(): Promise<string> {
  const server = await startPostgres();
  ends.push(() => server.stop());
  return server.url;
}

let url: Promise<string> | undefined;

/** The address of a database that this test file has to itself; it goes when the file's tests have ended. */
export const postgresUrl = (): Promise<string> => (url ??= ownServer());

/** A connection pool to that database, closed when the file's tests have ended. */
export async function openTestPostgres(options?: PostgresOptions): Promise<Sql> {
  const sql = await openPostgres(await postgresUrl(), options);
  ends.push(() => sql.close());
  return sql;
}

/** The databases that a store on SQL is tested on: each is this test file's own, and kept from one call to the next. */
export const databases: Record<string, () => Promise<Sql>> = {};

let pglite: Promise<Sql> | undefined;
databases['pglite'] = () =>
  (pglite ??= openPglite().then((sql) => {
    ends.push(() => sql.close());
    return sql;
  }));

let server: Promise<Sql> | undefined;
if (noPostgres === undefined) databases['postgres'] = () => (server ??= openTestPostgres());

/** The same database with tables of its own. Closing it closes nothing. */
export const ownTables = (sql: Sql): Sql => ({
  ...sql,
  schema: `own_${Math.random().toString(36).slice(2)}`,
  close: async () => undefined,
});

/** Another pool's way to the tables of a database: what a second process has. */
export const sameTables = (sql: Sql, other: Sql): Sql => ({
  ...other,
  ...(sql.schema === undefined ? {} : { schema: sql.schema }),
});

/** Takes everything out of a database's tables. */
export const empty = (sql: Sql): Promise<void> =>
  sql.transaction(async (run) => {
    const tables = await run(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where tablename like 'latchkey\\_%' and tablename not in ('latchkey_version', 'latchkey_derived', 'latchkey_era')`,
    );
    if (tables.length > 0) await run(`truncate ${tables.map(({ name }) => name).join()}`);
  });
