import type { Narrowing, Query } from '../store.js';
import { expressions, snake, type IndexLayout, type KindLayout } from './sql-layout.js';

/** A statement and its values. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** How many combinations of values a list is put together from, before the less telling fields are only checked. */
const mostCombinations = 64;

/** What a query asks of text and list fields: field → the values, one of which is wanted; none twice. */
function wantedValues(query: Query): Map<string, string[]> {
  const wanted = new Map<string, string[]>();
  for (const [field, value] of Object.entries(query.where ?? {}))
    if (value !== undefined) wanted.set(field, typeof value === 'string' ? [value] : [...new Set(value)]);
  return wanted;
}

/** Puts one statement together. */
class Builder {
  readonly values: unknown[] = [];
  readonly #layout: KindLayout;
  readonly #query: Query;
  readonly #wanted: Map<string, string[]>;
  readonly #index: IndexLayout | undefined;
  /** Fields of several values: each is joined in as a table of its values. */
  readonly #several: string[] = [];

  constructor(layout: KindLayout, query: Query, wanted: Map<string, string[]>) {
    this.#layout = layout;
    this.#query = query;
    this.#wanted = wanted;
    if (wanted.has('id') || query.by !== undefined) return;
    this.#index = layout.indexes.find(({ fields }) => fields.every((field) => wanted.has(field)));
    if (!this.#index) return;
    const carried = layout.narrow.filter((field) => wanted.has(field) && !this.#index?.fields.includes(field));
    let combinations = 1;
    for (const [rank, field] of [...this.#index.fields, ...carried].entries()) {
      const count = wanted.get(field)?.length ?? 1;
      const needed = rank < this.#index.fields.length;
      if (count === 1 || (!needed && combinations * count > mostCombinations)) continue;
      combinations *= count;
      this.#several.push(field);
    }
  }

  /** The records, or with `count` how many. */
  text(count: boolean): string {
    const several = this.#several.map((field, at) => {
      const name = `v${at}`;
      return { name, from: `unnest(${this.#value(this.#wanted.get(field))}::text[]) ${name}(v)` };
    });
    const inner = this.#rows(count);
    // With several values of a list field, one record can be found by more than one of them.
    const repeats = this.#index?.listField !== undefined && this.#several.includes(this.#index.listField);
    const found = repeats ? 'distinct on (found.key) found.*' : 'found.*';
    const order = count && !repeats ? '' : ` order by found.key${this.#direction}`;
    const rows =
      several.length === 0
        ? inner
        : `select ${found} from ${several.map(({ from }) => from).join(' cross join ')}
           cross join lateral (${inner}) found${order}${this.#limit}`;
    return count ? `select count(*)::int as count from (${rows}) counted` : rows;
  }

  /** Numbers up to a limit are found by their own index first, and what is found is put in order then. */
  get #goesByNumber(): boolean {
    const { atMost, by, order } = this.#query;
    return atMost !== undefined && !this.#index && by === undefined && order !== 'descending';
  }

