import { expect, fixture, html } from '@open-wc/testing';
import { createMarketplaceClient } from '../../../src/client/index.js';
import type { Marketplace } from '../../../src/contract/marketplace.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import '../../../src/elements/secret-reveal/define.js';
import { createMarketplaceHandler } from '../../../src/marketplace/handler.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/mock-marketplace.js';
import { day } from '../fixtures.js';
import { announced, control, serialised, shows, waitUntil } from '../page.js';

/** The reference marketplace behind the real client and the real handler, as Ada of the storefront team. */
async function aMarketplace(): Promise<{ mock: MockMarketplace; ada: Marketplace }> {
  const mock = await createMockMarketplace({ provisionAfterMs: 30 });
  const handler = createMarketplaceHandler({ marketplaceFor: () => mock.asPerson('ada') });
  const ada = createMarketplaceClient({ baseUrl: location.origin, fetch: handler });
  await ada.accessRequests.create({
    name: 'Orders',
    resourceId: 'orders',
    subscriptionId: 'sub_storefront_gold',
    applicationId: 'app_shop_web',
    data: { purpose: 'try', callsPerDay: 1 },
  });
  await waitUntil(async () => (await ada.accessRequests.list()).items[0]?.state === 'active');
  return { mock, ada };
}

const order = { applicationId: 'app_shop_web', resourceId: 'orders', typeId: 'api-key', data: {} };

describe('<credential-list> on the reference marketplace', () => {
  it('follows a credential from pending to deleted', async () => {
    const { mock, ada } = await aMarketplace();
    const list = await fixture<CredentialList>(
      html`<credential-list .marketplace=${ada} application-id="app_shop_web"></credential-list>`,
    );
    await shows(list, 'No credentials yet');

    const { id } = await ada.credentials.create({ ...order, name: 'Shop key' });
    await shows(list, 'Shop key');
    await shows(list, 'Active');

    (await control(list, 'View secret of Shop key')).click();
    const reveal = await waitFor(() => list.shadowRoot?.querySelector('secret-reveal'));
    (await control(reveal, 'View secret')).click();
    const [secret] = (await ada.credentials.reveal(id)).fields.filter((field) => field.secret);
    const value = secret?.value.reveal() ?? '';
    const label = secret?.label ?? '';
    (await control(reveal, `Show ${label}`)).click();
    await shows(reveal, value);
    (await control(reveal, `Hide ${label}`)).click();
    await control(reveal, `Show ${label}`);
    expect(serialised(document.documentElement)).not.to.contain(value);
    mock.clock.advance(4 * day);
    await mock.clockMoved();
    await shows(reveal, 'The secret is no longer stored here');
    (await control(list, 'Close')).click();

    (await control(list, 'Actions for Shop key')).click();
    (await control(list, 'Suspend credential')).click();
    await control(list, 'Cancel');
    (await control(list, 'Suspend credential')).click();
    await shows(list, 'Inactive');

    (await control(list, 'Actions for Shop key')).click();
    (await control(list, 'Enable credential')).click();
    await control(list, 'Cancel');
    (await control(list, 'Enable credential')).click();
    await waitUntil(() => announced(list) === 'Shop key: Active');

    (await control(list, 'Actions for Shop key')).click();
    (await control(list, 'Delete credential')).click();
    await control(list, 'Cancel');
    (await control(list, 'Delete credential')).click();
    await shows(list, 'No credentials yet');
    expect(announced(list)).to.equal('Shop key was deleted.');
    await mock.close();
  });
});

async function waitFor<T>(find: () => T | null | undefined): Promise<T> {
  await waitUntil(() => find() !== null && find() !== undefined);
  return find() as T;
}
