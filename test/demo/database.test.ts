import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkVault, inSchema, openDatabase } from '../../demo/server/database.js';
import { ConfigError } from '../../demo/server/config.js';
import { openDemoClock } from '../../demo/server/demo-clock.js';
import { createSqlStore, createVault } from '../../src/marketplace/index.js';
import {
  databases,
  noPostgres,
  openTestPostgres,
  ownTables,
  postgresUrl,
  sameTables,
} from '../marketplace/databases.js';
import { eventually } from './support/person.js';

const vaultOf = (byte: number) => createVault(new Uint8Array(32).fill(byte));

for (const [name, open] of Object.entries(databases))
  describe(`the demo's database on ${name}`, () => {
    it('is for one vault key', async () => {
      const sql = ownTables(await open());
      await Promise.all([checkVault(sql, await vaultOf(1)), checkVault(sql, await vaultOf(1))]);
      await assert.rejects(checkVault(sql, await vaultOf(2)), ConfigError);
      await checkVault(sql, await vaultOf(1));
    });

    it('knows the key of the secrets that were sealed before there was a check', async () => {
      const sql = ownTables(await open());
      const system = ownTables(sql);
      const vault = await vaultOf(1);
      const store = await createSqlStore<{ secret: { id: string; sealed: string } }>(system, { secret: {} });
      await store.write(async (tx) => tx.put('secret', { id: 's', sealed: await vault.seal('old', 's') }));
      await assert.rejects(checkVault(sql, await vaultOf(2)), ConfigError);
      await checkVault(sql, vault);
      await store.write((tx) => tx.remove('secret', 's'));
      await assert.rejects(checkVault(sql, await vaultOf(2)), ConfigError);
    });

    it('has tables of its own for each marketplace', async () => {
      const sql = await open();
      const kinds = { thing: {} };
      const [one, two] = await Promise.all(
        ['one', 'two'].map((schema) => createSqlStore<{ thing: { id: string } }>(inSchema(sql, schema), kinds)),
      );
      await Promise.all(Array.from({ length: 20 }, (_, i) => one!.write((tx) => tx.put('thing', { id: `${i}` }))));
      assert.equal(await one!.read((tx) => tx.count('thing', {})), 20);
      assert.equal(await two!.read((tx) => tx.count('thing', {})), 0);
    });
  });

describe('the demo on a PostgreSQL server', { skip: noPostgres ?? false }, () => {
  it('has one clock in all processes, which never goes back', async () => {
    const sql = ownTables(await openTestPostgres());
    const [here, there] = await Promise.all([
      openDemoClock(sql),
      openDemoClock(sameTables(sql, await openTestPostgres())),
    ]);
    await Promise.all([here.advance(1000), there.advance(2000)]);
    await eventually(async () => here.aheadMs === 3000 && there.aheadMs === 3000);
    await here.advance(500);
    await eventually(async () => there.aheadMs === 3500);
    assert.equal((await openDemoClock(sql)).aheadMs, 3500);
  });

  it('says what keeps it from its database, and never the password', async () => {
    const url = new URL(await postgresUrl());
    for (const [change, words] of [
      [{ password: 'hunter2' }, /password authentication failed/],
      [{ pathname: '/nowhere' }, /does not exist/],
      [{ port: '1', password: 'hunter2' }, /ECONNREFUSED/],
    ] as const) {
      const wrong: URL = Object.assign(new URL(url), change);
      await assert.rejects(openDatabase('', wrong.href), (error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, words);
        return !error.message.includes('hunter2') && !error.message.includes(url.password);
      });
    }
  });
});
