import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Marketplace } from '../../src/contract/index.js';
import { createAgent, createVault, type DataPlane } from '../../src/marketplace/index.js';
import { adasCredential, createWorld, problem, stores, withActiveCredential, type World } from './world.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** The secret values of a credential, by their names. */
async function valuesOf(owner: Marketplace, id: string): Promise<Record<string, string>> {
  const { fields } = await owner.credentials.reveal(id);
  return Object.fromEntries(fields.map(({ name, value }) => [name, value.reveal()]));
}

const keyOf = async (owner: Marketplace, id: string): Promise<string> => (await valuesOf(owner, id))['apiKey']!;
const actionsOf = async (owner: Marketplace, id: string): Promise<string[]> =>
  (await owner.credentials.history(id)).items.map(({ action }) => action);
const secretsAtRest = ({ store }: World): Promise<number> => store.read((tx) => tx.count('secret', {}));

for (const kind of Object.keys(stores))
  describe(`the life of a credential on ${kind}`, () => {
    it('renews: both secrets work until the chosen time, then only the new one (C6)', async () => {
      const world = await createWorld(kind);
      const { ada, credential } = await withActiveCredential(world);
      const { id } = credential;
      const old = await keyOf(ada, id);
      const renewing = await ada.credentials.renew(id, { overlapMs: hourMs, reason: 'Left in a log.' });
      assert.deepEqual([renewing.state, renewing.transition], ['active', 'renewing']);
      await assert.rejects(ada.credentials.renew(id, { overlapMs: 0 }), problem('state-conflict', 'in-transition'));
      await world.marketplace.agent.work();

      const renewed = await ada.credentials.get(id);
      assert.equal(renewed.transition, undefined);
      assert.ok(Math.abs(Date.parse(renewed.overlapUntil!) - world.clock.now() - hourMs) < 60_000);
      const key = await keyOf(ada, id);
      assert.notEqual(key, old);
      assert.equal(await world.refusalOf({ by: 'key', key: old }), undefined);
      assert.equal(await world.refusalOf({ by: 'key', key }), undefined);

      world.clock.advance(hourMs);
      assert.equal(await world.refusalOf({ by: 'key', key: old }), 'unknown-credential');
      assert.equal(await world.refusalOf({ by: 'key', key }), undefined);
      assert.equal((await ada.credentials.get(id)).overlapUntil, undefined);
      const { items } = await ada.credentials.history(id);
      const entry = items.find(({ action }) => action === 'renewed')!;
      assert.deepEqual([entry.by, entry.reason], [{ id: 'ada', name: 'Ada Park' }, 'Left in a log.']);
    });

    it('keeps the old secret through a renewal whose first agent died half way', async () => {
      const world = await createWorld(kind);
      const { ada, credential } = await withActiveCredential(world);
      const old = await keyOf(ada, credential.id);
      await ada.credentials.renew(credential.id, { overlapMs: hourMs });
      const { store, clock, registry } = world;
      const vault = await createVault(new Uint8Array(32).fill(7));
      const dying: DataPlane = {
        ...registry,
        renew: async (renewal, fence) => {
          await registry.renew(renewal, fence);
          throw new Error('the line went dead before the answer');
        },
      };
      await createAgent({ store, clock, vault, dataPlane: dying, attempts: 3, pauseMs: 60_000 }).work();
      await store.write(async (tx) => {
        const task = (await tx.get('task', credential.id))!;
        await tx.put('task', { ...task, dueAt: 0 });
      });
      await world.marketplace.agent.work();
      assert.equal((await ada.credentials.get(credential.id)).state, 'active');
      assert.equal(await world.refusalOf({ by: 'key', key: old }), undefined);
      assert.equal(await world.refusalOf({ by: 'key', key: await keyOf(ada, credential.id) }), undefined);
    });

    it('offers no overlap past the expiry, and takes none', async () => {
      const world = await createWorld(kind);
      const { ada } = await withActiveCredential(world);
      const { id } = await ada.credentials.create({ ...adasCredential(), lifetimeMs: 30 * dayMs });
      await world.marketplace.agent.work();
      world.clock.advance(29 * dayMs + 1);
      const { actions } = await ada.credentials.get(id);
      assert.deepEqual(actions.find(({ action }) => action === 'renew')!.overlapsMs, [0, hourMs]);
      await assert.rejects(
        ada.credentials.renew(id, { overlapMs: 7 * dayMs }),
        problem('validation-failed', 'unknown'),
      );
    });

    it('expires: for people, in lists and at the data plane (C11)', async () => {
      const world = await createWorld(kind);
      const { ada } = await withActiveCredential(world);
      await assert.rejects(
        ada.credentials.create({ ...adasCredential(), lifetimeMs: 5 }),
        problem('validation-failed', 'unknown'),
      );
      const { id, expiresAt } = await ada.credentials.create({ ...adasCredential(), lifetimeMs: 30 * dayMs });
      assert.ok(Date.parse(expiresAt!) > world.clock.now() + 29 * dayMs);
      await world.marketplace.agent.work();
      const key = await keyOf(ada, id);
      world.clock.advance(30 * dayMs);
      const expired = await ada.credentials.get(id);
      assert.equal(expired.state, 'expired');
      assert.deepEqual(
        expired.actions.filter(({ allowed }) => allowed).map(({ action }) => action),
        ['update', 'remove'],
      );
      assert.equal(await world.refusalOf({ by: 'key', key }), 'expired');
      await world.marketplace.sweep();
      const listed = await ada.credentials.list({ state: ['expired'] });
      assert.deepEqual(
        listed.items.map((item) => item.id),
        [id],
      );
      assert.deepEqual((await actionsOf(ada, id)).slice(-2).sort(), ['erased', 'expired']);
      assert.equal((await ada.credentials.list({ state: ['active'] })).items.length, 1);
    });

    it('shows a secret once; the same call may have it again for a minute, nobody else (S1)', async () => {
      const world = await createWorld(kind, undefined, 'amplify-classic');
      const { ada, credential } = await withActiveCredential(world);
      const { id } = credential;
      assert.deepEqual(credential.secret, { visibility: 'once', state: 'available' });
      const first = await ada.credentials.reveal(id, {}, { idempotencyKey: 'first' });
      assert.equal((await ada.credentials.get(id)).secret.state, 'viewed');
      await assert.rejects(ada.credentials.reveal(id), problem('secret-gone', 'viewed'));
      await assert.rejects(
        ada.credentials.reveal(id, {}, { idempotencyKey: 'second' }),
        problem('secret-gone', 'viewed'),
      );
      await assert.rejects(
        world.as('cleo').credentials.reveal(id, {}, { idempotencyKey: 'first' }),
        problem('secret-gone', 'viewed'),
      );
      const again = await ada.credentials.reveal(id, {}, { idempotencyKey: 'first' });
      assert.equal(again.fields[0]!.value.reveal(), first.fields[0]!.value.reveal());
      world.clock.advance(60_000);
      await assert.rejects(
        ada.credentials.reveal(id, {}, { idempotencyKey: 'first' }),
        problem('secret-gone', 'viewed'),
      );
      assert.equal(await secretsAtRest(world), 1);
      await world.marketplace.sweep();
      assert.equal(await secretsAtRest(world), 0);
      assert.equal((await ada.credentials.get(id)).secret.state, 'viewed');
    });

    it('gives one of many concurrent calls the only view', async () => {
      const world = await createWorld(kind, undefined, 'amplify-classic');
      const { ada, credential } = await withActiveCredential(world);
      const views = await Promise.allSettled(Array.from({ length: 20 }, () => ada.credentials.reveal(credential.id)));
      assert.equal(views.filter(({ status }) => status === 'fulfilled').length, 1);
    });

    it('regenerates both values; the old pair stops, its session tokens live on (C7, E3)', async () => {
      const world = await createWorld(kind, undefined, 'eqp');
      const ada = world.as('ada');
      const sandbox = { environment: 'sandbox', resourceId: 'eqp-sandbox', typeId: 'session-pair', data: {} };
      const { id } = await ada.credentials.create({ ...sandbox, name: 'CI' });
      await world.marketplace.agent.work();
      const old = await valuesOf(ada, id);
      const pair = { id: old['applicationId']!, secret: old['applicationSecret']! };
      const order = { ...pair, resourceId: 'eqp-sandbox', expiresInSeconds: 3600 };
      const session = await world.registry.issueSession(order);
      assert.ok('token' in session);
      await world.marketplace.recordUse(new Map([[id, { at: world.clock.now(), sessionsUntil: session.until }]]));
      const used = await ada.credentials.get(id);
      assert.equal(Date.parse(used.sessionsUntil!), session.until);
      assert.equal(used.actions.find(({ action }) => action === 'regenerate')!.confirm, 'typed');

      assert.equal((await ada.credentials.regenerate(id)).transition, 'regenerating');
      await world.marketplace.agent.work();
      const values = await valuesOf(ada, id);
      assert.notEqual(values['applicationId'], old['applicationId']);
      assert.notEqual(values['applicationSecret'], old['applicationSecret']);
      assert.ok('refused' in (await world.registry.issueSession(order)));
      const call = { resourceId: 'eqp-sandbox' };
      assert.equal(await world.refusalOf({ by: 'session', token: session.token }, call), undefined);
      const production = { resourceId: 'eqp-production' };
      assert.equal(await world.refusalOf({ by: 'session', token: session.token }, production), 'no-access');
      await ada.credentials.remove(id);
      await world.marketplace.agent.work();
      assert.equal(await world.refusalOf({ by: 'session', token: session.token }, call), undefined);
      world.clock.advance(hourMs);
      assert.notEqual(await world.refusalOf({ by: 'session', token: session.token }, call), undefined);
    });

    it('grants parts, and edits them without a new secret (C9, M2)', async () => {
      const world = await createWorld(kind, undefined, 'mparticle');
      const ada = world.as('ada');
      const planning = (permissionId: string, scopeIds: string[]) => ({
        name: 'Planner',
        grants: [{ resourceId: 'dataplanning', permissionId, scopeIds }],
      });
      const { id } = await ada.credentials.create({
        ...planning('read-write', ['ws_storefront_web']),
        typeId: 'oauth-secret',
        data: {},
      });
      await world.marketplace.agent.work();
      const { clientId } = await valuesOf(ada, id);
      const claim = { by: 'client', id: clientId! } as const;
      const write = {
        resourceId: 'dataplanning',
        method: 'POST',
        path: '/platform/v2/workspaces/ws_storefront_web/plans',
      };
      assert.equal(await world.refusalOf(claim, write), undefined);
      const elsewhere = { ...write, path: '/platform/v2/workspaces/ws_storefront_ios/plans' };
      assert.equal(await world.refusalOf(claim, elsewhere), 'outside-scope');

      const updating = await ada.credentials.update(id, planning('read-only', ['ws_storefront_ios']));
      assert.equal(updating.transition, 'updating');
      await world.marketplace.agent.work();
      assert.equal((await ada.credentials.get(id)).transition, undefined);
      assert.equal(await world.refusalOf(claim, elsewhere), 'permission-denied');
      assert.equal(await world.refusalOf(claim, { ...elsewhere, method: 'GET' }), undefined);
      assert.equal(await world.refusalOf(claim, { ...write, method: 'GET' }), 'outside-scope');
      const { items } = await ada.credentials.history(id);
      assert.deepEqual(items.find(({ action }) => action === 'updated')!.changes, [
        {
          field: 'grants',
          from: 'Data Planning API: Read and write (Web)',
          to: 'Data Planning API: Read-only (iOS)',
        },
      ]);
    });

    it('serves another resource of its application too, once that has access (C12)', async () => {
      const world = await createWorld(kind);
      const { ada, credential } = await withActiveCredential(world);
      const { id } = credential;
      const both = { resourceIds: ['orders', 'invoices'] };
      await assert.rejects(ada.credentials.update(id, both), problem('access-required', 'no-access'));
      const { id: requestId } = await ada.accessRequests.create({
        name: 'Invoices',
        resourceId: 'invoices',
        subscriptionId: 'sub_storefront_gold',
        applicationId: 'app_shop_web',
        data: { purpose: 'try', callsPerDay: 1 },
      });
      await world.as('priya').accessRequests.approve(requestId);
      await world.marketplace.agent.work();
      const options = await ada.credentials.options({ applicationId: 'app_shop_web', resourceId: 'invoices' });
      const { name, state, identifiers, expiresAt } = credential;
      assert.deepEqual(options.existing, [{ id, name, state, identifiers, ...(expiresAt && { expiresAt }) }]);
      const key = await keyOf(ada, id);
      assert.equal(await world.refusalOf({ by: 'key', key }, { resourceId: 'invoices' }), 'no-access');
      await ada.credentials.update(id, both);
      await world.marketplace.agent.work();
      assert.equal(await world.refusalOf({ by: 'key', key }, { resourceId: 'invoices' }), undefined);
      assert.equal(await keyOf(ada, id), key);
    });

    it('opens a resource and closes it, for keys and for calls (I1)', async () => {
      const world = await createWorld(kind, undefined, 'ibm');
      const ada = world.as('ada');
      const key = { name: 'k', typeId: 'internal', resourceId: 'pricing', data: {} };
      await assert.rejects(ada.credentials.create(key), problem('not-exposed'));
      assert.equal((await ada.credentials.options({ resourceId: 'pricing' })).blocked, 'not-exposed');
      const opened = await ada.resources.expose('pricing');
      assert.equal(opened.exposed, true);
      await assert.rejects(ada.resources.expose('pricing'), problem('state-conflict', 'exposed'));
      const { id } = await ada.credentials.create(key);
      await world.marketplace.agent.work();
      const { keyId, keySecret } = await valuesOf(ada, id);
      const claim = { by: 'pair', id: keyId!, secret: keySecret! } as const;
      const call = { resourceId: 'pricing' };
      assert.equal(await world.refusalOf(claim, call), undefined);
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId! }, call), 'secret-required');
      await ada.resources.unexpose('pricing');
      await world.marketplace.agent.work();
      assert.equal(await world.refusalOf(claim, call), 'not-exposed');
    });

    it('has its secret set from outside, on a link that can be taken back (I2, S9)', async () => {
      const world = await createWorld(kind, undefined, 'ibm');
      const ada = world.as('ada');
      const { id } = await ada.credentials.create({
        name: 'Partner',
        typeId: 'external',
        resourceId: 'inventory',
        data: {},
      });
      await assert.rejects(ada.credentials.share(id), problem('state-conflict', 'provisioning'));
      await world.marketplace.agent.work();
      const { identifiers } = await ada.credentials.get(id);
      const keyId = identifiers[0]!.value;
      const call = { resourceId: 'inventory' };
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId }, call), undefined);
      await assert.rejects(ada.credentials.reveal(id), problem('state-conflict', 'unsupported'));

      const first = await ada.credentials.share(id);
      const link = await ada.credentials.share(id, { lifetimeMs: hourMs });
      const outdated = await world.marketplace.withShareToken(first.token);
      await assert.rejects(outdated.share.get(), problem('unauthenticated'));
      const holder = await world.marketplace.withShareToken(link.token);
      assert.equal((await holder.share.get()).secret, 'none');
      await assert.rejects(holder.credentials.list(), problem('forbidden', 'share-link'));
      await assert.rejects(holder.events.list(), problem('forbidden', 'share-link'));
      await assert.rejects(ada.share.get(), problem('forbidden', 'share-link'));

      const secret = 'open-sesame-7';
      await holder.share.setSecret({ secret }, { idempotencyKey: 'set' });
      const kept = await world.store.read(async (tx) => [await tx.list('secret', {}), await tx.list('reply', {})]);
      assert.ok(!JSON.stringify(kept).includes(secret));
      await world.marketplace.agent.work();
      assert.equal(await secretsAtRest(world), 0);
      assert.equal((await ada.credentials.get(id)).secret.state, 'set');
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId }, call), 'secret-required');
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId, secret: 'guess-guess' }, call), 'unknown-credential');
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId, secret }, call), undefined);

      await holder.share.setSecret({ secret: 'another-one-8' });
      await world.marketplace.agent.work();
      assert.equal(await world.refusalOf({ by: 'pair', id: keyId, secret }, call), 'unknown-credential');
      await ada.credentials.unshare(id);
      await assert.rejects(holder.share.setSecret({ secret }), problem('unauthenticated'));
      const last = await world.marketplace.withShareToken(
        (await ada.credentials.share(id, { lifetimeMs: hourMs })).token,
      );
      world.clock.advance(hourMs);
      await assert.rejects(last.share.get(), problem('unauthenticated'));
      assert.deepEqual(await actionsOf(ada, id), [
        ...['created', 'provisioned', 'shared', 'shared', 'secret-set', 'secret-set', 'unshared', 'shared'],
      ]);
    });

    it('holds a limit under 200 concurrent creates, and frees a place by deleting (C10)', async () => {
      const world = await createWorld(kind, undefined, 'eqp');
      const ada = world.as('ada');
      const create = (environment: string, i: number) =>
        ada.credentials.create({
          name: `key ${i}`,
          typeId: 'session-pair',
          environment,
          resourceId: `eqp-${environment}`,
          data: {},
        });
      const results = await Promise.allSettled(Array.from({ length: 200 }, (_, i) => create('sandbox', i)));
      const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      assert.equal(made.length, 3);
      assert.ok(refused.every(problem('limit-reached')));
      assert.equal((await ada.credentials.list({ environment: 'sandbox' })).items.length, 3);
      assert.deepEqual((await ada.credentials.options({ environment: 'sandbox' })).types[0]!.limit, {
        used: 3,
        most: 3,
      });
      assert.equal((await create('production', 1)).state, 'pending');
      await world.marketplace.agent.work();
      await ada.credentials.remove(made[0]!);
      await world.marketplace.agent.work();
      assert.equal((await create('sandbox', 4)).state, 'pending');
    });

    it('acts on several at once, with a result for each', async () => {
      const world = await createWorld(kind);
      const { ada, credential } = await withActiveCredential(world);
      const { id: pending } = await ada.credentials.create({ ...adasCredential(), name: 'second' });
      const bens = 'cred_0000000000000000000000000';
      const { items } = await ada.credentials.batch({ action: 'suspend', ids: [pending, credential.id, bens] });
      assert.deepEqual(
        items.map((item) => item.problem?.reason ?? item.problem?.code ?? item.credential?.transition),
        ['provisioning', 'suspending', 'not-found'],
      );
      const twice = { action: 'suspend' as const, ids: [pending, pending] };
      await assert.rejects(ada.credentials.batch(twice), problem('validation-failed', 'duplicate'));
    });

    it('waits for a provider where one sets it up by hand, who may also say why not (C1)', async () => {
      const world = await createWorld(kind);
      const ada = world.as('ada');
      const priya = world.as('priya');
      const { id: requestId } = await ada.accessRequests.create({
        name: 'Invoices',
        resourceId: 'invoices',
        subscriptionId: 'sub_storefront_gold',
        applicationId: 'app_shop_web',
        data: { purpose: 'try', callsPerDay: 1 },
      });
      await priya.accessRequests.approve(requestId);
      await world.marketplace.agent.work();
      const { id } = await ada.credentials.create(adasCredential('api-key-manual', 'invoices'));
      await world.marketplace.agent.work();
      assert.equal((await ada.credentials.get(id)).state, 'pending');
      await assert.rejects(ada.credentials.provision(id), problem('forbidden', 'role'));
      await priya.credentials.fail(id, { reason: 'The contract is not signed.' });
      const failed = await ada.credentials.get(id);
      assert.deepEqual([failed.state, failed.reasons![0]!.detail], ['error', 'The contract is not signed.']);
      await ada.credentials.retry(id);
      await world.marketplace.agent.work();
      assert.equal((await ada.credentials.get(id)).state, 'pending');
      await priya.credentials.provision(id, { reason: 'Signed today.' });
      await world.marketplace.agent.work();
      assert.equal((await ada.credentials.get(id)).state, 'active');
      assert.deepEqual(await actionsOf(ada, id), ['created', 'failed', 'retried', 'approved', 'provisioned']);
      await assert.rejects(priya.credentials.reveal(id), problem('forbidden', 'role'));
    });

    it('tells its history to its owners only, and also when it is gone', async () => {
      const world = await createWorld(kind);
      const { ada, credential, request } = await withActiveCredential(world);
      const { id } = credential;
      await ada.credentials.update(id, { name: 'Nightly' });
      const secret = await keyOf(ada, id);
      await ada.credentials.suspend(id, { reason: 'Weekend.' });
      await world.marketplace.agent.work();
      await ada.credentials.remove(id);
      await world.marketplace.agent.work();
      await assert.rejects(ada.credentials.get(id), problem('not-found'));
      const { items } = await ada.credentials.history(id);
      assert.deepEqual(
        items.map(({ action }) => action),
        ['created', 'provisioned', 'updated', 'revealed', 'suspended', 'deleting', 'deleted'],
      );
      assert.deepEqual(items[2]!.changes, [{ field: 'name', from: 'CI', to: 'Nightly' }]);
      assert.ok(!JSON.stringify(items).includes(secret));
      await assert.rejects(world.as('ben').credentials.history(id), problem('not-found'));
      await assert.rejects(ada.credentials.history('cred_none'), problem('not-found'));
      const page = await ada.credentials.history(id, { limit: 3 });
      const rest = await ada.credentials.history(id, { cursor: page.next! });
      assert.deepEqual([...page.items, ...rest.items], items);
      const steps = (await ada.accessRequests.history(request.id)).items.map(({ action }) => action);
      assert.deepEqual(steps, ['submitted', 'approved', 'ready']);
      await assert.rejects(world.as('ben').accessRequests.history(request.id), problem('not-found'));
    });

    it('loses to who was faster, and says so (412)', async () => {
      const world = await createWorld(kind);
      const { ada, credential } = await withActiveCredential(world);
      const { id, version } = credential;
      const names = ['a', 'b', 'c', 'd'];
      const results = await Promise.allSettled(
        names.map((name) => ada.credentials.update(id, { name }, { ifMatch: version })),
      );
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const result of results)
        if (result.status === 'rejected') assert.ok(problem('precondition-failed')(result.reason));
    });

    it('moves a subscription to a smaller plan: what it leaves out ends, the rest goes on (A5, A9)', async () => {
      const world = await createWorld(kind);
      const { ada, credential, request } = await withActiveCredential(world);
      const priya = world.as('priya');
      const invoices = await ada.accessRequests.create({
        name: 'Invoices',
        resourceId: 'invoices',
        subscriptionId: 'sub_storefront_gold',
        applicationId: 'app_shop_web',
        data: { purpose: 'try', callsPerDay: 1 },
      });
      await priya.accessRequests.approve(invoices.id);
      await world.marketplace.agent.work();
      await ada.credentials.update(credential.id, { resourceIds: ['orders', 'invoices'] });
      await world.marketplace.agent.work();
      const claim = { by: 'key', key: await keyOf(ada, credential.id) } as const;
      assert.equal(await world.refusalOf(claim, { resourceId: 'invoices' }), undefined);
      await assert.rejects(
        ada.subscriptions.change('sub_storefront_gold', { planId: 'plan_weather_free' }),
        problem('validation-failed', 'unknown'),
      );
      const changed = await ada.subscriptions.change('sub_storefront_gold', { planId: 'plan_bronze' });
      assert.equal(changed.plan.name, 'Bronze');
      await world.marketplace.agent.work();
      assert.equal(await world.refusalOf(claim, { resourceId: 'invoices' }), 'no-access');
      assert.equal(await world.refusalOf(claim), undefined);
      assert.equal((await ada.accessRequests.get(invoices.id)).state, 'revoked');
      assert.equal((await ada.accessRequests.get(request.id)).state, 'active');
    });

    it('has a provider decide on subscriptions (A5)', async () => {
      const world = await createWorld(kind);
      const priya = world.as('priya');
      const { items } = await priya.subscriptions.list({ approval: 'pending' });
      assert.deepEqual(
        items.map(({ id }) => id),
        ['sub_storefront_trial'],
      );
      await assert.rejects(world.as('ada').subscriptions.approve('sub_storefront_trial'), problem('forbidden', 'role'));
      await assert.rejects(world.as('ben').subscriptions.get('sub_storefront_trial'), problem('not-found'));
      assert.equal((await priya.subscriptions.approve('sub_storefront_trial')).approval, 'approved');
      await assert.rejects(
        priya.subscriptions.reject('sub_storefront_trial'),
        problem('state-conflict', 'not-pending'),
      );
    });
  });
