/** The typed client, for the rest of this package: other packages import it from the package's own entry. */
export { createMarketplaceClient, type MarketplaceClient } from './marketplace-client.js';
export type { ClientOptions, TokenSource } from './client-options.js';
export type { Pages } from './pages.js';
export {
  createSessionTokens,
  type ApplicationSecret,
  type SessionEnvironment,
  type SessionTokenOptions,
  type SessionTokens,
} from './session-tokens.js';
export type { AwaitedCredential, AwaitedState, WaitOptions } from './wait-until.js';
