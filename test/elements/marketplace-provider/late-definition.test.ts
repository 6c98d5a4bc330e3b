import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/credential-list/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import { aCredential, fakeMarketplace, page } from '../fixtures.js';
import { shows, waitUntil } from '../page.js';

describe('<marketplace-provider> whose code arrives late', () => {
  it('is heard by the elements inside, in shadow roots too', async () => {
    const provider = await fixture(
      html`<marketplace-provider
        ><credential-list></credential-list>
        <div></div
      ></marketplace-provider>`,
    );
    const within = provider.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    within.append(document.createElement('credential-list'));
    await import('../../../src/elements/marketplace-provider/define.js');
    await waitUntil(() => provider.matches(':defined'));
    (provider as MarketplaceProvider).marketplace = fakeMarketplace({
      credentials: { list: () => Promise.resolve(page([aCredential()])) },
    });
    await shows(provider.querySelector('credential-list') as Element, 'Billing key');
    await shows(within.firstElementChild as Element, 'Billing key');
  });
});
