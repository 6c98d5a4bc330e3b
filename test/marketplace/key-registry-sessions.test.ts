import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CredentialOrder, ResourceOrder } from '../../src/marketplace/data-plane.js';
import { createKeyRegistry, type Refusal } from '../../src/marketplace/key-registry.js';
import { aCall, anOrder, registryWorld, valuesOf, type RegistryWorld } from './registry-world.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

const sandbox: ResourceOrder = { id: 'eqp-sandbox', grantRequired: false };
const production: ResourceOrder = { id: 'eqp-production', grantRequired: false };

interface PairWorld extends RegistryWorld {
  id: string;
  secret: string;
  order: CredentialOrder;
}

async function withPair(more: Partial<CredentialOrder> = {}): Promise<PairWorld> {
  const world = registryWorld();
  const order = anOrder({ kind: 'key-pair', resources: [sandbox], ...more });
  const [id = '', secret = ''] = valuesOf(await world.registry.provision(order, world.fence()));
  return { ...world, id, secret, order };
}

const ask = ({ registry, id, secret }: PairWorld, resourceId = sandbox.id, expiresInSeconds = 3600) =>
  registry.issueSession({ id, secret, resourceId, expiresInSeconds });

async function tokenOf(world: PairWorld): Promise<string> {
  const session = await ask(world);
  assert.ok('token' in session);
  return session.token;
}

const refusalOf = async ({ registry }: RegistryWorld, token: string, call = {}): Promise<Refusal | undefined> =>
  registry.refusal(await registry.identify({ by: 'session', token }), aCall({ resourceId: sandbox.id, ...call }));

describe('a session token (SPEC E3)', () => {
  it('stands for the pair until it expires by the marketplace’s clock', async () => {
    const world = await withPair();
    const session = await ask(world);
    assert.ok('token' in session);
    assert.equal(session.credentialId, 'cred_1');
    assert.match(session.token, /^lk_session_/);
    assert.equal(await refusalOf(world, session.token), undefined);
    world.clock.advance(hourMs);
    assert.equal(await refusalOf(world, session.token), 'token-expired');
    await world.registry.sweep();
    assert.equal(await refusalOf(world, session.token), 'unknown-credential');
    assert.equal(await world.store.read((tx) => tx.count('registeredSession', {})), 0);
  });

  it('is kept as a hash only', async () => {
    const world = await withPair();
    const token = await tokenOf(world);
    const kept = await world.store.read((tx) => tx.list('registeredSession', {}));
    assert.equal(kept.length, 1);
    assert.ok(!JSON.stringify(kept).includes(token));
  });

  it('is for one resource: sandbox and production refuse each other’s (SPEC E2)', async () => {
    const world = await withPair();
    assert.deepEqual(await ask(world, production.id), { refused: 'no-access' });
    assert.equal(await refusalOf(world, await tokenOf(world), { resourceId: production.id }), 'no-access');

    const both = await withPair({ resources: [sandbox, production] });
    const token = await tokenOf(both);
    assert.equal(await refusalOf(both, token, { resourceId: production.id }), 'no-access');
    assert.equal(await refusalOf(both, token), undefined);
  });

  it('is not given for a wrong pair, nor for one that may not call', async () => {
    const world = await withPair({ applicationId: 'app', until: Date.now() + dayMs });
    const { registry, clock, fence, id, order } = world;
    assert.deepEqual(await ask({ ...world, secret: 'wrong' }), { refused: 'unknown-credential' });
    assert.deepEqual(await ask({ ...world, id: `${id.slice(0, -1)}!` }), { refused: 'unknown-credential' });
    await registry.setEnabled('cred_1', false, fence());
    assert.deepEqual(await ask(world), { refused: 'suspended' });
    await registry.setEnabled('cred_1', true, fence());
    await registry.setExposed(sandbox.id, false, fence());
    assert.deepEqual(await ask(world), { refused: 'not-exposed' });
    await registry.setExposed(sandbox.id, true, fence());
    await registry.update({ ...order, resources: [{ ...sandbox, grantRequired: true }] }, fence());
    assert.deepEqual(await ask(world), { refused: 'no-access' });
    await registry.grant({ id: 'g', applicationId: 'app', resourceId: sandbox.id }, fence());
    assert.ok('token' in (await ask(world)));
    clock.advance(dayMs);
    assert.deepEqual(await ask(world), { refused: 'expired' });
  });

  it('is not given for a key whose secret nobody has set, nor for other kinds', async () => {
    const later = await withPair({ secretLater: true });
    for (const secret of ['', 'x'])
      assert.deepEqual(await ask({ ...later, secret }), { refused: 'unknown-credential' });
    const basic = await withPair({ kind: 'http-basic' });
    assert.deepEqual(await ask(basic), { refused: 'unknown-credential' });
  });

  it('ends no later than the credential expires', async () => {
    const until = Date.now() + 60_000;
    const world = await withPair({ until });
    const session = await ask(world);
    assert.ok('token' in session);
    assert.equal(session.until, until);
  });

  it('is given for both secrets during the overlap of a renewal', async () => {
    const world = await withPair();
    const { registry, clock, fence } = world;
    const renewal = { credentialId: 'cred_1', id: 'r', oldUntil: clock.now() + hourMs };
    const [, renewed = ''] = valuesOf(await registry.renew(renewal, fence()));
    for (const secret of [world.secret, renewed]) assert.ok('token' in (await ask({ ...world, secret })));
    clock.advance(hourMs);
    assert.deepEqual(await ask(world), { refused: 'unknown-credential' });
  });
});

