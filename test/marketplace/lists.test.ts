import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Credential, Facet, ListCredentials, Marketplace } from '../../src/contract/index.js';
import { adasCredential, adasRequest, createWorld, problem, stores, type World } from './world.js';

const day = 24 * 60 * 60 * 1000;

const names = (page: { items: { name: string }[] }): string[] => page.items.map(({ name }) => name);

/** A facet as value → count. */
const counts = (facets: Facet[] | undefined, field: string): Record<string, number> | undefined => {
  const facet = facets?.find((one) => one.field === field);
  return facet && Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));
};

/** Changes a stored credential as time and the data plane would. */
async function age(world: World, credential: Credential, change: object): Promise<void> {
  await world.store.write(async (tx) => {
    const record = await tx.get('credential', credential.id);
    await tx.put('credential', { ...record!, ...change });
  });
}

/** Ada's marketplace with five credentials of two types and every risk. */
async function withFive(kind: string): Promise<{ world: World; ada: Marketplace }> {
  const world = await createWorld(kind);
  const ada = world.as('ada');
  await ada.accessRequests.create(adasRequest());
  await world.marketplace.agent.work();
  const made: Record<string, Credential> = {};
  for (const [name, typeId] of [
    ['Key 10', 'api-key'],
    ['key 2', 'api-key'],
    ['Änderung', 'oauth-secret'],
    ['beta', 'api-key'],
    ['zulu', 'oauth-secret'],
  ] as const)
    made[name] = await ada.credentials.create({ ...adasCredential(typeId), name });
  await world.marketplace.agent.work();
  const now = world.clock.now();
  await age(world, made['Key 10']!, { lastUsedAt: now - day });
  await age(world, made['key 2']!, { expiresAt: now + 10 * day, expiryDue: now + 10 * day, lastUsedAt: now - 2 * day });
  await age(world, made['beta']!, { expiresAt: now - day, shown: 'expired' });
  await age(world, made['zulu']!, { expiresAt: now + 90 * day, expiryDue: now + 90 * day });
  await ada.credentials.suspend(made['Änderung']!.id);
  await world.marketplace.agent.work();
  return { world, ada };
}

