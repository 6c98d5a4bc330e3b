import type { HistoryEntry, ListHistory, Page } from '../../contract/index.js';
import { maySee } from '../principal.js';
import type { HistoryRecord, Kinds } from '../records.js';
import type { Writer } from '../store.js';
import { notFound, page, timestamp, visible, type ReadContext } from './context.js';

/** What is written down of a change, beside what it was made to. */
export type Change = Pick<HistoryRecord, 'action' | 'by' | 'reason' | 'changes'>;

/** A change made by a person, in the words they gave. */
export function personsChange(
  { principal }: Pick<ReadContext, 'principal'>,
  action: Change['action'],
  more: { reason?: string | undefined; changes?: Change['changes'] } = {},
): Change {
  const { reason, changes } = more;
  return {
    action,
    by: { id: principal.id, name: principal.name },
    ...(reason === undefined || reason === '' ? {} : { reason }),
    ...(changes === undefined ? {} : { changes }),
  };
}

/** Writes a change down, in the transaction that makes it. */
export async function writeDown(
  { tx, now }: { tx: Writer<Kinds>; now: number },
  subject: { id: string; teamId: string },
  change: Change,
): Promise<void> {
  const { id: subjectId, teamId } = subject;
  await tx.put('history', { id: await tx.position(), subjectId, teamId, at: now, ...change });
}

const present = ({ id, at, action, by, reason, changes }: HistoryRecord): HistoryEntry => ({
  id,
  at: timestamp(at),
  action,
  by,
  reason,
  changes,
});

/** What happened to an object, the oldest first; of one that is gone, too, for those who could see it. */
export async function historyOf(
  context: ReadContext,
  kind: 'accessRequest' | 'credential',
  subjectId: string,
  params: ListHistory,
): Promise<Page<HistoryEntry>> {
  const [first] = await context.tx.list('history', { where: { subjectId }, limit: 1 });
  if (!first) await visible(context, kind, subjectId);
  else if (!maySee(context.principal, first.teamId)) throw notFound();
  return page(context.tx, 'history', params, { where: { subjectId } }, async (found) => found.map(present));
}
