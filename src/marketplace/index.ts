/** The reference marketplace: rules, stores, vault, agent, data plane, and the handler that serves any Marketplace. */
export { createAgent, type Agent, type AgentOptions } from './agent.js';
export { createAdjustableClock, systemClock, type AdjustableClock, type Clock } from './clock.js';
export {
  DataPlaneDelay,
  DataPlaneError,
  type CredentialOrder,
  type DataPlane,
  type Grant,
  type Provisioned,
} from './data-plane.js';
export { withCors } from './cors.js';
export { createMarketplaceHandler, type HandlerOptions, type MarketplaceHandler } from './handler.js';
export {
  createKeyRegistry,
  registryKinds,
  type KeyRegistry,
  type Refusal,
  type RegisteredCredential,
  type RegistryKinds,
} from './key-registry.js';
export { hashKey, isIssuedKey } from './keys.js';
export { createMarketplace, type MarketplaceOptions, type ReferenceMarketplace } from './marketplace.js';
export type { Principal } from './principal.js';
export { kinds, type CredentialTypeRecord, type Kinds, type ResourceRecord } from './records.js';
export { createMemoryStore } from './stores/memory.js';
export { putSample, sampleAmplify, samplePeople, type Sample } from './sample.js';
export { createSqlStore, type RunSql, type Sql } from './stores/sql.js';
export type { KindDefinition, KindDefinitions, Query, Reader, Store, StoredRecord, Writer } from './store.js';
export { createVault, type Vault } from './vault.js';
