import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { GatewayOptions } from '../../demo/server/gateway.js';
import type { AuthenticationScheme } from '../../src/contract/index.js';
import { anOrder, valuesOf } from '../marketplace/registry-world.js';
import { basic, gatewayWorld, outcome, startEchoUpstream } from './support/gateway-world.js';
import type { EchoUpstream, GatewayWorld } from './support/gateway-world.js';

const ibmScheme: AuthenticationScheme = {
  kind: 'header',
  name: 'X-IBM-Client-Id',
  secretName: 'X-IBM-Client-Secret',
};
const sessionScheme: AuthenticationScheme = {
  kind: 'session',
  tokenUrl: 'https://gateway.example/gateway/test/eqp-sandbox/token',
};

let upstream: EchoUpstream;
const worldOf = (schemes: AuthenticationScheme[], more: Partial<GatewayOptions> = {}): GatewayWorld =>
  gatewayWorld(schemes, { upstreamUrl: upstream.url, ...more });

before(async () => {
  upstream = await startEchoUpstream();
});
after(() => upstream.close());
beforeEach(() => {
  upstream.arrived.length = 0;
});

describe('a gateway whose keys and secrets are in headers (SPEC I4)', () => {
  it('checks both, and keeps both to itself', async () => {
    const { call, registry, fence } = worldOf([ibmScheme]);
    const [id = '', secret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'key-pair' }), fence()));
    const get = (headers: Record<string, string>): Promise<string | number> => outcome(call('/orders', { headers }));
    assert.equal(await get({ 'x-ibm-client-id': id, 'x-ibm-client-secret': secret }), 200);
    assert.deepEqual(
      Object.keys(upstream.arrived[0]?.headers ?? {}).filter((name) => name.startsWith('x-ibm')),
      [],
    );
    assert.equal(await get({ 'x-ibm-client-id': id }), '401 secret-required');
    assert.equal(await get({ 'x-ibm-client-id': id, 'x-ibm-client-secret': '' }), '401 secret-required');
    assert.equal(await get({ 'x-ibm-client-id': id, 'x-ibm-client-secret': 'x' }), '401 unknown-credential');
    assert.equal(await get({ 'x-ibm-client-id': secret, 'x-ibm-client-secret': id }), '401 unknown-credential');
    assert.equal(await get({ 'x-ibm-client-secret': secret }), '401 credential-required');
    assert.equal(upstream.arrived.length, 1);
    const { headers } = await call('/orders');
    assert.equal(headers.get('www-authenticate'), 'ApiKey realm="gateway", in="header", name="X-IBM-Client-Id"');
  });

  it('lets a key pass alone until somebody has set its secret (SPEC S9)', async () => {
    const { call, registry, fence } = worldOf([ibmScheme]);
    const order = anOrder({ kind: 'key-pair', secretLater: true });
    const [id = ''] = valuesOf(await registry.provision(order, fence()));
    const get = (secret?: string): Promise<string | number> =>
      outcome(
        call('/orders', { headers: { 'x-ibm-client-id': id, ...(secret && { 'x-ibm-client-secret': secret }) } }),
      );
    assert.equal(await get(), 200);
    await registry.setSecret('cred_1', 'weak', fence());
    assert.equal(await get(), '401 secret-required');
    assert.equal(await get('weak'), 200);
    assert.equal(await get('week'), '401 unknown-credential');
  });

  it('lets nothing pass while the API is not exposed (SPEC I1)', async () => {
    const { call, registry, fence } = worldOf([ibmScheme]);
    const [id = '', secret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'key-pair' }), fence()));
    await registry.setExposed('orders', false, fence());
    const headers = { 'x-ibm-client-id': id, 'x-ibm-client-secret': secret };
    assert.equal(await outcome(call('/orders', { headers })), '403 not-exposed');
  });

  it('tells browsers which headers it takes', async () => {
    const { call } = worldOf([ibmScheme]);
    const asked = await call('/orders', {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'GET' },
    });
    assert.equal(
      asked.headers.get('access-control-allow-headers'),
      'authorization, x-ibm-client-id, x-ibm-client-secret, content-type',
    );
  });
});

