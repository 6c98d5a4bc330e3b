import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rmSync } from 'node:fs';
import type { Credential } from '../../src/contract/index.js';
import { patienceMs } from '../patience.js';
import { startDemoProcess, type DemoProcess } from './support/demo-process.js';
import { newDataFolder } from './support/data-folder.js';
import { personAt } from './support/person.js';

const dayMs = 24 * 60 * 60 * 1000;

describe('what has happened in a new demo before anybody came', () => {
  let dataFolder: string;
  let demo: DemoProcess;

  const start = async (env: Record<string, string> = {}): Promise<void> =>
    void (demo = await startDemoProcess({ dataFolder, env: { LATCHKEY_EMPTY: '0', ...env } }));

  const credentialsOf = async (person: string, system: Parameters<typeof personAt>[2], environment?: string) => {
    const { client } = await personAt(demo.origin, person, system);
    return (await client.credentials.list({ environment, limit: 100 })).items;
  };

  const named = (items: readonly Credential[], name: string): Credential => {
    const found = items.find((one) => one.name === name);
    assert.ok(found, name);
    return found;
  };

  before(async () => {
    dataFolder = await newDataFolder();
    await start();
  });
  after(async () => {
    await demo.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('has left credentials in all their states', async () => {
    const items = await credentialsOf('priya', 'amplify');
    const states = new Set(items.map(({ state }) => state));
    for (const state of ['active', 'pending', 'inactive', 'expired', 'error'] as const)
      assert.ok(states.has(state), state);
    const soon = named(items, 'Hand scanners EU');
    assert.ok(Date.parse(soon.expiresAt ?? '') - Date.now() < 30 * dayMs);
    assert.equal(named(items, 'Spreadsheet add-in').lastUsedAt, null);
    assert.equal(named(items, 'wms-core production').secret.state, 'available');
    assert.equal(named(items, 'wms-core staging').secret.state, 'erased');
  });

  it('tells who did what then, at the times of then', async () => {
    const { client } = await personAt(demo.origin, 'mira');
    const { items } = await client.credentials.list({ q: 'Zapier bridge' });
    const history = await client.credentials.history(items[0]!.id);
    const suspended = history.items.find(({ action }) => action === 'suspended');
    assert.equal(suspended?.by?.name, 'Mira Okafor');
    assert.equal(suspended?.reason, 'The contractor has left');
    assert.ok(Date.now() - Date.parse(suspended.at) > 18 * dayMs);
  });

  it('has work for the provider, and leaves everybody else what they begin with', async () => {
    const { client } = await personAt(demo.origin, 'priya');
    assert.equal((await client.accessRequests.list({ state: ['pending'] })).total, 2);
    for (const system of ['amplify', 'ibm', 'mparticle'] as const)
      assert.equal((await credentialsOf('ada', system)).length, 0, system);
    assert.equal((await credentialsOf('mira', 'eqp', 'production')).length, 3);
  });

  it('happens once: not again at a restart', async () => {
    const names = (await credentialsOf('priya', 'amplify')).map(({ id }) => id).sort();
    await demo.stop();
    await start();
    assert.deepEqual((await credentialsOf('priya', 'amplify')).map(({ id }) => id).sort(), names);
  });

  it('lets what failed be tried again, with success', async () => {
    const { client } = await personAt(demo.origin, 'mira');
    const { items } = await client.credentials.list({ state: ['error'] });
    const { id } = await client.credentials.retry(items[0]!.id);
    assert.equal((await client.credentials.waitUntil(id, 'active', { timeoutMs: patienceMs })).state, 'active');
  });
});

describe('a demo that had begun without it', () => {
  it('stays as it was', async () => {
    const dataFolder = await newDataFolder();
    const first = await startDemoProcess({ dataFolder });
    await first.stop();
    const second = await startDemoProcess({ dataFolder, env: { LATCHKEY_EMPTY: '0' } });
    const { client } = await personAt(second.origin, 'priya');
    assert.equal((await client.credentials.list()).items.length, 0);
    await second.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
