import type { CallOptions, Marketplace } from '../../contract/index.js';
import type { CheckDefinition, Need } from '../check.js';
import { canonical, expect, expectEqual, expectOnly, expectRefused } from '../expectation.js';
import { requestable } from '../operation-call.js';
import { everything } from '../pages.js';
import type { Scene } from '../scene.js';
import { has } from './credentials.js';

const newKey = (): string => `conformance-${crypto.randomUUID()}`;

/** Changes that are based on a version, each on an object that allows it. */
interface VersionedWrite {
  name: string;
  needs: readonly Need[];
  /** An object that allows the change; `undefined` where there is none. */
  make(scene: Scene): Promise<{ id: string; version: string } | undefined>;
  write(person: Marketplace, id: string, options: CallOptions): Promise<{ version: string }>;
  person?: 'provider';
}

/** An active credential of the first type that has the action. */
const activeWith =
  (action: Parameters<typeof has>[0]) =>
  async (scene: Scene): Promise<{ id: string; version: string } | undefined> => {
    for (const offer of await scene.offers()) {
      const credential = await scene.active(offer);
      if (has(action)({ credential })) return credential;
      await scene.discard(credential.id);
    }
    return undefined;
  };

const waiting = async (scene: Scene): Promise<{ id: string; version: string }> =>
  scene.request(await requestable(scene, 'manual'));

const versionedWrites: VersionedWrite[] = [
  {
    name: 'credentials.update',
    needs: [],
    make: activeWith('update'),
    write: ({ credentials }, id, options) => credentials.update(id, { name: 'Renamed' }, options),
  },
  {
    name: 'credentials.suspend',
    needs: ['suspend'],
    make: activeWith('suspend'),
    write: ({ credentials }, id, options) => credentials.suspend(id, {}, options),
  },
  {
    name: 'credentials.renew',
    needs: ['renew'],
    make: activeWith('renew'),
    write: ({ credentials }, id, options) => credentials.renew(id, { overlapMs: 0 }, options),
  },
  {
    name: 'credentials.regenerate',
    needs: ['regenerate'],
    make: activeWith('regenerate'),
    write: ({ credentials }, id, options) => credentials.regenerate(id, {}, options),
  },
  {
    name: 'credentials.remove',
    needs: [],
    make: activeWith('remove'),
    write: ({ credentials }, id, options) => credentials.remove(id, {}, options),
  },
  {
    name: 'accessRequests.withdraw',
    needs: ['manualApproval'],
    make: waiting,
    write: ({ accessRequests }, id, options) => accessRequests.withdraw(id, {}, options),
  },
  {
    name: 'accessRequests.approve',
    needs: ['manualApproval', 'provider'],
    make: waiting,
    person: 'provider',
    write: ({ accessRequests }, id, options) => accessRequests.approve(id, {}, options),
  },
  {
    name: 'subscriptions.cancel',
    needs: ['accessRequests', 'subscription'],
    async make(scene) {
      const { id: resourceId } = await requestable(scene);
      return scene.owner.subscriptions.get(await scene.subscription(resourceId));
    },
    write: ({ subscriptions }, id, options) => subscriptions.cancel(id, {}, options),
  },
];

const preconditionChecks = versionedWrites.map(({ name, needs, make, write, person }): CheckDefinition => ({
  id: `precondition.${name}`,
  title: `${name} based on an old version is refused with 412, and works with the current one`,
  needs: ['preconditions', ...needs],
  async run(scene) {
    const object = await make(scene);
    expect(object !== undefined, `${name}: no object of the owner's allows it`);
    const who = scene[person ?? 'owner'];
    const { id, version } = object;
    const error = await expectRefused(
      write(who, id, { ifMatch: `${version}-stale` }),
      'precondition-failed',
      `${name} based on another version`,
    );
    expectEqual(error.status, 412, 'the status');
    const changed = await write(who, id, { ifMatch: version });
    expect(changed.version !== version, `${name}: the version after it is the one before`);
  },
}));

