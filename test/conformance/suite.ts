import { after, before, describe, it } from 'node:test';
import { conformanceChecks, type ConformanceCheck } from '../../src/conformance/index.js';
import type { SystemId } from '../../src/marketplace/index.js';
import { createWorld, type World } from '../marketplace/world.js';
import { subjectOf, systems, type Reach } from './subjects.js';

const engine = (registry: World['registry']): World['registry'] => registry;

/** The checks that apply to each system: one test each, in whatever way it is reached. */
const applicable = new Map<SystemId, ConformanceCheck[]>();
for (const system of systems) {
  const checks = conformanceChecks(subjectOf(await createWorld('memory', engine, system), system));
  applicable.set(
    system,
    checks.filter(({ skip }) => skip === undefined),
  );
}

/**
 * Tests every sample marketplace with every check that applies to it.
 *
 * @param how - The way it is reached, for the title.
 * @param kind - The store it stands on.
 * @param reachOf - Opens the way; directly unless told.
 */
export function describeConformance(
  how: string,
  kind: string,
  reachOf: (world: World) => (Reach & { close?(): void }) | Promise<Reach & { close?(): void }> | undefined = () =>
    undefined,
): void {
  for (const [system, checks] of applicable)
    describe(`${system}, ${how}, conforms`, () => {
      let here: Map<string, ConformanceCheck>;
      let close: (() => void) | undefined;
      before(async () => {
        const world = await createWorld(kind, engine, system);
        const reach = await reachOf(world);
        close = reach?.close;
        here = new Map(conformanceChecks(subjectOf(world, system, reach)).map((check) => [check.id, check]));
      });
      after(() => close?.());
      for (const { id, title } of checks) it(`${id}: ${title}`, (context) => here.get(id)!.run(context.signal));
    });
}
