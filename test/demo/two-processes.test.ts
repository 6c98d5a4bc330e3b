import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Credential } from '../../src/index.js';
import { noPostgres } from '../marketplace/databases.js';
import { startCluster, type Cluster } from './support/cluster.js';
import {
  accessToken,
  accessTo,
  activeCredential,
  callGateway,
  eventually,
  personAt,
  valueOf,
  type Person,
} from './support/person.js';

describe('two processes on one database', { skip: noPostgres ?? false }, () => {
  let cluster: Cluster;
  const at = (process: number, person: string, system?: Parameters<typeof personAt>[2]): Promise<Person> =>
    personAt(cluster.demos[process]!.origin, person, system);

  before(async () => {
    cluster = await startCluster(2);
  });
  after(() => cluster.stop());

  it('hold a limit together (C10)', async () => {
    const [a, b] = [await at(0, 'ada', 'eqp'), await at(1, 'ada', 'eqp')];
    const key = { typeId: 'session-pair', environment: 'production', resourceId: 'eqp-production', data: {} };
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => (i % 2 ? a : b).client.credentials.create({ ...key, name: `key ${i}` })),
    );
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 3);
    for (const result of results)
      if (result.status === 'rejected') assert.equal((result.reason as { code: string }).code, 'limit-reached');
  });

  it('answer one intent once, wherever it arrives', async () => {
    const [a, b] = [await at(0, 'ada', 'ibm'), await at(1, 'ada', 'ibm')];
    const key = { name: 'one', typeId: 'internal', resourceId: 'inventory', data: {} };
    const made = await Promise.all(
      [a, b, a, b].map(({ client }) => client.credentials.create(key, { idempotencyKey: 'one intent' })),
    );
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
    assert.equal((await a.client.credentials.list({ q: 'one' })).items.length, 1);
  });

  it('hear what happens in the other one, each event once and in order', async () => {
    const [a, b] = [await at(0, 'ada', 'mparticle'), await at(1, 'ada', 'mparticle')];
    const { next } = await b.client.events.list();
    const stop = new AbortController();
    const heard: { id: string; subjectId: string }[] = [];
    const listening = (async () => {
      for await (const event of b.client.events.stream({ after: next }, { signal: stop.signal })) heard.push(event);
    })().catch(() => undefined);
    const grants = [{ resourceId: 'platform', permissionId: 'user' }];
    const create = (i: number): Promise<Credential> =>
      (i % 2 ? a : b).client.credentials.create({ name: `n${i}`, typeId: 'oauth-secret', grants, data: {} });
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => create(i)));
    await eventually(async () => made.every(({ id }) => heard.some(({ subjectId }) => subjectId === id)));
    stop.abort();
    await listening;
    const ids = heard.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it('keep each other’s promises: what one has taken in, the other one carries out when it dies', async () => {
    const [a, b] = [await at(0, 'ada'), await at(1, 'ada')];
    await accessTo(a, 'orders', 'app_shop_web');
    const key = { applicationId: 'app_shop_web', resourceId: 'orders', typeId: 'api-key', data: {} };
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, i) => a.client.credentials.create({ ...key, name: `left ${i}` })),
    );
    await cluster.restart(0);
    for (const { id } of made) {
      await eventually(async () => (await b.client.credentials.get(id)).state === 'active');
      const apiKey = valueOf(await b.client.credentials.reveal(id), 'apiKey');
      for (const { origin } of cluster.demos)
        assert.equal((await callGateway(origin, 'orders', { 'x-api-key': apiKey })).status, 200);
    }
  });

  it('take each other’s access tokens', async () => {
    const a = await at(0, 'ada');
    const { secret } = await activeCredential(a, 'orders', 'app_shop_web', 'oauth-secret');
    const token = await accessToken(cluster.demos[0]!.origin, secret);
    const call = await callGateway(cluster.demos[1]!.origin, 'orders', { authorization: `Bearer ${token}` });
    assert.equal(call.status, 200);
  });

  it('enforce at one gateway what was done in the other process (A9)', async () => {
    const [a, b] = [await at(0, 'ada'), await at(1, 'ada')];
    const { items } = await a.client.credentials.list({ state: ['active'] });
    const credential = items.find(({ type }) => type.kind === 'api-key');
    const apiKey = valueOf(await a.client.credentials.reveal(credential!.id), 'apiKey');
    const call = () => callGateway(cluster.demos[0]!.origin, 'orders', { 'x-api-key': apiKey });
    assert.equal((await call()).status, 200);
    await b.client.credentials.suspend(credential!.id);
    await eventually(async () => (await call()).code === 'suspended');
    await b.client.subscriptions.cancel('sub_storefront_gold', { reason: 'Test.' });
    await b.client.credentials.enable(credential!.id).catch(() => undefined);
    await eventually(async () => (await call()).code === 'no-access');
  });

  it('follow one clock', async () => {
    const [a, b] = [await at(0, 'ada'), await at(1, 'ada')];
    await a.session.ask('/demo/clock', { advanceMs: 60 * 60 * 1000 });
    const now = async ({ session }: Person) => Date.parse(((await session.ask('/demo/clock')) as { now: string }).now);
    await eventually(async () => Math.abs((await now(a)) - (await now(b))) < 60_000);
  });
});
