import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, expectThere, print } from '../expectation.js';
import { everything } from '../pages.js';
import type { Offer, Scene } from '../scene.js';
import { has } from './credentials.js';

const byHand = async (scene: Scene): Promise<Offer> =>
  expectThere((await scene.offers({ manual: true }))[0], 'a type that the provider sets up by hand');

/** What the provider does by hand (SPEC C1), and what is done to several credentials at once. */
export const deskChecks: CheckDefinition[] = [
  {
    id: 'C1.by-hand',
    title: 'what the provider sets up by hand stays pending until they do',
    needs: ['manualTypes', 'provider'],
    async run(scene) {
      const { id } = await scene.create(await byHand(scene));
      await scene.settle();
      expectEqual(
        (await scene.owner.credentials.get(id)).state,
        'pending',
        'its state while the provider does nothing',
      );
      await expectRefused(scene.owner.credentials.provision(id), 'forbidden', 'provision by the owner', {
        reason: 'role',
      });
      const { items } = await scene.provider.credentials.list({ state: ['pending'], limit: 200 });
      expect(
        items.some((credential) => credential.id === id),
        "what waits for the provider is not in the provider's list of pending ones",
      );
      await scene.provider.credentials.provision(id, { reason: 'Set up.' });
      await scene.settled(id, 'active');
      await expectRefused(
        scene.provider.credentials.provision(id),
        'state-conflict',
        'provision of an active credential',
      );
    },
  },
  {
    id: 'C1.error-and-retry',
    title: 'what cannot be set up is in error with the reason, and can be tried again',
    needs: ['manualTypes', 'provider'],
    async run(scene) {
      const { owner, provider } = scene;
      const { id } = await scene.create(await byHand(scene));
      await expectRefused(owner.credentials.retry(id), 'state-conflict', 'retry of a pending credential');
      await expectRefused(owner.credentials.fail(id, { reason: 'No.' }), 'forbidden', 'fail by the owner', {
        reason: 'role',
      });
      await provider.credentials.fail(id, { reason: 'The gateway has no room.' });
      const failed = await owner.credentials.get(id);
      expectEqual(failed.state, 'error', 'its state after the provider has failed it');
      expectEqual(
        failed.reasons?.map(({ detail }) => detail),
        ['The gateway has no room.'],
        'the reasons',
      );
      await owner.credentials.retry(id);
      await scene.settle();
      const again = await owner.credentials.get(id);
      expectEqual([again.state, again.reasons], ['pending', undefined], 'state and reasons after retry');
      await provider.credentials.provision(id);
      await scene.settled(id, 'active');
    },
  },
  {
    id: 'C1.provider-only',
    title: 'what the agent sets up waits for nobody: provision and fail are absent and refused',
    needs: ['manualTypes', 'provider', 'holdsWork'],
    async run(scene) {
      const { id } = await scene.create(await scene.offer());
      const { actions } = await scene.provider.credentials.get(id);
      for (const action of ['provision', 'fail'] as const)
        expect(!actions.some((entry) => entry.action === action), `the provider's actions on it have ${action}`);
      await expectRefused(
        scene.provider.credentials.provision(id),
        'state-conflict',
        'provision of what the agent does',
      );
    },
  },
  {
    id: 'batch.results',
    title: 'a batch answers for each credential, in the order asked for, and one that fails stops none',
    needs: ['batch', 'suspend'],
    async run(scene) {
      const { owner, stranger, subject } = scene;
      const offers = await scene.offers();
      const made = [];
      for (const offer of offers.slice(0, 2)) made.push(await scene.active(offer));
      const suspendable = made.filter((credential) => has('suspend')({ credential }));
      const target = expectThere(suspendable[0], 'a credential that can be suspended');
      const ids = ['conformance-no-such-object', target.id];
      const { items } = await owner.credentials.batch({ action: 'suspend', ids, reason: 'All of them.' });
      expectEqual(
        items.map(({ id }) => id),
        ids,
        'the ids of the results',
      );
      expectEqual(items[0]?.problem?.code, 'not-found', 'the problem of one that does not exist');
      expectEqual(items[1]?.credential?.id, target.id, 'the credential of one that could be suspended');
      expect(items[1]?.problem === undefined, 'the result of one that could be suspended has a problem');
      await scene.settled(target.id, 'inactive');
      const again = await owner.credentials.batch({ action: 'suspend', ids: [target.id] });
      expectEqual(again.items[0]?.problem?.code, 'state-conflict', 'the problem of one that is suspended already');
      if (subject.capabilities.eligibility || subject.capabilities.roleGate) return;
      const foreign = await stranger.credentials.batch({ action: 'remove', ids: [target.id] });
      expectEqual(foreign.items[0]?.problem?.code, 'not-found', "the problem of another team's credential");
      expectEqual((await owner.credentials.get(target.id)).state, 'inactive', "its state after a stranger's batch");
    },
  },
  {
    id: 'batch.remove',
    title: 'several credentials can be removed at once',
    needs: ['batch'],
    async run(scene) {
      const offer = await scene.offer();
      const ids = [(await scene.active(offer)).id, (await scene.create(offer)).id];
      const { items } = await scene.owner.credentials.batch({ action: 'remove', ids });
      expectEqual(
        items.map(({ id, credential }) => [id, credential?.state]),
        ids.map((id) => [id, 'deleting']),
        'the results',
      );
      for (const id of ids) await scene.untilGone(id);
      const { environment } = offer.resource;
      const left = await everything((cursor) => scene.owner.credentials.list({ environment, cursor }));
      expect(!left.some(({ id }) => ids.includes(id)), 'one of them is still listed');
    },
  },
  {
    id: 'batch.bad-ids',
    title: 'a batch names 1 to 100 credentials, each once',
    needs: ['batch'],
    async run(scene) {
      const { id } = await scene.active(await scene.offer());
      const tooMany = Array.from({ length: 101 }, (_, index) => `conformance-${index}`);
      for (const ids of [[], [id, id], tooMany]) {
        const what = `a batch of ${ids.length} ids, ${new Set(ids).size} of them different`;
        const { errors } = await expectRefused(
          scene.owner.credentials.batch({ action: 'remove', ids }),
          'validation-failed',
          what,
        );
        const isNamed = errors.some(({ pointer }) => /^\/ids(\/|$)/.test(pointer));
        expect(isNamed, `${what}: expected an error at /ids or below, got ${print(errors)}`);
      }
      expectEqual((await scene.owner.credentials.get(id)).state, 'active', 'the state of one named in refused batches');
    },
  },
];
