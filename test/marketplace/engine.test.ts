import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isIssuedKey, type Claim } from '../../src/marketplace/index.js';
import { DataPlaneError } from '../../src/marketplace/data-plane.js';
import { adasCredential, adasRequest, createWorld, problem, stores, withActiveCredential } from './world.js';

import type { Marketplace } from '../../src/contract/index.js';

const dayMs = 24 * 60 * 60 * 1000;

/** What a call with the credential's key shows of itself. */
const claimOf = async (owner: Marketplace, id: string): Promise<Claim> => ({
  by: 'key',
  key: (await owner.credentials.reveal(id)).fields[0]!.value.reveal(),
});

for (const kind of Object.keys(stores))
  describe(`the reference marketplace on ${kind}`, () => {
    describe('access requests', () => {
      it('approves at once where the resource says so, and is ready when the data plane knows (A7, A8)', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const request = await ada.accessRequests.create(adasRequest());
        assert.equal(request.state, 'provisioning');
        await world.marketplace.agent.work();
        const ready = await ada.accessRequests.get(request.id);
        assert.equal(ready.state, 'active');
        assert.deepEqual(
          ready.timeline.map(({ step }) => step),
          ['submitted', 'approved', 'ready'],
        );
        assert.deepEqual(ready.timeline[0]!.by, { id: 'ada', name: 'Ada Park' });
      });

      it('waits for the provider elsewhere; the decision carries its reason (A7, A8)', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const priya = world.as('priya');
        const { id } = await ada.accessRequests.create(adasRequest('invoices'));
        const waiting = await priya.accessRequests.list({ state: ['pending'] });
        assert.deepEqual(
          waiting.items.map((item) => item.id),
          [id],
        );
        await priya.accessRequests.reject(id, { reason: 'Which shop is this for?' });
        const rejected = await ada.accessRequests.get(id);
        assert.equal(rejected.state, 'rejected');
        assert.equal(rejected.timeline.at(-1)!.reason, 'Which shop is this for?');
        assert.deepEqual(rejected.timeline.at(-1)!.by, { id: 'priya', name: 'Priya Shah' });
        const again = await ada.accessRequests.update(id, { data: { purpose: 'production', callsPerDay: 99 } });
        assert.equal(again.state, 'pending');
        assert.deepEqual(again.data, { purpose: 'production', callsPerDay: 99 });
        await priya.accessRequests.approve(id);
        await world.marketplace.agent.work();
        assert.equal((await ada.accessRequests.get(id)).state, 'active');
      });

      it('tells in its history what was changed before it was sent again, but nothing encrypted (A8, S6)', async () => {
        const world = await createWorld(kind);
        const secret = { type: 'string', 'x-axway-encrypted': true };
        const properties = {
          purpose: { type: 'string' },
          password: secret,
          callback: { type: 'object', properties: { url: { type: 'string' }, password: secret } },
        };
        const dependencies = { purpose: { properties: { pin: secret } } };
        await world.store.write(async (tx) => {
          const resource = (await tx.get('resource', 'invoices'))!;
          await tx.put('resource', {
            ...resource,
            requestForm: { schema: { type: 'object', properties, dependencies } },
          });
        });
        const ada = world.as('ada');
        const data = (n: number) => ({
          purpose: `purpose ${n}`,
          password: `canary ${n}`,
          pin: `canary ${n}`,
          callback: { url: 'https://shop.example', password: `canary ${n}` },
        });
        const { id } = await ada.accessRequests.create({ ...adasRequest('invoices'), data: data(1) });
        await world.as('priya').accessRequests.reject(id);
        await ada.accessRequests.update(id, { data: data(2) });
        const { items } = await ada.accessRequests.history(id);
        const changes = new Map(items.at(-1)!.changes!.map((change) => [change.field, change]));
        assert.deepEqual([...changes.keys()].sort(), ['callback', 'password', 'pin', 'purpose']);
        assert.deepEqual(changes.get('purpose'), { field: 'purpose', from: 'purpose 1', to: 'purpose 2' });
        assert.ok(!JSON.stringify(items).includes('canary'));
      });

      it('can be withdrawn while it waits, and asked for again afterwards', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const { id } = await ada.accessRequests.create(adasRequest('invoices'));
        assert.equal((await ada.accessRequests.withdraw(id)).state, 'withdrawn');
        await assert.rejects(ada.accessRequests.withdraw(id), problem('state-conflict', 'not-pending'));
        assert.equal((await ada.accessRequests.create(adasRequest('invoices'))).state, 'pending');
      });

      it('refuses a duplicate, also among 20 at once (A6)', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const results = await Promise.allSettled(
          Array.from({ length: 20 }, () => ada.accessRequests.create(adasRequest())),
        );
        assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
        for (const result of results)
          if (result.status === 'rejected') problem('duplicate-access-request')(result.reason);
        const options = await ada.resources.accessOptions('orders', { subscriptionId: 'sub_storefront_gold' });
        const option = options.applications.find(({ id }) => id === 'app_shop_web')!;
        assert.equal(option.allowed, false);
        assert.equal(option.duplicate?.state, 'provisioning');
      });

      it('refuses what the options would not offer, each with its reason and its field (A4, A5)', async () => {
        const world = await createWorld(kind);
        const cleo = world.as('cleo');
        const rows: [object, string, string][] = [
          [{ subscriptionId: 'sub_storefront_trial' }, '/subscriptionId', 'not-approved'],
          [{ subscriptionId: 'sub_logistics_2025', applicationId: 'app_dispatch' }, '/subscriptionId', 'not-active'],
          [{ subscriptionId: 'sub_logistics_bronze' }, '/applicationId', 'other-team'],
          [
            { resourceId: 'invoices', subscriptionId: 'sub_logistics_bronze', applicationId: 'app_dispatch' },
            '/subscriptionId',
            'plan-excludes-resource',
          ],
          [{ resourceId: 'nothing' }, '/resourceId', 'unknown'],
          [{ applicationId: 'nothing' }, '/applicationId', 'unknown'],
        ];
        for (const [change, pointer, reason] of rows)
          await assert.rejects(cleo.accessRequests.create({ ...adasRequest(), ...change }), (error: Error) => {
            problem('validation-failed', reason)(error);
            assert.equal((error as unknown as { errors: { pointer: string }[] }).errors[0]!.pointer, pointer);
            return true;
          });
        assert.equal((await cleo.accessRequests.list()).items.length, 0);
      });

      it('checks the form’s data against its schema, with a pointer to each field (A2)', async () => {
        const world = await createWorld(kind);
        const data = { purpose: 'nonsense', extra: 1 };
        await assert.rejects(world.as('ada').accessRequests.create({ ...adasRequest(), data }), (error: Error) => {
          problem('validation-failed')(error);
          const pointers = (error as unknown as { errors: { pointer: string }[] }).errors.map((e) => e.pointer);
          assert.deepEqual(pointers.sort(), ['/data/callsPerDay', '/data/extra', '/data/purpose']);
          return true;
        });
      });

      it('keeps what belongs to another team out of sight: unknown and foreign look the same', async () => {
        const world = await createWorld(kind);
        const { request, credential } = await withActiveCredential(world);
        const ben = world.as('ben');
        const foreign = async (call: Promise<unknown>): Promise<string> => {
          const error = await call.then(
            () => undefined,
            (reason: Error) => reason,
          );
          problem('not-found')(error);
          return (error as Error).message;
        };
        const messages = await Promise.all([
          foreign(ben.accessRequests.get(request.id)),
          foreign(ben.accessRequests.get('ar_nothing')),
          foreign(ben.accessRequests.withdraw(request.id)),
          foreign(ben.credentials.get(credential.id)),
          foreign(ben.credentials.suspend(credential.id)),
          foreign(ben.credentials.remove(credential.id)),
          foreign(ben.credentials.reveal(credential.id)),
          foreign(ben.applications.get('app_shop_web')),
          foreign(ben.subscriptions.cancel('sub_storefront_gold')),
        ]);
        assert.equal(new Set(messages).size, 1);
        assert.equal((await ben.credentials.list()).items.length, 0);
        assert.equal((await ben.accessRequests.list()).items.length, 0);
        await assert.rejects(ben.credentials.create({ ...adasCredential() }), problem('validation-failed', 'unknown'));
      });

      it('lets only the provider decide, and only consumers act on credentials', async () => {
        const world = await createWorld(kind);
        const { ada, request, credential } = await withActiveCredential(world);
        await assert.rejects(ada.accessRequests.approve(request.id), problem('forbidden', 'role'));
        await assert.rejects(ada.accessRequests.revoke(request.id), problem('forbidden', 'role'));
        const priya = world.as('priya');
        await assert.rejects(priya.credentials.suspend(credential.id), problem('forbidden', 'role'));
        await assert.rejects(priya.credentials.reveal(credential.id), problem('forbidden', 'role'));
      });
    });

    describe('credentials', () => {
      it('needs approved access first (A1)', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        await assert.rejects(ada.credentials.create(adasCredential()), problem('access-required', 'no-access'));
        await ada.accessRequests.create(adasRequest());
        await assert.rejects(ada.credentials.create(adasCredential()), problem('access-required', 'provisioning'));
        await world.marketplace.agent.work();
        assert.equal((await ada.credentials.create(adasCredential())).state, 'pending');
      });

      it('goes pending → active → suspending → inactive → enabling → active → deleting → gone (C1, C5, C8)', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const { id } = credential;
        const { agent } = world.marketplace;
        const key = (await ada.credentials.reveal(id)).fields[0]!.value.reveal();
        const refusal = async () => world.refusalOf({ by: 'key', key });
        assert.equal(credential.state, 'active');
        assert.equal(await refusal(), undefined);

        assert.equal((await ada.credentials.suspend(id)).transition, 'suspending');
        await assert.rejects(ada.credentials.suspend(id), problem('state-conflict', 'in-transition'));
        await agent.work();
        assert.equal((await ada.credentials.get(id)).state, 'inactive');
        assert.equal(await refusal(), 'suspended');
        await assert.rejects(ada.credentials.suspend(id), problem('state-conflict', 'not-active'));

        assert.equal((await ada.credentials.enable(id)).transition, 'enabling');
        await agent.work();
        assert.equal((await ada.credentials.get(id)).state, 'active');
        assert.equal(await refusal(), undefined);
        await assert.rejects(ada.credentials.enable(id), problem('state-conflict', 'not-inactive'));

        assert.equal((await ada.credentials.remove(id)).state, 'deleting');
        await assert.rejects(ada.credentials.reveal(id), problem('state-conflict', 'deleting'));
        await agent.work();
        await assert.rejects(ada.credentials.get(id), problem('not-found'));
        assert.equal(await refusal(), 'unknown-credential');
        assert.equal(await world.store.read((tx) => tx.count('secret', {})), 0);
      });

      it('carries a suspension out even if it is enabled again before the agent comes', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        await ada.credentials.suspend(credential.id);
        await ada.credentials.remove(credential.id);
        await world.marketplace.agent.work();
        await assert.rejects(ada.credentials.get(credential.id), problem('not-found'));
      });

      it('never lists a secret (C4)', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world, 'oauth-secret');
        const secret = await ada.credentials.reveal(credential.id);
        const value = secret.fields.find(({ secret: isSecret }) => isSecret)!.value.reveal();
        const everything = JSON.stringify([
          await ada.credentials.list(),
          await ada.credentials.get(credential.id),
          await ada.accessRequests.list(),
          await ada.events.list({ after: '0' }),
          secret,
        ]);
        assert.ok(!everything.includes(value));
        assert.ok(everything.includes(credential.identifiers[0]!.value));
      });

      it('searches name and identifier, and filters by state', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const { id: other } = await ada.credentials.create({ ...adasCredential(), name: 'Nightly 100%' });
        const ids = async (params: object) => (await ada.credentials.list(params)).items.map(({ id }) => id);
        assert.deepEqual(await ids({ q: 'nightly 100%' }), [other]);
        assert.deepEqual(await ids({ q: credential.identifiers[0]!.value.slice(-4) }), [credential.id]);
        assert.deepEqual(await ids({ state: ['active'] }), [credential.id]);
        assert.deepEqual(await ids({ state: ['pending', 'active'] }), [other, credential.id]);
        assert.deepEqual(await ids({ resourceId: 'invoices' }), []);
        assert.deepEqual(await ids({ applicationId: 'app_shop_mobile' }), []);
      });

      it('pages through everything, newest first, each once', async () => {
        const world = await createWorld(kind);
        const { ada } = await withActiveCredential(world);
        for (let i = 0; i < 6; i++) await ada.credentials.create({ ...adasCredential(), name: `n${i}` });
        const names: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await ada.credentials.list({ limit: 3, ...(cursor ? { cursor } : {}) });
          assert.equal(page.total, 7);
          names.push(...page.items.map(({ name }) => name));
          cursor = page.next;
        } while (cursor);
        assert.deepEqual(names, ['n5', 'n4', 'n3', 'n2', 'n1', 'n0', 'CI']);
      });

      it('shows why provisioning failed, and tries again when asked (C1)', async () => {
        let broken = true;
        const world = await createWorld(kind, (registry) => ({
          ...registry,
          provision: async (order, fence) => {
            if (broken) throw new DataPlaneError('The gateway has no room for more keys.');
            return registry.provision(order, fence);
          },
        }));
        const { ada, credential } = await withActiveCredential(world);
        assert.equal(credential.state, 'error');
        assert.equal(credential.reasons![0]!.detail, 'The gateway has no room for more keys.');
        assert.ok(credential.actions.some(({ action, allowed }) => action === 'retry' && allowed));
        broken = false;
        assert.equal((await ada.credentials.retry(credential.id)).state, 'pending');
        await world.marketplace.agent.work();
        const fixed = await ada.credentials.get(credential.id);
        assert.equal(fixed.state, 'active');
        assert.equal(fixed.reasons, undefined);
      });
    });

    describe('secrets (S1, S3)', () => {
      it('can be revealed as often as wanted for three days, then is erased and still works', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const first = await ada.credentials.reveal(credential.id);
        const key = first.fields[0]!.value.reveal();
        assert.ok(isIssuedKey(key));
        world.clock.advance(3 * dayMs - 60_000);
        assert.equal((await ada.credentials.reveal(credential.id)).fields[0]!.value.reveal(), key);
        world.clock.advance(60_001);
        await assert.rejects(ada.credentials.reveal(credential.id), problem('secret-gone', 'erased'));
        assert.equal(await world.store.read((tx) => tx.count('secret', {})), 1);
        await world.marketplace.clockMoved();
        assert.equal(await world.store.read((tx) => tx.count('secret', {})), 0);
        assert.equal((await ada.credentials.get(credential.id)).secret.state, 'erased');
        assert.equal(await world.refusalOf({ by: 'key', key }), undefined);
      });

      it('is stored sealed, and by the data plane as a hash', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const key = (await ada.credentials.reveal(credential.id)).fields[0]!.value.reveal();
        const kept = await world.store.read(async (tx) => [
          await tx.list('secret', {}),
          await tx.list('credential', {}),
          await tx.list('reply', {}),
          await tx.list('event', {}),
          await tx.list('task', {}),
        ]);
        const registered = await world.registry.identify({ by: 'key', key });
        assert.ok(!JSON.stringify([kept, registered]).includes(key));
        assert.ok(!JSON.stringify([kept, registered]).includes(key.slice(7, 39)));
      });
    });

    describe('what ends access (A9)', () => {
      it('revoking stops the traffic and further credentials', async () => {
        const world = await createWorld(kind);
        const { ada, request, credential } = await withActiveCredential(world);
        const registered = await claimOf(ada, credential.id);
        await world.as('priya').accessRequests.revoke(request.id, { reason: 'Unpaid.' });
        await world.marketplace.agent.work();
        assert.equal(await world.refusalOf(registered), 'no-access');
        assert.equal((await ada.accessRequests.get(request.id)).state, 'revoked');
        await assert.rejects(ada.credentials.create(adasCredential()), problem('access-required', 'no-access'));
      });

      it('so does cancelling the subscription; what still waits is rejected', async () => {
        const world = await createWorld(kind);
        const { ada, request, credential } = await withActiveCredential(world);
        const waiting = await ada.accessRequests.create(adasRequest('invoices'));
        const registered = await claimOf(ada, credential.id);
        assert.equal((await ada.subscriptions.cancel('sub_storefront_gold')).state, 'cancelled');
        await world.marketplace.agent.work();
        assert.equal(await world.refusalOf(registered), 'no-access');
        assert.equal((await ada.accessRequests.get(request.id)).state, 'revoked');
        assert.equal((await ada.accessRequests.get(waiting.id)).state, 'rejected');
        await assert.rejects(ada.subscriptions.cancel('sub_storefront_gold'), problem('state-conflict', 'not-active'));
      });

      it('a subscription that ends by itself stops the traffic at that moment', async () => {
        const world = await createWorld(kind);
        await world.store.write(async (tx) => {
          const gold = (await tx.get('subscription', 'sub_storefront_gold'))!;
          await tx.put('subscription', { ...gold, expiresAt: world.clock.now() + dayMs });
        });
        const { ada, credential } = await withActiveCredential(world);
        const registered = await claimOf(ada, credential.id);
        assert.equal(await world.refusalOf(registered), undefined);
        world.clock.advance(dayMs);
        assert.equal(await world.refusalOf(registered), 'no-access');
      });
    });

    describe('repeats and races', () => {
      it('answers a repeated key with the first answer, and does nothing twice', async () => {
        const world = await createWorld(kind);
        const { ada } = await withActiveCredential(world);
        const options = { idempotencyKey: 'one intent' };
        const answers = await Promise.all(
          Array.from({ length: 10 }, () => ada.credentials.create(adasCredential(), options)),
        );
        assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
        assert.equal((await ada.credentials.list()).items.length, 2);
        await world.marketplace.agent.work();
        const again = await ada.credentials.create(adasCredential(), options);
        assert.equal(again.state, 'pending');
      });

      it('refuses a key that was used for something else', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const options = { idempotencyKey: 'k' };
        await ada.credentials.create(adasCredential(), options);
        await assert.rejects(
          ada.credentials.create({ ...adasCredential(), name: 'Other' }, options),
          problem('idempotency-key-reused'),
        );
        await assert.rejects(ada.credentials.suspend(credential.id, {}, options), problem('idempotency-key-reused'));
      });

      it('keeps keys of different people apart', async () => {
        const world = await createWorld(kind);
        const options = { idempotencyKey: 'k' };
        const a = await world.as('ada').applications.create({ name: 'A', teamId: 'team_storefront' }, options);
        const b = await world.as('ben').applications.create({ name: 'B', teamId: 'team_logistics' }, options);
        assert.notEqual(a.id, b.id);
      });

      it('fails a change that is based on an old version', async () => {
        const world = await createWorld(kind);
        const { ada, credential } = await withActiveCredential(world);
        const { version } = credential;
        await ada.credentials.update(credential.id, { name: 'New' }, { ifMatch: version });
        await assert.rejects(
          ada.credentials.update(credential.id, { name: 'Newer' }, { ifMatch: version }),
          problem('precondition-failed'),
        );
        await assert.rejects(
          ada.credentials.suspend(credential.id, {}, { ifMatch: version }),
          problem('precondition-failed'),
        );
        assert.equal((await ada.credentials.get(credential.id)).name, 'New');
      });

      it('refuses broken text instead of choking on it', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        for (const name of ['a\0b', 'a\ud800b'])
          await assert.rejects(
            ada.applications.create({ name, teamId: 'team_storefront' }),
            problem('malformed-request'),
          );
        assert.equal(
          (await ada.applications.create({ name: '😀 \u202e', teamId: 'team_storefront' })).name,
          '😀 \u202e',
        );
      });
    });

    describe('events', () => {
      it('tells each person what they may know, in order, and only that', async () => {
        const world = await createWorld(kind);
        const start = (await world.as('ada').events.list()).next;
        const { request, credential } = await withActiveCredential(world);
        const heard = async (person: string) =>
          (await world.as(person).events.list({ after: start })).items.map((e) => `${e.subject} ${e.subjectId}`);
        const story = [
          `access-request ${request.id}`,
          `access-request ${request.id}`,
          `credential ${credential.id}`,
          `credential ${credential.id}`,
        ];
        assert.deepEqual(await heard('ada'), story);
        assert.deepEqual(await heard('cleo'), story);
        assert.deepEqual(await heard('priya'), story);
        assert.deepEqual(await heard('ben'), []);
        await world.marketplace.clockMoved();
        assert.deepEqual(await heard('ben'), ['clock acme']);

        await world.as('ada').credentials.remove(credential.id);
        await world.marketplace.agent.work();
        const { items } = await world.as('ada').events.list({ after: start });
        assert.deepEqual([items.at(-1)?.subjectId, items.at(-1)?.removed], [credential.id, true]);
      });

      it('starts a few seconds back, so that nothing falls between a first reading and the first event', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const { id } = await ada.accessRequests.create(adasRequest('invoices'));
        const heard = async () => (await ada.events.list({ after: (await ada.events.list()).next })).items;
        assert.deepEqual(
          (await heard()).map(({ subjectId }) => subjectId),
          [id],
        );
        world.clock.advance(6_000);
        assert.deepEqual(await heard(), []);
      });

      it('streams them as they happen, from where one left off, until the signal', async () => {
        const world = await createWorld(kind);
        const ada = world.as('ada');
        const start = (await ada.events.list()).next;
        const stop = new AbortController();
        const heard: string[] = [];
        const listening = (async () => {
          for await (const event of ada.events.stream({ after: start }, { signal: stop.signal })) {
            heard.push(event.subject);
            if (heard.length === 4) stop.abort();
          }
        })();
        const aborted = assert.rejects(listening, { name: 'AbortError' });
        await withActiveCredential(world);
        await aborted;
        assert.deepEqual(heard, ['access-request', 'access-request', 'credential', 'credential']);
      });
    });
  });
