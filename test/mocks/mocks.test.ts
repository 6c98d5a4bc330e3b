import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getResponse } from 'msw';
import { createMarketplaceClient } from '../../src/index.js';
import { createMockMarketplace, marketplaceHandlers } from '../../src/mocks/index.js';

describe('mocks', () => {
  it('serve the whole journey to the real client, rules and all', async () => {
    const mock = await createMockMarketplace();
    const baseUrl = 'http://localhost/api/v1';
    const handlers = marketplaceHandlers({
      baseUrl,
      marketplace: (request) => mock.asPerson(request.headers.get('authorization')!.replace('Bearer ', '')),
    });
    const clientOf = (person: string) =>
      createMarketplaceClient({
        baseUrl,
        token: person,
        fetch: async (input, init) => {
          const response = await getResponse(handlers, new Request(input, init));
          assert.ok(response, 'no handler for this request');
          return response;
        },
      });
    const ada = clientOf('ada');
    const request = await ada.accessRequests.create({
      name: 'Invoices',
      resourceId: 'invoices',
      subscriptionId: 'sub_storefront_gold',
      applicationId: 'app_shop_web',
      data: { purpose: 'try', callsPerDay: 1 },
    });
    await clientOf('priya').accessRequests.approve(request.id);
    for await (const event of ada.events.stream({ after: '0' }))
      if (event.subjectId === request.id && (await ada.accessRequests.get(request.id)).state === 'active') break;
    const { id } = await ada.credentials.create({
      name: 'Key',
      applicationId: 'app_shop_web',
      resourceId: 'invoices',
      typeId: 'api-key',
      data: {},
    });
    await ada.credentials.waitUntil(id, 'active');
    const { fields } = await ada.credentials.reveal(id);
    assert.match(fields[0]!.value.reveal(), /^lk_key_/);
    mock.clock.advance(4 * 24 * 60 * 60 * 1000);
    await mock.clockMoved();
    await assert.rejects(ada.credentials.reveal(id), { code: 'secret-gone' });
    await mock.close();
  });
});
