import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { DataPlaneError, type CredentialOrder } from '../../src/marketplace/data-plane.js';
import { anOrder, keyRefusal, pairRefusal, registryWorld, valuesOf, type RegistryWorld } from './registry-world.js';

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;

async function withPair(more: Partial<CredentialOrder> = {}): Promise<RegistryWorld & { id: string; secret: string }> {
  const world = registryWorld();
  const order = anOrder({ kind: 'key-pair', ...more });
  const [id = '', secret = ''] = valuesOf(await world.registry.provision(order, world.fence()));
  return { ...world, id, secret };
}

describe('a renewal (SPEC C6)', () => {
  it('lets both secrets work until the overlap ends, then only the new one', async () => {
    const world = await withPair();
    const { registry, clock, fence, id, secret } = world;
    const oldUntil = clock.now() + hourMs;
    const { identifiers, fields } = await registry.renew({ credentialId: 'cred_1', id: 'r1', oldUntil }, fence());
    const [sameId, renewed = ''] = valuesOf({ identifiers, fields });
    assert.equal(sameId, id);
    assert.equal(identifiers[0]?.value, id);
    assert.notEqual(renewed, secret);
    clock.advance(hourMs - minuteMs);
    assert.equal(await pairRefusal(world, id, secret), undefined);
    assert.equal(await pairRefusal(world, id, renewed), undefined);
    clock.advance(minuteMs);
    assert.equal(await pairRefusal(world, id, secret), 'unknown-credential');
    assert.equal(await pairRefusal(world, id, renewed), undefined);
  });

  it('lets both keys work where the key is the secret', async () => {
    const world = registryWorld();
    const { registry, clock, fence } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    const renewal = { credentialId: 'cred_1', id: 'r1', oldUntil: clock.now() + hourMs };
    const [renewed = ''] = valuesOf(await registry.renew(renewal, fence()));
    for (const good of [key, renewed]) assert.equal(await keyRefusal(world, good), undefined);
    clock.advance(hourMs);
    assert.equal(await keyRefusal(world, key), 'unknown-credential');
    assert.equal(await keyRefusal(world, renewed), undefined);
  });

  it('that is ordered again keeps the secret from before the first order, and no other', async () => {
    const world = await withPair();
    const { registry, clock, fence, id, secret } = world;
    const renewal = { credentialId: 'cred_1', id: 'r1', oldUntil: clock.now() + hourMs };
    const answers: string[] = [];
    for (let n = 0; n < 3; n++) answers.push(valuesOf(await registry.renew(renewal, fence()))[1] ?? '');
    const [first = '', second = '', last = ''] = answers;
    for (const good of [secret, last]) assert.equal(await pairRefusal(world, id, good), undefined);
    for (const lost of [first, second]) assert.equal(await pairRefusal(world, id, lost), 'unknown-credential');
  });

  it('ends the old secret at once when that is wanted, also when it is ordered again', async () => {
    const world = await withPair();
    const { registry, clock, fence, id, secret } = world;
    const renewal = { credentialId: 'cred_1', id: 'r1', oldUntil: clock.now() };
    const [, first = ''] = valuesOf(await registry.renew(renewal, fence()));
    const [, last = ''] = valuesOf(await registry.renew(renewal, fence()));
    for (const ended of [secret, first]) assert.equal(await pairRefusal(world, id, ended), 'unknown-credential');
    assert.equal(await pairRefusal(world, id, last), undefined);
  });

  it('ends an earlier overlap: what got out must not work on', async () => {
    const world = await withPair();
    const { registry, clock, fence, id, secret } = world;
    const oldUntil = clock.now() + hourMs;
    const [, second = ''] = valuesOf(await registry.renew({ credentialId: 'cred_1', id: 'r1', oldUntil }, fence()));
    const [, third = ''] = valuesOf(await registry.renew({ credentialId: 'cred_1', id: 'r2', oldUntil }, fence()));
    assert.equal(await pairRefusal(world, id, secret), 'unknown-credential');
    for (const good of [second, third]) assert.equal(await pairRefusal(world, id, good), undefined);
  });

  it('changes neither what a credential may do nor whether it is suspended', async () => {
    const world = await withPair();
    const { registry, fence, id } = world;
    await registry.setEnabled('cred_1', false, fence());
    const [, renewed] = valuesOf(await registry.renew({ credentialId: 'cred_1', id: 'r1', oldUntil: 0 }, fence()));
    assert.equal(await pairRefusal(world, id, renewed), 'suspended');
  });
});