for (const kind of Object.keys(stores))
  describe(`lists on ${kind}`, () => {
    it('are in the order asked for, what lacks the field last either way', async () => {
      const { ada } = await withFive(kind);
      const list = async (sort: ListCredentials['sort']) => names(await ada.credentials.list({ sort }));
      assert.deepEqual(await list('name'), ['Änderung', 'beta', 'key 2', 'Key 10', 'zulu']);
      assert.deepEqual(await list('-name'), ['zulu', 'Key 10', 'key 2', 'beta', 'Änderung']);
      assert.deepEqual(await list('created'), ['Key 10', 'key 2', 'Änderung', 'beta', 'zulu']);
      assert.deepEqual(await list('-created'), await list(undefined));
      assert.deepEqual(await list('expires'), ['beta', 'key 2', 'zulu', 'Key 10', 'Änderung']);
      assert.deepEqual(await list('-expires'), ['zulu', 'key 2', 'beta', 'Änderung', 'Key 10']);
      assert.deepEqual(await list('used'), ['key 2', 'Key 10', 'Änderung', 'beta', 'zulu']);
    });

    it('go on in their order page by page, each item once', async () => {
      const { ada } = await withFive(kind);
      for (const sort of ['name', '-name', 'expires', '-expires', 'used', '-used'] as const) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await ada.credentials.list({ sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
          found.push(...names(page));
          cursor = page.next;
        } while (cursor !== undefined);
        assert.deepEqual(found, names(await ada.credentials.list({ sort })), sort);
      }
    });

    it('refuse a cursor of another order', async () => {
      const { ada } = await withFive(kind);
      const { next } = await ada.credentials.list({ sort: 'name', limit: 1 });
      for (const cursor of ['x', 'cred_1 %', 'cred_1 {}', next!])
        await assert.rejects(
          ada.credentials.list({ sort: 'expires', cursor }),
          problem('validation-failed', 'invalid'),
        );
    });

    it('find what is at risk (C11)', async () => {
      const { ada } = await withFive(kind);
      const list = async (params: ListCredentials) => names(await ada.credentials.list({ sort: 'name', ...params }));
      assert.deepEqual(await list({ risk: 'expiring' }), ['key 2']);
      assert.deepEqual(await list({ risk: 'expired' }), ['beta']);
      assert.deepEqual(await list({ risk: 'unused' }), ['Änderung', 'beta', 'zulu']);
      assert.deepEqual(await list({ risk: 'inactive' }), ['Änderung']);
      assert.deepEqual(await list({ risk: 'unused', state: ['active'] }), ['zulu']);
      assert.deepEqual(await list({ risk: 'expired', state: ['active'] }), []);
      assert.deepEqual(await list({ typeId: ['oauth-secret'] }), ['Änderung', 'zulu']);
    });

    it('tell how they divide, each facet without its own narrowing', async () => {
      const { world, ada } = await withFive(kind);
      const { facets } = await ada.credentials.list({
        typeId: ['api-key'],
        facets: ['state', 'risk', 'typeId', 'resourceId', 'applicationId'],
        limit: 1,
      });
      assert.deepEqual(counts(facets, 'state'), { active: 2, expired: 1 });
      assert.deepEqual(counts(facets, 'risk'), { expiring: 1, expired: 1, unused: 1 });
      assert.deepEqual(counts(facets, 'typeId'), { 'api-key': 3, 'oauth-secret': 2 });
      assert.deepEqual(facets!.find(({ field }) => field === 'resourceId')!.values, [
        { value: 'orders', name: 'Orders API', count: 3 },
      ]);
      assert.deepEqual(facets!.find(({ field }) => field === 'applicationId')!.values, [
        { value: 'app_shop_web', name: 'Shop web', count: 3 },
      ]);
      assert.deepEqual((await ada.credentials.list({})).facets, undefined);
      const others = await world.as('ben').credentials.list({ facets: ['state', 'risk', 'typeId'] });
      assert.deepEqual(
        others.facets!.flatMap(({ values }) => values),
        [],
        'what belongs to another team is not counted',
      );
    });

    it('of requests divide and are searched, too', async () => {
      const world = await createWorld(kind);
      const ada = world.as('ada');
      await ada.accessRequests.create({ ...adasRequest('orders'), name: 'Orders, please' });
      await ada.accessRequests.create({ ...adasRequest('invoices'), name: 'Invoices' });
      await ada.accessRequests.create({ ...adasRequest('invoices', 'app_shop_mobile'), name: 'Invoices too' });
      await world.marketplace.agent.work();
      const { facets } = await ada.accessRequests.list({ state: ['pending'], facets: ['state', 'resourceId'] });
      assert.deepEqual(counts(facets, 'state'), { active: 1, pending: 2 });
      assert.deepEqual(counts(facets, 'resourceId'), { invoices: 2 });
      assert.deepEqual(names(await ada.accessRequests.list({ q: 'PLEASE' })), ['Orders, please']);
    });
  });

describe('the terms of a plan', () => {
  const request = {
    name: 'Forecasts',
    resourceId: 'forecast',
    subscriptionId: 'sub_logistics_weather',
    applicationId: 'app_dispatch',
    data: { purpose: 'try', callsPerDay: 10 },
  };

  it('come with the subscription, have to be agreed to, and the revision is recorded', async () => {
    const world = await createWorld();
    const ben = world.as('ben');
    const { subscriptions } = await ben.resources.accessOptions('forecast');
    const { terms } = subscriptions.find(({ id }) => id === request.subscriptionId)!;
    assert.equal(terms!.revision, '2026-03');
    await assert.rejects(ben.accessRequests.create(request), problem('validation-failed', 'terms-not-accepted'));
    await assert.rejects(
      ben.accessRequests.create({ ...request, termsRevision: '2025-01' }),
      problem('validation-failed', 'terms-changed'),
    );
    const made = await ben.accessRequests.create({ ...request, termsRevision: '2026-03' });
    assert.deepEqual(made.terms, { revision: '2026-03' });
  });

  it('are not recorded where a plan has none', async () => {
    const made = await (
      await createWorld()
    )
      .as('ada')
      .accessRequests.create({ ...adasRequest(), termsRevision: 'any' });
    assert.equal(made.terms, undefined);
  });
});
