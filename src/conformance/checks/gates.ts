import type { Environment } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import { callOperation, idsIn, needsOf, personalOperations } from '../operation-call.js';
import { everything } from '../pages.js';
import type { Offer, Scene } from '../scene.js';

/** A resource with a gate, open, and a type of it. */
async function gated(scene: Scene): Promise<Offer> {
  const offers = await scene.offers();
  const found = offers.find(({ resource }) => resource.exposed !== undefined);
  const offer = expectThere(found, 'a resource that is exposed or not');
  await scene.open(offer.resource);
  return offer;
}

const environmentsOf = (person: Scene['owner']): Promise<Environment[]> =>
  everything((cursor) => person.environments.list({ cursor }));

/** An environment in which somebody may not have credentials, and a resource in it. */
async function closedTo(scene: Scene): Promise<{ environment: Environment; offer: Offer }> {
  const environment = (await environmentsOf(scene.ineligible)).find(({ eligible }) => !eligible);
  expect(environment !== undefined, 'an environment that `ineligible` may not use: their list has none');
  const offer = (await scene.offers()).find(({ resource }) => resource.environment === environment.id);
  return { environment, offer: expectThere(offer, `a resource in ${environment.id}`) };
}

/** An offer in each of two environments. */
async function twoWorlds(scene: Scene): Promise<[Offer, Offer]> {
  const offers = await scene.offers();
  const [one] = offers;
  const other = offers.find(({ resource }) => resource.environment !== one?.resource.environment);
  return [expectThere(one, 'an offer'), expectThere(other, 'an offer in another environment')];
}

