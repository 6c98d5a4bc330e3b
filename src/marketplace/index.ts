/** The reference marketplace: rules, stores, vault, agent, data plane, and the handler that serves any Marketplace. */
export { createAgent, type Agent, type AgentOptions } from './agent.js';
export { createAdjustableClock, systemClock, type AdjustableClock, type Clock } from './clock.js';
export {
  DataPlaneDelay,
  DataPlaneError,
  type CredentialOrder,
  type CredentialUse,
  type DataPlane,
  type Grant,
  type Provisioned,
  type Renewal,
  type ResourceOrder,
  type ScopeSource,
} from './data-plane.js';
export { withCors } from './cors.js';
export { createMarketplaceHandler, type HandlerOptions, type MarketplaceHandler } from './handler.js';
export {
  createKeyRegistry,
  registryKinds,
  type Caller,
  type Claim,
  type IssuedSession,
  type KeyRegistry,
  type KeyRegistryOptions,
  type PairNames,
  type Refusal,
  type RegisteredCredential,
  type RegistryKinds,
  type ResourceCall,
  type SessionOrder,
} from './key-registry.js';
export { hashKey, isIssuedKey } from './keys.js';
export { createMarketplace, isShareToken, type MarketplaceOptions, type ReferenceMarketplace } from './marketplace.js';
export type { Principal } from './principal.js';
export { kinds, type CredentialTypeRecord, type Kinds, type ResourceRecord } from './records.js';
export { createMemoryStore } from './stores/memory.js';
export { defaultPolicy, type EnvironmentPolicy, type MarketplacePolicy } from './policy.js';
export { amplifyClassic } from './presets/amplify-classic.js';
export { amplify } from './presets/amplify.js';
export { eqp } from './presets/eqp.js';
export { ibm } from './presets/ibm.js';
export { mparticle } from './presets/mparticle.js';
export type { Preset, TokenUrls } from './presets/preset.js';
export { sampleAmplify } from './samples/amplify.js';
export { putSample, samplePeople, type Sample, type SampleUrls } from './samples/sample.js';
export { sampleSystems, type SampleSystem, type SystemId } from './samples/systems.js';
export { DatabaseVersionError } from './stores/sql-setup.js';
export { createSqlStore, type RunSql, type Sql } from './stores/sql.js';
export { StoreUnavailableError } from './store.js';
export type { KindDefinition, KindDefinitions, Query, Reader, Store, StoredRecord, Writer } from './store.js';
export { createVault, type Vault } from './vault.js';
