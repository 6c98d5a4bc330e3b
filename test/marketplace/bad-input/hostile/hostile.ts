import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OperationName, ShareLink } from '../../../../src/contract/index.js';
import type { SystemId } from '../../../../src/marketplace/index.js';
import type { stores } from '../../world.js';
import { systemIds } from '../scenes.js';
import { serve } from '../wire.js';
import { checkAnswer } from './answers.js';
import { createHostileWorld, lookAround, type HostileWorld } from './hostile-world.js';
import { checkInvariants, checkJourney } from './invariants.js';
import { requestOf, type HostileRequest } from './requests.js';
import { stepsOf, type Step } from './steps.js';

/** What was tried of an operation, and how often it was done. */
export type Tally = Map<OperationName, { tried: number; done: number }>;

/** What the caller now knows, whoever they are. */
function learn(
  world: HostileWorld,
  { name, caller, subject }: HostileRequest,
  response: Response,
  answer: unknown,
): void {
  const { knowledge } = world;
  if (response.status === 404 && subject) knowledge.forget(caller, subject.id);
  if (!response.ok) return;
  knowledge.learn(caller, answer);
  if (name !== 'credentials.share') return;
  const { token } = answer as ShareLink;
  world.secrets.add(token);
  knowledge.learnLink(subject?.id ?? '', token);
}

async function take(world: HostileWorld, step: Step, tally: Tally): Promise<void> {
  const { marketplace, clock } = world.world;
  if (step.advanceMs > 0) {
    clock.advance(step.advanceMs);
    await marketplace.clockMoved();
  }
  if (step.works) {
    await marketplace.agent.work();
    if ((step.picks[7] ?? 0) % 5 === 0) await lookAround(world);
  }
  const request = requestOf(step, world);
  const errors: unknown[] = [];
  try {
    const response = await serve(world.world, (error) => errors.push(error))(request.path, request.init);
    const answer = await checkAnswer(world, request, response);
    learn(world, request, response, answer);
    const counts = tally.get(request.name) ?? { tried: 0, done: 0 };
    tally.set(request.name, { tried: counts.tried + 1, done: counts.done + (response.ok ? 1 : 0) });
  } catch (error) {
    const { method, body } = request.init;
    const what = `${world.system}: ${request.caller}: ${method} ${request.path} ${(body as string | undefined)?.slice(0, 500)}`;
    throw new Error(`${what}\n${errors.map((one) => (one as Error).stack).join()}`, { cause: error });
  }
}

/** The seed of all that is random here; another one is given in the environment. */
const seed = Number(process.env['LATCHKEY_TEST_SEED'] ?? 20_261_120);

/**
 * Sends hostile requests to a system: `runs` times, to a new world each, `length` of them one after the other. After
 * each run all that must hold is looked at.
 *
 * @throws with the seed, for the same requests again, and the request that went wrong.
 */
export async function beHostile(
  system: SystemId,
  kind: keyof typeof stores,
  { runs, length }: { runs: number; length: number },
  tally: Tally,
): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(stepsOf(system), { minLength: length, maxLength: length }),
    async (all) => {
      const world = await createHostileWorld(system, kind);
      for (const step of all) await take(world, step, tally);
      await checkInvariants(world);
      await checkJourney(world);
    },
  );
  // Each system and store has requests of its own.
  const offset = systemIds.indexOf(system) + (kind === 'memory' ? 0 : systemIds.length);
  const details = await fc.check(property, { numRuns: runs, seed: seed + offset, endOnFailure: true });
  if (!details.failed) return assert.equal(details.numRuns, runs);
  const again = `LATCHKEY_TEST_SEED=${seed} (run ${details.numRuns} of ${system} on ${kind})`;
  throw new Error(`${again}\n${(details.errorInstance as Error).message}`, {
    cause: (details.errorInstance as Error).cause ?? details.errorInstance,
  });
}
