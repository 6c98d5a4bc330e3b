import type { Facet } from '../../contract/index.js';
import { visibleTeams } from '../principal.js';
import type { Kinds } from '../records.js';
import type { Narrowing } from '../store.js';
import { byIds, type ReadContext } from './context.js';

/** A list of more than this is not divided: to count all of it would take longer than anybody waits. */
const mostDivided = 10_000;

/** One way to divide a list. */
export interface Division {
  /** The field's name in the contract. */
  field: string;
  /** The list as it is narrowed otherwise: what people see of it is left to {@link facetsOf}. */
  query: Narrowing;
  /** Counts its values, within what people see. */
  count(query: Narrowing): Promise<Map<string, number>>;
  /** The kind its values are ids of. */
  of?: 'resource' | 'application';
  /** Names for values that are no ids of records. */
  names?: ReadonlyMap<string, string>;
}

/**
 * How a list divides, for who asks: the most frequent value first. None at all where the whole is too long to be counted.
 */
export async function facetsOf<Kind extends keyof Kinds>(
  context: ReadContext,
  kind: Kind,
  divisions: readonly Division[],
): Promise<Facet[] | undefined> {
  const teamId = visibleTeams(context.principal);
  const facets: Facet[] = [];
  for (const { field, query, count, of, names } of divisions) {
    const scoped = { ...query, where: { ...query.where, teamId } };
    if ((await context.tx.count(kind, { ...scoped, limit: mostDivided + 1 })) > mostDivided) return undefined;
    const counts = await count(scoped);
    const records = of === undefined ? undefined : await byIds(context.tx, of, counts.keys());
    const values = [...counts]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .map(([value, many]) => {
        const name = records?.get(value)?.name ?? names?.get(value);
        return { value, ...(name === undefined ? {} : { name }), count: many };
      });
    facets.push({ field, values });
  }
  return facets;
}
