import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runConformance, type ConformanceReport } from '../../src/conformance/index.js';
import { createWorld } from '../marketplace/world.js';
import { broken, faults, type Fault } from './faults.js';
import { subjectOf } from './subjects.js';

/** Makes the check that is to find the fault. */
async function tryIt(
  { system, foundBy }: Fault,
  { operations, dataPlane, prepare }: Partial<Fault> = {},
): Promise<ConformanceReport> {
  const world = await createWorld('memory', (registry) => ({ ...registry, ...dataPlane?.(registry) }), system);
  await prepare?.(world);
  const breaks = operations?.() ?? {};
  const subject = subjectOf(world, system, {
    as: (person) => broken(world.as(person), breaks, { person, world }),
    holder: world.marketplace.withShareToken,
  });
  return runConformance(subject, { filter: ({ id }) => id === foundBy });
}

describe('a marketplace with a fault does not conform', () => {
  for (const fault of faults)
    it(`${fault.name}: ${fault.foundBy}`, async () => {
      const sound = await tryIt(fault);
      assert.deepEqual([sound.passed, sound.failed], [1, 0], 'without the fault the check passes');

      const [result] = (await tryIt(fault, fault)).results;
      assert.equal(result?.outcome, 'failed');
      const { message } = result.error;
      assert.ok(message.startsWith(`${fault.foundBy} (`) && message.includes(fault.says), message);
    });
});
