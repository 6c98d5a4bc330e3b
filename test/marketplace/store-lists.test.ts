import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createMemoryStore,
  createSqlStore,
  type KindDefinitions,
  type Query,
  type Sql,
} from '../../src/marketplace/index.js';
import { KindLayout } from '../../src/marketplace/stores/sql-layout.js';
import { countStatement, listStatement } from '../../src/marketplace/stores/sql-query.js';
import { databases, ownTables } from './databases.js';

interface Things {
  thing: {
    id: string;
    team: string;
    app?: string;
    state?: string;
    site?: string;
    tags?: string[];
    size?: number;
    words?: string;
  };
}
const definitions: KindDefinitions<Things> = {
  thing: {
    text: ['team', 'app', 'state', 'site'],
    list: ['tags'],
    number: ['size'],
    search: 'words',
    indexes: [['app'], ['tags', 'team', 'state'], ['tags', 'team'], ['tags'], ['team', 'state']],
    narrow: ['team', 'state', 'site'],
  },
};

const one = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const fields = {
  team: one('t1', 't2', 't3'),
  app: one('a1', 'a2'),
  state: one('on', 'off', 'odd'),
  site: one('x', 'y'),
};
const tag = one('k1', 'k2', 'k3');
const wanted = (value: fc.Arbitrary<string>): fc.Arbitrary<string | string[] | undefined> =>
  maybe(fc.oneof(value, fc.array(value, { maxLength: 4 })));

const size = fc.integer({ min: 0, max: 5 });
const words = one('Alpha', 'beta', 'alphabet');

const things = fc.array(
  fc.record(
    {
      team: fields.team,
      app: fields.app,
      state: fields.state,
      site: fields.site,
      tags: fc.array(tag, { maxLength: 3 }),
      size,
      words,
    },
    { requiredKeys: ['team'] },
  ),
  { minLength: 60, maxLength: 60 },
);
const id = fc.integer({ min: 0, max: 60 }).map((at) => `thing_${String(at).padStart(3, '0')}`);

const narrowing = {
  where: fc.record(
    {
      id: wanted(id),
      team: wanted(fields.team),
      app: wanted(fields.app),
      state: wanted(fields.state),
      site: wanted(fields.site),
      tags: wanted(tag),
    },
    { requiredKeys: [] },
  ),
  atMost: fc.record({ size }),
  absent: fc.subarray(['size', 'app']),
  contains: one('ALPHA', 'bet'),
  before: id,
  order: fc.constantFrom('ascending' as const, 'descending' as const),
  limit: fc.integer({ min: 1, max: 20 }),
};
const byId = fc.record({ ...narrowing, after: id, by: fc.constant('size') }, { requiredKeys: [] });

/** In another order: the first ones, or those behind a record with this in its field. */
const sorted = fc
  .tuple(
    fc.record(narrowing, { requiredKeys: [] }),
    maybe(id),
    fc.oneof(
      fc.tuple(fc.constant('size'), fc.constant('number' as const), fc.option(size)),
      fc.tuple(fc.constant('words'), fc.constant('text' as const), fc.option(words)),
    ),
  )
  .map(([query, after, [field, type, rank]]) =>
    after === undefined ? { ...query, sort: { field, type } } : { ...query, after, sort: { field, type, after: rank } },
  );

const queries = fc.oneof(byId, sorted);

/** The query without its order. */
const unordered = ({ where, atMost, absent, contains }: Query) => ({
  ...(where ? { where } : {}),
  ...(atMost ? { atMost } : {}),
  ...(absent ? { absent } : {}),
  contains,
});

