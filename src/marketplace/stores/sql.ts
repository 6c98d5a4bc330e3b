import type { KindDefinition, KindDefinitions, Query, Reader, Store, Writer } from '../store.js';

/** Runs one statement of PostgreSQL with `$1`… for values. */
export type RunSql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** A connection to PostgreSQL: PGlite in the process, or a server. */
export interface Sql {
  /** Runs the work in one transaction, and rolls back if it throws. */
  transaction<T>(work: (run: RunSql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Errors after which a transaction is to be run again: another one was faster. */
const retryable = new Set(['40001', '40P01', '23505']);
const attempts = 50;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const table = (kind: string): string => `latchkey_${snake(kind)}`;
const text = (field: string): string => `(record->>'${field}')`;
const number = (field: string): string => `((record->>'${field}')::bigint)`;
const list = (field: string): string => `(record->'${field}')`;

/**
 * One table per kind: the id, and the record as `jsonb`. Every field that a query may name has an index on the very
 * expression the query uses, followed by the id, which is what lists are ordered by.
 */
function definition(
  kind: string,
  { text: texts = [], list: lists = [], number: numbers = [], unique }: KindDefinition,
): string[] {
  const name = table(kind);
  const index = (field: string, unique_: boolean, on: string): string =>
    `create ${unique_ ? 'unique ' : ''}index if not exists ${name}_${snake(field)} on ${name} ${on}`;
  return [
    `create table if not exists ${name} (id text collate "C" primary key, record jsonb not null)`,
    ...texts.map((field) =>
      field === unique ? index(field, true, `(${text(field)})`) : index(field, false, `(${text(field)}, id)`),
    ),
    ...lists.map((field) => index(field, false, `using gin (${list(field)})`)),
    ...numbers.map((field) => index(field, false, `(${number(field)}, id)`)),
  ];
}

/** The conditions of a query, with their values appended to `values`. */
function conditions(definition_: KindDefinition, query: Query, values: unknown[]): string {
  const value = (item: unknown): string => `$${values.push(item)}`;
  const parts: string[] = [];
  for (const [field, wanted] of Object.entries(query.where ?? {})) {
    if (wanted === undefined) continue;
    const any = value(typeof wanted === 'string' ? [wanted] : [...wanted]);
    if (field === 'id') parts.push(`id = any(${any}::text[])`);
    else if (definition_.list?.includes(field)) parts.push(`${list(field)} ?| ${any}::text[]`);
    else parts.push(`${text(field)} = any(${any}::text[])`);
  }
  for (const [field, most] of Object.entries(query.atMost ?? {}))
    parts.push(`${number(field)} <= ${value(most)}::bigint`);
  if (query.contains !== undefined && definition_.search !== undefined) {
    const pattern = `%${query.contains.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(`${text(definition_.search)} ilike ${value(pattern)}`);
  }
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

class SqlTransaction<Kinds> implements Writer<Kinds> {
  readonly #run: RunSql;
  readonly #definitions: KindDefinitions<Kinds>;
  dirty = false;

  constructor(run: RunSql, definitions: KindDefinitions<Kinds>) {
    this.#run = run;
    this.#definitions = definitions;
  }

  async get<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<Kinds[Kind] | undefined> {
    const [row] = await this.#run(`select record from ${table(String(kind))} where id = $1`, [id]);
    return row?.['record'] as Kinds[Kind] | undefined;
  }

  async list<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<Kinds[Kind][]> {
    const values: unknown[] = [];
    const where = conditions(this.#definitions[kind], query, values);
    const descending = query.order === 'descending';
    const after = query.after === undefined ? '' : ` and id ${descending ? '<' : '>'} $${values.push(query.after)}`;
    const limit = query.limit === undefined ? '' : ` limit $${values.push(query.limit)}::int`;
    const rows = await this.#run(
      `select record from ${table(String(kind))} where ${where}${after} order by id${descending ? ' desc' : ''}${limit}`,
      values,
    );
    return rows.map((row) => row['record'] as Kinds[Kind]);
  }

  async count<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<number> {
    const values: unknown[] = [];
    const where = conditions(this.#definitions[kind], query, values);
    const [row] = await this.#run(`select count(*)::int as count from ${table(String(kind))} where ${where}`, values);
    return row?.['count'] as number;
  }

  async put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<void> {
    this.dirty = true;
    await this.#run(
      `insert into ${table(String(kind))} (id, record) values ($1, $2::jsonb)
       on conflict (id) do update set record = excluded.record`,
      [(record as { id: string }).id, JSON.stringify(record)],
    );
  }

  async remove<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<void> {
    this.dirty = true;
    await this.#run(`delete from ${table(String(kind))} where id = $1`, [id]);
  }

  async sequence(): Promise<number> {
    const [row] = await this.#run(`select nextval('latchkey_sequence')::float8 as value`);
    return row?.['value'] as number;
  }
}

/**
 * A store on PostgreSQL. Writes are serializable transactions: one that loses a race is run again, so that the rules
 * see the world as if nobody else were writing.
 */
export async function createSqlStore<Kinds>(sql: Sql, definitions: KindDefinitions<Kinds>): Promise<Store<Kinds>> {
  const callbacks = new Set<() => void>();

  await sql.transaction(async (run) => {
    await run('create sequence if not exists latchkey_sequence');
    for (const [kind, kindDefinition] of Object.entries<KindDefinition>(definitions))
      for (const statement of definition(kind, kindDefinition)) await run(statement);
  });

  async function write<T>(work: (writer: Writer<Kinds>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let dirty = false;
        const result = await sql.transaction(async (run) => {
          await run('set transaction isolation level serializable');
          const transaction = new SqlTransaction(run, definitions);
          const value = await work(transaction);
          dirty = transaction.dirty;
          return value;
        });
        if (dirty) for (const callback of callbacks) callback();
        return result;
      } catch (error) {
        if (attempt >= attempts || !retryable.has(String((error as { code?: unknown }).code))) throw error;
      }
    }
  }

  return {
    read: (work: (reader: Reader<Kinds>) => Promise<never>) =>
      sql.transaction(async (run) => {
        await run('set transaction isolation level repeatable read read only');
        return work(new SqlTransaction(run, definitions));
      }),
    write,
    onWrite: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    close: async () => {
      callbacks.clear();
      await sql.close();
    },
  };
}
