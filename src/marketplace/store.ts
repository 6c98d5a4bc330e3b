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
 * - `indexes`: fields of text, and at most one list, that are asked for together, the most telling first: a list goes by
 *   the first of which it names all. Behind these, each text and list field has an index of its own.
 * - `narrow`: text fields of few values that narrow lists of any sort: carried along in every index.
 */
export interface KindDefinition {
  text?: readonly string[];
  list?: readonly string[];
  number?: readonly string[];
  search?: string;
  unique?: string;
  indexes?: readonly (readonly string[])[];
  narrow?: readonly string[];
}

/** Which records: all that match every part; ordered by id as bytes. */
export interface Query {
  /** Field → the value, or the values one of which it must have. */
  where?: Record<string, string | readonly string[] | undefined>;
  /**
   * Number field → the largest value it may have. Ascending, all that match are found, then ordered: for few among many,
   * or use `by`. Descending, the newest are looked through until there are enough: for most of all.
   */
  atMost?: Record<string, number>;
  /** Fields that a record must not have. */
  absent?: readonly string[];
  /** Text that the kind's search field must contain, whatever the case. */
  contains?: string | undefined;
  /** Only ids behind this one, in the order asked for. */
  after?: string | undefined;
  /** Only ids below this one, whatever the order. */
  before?: string | undefined;
  /** `descending`: newest first, since ids are made in order of time. */
  order?: 'ascending' | 'descending';
  /**
   * A number field that records are ordered by instead, and by id where it is the same; records without it are left out.
   * For the first ones only: it does not go together with `after`.
   */
  by?: string;
  /**
   * A field of text or numbers that records are ordered by instead, and by id where it is the same; records without it
   * come last, whatever the order. `after` is then the id of a record, and `sort.after` what its field holds. All that
   * match are found, then ordered: for what a person looks through.
   */
  sort?: { field: string; type: 'text' | 'number'; after?: string | number | null };
  limit?: number;
}

/** Which records, in no order. */
export type Narrowing = Pick<Query, 'where' | 'atMost' | 'absent' | 'contains'>;

/** Reads inside one transaction. */
export interface Reader<Kinds> {
  get<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<Kinds[Kind] | undefined>;
  list<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<Kinds[Kind][]>;
  /** How many there are; with a `limit`, no more than that are counted. */
  count<Kind extends keyof Kinds>(kind: Kind, query: Query): Promise<number>;
  /** How many there are with each value of a text or list field. */
  countBy<Kind extends keyof Kinds>(kind: Kind, query: Narrowing, field: string): Promise<Map<string, number>>;
  /**
   * The position below which nothing is to come any more: whatever commits later, in whichever process, has this one or
   * a larger one. Who follows positions and stays below it misses none.
   */
  settled(): Promise<string>;
}

/** Reads and writes inside one transaction. */
export interface Writer<Kinds> extends Reader<Kinds> {
  put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<void>;
  /**
   * Puts it unless there is one with its id, and tells whether it did. Unlike a look beforehand it gets into the way of
   * nobody who adds another one at the same time.
   */
  add<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): Promise<boolean>;
  remove<Kind extends keyof Kinds>(kind: Kind, id: string): Promise<void>;
  /**
   * An id for a record that is only ever added, e.g. an event: decimal digits, sorted as bytes. It is larger than every
   * one this transaction has had, and than every one below {@link Reader.settled}.
   */
  position(): Promise<string>;
}

/**
 * The store cannot be reached, or cannot cope. `outcome` says what is known of a write: `none` has been done, or it is
 * `unknown` whether all of it has, because the connection was lost while it was being committed. Such a write is not
 * repeated by itself; its caller may, under the same idempotency key.
 */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly outcome: 'none' | 'unknown';

  constructor(message: string, { outcome, cause }: { outcome: 'none' | 'unknown'; cause?: unknown }) {
    super(message, { cause });
    this.outcome = outcome;
  }
}

/**
 * Keeps records in transactions that are atomic, isolated as if one ran after the other, and durable once `write` has
 * resolved. Both may run their work more than once: it must have no other effect.
 *
 * Text is kept as Unicode: NUL and halves of characters may come back as U+FFFD.
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
