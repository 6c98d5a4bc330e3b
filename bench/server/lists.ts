import type { Sql } from '../../src/marketplace/index.js';
import { openBenchMarketplace, type BenchMarketplace } from './database.js';
import { inTurns, median, medianRatio, type Measure } from '../measure.js';

const small = 10_000;
const large = 1_000_000;
const rounds = 60;

/**
 * Fills it with credentials of two teams, as creates would: half of them for the application the bench lists, every tenth
 * one inactive, every hundredth expired.
 */
async function fill({ own, schema }: BenchMarketplace, count: number): Promise<void> {
  const at = Date.now();
  const step = 50_000;
  for (let start = 0; start < count; start += step)
    await own.transaction((run) =>
      run(
        `insert into ${schema}.latchkey_credential (id, record)
         select id, jsonb_build_object('id', id, 'name', 'Key ' || n, 'teamId', team, 'typeId', 'api-key',
           'applicationId', case when team = 'team_storefront' then 'app_shop_web' else 'app_dispatch' end,
           'resourceIds', jsonb_build_array(case when n % 3 = 0 then 'invoices' else 'orders' end), 'data', '{}'::jsonb,
           'state', state, 'wanted', 'active', 'shown', state, 'text', 'Key ' || n,
           'identifiers', jsonb_build_array(jsonb_build_object('name', 'key', 'label', 'API key', 'value', 'lk_key_' || n)),
           'createdAt', $3::bigint, 'updatedAt', $3::bigint, 'version', 1)
         from (select n, 'cred_' || lpad(n::text, 26, '0') as id,
             case when n % 2 = 0 then 'team_storefront' else 'team_logistics' end as team,
             case when n % 100 = 0 then 'expired' when n % 10 = 0 then 'inactive' else 'active' end as state
           from generate_series($1::int, $2::int) n) numbered`,
        [start + 1, Math.min(start + step, count), at],
      ),
    );
  await own.transaction((run) => run(`analyze ${schema}.latchkey_credential`));
}

/** How much longer a page of 100 takes in a marketplace with a hundred times as many credentials. */
export async function measureLists(sql: Sql): Promise<Measure[]> {
  const few = await openBenchMarketplace(sql, 'few', 'amplify');
  const many = await openBenchMarketplace(sql, 'many', 'amplify');
  await fill(few, small);
  await fill(many, large);
  const lists: [string, string, object][] = [
    ['of my teams', 'ada', {}],
    ['of an application', 'ada', { applicationId: 'app_shop_web' }],
    ['for a resource', 'ada', { resourceId: 'invoices' }],
    ['inactive or expired ones', 'ada', { state: ['inactive', 'expired'] }],
    ['of everybody, for a provider', 'priya', {}],
  ];
  const measures: Measure[] = [];
  for (const [name, person, params] of lists) {
    const list = (from: BenchMarketplace) => async () => {
      const { items } = await from.as(person).credentials.list({ ...params, limit: 100 });
      if (items.length !== 100) throw new Error(`a list ${name} has ${items.length} credentials, not 100`);
    };
    const work = { few: list(few), many: list(many) };
    await inTurns(10, work);
    const times = await inTurns(rounds, work);
    measures.push(
      { name: `${name}, from ${small.toLocaleString('en')}`, value: median(times.few), unit: 'ms' },
      {
        name: `${name}, from ${large.toLocaleString('en')}, to that`,
        value: medianRatio(times.many, times.few),
        unit: 'ratio',
        budget: 1.3,
      },
    );
  }
  return measures;
}