/** Who may have credentials, where, and of what: roles, eligibility, environments, exposure (SPEC M1, E1, E2, I1). */
export const gateChecks: CheckDefinition[] = [
  ...personalOperations
    .filter((name) => name.startsWith('credentials.') && !['credentials.options', 'credentials.create'].includes(name))
    .map((name): CheckDefinition => ({
      id: `M1.${name}`,
      title: `${name} answers 403 to who has not the role`,
      needs: ['roleGate', 'outsider', ...needsOf(name).filter((need) => need === 'history' || need === 'batch')],
      async run(scene) {
        const { id } = await scene.active(await scene.offer());
        const before = await scene.owner.credentials.get(id);
        const params = name === 'credentials.batch' ? { action: 'remove', ids: [id] } : undefined;
        const error = await expectRefused(
          callOperation(scene.outsider, name, idsIn(name).length > 0 ? [id] : [], params),
          'forbidden',
          `${name} by somebody without the role`,
          { reason: 'role' },
        );
        expectEqual(error.status, 403, 'the status');
        expectEqual(await scene.owner.credentials.get(id), before, 'the credential afterwards');
      },
    })),
  {
    id: 'M1.options-explain',
    title: 'who has not the role is told so in words, and cannot create',
    needs: ['roleGate', 'outsider'],
    async run(scene) {
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const { environment } = offer.resource;
      const options = await scene.outsider.credentials.options({ environment, resourceId: offer.resource.id });
      expectEqual(options.blocked, 'role', '`blocked` in the options of who has not the role');
      expect((options.message ?? '') !== '', '`message` in their options: expected a sentence that explains it');
      await expectRefused(scene.outsider.credentials.create(params), 'forbidden', 'create without the role', {
        reason: 'role',
      });
      expectEqual((await scene.options(offer.resource)).blocked, undefined, '`blocked` for who has the role');
    },
  },
  {
    id: 'E1.not-eligible',
    title: 'who is not eligible is told why, and nothing can be created',
    needs: ['eligibility', 'ineligible'],
    async run(scene) {
      const { environment, offer } = await closedTo(scene);
      const { ineligible } = scene;
      expect((environment.message ?? '') !== '', `${environment.id}: expected a \`message\` that explains it`);
      const params = await scene.credentialParams(offer);
      const options = await ineligible.credentials.options({
        environment: environment.id,
        resourceId: offer.resource.id,
      });
      expectEqual(options.blocked, 'not-eligible', '`blocked` in their options');
      const { teamId: _, ...rest } = params;
      const error = await expectRefused(
        ineligible.credentials.create(rest),
        'not-eligible',
        'create by who is not eligible',
      );
      expectEqual(error.status, 403, 'the status');
      const own = (await environmentsOf(scene.owner)).find(({ id }) => id === environment.id);
      expectEqual(own?.eligible, true, '`eligible` for the owner in the same environment');
    },
  },
  {
    id: 'E2.environment-required',
    title: 'where there are several environments, every list and creation names one',
    needs: ['environments'],
    async run(scene) {
      const offer = await scene.offer();
      const { environment: _, ...params } = await scene.credentialParams(offer);
      const refusal = { pointer: '/environment', reason: 'environment-required' };
      await expectRefused(scene.owner.credentials.list(), 'validation-failed', 'a list without environment', refusal);
      await expectRefused(
        scene.owner.credentials.create(params).then((made) => scene.keep(made)),
        'validation-failed',
        'a creation without environment',
        refusal,
      );
      const { blocked } = await scene.owner.credentials.options();
      expectEqual(blocked, 'environment-required', '`blocked` in options without environment');
    },
  },
  {
    id: 'E2.other-environment',
    title: "a credential cannot be created in another environment than its resource's, or in one that does not exist",
    needs: ['environments'],
    async run(scene) {
      const [one, other] = await twoWorlds(scene);
      const params = await scene.credentialParams(one);
      const environment = expectThere(other.resource.environment, 'the environment of a resource');
      await expectRefused(
        scene.owner.credentials.create({ ...params, environment }).then((made) => scene.keep(made)),
        'validation-failed',
        "a credential in another environment than its resource's",
        { pointer: '/environment', reason: 'other-environment' },
      );
      await expectRefused(
        scene.owner.credentials.create({ ...params, environment: 'nowhere' }).then((made) => scene.keep(made)),
        'validation-failed',
        'a credential in an environment that does not exist',
        { pointer: '/environment' },
      );
    },
  },
  {
    id: 'E2.lists-are-apart',
    title: "one environment's credentials are in its own list only, and count there only",
    needs: ['environments'],
    async run(scene) {
      const worlds = await twoWorlds(scene);
      const usedIn = async ({ resource, type }: Offer): Promise<number | undefined> =>
        (await scene.options(resource)).types.find(({ id }) => id === type.id)?.limit?.used;
      const usedBefore = await usedIn(worlds[1]);
      const made = await scene.create(worlds[0]);
      expectEqual(made.environment, worlds[0].resource.environment, 'the environment of a credential');
      for (const { resource } of worlds) {
        const { environment } = resource;
        const items = await everything((cursor) => scene.owner.credentials.list({ environment, cursor }));
        expect(
          items.every((item) => item.environment === environment),
          `the list of ${environment ?? ''} has credentials of another environment`,
        );
        expectEqual(
          items.some(({ id }) => id === made.id),
          environment === made.environment,
          `whether the list of ${environment ?? ''} has a credential of ${made.environment ?? ''}`,
        );
      }
      expectEqual(await usedIn(worlds[1]), usedBefore, 'places used in the other environment');
      for (const { resource } of worlds) {
        const { environment } = resource;
        const found = await everything((cursor) => scene.owner.resources.list({ environment, cursor }));
        expect(
          found.every((one) => one.environment === environment),
          `resources.list of ${environment ?? ''}`,
        );
      }
    },
  },
  {
    id: 'E2.calls-are-apart',
    title: 'a credential of one environment is refused by the other, and so is its session token',
    needs: ['environments', 'dataPlane'],
    async run(scene) {
      const [one, other] = await twoWorlds(scene);
      for (const [offer, { resource }] of [
        [one, other],
        [other, one],
      ] as const) {
        const held = { offer, credential: await scene.active(offer) };
        const values = await scene.values(held);
        await scene.passes(held, values, `a credential in ${offer.resource.environment ?? ''}`);
        const crossing = await scene.call(held, values, { resource });
        expect(!crossing.allowed, `it was let through in ${resource.environment ?? ''}`);
        const open = scene.subject.dataPlane?.openSession;
        if (!open) continue;
        const { token } = expectThere(await open({ ...offer, values }), 'a session in its own environment');
        const carried = await scene.call(held, values, { resource, token });
        expect(!carried.allowed, `its session token was let through in ${resource.environment ?? ''}`);
        const foreign = await open({ ...offer, resource, values });
        expect(foreign === undefined, `a session was opened for it in ${resource.environment ?? ''}`);
      }
    },
  },
  {
    id: 'E3.sessions',
    title: 'a pair is exchanged for a session token, which expires',
    needs: ['sessions', 'advance'],
    async run(scene) {
      const open = expectThere(scene.subject.dataPlane?.openSession, "the subject's openSession");
      const hasSessions = ({ offer }: { offer: Offer }): boolean => offer.type.scheme.kind === 'session';
      await scene.each('types with the scheme `session`', hasSessions, async (held) => {
        const values = await scene.values(held);
        const session = expectThere(await open({ ...held.offer, values }), 'a session for an active pair');
        await scene.passes(held, values, 'a fresh session', { token: session.token });
        await scene.advance(session.expiresInMs + 1_000);
        await scene.blocks(held, values, 'a session whose time is over', { token: session.token });
      });
    },
  },
  {
    id: 'I1.gate',
    title: 'keys can be made only while the resource is exposed; the gate says who may switch it',
    needs: ['exposure'],
    async run(scene) {
      const offer = await gated(scene);
      const { id } = offer.resource;
      const exposer = await scene.exposer(id);
      const params = await scene.credentialParams(offer);
      const closed = await exposer.resources.unexpose(id, { reason: 'Maintenance.' });
      expectEqual(closed.exposed, false, '`exposed` in the answer of unexpose');
      const error = await expectRefused(
        scene.owner.credentials.create(params).then((made) => scene.keep(made)),
        'not-exposed',
        'a key for a resource that is not exposed',
      );
      expectEqual(error.status, 409, 'the status');
      const { blocked, types } = await scene.options(offer.resource);
      expectEqual(blocked, 'not-exposed', '`blocked` in the options of a resource that is not exposed');
      expect(
        types.every(({ allowed }) => !allowed),
        'a type in those options is allowed',
      );
      expectEqual((await exposer.resources.expose(id)).exposed, true, '`exposed` in the answer of expose');
      await scene.create(offer);
    },
  },
  {
    id: 'I1.calls',
    title: 'while a resource is not exposed, calls are refused as well',
    needs: ['exposure', 'dataPlane'],
    async run(scene) {
      const offer = await gated(scene);
      const held = { offer, credential: await scene.active(offer) };
      const values = await scene.values(held);
      await scene.passes(held, values, 'a key of an exposed resource');
      const exposer = await scene.exposer(offer.resource.id);
      await exposer.resources.unexpose(offer.resource.id);
      await scene.blocks(held, values, 'a key of a resource that is no longer exposed');
      await exposer.resources.expose(offer.resource.id);
      await scene.passes(held, values, 'the same key once it is exposed again');
    },
  },
  {
    id: 'I4.header-names',
    title: 'how calls carry a key is data: the names of its header and, if it has a secret, of that one',
    async run(scene) {
      for (const { id, credentialTypes } of await scene.resources())
        for (const { id: typeId, kind, scheme } of credentialTypes) {
          const named = scheme.kind !== 'header' && scheme.kind !== 'query';
          expect(named || scheme.name !== undefined, `${id}, ${typeId}: a ${scheme.kind} scheme needs a \`name\``);
          const isPair = kind === 'key-pair' && scheme.kind === 'header';
          expect(
            !isPair || scheme.secretName !== undefined,
            `${id}, ${typeId}: a pair in headers needs a \`secretName\``,
          );
          const needsUrl = scheme.kind === 'oauth2' || scheme.kind === 'session';
          expect(!needsUrl || scheme.tokenUrl !== undefined, `${id}, ${typeId}: ${scheme.kind} needs a \`tokenUrl\``);
        }
    },
  },
];
