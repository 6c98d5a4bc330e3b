import type { Sql } from '../../src/marketplace/index.js';
import { openBenchMarketplace } from './database.js';
import { timed, type Measure } from '../measure.js';

const together = 200;

/** 200 creates at once: all for the last three places, and all for credentials without a limit. */
export async function measureCreates(sql: Sql): Promise<Measure[]> {
  const limited = (await openBenchMarketplace(sql, 'limited', 'eqp')).as('ada');
  const free = (await openBenchMarketplace(sql, 'free', 'mparticle')).as('ada');
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const all = (create: (i: number) => Promise<unknown>) => async () =>
    outcomes.push(...(await Promise.allSettled(Array.from({ length: together }, (_, i) => create(i)))));
  const contended = await timed(
    all((i) =>
      limited.credentials.create({
        name: `k${i}`,
        typeId: 'session-pair',
        environment: 'sandbox',
        resourceId: 'eqp-sandbox',
        data: {},
      }),
    ),
  );
  const made = outcomes.splice(0).filter(({ status }) => status === 'fulfilled').length;
  const uncontended = await timed(
    all((i) =>
      free.credentials.create({
        name: `k${i}`,
        typeId: 'oauth-secret',
        grants: [{ resourceId: 'platform', permissionId: 'user' }],
        data: {},
      }),
    ),
  );
  const madeFree = outcomes.filter(({ status }) => status === 'fulfilled').length;
  if (madeFree !== together) throw new Error(`${together - madeFree} creates without a limit failed`);
  return [
    { name: `${together} at once for three places: made`, value: made, unit: '', budget: 3 },
    {
      name: `${together} at once for three places: answered`,
      value: (together / contended) * 1000,
      unit: 'per second',
    },
    { name: `${together} at once without a limit: made`, value: (together / uncontended) * 1000, unit: 'per second' },
  ];
}
