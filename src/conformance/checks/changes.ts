import type { CheckDefinition } from '../check.js';
import { ConformanceError, expect, expectEqual, expectOnly, expectRefused, expectThere } from '../expectation.js';
import { everything } from '../pages.js';
import type { Held, Offer, Scene } from '../scene.js';

const isThere = (): boolean => true;

/** How many there may be of a type with what the offer chooses, and how many there are. */
async function limitOf(scene: Scene, { resource, type }: Offer): Promise<{ used: number; most: number } | undefined> {
  const { types } = await scene.options(resource);
  return types.find(({ id }) => id === type.id)?.limit;
}

/** Creates as many as there is room for; how many there may be. */
async function fillUp(scene: Scene, offer: Offer): Promise<{ most: number; made: string[] }> {
  const { used, most } = expectThere(await limitOf(scene, offer), `the limit of ${offer.type.id} in the options`);
  const made: string[] = [];
  for (let count = used; count < most; count++) made.push((await scene.create(offer)).id);
  return { most, made };
}

/** An offer, and another resource with the same type that a credential of it could serve as well. */
async function shared(scene: Scene): Promise<{ offer: Offer; other: Offer }> {
  const all = await scene.allOffers();
  for (const offer of await scene.offers()) {
    const other = all.find(
      ({ resource, type }) =>
        type.id === offer.type.id &&
        resource.id !== offer.resource.id &&
        resource.environment === offer.resource.environment,
    );
    if (other && scene.isCallable({ offer })) return { offer, other };
  }
  throw new ConformanceError('the backend claims `reuse`, but no two resources of the owner share a credential type');
}

