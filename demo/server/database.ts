import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';

/**
 * Opens the database in the data folder. A new one is prepared beside its place and moved there whole, so that a process
 * that dies meanwhile leaves none that is half made.
 */
export async function openDatabase(dataFolder: string): Promise<Sql> {
  const folder = join(dataFolder, 'pglite');
  if (!existsSync(folder)) {
    const draft = `${folder}.new`;
    rmSync(draft, { recursive: true, force: true });
    await (await openPglite(draft)).close();
    renameSync(draft, folder);
  }
  return openPglite(folder);
}

/**
 * The same database, with tables of its own under `schema`: one for each marketplace. Closing it closes nothing: the
 * database is shared.
 *
 * @param schema - Lower-case letters and underscores.
 */
export async function inSchema(sql: Sql, schema: string): Promise<Sql> {
  await sql.transaction((run) => run(`create schema if not exists "${schema}"`));
  return {
    transaction: (work) =>
      sql.transaction(async (run) => {
        await run(`set local search_path to "${schema}"`);
        return work(run);
      }),
    close: () => Promise.resolve(),
  };
}
