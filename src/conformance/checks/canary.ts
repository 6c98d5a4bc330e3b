import { isApiError, type Credential } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, outcomeOf } from '../expectation.js';
import { everything } from '../pages.js';
import type { Held, Scene } from '../scene.js';
import { has } from './credentials.js';

/** An observation as the text that anybody who logs or serialises it gets. */
function textOf(value: unknown): string {
  if (!isApiError(value)) return JSON.stringify(value) ?? '';
  const { message, code, reason, errors, stack } = value;
  return JSON.stringify({ message, code, reason, errors, stack });
}

/** Does with a credential whatever it allows, and reads whatever tells of it. */
async function useEverything(scene: Scene, { offer, credential }: Held): Promise<void> {
  const { owner, subject } = scene;
  const { capabilities } = subject;
  const { id } = credential;
  const { environment } = offer.resource;
  const may = (name: Parameters<typeof has>[0]): boolean => has(name)({ credential });

  await owner.credentials.update(id, { name: scene.name() });
  if (capabilities.suspend && may('suspend')) {
    await owner.credentials.suspend(id);
    await scene.settled(id, 'inactive');
    await owner.credentials.enable(id);
    await scene.settled(id, 'active');
  }
  if (capabilities.batch) await owner.credentials.batch({ action: 'enable', ids: [id] });
  await everything((cursor) => owner.credentials.list({ environment, cursor }));
  await owner.credentials.get(id);
  await scene.options(offer.resource, credential.application?.id);
  if (capabilities.history) await owner.credentials.history(id);
  if (capabilities.events) await owner.events.list({ after: '0' });
  // Refusals tell of it as well.
  await outcomeOf(owner.credentials.update(id, { name: '' }));
  await outcomeOf(owner.credentials.enable(id));
  await outcomeOf(owner.credentials.retry(id));
  await outcomeOf(scene.stranger.credentials.get(id));
  await outcomeOf(owner.credentials.get(`${id}x`));
}

/** The texts that must not be anywhere else: each part of the secret that is one. */
async function secretsOf(scene: Scene, { id }: Credential): Promise<string[]> {
  const { fields } = await scene.owner.credentials.reveal(id);
  return fields.filter(({ secret }) => secret).map(({ value }) => value.reveal());
}

function searchLog(scene: Scene, secrets: readonly string[]): void {
  for (const { person, operation, answer, error } of scene.log) {
    const text = textOf(error ?? answer);
    for (const secret of secrets)
      expect(
        !text.includes(secret),
        `${error === undefined ? 'the answer' : 'the error'} of ${person}'s ${operation} has the secret in it`,
      );
  }
}

/** The secret is in what reveal gives, and nowhere else (SPEC C4, S6). */
export const canaryChecks: CheckDefinition[] = [
  {
    id: 'S6.nowhere-else',
    title: 'no answer, list, history, event or error holds a secret',
    async run(scene) {
      await scene.each(
        'types with a secret',
        ({ offer }) => offer.type.visibility.mode !== 'never',
        async (held) => {
          const secrets = await secretsOf(scene, held.credential);
          await useEverything(scene, held);
          await scene.discard(held.credential.id);
          if (scene.subject.capabilities.history) await scene.owner.credentials.history(held.credential.id);
          searchLog(scene, secrets);
        },
      );
    },
  },
  {
    id: 'S6.renewed',
    title: 'nor does any hold the secret from before, or after, a renewal',
    needs: ['renew'],
    async run(scene) {
      await scene.each('types that can be renewed', has('renew'), async ({ offer, credential }) => {
        const old = await secretsOf(scene, credential);
        await scene.owner.credentials.renew(credential.id, { overlapMs: 0 });
        const renewed = await scene.settled(credential.id, 'active');
        const fresh = await secretsOf(scene, renewed);
        await useEverything(scene, { offer, credential: renewed });
        searchLog(scene, [...old, ...fresh]);
      });
    },
  },
];
