import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSqlStore, type Sql, type Vault } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { openPostgres } from '../../src/marketplace/stores/postgres.js';
import { ConfigError } from './config.js';

/**
 * Opens the database in the data folder. A new one is prepared beside its place and moved there whole, so that a process
 * that dies meanwhile leaves none that is half made.
 */
async function openInFolder(dataFolder: string): Promise<Sql> {
  const folder = join(dataFolder, 'pglite');
  if (!existsSync(folder)) {
    const draft = `${folder}.new`;
    rmSync(draft, { recursive: true, force: true });
    await (await openPglite(draft)).close();
    renameSync(draft, folder);
  }
  return openPglite(folder);
}

/** What the server, or the way to it, says: none of it holds the address's password. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? reasonOf(cause) : message;
}

/**
 * Opens the database: a server's, which other processes may use at the same time, or the one in the data folder.
 *
 * @throws {ConfigError} if the server cannot be reached or refuses.
 */
export async function openDatabase(dataFolder: string, url?: string): Promise<Sql> {
  if (url === undefined) return openInFolder(dataFolder);
  try {
    return await openPostgres(url);
  } catch (error) {
    throw new ConfigError(`The database that DATABASE_URL names cannot be used: ${reasonOf(error)}`);
  }
}

/**
 * The same database, with tables of its own under `schema`: one for each marketplace. Closing it closes nothing: the
 * database is shared.
 *
 * @param schema - Lower-case letters and underscores.
 */
export const inSchema = (sql: Sql, schema: string): Sql => ({ ...sql, schema, close: () => Promise.resolve() });

const checkId = 'vault';

/** A secret that a release before this check sealed, if there is one. */
async function earlierSecret(sql: Sql): Promise<{ id: string; sealed: string } | undefined> {
  return sql.transaction(async (run) => {
    const tables = await run(
      `select quote_ident(schemaname) as schema from pg_tables where tablename = 'latchkey_secret'`,
    );
    for (const { schema } of tables) {
      const [row] = await run(`select id, record->>'sealed' as sealed from ${String(schema)}.latchkey_secret limit 1`);
      if (row) return row as { id: string; sealed: string };
    }
    return undefined;
  });
}

/**
 * Makes sure that the key at hand is the one that the database's secrets are sealed with: the first one stays.
 *
 * @throws {ConfigError}
 */
export async function checkVault(sql: Sql, vault: Vault): Promise<void> {
  const store = await createSqlStore<{ check: { id: string; sealed: string } }>(sql, { check: {} });
  const earlier = await earlierSecret(sql);
  const sealed = await vault.seal('', checkId);
  const check = await store.write(async (tx) => {
    const kept = (await tx.get('check', checkId)) ?? earlier;
    if (!kept) await tx.put('check', { id: checkId, sealed });
    return kept;
  });
  if (!check) return;
  try {
    await vault.open(check.sealed, check.id);
  } catch {
    throw new ConfigError(
      'The secrets in the database are sealed with another key. Start with the LATCHKEY_SECRET_KEY, or the data folder, ' +
        'that they were sealed with.',
    );
  }
  if (check === earlier) await store.write((tx) => tx.put('check', { id: checkId, sealed }));
}
