import type { Secret } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectOnly, expectRefused, expectThere } from '../expectation.js';
import type { Held, Scene } from '../scene.js';
import type { Visibility } from '../subject.js';

/** Whether a type's secret can be seen in that way, for {@link Scene.each}. */
const seen =
  (...modes: Visibility[]) =>
  ({ offer }: Held): boolean =>
    modes.some((mode) => mode === offer.type.visibility.mode);

const isSeen = seen('once', 'window', 'always');

/** The values of a secret, for comparison. They stay here. */
const valuesOf = ({ fields }: Secret): string => fields.map(({ name, value }) => `${name}=${value.reveal()}`).join();

/** The end of the time in which the secret of a credential can be seen, in milliseconds since 1970. */
async function windowEnd(scene: Scene, { credential, offer }: Held): Promise<number> {
  const { secret } = await scene.owner.credentials.get(credential.id);
  const end = Date.parse(expectThere(secret.availableUntil, '`secret.availableUntil` of one with a window'));
  const windowMs = expectThere(offer.type.visibility.windowMs, "`windowMs` of the type's visibility");
  const lasts = end - Date.parse(credential.createdAt);
  expect(
    lasts >= windowMs - 60_000,
    `the window: expected it to last ${windowMs} ms from when the secret is there, it ends ${lasts} ms after creation`,
  );
  return end;
}

