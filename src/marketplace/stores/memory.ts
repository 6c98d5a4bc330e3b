import type {
  KindDefinition,
  KindDefinitions,
  Narrowing,
  Query,
  Reader,
  Store,
  StoredRecord,
  Writer,
} from '../store.js';

/** Whether a record is one that the query asks for, `after`, `before` and `limit` aside. */
function matches(definition: KindDefinition, record: Record<string, unknown>, query: Query): boolean {
  for (const [field, wanted] of Object.entries(query.where ?? {})) {
    if (wanted === undefined) continue;
    const values = typeof wanted === 'string' ? [wanted] : wanted;
    const actual = record[field];
    const found = definition.list?.includes(field)
      ? ((actual ?? []) as string[]).some((value) => values.includes(value))
      : values.includes(actual as string);
    if (!found) return false;
  }
  for (const [field, most] of Object.entries(query.atMost ?? {})) {
    const actual = record[field];
    if (typeof actual !== 'number' || actual > most) return false;
  }
  if (query.absent?.some((field) => record[field] !== undefined)) return false;
  if (query.contains !== undefined && definition.search !== undefined) {
    const text = record[definition.search];
    return typeof text === 'string' && text.toLowerCase().includes(query.contains.toLowerCase());
  }
  return true;
}

type Rank = string | number | undefined;

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of a query: of two records by their rank, without one last, and by their ids where that is the same. */
function ordered(query: Query): (a: [Rank, string], b: [Rank, string]) => number {
  const sign = query.order === 'descending' ? -1 : 1;
  return ([rankA, idA], [rankB, idB]) => {
    if ((rankA === undefined) !== (rankB === undefined)) return rankA === undefined ? 1 : -1;
    return sign * (compare(rankA ?? 0, rankB ?? 0) || compare(idA, idB));
  };
}

/** Positions look like those of a store on PostgreSQL: see there. */
const position = (count: number): string => `1${String(count).padStart(26, '0')}`;

type Table = Map<string, StoredRecord>;

/** A transaction over the committed tables: sees its own changes; they count once `commit` is called. */
class MemoryTransaction<Kinds> implements Writer<Kinds> {
  readonly #tables: Map<keyof Kinds, Table>;
  readonly #definitions: KindDefinitions<Kinds>;
  readonly #changes = new Map<keyof Kinds, Map<string, StoredRecord | undefined>>();
  readonly #counter: { value: number };
  #count: number;

  constructor(tables: Map<keyof Kinds, Table>, definitions: KindDefinitions<Kinds>, counter: { value: number }) {
    this.#tables = tables;
    this.#definitions = definitions;
    this.#counter = counter;
    this.#count = counter.value;
  }

  get dirty(): boolean {
    return this.#changes.size > 0;
  }

  async get<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<Kinds[Kind] | undefined> {
    const changes = this.#changes.get(kind);
    const record = changes?.has(id) ? changes.get(id) : this.#tables.get(kind)?.get(id);
    return structuredClone(record) as Kinds[Kind] | undefined;
  }

  async list<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<Kinds[Kind][]> {
    const { after, before, by, sort } = query;
    const field = by ?? sort?.field;
    const rank = (record: StoredRecord): [Rank, string] => [
      field === undefined ? 0 : ((record as unknown as Record<string, unknown>)[field] as Rank),
      record.id,
    ];
    const order = ordered(query);
    const isBehind = (record: StoredRecord, id: string): boolean =>
      sort
        ? order(rank(record), [sort.after ?? undefined, id]) > 0
        : query.order === 'descending'
          ? record.id < id
          : record.id > id;
    const found = this.#matching(kind, query)
      .filter((record) => after === undefined || isBehind(record, after))
      .filter(({ id }) => before === undefined || id < before)
      .sort((a, b) => order(rank(a), rank(b)));
    return structuredClone(found.slice(0, query.limit)) as Kinds[Kind][];
  }

  async count<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<number> {
    return Math.min(this.#matching(kind, query).length, query.limit ?? Infinity);
  }

  async countBy<Kind extends keyof Kinds>(kind: Kind, query: Narrowing, field: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const record of this.#matching(kind, query))
      for (const value of [(record as unknown as Record<string, unknown>)[field] ?? []].flat() as string[])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  async put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<void> {
    const stored = structuredClone(record) as StoredRecord;
    const unique = this.#definitions[kind].unique;
    const value = unique === undefined ? undefined : (stored as unknown as Record<string, unknown>)[unique];
    if (unique !== undefined && typeof value === 'string') {
      const twin = this.#matching(kind, { where: { [unique]: value } }).find(({ id }) => id !== stored.id);
      if (twin) throw new Error(`two records of kind ${String(kind)} with one ${unique}`);
    }
    this.#change(kind, stored.id, stored);
  }

  async add<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<boolean> {
    if (await this.get(kind, (record as StoredRecord).id)) return false;
    await this.put(kind, record);
    return true;
  }

  async remove<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<void> {
    this.#change(kind, id, undefined);
  }

  async position(): Promise<string> {
    return position(++this.#count);
  }

  async settled(): Promise<string> {
    return position(this.#counter.value + 1);
  }

  commit(): void {
    for (const [kind, changes] of this.#changes) {
      const table = this.#tables.get(kind) ?? new Map<string, StoredRecord>();
      this.#tables.set(kind, table);
      for (const [id, record] of changes) {
        if (record) table.set(id, record);
        else table.delete(id);
      }
    }
    this.#counter.value = this.#count;
  }

  #change(kind: keyof Kinds, id: string, record: StoredRecord | undefined): void {
    const changes = this.#changes.get(kind) ?? new Map<string, StoredRecord | undefined>();
    this.#changes.set(kind, changes.set(id, record));
  }

  #matching(kind: keyof Kinds, query: Query): StoredRecord[] {
    const changes = this.#changes.get(kind);
    const committed = [...(this.#tables.get(kind)?.values() ?? [])];
    const current = changes
      ? [
          ...committed.filter(({ id }) => !changes.has(id)),
          ...[...changes.values()].filter((record) => record !== undefined),
        ]
      : committed;
    return current.filter((record) => {
      const fields = record as unknown as Record<string, unknown>;
      const ranked = query.by === undefined || fields[query.by] !== undefined;
      return ranked && matches(this.#definitions[kind], fields, query);
    });
  }
}

/** A store in memory: for pages, mocks and tests. Transactions run one after the other. */
export function createMemoryStore<Kinds>(definitions: KindDefinitions<Kinds>): Store<Kinds> {
  const tables = new Map<keyof Kinds, Table>();
  const counter = { value: 0 };
  const callbacks = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    read: (work: (reader: Reader<Kinds>) => Promise<unknown>) =>
      inTurn(() => work(new MemoryTransaction(tables, definitions, counter))),
    write: async (work: (writer: Writer<Kinds>) => Promise<unknown>) => {
      const [result, dirty] = await inTurn(async () => {
        const transaction = new MemoryTransaction(tables, definitions, counter);
        const value = await work(transaction);
        transaction.commit();
        return [value, transaction.dirty] as const;
      });
      if (dirty) for (const callback of callbacks) callback();
      return result;
    },
    onWrite: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    close: async () => callbacks.clear(),
  } as Store<Kinds>;
}
