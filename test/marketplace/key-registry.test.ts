import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { generateKeyPair, exportSPKI } from 'jose';
import { DataPlaneError } from '../../src/marketplace/data-plane.js';
import { createKeyRegistry } from '../../src/marketplace/key-registry.js';
import { isIssuedKey } from '../../src/marketplace/keys.js';
import { aCall, anOrder, keyRefusal, pairRefusal, registryWorld, valuesOf } from './registry-world.js';

const dayMs = 24 * 60 * 60 * 1000;

describe('what the registry issues', () => {
  it('is a key for an API key, of which a part is shown', async () => {
    const { registry, fence } = registryWorld();
    const { identifiers, fields } = await registry.provision(anOrder(), fence());
    const [key] = fields;
    assert.ok(key?.secret && isIssuedKey(key.value));
    assert.deepEqual(
      identifiers.map(({ name, label }) => [name, label]),
      [['key', 'Key hint']],
    );
    assert.match(identifiers[0]?.value ?? '', /^lk_key_\w{4}…\w{4}$/);
  });

  it('is an identifier that is shown and a secret for what has two values', async () => {
    const { registry, fence } = registryWorld();
    const kinds = {
      'key-pair': ['keyId', 'keySecret', 'lk_id_'],
      'oauth-secret': ['clientId', 'clientSecret', 'lk_client_'],
      'http-basic': ['username', 'password', 'lk_user_'],
    } as const;
    for (const kind of ['key-pair', 'oauth-secret', 'http-basic'] as const) {
      const { identifiers, fields } = await registry.provision(anOrder({ id: kind, kind }), fence());
      const [idName, secretName, prefix] = kinds[kind];
      assert.deepEqual(
        fields.map(({ name, secret }) => [name, secret]),
        [
          [idName, false],
          [secretName, true],
        ],
      );
      assert.ok(identifiers[0]?.value.startsWith(prefix));
      assert.equal(identifiers[0]?.value, fields[0]?.value);
      assert.ok(isIssuedKey(fields[1]?.value ?? ''));
    }
  });

  it('calls the values of a key pair what it was told', async () => {
    const { store, clock, fence } = registryWorld();
    const pairNames = {
      id: { name: 'applicationId', label: 'Application ID' },
      secret: { name: 'applicationSecret', label: 'Application secret' },
    };
    const registry = createKeyRegistry({ store, clock, pairNames });
    const { identifiers, fields } = await registry.provision(anOrder({ kind: 'key-pair' }), fence());
    assert.deepEqual(
      [...identifiers, ...fields].map(({ name, label }) => [name, label]),
      [
        ['applicationId', 'Application ID'],
        ['applicationId', 'Application ID'],
        ['applicationSecret', 'Application secret'],
      ],
    );
  });

  it('is a client ID alone for a client with a public key, of which nothing else is kept', async () => {
    const { registry, store, fence } = registryWorld();
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    const order = anOrder({ kind: 'oauth-public-key', data: { publicKey: await exportSPKI(publicKey) } });
    const { identifiers, fields } = await registry.provision(order, fence());
    assert.deepEqual(
      fields.map(({ name, secret }) => [name, secret]),
      [['clientId', false]],
    );
    assert.equal(identifiers[0]?.value, fields[0]?.value);
    const kept = await store.read((tx) => tx.get('registeredCredential', 'cred_1'));
    assert.deepEqual(Object.keys(kept?.publicKey ?? {}).sort(), ['crv', 'kty', 'x', 'y']);
  });

  it('is nothing, with the reason, for a public key that is none, and for kinds it cannot check', async () => {
    const { registry, fence } = registryWorld();
    const refused = (more: Parameters<typeof anOrder>[0], words: RegExp): Promise<void> =>
      assert.rejects(
        registry.provision(anOrder(more), fence()),
        (error) => error instanceof DataPlaneError && words.test(error.message),
      );
    await refused({ kind: 'oauth-public-key', data: { publicKey: 'x' } }, /no public key/);
    await refused({ kind: 'oauth-public-key' }, /Paste a public key/);
    await refused({ kind: 'mutual-tls' }, /cannot check/);
  });

  it('leaves no secret in the store', async () => {
    const { registry, store, fence } = registryWorld();
    const secrets: string[] = [];
    for (const kind of ['api-key', 'key-pair', 'oauth-secret', 'http-basic'] as const) {
      const { fields } = await registry.provision(anOrder({ id: kind, kind }), fence());
      secrets.push(...fields.filter(({ secret }) => secret).map(({ value }) => value));
    }
    await registry.setSecret('key-pair', 'chosen by a person', fence());
    const kept = JSON.stringify(await store.read((tx) => tx.list('registeredCredential', {})));
    for (const secret of [...secrets, 'chosen by a person']) assert.ok(!kept.includes(secret));
  });
});