/** What can be seen of a secret, and for how long (SPEC S1, S3, S5). */
export const secretChecks: CheckDefinition[] = [
  {
    id: 'S1.pending',
    title: 'there is no secret to see before the data plane has the credential',
    needs: ['holdsWork'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        if (offer.type.visibility.mode === 'never') continue;
        const { id } = await scene.create(offer);
        await expectRefused(
          scene.owner.credentials.reveal(id),
          'state-conflict',
          `${offer.type.id}: reveal of a pending credential`,
          { reason: 'provisioning' },
        );
        await scene.discard(id);
      }
    },
  },
  {
    id: 'S1.once',
    title: 'a secret that can be seen once is shown once; then it answers 410, viewed',
    needs: ['once'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types seen once', seen('once'), async ({ credential: { id, secret } }) => {
        expectEqual(secret.state, 'available', 'the state of the secret before its only view');
        await owner.credentials.reveal(id);
        expectEqual((await owner.credentials.get(id)).secret.state, 'viewed', 'its state after its only view');
        for (const time of ['second', 'third']) {
          const error = await expectRefused(owner.credentials.reveal(id), 'secret-gone', `a ${time} reveal`, {
            reason: 'viewed',
          });
          expectEqual(error.status, 410, `the status of a ${time} reveal`);
        }
      });
    },
  },
  {
    id: 'S1.once-concurrent',
    title: 'of several reveals at once one gets the secret that can be seen once',
    needs: ['once'],
    async run(scene) {
      await scene.each('types seen once', seen('once'), async ({ credential: { id } }) => {
        const calls = Array.from({ length: 5 }, () => scene.owner.credentials.reveal(id));
        await expectOnly(1, calls, 'secret-gone', 'reveals');
      });
    },
  },
  {
    id: 'S1.once-for-members',
    title: 'a secret that one member of the team has seen is gone for the others',
    needs: ['once', 'both'],
    async run(scene) {
      await scene.each('types seen once', seen('once'), async ({ credential: { id } }) => {
        await scene.owner.credentials.reveal(id);
        await expectRefused(scene.both.credentials.reveal(id), 'secret-gone', 'a reveal by another member of the team');
      });
    },
  },
  {
    id: 'S1.window',
    title: 'inside its window a secret is shown as often as asked for',
    needs: ['window'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types seen in a window', seen('window'), async (held) => {
        const { id } = held.credential;
        const end = await windowEnd(scene, held);
        const first = await owner.credentials.reveal(id);
        const second = await owner.credentials.reveal(id);
        expect(valuesOf(first) === valuesOf(second), 'a second reveal gave another secret');
        const until = expectThere(first.availableUntil, '`availableUntil` of what is revealed');
        expectEqual(Date.parse(until), end, 'the end of the window as revealed, and of the credential');
      });
    },
  },
  {
    id: 'S1.window-ends',
    title: 'a secret can be seen until its window ends, then it answers 410, erased',
    needs: ['window', 'advance'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types seen in a window', seen('window'), async (held) => {
        const { id } = held.credential;
        const end = await windowEnd(scene, held);
        await scene.advance(end - owner.now() - 60_000);
        await owner.credentials.reveal(id);
        await scene.advance(61_000);
        const { secret } = await owner.credentials.get(id);
        expectEqual(secret.state, 'erased', 'the state of the secret after its window');
        const error = await expectRefused(owner.credentials.reveal(id), 'secret-gone', 'a reveal after the window', {
          reason: 'erased',
        });
        expectEqual(error.status, 410, 'the status of a reveal after the window');
      });
    },
  },
  {
    id: 'S3.works-on',
    title: 'a secret whose window has ended still works at the data plane',
    needs: ['window', 'advance', 'dataPlane'],
    async run(scene) {
      await scene.each('types seen in a window', seen('window'), async (held) => {
        const values = await scene.values(held);
        const end = await windowEnd(scene, held);
        await scene.advance(end - scene.owner.now() + 1_000);
        await scene.passes(held, values, 'a secret after its window');
      });
    },
  },
  {
    id: 'S1.always',
    title: 'a secret that can always be seen is still shown after a year',
    needs: ['always', 'advance'],
    async run(scene) {
      const { owner } = scene;
      await scene.each('types always seen', seen('always'), async ({ offer, credential: { id } }) => {
        const before = await owner.credentials.reveal(id);
        if (offer.type.lifetimesMs) return;
        await scene.advance(366 * 86_400_000);
        const after = await owner.credentials.reveal(id);
        expect(valuesOf(before) === valuesOf(after), 'a reveal after a year gave another secret');
        expectEqual(after.availableUntil, undefined, '`availableUntil` of one that can always be seen');
      });
    },
  },
  {
    id: 'S1.never',
    title: 'a secret that can never be seen has no reveal',
    needs: ['never'],
    async run(scene) {
      await scene.each('types never seen', seen('never'), async ({ credential: { id, actions } }) => {
        expect(!actions.some(({ action }) => action === 'reveal'), 'its actions have reveal');
        await expectRefused(scene.owner.credentials.reveal(id), 'state-conflict', 'reveal of one never seen', {
          reason: 'unsupported',
        });
      });
    },
  },
  {
    id: 'S1.visibility-is-the-types',
    title: "how a credential's secret can be seen is what its type says",
    async run(scene) {
      await scene.each(
        'types',
        () => true,
        async ({ offer, credential }) => {
          expectEqual(credential.secret.visibility, offer.type.visibility.mode, '`secret.visibility`');
        },
      );
    },
  },
  {
    id: 'S1.only-members-reveal',
    title: 'the provider, who sees every credential, sees no secret',
    needs: ['provider'],
    async run(scene) {
      await scene.each('types with a secret', isSeen, async ({ credential: { id } }) => {
        await expectRefused(
          scene.provider.credentials.reveal(id),
          ['forbidden', 'not-found'],
          'reveal by the provider',
        );
        expectEqual((await scene.owner.credentials.get(id)).secret.state, 'available', 'the secret afterwards');
      });
    },
  },
  {
    id: 'S5.secret-values',
    title: 'a secret comes in values that print as a placeholder',
    async run(scene) {
      await scene.each('types with a secret', isSeen, async ({ credential: { id } }) => {
        const secret = await scene.owner.credentials.reveal(id);
        expect(secret.fields.length > 0, 'what is revealed has no fields');
        for (const { name, value } of secret.fields) {
          const text = value.reveal();
          expect(typeof text === 'string' && text !== '', `${name}: reveal() of its value gives no text`);
          const printed = [JSON.stringify(value), JSON.stringify(secret), String(value)];
          expect(
            printed.every((print) => !print.includes(text)),
            `${name}: printing or serialising its value shows it`,
          );
        }
      });
    },
  },
];
