/** Mocks: a marketplace in memory, and MSW handlers that serve it (or any other Marketplace) over the HTTP contract. */
export { samplePeople } from '../marketplace/samples/sample.js';
export { marketplaceHandlers, type MarketplaceHandlersOptions } from './handlers.js';
export { createMockMarketplace, type MockMarketplace, type MockMarketplaceOptions } from './mock-marketplace.js';