for (const [name, open] of Object.entries(databases))
  describe(`lists on ${name}`, () => {
    let sql: Sql;
    before(async () => {
      sql = ownTables(await open());
    });

    it('are those of the store in memory, whatever is asked', async () => {
      const store = await createSqlStore(sql, definitions);
      await fc.assert(
        fc.asyncProperty(things, fc.array(queries, { minLength: 40, maxLength: 40 }), async (drawn, asked) => {
          const memory = createMemoryStore(definitions);
          const records = drawn.map((thing, at) => ({ ...thing, id: `thing_${String(at).padStart(3, '0')}` }));
          for (const each of [memory, store])
            await each.write(async (tx) => {
              for (const { id } of await tx.list('thing', {})) await tx.remove('thing', id);
              for (const record of records) await tx.put('thing', { ...record, tags: ['k1', 'old'] });
              for (const record of records) await tx.put('thing', record);
            });
          for (const query of asked as Query[]) {
            const [expected, found] = await Promise.all(
              [memory, store].map((each) =>
                each.read(async (tx) => ({
                  ids: (await tx.list('thing', query)).map((record) => record.id),
                  ...(query.after === undefined && query.before === undefined
                    ? { count: await tx.count('thing', query) }
                    : {}),
                  states: Object.fromEntries(await tx.countBy('thing', unordered(query), 'state')),
                  tags: Object.fromEntries(await tx.countBy('thing', unordered(query), 'tags')),
                })),
              ),
            );
            assert.deepEqual(found, expected, JSON.stringify(query));
          }
        }),
        { numRuns: 8 },
      );
    });

    describe('of one page, of 20,000 records', () => {
      const page = { order: 'descending', limit: 51 } as const;
      let large: Sql;
      let layout: KindLayout;
      before(async () => {
        large = ownTables(sql);
        await createSqlStore(large, definitions);
        layout = new KindLayout('thing', definitions.thing, large.schema);
        // Half of all are of one team, nearly all are on, and what is off is old: the planner would like to walk past.
        await large.transaction((run) =>
          run(`insert into ${layout.table} select 'thing_' || lpad(i::text, 8, '0'), jsonb_build_object(
            'id', 'thing_' || lpad(i::text, 8, '0'), 'team', case when i % 2 = 0 then 'big' else 't' || (i % 97) end,
            'app', 'a' || (i / 10), 'state', case when i < 100 then 'off' else 'on' end,
            'site', case when i < 50 then 'y' else 'x' end,
            'tags', jsonb_build_array('k' || (i % 3), 'l' || (i % 5))) from generate_series(1, 20000) i`),
        );
      });

      interface Plan {
        'Node Type': string;
        'Actual Rows': number;
        'Actual Loops': number;
        'Rows Removed by Filter'?: number;
        Plans?: Plan[];
      }
      /** How many rows a plan takes out of tables and indexes. */
      function rowsRead(plan: Plan): number {
        const inner = (plan.Plans ?? []).reduce((sum, each) => sum + rowsRead(each), 0);
        if (!plan['Node Type'].includes('Scan') || plan['Node Type'].includes('Function')) return inner;
        assert.ok(plan['Node Type'].startsWith('Index'), plan['Node Type']);
        return inner + (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
      }

      const cases: [string, Query, number][] = [
        ['all', {}, 1],
        ['a frequent team', { where: { team: 'big' } }, 1],
        ['two teams', { where: { team: ['big', 't1'] } }, 2],
        ['a frequent team and a rare state', { where: { team: ['big'], state: 'off' } }, 1],
        ['two teams and two states', { where: { team: ['big', 't1'], state: ['on', 'off'] } }, 4],
        ['a rare site of a frequent team', { where: { team: 'big', site: 'y' } }, 1],
        ['an application of another team', { where: { app: 'a7', team: 'elsewhere' } }, 1],
        ['a tag', { where: { tags: 'k1' } }, 2],
        ['a tag, a frequent team and a rare state', { where: { tags: 'k1', team: 'big', state: 'off' } }, 2],
        ['a tag of a team without', { where: { tags: 'k1', team: 'elsewhere' } }, 2],
        ['two tags and two states', { where: { tags: ['k1', 'l1'], state: ['off', 'on'] } }, 8],
        ['from the middle on', { where: { team: 'big' }, after: 'thing_00010000' }, 1],
      ];
      for (const [title, query, most] of cases)
        for (const mode of ['custom', 'generic'])
          it(`read no more than they give: ${title} (${mode} plan)`, async () => {
            for (const statement of [listStatement, countStatement]) {
              const { text, values } = statement(layout, { ...query, ...page }) ?? assert.fail();
              const plan = await large.transaction(async (run) => {
                await run(`set local plan_cache_mode = force_${mode}_plan`);
                const [row] = await run(`explain (analyze, format json) ${text}`, values);
                return (row?.['QUERY PLAN'] as { Plan: Plan }[])[0]!.Plan;
              });
              const read = rowsRead(plan);
              assert.ok(read <= most * page.limit, `${read} rows: ${JSON.stringify(plan)}`);
            }
          });
    });
  });
