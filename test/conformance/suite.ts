import { after, before, describe, it } from 'node:test';
import { conformanceChecks, type ConformanceCheck } from '../../src/conformance/index.js';
import type { SystemId } from '../../src/marketplace/index.js';
import { createWorld, type World } from '../marketplace/world.js';
import { subjectOf, systems, type Reach } from './subjects.js';

const engine = (registry: World['registry']): World['registry'] => registry;

/** The checks that apply to each system. */
const applicable = new Map<SystemId, ConformanceCheck[]>();
for (const system of systems) {
  const checks = conformanceChecks(subjectOf(await createWorld('memory', engine, system), system));
  applicable.set(
    system,
    checks.filter(({ skip }) => skip === undefined),
  );
}

/** Each check once: of the system that has the fewest, so that every system has some. */
function spread(): Map<SystemId, ConformanceCheck[]> {
  const made = new Set<string>();
  const shares = [...applicable].sort(([, one], [, other]) => one.length - other.length);
  return new Map(
    shares.map(([system, checks]) => {
      const share = checks.filter(({ id }) => !made.has(id));
      for (const { id } of share) made.add(id);
      return [system, share];
    }),
  );
}

export interface Way {
  /** The way the marketplaces are reached, for the title. */
  how: string;
  /** The store they stand on. */
  kind: string;
  /** Opens the way; directly unless told. */
  reachOf?: (world: World) => (Reach & { close?(): void }) | Promise<Reach & { close?(): void }>;
  /** Makes each check of one system only: what differs between systems is no affair of the store's. */
  isSpread?: boolean;
}

/** Tests the sample marketplaces with the checks that apply to each: one test for each check. */
export function describeConformance({ how, kind, reachOf, isSpread = false }: Way): void {
  for (const [system, checks] of isSpread ? spread() : applicable)
    describe(`${system}, ${how}, conforms`, () => {
      let here: Map<string, ConformanceCheck>;
      let close: (() => void) | undefined;
      before(async () => {
        const world = await createWorld(kind, engine, system);
        const reach = await reachOf?.(world);
        close = reach?.close;
        here = new Map(conformanceChecks(subjectOf(world, system, reach)).map((check) => [check.id, check]));
      });
      after(() => close?.());
      for (const { id, title } of checks) it(`${id}: ${title}`, (context) => here.get(id)!.run(context.signal));
    });
}