  get #direction(): string {
    return this.#query.order === 'descending' ? ' desc' : '';
  }

  get #limit(): string {
    return this.#query.limit === undefined ? '' : ` limit ${this.#value(this.#query.limit)}::int`;
  }

  #value(item: unknown): string {
    return `$${this.values.push(item)}`;
  }

  /** The records for one combination of values, in order. */
  #rows(count: boolean): string {
    const { table, definition } = this.#layout;
    const { by, after, before } = this.#query;
    const listField = this.#index?.listField;
    const key = this.#index?.key ?? 'id';
    const parts = [...this.#wanted].map(([field, values]) => this.#condition(field, values));
    if (after !== undefined) parts.push(`${key} ${this.#direction ? '<' : '>'} ${this.#value(after)}`);
    if (before !== undefined) parts.push(`${key} < ${this.#value(before)}`);
    for (const [field, most] of Object.entries(this.#query.atMost ?? {}))
      parts.push(`${expressions.number(field)} <= ${this.#value(most)}::bigint`);
    for (const field of this.#query.absent ?? []) parts.push(`not record ? '${field}'`);
    if (this.#query.contains !== undefined && definition.search !== undefined) {
      const pattern = `%${this.#query.contains.replace(/[\\%_]/g, '\\$&')}%`;
      parts.push(`${expressions.text(definition.search)} ilike ${this.#value(pattern)}`);
    }
    if (by !== undefined) parts.push(`${expressions.number(by)} is not null`);
    // For a count, the items alone may do.
    const needsRecords = !count || parts.some((part) => part.includes('record'));
    const items = listField === undefined ? '' : `${this.#layout.itemTable(listField)} items`;
    const from = items === '' ? table : needsRecords ? `${items} join ${table} kept on kept.id = items.id` : items;
    const order =
      by === undefined ? key + this.#direction : `${expressions.number(by)}${this.#direction}, id${this.#direction}`;
    const where = parts.length === 0 ? '' : ` where ${parts.join(' and ')}`;
    const columns = count ? `${key} as key` : `${key} as key, record`;
    const found = `select ${columns} from ${from}${where}`;
    if (this.#goesByNumber)
      return count ? found + this.#limit : `select * from (${found} offset 0) found order by key${this.#limit}`;
    return `${found} order by ${order}${this.#limit}`;
  }

  /** That a field has one of the values; where the index has the field, in the index's own words. */
  #condition(field: string, values: readonly string[]): string {
    if (field === 'id') return `id = any(${this.#value(values)}::text[])`;
    const index = this.#index;
    const at = this.#several.indexOf(field);
    if (index?.listField === field) return `items.item = ${at < 0 ? this.#value(values[0]) : `v${at}.v`}`;
    if (this.#layout.definition.list?.includes(field))
      return `${expressions.list(field)} ?| ${this.#value(values)}::text[]`;
    const column =
      index?.listField !== undefined && this.#layout.itemColumns(index.listField).includes(field)
        ? `items.${snake(field)}`
        : expressions.text(field);
    if (at >= 0) return `${column} = v${at}.v`;
    return values.length === 1
      ? `${column} = ${this.#value(values[0])}`
      : `${column} = any(${this.#value(values)}::text[])`;
  }
}

function build(layout: KindLayout, query: Query, count: boolean): Statement | undefined {
  const wanted = wantedValues(query);
  if ([...wanted.values()].some((values) => values.length === 0)) return undefined;
  const builder = new Builder(layout, query, wanted);
  const text = builder.text(count);
  return { text, values: builder.values };
}

/** All that matches, put in order by a field, those without it last. */
function sortedStatement(layout: KindLayout, { sort, after, limit, ...query }: SortedQuery): Statement | undefined {
  const all = build(layout, query, false);
  if (!all) return undefined;
  const { field, type, after: last } = sort;
  const values = [...all.values];
  const value = (item: unknown): string => `$${values.push(item)}`;
  const rank = expressions[type](field);
  const [beyond, direction] = query.order === 'descending' ? ['<', ' desc'] : ['>', ''];
  const parts: string[] = [];
  if (after !== undefined) {
    const id = `record->>'id' collate "C" ${beyond} ${value(after)}`;
    const cast = type === 'number' ? '::bigint' : '::text';
    const same = last === undefined || last === null ? '' : value(last) + cast;
    parts.push(
      same === ''
        ? `${rank} is null and ${id}`
        : `(${rank} is null or ${rank} ${beyond} ${same} or (${rank} = ${same} and ${id}))`,
    );
  }
  const where = parts.length === 0 ? '' : ` where ${parts.join(' and ')}`;
  const end = limit === undefined ? '' : ` limit ${value(limit)}::int`;
  return {
    text: `select record from (${all.text}) matching${where}
      order by ${rank} is null, ${rank}${direction}, record->>'id' collate "C"${direction}${end}`,
    values,
  };
}

type SortedQuery = Query & Required<Pick<Query, 'sort'>>;

const isSorted = (query: Query): query is SortedQuery => query.sort !== undefined;

/**
 * The statement for a list: rows `record`, in order; `undefined` if nothing can match. It goes by one index, in that
 * index's order, and stops at the limit, however many records match: for a field of several values once per value, and
 * what that finds is merged.
 */
export const listStatement = (layout: KindLayout, query: Query): Statement | undefined =>
  isSorted(query) ? sortedStatement(layout, query) : build(layout, query, false);

/** The statement for a count: one row `count`. A limit is where it stops counting. */
export const countStatement = (layout: KindLayout, query: Query): Statement | undefined => build(layout, query, true);

/** The statement for counts by a text or list field: rows `value` and `count`. */
export function countByStatement(layout: KindLayout, query: Narrowing, field: string): Statement | undefined {
  const all = build(layout, query, false);
  if (!all) return undefined;
  const each = layout.definition.list?.includes(field)
    ? `cross join lateral jsonb_array_elements_text(${expressions.list(field)}) each(value)`
    : `cross join lateral (select record->>'${field}') each(value)`;
  const text = `select value, count(*)::int as count from (${all.text}) matching ${each}
    where value is not null group by value`;
  return { text, values: all.values };
}
