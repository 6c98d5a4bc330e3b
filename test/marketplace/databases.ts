import { after, it } from 'node:test';
import { ensurePostgres, startPostgres } from '../../.ci/postgres.mjs';
import type { Sql } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { openPostgres, type PostgresOptions } from '../../src/marketplace/stores/postgres.js';

/** The server that all test files share: its address, or in words why there is none. Without it each starts its own. */
const shared = process.env['LATCHKEY_TEST_POSTGRES'];

/** Why there is no PostgreSQL server to test on, if there is none. */
export const noPostgres = ((): string | undefined => {
  if (shared !== undefined) return shared.startsWith('postgres') ? undefined : shared;
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

async function ownDatabase(): Promise<string> {
  const server = shared === undefined ? await startPostgres() : { url: shared, stop: async () => undefined };
  ends.push(() => server.stop());
  const name = `latchkey_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await administer(server.url, `create database ${name}`);
  ends.push(() => administer(server.url, `drop database if exists ${name} with (force)`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** What no transaction can do. */
async function administer(url: string, statement: string): Promise<void> {
  const { default: postgres } = await import('postgres');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(statement);
  await sql.end();
}

let url: Promise<string> | undefined;

/** The address of a database that this test file has to itself; it goes when the file's tests have ended. */
export const postgresUrl = (): Promise<string> => (url ??= ownDatabase());

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
