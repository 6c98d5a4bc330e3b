import { StoreUnavailableError } from '../store.js';
import { PostgresListener } from './postgres-listener.js';
import { ConnectionPool } from './postgres-pool.js';
import type { RunSql, Sql } from './sql.js';

/** How a server is used. */
export interface PostgresOptions {
  /** How many connections there may be for transactions; one more listens. Default: 10. */
  connections?: number;
  /** How long to wait for a connection, in milliseconds. Default: 10,000. */
  connectMs?: number;
}

const begin = {
  snapshot: 'begin isolation level repeatable read read only',
  serializable: 'begin isolation level serializable',
  statement: 'begin isolation level read committed',
};

/**
 * A PostgreSQL server, version 13 or newer, that several processes may share. A connection that is lost is replaced when
 * the next one is needed.
 *
 * @param url - `postgres://user:password@host:port/database`; `?sslmode=require` and the like at its end. It must lead to
 * the server itself, or to a pooler that keeps sessions: what is notified is heard on a session.
 * @throws {StoreUnavailableError} if the server cannot be reached; the server's own error if it refuses.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Sql> {
  const { connections = 10, connectMs = 10_000 } = options;
  const pool = new ConnectionPool(url, connections, connectMs);
  const listener = new PostgresListener(url, connectMs);

  async function transaction<T>(
    work: (run: RunSql) => Promise<T>,
    isolation: keyof typeof begin = 'statement',
  ): Promise<T> {
    const connection = await pool.take();
    let committing = false;
    let ending: Promise<unknown> = Promise.resolve();
    try {
      connection.begin(begin[isolation]);
      const result = await work(connection.run);
      ending = connection.run('commit');
      // Nothing can come of the end of a transaction that has only read: nobody needs to wait for it.
      if (isolation === 'snapshot') return result;
      committing = true;
      await ending;
      return result;
    } catch (error) {
      if (!connection.lost) ending = connection.run('rollback');
      if (!committing || !(error instanceof StoreUnavailableError)) throw error;
      throw new StoreUnavailableError('the connection was lost while a write was committed', {
        outcome: 'unknown',
        cause: error.cause,
      });
    } finally {
      ending.catch(() => undefined).finally(() => pool.giveBack(connection));
    }
  }

  let closed: Promise<void> | undefined;
  pool.giveBack(await pool.take()); // says at once if it cannot be
  return {
    transaction,
    listen: (channel, callback) => listener.listen(channel, callback),
    close: () => (closed ??= listener.close().then(() => pool.close())),
  };
}
