import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openDataFolder } from '../../demo/server/data-folder.js';
import { ConfigError, readConfig } from '../../demo/server/config.js';
import { openDatabase } from '../../demo/server/database.js';
import { patienceMs } from '../patience.js';
import { spawnDemo, startDemoProcess } from './support/demo-process.js';
import { newDataFolder } from './support/data-folder.js';
import { personAt } from './support/person.js';

describe('the data folder', () => {
  let path: string;

  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'latchkey-test-')), 'data');
  });
  afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

  it('keeps keys, readable by this user alone', () => {
    const folder = openDataFolder(path);
    const made = folder.keep('a.key', () => 'first');
    assert.equal(made, 'first');
    assert.equal(
      folder.keep('a.key', () => 'second'),
      'first',
    );
    assert.equal(statSync(join(path, 'a.key')).mode & 0o777, 0o600);
    assert.equal(statSync(path).mode & 0o777, 0o700);
    folder.release();
  });

  it('can be shared: whoever makes a key first, all have that one', () => {
    const [first, second] = [openDataFolder(path, { shared: true }), openDataFolder(path, { shared: true })];
    const kept = first.keep('a.key', () => {
      second.keep('a.key', () => 'faster');
      return 'slower';
    });
    assert.equal(kept, 'faster');
    assert.equal(
      second.keep('a.key', () => 'later'),
      'faster',
    );
    assert.deepEqual(readdirSync(path), ['a.key']);
    first.release();
    openDataFolder(path).release();
  });

  it('is free when its holder is gone, or only left its number to another', () => {
    mkdirSync(path);
    for (const left of [`${2 ** 22} 1`, `${process.ppid} 1`, '', 'nonsense']) {
      writeFileSync(join(path, 'lock'), left);
      openDataFolder(path).release();
    }
  });

  it('gets its database even if the first attempt died on the way', async () => {
    const folder = openDataFolder(path);
    mkdirSync(join(path, 'pglite.new/base'), { recursive: true });
    writeFileSync(join(path, 'pglite.new/PG_VERSION'), 'half');
    const sql = await openDatabase(folder.path);
    assert.deepEqual(await sql.transaction((run) => run('select 1 as one')), [{ one: 1 }]);
    await sql.close();
    folder.release();
  });
});

describe('the demo as a process', () => {
  it('says that another one holds the folder, starts after a killed one, and ends in good order', async () => {
    const dataFolder = await newDataFolder();
    try {
      const first = await startDemoProcess({ dataFolder });
      const second = spawnDemo({ dataFolder });
      let words = '';
      second.stderr?.on('data', (text: Buffer) => (words += text.toString()));
      const [code] = (await once(second, 'close')) as [number];
      assert.equal(code, 1);
      assert.ok(words.includes(`The data folder ${dataFolder} is in use by the process ${first.pid}.`), words);

      await first.kill();
      const third = await startDemoProcess({ dataFolder });
      const ada = await personAt(third.origin, 'ada');
      const stream = ada.client.events.stream({}, { signal: AbortSignal.timeout(patienceMs) })[Symbol.asyncIterator]();
      const pending = stream.next().catch(() => undefined);
      assert.equal(await third.stop(), 0);
      await stream.return?.();
      void pending;
      assert.throws(() => statSync(join(dataFolder, 'lock')));
    } finally {
      rmSync(dataFolder, { recursive: true, force: true });
    }
  });

  it('says what is wrong with its environment', () => {
    assert.equal(readConfig({}).port, 4400);
    assert.equal(readConfig({}).host, '127.0.0.1');
    for (const env of [
      { PORT: 'http' },
      { PORT: '70000' },
      { LATCHKEY_SECRET_KEY: 'short' },
      { LATCHKEY_PROVISION_MS: '-1' },
      { LATCHKEY_ORIGIN: 'portal.example' },
      { LATCHKEY_ORIGIN: 'https://portal.example/path' },
      { DATABASE_URL: 'mysql://root:hunter2@localhost/db' },
      { DATABASE_URL: 'postgres://user:hunter2@localhost' },
      { DATABASE_URL: 'postgres:hunter2' },
      { DATABASE_URL: 'hunter2' },
    ])
      assert.throws(
        () => readConfig(env),
        (error) => error instanceof ConfigError && !error.message.includes('hunter2'),
      );
    const url = 'postgres://user:word@db.example:5433/latchkey?sslmode=require';
    assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url);
  });
});