describe('a credential at the registry', () => {
  it('is replaced whole when it is provisioned again', async () => {
    const world = registryWorld();
    const { registry, fence } = world;
    const [oldId = '', oldSecret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'key-pair' }), fence()));
    const [id = '', secret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'key-pair' }), fence()));
    assert.equal(await pairRefusal(world, id, secret), undefined);
    for (const [wrongId, wrongSecret] of [
      [oldId, oldSecret],
      [id, oldSecret],
      [oldId, secret],
    ] as const)
      assert.equal(await pairRefusal(world, wrongId, wrongSecret), 'unknown-credential');
  });

  it('is refused while it is suspended, and once it is removed', async () => {
    const world = registryWorld();
    const { registry, fence } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    await registry.setEnabled('cred_1', false, fence());
    assert.equal(await keyRefusal(world, key), 'suspended');
    await registry.setEnabled('cred_1', true, fence());
    assert.equal(await keyRefusal(world, key), undefined);
    await registry.remove('cred_1', fence());
    assert.equal(await keyRefusal(world, key), 'unknown-credential');
  });

  it('expires by the marketplace’s clock (SPEC C11)', async () => {
    const world = registryWorld();
    const { registry, clock, fence } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder({ until: clock.now() + dayMs }), fence()));
    assert.equal(await keyRefusal(world, key), undefined);
    clock.advance(dayMs);
    assert.equal(await keyRefusal(world, key), 'expired');
    await registry.update(anOrder(), fence());
    assert.equal(await keyRefusal(world, key), undefined);
  });

  it('is edited without a new secret (SPEC C9)', async () => {
    const world = registryWorld();
    const { registry, fence } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    await registry.setEnabled('cred_1', false, fence());
    await registry.update(anOrder({ resources: [{ id: 'invoices', grantRequired: false }] }), fence());
    assert.equal(await keyRefusal(world, key, { resourceId: 'invoices' }), 'suspended');
    await registry.setEnabled('cred_1', true, fence());
    assert.equal(await keyRefusal(world, key, { resourceId: 'invoices' }), undefined);
    assert.equal(await keyRefusal(world, key), 'no-access');
  });

  it('cannot be changed when it is not there', async () => {
    const { registry, fence } = registryWorld();
    for (const order of [
      () => registry.update(anOrder(), fence()),
      () => registry.setEnabled('cred_1', true, fence()),
      () => registry.setSecret('cred_1', 'x', fence()),
      () => registry.renew({ credentialId: 'cred_1', id: 'r', oldUntil: 0 }, fence()),
    ])
      await assert.rejects(order(), DataPlaneError);
    await registry.remove('cred_1', fence());
    await registry.revoke('grant', fence());
  });
});

describe('a resource at the registry', () => {
  it('needs a grant where the order says so, while it lasts (SPEC A9)', async () => {
    const world = registryWorld();
    const { registry, clock, fence } = world;
    const resources = [{ id: 'orders', grantRequired: true }];
    const [key = ''] = valuesOf(await registry.provision(anOrder({ applicationId: 'app', resources }), fence()));
    assert.equal(await keyRefusal(world, key), 'no-access');
    const grant = { id: 'grant', applicationId: 'app', resourceId: 'orders' };
    await registry.grant({ ...grant, until: clock.now() + dayMs }, fence());
    assert.equal(await keyRefusal(world, key), undefined);
    clock.advance(dayMs);
    assert.equal(await keyRefusal(world, key), 'no-access');
    await registry.grant(grant, fence());
    assert.equal(await keyRefusal(world, key), undefined);
    await registry.revoke('grant', fence());
    assert.equal(await keyRefusal(world, key), 'no-access');
  });

  it('is open unless it was closed (SPEC I1)', async () => {
    const world = registryWorld();
    const { registry, fence } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    await registry.setExposed('orders', false, fence());
    assert.equal(await keyRefusal(world, key), 'not-exposed');
    await registry.setExposed('orders', true, fence());
    assert.equal(await keyRefusal(world, key), undefined);
  });
});

