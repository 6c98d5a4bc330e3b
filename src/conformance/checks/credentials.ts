import type { Action, Credential } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectOnly, expectRefused, expectThere } from '../expectation.js';
import { wrongAnswersFor } from '../form-answers.js';
import { everything } from '../pages.js';

const actionOf = ({ actions }: Credential, name: Action['action']): Action | undefined =>
  actions.find(({ action }) => action === name);

/** Whether the action is one the credential has, possible now or not. */
export const has =
  (name: Action['action']) =>
  ({ credential }: { credential: Credential }): boolean =>
    actionOf(credential, name) !== undefined;

const isThere = (): boolean => true;

/** Creating credentials, their states, and deleting them (SPEC C1 to C5, C8). */
export const credentialChecks: CheckDefinition[] = [
  {
    id: 'C1.pending-then-active',
    title: 'a credential is active, with identifiers, once the data plane has it',
    async run(scene) {
      for (const offer of await scene.offers()) {
        const created = await scene.create(offer);
        const active = await scene.settled(created.id, 'active');
        expect(active.identifiers.length > 0, `${offer.type.id}: an active credential has identifiers`);
        await scene.discard(created.id);
      }
    },
  },
  {
    id: 'C1.pending',
    title: 'a credential is pending, without identifiers or secret, until the data plane has it',
    needs: ['holdsWork'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        const { state, identifiers, secret } = await scene.create(offer);
        expectEqual([state, identifiers], ['pending', []], `${offer.type.id}: state and identifiers of a new one`);
        const expected = secret.visibility === 'never' ? 'none' : 'pending';
        expectEqual(secret.state, expected, `${offer.type.id}: the state of its secret`);
      }
    },
  },
  {
    id: 'C1.transitions',
    title: 'what is wanted and not yet so shows as a transition',
    needs: ['holdsWork', 'suspend'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be suspended', has('suspend'), async ({ credential: { id } }) => {
        const suspending = await owner.credentials.suspend(id);
        expectEqual([suspending.state, suspending.transition], ['active', 'suspending'], 'after suspend');
        await expectRefused(owner.credentials.suspend(id), 'state-conflict', 'suspend while it is being suspended');
        await scene.settled(id, 'inactive');
        const enabling = await owner.credentials.enable(id);
        expectEqual([enabling.state, enabling.transition], ['inactive', 'enabling'], 'after enable');
        await scene.settled(id, 'active');
      });
    },
  },
  {
    id: 'C2.known-types-and-resources',
    title: 'a credential is of a type that its resource offers, and for a resource that exists',
    async run(scene) {
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const { owner } = scene;
      await expectRefused(
        owner.credentials.create({ ...params, typeId: 'conformance-no-such-type' }),
        'validation-failed',
        'a credential of a type that the resource does not offer',
        { pointer: '/typeId' },
      );
      if (params.grants) return; // its references are checked with M2
      await expectRefused(
        owner.credentials.create({ ...params, resourceId: 'conformance-no-such-resource' }),
        'validation-failed',
        'a credential for a resource that does not exist',
        { pointer: '/resourceId' },
      );
    },
  },
  {
    id: 'C2.form-data',
    title: "a type's form is checked, with a pointer to each field that is wrong",
    async run(scene) {
      for (const offer of await scene.offers()) {
        const { form, id } = offer.type;
        const params = await scene.credentialParams(offer);
        const wrong = form
          ? wrongAnswersFor(form, params.data)
          : [{ pointer: '/data', data: { nobody: 'asked for this' } }];
        for (const { pointer, data } of wrong)
          await expectRefused(
            scene.owner.credentials.create({ ...params, data }).then((made) => scene.keep(made)),
            'validation-failed',
            `${id}: a credential whose data is wrong at ${pointer}`,
            { pointer },
          );
      }
    },
  },
  {
    id: 'C2.owner',
    title: 'a credential belongs to the team of its application, or of who created it',
    async run(scene) {
      const teamId = await scene.teamOf(scene.owner);
      await scene.each('types', isThere, async ({ offer, credential }) => {
        expectEqual(credential.owner.id, teamId, 'the owner of a credential');
        const resourceIds = credential.resources.map(({ id }) => id);
        expectEqual(resourceIds, [offer.resource.id], 'the resources it serves');
        expectEqual(credential.type.id, offer.type.id, 'its type');
      });
    },
  },
  {
    id: 'C3.types-are-the-resources',
    title: "what can be created is what the resource's own data says",
    async run(scene) {
      for (const resource of await scene.resources()) {
        const { types } = await scene.options(resource);
        expectEqual(
          types.map(({ id }) => id).sort(),
          resource.credentialTypes.map(({ id }) => id).sort(),
          `the types in the options of ${resource.id}`,
        );
      }
    },
  },
  {
    id: 'C4.identifiers',
    title: 'identifiers stand in list and get, the same as in what is revealed',
    async run(scene) {
      const { owner } = scene;
      await scene.each('types', isThere, async ({ offer, credential }) => {
        const { environment } = offer.resource;
        const all = await everything((cursor) => owner.credentials.list({ environment, cursor }));
        const listed = expectThere(
          all.find(({ id }) => id === credential.id),
          'the credential in the list',
        );
        expectEqual(listed.identifiers, credential.identifiers, 'the identifiers in the list and of get');
        if (offer.type.visibility.mode === 'never') return;
        const { fields } = await owner.credentials.reveal(credential.id);
        for (const { name, value } of fields.filter(({ secret }) => !secret)) {
          const identifier = credential.identifiers.find((one) => one.name === name);
          expectEqual(
            identifier?.value,
            value.reveal(),
            `the identifier ${name}, and what is revealed under that name`,
          );
        }
        const hidden = fields.filter(({ secret }) => secret);
        expect(hidden.length > 0, 'what is revealed has at least one field that is secret');
      });
    },
  },
  {
    id: 'C5.suspend-and-enable',
    title: 'an active credential can be suspended, an inactive one enabled',
    needs: ['suspend'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be suspended', has('suspend'), async ({ credential: { id } }) => {
        await owner.credentials.suspend(id, { reason: 'Looks leaked.' });
        await scene.settled(id, 'inactive');
        await owner.credentials.enable(id);
        await scene.settled(id, 'active');
      });
    },
  },
  {
    id: 'C5.suspend-only-from-active',
    title: 'a credential that is not active cannot be suspended',
    needs: ['suspend'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be suspended', has('suspend'), async ({ credential: { id } }) => {
        await owner.credentials.suspend(id);
        await scene.settled(id, 'inactive');
        await expectRefused(owner.credentials.suspend(id), 'state-conflict', 'suspend of an inactive credential');
      });
    },
  },
  {
    id: 'C5.pending-cannot-be-suspended',
    title: 'a credential that is still pending cannot be suspended',
    needs: ['suspend', 'holdsWork'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        const { id } = await scene.create(offer);
        await expectRefused(
          scene.owner.credentials.suspend(id),
          'state-conflict',
          `${offer.type.id}: suspend of a pending credential`,
        );
        await scene.settled(id, 'active');
        await scene.discard(id);
      }
    },
  },
  {
    id: 'C5.enable-only-from-inactive',
    title: 'a credential that is not inactive cannot be enabled',
    needs: ['suspend'],
    async run(scene) {
      await scene.each('types that can be suspended', has('suspend'), async ({ credential: { id } }) => {
        await expectRefused(scene.owner.credentials.enable(id), 'state-conflict', 'enable of an active credential');
      });
    },
  },
  {
    id: 'C5.suspended-is-refused',
    title: 'the data plane refuses a suspended credential, and accepts it again when it is enabled',
    needs: ['suspend', 'dataPlane'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be suspended', has('suspend'), async (held) => {
        const { id } = held.credential;
        const values = await scene.values(held);
        await scene.passes(held, values, 'an active credential');
        await owner.credentials.suspend(id);
        await scene.settled(id, 'inactive');
        await scene.blocks(held, values, 'a suspended credential');
        await owner.credentials.enable(id);
        await scene.settled(id, 'active');
        await scene.passes(held, values, 'an enabled credential');
      });
    },
  },
  {
    id: 'C8.remove',
    title: 'a removed credential is deleting or gone, then not-found and in no list',
    async run(scene) {
      const { owner } = scene;
      await scene.each('types', isThere, async ({ offer, credential: { id } }) => {
        const { state } = await owner.credentials.remove(id);
        expectEqual(state, 'deleting', 'the state in the answer of remove');
        await scene.untilGone(id);
        const { environment } = offer.resource;
        const all = await everything((cursor) => owner.credentials.list({ environment, cursor }));
        expect(!all.some((credential) => credential.id === id), 'a credential that is gone is still listed');
        await expectRefused(owner.credentials.remove(id), 'not-found', 'remove of a credential that is gone');
      });
    },
  },
  {
    id: 'C8.deleting',
    title: 'a credential that is being deleted can be read, and nothing more can be done with it',
    needs: ['holdsWork'],
    async run(scene) {
      const { owner } = scene;
      const { id } = await scene.active(await scene.offer());
      await owner.credentials.remove(id);
      const { state, actions } = await owner.credentials.get(id);
      expectEqual(state, 'deleting', 'the state of a removed credential');
      expectEqual(actions, [], 'its actions');
      await expectRefused(
        owner.credentials.update(id, { name: 'Too late' }),
        'state-conflict',
        'update of one deleting',
      );
      await expectRefused(owner.credentials.remove(id), 'state-conflict', 'remove of one deleting');
    },
  },
  {
    id: 'C8.pending-can-be-removed',
    title: 'a credential can be removed before the data plane has it',
    async run(scene) {
      const { id } = await scene.create(await scene.offer());
      await scene.owner.credentials.remove(id);
      await scene.untilGone(id);
    },
  },
  {
    id: 'C8.removed-is-refused',
    title: 'the data plane refuses a credential that was removed',
    needs: ['dataPlane'],
    async run(scene) {
      await scene.each('types whose calls can be made', scene.isCallable, async (held) => {
        const values = await scene.values(held);
        await scene.passes(held, values, 'an active credential');
        await scene.discard(held.credential.id);
        await scene.blocks(held, values, 'a removed credential');
      });
    },
  },
  {
    id: 'C8.typed-confirmation',
    title: 'removing an active credential that was used in the last 7 days asks for a typed confirmation',
    needs: ['dataPlane', 'usage'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types whose calls can be made', scene.isCallable, async (held) => {
        const { id, lastUsedAt } = held.credential;
        expectEqual(lastUsedAt, null, '`lastUsedAt` of a credential that was never used');
        expectEqual(actionOf(held.credential, 'remove')?.confirm, 'simple', '`confirm` of remove before any use');
        const values = await scene.values(held);
        await scene.passes(held, values, 'an active credential');
        const used = await scene.until(
          () => owner.credentials.get(id),
          (credential) => typeof credential.lastUsedAt === 'string',
          '`lastUsedAt` tells of the use',
        );
        expectEqual(actionOf(used, 'remove')?.confirm, 'typed', '`confirm` of remove after a use');
      });
    },
  },
  {
    id: 'C8.typed-while-recent',
    title: 'a week after its last use, removing a credential asks for a simple confirmation again',
    needs: ['dataPlane', 'usage', 'advance'],
    async run(scene) {
      await scene.each('types whose calls can be made', scene.isCallable, async (held) => {
        const read = (): Promise<Credential> => scene.owner.credentials.get(held.credential.id);
        await scene.passes(held, await scene.values(held), 'an active credential');
        await scene.until(read, ({ lastUsedAt }) => typeof lastUsedAt === 'string', '`lastUsedAt` tells of the use');
        await scene.advance(7 * 86_400_000 + 60_000);
        expectEqual(
          actionOf(await read(), 'remove')?.confirm,
          'simple',
          '`confirm` of remove a week after its last use',
        );
      });
    },
  },
  {
    id: 'C8.concurrent',
    title: 'of several removals at once the credential is removed once',
    async run(scene) {
      const { owner } = scene;
      const { id } = await scene.active(await scene.offer());
      const removals = Array.from({ length: 5 }, () => owner.credentials.remove(id));
      await expectOnly(1, removals, ['state-conflict', 'not-found'], 'removals');
      await scene.untilGone(id);
    },
  },
];