/** What holds for every write: done once for each intent, and never on top of what its author has not seen. */
export const writeChecks: CheckDefinition[] = [
  ...preconditionChecks,
  {
    id: 'precondition.lost-race',
    title: 'of two changes that are based on the same version, one is refused with 412',
    needs: ['preconditions'],
    async run(scene) {
      const { id, version } = await scene.active(await scene.offer());
      const changes = ['One', 'Another'].map((name) =>
        scene.owner.credentials.update(id, { name }, { ifMatch: version }),
      );
      const [won] = await expectOnly(1, changes, 'precondition-failed', 'changes that are based on the same version');
      expectEqual((await scene.owner.credentials.get(id)).name, won?.name, 'the name after the race');
    },
  },
  {
    id: 'idempotency.repeat',
    title: 'a repeat under the same key gets the first answer and creates nothing',
    needs: ['idempotency'],
    async run(scene) {
      const { owner } = scene;
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const options = { idempotencyKey: newKey() };
      const first = scene.keep(await owner.credentials.create(params, options));
      await scene.settled(first.id, 'active');
      const again = scene.keep(await owner.credentials.create(params, options));
      expectEqual(again, first, 'the answer of a repeat, and the first one');
      const other = scene.keep(await owner.credentials.create(params, { idempotencyKey: newKey() }));
      expect(other.id !== first.id, 'a create under another key gave the object of the first one');
    },
  },
  {
    id: 'idempotency.concurrent',
    title: 'repeats that come at once create one object',
    needs: ['idempotency'],
    async run(scene) {
      const { owner } = scene;
      const { concurrency = 200 } = scene.subject.capabilities;
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const options = { idempotencyKey: newKey() };
      const made = await Promise.all(
        Array.from({ length: Math.min(concurrency, 10) }, async () =>
          scene.keep(await owner.credentials.create(params, options)),
        ),
      );
      expectEqual(new Set(made.map(({ id }) => id)).size, 1, 'how many objects 10 repeats at once created');
      const { environment } = offer.resource;
      const found = await everything((cursor) => owner.credentials.list({ environment, q: params.name, cursor }));
      expectEqual(found.length, 1, 'how many credentials of that name there are');
    },
  },
  {
    id: 'idempotency.reuse',
    title: 'a key that was used for another request is refused',
    needs: ['idempotency'],
    async run(scene) {
      const { owner } = scene;
      const params = await scene.credentialParams(await scene.offer());
      const options = { idempotencyKey: newKey() };
      const { id } = scene.keep(await owner.credentials.create(params, options));
      const error = await expectRefused(
        owner.credentials.create({ ...params, name: scene.name() }, options).then((made) => scene.keep(made)),
        'idempotency-key-reused',
        'another request under the same key',
      );
      expectEqual(error.status, 422, 'the status');
      await expectRefused(
        owner.credentials.update(id, { name: 'Renamed' }, options),
        'idempotency-key-reused',
        'another operation under the same key',
      );
    },
  },
  {
    id: 'idempotency.other-people',
    title: "somebody else's request under the same key is theirs",
    needs: ['idempotency', 'accessRequests'],
    async run(scene) {
      const { owner, stranger } = scene;
      const options = { idempotencyKey: newKey() };
      const name = scene.name();
      const own = await owner.applications.create({ name, teamId: await scene.teamOf(owner) }, options);
      const theirs = await stranger.applications.create({ name, teamId: await scene.teamOf(stranger) }, options);
      expect(own.id !== theirs.id, "a stranger's request under the same key got the owner's answer");
    },
  },
  {
    id: 'idempotency.other-writes',
    title: 'a change under the same key is made once as well',
    needs: ['idempotency'],
    async run(scene) {
      const { owner } = scene;
      const { id } = await scene.active(await scene.offer());
      const options = { idempotencyKey: newKey() };
      const first = await owner.credentials.update(id, { name: 'First' }, options);
      await owner.credentials.update(id, { name: 'Second' });
      const again = await owner.credentials.update(id, { name: 'First' }, options);
      expectEqual(again, first, 'the answer of a repeated update, and the first one');
      expectEqual((await owner.credentials.get(id)).name, 'Second', 'the name: a repeat is to change nothing');
    },
  },
  {
    id: 'idempotency.renew-once',
    title: 'a repeated renewal renews once',
    needs: ['idempotency', 'renew'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const { id } = held.credential;
        const options = { idempotencyKey: newKey() };
        await owner.credentials.renew(id, { overlapMs: 0 }, options);
        await scene.settled(id, 'active');
        const renewed = await scene.values(held);
        await owner.credentials.renew(id, { overlapMs: 0 }, options);
        await scene.settled(id, 'active');
        expect(canonical(await scene.values(held)) === canonical(renewed), 'a repeated renewal made another secret');
      });
    },
  },
  {
    id: 'idempotency.only-view',
    title: 'a reveal of a secret that can be seen once is answered again under the same key, as its answer may be lost',
    needs: ['idempotency', 'once'],
    async run(scene) {
      const { owner } = scene;
      const isOnce = ({ offer }: { offer: { type: { visibility: { mode: string } } } }): boolean =>
        offer.type.visibility.mode === 'once';
      await scene.each('types seen once', isOnce, async ({ credential: { id } }) => {
        const options = { idempotencyKey: newKey() };
        const first = await owner.credentials.reveal(id, {}, options);
        const again = await owner.credentials.reveal(id, {}, options);
        const text = ({ fields }: typeof first): string => fields.map(({ value }) => value.reveal()).join();
        expect(text(first) === text(again), 'a repeated reveal gave another secret');
        await expectRefused(
          owner.credentials.reveal(id, {}, { idempotencyKey: newKey() }),
          'secret-gone',
          'a reveal under another key',
          { reason: 'viewed' },
        );
      });
    },
  },
  {
    id: 'idempotency.only-view-ends',
    title: 'a lost answer of an only view can be had again for a minute, and no longer',
    needs: ['idempotency', 'once', 'advance'],
    async run(scene) {
      const { owner } = scene;
      const isOnce = ({ offer }: { offer: { type: { visibility: { mode: string } } } }): boolean =>
        offer.type.visibility.mode === 'once';
      await scene.each('types seen once', isOnce, async ({ credential: { id } }) => {
        const options = { idempotencyKey: newKey() };
        await owner.credentials.reveal(id, {}, options);
        await scene.advance(61_000);
        await expectRefused(owner.credentials.reveal(id, {}, options), 'secret-gone', 'a repeat after a minute');
      });
    },
  },
];