describe('fences', () => {
  it('refuse an order that comes after a later one, whatever it is', async () => {
    const world = registryWorld();
    const { registry } = world;
    const [key = ''] = valuesOf(await registry.provision(anOrder(), '5'));
    await registry.grant({ id: 'g', applicationId: 'app', resourceId: 'orders' }, '5');
    await registry.setExposed('orders', true, '5');
    for (const late of [
      () => registry.provision(anOrder(), '4'),
      () => registry.update(anOrder({ resources: [] }), '4'),
      () => registry.renew({ credentialId: 'cred_1', id: 'r', oldUntil: 0 }, '4'),
      () => registry.setSecret('cred_1', 'x', '4'),
      () => registry.setEnabled('cred_1', false, '4'),
      () => registry.remove('cred_1', '4'),
      () => registry.revoke('g', '4'),
      () => registry.grant({ id: 'g', applicationId: 'other', resourceId: 'orders' }, '4'),
      () => registry.setExposed('orders', false, '4'),
    ])
      await assert.rejects(late(), /a later order/);
    assert.equal(await keyRefusal(world, key), undefined);
  });

  it('let the same attempt go on, and do not hold for other subjects', async () => {
    const world = registryWorld();
    const { registry } = world;
    await registry.provision(anOrder(), '5');
    await registry.setEnabled('cred_1', false, '5');
    const [key = ''] = valuesOf(await registry.provision(anOrder({ id: 'cred_2' }), '4'));
    assert.equal(await keyRefusal(world, key), undefined);
  });

  it('bring nothing back that was removed, nor what was never there', async () => {
    const { registry, store } = registryWorld();
    await registry.provision(anOrder(), '3');
    await registry.remove('cred_1', '5');
    await registry.remove('cred_2', '5');
    await registry.revoke('g', '5');
    await assert.rejects(registry.setEnabled('cred_3', true, '5'), DataPlaneError);
    for (const id of ['cred_1', 'cred_2', 'cred_3'])
      await assert.rejects(registry.provision(anOrder({ id }), '4'), /a later order/);
    await assert.rejects(registry.grant({ id: 'g', applicationId: 'app', resourceId: 'orders' }, '4'), /a later order/);
    assert.equal(await store.read((tx) => tx.count('registeredCredential', {})), 0);
    await registry.provision(anOrder(), '6');
  });

  it('of what is gone are forgotten after a day, and of what is there never', async () => {
    let today = Date.now();
    const now = mock.method(Date, 'now', () => today);
    try {
      const { registry, store } = registryWorld();
      await registry.provision(anOrder(), '5');
      await registry.remove('cred_2', '5');
      today += dayMs - 1;
      await registry.sweep();
      await assert.rejects(registry.provision(anOrder({ id: 'cred_2' }), '4'), /a later order/);
      today += 1;
      await registry.sweep();
      await assert.rejects(registry.provision(anOrder(), '4'), /a later order/);
      assert.equal(await store.read((tx) => tx.count('subjectFence', {})), 1);
    } finally {
      now.mock.restore();
    }
  });
});

describe('what the registry remembers of its store', () => {
  it('is forgotten as soon as something is written', async () => {
    const world = registryWorld();
    const { registry, store, clock, fence } = world;
    const elsewhere = createKeyRegistry({ store, clock });
    const [key = ''] = valuesOf(await elsewhere.provision(anOrder(), fence()));
    assert.equal(await keyRefusal(world, key), undefined);
    await elsewhere.setEnabled('cred_1', false, fence());
    assert.equal(await keyRefusal(world, key), 'suspended');
    await registry.setEnabled('cred_1', true, fence());
    assert.equal(await keyRefusal({ registry: elsewhere }, key), undefined);
  });

  it('is no older than half a second if the word of a write is lost', async () => {
    const { store, clock, fence } = registryWorld();
    const registry = createKeyRegistry({ store, clock });
    const deaf = createKeyRegistry({ store: { ...store, onWrite: () => () => undefined }, clock });
    const now = mock.method(performance, 'now', () => 0);
    try {
      const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
      assert.equal(await keyRefusal({ registry: deaf }, key), undefined);
      await registry.setEnabled('cred_1', false, fence());
      now.mock.mockImplementation(() => 499);
      assert.equal(await keyRefusal({ registry: deaf }, key), undefined);
      now.mock.mockImplementation(() => 500);
      assert.equal(await keyRefusal({ registry: deaf }, key), 'suspended');
    } finally {
      now.mock.restore();
    }
  });

  it('spares the store all reads but the first', async () => {
    const { store, clock, fence } = registryWorld();
    const read = mock.fn(store.read);
    const registry = createKeyRegistry({ store: { ...store, read: read }, clock });
    const resources = [{ id: 'orders', grantRequired: true }];
    await registry.grant({ id: 'g', applicationId: 'app', resourceId: 'orders' }, fence());
    const [key = ''] = valuesOf(await registry.provision(anOrder({ applicationId: 'app', resources }), fence()));
    const now = mock.method(performance, 'now', () => 0);
    try {
      const call = async (): Promise<unknown> => registry.refusal(await registry.identify({ by: 'key', key }), aCall());
      await Promise.all(Array.from({ length: 50 }, call));
      assert.deepEqual([await call(), read.mock.callCount()], [undefined, 3]);
    } finally {
      now.mock.restore();
    }
  });
});

describe('what happens for the first time', () => {
  it('does so once, also when it is asked twice at the same moment, until it may be forgotten', async () => {
    const { registry } = registryWorld();
    const soon = Date.now() + 60_000;
    const answers = await Promise.all([registry.happensFirst('a', soon), registry.happensFirst('a', soon)]);
    assert.deepEqual(answers.sort(), [false, true]);
    assert.equal(await registry.happensFirst('b', Date.now() - 1), true);
    await registry.sweep();
    assert.deepEqual([await registry.happensFirst('a', soon), await registry.happensFirst('b', soon)], [false, true]);
  });
});
