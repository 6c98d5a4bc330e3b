import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSqlStore, type KindDefinitions, type Sql } from '../../src/marketplace/index.js';
import { databases, ownTables } from './databases.js';

interface Old {
  credential: { id: string; teamId: string; shown: string; resourceIds: string[]; text: string };
  accessRequest: { id: string; teamId: string; liveKey?: string };
  secret: { id: string; until?: number };
  event: { id: string; audience: string; at: number };
}
const definitions: KindDefinitions<Old> = {
  credential: { text: ['teamId', 'shown'], list: ['resourceIds'], search: 'text', narrow: ['shown'] },
  accessRequest: { text: ['teamId', 'liveKey'], unique: 'liveKey' },
  secret: { number: ['until'] },
  event: { text: ['audience'], number: ['at'] },
};

/** What the first release made: tables with other indexes, a sequence that numbered the events, no version. */
const firstLayout = [
  'create sequence latchkey_sequence',
  ...['credential', 'access_request', 'secret', 'event'].map(
    (kind) => `create table latchkey_${kind} (id text collate "C" primary key, record jsonb not null)`,
  ),
  `create index latchkey_credential_team_id on latchkey_credential ((record->>'teamId'), id)`,
  `create index latchkey_credential_shown on latchkey_credential ((record->>'shown'), id)`,
  `create index latchkey_credential_resource_ids on latchkey_credential using gin ((record->'resourceIds'))`,
  `create unique index latchkey_access_request_live_key on latchkey_access_request ((record->>'liveKey'))`,
  `create index latchkey_secret_until on latchkey_secret (((record->>'until')::bigint), id)`,
  `create index latchkey_event_audience on latchkey_event ((record->>'audience'), id)`,
  `insert into latchkey_credential select 'cred_' || i, jsonb_build_object('id', 'cred_' || i, 'teamId', 'team_' || i % 2,
    'shown', 'active', 'resourceIds', jsonb_build_array('orders', 'res_' || i), 'text', '') from generate_series(1, 4) i`,
  `insert into latchkey_access_request values ('acr_1', '{"id": "acr_1", "teamId": "team_1", "liveKey": "a b"}')`,
  `insert into latchkey_event select lpad(nextval('latchkey_sequence')::text, 16, '0'), '{}' from generate_series(1, 3)`,
  `update latchkey_event set record = jsonb_build_object('id', id, 'audience', '*', 'at', 1)`,
];

/** Tables as the first release left them. */
async function firstDatabase(open: () => Promise<Sql>): Promise<Sql> {
  const sql = ownTables(await open());
  await sql.transaction(async (run) => {
    await run(`create schema "${sql.schema}"`);
    await run(`set local search_path to "${sql.schema}"`);
    for (const statement of firstLayout) await run(statement);
  });
  return sql;
}

const idsOf = (records: { id: string }[]): string[] => records.map(({ id }) => id);

for (const [name, open] of Object.entries(databases))
  describe(`a database of the first release on ${name}`, () => {
    it('is taken over with all that is in it', async () => {
      const sql = await firstDatabase(open);
      const store = await createSqlStore(sql, definitions);
      await store.read(async (tx) => {
        assert.deepEqual(idsOf(await tx.list('credential', { where: { teamId: 'team_1' } })), ['cred_1', 'cred_3']);
        assert.deepEqual(idsOf(await tx.list('credential', { where: { resourceIds: ['res_2', 'res_3'] } })), [
          'cred_2',
          'cred_3',
        ]);
        assert.equal(await tx.count('credential', { where: { resourceIds: 'orders', shown: 'active' } }), 4);
      });
      const taken = store.write((tx) => tx.put('accessRequest', { id: 'acr_2', teamId: 'team_2', liveKey: 'a b' }));
      await assert.rejects(taken, { code: '23505' });
      await store.write((tx) => tx.put('credential', { ...base, id: 'cred_5', resourceIds: ['orders'] }));
      await store.write((tx) => tx.remove('credential', 'cred_1'));
      const found = await store.read((tx) => tx.list('credential', { where: { resourceIds: 'orders' } }));
      assert.deepEqual(idsOf(found), ['cred_2', 'cred_3', 'cred_4', 'cred_5']);
    });

    it('goes on with positions behind those it gave', async () => {
      const sql = await firstDatabase(open);
      const store = await createSqlStore(sql, definitions);
      const add = (): Promise<void> =>
        store.write(async (tx) => tx.put('event', { id: await tx.position(), audience: '*', at: 2 }));
      await add();
      await add();
      await store.read(async (tx) => {
        const before = await tx.settled();
        const all = await tx.list('event', { before });
        assert.deepEqual(
          all.map(({ at }) => at),
          [1, 1, 1, 2, 2],
        );
        assert.equal((await tx.list('event', { after: '0000000000000002', before })).length, 3);
      });
    });

    it('can be opened again, also when other things are wanted of it', async () => {
      const sql = await firstDatabase(open);
      await createSqlStore(sql, definitions);
      const indexes = async (): Promise<unknown[]> =>
        (
          await sql.transaction((run) => run('select indexdef from pg_indexes where schemaname = $1', [sql.schema]))
        ).map(({ indexdef }) => indexdef);
      const made = await indexes();
      await createSqlStore(sql, definitions);
      assert.deepEqual(await indexes(), made);

      const { credential, ...others } = definitions;
      const wanted = { ...credential, text: ['teamId'], indexes: [['resourceIds', 'teamId']], narrow: [] } as const;
      const store = await createSqlStore<Old>(sql, { ...others, credential: wanted });
      const names = (await indexes()).join('\n');
      assert.ok(!names.includes('credential_by_shown'), names);
      assert.ok(names.includes('credential_item_by_resource_ids_team_id'), names);
      const found = await store.read((tx) =>
        tx.list('credential', { where: { resourceIds: 'orders', teamId: ['team_0', 'team_1'] } }),
      );
      assert.deepEqual(idsOf(found), ['cred_1', 'cred_2', 'cred_3', 'cred_4']);
    });

    it('starts a new era of positions in another server, where transaction ids start over', async () => {
      const sql = ownTables(await open());
      const earlier = await createSqlStore(sql, definitions);
      const last = await earlier.write((tx) => tx.position());
      // What a restored copy looks like: the cluster that is written down is not the one it is in.
      await sql.transaction((run) => run(`update "${sql.schema}".latchkey_era set cluster = 'another'`));
      const store = await createSqlStore(sql, definitions);
      const [next, settled] = await store.write(async (tx) => [await tx.position(), await tx.settled()]);
      assert.ok(next.slice(0, 3) > last.slice(0, 3) && settled > last);
    });
  });

const base = { teamId: 'team_1', shown: 'active', text: '' };
