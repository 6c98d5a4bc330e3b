/** A stored object. What a query may ask for is declared per kind, in a {@link KindDefinition}. */
export interface StoredRecord {
  id: string;
}

/**
 * How one kind of record can be found.
 *
 * - `text`: fields a query can match; their values are strings or absent.
 * - `list`: fields that hold several strings; a query matches when one of them is the wanted one.
 * - `number`: fields a query can compare with `atMost`.
 * - `search`: a field that `contains` looks into.
 * - `unique`: a text field of which no two records may have the same value.
 */
export interface KindDefinition {
  text?: readonly string[];
  list?: readonly string[];
  number?: readonly string[];
  search?: string;
  unique?: string;
}

/** Which records: all that match every part; ordered by id. */
export interface Query {
  /** Field → the value, or the values one of which it must have. */
  where?: Record<string, string | readonly string[] | undefined>;
  /** Number field → the largest value it may have. */
  atMost?: Record<string, number>;
  /** Text that the kind's search field must contain, whatever the case. */
  contains?: string | undefined;
  /** Only ids behind this one, in the order asked for. */
  after?: string | undefined;
  /** `descending`: newest first, since ids are made in order of time. */
  order?: 'ascending' | 'descending';
  limit?: number;
}

/** Reads inside one transaction. */
export interface Reader<Kinds> {
  get<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<Kinds[Kind] | undefined>;
  list<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<Kinds[Kind][]>;
  count<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<number>;
}

/** Reads and writes inside one transaction. */
export interface Writer<Kinds> extends Reader<Kinds> {
  put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<void>;
  remove<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<void>;
  /** A number larger than every one it gave before. */
  sequence(): Promise<number>;
}

/**
 * Keeps records in transactions that are atomic, isolated as if one ran after the other, and durable once `write` has
 * resolved. `write` may run its work more than once: it must have no other effect.
 */
export interface Store<Kinds> {
  read<T>(work: (reader: Reader<Kinds>) => Promise<T>): Promise<T>;
  write<T>(work: (writer: Writer<Kinds>) => Promise<T>): Promise<T>;
  /** Calls back after each committed write, from whichever process; returns how to stop. */
  onWrite(callback: () => void): () => void;
  close(): Promise<void>;
}

/** Definitions for all kinds of a store. */
export type KindDefinitions<Kinds> = { readonly [Kind in keyof Kinds]: KindDefinition };
