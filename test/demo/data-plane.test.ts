import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startFreshDemo } from './support/demo-process.js';
import {
  accessTo,
  accessToken,
  activeCredential,
  askForToken,
  callGateway,
  eventually,
  personAt,
  valueOf,
  type Person,
} from './support/person.js';

describe('what the marketplace decides, the gateway does', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;
  let ada: Person;
  let priya: Person;
  let applicationId: string;
  let key: Record<string, string>;

  before(async () => {
    demo = await startFreshDemo();
    ada = await personAt(demo.origin, 'ada');
    priya = await personAt(demo.origin, 'priya');
    ({ id: applicationId } = await ada.client.applications.create({ name: 'Test', teamId: 'team_storefront' }));
    await accessTo(ada, 'invoices', applicationId, priya);
    await accessTo(ada, 'orders', applicationId);
    const { secret } = await activeCredential(ada, 'orders', applicationId, 'api-key');
    key = { 'x-api-key': valueOf(secret, 'apiKey') };
  });
  after(() => demo.remove());

  const becomes = (path: string, headers: Record<string, string>, code: string | undefined): Promise<unknown> =>
    eventually(async () => (await callGateway(demo.origin, path, headers)).code === code);

  it('refuses a suspended OAuth client’s token that was issued before, and gives it no other', async () => {
    const { id, secret } = await activeCredential(ada, 'invoices', applicationId, 'oauth-secret');
    const bearer = { authorization: `Bearer ${await accessToken(demo.origin, secret)}` };
    const clientId = valueOf(secret, 'clientId');
    const clientSecret = valueOf(secret, 'clientSecret');
    assert.equal((await callGateway(demo.origin, 'invoices', bearer)).status, 200);

    await ada.client.credentials.suspend(id);
    await becomes('invoices', bearer, 'suspended');
    assert.equal((await askForToken(demo.origin, clientId, clientSecret)).status, 401);

    await ada.client.credentials.enable(id);
    await becomes('invoices', bearer, undefined);
    assert.equal((await askForToken(demo.origin, clientId, clientSecret)).status, 200);

    await ada.client.credentials.remove(id);
    await becomes('invoices', bearer, 'unknown-credential');
    assert.equal((await askForToken(demo.origin, clientId, clientSecret)).status, 401);
  });

  it('refuses when the provider takes access back', async () => {
    const { secret } = await activeCredential(ada, 'invoices', applicationId, 'api-key');
    const invoicesKey = { 'x-api-key': valueOf(secret, 'apiKey') };
    assert.equal((await callGateway(demo.origin, 'invoices', invoicesKey)).status, 200);
    const { items } = await ada.client.accessRequests.list({ applicationId, resourceId: 'invoices' });
    await priya.client.accessRequests.revoke(items[0]?.id ?? '', { reason: 'Unpaid' });
    await becomes('invoices', invoicesKey, 'no-access');
    assert.equal((await callGateway(demo.origin, 'orders', key)).status, 200);
  });

  it('notes the last use, once, and without a new version', async () => {
    const { id, version } = (await ada.client.credentials.list({ applicationId, resourceId: 'orders' })).items[0] ?? {};
    assert.ok(id);
    const { events } = ada.client;
    const position = (await events.list({ after: (await events.list()).next })).next;
    for (let n = 0; n < 20; n++) await callGateway(demo.origin, 'orders', key);
    const used = await eventually(async () => {
      const credential = await ada.client.credentials.get(id);
      return credential.lastUsedAt ? credential : undefined;
    });
    assert.equal(used.version, version);
    const { items } = await events.list({ after: position });
    assert.ok(items.filter(({ subjectId }) => subjectId === id).length <= 1);
  });

  it('refuses when the subscription is cancelled', async () => {
    assert.equal((await callGateway(demo.origin, 'orders', key)).status, 200);
    await ada.client.subscriptions.cancel('sub_storefront_gold');
    await becomes('orders', key, 'no-access');
  });
});
