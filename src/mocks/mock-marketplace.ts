import type { Marketplace } from '../contract/index.js';
import { createAdjustableClock, type AdjustableClock } from '../marketplace/clock.js';
import { createKeyRegistry, registryKinds, type KeyRegistry } from '../marketplace/key-registry.js';
import { createMarketplace, type ReferenceMarketplace } from '../marketplace/marketplace.js';
import type { Principal } from '../marketplace/principal.js';
import { kinds, type Kinds } from '../marketplace/records.js';
import { putSample, type Sample } from '../marketplace/samples/sample.js';
import { sampleSystems, type SystemId } from '../marketplace/samples/systems.js';
import type { Store } from '../marketplace/store.js';
import { createMemoryStore } from '../marketplace/stores/memory.js';
import { createVault } from '../marketplace/vault.js';

export interface MockMarketplaceOptions {
  /** Whose rules hold: `amplify`, `amplify-classic`, `ibm`, `mparticle` or `eqp`. Default: `amplify`. */
  system?: SystemId;
  /** What is in it. Default: the system's sample catalogue. */
  sample?: Sample;
  /** Who can use it. Default: the system's sample people. */
  people?: Principal[];
  /** Default: the machine's clock, which can be moved forward. */
  clock?: AdjustableClock;
  /**
   * How long the data plane takes to provision, suspend, enable or remove, in milliseconds; `Infinity` for never by
   * itself: call `agent.work()`. Default 0.
   */
  provisionAfterMs?: number;
}

/** A whole marketplace in memory: the reference rules on a memory store, with a data plane and an agent. */
export interface MockMarketplace extends Omit<ReferenceMarketplace, 'clock'> {
  readonly clock: AdjustableClock;
  readonly store: Store<Kinds>;
  readonly registry: KeyRegistry;
  /** The marketplace as one of its people may use it, by their id. */
  asPerson(id: string): Marketplace;
}

/** Makes one, filled with the sample catalogue. */
export async function createMockMarketplace(options: MockMarketplaceOptions = {}): Promise<MockMarketplace> {
  const system = sampleSystems[options.system ?? 'amplify'];
  const { people = system.people, clock = createAdjustableClock(), provisionAfterMs = 0 } = options;
  const url = 'https://gateway.example';
  const sample = options.sample ?? system.sample({ gatewayUrl: url, tokenUrl: `${url}/oauth/token`, now: clock.now() });
  const store = createMemoryStore(kinds);
  const registry = createKeyRegistry({
    store: createMemoryStore(registryKinds),
    clock,
    pairNames: system.pairNames,
  });
  const marketplace = createMarketplace({
    id: 'acme',
    name: system.name,
    policy: system.policy,
    store,
    clock,
    vault: await createVault(crypto.getRandomValues(new Uint8Array(32))),
    dataPlane: registry,
  });
  await putSample(store, sample);

  const { agent } = marketplace;
  if (provisionAfterMs !== Infinity)
    store.onWrite(() => {
      setTimeout(() => void agent.work(), provisionAfterMs);
    });

  return {
    ...marketplace,
    clock,
    store,
    registry,
    asPerson(id) {
      const person = people.find((candidate) => candidate.id === id);
      if (!person) throw new Error(`nobody called ${id} in this marketplace`);
      return marketplace.as(person);
    },
  };
}
