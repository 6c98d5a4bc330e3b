import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, expectThere } from '../expectation.js';
import { callOperation, idsIn, personalOperations } from '../operation-call.js';
import type { Held, Scene } from '../scene.js';

const setLater = ({ offer }: Held): boolean => offer.type.secretLater === true;
const anySecret = 'conformance-secret-1';
const otherSecret = 'conformance-secret-2';

/** Fails unless a link's token opens nothing any more. */
async function isUseless(scene: Scene, token: string, what: string): Promise<void> {
  await expectRefused(
    scene.holder(token).then(({ share }) => share.get()),
    'unauthenticated',
    `${what}: reading the share`,
  );
  await expectRefused(
    scene.holder(token).then(({ share }) => share.setSecret({ secret: otherSecret })),
    'unauthenticated',
    `${what}: setting the secret`,
  );
}

/** Runs a part of a check on each credential whose secret is set through a share link. */
const eachShared =
  (run: (scene: Scene, held: Held) => Promise<void>) =>
  (scene: Scene): Promise<void> =>
    scene.each('types whose secret is set later', setLater, (held) => run(scene, held));

const needs = ['shareLinks', 'holder'] as const;

/** Secrets that somebody outside sets (SPEC I2, S9). */
export const shareLinkChecks: CheckDefinition[] = [
  {
    id: 'S9.no-secret-at-first',
    title: 'a key whose secret comes later has none at first, and cannot be revealed',
    needs: ['shareLinks'],
    run: eachShared(async (scene, { credential: { id, secret } }) => {
      expectEqual(secret.state, 'none', 'the state of the secret of a new key');
      await expectRefused(scene.owner.credentials.reveal(id), 'state-conflict', 'reveal of a key without a secret');
    }),
  },
  {
    id: 'S9.set-and-replace',
    title: 'the holder of the link sets the secret and replaces it; nobody can read it back',
    needs,
    run: eachShared(async (scene, { offer, credential }) => {
      const { id, name, identifiers } = credential;
      const { token } = await scene.owner.credentials.share(id);
      const holder = await scene.holder(token);
      const share = await holder.share.get();
      expectEqual([share.name, share.secret], [name, 'none'], 'name and secret in the share before it is set');
      expectEqual(share.identifiers, identifiers, 'the identifiers in the share');
      expectEqual(share.scheme, offer.type.scheme, 'the scheme in the share');
      for (const secret of [anySecret, otherSecret]) {
        await holder.share.setSecret({ secret });
        const { secret: info } = await scene.settled(id, 'active');
        expectEqual(info.state, 'set', 'the state of the secret once it is set');
        expectEqual((await holder.share.get()).secret, 'set', 'the secret in the share once it is set');
      }
      await expectRefused(scene.owner.credentials.reveal(id), 'state-conflict', 'reveal of a secret that was set');
      for (const { operation, answer } of scene.log)
        expect(
          !(JSON.stringify(answer) ?? '').includes('conformance-secret'),
          `the answer of ${operation} has the secret that was set in it`,
        );
    }),
  },
  {
    id: 'S9.data-plane',
    title: 'calls pass with the secret that was set last, and with no other',
    needs: [...needs, 'dataPlane'],
    run: eachShared(async (scene, held) => {
      const { id, identifiers } = held.credential;
      const values = (secret: string): Record<string, string> => ({
        ...Object.fromEntries(identifiers.map(({ name, value }) => [name, value])),
        secret,
      });
      await scene.setSecret(id, anySecret);
      await scene.passes(held, values(anySecret), 'the secret that was set');
      await scene.blocks(held, values(otherSecret), 'another secret');
      await scene.setSecret(id, otherSecret);
      await scene.passes(held, values(otherSecret), 'the secret that replaced it');
      await scene.blocks(held, values(anySecret), 'the secret that was replaced');
    }),
  },
  {
    id: 'S9.bad-secrets',
    title: 'a secret is 8 to 128 visible ASCII characters',
    needs,
    run: eachShared(async (scene, { credential: { id } }) => {
      const { token } = await scene.owner.credentials.share(id);
      const holder = await scene.holder(token);
      for (const secret of ['short', 'x'.repeat(129), 'with a space', 'with-ünicode'])
        await expectRefused(
          holder.share.setSecret({ secret }),
          'validation-failed',
          `a secret of ${secret.length} characters that no header takes or nobody may choose`,
          { pointer: '/secret' },
        );
      expectEqual((await holder.share.get()).secret, 'none', 'the secret in the share after refused ones');
    }),
  },
  {
    id: 'I2.link-ends',
    title: 'a link ends with unshare, with the next link, with its time and with its key',
    needs,
    run: eachShared(async (scene, { credential: { id } }) => {
      const { credentials } = scene.owner;
      const first = await credentials.share(id);
      const shared = await credentials.get(id);
      expectEqual(shared.shareUntil, first.expiresAt, '`shareUntil` of the credential, and `expiresAt` of the link');
      const second = await credentials.share(id);
      expect(first.token !== second.token, 'a second link has the token of the first');
      await isUseless(scene, first.token, 'the link before the last one');
      await (await scene.holder(second.token)).share.get();
      await credentials.unshare(id);
      await isUseless(scene, second.token, 'a link that was taken back');
      expectEqual((await credentials.get(id)).shareUntil, undefined, '`shareUntil` after unshare');
      const third = await credentials.share(id);
      await scene.discard(id);
      await isUseless(scene, third.token, 'the link of a key that is gone');
    }),
  },
  {
    id: 'I2.link-expires',
    title: 'a link works as long as it was asked for, and no longer',
    needs: [...needs, 'advance'],
    run: eachShared(async (scene, { credential: { id } }) => {
      const lifetimeMs = 3_600_000;
      const { token, expiresAt } = await scene.owner.credentials.share(id, { lifetimeMs });
      const lasts = Date.parse(expiresAt) - scene.owner.now();
      expect(Math.abs(lasts - lifetimeMs) < 60_000, `a link for ${lifetimeMs} ms: it is for ${lasts} ms`);
      await (await scene.holder(token)).share.get();
      await scene.advance(lifetimeMs + 1_000);
      await isUseless(scene, token, 'a link whose time is over');
      for (const bad of [59_999, 2_592_000_001])
        await expectRefused(
          scene.owner.credentials.share(id, { lifetimeMs: bad }),
          'validation-failed',
          `a link for ${bad} ms`,
          { pointer: '/lifetimeMs' },
        );
    }),
  },
  {
    id: 'I2.nothing-else-is-open',
    title: 'the holder of a link can do nothing but read the share and set the secret',
    needs,
    run: eachShared(async (scene, { offer, credential: { id } }) => {
      const { token } = await scene.owner.credentials.share(id);
      const holder = await scene.holder(token);
      const named = personalOperations.filter((name) => idsIn(name).length > 0 && name.startsWith('credentials.'));
      for (const name of named)
        await expectRefused(
          callOperation(holder, name, [id]),
          ['forbidden', 'not-found', 'unauthenticated'],
          `${name} by the holder of a share link`,
        );
      expectEqual((await scene.owner.credentials.get(id)).state, 'active', 'the state of the credential afterwards');
      const { environment } = offer.resource;
      const listed = await holder.credentials.list({ environment }).then(
        ({ items }) => items.length,
        () => 0,
      );
      expectEqual(listed, 0, "how many credentials are in the list of a link's holder");
    }),
  },
  {
    id: 'I2.only-for-secrets-set-later',
    title: 'other keys have no share link',
    needs: ['shareLinks'],
    async run(scene) {
      for (const offer of await scene.offers()) {
        if (offer.type.secretLater) continue;
        const { id, actions } = await scene.active(offer);
        expect(!actions.some(({ action }) => action === 'share'), `${offer.type.id}: its actions have share`);
        await expectRefused(scene.owner.credentials.share(id), 'state-conflict', `${offer.type.id}: share`);
      }
    },
  },
  {
    id: 'I2.audiences',
    title: 'keys for people inside and outside the organisation are apart, each with what is theirs',
    needs: ['audiences'],
    async run(scene) {
      const { owner } = scene;
      const audiences = new Map<string, string>();
      for (const offer of await scene.offers()) {
        const { audience } = offer.type;
        const made = await scene.active(offer);
        expectEqual(made.type.audience, audience, `${offer.type.id}: the audience of the credential, and of its type`);
        if (audience !== undefined) audiences.set(made.id, audience);
        expect(made.identifiers.length > 0, `${offer.type.id}: the key is there before any secret is`);
      }
      expectThere(
        [...audiences.values()].find((audience) => audience === 'internal'),
        'a type for people inside',
      );
      for (const audience of ['internal', 'external'] as const) {
        const { items } = await owner.credentials.list({ audience, limit: 200 });
        const own = items.filter(({ id }) => audiences.has(id));
        const expected = [...audiences].flatMap(([id, of]) => (of === audience ? [id] : []));
        expectEqual(own.map(({ id }) => id).sort(), expected.sort(), `the list of ${audience} keys`);
      }
    },
  },
  {
    id: 'I3.sections-count-apart',
    title: 'each audience of each API has its own places',
    needs: ['audiences', 'limit'],
    async run(scene) {
      const { limit } = scene.subject.capabilities;
      const offers = await scene.allOffers();
      const [full] = offers;
      for (let count = 0; count < (limit ?? 0); count++) await scene.create(expectThere(full, 'an offer'));
      for (const offer of offers) {
        await scene.open(offer.resource);
        const { types } = await scene.options(offer.resource);
        const used = types.find(({ id }) => id === offer.type.id)?.limit?.used;
        expectEqual(used, offer === full ? limit : 0, `places used of ${offer.type.id} for ${offer.resource.id}`);
      }
    },
  },
];
