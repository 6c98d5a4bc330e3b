import { MarketplaceProvider } from './marketplace-provider.js';

if (!customElements.get('marketplace-provider')) customElements.define('marketplace-provider', MarketplaceProvider);

export { MarketplaceProvider };
