import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { operations, type CredentialBatchResult, type OperationName } from '../../../src/contract/index.js';
import { kinds, type Kinds } from '../../../src/marketplace/index.js';
import { sceneOf, systemIds, type Scene } from './scenes.js';
import { accessRequestsTable } from './tables/access-requests.js';
import { catalogTable } from './tables/catalog.js';
import { createCredentialTable } from './tables/create-credential.js';
import { credentialsTable, shareTable } from './tables/credentials.js';
import { ask, outcome, type Row } from './wire.js';

const table: { [Name in OperationName]?: Row[] } = {
  ...catalogTable,
  ...accessRequestsTable,
  ...createCredentialTable,
  ...credentialsTable,
  ...shareTable,
};

/** All that a marketplace keeps; of answers only how many, as a batch that refuses everything is answered as well. */
const everything = ({ world }: Scene): Promise<unknown> =>
  world.store.read(async (tx) => {
    const kept: Record<string, unknown> = {};
    for (const kind of Object.keys(kinds) as (keyof Kinds)[])
      if (kind !== 'reply') kept[kind] = await tx.list(kind, {});
    return kept;
  });

describe('bad input, operation by operation', () => {
  const atFirst = new Map<string, unknown>();
  before(async () => {
    for (const system of systemIds) atFirst.set(system, await everything(await sceneOf(system)));
  });
  after(async () => {
    for (const system of systemIds)
      assert.deepEqual(await everything(await sceneOf(system)), atFirst.get(system), `${system} was changed`);
  });

  for (const name of Object.keys(operations) as OperationName[])
    describe(name, () => {
      const rows = table[name] ?? [];
      it('has a table', () => assert.ok(rows.length > 0));
      for (const [what, wild, expected] of rows)
        it(what, async () => assert.equal(await outcome(await ask(name, wild)), expected));
    });

  it('answers a batch with a problem for each that is another team’s or none', async () => {
    const { ids } = await sceneOf('amplify');
    const of = { action: 'remove', ids: [ids['bens'], 'x', '__proto__', ids['deleting']] };
    const { items } = (await (await ask('credentials.batch', { body: of })).json()) as CredentialBatchResult;
    assert.deepEqual(
      items.map(({ id, problem }) => [id, problem?.code, problem?.reason]),
      [
        [ids['bens'], 'not-found', undefined],
        ['x', 'not-found', undefined],
        ['__proto__', 'not-found', undefined],
        [ids['deleting'], 'state-conflict', 'deleting'],
      ],
    );
  });
});
