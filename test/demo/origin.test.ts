import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startFreshDemo } from './support/demo-process.js';
import { accessToken, accessTo, activeCredential, callGateway, personAt, type Person } from './support/person.js';

describe('the demo behind a proxy', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;
  let ada: Person;

  before(async () => {
    demo = await startFreshDemo({ LATCHKEY_ORIGIN: 'https://portal.example' });
    ada = await personAt(demo.origin, 'ada');
  });
  after(() => demo.remove());

  it('tells the addresses that people reach it by', async () => {
    const { baseUrl, credentialTypes } = await ada.client.resources.get('orders');
    assert.equal(baseUrl, 'https://portal.example/gateway/amplify/orders');
    const { scheme } = credentialTypes.find(({ id }) => id === 'oauth-secret')!;
    assert.equal(scheme.tokenUrl, 'https://portal.example/oauth/amplify/token');
  });

  it('gives out access tokens that its gateway takes, and prints no warning', async () => {
    await accessTo(ada, 'orders', 'app_shop_web');
    const { secret } = await activeCredential(ada, 'orders', 'app_shop_web', 'oauth-secret');
    const token = await accessToken(demo.origin, secret);
    const { iss } = JSON.parse(atob(token.split('.')[1]!)) as { iss: string };
    assert.equal(iss, 'https://portal.example/oauth/amplify');
    const { status } = await callGateway(demo.origin, 'orders', { authorization: `Bearer ${token}` });
    assert.equal(status, 200);
    assert.equal(demo.output().trim().split('\n').length, 1, demo.output());
  });
});
