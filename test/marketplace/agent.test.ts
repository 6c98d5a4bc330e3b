import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAgent, createVault, DataPlaneDelay, type DataPlane } from '../../src/marketplace/index.js';
import { adasCredential, adasRequest, createWorld, withActiveCredential } from './world.js';

const vault = await createVault(new Uint8Array(32).fill(7));

describe('the agent', () => {
  it('finishes what another one left in the middle, once its time is up', async () => {
    const world = await createWorld();
    const ada = world.as('ada');
    await ada.accessRequests.create(adasRequest());
    await world.marketplace.agent.work();
    const { id } = await ada.credentials.create(adasCredential());

    let died = (): void => undefined;
    const atProvisioning = new Promise<void>((resolve) => (died = resolve));
    const dying: DataPlane = {
      ...world.registry,
      provision: async (order, fence) => {
        await world.registry.provision(order, fence);
        died();
        return new Promise(() => undefined);
      },
    };
    const { store, clock } = world;
    void createAgent({ store, clock, vault, dataPlane: dying, leaseMs: 20 }).work();
    await atProvisioning;
    assert.equal((await ada.credentials.get(id)).state, 'pending');

    const next = createAgent({ store, clock, vault, dataPlane: world.registry, leaseMs: 20 });
    while ((await next.work()) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await ada.credentials.get(id)).state, 'active');
    const key = (await ada.credentials.reveal(id)).fields[0]!.value.reveal();
    assert.equal((await world.registry.identify({ by: 'key', key }))?.credential.id, id);
  });

  it('writes nothing down when it was too slow and another one has taken over', async () => {
    const world = await createWorld();
    const ada = world.as('ada');
    await ada.accessRequests.create(adasRequest());
    await world.marketplace.agent.work();
    const { id } = await ada.credentials.create(adasCredential());
    const { store, clock, registry } = world;

    let goOn = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    let reached = (): void => undefined;
    const atProvisioning = new Promise<void>((resolve) => (reached = resolve));
    const slow: DataPlane = {
      ...registry,
      provision: async () => {
        reached();
        await waiting;
        return {
          identifiers: [{ name: 'key', label: 'API key', value: 'stale' }],
          fields: [{ name: 'apiKey', label: 'API key', value: 'stale', secret: true }],
        };
      },
    };
    const slowWork = createAgent({ store, clock, vault, dataPlane: slow, leaseMs: 0 }).work();
    await atProvisioning;
    await createAgent({ store, clock, vault, dataPlane: registry }).work();
    goOn();
    await slowWork;
    const { identifiers, state } = await ada.credentials.get(id);
    assert.equal(state, 'active');
    assert.notEqual(identifiers[0]!.value, 'stale');
    const key = (await ada.credentials.reveal(id)).fields[0]!.value.reveal();
    assert.equal((await registry.identify({ by: 'key', key }))?.credential.id, id);
  });

  it('notices that something else is wanted by the time it is done', async () => {
    const world = await createWorld();
    const { ada, credential } = await withActiveCredential(world);
    const { store, clock, registry } = world;
    const calls: boolean[] = [];
    const dataPlane: DataPlane = {
      ...registry,
      setEnabled: async (id, enabled, fence) => {
        calls.push(enabled);
        await registry.setEnabled(id, enabled, fence);
        if (calls.length === 1)
          await store.write(async (tx) => {
            const record = (await tx.get('credential', id))!;
            await tx.put('credential', { ...record, wanted: 'active' });
          });
      },
    };
    await ada.credentials.suspend(credential.id);
    await createAgent({ store, clock, vault, dataPlane }).work();
    assert.deepEqual(calls, [false, true]);
    const { state, transition } = await ada.credentials.get(credential.id);
    assert.deepEqual([state, transition], ['active', undefined]);
  });

  it('tries again what fails without a reason, then gives up with an error', async () => {
    let failures = 0;
    const world = await createWorld('memory', (registry) => ({
      ...registry,
      provision: async () => {
        failures++;
        throw new Error('connection reset by 10.0.0.7');
      },
    }));
    const { credential } = await withActiveCredential(world);
    assert.equal(failures, 2);
    assert.equal(credential.state, 'error');
    assert.equal(credential.reasons![0]!.detail, 'The data plane does not answer.');
  });

  it('asks again when the data plane said, however often, and counts that as no failure', async () => {
    let asked = 0;
    const world = await createWorld('memory', (registry) => ({
      ...registry,
      provision: async (order, fence) => {
        if (++asked < 5) throw new DataPlaneDelay(asked === 1 ? 60_000 : 0);
        return registry.provision(order, fence);
      },
    }));
    const { ada, credential } = await withActiveCredential(world);
    assert.deepEqual([credential.state, asked], ['pending', 1]);
    await world.store.write(async (tx) => {
      const task = (await tx.get('task', credential.id))!;
      assert.ok(task.dueAt > Date.now() + 50_000);
      await tx.put('task', { ...task, dueAt: 0 });
    });
    await world.marketplace.agent.work();
    assert.deepEqual([(await ada.credentials.get(credential.id)).state, asked], ['active', 5]);
  });

  it('sees to what is written at once, without waiting for its next look', async () => {
    const world = await createWorld();
    const stop = new AbortController();
    const running = world.marketplace.agent.run(stop.signal, 60_000);
    const ada = world.as('ada');
    const start = (await ada.events.list()).next;
    const { id } = await ada.accessRequests.create(adasRequest());
    for await (const event of ada.events.stream({ after: start }))
      if (event.subjectId === id && (await ada.accessRequests.get(id)).state === 'active') break;
    stop.abort();
    await running;
  });

  it('shows a request whose access cannot be set up as failed, and the provider can let it be tried again', async () => {
    let broken = true;
    const world = await createWorld('memory', (registry) => ({
      ...registry,
      grant: async (grant, fence) => {
        if (broken) throw new Error('down');
        await registry.grant(grant, fence);
      },
    }));
    const { id } = await world.as('ada').accessRequests.create(adasRequest());
    await world.marketplace.agent.work();
    const failed = await world.as('ada').accessRequests.get(id);
    assert.equal(failed.state, 'error');
    assert.equal(failed.timeline.at(-1)!.step, 'failed');
    broken = false;
    await world.as('priya').accessRequests.approve(id);
    await world.marketplace.agent.work();
    assert.equal((await world.as('ada').accessRequests.get(id)).state, 'active');
  });

  it('works on in the background until the signal, whatever goes wrong', async () => {
    const world = await createWorld();
    const stop = new AbortController();
    const errors: unknown[] = [];
    const { store, clock, registry } = world;
    let broken = true;
    const flaky = {
      ...store,
      write: ((work) => {
        if (!broken) return store.write(work);
        broken = false;
        return Promise.reject(new Error('no connection'));
      }) as typeof store.write,
    };
    const agent = createAgent({
      store: flaky,
      clock,
      vault,
      dataPlane: registry,
      onError: (error) => errors.push(error),
    });
    const running = agent.run(stop.signal, 1);
    const ada = world.as('ada');
    const { id } = await ada.accessRequests.create(adasRequest());
    while ((await ada.accessRequests.get(id)).state !== 'active')
      await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    await running;
    assert.equal(errors.length, 1);
  });
});
