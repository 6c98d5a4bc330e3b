import type { RunSql, Sql } from './sql.js';
import type { Derived, KindLayout } from './sql-layout.js';

/** The database cannot be used as it is; the message says why, for whoever runs it. */
export class DatabaseVersionError extends Error {
  override readonly name = 'DatabaseVersionError';
}

/** What a store has to know of its database. */
export interface Prepared {
  /** Where writes are told of. */
  channel: string;
  /** What every position begins with. */
  era: string;
}

const oldestServer = 13;

/**
 * What turns a database of an earlier release into one of this, by the version it gets to. Indexes and tables of items are
 * not their affair: those are made anew whenever a kind's definition asks for other ones.
 */
const migrations: Record<number, (run: RunSql) => Promise<void>> = {
  // Version 1 kept no record of its version, numbered events by a sequence, and had indexes that are made anew here.
  async 2(run) {
    const indexes = await run(
      `select quote_ident(indexname) as name from pg_indexes
       where schemaname = current_schema() and tablename like 'latchkey\\_%' and indexname not like '%\\_pkey'`,
    );
    for (const { name } of indexes) await run(`drop index ${String(name)}`);
    await run('drop sequence latchkey_sequence');
    // The reference data plane kept one secret to a credential, and calls of every resource needed a grant.
    const [registry] = await run(`select to_regclass('latchkey_registered_credential') is not null as found`);
    if (registry?.['found'] === true)
      await run(
        `update latchkey_registered_credential set record = (record - array['secretHash', 'clientId', 'resourceIds'])
         || jsonb_build_object(
           'handles', jsonb_build_array(coalesce(record->'clientId', record->'secretHash')),
           'secrets', jsonb_build_array(jsonb_build_object('hash', record->'secretHash')),
           'resources', (select coalesce(jsonb_agg(jsonb_build_object('id', item.resource, 'grantRequired', true)), '[]')
             from jsonb_array_elements(record->'resourceIds') item(resource)))
         where record ? 'secretHash'`,
      );
  },

  // What lists are ordered by; digits are written out at the next change of the credential.
  async 3(run) {
    const [credentials] = await run(`select to_regclass('latchkey_credential') is not null as found`);
    if (credentials?.['found'] === true)
      await run(
        `update latchkey_credential set record = record || jsonb_build_object('sortName', lower(record->>'name'))
         where not record ? 'sortName'`,
      );
  },
};

const newest = Math.max(...Object.keys(migrations).map(Number));

/** Brings what all stores of a schema share to this release's version. */
async function migrate(run: RunSql): Promise<void> {
  const [server] = await run(`select current_setting('server_version_num')::int / 10000 as version`);
  if (Number(server?.['version']) < oldestServer)
    throw new DatabaseVersionError(`Latchkey needs PostgreSQL ${oldestServer} or newer.`);
  const [first] = await run(`select to_regclass('latchkey_sequence') is not null as found`);
  await run(`create table if not exists latchkey_version
    (version integer primary key, applied_at timestamptz not null default now())`);
  await run(`create table if not exists latchkey_derived
    (kind text, name text, definition jsonb not null, primary key (kind, name))`);
  await run('create table if not exists latchkey_era (era integer primary key, cluster text not null)');
  const [applied] = await run('select max(version) as version from latchkey_version');
  const current = (applied?.['version'] as number | null) ?? (first?.['found'] === true ? 1 : newest);
  if (current > newest)
    throw new DatabaseVersionError(
      `The database was used by a newer Latchkey (its version is ${current}, this one knows ${newest}). ` +
        'Use that release, or another database.',
    );
  for (let version = current + 1; version <= newest; version++) await migrations[version]?.(run);
  await run('insert into latchkey_version (version) values ($1::int) on conflict do nothing', [newest]);
}

/** Makes the kinds' tables, and what is derived from their definitions where that is not what there is. */
async function makeKinds(run: RunSql, layouts: readonly KindLayout[]): Promise<void> {
  const tables = await run('select tablename as name from pg_tables where schemaname = current_schema()');
  const existing = new Set(tables.map(({ name }) => name));
  const derived = await run('select kind, name, definition from latchkey_derived');
  for (const layout of layouts) {
    if (!existing.has(layout.name))
      await run(`create table ${layout.table} (id text collate "C" primary key, record jsonb not null)`);
    const wanted = new Map(layout.derived().map((each) => [each.name, each]));
    for (const { name, definition } of derived.filter(({ kind }) => kind === layout.kind)) {
      const { make, drop } = definition as Pick<Derived, 'make' | 'drop'>;
      if (JSON.stringify(wanted.get(String(name))?.make) === JSON.stringify(make)) {
        wanted.delete(String(name));
        continue;
      }
      for (const statement of drop) await run(statement);
      await run('delete from latchkey_derived where kind = $1 and name = $2', [layout.kind, name]);
    }
    for (const { name, make, drop } of wanted.values()) {
      for (const statement of [...drop, ...make]) await run(statement);
      const definition = JSON.stringify({ make, drop });
      await run('insert into latchkey_derived values ($1, $2, $3::text::jsonb)', [layout.kind, name, definition]);
    }
  }
}

/**
 * What positions of this time begin with. They count on the server's transaction ids, which go on from anywhere when the
 * data is restored into another server: an era then begins, and its positions are behind all earlier ones.
 */
async function currentEra(run: RunSql): Promise<string> {
  const [server] = await run('select system_identifier::text as cluster from pg_control_system()');
  const [last] = await run('select era, cluster from latchkey_era order by era desc limit 1');
  let era = Number(last?.['era'] ?? 100);
  if (last?.['cluster'] !== server?.['cluster']) {
    if (last) era++;
    await run('insert into latchkey_era values ($1::int, $2)', [era, server?.['cluster']]);
  }
  return String(era);
}

/**
 * Makes the database ready for a store: tables of the present version, with what an earlier release left in them. Several
 * processes may do so at once: one after the other.
 *
 * @throws {DatabaseVersionError}
 */
export function prepareDatabase(sql: Sql, layouts: readonly KindLayout[]): Promise<Prepared> {
  return sql.transaction(async (run) => {
    await run(`select pg_advisory_xact_lock(hashtextextended('latchkey', 0))`);
    if (sql.schema !== undefined) {
      const schemas = await run('select 1 from pg_namespace where nspname = $1', [sql.schema]);
      if (schemas.length === 0) await run(`create schema "${sql.schema}"`);
      await run(`set local search_path to "${sql.schema}"`);
    }
    await migrate(run);
    await makeKinds(run, layouts);
    const [names] = await run(`select 'latchkey_' || md5(current_schema()) as channel`);
    return { channel: String(names?.['channel']), era: await currentEra(run) };
  });
}
