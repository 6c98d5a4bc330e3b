import { PGlite } from '@electric-sql/pglite';
import { sessionSettings } from './sql-settings.js';
import type { RunSql, Sql } from './sql.js';

export interface PgliteOptions {
  /** After how many transactions the tables are cleaned of rows that are no more. Default: 20,000. */
  cleanUpAfter?: number;
}

/**
 * PostgreSQL in the process, on a folder; in memory if there is none. It has one connection: transactions run one after
 * the other.
 *
 * @param folder - Made if it does not exist. One process at a time.
 */
export async function openPglite(folder?: string, { cleanUpAfter = 20_000 }: PgliteOptions = {}): Promise<Sql> {
  const db = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const settings = Object.entries(sessionSettings).map(([name, value]) => `set ${name} = ${value};`);
  await db.exec(settings.join(''));
  let transactions = 0;
  let closed: Promise<void> | undefined;

  return {
    async transaction<T>(work: (run: RunSql) => Promise<T>): Promise<T> {
      const result = await db.transaction((transaction) =>
        work(async (text, values) => (await transaction.query<Record<string, unknown>>(text, values)).rows),
      );
      // A server does this by itself, in the background. Where it fails, e.g. while closing, nothing is lost by it.
      if (++transactions % cleanUpAfter === 0) await db.exec('vacuum').catch(() => undefined);
      return result;
    },
    // There is no connection that could be lost: nothing is missed.
    listen: async (channel, callback) => {
      const stop = await db.listen(channel, callback);
      return () => stop();
    },
    close: () => (closed ??= db.close()),
  };
}