/** What can be changed after issue, how many there may be, and how long they live (SPEC C9 to C12). */
export const changeChecks: CheckDefinition[] = [
  {
    id: 'C9.rename',
    title: 'the name can be edited, and the secret stays',
    async run(scene) {
      const { owner } = scene;
      await scene.each('types', isThere, async ({ offer, credential }) => {
        const { id } = credential;
        const repeatable = ['window', 'always'].includes(offer.type.visibility.mode);
        const secretOf = async (): Promise<string[]> =>
          (await owner.credentials.reveal(id)).fields.map(({ value }) => value.reveal());
        const before = repeatable ? await secretOf() : [];
        const name = scene.name();
        const renamed = await owner.credentials.update(id, { name });
        expectEqual(renamed.name, name, 'the name after update');
        expect(renamed.version !== credential.version, 'the version after update is the old one');
        expectEqual((await owner.credentials.get(id)).name, name, 'the name as read again');
        if (repeatable)
          expect((await secretOf()).join() === before.join(), 'the secret after a new name is another one');
      });
    },
  },
  {
    id: 'C9.bad-names',
    title: 'a name that no credential may have is refused in update as in create',
    async run(scene) {
      const { id, name } = await scene.active(await scene.offer());
      for (const bad of ['', '  ', 'x'.repeat(101)])
        await expectRefused(
          scene.owner.credentials.update(id, { name: bad }),
          'validation-failed',
          `a name of ${bad.length} characters`,
          { pointer: '/name' },
        );
      expectEqual((await scene.owner.credentials.get(id)).name, name, 'the name after refused changes');
    },
  },
  {
    id: 'C10.limit',
    title: 'as many credentials as the limit says can be created, and not one more',
    needs: ['limit'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        const { most, made } = await fillUp(scene, offer);
        expectEqual(most, scene.subject.capabilities.limit, `${offer.type.id}: the limit in the options`);
        const { environment, id: resourceId } = offer.resource;
        expectEqual(await limitOf(scene, offer), { used: most, most }, `${offer.type.id}: used and most when full`);
        const params = await scene.credentialParams(offer);
        const error = await expectRefused(
          scene.owner.credentials.create(params).then((one) => scene.keep(one)),
          'limit-reached',
          `${offer.type.id}: one credential more than the limit of ${most}`,
        );
        expectEqual(error.status, 409, 'the status of a create past the limit');
        const { types } = await scene.owner.credentials.options({ environment, resourceId });
        const option = types.find(({ id }) => id === offer.type.id);
        expectEqual([option?.allowed, option?.reason], [false, 'limit-reached'], 'the type in the options when full');
        for (const id of made) await scene.discard(id);
      }
    },
  },
  {
    id: 'C10.place-is-freed',
    title: 'removing a credential frees its place',
    needs: ['limit'],
    async run(scene) {
      const offer = await scene.offer();
      const { most, made } = await fillUp(scene, offer);
      await scene.discard(expectThere(made[0], 'a credential of one place'));
      expectEqual(await limitOf(scene, offer), { used: most - 1, most }, 'used and most after one was removed');
      await scene.create(offer);
    },
  },
  {
    id: 'C10.concurrent',
    title: 'of many creates at once exactly as many succeed as there is room for',
    needs: ['limit'],
    async run(scene) {
      const { concurrency = 200 } = scene.subject.capabilities;
      const offer = await scene.offer();
      const { used, most } = expectThere(await limitOf(scene, offer), 'the limit in the options');
      const params = await scene.credentialParams(offer);
      const calls = Array.from({ length: concurrency }, async () =>
        scene.keep(await scene.owner.credentials.create(params)),
      );
      await expectOnly(most - used, calls, 'limit-reached', 'creates');
    },
  },
  {
    id: 'C11.lifetime',
    title: 'the expiry counts from creation, by a lifetime the type has',
    needs: ['expiry'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        const { lifetimesMs = [], id } = offer.type;
        for (const lifetimeMs of lifetimesMs) {
          const made = await scene.create(offer, { lifetimeMs });
          const lives = made.expiresAt && Date.parse(made.expiresAt) - Date.parse(made.createdAt);
          expectEqual(lives, lifetimeMs ?? undefined, `${id}: time from creation to expiry`);
          await scene.discard(made.id);
        }
        const preset = await scene.create(offer);
        const lives = preset.expiresAt && Date.parse(preset.expiresAt) - Date.parse(preset.createdAt);
        expectEqual(lives, lifetimesMs[0] ?? undefined, `${id}: time from creation to expiry, unless told`);
        await scene.discard(preset.id);
        const params = await scene.credentialParams(offer);
        await expectRefused(
          scene.owner.credentials.create({ ...params, lifetimeMs: 12_345 }).then((made) => scene.keep(made)),
          'validation-failed',
          `${id}: a lifetime that the type does not have`,
          { pointer: '/lifetimeMs' },
        );
      }
    },
  },
  {
    id: 'C11.expired',
    title: 'a credential whose time is over is expired: listed so, refused by the data plane, renamed or removed only',
    needs: ['expiry', 'advance'],
    async run(scene) {
      const { owner } = scene;
      for (const offer of await scene.offers()) {
        const lifetimeMs = offer.type.lifetimesMs?.find((ms) => ms !== null);
        if (lifetimeMs === undefined || lifetimeMs === null) continue;
        const credential = await scene.active(offer, { lifetimeMs });
        const held = { offer, credential };
        const canCall = scene.subject.dataPlane !== undefined && scene.isCallable(held);
        const values = canCall ? await scene.values(held) : {};
        if (canCall) await scene.passes(held, values, 'a credential before its expiry');
        await scene.advance(lifetimeMs + 1_000);
        const { actions } = await scene.settled(credential.id, 'expired');
        expectEqual(
          actions.map(({ action }) => action).sort(),
          ['remove', 'update'],
          'the actions of an expired credential',
        );
        if (canCall) await scene.blocks(held, values, 'an expired credential');
        const { environment } = offer.resource;
        await scene.until(
          () => everything((cursor) => owner.credentials.list({ environment, state: ['expired'], cursor })),
          (items) => items.some(({ id }) => id === credential.id),
          'an expired credential is in the list of expired ones',
        );
        await scene.discard(credential.id);
      }
    },
  },
  {
    id: 'C12.existing-is-offered',
    title: 'what the application has already is offered before another credential is created',
    needs: ['accessRequests', 'reuse'],
    async run(scene) {
      const { offer, other } = await shared(scene);
      const credential = await scene.active(offer);
      await scene.access(other.resource);
      const { existing } = await scene.options(other.resource, credential.application?.id);
      const one = existing.find(({ id }) => id === credential.id);
      expectEqual(
        one?.identifiers,
        credential.identifiers,
        '`existing` in the options of another resource of its type',
      );
    },
  },
  {
    id: 'C12.several-resources',
    title: 'a credential can come to serve several resources of its application, without a new secret',
    needs: ['accessRequests', 'reuse', 'dataPlane'],
    async run(scene) {
      const { offer, other } = await shared(scene);
      const { owner } = scene;
      const applicationId = await scene.application();
      await scene.grantedAccess(offer.resource, { applicationId });
      const held: Held = { offer, credential: await scene.active(offer, { applicationId }) };
      const values = await scene.values(held);
      const resourceIds = [offer.resource.id, other.resource.id];
      const { id } = held.credential;
      await expectRefused(
        owner.credentials.update(id, { resourceIds }),
        'access-required',
        'a second resource that the application has no access to',
      );
      await scene.grantedAccess(other.resource, { applicationId });
      await owner.credentials.update(id, { resourceIds });
      const { resources } = await scene.settled(id, 'active');
      expectEqual(resources.map((resource) => resource.id).sort(), [...resourceIds].sort(), 'the resources it serves');
      for (const { resource } of [offer, other])
        await scene.passes(held, values, `the same secret, for ${resource.id}`, { resource });
      await owner.credentials.update(id, { resourceIds: [offer.resource.id] });
      await scene.settled(id, 'active');
      await scene.blocks(held, values, 'the resource that was taken out', { resource: other.resource });
    },
  },
];