describe('a secret that a person sets (SPEC S9)', () => {
  it('is needed from then on; until then the key alone is enough', async () => {
    const world = await withPair({ secretLater: true });
    const { registry, fence, id, secret } = world;
    assert.equal(secret, '');
    assert.equal(await pairRefusal(world, id), undefined);
    assert.equal(await pairRefusal(world, id, 'guess'), 'unknown-credential');
    await registry.setSecret('cred_1', 'pässword 1', fence());
    assert.equal(await pairRefusal(world, id), 'secret-required');
    assert.equal(await pairRefusal(world, id, 'pässword 1'), undefined);
    assert.equal(await pairRefusal(world, id, 'password 1'), 'unknown-credential');
  });

  it('replaces the one before at once, overlap or not', async () => {
    const world = await withPair();
    const { registry, clock, fence, id, secret } = world;
    const renewal = { credentialId: 'cred_1', id: 'r1', oldUntil: clock.now() + hourMs };
    const [, renewed = ''] = valuesOf(await registry.renew(renewal, fence()));
    await registry.setSecret('cred_1', 'one', fence());
    await registry.setSecret('cred_1', 'two', fence());
    for (const ended of [secret, renewed, 'one'])
      assert.equal(await pairRefusal(world, id, ended), 'unknown-credential');
    assert.equal(await pairRefusal(world, id, 'two'), undefined);
  });

  it('works on beside the new one for the overlap of a renewal', async () => {
    const world = await withPair();
    const { registry, clock, fence, id } = world;
    await registry.setSecret('cred_1', 'mine', fence());
    const renewal = { credentialId: 'cred_1', id: 'r1', oldUntil: clock.now() + hourMs };
    const [, renewed = ''] = valuesOf(await registry.renew(renewal, fence()));
    for (const good of ['mine', renewed]) assert.equal(await pairRefusal(world, id, good), undefined);
    clock.advance(hourMs);
    assert.equal(await pairRefusal(world, id, 'mine'), 'unknown-credential');
  });

  it('is kept stretched, under a salt of its own: the same twice looks different', async () => {
    const world = await withPair();
    const { registry, store, fence } = world;
    const kept: string[] = [];
    for (let n = 0; n < 2; n++) {
      await registry.setSecret('cred_1', '1234', fence());
      const [one] = (await store.read((tx) => tx.get('registeredCredential', 'cred_1')))?.secrets ?? [];
      assert.ok((one?.stretching?.iterations ?? 0) >= 210_000);
      kept.push(one?.hash ?? '');
    }
    assert.notEqual(kept[0], kept[1]);
  });

  it('is stretched once for many calls, and once for many at the same moment', async () => {
    const world = await withPair();
    const { registry, fence, id } = world;
    await registry.setSecret('cred_1', '1234', fence());
    const stretch = mock.method(crypto.subtle, 'deriveBits');
    try {
      const calls = await Promise.all(Array.from({ length: 20 }, () => pairRefusal(world, id, '1234')));
      assert.deepEqual(new Set(calls), new Set([undefined]));
      assert.equal(await pairRefusal(world, id, '1234'), undefined);
      assert.equal(stretch.mock.callCount(), 1);
      await registry.setSecret('cred_1', '12345', fence());
      assert.equal(await pairRefusal(world, id, '1234'), 'unknown-credential');
    } finally {
      stretch.mock.restore();
    }
  });

  it('cannot be set where there is none, and not to nothing', async () => {
    const { registry, fence } = registryWorld();
    await registry.provision(anOrder(), fence());
    await registry.provision(anOrder({ id: 'cred_2', kind: 'key-pair' }), fence());
    await assert.rejects(registry.setSecret('cred_1', 'x', fence()), DataPlaneError);
    await assert.rejects(registry.setSecret('cred_2', '', fence()), DataPlaneError);
  });
});

describe('what a call shows of itself', () => {
  it('counts only in the way of its own kind', async () => {
    const { registry, fence } = registryWorld();
    const values: Record<string, string[]> = {};
    for (const kind of ['api-key', 'key-pair', 'oauth-secret', 'http-basic'] as const)
      values[kind] = valuesOf(await registry.provision(anOrder({ id: kind, kind }), fence()));
    for (const [kind, [id = '', secret = '']] of Object.entries(values)) {
      const owners = {
        'api-key': await registry.identify({ by: 'key', key: id }),
        'key-pair': await registry.identify({ by: 'pair', id, secret }),
        'oauth-secret': await registry.identify({ by: 'client', id, secret }),
        'http-basic': await registry.identify({ by: 'basic', id, secret }),
      };
      const found = Object.entries(owners).filter(([, caller]) => caller);
      assert.deepEqual(
        found.map(([by, caller]) => [by, caller?.credential.id]),
        [[kind, kind]],
      );
      assert.equal(await registry.identify({ by: 'key', key: secret }), undefined);
      assert.equal(await registry.identify({ by: 'session', token: secret || id }), undefined);
    }
  });

  it('asks the store for nothing that is not built like something of ours', async () => {
    const { registry, store } = registryWorld();
    const read = mock.method(store, 'read');
    for (const text of ['', 'x', '__proto__', 'lk_id_', `lk_id_${'\0'.repeat(24)}`, `lk_key_${'a'.repeat(38)}`]) {
      await registry.identify({ by: 'key', key: text });
      await registry.identify({ by: 'session', token: text });
      for (const by of ['pair', 'basic', 'client'] as const) await registry.identify({ by, id: text, secret: 'x' });
    }
    assert.equal(read.mock.callCount(), 0);
  });
});
