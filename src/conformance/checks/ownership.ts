import { operations, type ApiError, type OperationName } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { canonical, expect, expectEqual, expectRefused, outcomeOf } from '../expectation.js';
import { callOperation, idsIn, needsOf, ownObject, personalOperations, publicIds } from '../operation-call.js';
import { everything } from '../pages.js';
import type { Scene } from '../scene.js';

/** An id that no object has. */
const noId = 'conformance-no-such-object';

/** The owner's object as its owner reads it, without what changes by itself. */
function reread(scene: Scene, name: OperationName, id: string): Promise<unknown> {
  const [resource = ''] = name.split('.');
  return callOperation(scene.owner, `${resource}.get` as OperationName, [id]);
}

/** Another team's object is as unknown as one that does not exist, for every operation that names an object. */
const objectChecks = personalOperations
  .filter((name) => idsIn(name).length > 0)
  .map((name): CheckDefinition => {
    const idNames = idsIn(name);
    const isPublic = idNames.every((idName) => publicIds.includes(idName));
    return {
      id: `owner.${name}`,
      title: isPublic
        ? `${name} answers not-found for what does not exist`
        : `${name} answers not-found for another team's object, exactly as for one that does not exist`,
      needs: needsOf(name),
      async run(scene) {
        // Whoever calls: what does not exist is not found, before any question of roles.
        const unknown = await expectRefused(
          callOperation(
            isPublic ? scene.owner : scene.stranger,
            name,
            idNames.map(() => noId),
          ),
          'not-found',
          `${name} of an id that nothing has`,
        );
        const ids: string[] = [];
        for (const idName of idNames) ids.push(await ownObject(scene, idName));
        if (isPublic) return;
        const before = await reread(scene, name, ids[0] ?? '');
        const foreign = await expectRefused(
          callOperation(scene.stranger, name, ids),
          'not-found',
          `${name} of another team's object`,
        );
        for (const key of ['reason', 'errors'] as const)
          expectEqual(foreign[key], unknown[key], `the ${key} of ${name} for another team's object and for none`);
        if (operations[name].method !== 'GET')
          expectEqual(await reread(scene, name, ids[0] ?? ''), before, `the object after a stranger's ${name}`);
      },
    };
  });

/** The stranger's lists, with what each needs. */
const lists = personalOperations.filter(
  (name) => name.endsWith('.list') && !/^(environments|products|resources|events)\./.test(name),
);

/** Nobody sees, names or learns of another team's objects. */
export const ownershipChecks: CheckDefinition[] = [
  ...objectChecks,
  ...lists.map((name): CheckDefinition => {
    const [resource = ''] = name.split('.');
    return {
      id: `owner.${name}`,
      title: `${name} has the team's own objects and nobody else's`,
      needs: needsOf(name),
      async run(scene) {
        const { environment } = (await scene.offer()).resource;
        const params = resource === 'credentials' && environment !== undefined ? { environment } : {};
        const idName = { subscriptions: 'subscriptionId', applications: 'applicationId' }[resource];
        const id = await ownObject(scene, idName ?? (resource === 'credentials' ? 'credentialId' : 'accessRequestId'));
        const idsOf = async (person: Scene['owner']): Promise<string[]> => {
          const items = await everything(
            (cursor) =>
              callOperation(person, name, [], { ...params, ...(cursor === undefined ? {} : { cursor }) }) as Promise<{
                items: { id: string }[];
                next?: string;
              }>,
          );
          return items.map((item) => item.id);
        };
        expect((await idsOf(scene.owner)).includes(id), `${name} of the owner: expected it to have their own object`);
        const { capabilities, people } = scene.subject;
        // Who may not be in an environment at all is refused its list: that says nothing either.
        const foreign = await idsOf(scene.stranger).catch((error: unknown): string[] => {
          if (capabilities.eligibility) return [];
          throw error;
        });
        expect(!foreign.includes(id), `${name} of a stranger: it has an object of the owner's team`);
        if (people.both && !capabilities.roleGate)
          expect((await idsOf(scene.both)).includes(id), `${name} of a member of both teams lacks one team's object`);
        if (people.provider && !capabilities.roleGate)
          expect((await idsOf(scene.provider)).includes(id), `${name} of the provider lacks a team's object`);
      },
    };
  }),
  {
    id: 'owner.references-in-requests',
    title: "another team's application cannot be asked for or created with, exactly as one that does not exist",
    needs: ['accessRequests'],
    async run(scene) {
      const { owner, stranger } = scene;
      const offer = await scene.offer();
      const teamId = await scene.teamOf(stranger);
      const params = await scene.accessParams(offer.resource);
      const { id: foreignId } = await stranger.applications.create({ name: scene.name(), teamId });
      const refusals: ApiError[] = [];
      for (const applicationId of [foreignId, noId])
        refusals.push(
          await expectRefused(
            owner.accessRequests.create({ ...params, applicationId }),
            'validation-failed',
            "a request for access for another team's application, or for none that exists",
            { pointer: '/applicationId' },
          ),
        );
      expect(canonical(refusals[0]?.errors) === canonical(refusals[1]?.errors), 'the two are told apart');
      await expectRefused(
        owner.applications.create({ name: scene.name(), teamId }),
        'validation-failed',
        'an application for a team that the owner is not in',
        { pointer: '/teamId' },
      );
      const { environment } = offer.resource;
      const found = await owner.credentials.list({ environment, applicationId: foreignId });
      expectEqual(found.items, [], "credentials of another team's application");
    },
  },
  {
    id: 'owner.references-in-credentials',
    title: 'a credential cannot be created for another team, nor with its application',
    async run(scene) {
      const { owner, stranger } = scene;
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const teamId = await scene.teamOf(stranger);
      if (params.applicationId === undefined) {
        await expectRefused(
          owner.credentials.create({ ...params, teamId }),
          'validation-failed',
          'a credential for a team that the owner is not in',
          { pointer: '/teamId' },
        );
        return;
      }
      const { id } = await stranger.applications.create({ name: scene.name(), teamId });
      for (const applicationId of [id, noId])
        await expectRefused(
          owner.credentials.create({ ...params, applicationId }),
          'validation-failed',
          "a credential for another team's application, or for none that exists",
          { pointer: '/applicationId' },
        );
      const { environment, id: resourceId } = offer.resource;
      const asked = await outcomeOf(owner.credentials.options({ environment, resourceId, applicationId: id }));
      if ('error' in asked) return; // refused: that tells nothing of it
      expectEqual(asked.result.existing, [], "`existing` in options for another team's application");
      expect(!asked.result.applications.some((one) => one.id === id), "options list another team's application");
    },
  },
];