describe('a session token that was already issued (SPEC C7)', () => {
  it('outlives that the pair is regenerated; the old pair gets no other', async () => {
    const world = await withPair();
    const token = await tokenOf(world);
    const [id = '', secret = ''] = valuesOf(await world.registry.provision(world.order, world.fence()));
    assert.deepEqual(await ask(world), { refused: 'unknown-credential' });
    assert.ok('token' in (await ask({ ...world, id, secret })));
    assert.equal(await refusalOf(world, token), undefined);
    world.clock.advance(hourMs);
    assert.equal(await refusalOf(world, token), 'token-expired');
  });

  it('outlives the credential, with what that could do at the end, and for its own resource only', async () => {
    const world = await withPair({ resources: [sandbox, production] });
    const { registry, clock, fence, order } = world;
    const token = await tokenOf(world);
    await registry.update({ ...order, resources: [{ ...sandbox, methods: ['GET'] }, production] }, fence());
    await registry.remove('cred_1', fence());
    assert.deepEqual(await ask(world), { refused: 'unknown-credential' });
    assert.equal(await refusalOf(world, token), undefined);
    assert.equal(await refusalOf(world, token, { method: 'POST' }), 'permission-denied');
    assert.equal(await refusalOf(world, token, { resourceId: production.id }), 'no-access');
    clock.advance(hourMs);
    assert.equal(await refusalOf(world, token), 'token-expired');
  });

  it('stops while its credential is suspended, and does not come back when that is removed', async () => {
    const world = await withPair();
    const { registry, fence } = world;
    const token = await tokenOf(world);
    await registry.setEnabled('cred_1', false, fence());
    assert.equal(await refusalOf(world, token), 'suspended');
    await registry.remove('cred_1', fence());
    assert.equal(await refusalOf(world, token), 'unknown-credential');
  });

  it('stops when its credential may no longer call the resource, also after that is removed', async () => {
    const world = await withPair();
    const { registry, fence, order } = world;
    const token = await tokenOf(world);
    await registry.update({ ...order, resources: [production] }, fence());
    assert.equal(await refusalOf(world, token), 'no-access');
    await registry.remove('cred_1', fence());
    assert.equal(await refusalOf(world, token), 'unknown-credential');
  });
});

describe('a pair that was replaced in another process', () => {
  it('gets no token, even where nobody has heard of it yet', async () => {
    const world = await withPair();
    const { store, clock, registry, fence, order } = world;
    const deaf = createKeyRegistry({ store: { ...store, onWrite: () => () => undefined }, clock });
    assert.ok('token' in (await ask({ ...world, registry: deaf })));
    await registry.provision(order, fence());
    assert.deepEqual(await ask({ ...world, registry: deaf }), { refused: 'unknown-credential' });
  });
});
