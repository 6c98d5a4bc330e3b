import type { GrantChoice, GrantOption } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { ConformanceError, expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import type { Held, Offer, Scene } from '../scene.js';

/** An offer whose resource has a scope that suits, and what can be granted of it. */
async function granted(
  scene: Scene,
  suits: (option: GrantOption) => boolean,
  what: string,
): Promise<{ offer: Offer; option: GrantOption }> {
  for (const offer of await scene.allOffers()) {
    const { grants = [] } = await scene.options(offer.resource);
    const option = grants.find(({ resource }) => resource.id === offer.resource.id);
    if (option && suits(option)) return { offer, option };
  }
  throw new ConformanceError(`the backend claims \`grants\`, but the owner can use no resource whose ${what}`);
}

const isFree = ({ scope }: GrantOption): boolean => !scope.locked && scope.items.length >= 2;

/** The first two scopes of an option that has a choice. */
const twoScopes = ({ scope }: GrantOption): [string, string] => {
  const [one, other] = scope.items;
  return [expectThere(one?.id, 'a scope'), expectThere(other?.id, 'a second scope')];
};

/** API, permission and scope (SPEC M2, C9). */
export const grantChecks: CheckDefinition[] = [
  {
    id: 'M2.grants',
    title: 'a credential has the grants that were asked for',
    needs: ['grants'],
    async run(scene) {
      const { offer, option } = await granted(scene, isFree, 'scope leaves a choice');
      const [scopeId] = twoScopes(option);
      const permissionId = expectThere(option.permissions.at(-1)?.id, 'a permission');
      const resourceId = offer.resource.id;
      const made = await scene.active(offer, { grants: [{ resourceId, permissionId, scopeIds: [scopeId] }] });
      const grants = (made.grants ?? []).map(({ resource, permission, scope }) => [
        resource.id,
        permission.id,
        scope.level,
        scope.items.map(({ id }) => id),
        scope.locked,
      ]);
      expectEqual(grants, [[resourceId, permissionId, option.scope.level, [scopeId], false]], 'its grants');
      expectEqual(
        made.resources.map(({ id }) => id),
        [resourceId],
        'the resources it serves',
      );
    },
  },
  {
    id: 'M2.locked-scope',
    title: 'a scope that leaves no choice is selected, and shown as such',
    needs: ['grants'],
    async run(scene) {
      const { offer, option } = await granted(scene, ({ scope }) => scope.locked, 'scope leaves no choice');
      const permissionId = expectThere(option.permissions[0]?.id, 'a permission');
      const made = await scene.active(offer, { grants: [{ resourceId: offer.resource.id, permissionId }] });
      const scope = expectThere(made.grants?.[0]?.scope, 'the scope of its grant');
      expectEqual(scope.locked, true, '`locked` of a scope that was selected');
      expectEqual(scope.items, option.scope.items, 'the items of a scope that was selected');
    },
  },
  {
    id: 'M2.bad-grants',
    title: 'a grant names a permission its resource allows and scopes of its own level, once for each resource',
    needs: ['grants'],
    async run(scene) {
      const { offer, option } = await granted(scene, isFree, 'scope leaves a choice');
      const params = await scene.credentialParams(offer);
      const grant = expectThere(params.grants?.[0], 'a grant');
      const bad: [GrantChoice[], string, string | undefined][] = [
        [[{ ...grant, resourceId: 'no-such-api' }], '/grants/0/resourceId', undefined],
        [[{ ...grant, permissionId: 'no-such-permission' }], '/grants/0/permissionId', 'unknown'],
        [[{ ...grant, scopeIds: ['no-such-scope'] }], '/grants/0/scopeIds', 'unknown'],
        [[{ ...grant, scopeIds: [] }], '/grants/0/scopeIds', 'required'],
        [[{ resourceId: grant.resourceId, permissionId: grant.permissionId }], '/grants/0/scopeIds', 'required'],
        [[grant, grant], '/grants/1', 'duplicate'],
        [[], '/grants', undefined],
      ];
      for (const [grants, pointer, reason] of bad)
        await expectRefused(
          scene.owner.credentials.create({ ...params, grants }).then((made) => scene.keep(made)),
          'validation-failed',
          `grants that are wrong at ${pointer}`,
          { pointer, reason },
        );
      const foreign = await scene.stranger.credentials.options({ resourceId: offer.resource.id });
      const foreignScopes =
        foreign.grants?.find(({ resource }) => resource.id === offer.resource.id)?.scope.items ?? [];
      const own = new Set(option.scope.items.map(({ id }) => id));
      for (const { id } of foreignScopes.filter((item) => !own.has(item.id)))
        await expectRefused(
          scene.owner.credentials
            .create({ ...params, grants: [{ ...grant, scopeIds: [id] }] })
            .then((made) => scene.keep(made)),
          'validation-failed',
          "a scope of another team's hierarchy",
          { pointer: '/grants/0/scopeIds', reason: 'unknown' },
        );
    },
  },
  {
    id: 'M2.scope-at-the-data-plane',
    title: 'a call about another scope is refused; an edit of the grants changes that without a new secret',
    needs: ['grants', 'dataPlane'],
    async run(scene) {
      const { offer, option } = await granted(scene, isFree, 'scope leaves a choice');
      const [one, other] = twoScopes(option);
      const grant = {
        resourceId: offer.resource.id,
        permissionId: expectThere(option.permissions[0]?.id, 'a permission'),
      };
      const credential = await scene.active(offer, { grants: [{ ...grant, scopeIds: [one] }] });
      const held: Held = { offer, credential };
      const values = await scene.values(held);
      await scene.passes(held, values, 'a call about the scope that was granted', { scopeId: one });
      await scene.blocks(held, values, 'a call about another scope', { scopeId: other });
      await scene.owner.credentials.update(credential.id, { grants: [{ ...grant, scopeIds: [other] }] });
      const edited = await scene.settled(credential.id, 'active');
      expectEqual(
        edited.grants?.map(({ scope }) => scope.items.map(({ id }) => id)),
        [[other]],
        'the scopes after the grants were edited',
      );
      await scene.passes(held, values, 'a call about the scope that is granted now', { scopeId: other });
      await scene.blocks(held, values, 'a call about the scope from before the edit', { scopeId: one });
    },
  },
  {
    id: 'M2.permission-at-the-data-plane',
    title: 'a grant that lets nobody write refuses writing',
    needs: ['grants', 'dataPlane', 'readOnlyPermissions'],
    async run(scene) {
      const readOnly = scene.subject.fixtures?.readOnlyPermissions ?? [];
      const mayOnlyRead = ({ permissions }: GrantOption): boolean =>
        permissions.some(({ id }) => readOnly.includes(id));
      const { offer, option } = await granted(scene, mayOnlyRead, 'permissions have one that is read-only');
      const permissionId = expectThere(option.permissions.find(({ id }) => readOnly.includes(id))?.id, 'a permission');
      const scopeIds = option.scope.items.slice(0, 1).map(({ id }) => id);
      const grant = { resourceId: offer.resource.id, permissionId, ...(option.scope.locked ? {} : { scopeIds }) };
      const held: Held = { offer, credential: await scene.active(offer, { grants: [grant] }) };
      const values = await scene.values(held);
      await scene.passes(held, values, 'a GET with a read-only grant');
      await scene.blocks(held, values, 'a POST with a read-only grant', { method: 'POST' });
      const writing = option.permissions.find(({ id }) => !readOnly.includes(id));
      if (!writing) return;
      await scene.owner.credentials.update(held.credential.id, { grants: [{ ...grant, permissionId: writing.id }] });
      await scene.settled(held.credential.id, 'active');
      await scene.passes(held, values, 'a POST with another permission', { method: 'POST' });
    },
  },
  {
    id: 'M2.edits-show',
    title: 'an edit of the grants shows as updating until the data plane has it',
    needs: ['grants', 'holdsWork'],
    async run(scene) {
      const { offer, option } = await granted(scene, isFree, 'scope leaves a choice');
      const [one, other] = twoScopes(option);
      const permissionId = expectThere(option.permissions[0]?.id, 'a permission');
      const grant = { resourceId: offer.resource.id, permissionId };
      const { id } = await scene.active(offer, { grants: [{ ...grant, scopeIds: [one] }] });
      const { state, transition } = await scene.owner.credentials.update(id, {
        grants: [{ ...grant, scopeIds: [other] }],
      });
      expectEqual([state, transition], ['active', 'updating'], 'state and transition after an edit of the grants');
      expect((await scene.settled(id, 'active')).transition === undefined, 'the transition once it has them');
    },
  },
];
