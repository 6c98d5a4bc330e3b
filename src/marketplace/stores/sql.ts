import { StoreUnavailableError, type KindDefinition, type KindDefinitions } from '../store.js';
import type { Narrowing, Query, Reader, Store, Writer } from '../store.js';
import { KindLayout } from './sql-layout.js';
import { countByStatement, countStatement, listStatement, type Statement } from './sql-query.js';
import { prepareDatabase } from './sql-setup.js';

/** Runs one statement of PostgreSQL with `$1`… for values; `jsonb` comes back as what it means. */
export type RunSql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** PostgreSQL: in the process, or a server. */
export interface Sql {
  /** The schema its tables are in; the connection's own if absent. Lower-case letters and underscores. */
  readonly schema?: string;
  /**
   * Runs the work in one transaction, and rolls back if it throws. `snapshot` sees the database as it was at one moment
   * and writes nothing; `serializable` is as if nobody else were writing; without either, each statement sees what is
   * committed by then.
   *
   * @throws {StoreUnavailableError} if the connection is lost. Errors of the database itself keep their `code`.
   */
  transaction<T>(work: (run: RunSql) => Promise<T>, isolation?: 'snapshot' | 'serializable'): Promise<T>;
  /**
   * Calls back with what is notified on a channel once this has resolved; with `undefined` if something may have been
   * missed. Returns how to stop.
   */
  listen(channel: string, callback: (payload: string | undefined) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Errors after which a transaction is to be run again: another one was faster. */
const raceLost = new Set(['40001', '40P01']);
/** Two that insert the same are a race, too, but the loser of one finds the other's when it looks again. */
const taken = '23505';
const attemptsIfTaken = 5;
const patienceMs = 30_000;
const longestPauseMs = 50;

/** As PostgreSQL can hold it: it has no NUL, and half a character is none. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
const storableJson = (json: string): string =>
  json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/g, '$1\ufffd');

class SqlTransaction<Kinds> implements Writer<Kinds> {
  /** The kinds it has written. */
  readonly written = new Set<keyof Kinds>();
  readonly #run: RunSql;
  readonly #layouts: ReadonlyMap<keyof Kinds, KindLayout>;
  readonly #era: string;
  #own: string | undefined;
  #positions = 0;
  #failure: unknown;

  constructor(run: RunSql, layouts: ReadonlyMap<keyof Kinds, KindLayout>, era: string) {
    this.#layouts = layouts;
    this.#era = era;
    this.#run = async (text, values = []) => {
      try {
        return await run(text, values.map(storableValue));
      } catch (error) {
        this.#failure ??= error;
        throw error;
      }
    };
  }

  async get<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<Kinds[Kind] | undefined> {
    const [row] = await this.#run(`select record from ${this.#layout(kind).table} where id = $1`, [id]);
    return row?.['record'] as Kinds[Kind] | undefined;
  }

  async list<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<Kinds[Kind][]> {
    const rows = await this.#rows(listStatement(this.#layout(kind), query));
    return rows.map((row) => row['record'] as Kinds[Kind]);
  }

  async count<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<number> {
    const [row] = await this.#rows(countStatement(this.#layout(kind), query));
    return (row?.['count'] as number | undefined) ?? 0;
  }

  async countBy<Kind extends keyof Kinds>(kind: Kind, query: Narrowing, field: string): Promise<Map<string, number>> {
    const rows = await this.#rows(countByStatement(this.#layout(kind), query, field));
    return new Map(rows.map((row) => [row['value'] as string, row['count'] as number]));
  }

  async put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<void> {
    this.written.add(kind);
    await this.#insert(kind, record, 'update set record = excluded.record');
  }

  async add<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<boolean> {
    const added = await this.#insert(kind, record, 'nothing returning id');
    if (added.length > 0) this.written.add(kind);
    return added.length > 0;
  }

