import { PGlite } from '@electric-sql/pglite';
import type { RunSql, Sql } from './sql.js';

/**
 * PostgreSQL in the process, on a folder; in memory if there is none.
 *
 * @param folder - Made if it does not exist. One process at a time.
 */
export async function openPglite(folder?: string): Promise<Sql> {
  const db = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  return {
    transaction: <T>(work: (run: RunSql) => Promise<T>): Promise<T> =>
      db.transaction((transaction) =>
        work(async (text, values) => (await transaction.query<Record<string, unknown>>(text, values)).rows),
      ),
    close: () => db.close(),
  };
}