describe('a gateway whose keys are in the query', () => {
  const scheme: AuthenticationScheme = { kind: 'query', name: 'api_key' };

  it('keeps the key to itself, and hands on the rest as it was written', async () => {
    const { call, registry, fence } = worldOf([scheme]);
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    for (const [query, rest] of [
      [`?api_key=${key}`, ''],
      [`?a=%2F&api_key=${key}&b=1+2&b`, '?a=%2F&b=1+2&b'],
      [`?%61pi_key=${key}&a=ü`, '?a=%C3%BC'],
    ] as const) {
      assert.equal(await outcome(call(`/orders/x${query}`)), 200, query);
      assert.equal(upstream.arrived.at(-1)?.url, `/orders/x${rest}`);
    }
    for (const [query, code] of [
      [`?api_key=${key}&api_key=${key}`, '401 unknown-credential'],
      ['?api_key=', '401 unknown-credential'],
      [`?API_KEY=${key}`, '401 credential-required'],
      ['', '401 credential-required'],
    ] as const)
      assert.equal(await outcome(call(`/orders${query}`)), code, query);
    assert.equal(await outcome(call('/orders', { headers: { api_key: key } })), '401 credential-required');
  });

  it('takes a secret there as well where the scheme has one', async () => {
    const { call, registry, fence } = worldOf([{ ...scheme, secretName: 'api_secret' }]);
    const [id = '', secret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'key-pair' }), fence()));
    assert.equal(await outcome(call(`/orders?api_secret=${secret}&api_key=${id}&x=1`)), 200);
    assert.equal(upstream.arrived[0]?.url, '/orders?x=1');
    assert.equal(await outcome(call(`/orders?api_key=${id}`)), '401 secret-required');
  });
});

describe('a gateway whose credentials are HTTP Basic', () => {
  it('takes user name and password, also one that a person chose', async () => {
    const { call, registry, fence } = worldOf([{ kind: 'basic' }]);
    const [id = '', secret = ''] = valuesOf(await registry.provision(anOrder({ kind: 'http-basic' }), fence()));
    const get = (authorization: string): Promise<string | number> =>
      outcome(call('/orders', { headers: { authorization } }));
    assert.equal(await get(basic(id, secret)), 200);
    assert.equal(await get(basic(id, secret).replace('Basic', 'bAsIc ')), 200);
    assert.equal('authorization' in (upstream.arrived[0]?.headers ?? {}), false);
    await registry.setSecret('cred_1', 'pä:ss wörd', fence());
    assert.equal(await get(basic(id, 'pä:ss wörd')), 200);
    for (const [wrong, code] of [
      [basic(id, secret), '401 unknown-credential'],
      [basic(id, ''), '401 unknown-credential'],
      [basic('', ''), '401 unknown-credential'],
      [`Basic ${btoa(id)}`, '401 credential-required'],
      ['Basic !', '401 credential-required'],
      ['Basic /w==', '401 credential-required'],
      ['Basic', '401 credential-required'],
      [`Bearer ${btoa(`${id}:pä:ss wörd`)}`, '401 credential-required'],
    ] as const)
      assert.equal(await get(wrong), code, wrong);
    const { headers } = await call('/orders');
    assert.equal(headers.get('www-authenticate'), 'Basic realm="gateway", charset="UTF-8"');
  });
});

