import type { Credential } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import type { Held, Scene } from '../scene.js';
import { has } from './credentials.js';

/** The overlaps there may be: not at all, 1 hour, 24 hours, 7 days (SPEC C6). */
const overlaps = [0, 3_600_000, 86_400_000, 604_800_000];

const overlapsOf = ({ actions }: Credential): readonly number[] =>
  actions.find(({ action }) => action === 'renew')?.overlapsMs ?? [];

/** Renews, and answers what calls carry from then on. */
async function renew(scene: Scene, held: Held, overlapMs: number): Promise<Record<string, string>> {
  const { id } = held.credential;
  await scene.owner.credentials.renew(id, { overlapMs });
  await scene.settled(id, 'active');
  return scene.values(held);
}

/** Whether two sets of values have a different one under some name. */
const differ = (one: Record<string, string>, other: Record<string, string>): boolean =>
  Object.keys(one).some((name) => one[name] !== other[name]);

/** A new secret, under the same identifiers or new ones (SPEC C6, C7). */
export const renewalChecks: CheckDefinition[] = [
  {
    id: 'C6.renew',
    title: 'a renewed credential has a new secret under the same id',
    needs: ['renew'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const before = await scene.values(held);
        const after = await renew(scene, held, 0);
        expect(differ(before, after), 'a renewed credential: its secret is the old one');
        const { overlapUntil } = await scene.owner.credentials.get(held.credential.id);
        expectEqual(overlapUntil, undefined, '`overlapUntil` after a renewal without overlap');
      });
    },
  },
  {
    id: 'C6.absent-where-not-renewable',
    title: 'where a type does not renew, the action is absent and the call refused',
    async run(scene) {
      for (const offer of await scene.offers()) {
        const credential = await scene.active(offer);
        if (!has('renew')({ credential }))
          await expectRefused(
            scene.owner.credentials.renew(credential.id, { overlapMs: 0 }),
            'state-conflict',
            `${offer.type.id}: renew, which its actions do not have`,
          );
        await scene.discard(credential.id);
      }
    },
  },
  {
    id: 'C6.overlaps',
    title: 'the overlap is one of those offered, and there until when it lasts',
    needs: ['renew'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const { id } = held.credential;
        const offered = overlapsOf(held.credential);
        expect(
          offered.length > 0 && offered.every((ms) => overlaps.includes(ms)),
          `\`overlapsMs\`: expected some of ${overlaps.join(', ')}, got ${offered.join(', ')}`,
        );
        await expectRefused(
          owner.credentials.renew(id, { overlapMs: 12_345 }),
          'validation-failed',
          'renew with an overlap that is not offered',
          { pointer: '/overlapMs' },
        );
        const overlapMs = offered.find((ms) => ms > 0);
        if (overlapMs === undefined) return;
        const from = owner.now();
        await owner.credentials.renew(id, { overlapMs });
        const { overlapUntil } = await scene.settled(id, 'active');
        const lasts = Date.parse(expectThere(overlapUntil, '`overlapUntil` after a renewal with overlap')) - from;
        expect(
          Math.abs(lasts - overlapMs) < 60_000,
          `\`overlapUntil\`: expected it ${overlapMs} ms after the renewal, it is ${lasts} ms after`,
        );
      });
    },
  },
  {
    id: 'C6.both-work-until-then',
    title: 'both secrets work while the overlap lasts, then only the new one',
    needs: ['renew', 'dataPlane', 'advance'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const overlapMs = overlapsOf(held.credential).find((ms) => ms > 0);
        if (overlapMs === undefined) return;
        const old = await scene.values(held);
        const fresh = await renew(scene, held, overlapMs);
        await scene.passes(held, fresh, 'the new secret');
        await scene.passes(held, old, 'the old secret, within the overlap');
        await scene.advance(overlapMs + 1_000);
        await scene.blocks(held, old, 'the old secret, after the overlap');
        await scene.passes(held, fresh, 'the new secret, after the overlap');
      });
    },
  },
  {
    id: 'C6.at-once',
    title: 'without overlap the old secret stops with the renewal',
    needs: ['renew', 'dataPlane'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const old = await scene.values(held);
        const fresh = await renew(scene, held, 0);
        await scene.blocks(held, old, 'the old secret');
        await scene.passes(held, fresh, 'the new secret');
      });
    },
  },
  {
    id: 'C6.renewed-again',
    title: 'a second renewal within an overlap ends the oldest secret',
    needs: ['renew', 'dataPlane'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async (held) => {
        const overlapMs = overlapsOf(held.credential).find((ms) => ms > 0);
        if (overlapMs === undefined) return;
        const oldest = await scene.values(held);
        const old = await renew(scene, held, overlapMs);
        const fresh = await renew(scene, held, overlapMs);
        await scene.blocks(held, oldest, 'the oldest of three secrets');
        await scene.passes(held, old, 'the secret before the last renewal');
        await scene.passes(held, fresh, 'the new secret');
      });
    },
  },
  {
    id: 'C6.never-past-expiry',
    title: "no overlap is offered, nor accepted, that ends after the credential's own expiry",
    needs: ['renew', 'expiry', 'advance'],
    async run(scene) {
      let found = false;
      for (const offer of await scene.offers()) {
        const lifetimeMs = offer.type.lifetimesMs?.find((ms) => ms !== null);
        if (lifetimeMs === undefined || lifetimeMs === null) continue;
        const credential = await scene.active(offer, { lifetimeMs });
        if (has('renew')({ credential })) {
          found = true;
          await scene.advance(lifetimeMs - 2 * 3_600_000);
          const near = await scene.owner.credentials.get(credential.id);
          expectEqual(overlapsOf(near), [0, 3_600_000], '`overlapsMs` two hours before the expiry');
          await expectRefused(
            scene.owner.credentials.renew(credential.id, { overlapMs: 86_400_000 }),
            'validation-failed',
            'renew with an overlap past the expiry',
            { pointer: '/overlapMs' },
          );
        }
        await scene.discard(credential.id);
      }
      expect(found, 'the backend claims `renew` and `expiry`, but no type of the owner has both');
    },
  },
  {
    id: 'C6.suspended-cannot-be-renewed',
    title: 'only an active credential can be renewed',
    needs: ['renew', 'suspend'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async ({ credential }) => {
        if (!has('suspend')({ credential })) return;
        await scene.owner.credentials.suspend(credential.id);
        await scene.settled(credential.id, 'inactive');
        await expectRefused(
          scene.owner.credentials.renew(credential.id, { overlapMs: 0 }),
          'state-conflict',
          'renew of an inactive credential',
        );
      });
    },
  },
  {
    id: 'C7.regenerate',
    title: 'a regenerated credential has new identifiers and a new secret under the same object',
    needs: ['regenerate'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types that can be regenerated', has('regenerate'), async (held) => {
        const { id, identifiers } = held.credential;
        const before = await scene.values(held);
        await owner.credentials.regenerate(id, { reason: 'Leaked.' });
        const after = await scene.settled(id, 'active');
        for (const { name, value } of identifiers)
          expect(
            after.identifiers.every((one) => one.value !== value),
            `the identifier ${name} is the old one`,
          );
        expect(differ(before, await scene.values(held)), 'its secret is the old one');
      });
    },
  },
  {
    id: 'C7.absent-where-not-regenerable',
    title: 'where a type is not regenerated, the action is absent and the call refused',
    async run(scene) {
      for (const offer of await scene.offers()) {
        const credential = await scene.active(offer);
        if (!has('regenerate')({ credential }))
          await expectRefused(
            scene.owner.credentials.regenerate(credential.id),
            'state-conflict',
            `${offer.type.id}: regenerate, which its actions do not have`,
          );
        await scene.discard(credential.id);
      }
    },
  },
  {
    id: 'C7.old-pair-stops',
    title: 'regenerate ends the old pair at once',
    needs: ['regenerate', 'dataPlane'],
    async run(scene) {
      await scene.each('types that can be regenerated', has('regenerate'), async (held) => {
        const old = await scene.values(held);
        await scene.passes(held, old, 'the pair before');
        await scene.owner.credentials.regenerate(held.credential.id);
        await scene.settled(held.credential.id, 'active');
        await scene.blocks(held, old, 'the old pair');
        await scene.passes(held, await scene.values(held), 'the new pair');
      });
    },
  },
  {
    id: 'C7.sessions-live-on',
    title: 'session tokens outlive regenerate and delete, until they expire',
    needs: ['regenerate', 'sessions', 'advance'],
    async run(scene) {
      const open = expectThere(scene.subject.dataPlane?.openSession, "the subject's openSession");
      await scene.each('types that can be regenerated', has('regenerate'), async (held) => {
        const { id } = held.credential;
        const old = await scene.values(held);
        const session = expectThere(await open({ ...held.offer, values: old }), 'a session for a fresh pair');
        await scene.owner.credentials.regenerate(id);
        await scene.settled(id, 'active');
        const again = await open({ ...held.offer, values: old });
        expect(again === undefined, 'a new session for the pair from before regenerate was opened');
        await scene.passes(held, old, 'a session from before regenerate', { token: session.token });
        await scene.discard(id);
        await scene.passes(held, old, 'a session from before delete', { token: session.token });
        await scene.advance(session.expiresInMs + 1_000);
        await scene.blocks(held, old, 'a session that has expired', { token: session.token });
      });
    },
  },
];
