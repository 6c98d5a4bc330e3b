import { createAdjustableClock, type AdjustableClock } from '../../src/marketplace/clock.js';
import type { CredentialOrder, Provisioned } from '../../src/marketplace/data-plane.js';
import {
  createKeyRegistry,
  registryKinds,
  type KeyRegistry,
  type Refusal,
  type RegistryKinds,
  type ResourceCall,
} from '../../src/marketplace/key-registry.js';
import type { Store } from '../../src/marketplace/store.js';
import { createMemoryStore } from '../../src/marketplace/stores/memory.js';

/** A registry in memory, on a clock that can be moved, with fences that come in order. */
export interface RegistryWorld {
  registry: KeyRegistry;
  store: Store<RegistryKinds>;
  clock: AdjustableClock;
  /** The next fence. */
  fence(): string;
}

export function registryWorld(): RegistryWorld {
  const store = createMemoryStore(registryKinds);
  const clock = createAdjustableClock();
  let fences = 0;
  return {
    store,
    clock,
    registry: createKeyRegistry({ store, clock }),
    fence: () => String(++fences).padStart(6, '0'),
  };
}

/** An order for a credential that may do everything with `orders`, without a grant, unless told. */
export const anOrder = (more: Partial<CredentialOrder> = {}): CredentialOrder => ({
  id: 'cred_1',
  name: 'Test',
  kind: 'api-key',
  data: {},
  resources: [{ id: 'orders', grantRequired: false }],
  ...more,
});

/** A call of `orders`, unless told. */
export const aCall = (more: Partial<ResourceCall> = {}): ResourceCall => ({
  resourceId: 'orders',
  method: 'GET',
  path: '',
  query: '',
  ...more,
});

/** The values that were issued, in order. */
export const valuesOf = ({ fields }: Provisioned): string[] => fields.map(({ value }) => value);

/** Why a call with an API key is refused. */
export const keyRefusal = async (
  { registry }: Pick<RegistryWorld, 'registry'>,
  key: string,
  call: Partial<ResourceCall> = {},
): Promise<Refusal | undefined> => registry.refusal(await registry.identify({ by: 'key', key }), aCall(call));

/** Why a call with a key pair is refused. */
export const pairRefusal = async (
  { registry }: Pick<RegistryWorld, 'registry'>,
  id: string,
  secret?: string,
  call: Partial<ResourceCall> = {},
): Promise<Refusal | undefined> => registry.refusal(await registry.identify({ by: 'pair', id, secret }), aCall(call));
