import { ApiError, type Page, type Ref } from '../../contract/index.js';
import type { MarketplacePolicy } from '../policy.js';
import { maySee, visibleTeams, type Principal } from '../principal.js';
import type { EventRecord, Instant, Kinds, Objection, TaskRecord, TeamRecord } from '../records.js';
import type { Query, Reader, Writer } from '../store.js';
import type { Vault } from '../vault.js';

/** What an operation that only reads has at hand. */
export interface ReadContext {
  principal: Principal;
  /** The time of the operation, by the marketplace's clock. */
  now: Instant;
  tx: Reader<Kinds>;
  marketplace: { id: string; name: string };
  policy: MarketplacePolicy;
  /** The share link that the caller holds, if that is all they are (SPEC I2). */
  shareId: string | undefined;
}

/** What an operation that writes has at hand: one transaction, in which all it does happens or nothing. */
export interface WriteContext extends ReadContext {
  tx: Writer<Kinds>;
  vault: Vault;
  /** The version that the caller's change is based on, if it said so. */
  ifMatch: string | undefined;
  /** Names the caller's intent: the same in every repeat of the call. */
  intent: string | undefined;
}

/** A time for people and programs: RFC 3339, UTC. */
export const timestamp = (instant: Instant): string => new Date(instant).toISOString();

export const notFound = (): ApiError => new ApiError('not-found', 'no such object, or not yours');

/** Refuses what fields say: `pointer` is into the request's body, `reason` the rule's word. */
export function refuse(objection: Objection): never {
  const { pointer, detail, reason } = objection;
  throw new ApiError('validation-failed', detail, { reason, errors: [{ pointer, detail, reason }] });
}

/** Records by their ids, as a map; ids that there are no records for are not in it. */
export async function byIds<Kind extends keyof Kinds>(
  tx: Reader<Kinds>,
  kind: Kind,
  ids: Iterable<string>,
): Promise<Map<string, Kinds[Kind]>> {
  const wanted = [...new Set(ids)];
  const records = wanted.length === 0 ? [] : await tx.list(kind, { where: { id: wanted } });
  return new Map(records.map((record) => [record.id, record]));
}

/** The records that others refer to, by their ids. */
export const referred = <Kind extends keyof Kinds, From>(
  tx: Reader<Kinds>,
  kind: Kind,
  from: readonly From[],
  idsOf: (record: From) => string | readonly string[] | undefined,
): Promise<Map<string, Kinds[Kind]>> =>
  byIds(
    tx,
    kind,
    from.flatMap((record) => idsOf(record) ?? []),
  );

/** One of a map's records, which a stored id refers to and so must be there. */
export function of<Value>(map: Map<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error('a stored reference leads nowhere');
  return value;
}

/** The record, if the principal may see what its team owns; otherwise `not-found`, whether it exists or not. */
export async function visible<Kind extends 'accessRequest' | 'application' | 'credential' | 'subscription'>(
  context: ReadContext,
  kind: Kind,
  id: string,
): Promise<Kinds[Kind]> {
  const record = await context.tx.get(kind, id);
  if (!record || !maySee(context.principal, record.teamId)) throw notFound();
  return record;
}

/** A page of what the principal may see of a kind. */
export async function visiblePage<Kind extends keyof Kinds, Item>(
  context: ReadContext,
  kind: Kind,
  params: { limit?: number | undefined; cursor?: string | undefined },
  query: Query,
  present: (records: Kinds[Kind][]) => Promise<Item[]>,
): Promise<Page<Item>> {
  const scoped = { ...query, where: { ...query.where, teamId: visibleTeams(context.principal) } };
  return page(context.tx, kind, params, scoped, present);
}

/** A list's `total` is told up to here: to count more would take longer than to list. */
const countedMost = 1000;

/** Where a list in another order goes on: behind this id, whose record has this in the field it is ordered by. */
const cursorOf = (id: string, rank: string | number | null): string =>
  `${id} ${encodeURIComponent(JSON.stringify(rank))}`;

/** @throws {ApiError} `validation-failed` if it is none of {@link cursorOf}. */
function readCursor(cursor: string, type: 'text' | 'number'): { after: string; rank: string | number | null } {
  const [after = '', text = ''] = cursor.split(' ');
  try {
    const rank: unknown = JSON.parse(decodeURIComponent(text));
    if (rank === null || (type === 'text' ? typeof rank === 'string' : Number.isSafeInteger(rank)))
      return { after, rank: rank as string | number | null };
  } catch {
    // Told below.
  }
  return refuse({ pointer: '/cursor', detail: 'Not a cursor of this list.', reason: 'invalid' });
}

/** A page of records in the order of their ids: the cursor is the id of a page's last one. */
export async function page<Kind extends keyof Kinds, Item>(
  tx: Reader<Kinds>,
  kind: Kind,
  { limit = 50, cursor }: { limit?: number | undefined; cursor?: string | undefined },
  query: Query,
  present: (records: Kinds[Kind][]) => Promise<Item[]>,
): Promise<Page<Item>> {
  const { sort, ...unsorted } = query;
  const { after, rank } = cursor !== undefined && sort ? readCursor(cursor, sort.type) : { after: cursor, rank: null };
  const ordered = sort ? { ...query, sort: { ...sort, after: rank } } : query;
  const found = await tx.list(kind, { ...ordered, after, limit: limit + 1 });
  const total = await tx.count(kind, { ...unsorted, limit: countedMost + 1 });
  const records = found.slice(0, limit);
  const last = found.length > limit ? records.at(-1) : undefined;
  const lastRank = sort && ((last as Record<string, unknown> | undefined)?.[sort.field] as string | number | undefined);
  const next = last && sort ? cursorOf(last.id, lastRank ?? null) : last?.id;
  const items = await present(records);
  return { items, ...(next === undefined ? {} : { next }), ...(total > countedMost ? {} : { total }) };
}

/** Every record of the query, page by page. */
export async function* everyRecord<Kind extends keyof Kinds>(
  tx: Reader<Kinds>,
  kind: Kind,
  query: Query,
): AsyncGenerator<Kinds[Kind]> {
  const limit = 500;
  let after = query.after;
  for (;;) {
    const records = await tx.list(kind, { ...query, after, limit });
    yield* records;
    if (records.length < limit) return;
    after = records.at(-1)?.id;
  }
}

/** A team's reference. */
export const refOf = (teams: Map<string, TeamRecord>, id: string): Ref => ({ id, name: of(teams, id).name });

/** Fails if the caller's change is based on another version than the one there is. */
export function checkVersion(context: WriteContext, record: { version: number }): void {
  if (context.ifMatch !== undefined && context.ifMatch !== String(record.version))
    throw new ApiError('precondition-failed', 'the object has changed meanwhile');
}

/** Tells everybody who may see it that something has changed. */
export async function announce(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  event: Omit<EventRecord, 'id' | 'at'>,
): Promise<void> {
  const id = await tx.position();
  await tx.put('event', { ...event, id, at: now });
}

/**
 * Promises the agent's work, in the transaction that makes it necessary. A task that an agent has in hand stays its own:
 * before it lets go of it, it looks whether something else is wanted meanwhile.
 */
export async function promise(
  tx: Writer<Kinds>,
  subject: TaskRecord['subject'],
  subjectId: string,
  dueAt = 0,
): Promise<void> {
  const task: TaskRecord = { id: subjectId, subject, attempts: 0, dueAt };
  if (await tx.add('task', task)) return;
  const current = await tx.get('task', subjectId);
  if (current?.holder === undefined) await tx.put('task', task);
}
