import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/credential-list/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import { aCredential, fakeMarketplace, page } from '../fixtures.js';
import { shows } from '../page.js';

describe('<marketplace-provider> whose code arrives late', () => {
  it('is heard by the elements inside', async () => {
    const provider = await fixture(
      html`<marketplace-provider><credential-list></credential-list></marketplace-provider>`,
    );
    await import('../../../src/elements/marketplace-provider/define.js');
    await waitUntil(() => provider.matches(':defined'));
    (provider as MarketplaceProvider).marketplace = fakeMarketplace({
      credentials: { list: () => Promise.resolve(page([aCredential()])) },
    });
    await shows(provider.querySelector('credential-list') as Element, 'Billing key');
  });
});