  #insert<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind], onConflict: string): ReturnType<RunSql> {
    return this.#run(
      `insert into ${this.#layout(kind).table} (id, record) values ($1, $2::text::jsonb)
       on conflict (id) do ${onConflict}`,
      [(record as { id: string }).id, storableJson(JSON.stringify(record))],
    );
  }

  async remove<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<void> {
    this.written.add(kind);
    await this.#run(`delete from ${this.#layout(kind).table} where id = $1`, [id]);
  }

  /** The transaction's id, and behind it a count: transactions begin in the order of their ids. */
  async position(): Promise<string> {
    this.#own ??= await this.#transactionId('pg_current_xact_id()');
    return this.#own + String(++this.#positions).padStart(6, '0');
  }

  /** The id of the oldest transaction that is still at work: all below it have ended. */
  settled(): Promise<string> {
    return this.#transactionId('pg_snapshot_xmin(pg_current_snapshot())');
  }

  /** Throws if a statement has failed: what came of the others is void, whatever the work made of that. */
  checkWhole(): void {
    if (this.#failure !== undefined) throw this.#failure as Error;
  }

  async #transactionId(expression: string): Promise<string> {
    const [row] = await this.#run(`select lpad(${expression}::text, 20, '0') as id`);
    return this.#era + String(row?.['id']);
  }

  #layout(kind: keyof Kinds): KindLayout {
    const layout = this.#layouts.get(kind);
    if (!layout) throw new Error(`no kind ${String(kind)}`);
    return layout;
  }

  async #rows(statement: Statement | undefined): Promise<Record<string, unknown>[]> {
    return statement ? this.#run(statement.text, statement.values) : [];
  }
}

const storableValue = (value: unknown): unknown =>
  typeof value === 'string' ? storable(value) : Array.isArray(value) ? value.map(storableValue) : value;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets one at a time do its work. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/**
 * A store on PostgreSQL. Writes are serializable transactions: one that loses a race is run again, so that the rules see
 * the world as if nobody else were writing. Several processes may have stores on one database.
 *
 * @throws {DatabaseVersionError} if the database is a newer release's, or too old a server.
 */
export async function createSqlStore<Kinds>(sql: Sql, definitions: KindDefinitions<Kinds>): Promise<Store<Kinds>> {
  const layouts = new Map(
    Object.entries<KindDefinition>(definitions).map(([kind, definition]) => [
      kind as keyof Kinds,
      new KindLayout(kind, definition, sql.schema),
    ]),
  );
  const { channel, era } = await prepareDatabase(sql, [...layouts.values()]);
  const callbacks = new Set<() => void>();
  const callBack = (): void => {
    for (const callback of callbacks) callback();
  };
  const name = crypto.randomUUID();
  const stopListening = await sql.listen(channel, (payload) => {
    const [writer, ...written] = payload?.split(' ') ?? [];
    if (writer === name) return; // Its callbacks were called when it had committed.
    if (payload === undefined || written.some((kind) => layouts.has(kind as keyof Kinds))) callBack();
  });

  async function writeOnce<T>(work: (writer: Writer<Kinds>) => Promise<T>): Promise<T> {
    let written = false;
    const result = await sql.transaction(async (run) => {
      const transaction = new SqlTransaction(run, layouts, era);
      const value = await work(transaction);
      transaction.checkWhole();
      written = transaction.written.size > 0;
      const payload = [name, ...transaction.written].join(' ');
      if (written) await run('select pg_notify($1, $2)', [channel, payload]);
      return value;
    }, 'serializable');
    if (written) callBack();
    return result;
  }

  /** Those that lost a race go on one by one: they would only make each other lose again. */
  const inTurn = createQueue();

  async function write<T>(work: (writer: Writer<Kinds>) => Promise<T>): Promise<T> {
    const end = Date.now() + patienceMs;
    let lost = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await (attempt === 1 ? writeOnce(work) : inTurn(() => writeOnce(work)));
      } catch (error) {
        if (error instanceof StoreUnavailableError) {
          if (lost || error.outcome === 'unknown') throw error;
          lost = true;
          continue;
        }
        const code = String((error as { code?: unknown }).code);
        if (!raceLost.has(code) && !(code === taken && attempt < attemptsIfTaken)) throw error;
        if (Date.now() > end)
          throw new StoreUnavailableError('too many others write the same', { outcome: 'none', cause: error });
        await pause(Math.random() * Math.min(longestPauseMs, 2 ** attempt));
      }
    }
  }

  const readOnce = <T>(work: (reader: Reader<Kinds>) => Promise<T>): Promise<T> =>
    sql.transaction((run) => work(new SqlTransaction(run, layouts, era)), 'snapshot');

  return {
    read: async (work) => {
      try {
        return await readOnce(work);
      } catch (error) {
        if (error instanceof StoreUnavailableError) return readOnce(work);
        throw error;
      }
    },
    write,
    onWrite: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    close: async () => {
      callbacks.clear();
      await stopListening();
      await sql.close();
    },
  };
}
