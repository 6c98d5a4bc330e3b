import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPglite } from '../../src/marketplace/stores/pglite.js';
import { spawnDemo, startDemoProcess, type DemoProcess } from './support/demo-process.js';
import { newDataFolder } from './support/data-folder.js';
import { accessTo, accessToken, activeCredential, callGateway, personAt, valueOf } from './support/person.js';

const dayMs = 24 * 60 * 60 * 1000;

/** The files under a folder that hold a text, plain or in base64. */
function filesWith(folder: string, text: string): string[] {
  const forms = [text, Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -2)];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

describe('secrets at rest', () => {
  let dataFolder: string;
  let demo: DemoProcess;
  /** All that the data folder and the output must not hold. */
  const secrets: string[] = [];

  before(async () => {
    dataFolder = await newDataFolder();
    demo = await startDemoProcess({ dataFolder });
  });
  after(() => rmSync(dataFolder, { recursive: true, force: true }));

  /** Stops the demo, and counts the rows of one of its tables. */
  async function rowsAfterStop(table: string): Promise<number> {
    assert.equal(await demo.stop(), 0);
    const sql = await openPglite(join(dataFolder, 'pglite'));
    const [row] = await sql.transaction((run) => run(`select count(*)::int as count from amplify.${table}`));
    await sql.close();
    return row?.['count'] as number;
  }

  it('are in no file and in no line of output, in the clear', async () => {
    const ada = await personAt(demo.origin, 'ada');
    await accessTo(ada, 'orders', 'app_shop_web');
    const key = await activeCredential(ada, 'orders', 'app_shop_web', 'api-key');
    const client = await activeCredential(ada, 'orders', 'app_shop_web', 'oauth-secret');
    const token = await accessToken(demo.origin, client.secret);
    secrets.push(valueOf(key.secret, 'apiKey'), valueOf(client.secret, 'clientSecret'), token);
    secrets.push(await ada.session.token());
    assert.ok(secrets.every((secret) => secret.length > 40));
    const withKey = { 'x-api-key': valueOf(key.secret, 'apiKey') };
    assert.equal((await callGateway(demo.origin, 'orders', withKey)).status, 200);
    assert.equal((await callGateway(demo.origin, 'orders', { authorization: `Bearer ${token}` })).status, 200);

    // What the search would find if it were there: the masked key is.
    assert.notDeepEqual(filesWith(dataFolder, valueOf(client.secret, 'clientId')), []);
    for (const secret of secrets) assert.deepEqual(filesWith(dataFolder, secret), []);
    assert.equal(await rowsAfterStop('latchkey_secret'), 2);
  });

  it('are sealed under a key that can be kept elsewhere: without that key, nothing starts', async () => {
    const another = spawnDemo({ dataFolder, env: { LATCHKEY_SECRET_KEY: Buffer.alloc(32, 1).toString('base64') } });
    let words = '';
    another.stderr?.on('data', (text: Buffer) => (words += text.toString()));
    const [code] = (await once(another, 'close')) as [number];
    assert.equal(code, 1);
    assert.match(words, /sealed with another key/);

    const key = readFileSync(join(dataFolder, 'secret.key'), 'utf8');
    demo = await startDemoProcess({ dataFolder, env: { LATCHKEY_SECRET_KEY: key } });
    const ada = await personAt(demo.origin, 'ada');
    const { items } = await ada.client.credentials.list();
    assert.equal((await ada.client.credentials.reveal(items[0]?.id ?? '')).fields.length > 0, true);
    await demo.stop();
  });

  it('are erased when their window has ended, also while nothing ran', async () => {
    demo = await startDemoProcess({ dataFolder });
    const ada = await personAt(demo.origin, 'ada');
    assert.equal((await ada.client.credentials.list()).items[0]?.secret.state, 'available');
    await ada.session.ask('/demo/clock', { advanceMs: 3 * dayMs });
    await demo.kill();

    demo = await startDemoProcess({ dataFolder });
    const later = await personAt(demo.origin, 'ada');
    const clock = (await later.session.ask('/demo/clock')) as { aheadMs: number };
    assert.equal(clock.aheadMs, 3 * dayMs);
    const { items } = await later.client.credentials.list();
    assert.deepEqual(
      items.map(({ secret }) => secret.state),
      ['erased', 'erased'],
    );
    for (const { id } of items) await assert.rejects(later.client.credentials.reveal(id), { code: 'secret-gone' });
    const withKey = { 'x-api-key': secrets[0] ?? '' };
    assert.equal((await callGateway(demo.origin, 'orders', withKey)).status, 200);
    for (const secret of secrets) assert.ok(!demo.output().includes(secret));
    assert.equal(await rowsAfterStop('latchkey_secret'), 0);
    for (const secret of secrets) assert.deepEqual(filesWith(dataFolder, secret), []);
  });
});
