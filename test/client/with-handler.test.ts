import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createMarketplaceClient, isApiError, type Marketplace, type MarketplaceClient } from '../../src/index.js';
import { createMarketplaceHandler, type MarketplaceHandler } from '../../src/marketplace/index.js';
import { adasCredential, adasRequest, createWorld, withActiveCredential, type World } from '../marketplace/world.js';
import { patienceMs } from '../patience.js';

const handlerOf = (world: World): MarketplaceHandler =>
  createMarketplaceHandler({
    basePath: '/api/v1',
    marketplaceFor: (request) => world.as(request.headers.get('authorization')!.replace('Bearer ', '')),
  });

type Reach = (world: World, use: (clientOf: (person: string) => MarketplaceClient) => Promise<void>) => Promise<void>;

/** The ways a client reaches a handler. */
const ways: Record<string, Reach> = {
  'in memory': async (world, use) => {
    const fetch = handlerOf(world);
    await use((token) => createMarketplaceClient({ baseUrl: 'https://marketplace.example/api/v1', token, fetch }));
  },
  'over HTTP': async (world, use) => {
    const listener = getRequestListener(handlerOf(world));
    const server = createServer((request, response) => void listener(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
    try {
      await use((token) => createMarketplaceClient({ baseUrl, token }));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
};

/** What a call came to, as JSON has it: its result, or what tells its error from another one. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify((await call) ?? null)) as unknown;
  } catch (error) {
    if (!isApiError(error)) throw error;
    const { code, status, reason, errors } = error;
    return { code, status, reason, errors };
  }
}

for (const [way, reach] of Object.entries(ways)) {
  describe(`a client of a handler, ${way}`, () => {
    it('answers what the marketplace answers, and fails as it fails', async () => {
      const world = await createWorld();
      const { credential, request } = await withActiveCredential(world);
      const reads: ((marketplace: Marketplace) => Promise<unknown>)[] = [
        (marketplace) => marketplace.session.get(),
        (marketplace) => marketplace.products.list(),
        (marketplace) => marketplace.resources.list({ limit: 2 }),
        (marketplace) => marketplace.resources.get('orders'),
        (marketplace) => marketplace.resources.accessOptions('orders', { applicationId: 'app_shop_web' }),
        (marketplace) => marketplace.subscriptions.list(),
        (marketplace) => marketplace.applications.list(),
        (marketplace) => marketplace.accessRequests.get(request.id),
        (marketplace) => marketplace.credentials.list({ state: ['active', 'error'], q: 'CI' }),
        (marketplace) => marketplace.credentials.get(credential.id),
        (marketplace) => marketplace.credentials.get('no such id / at all?'),
        (marketplace) => marketplace.credentials.get('..'),
        (marketplace) => marketplace.credentials.list({ limit: 0 }),
        (marketplace) => marketplace.credentials.enable(credential.id),
        (marketplace) => marketplace.credentials.suspend(credential.id, {}, { ifMatch: 'stale' }),
        (marketplace) => marketplace.credentials.create({ ...adasCredential(), name: '' }),
        (marketplace) => marketplace.accessRequests.create(adasRequest()),
        (marketplace) => marketplace.accessRequests.approve(request.id),
        (marketplace) => marketplace.events.list({ after: '0' }),
      ];
      await reach(world, async (clientOf) => {
        for (const read of reads)
          assert.deepEqual(await outcome(read(clientOf('ada'))), await outcome(read(world.as('ada'))), String(read));
        const stranger = clientOf('ben');
        const there = await outcome(world.as('ben').credentials.get(credential.id));
        assert.deepEqual(await outcome(stranger.credentials.get(credential.id)), there);
      });
    });

    it('does a write once, however often it is sent under one key', async () => {
      const world = await createWorld();
      await reach(world, async (clientOf) => {
        const ada = clientOf('ada');
        const options = { idempotencyKey: 'one-intent' };
        const first = await ada.accessRequests.create(adasRequest(), options);
        assert.deepEqual(await ada.accessRequests.create(adasRequest(), options), first);
        const reused = await outcome(ada.accessRequests.create(adasRequest('payments'), options));
        assert.equal((reused as { code: string }).code, 'idempotency-key-reused');
      });
    });

    it('waits for what the agent does, and hears of it', async () => {
      const world = await createWorld();
      const { credential } = await withActiveCredential(world);
      await reach(world, async (clientOf) => {
        const ada = clientOf('ada');
        const running = new AbortController();
        const agent = world.marketplace.agent.run(running.signal, 20);
        try {
          const { id } = await ada.credentials.create(adasCredential());
          assert.equal((await ada.credentials.waitUntil(id, 'active')).state, 'active');
          await ada.credentials.suspend(id);
          assert.equal((await ada.credentials.waitUntil(id, ['inactive', 'error'])).state, 'inactive');
          await ada.credentials.remove(id);
          assert.equal(await ada.credentials.waitUntil(id, 'deleted'), undefined);
          await ada.credentials.remove(credential.id);
          const gone = await outcome(ada.credentials.waitUntil(credential.id, 'active', { timeoutMs: patienceMs }));
          assert.ok(['state-conflict', 'not-found'].includes((gone as { code: string }).code));
        } finally {
          running.abort();
          await agent;
        }
      });
    });

    it('reveals the secret the marketplace reveals, until its window ends on the marketplace’s clock', async () => {
      const world = await createWorld();
      const { ada: there, credential } = await withActiveCredential(world, 'oauth-secret');
      await reach(world, async (clientOf) => {
        const ada = clientOf('ada');
        const shown = ({ value, ...field }: { value: { reveal(): string } }) => ({ ...field, value: value.reveal() });
        const secret = await ada.credentials.reveal(credential.id);
        assert.deepEqual(secret.fields.map(shown), (await there.credentials.reveal(credential.id)).fields.map(shown));
        world.clock.advance(4 * 86_400_000);
        await world.marketplace.clockMoved();
        assert.equal(((await outcome(ada.credentials.reveal(credential.id))) as { code: string }).code, 'secret-gone');
        assert.ok(Math.abs(ada.now() - world.clock.now()) < patienceMs);
      });
    });
  });
}