describe('a gateway with several schemes', () => {
  it('takes each kind of credential only in its own way', async () => {
    const schemes: AuthenticationScheme[] = [
      { kind: 'header', name: 'X-API-Key' },
      ibmScheme,
      { kind: 'basic' },
      { kind: 'oauth2' },
      sessionScheme,
    ];
    const tokens: GatewayOptions['tokens'] = { clientOf: async (token) => ({ clientId: token }) };
    const { call, registry, fence } = worldOf(schemes, { tokens });
    const resources = [{ id: 'eqp-sandbox', grantRequired: false }];
    const passes: Record<string, string[]> = {};
    for (const kind of ['api-key', 'key-pair', 'http-basic', 'oauth-secret'] as const) {
      const order = anOrder({ id: kind, kind, resources });
      const [id = '', secret = ''] = valuesOf(await registry.provision(order, fence()));
      const ways: Record<string, Record<string, string>> = {
        'X-API-Key': { 'x-api-key': id },
        'X-API-Key, the secret': { 'x-api-key': secret },
        'X-IBM-Client-Id': { 'x-ibm-client-id': id, 'x-ibm-client-secret': secret },
        basic: { authorization: basic(id, secret) },
        bearer: { authorization: `Bearer ${id}` },
        'bearer, the secret': { authorization: `Bearer ${secret}` },
      };
      passes[kind] = [];
      for (const [way, headers] of Object.entries(ways))
        if ((await call('/eqp-sandbox', { headers })).ok) passes[kind].push(way);
    }
    assert.deepEqual(passes, {
      'api-key': ['X-API-Key'],
      'key-pair': ['X-IBM-Client-Id'],
      'http-basic': ['basic'],
      'oauth-secret': ['bearer'],
    });
  });

  it('hands on none of them, whichever it has looked at', async () => {
    const { call, registry, fence } = worldOf([
      { kind: 'header', name: 'X-API-Key' },
      { kind: 'query', name: 'k' },
    ]);
    const [key = ''] = valuesOf(await registry.provision(anOrder(), fence()));
    const headers = { 'x-api-key': key, authorization: basic('a', 'b') };
    assert.equal(await outcome(call(`/orders?k=${key}`, { headers })), 200);
    assert.ok(!JSON.stringify(upstream.arrived).includes(key));
    assert.equal('authorization' in (upstream.arrived[0]?.headers ?? {}), false);
  });
});

describe('a gateway in front of APIs with permissions and scopes (SPEC M2)', () => {
  it('lets pass what the credential may, and takes an edit without a new secret (SPEC C9)', async () => {
    const { call, registry, fence } = worldOf([{ kind: 'header', name: 'X-API-Key' }]);
    const order = (methods: string[], ids: string[]) =>
      anOrder({
        resources: [
          {
            id: 'profile',
            grantRequired: false,
            methods,
            scope: { source: { path: ['/userprofile/v1/:organization/:account/:scope'] }, ids },
          },
          { id: 'platform', grantRequired: false, scope: { source: { query: 'accountId' }, ids: ['1'] } },
        ],
      });
    const [key = ''] = valuesOf(await registry.provision(order(['GET'], ['ws1']), fence()));
    const send = (path: string, method = 'GET'): Promise<string | number> =>
      outcome(call(path, { method, headers: { 'x-api-key': key } }));
    const profile = '/profile/userprofile/v1/org/acc';

    assert.equal(await send(`${profile}/ws1/1`), 200);
    assert.equal(await send(`${profile}/ws1/1`, 'POST'), '403 permission-denied');
    assert.equal(await send(`${profile}/ws2/1`), '403 outside-scope');
    assert.equal(await send(`${profile}/ws1/..%2fws2/1`), '403 scope-required');
    assert.equal(await send(`${profile}/ws1/../ws2/1`), '403 outside-scope');
    assert.equal(await send('/platform/v1/apps?accountId=1', 'POST'), 200);
    assert.equal(await send('/platform/v1/apps?accountId=2'), '403 outside-scope');
    assert.equal(await send('/platform/v1/apps?accountId=1&accountId=2'), '403 scope-required');
    assert.equal(await send('/platform/v1/apps'), '403 scope-required');

    await registry.update(order(['GET', 'POST'], ['ws2']), fence());
    assert.equal(await send(`${profile}/ws1/1`), '403 outside-scope');
    assert.equal(await send(`${profile}/ws2/1`, 'POST'), 200);
  });
});
