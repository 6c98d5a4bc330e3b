import type { KindDefinition } from '../store.js';

/** An index that a query can go by: where it is, and the columns that come before the id. */
export interface IndexLayout {
  /** The fields a query must name to use it, in the index's order; the list field, if there is one, is the first. */
  fields: readonly string[];
  /** The list field, if the index is on its items. */
  listField?: string;
  /**
   * The id, as this index has it behind the fields. Each index has it in an expression of its own, so that a query that
   * orders by it can go by no other: for a frequent value the planner would otherwise walk the primary key or the index
   * of another field, past any number of records, because it expects to meet enough of them early.
   */
  key: string;
}

/** Something in the database that is made from a kind's definition alone, and made again when that changes. */
export interface Derived {
  name: string;
  make: string[];
  drop: string[];
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const longestName = 63;

/** A name in the database; PostgreSQL would cut a longer one, and two could become one. */
function nameOf(...parts: string[]): string {
  const name = ['latchkey', ...parts.map(snake)].join('_');
  if (name.length > longestName) throw new Error(`too long for PostgreSQL: ${name}`);
  return name;
}

/** Text is compared as bytes: the order of ids is the same everywhere, and no update of a locale breaks an index. */
const text = (field: string): string => `((record->>'${field}') collate "C")`;

/** How the expressions of a query and of the indexes read: they must be the same to the letter. */
export const expressions = {
  text,
  number: (field: string): string => `((record->>'${field}')::bigint)`,
  list: (field: string): string => `(record->'${field}')`,
};

/** What keeps records that lack a field out of an index that no query for them goes by. */
const whereThere = (columns: readonly string[]): string =>
  columns.length === 0 ? '' : ` where ${columns.map((column) => `${column} is not null`).join(' and ')}`;

/** Longer than any id. */
const wholeId = 1000;

/** One kind's place in the database: a table of ids and records, its indexes, and a table of items per list field. */
export class KindLayout {
  readonly kind: string;
  readonly definition: KindDefinition;
  /** The table's name, and as it stands in a statement. */
  readonly name: string;
  readonly table: string;
  /** Those that are there, the first choice first. */
  readonly indexes: readonly IndexLayout[];
  readonly #prefix: string;

  constructor(kind: string, definition: KindDefinition, schema?: string) {
    this.kind = kind;
    this.definition = definition;
    this.#prefix = schema === undefined ? '' : `"${schema}".`;
    this.name = nameOf(kind);
    this.table = this.#prefix + this.name;
    const { text: texts = [], list: lists = [], unique, indexes = [] } = definition;
    const singles = [...lists, ...texts].filter((field) => field !== unique).map((field) => [field]);
    const wanted = [...(unique === undefined ? [] : [[unique]]), ...indexes, ...singles];
    const seen = new Set<string>();
    this.indexes = wanted
      .filter((fields) => !seen.has(fields.join()) && seen.add(fields.join()))
      .map((fields, at) => {
        const listField = fields.find((field) => lists.includes(field));
        if (listField === undefined) return { fields, key: `(left(record->>'id', ${wholeId + at}) collate "C")` };
        return { fields: [listField, ...fields.filter((field) => field !== listField)], listField, key: 'items.id' };
      });
  }

  /** The text fields that each index carries behind the id. */
  get narrow(): readonly string[] {
    return this.definition.narrow ?? [];
  }

  /** The table of a list field's items. */
  itemTable(field: string): string {
    return this.#prefix + nameOf(this.kind, 'item', field);
  }

  /** The text fields that the table of a list field's items has as columns. */
  itemColumns(field: string): string[] {
    const beside = this.indexes.filter(({ listField }) => listField === field).flatMap(({ fields }) => fields.slice(1));
    return [...new Set([...beside, ...this.narrow])];
  }

  /** What there is beside the table itself. */
  derived(): Derived[] {
    return [
      ...this.indexes.filter(({ listField }) => listField === undefined).map((index) => this.#textIndex(index)),
      ...(this.definition.number ?? []).map((field) =>
        this.#index(`create index`, nameOf(this.kind, 'up_to', field), `${expressions.number(field)}, id`),
      ),
      ...(this.definition.list ?? []).map((field) => this.#items(field)),
    ];
  }

  #index(create: string, name: string, columns: string, holding: readonly string[] = []): Derived {
    const qualified = this.#prefix + name;
    return {
      name,
      make: [`${create} ${name} on ${this.table} (${columns})${whereThere(holding)}`],
      drop: [`drop index if exists ${qualified}`],
    };
  }

  #textIndex({ fields, key }: IndexLayout): Derived {
    if (fields[0] === this.definition.unique)
      return this.#index('create unique index', nameOf(this.kind, 'one', ...fields), fields.map(text).join());
    const behind = this.narrow.filter((field) => !fields.includes(field));
    const columns = [...fields.map(text), key, ...behind.map(text)];
    return this.#index('create index', nameOf(this.kind, 'by', ...fields), columns.join(), fields.map(text));
  }

  /**
   * The items of a list field as rows, ordered by id within each item, which no index on the list itself could be. A
   * trigger keeps them, so that whoever writes a record, by whatever way, writes them too.
   */
  #items(field: string): Derived {
    const name = nameOf(this.kind, 'item', field);
    const items = this.itemTable(field);
    const columns = this.itemColumns(field);
    const rows = (id: string, record: string): string =>
      `select distinct item, ${[id, ...columns.map((column) => `${record}->>'${column}'`)].join()}
       from jsonb_array_elements_text(${record}->'${field}') item`;
    const watched = [`record->'${field}'`, ...columns.map((column) => `record->>'${column}'`)];
    const all = (record: 'old' | 'new'): string => `(${watched.map((part) => `${record}.${part}`).join()})`;
    const indexes = this.indexes
      .filter(({ listField }) => listField === field)
      .map(({ fields: [, ...beside] }) => [
        ['item', 'by', field, ...beside],
        [...beside, 'id', ...this.narrow.filter((column) => !beside.includes(column))],
      ]);
    return {
      name,
      make: [
        `create table ${items} (item text collate "C" not null, id text collate "C" not null
         ${columns.map((column) => `, ${snake(column)} text collate "C"`).join('')})`,
        `insert into ${items} select rows.* from ${this.table} kept
         cross join lateral (${rows('kept.id', 'kept.record')}) rows`,
        ...indexes.map(
          ([parts = [], behind = []]) =>
            `create index ${nameOf(this.kind, ...parts)} on ${items} (${['item', ...behind.map(snake)].join()})` +
            whereThere(parts.slice(3).map(snake)),
        ),
        `create function ${items}() returns trigger language plpgsql as $body$ begin
         if tg_op = 'UPDATE' and ${all('old')} is not distinct from ${all('new')} then return null; end if;
         if tg_op <> 'INSERT' then delete from ${items} where id = old.id
           and item in (select jsonb_array_elements_text(old.record->'${field}')); end if;
         if tg_op <> 'DELETE' then insert into ${items} ${rows('new.id', 'new.record')}; end if;
         return null; end $body$`,
        `create trigger ${name} after insert or update or delete on ${this.table}
         for each row execute function ${items}()`,
      ],
      drop: [`drop function if exists ${items}() cascade`, `drop table if exists ${items}`],
    };
  }
}
