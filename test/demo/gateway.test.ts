import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createGateway } from '../../demo/server/gateway.js';
import type { AuthenticationScheme } from '../../src/contract/index.js';
import { anOrder, registryWorld, valuesOf } from '../marketplace/registry-world.js';

/** What arrived behind the gateway. */
interface Arrived {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  bytes: number;
}

const { registry, fence } = registryWorld();
const schemes: AuthenticationScheme[] = [
  { kind: 'header', name: 'X-API-Key' },
  { kind: 'oauth2', tokenUrl: 'https://gateway.example/oauth/token' },
];
const arrived: Arrived[] = [];
const used: string[] = [];
let upstream: Server;
let upstreamUrl: string;
let key: string;

const gatewayAt = (url: string): ReturnType<typeof createGateway> =>
  createGateway({
    basePath: '/gateway/test',
    registry,
    schemes,
    tokens: {
      clientOf: (token) =>
        Promise.resolve(
          token === 'expired' || token === 'forged'
            ? { refused: token === 'expired' ? 'token-expired' : 'invalid-token' }
            : { clientId: token },
        ),
    },
    upstreamUrl: url,
    onUse: (id) => used.push(id),
  });

const call = (path: string, init: RequestInit = {}, url = upstreamUrl): Promise<Response> =>
  Promise.resolve(gatewayAt(url).fetch(new Request(`http://gateway.test/gateway/test${path}`, init)));

/** An order for a credential of an application that needs a grant for `orders`. */
const order = (more: Parameters<typeof anOrder>[0]): ReturnType<typeof anOrder> =>
  anOrder({ applicationId: 'app', resources: [{ id: 'orders', grantRequired: true }], ...more });

async function refusal(response: Response): Promise<[number, string]> {
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  const { status, code } = (await response.json()) as { status: number; code: string };
  assert.equal(status, response.status);
  return [status, code];
}

describe('the gateway', () => {
  before(async () => {
    upstream = createServer((request, response) => {
      let bytes = 0;
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.on('end', () => {
        const { method, url, headers } = request;
        arrived.push({ method, url, headers, bytes });
        if (url === '/orders/moved') response.writeHead(302, { location: 'http://elsewhere.test/' });
        else response.writeHead(201, { 'x-answer': 'yes', connection: 'close, x-hop', 'x-hop': '1' });
        response.end('fine');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => upstream.once('listening', resolve));
    upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;

    [key = ''] = valuesOf(await registry.provision(order({ id: 'cred_key' }), fence()));
    await registry.grant({ id: 'grant', applicationId: 'app', resourceId: 'orders' }, fence());
  });
  after(() => upstream.close());
  beforeEach(() => {
    arrived.length = 0;
    used.length = 0;
  });

  it('lets pages of the origins that the key names call from a browser, and no others', async () => {
    const origin = 'https://shop.example';
    const web = order({ id: 'cred_web', data: { origins: [origin] } });
    const [webKey = ''] = valuesOf(await registry.provision(web, fence()));
    const from = (page: string, apiKey: string): Promise<Response> =>
      call('/orders/orders', { headers: { 'x-api-key': apiKey, origin: page } });

    const asked = await call('/orders/orders', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-api-key' },
    });
    assert.equal(asked.status, 204);
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /x-api-key/);
    const answer = await from(origin, webKey);
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [201, origin]);
    assert.deepEqual(await refusal(await from('https://evil.example', webKey)), [403, 'origin-not-allowed']);
    assert.deepEqual(await refusal(await from(origin, key)), [403, 'origin-not-allowed']);
    assert.equal((await from('http://gateway.test', key)).status, 201);
  });

  it('forwards method, path, query and body, and answers what it is answered', async () => {
    const size = 3_000_000;
    const body = new Response(new Uint8Array(size)).body;
    const init = { method: 'PUT', headers: { 'x-api-key': key, 'x-own': 'kept' }, body, duplex: 'half' };
    const response = await call('/orders/ord%201/lines?state=open&q=%2F', init);
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('x-answer'), 'yes');
    assert.equal(await response.text(), 'fine');
    assert.deepEqual(
      arrived.map(({ method, url, bytes }) => [method, url, bytes]),
      [['PUT', '/orders/ord%201/lines?state=open&q=%2F', size]],
    );
    assert.equal(arrived[0]?.headers['x-own'], 'kept');
    assert.deepEqual(used, ['cred_key']);
  });

  it('keeps to itself the credential, cookies, and what is meant for one hop', async () => {
    const response = await call('/orders', {
      headers: {
        'x-api-key': key,
        authorization: 'Bearer something',
        cookie: 'latchkey_demo=1',
        connection: 'keep-alive, x-secret-hop',
        'x-secret-hop': '1',
        te: 'trailers',
        'x-http-method-override': 'DELETE',
        'x-original-url': '/invoices',
        'proxy-authorization': 'Basic eA==',
      },
    });
    await response.text();
    const headers = arrived[0]?.headers ?? {};
    const kept = ['x-api-key', 'authorization', 'cookie', 'x-secret-hop', 'te', 'proxy-authorization']
      .concat(['x-http-method-override', 'x-original-url'])
      .filter((name) => name in headers);
    assert.deepEqual(kept, []);
    assert.equal(headers.host, new URL(upstreamUrl).host);
    assert.equal(response.headers.has('x-hop'), false);
    assert.equal(response.headers.has('connection'), false);
  });

  it('hands redirects on instead of following them', async () => {
    const response = await call('/orders/moved', { headers: { 'x-api-key': key } });
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), 'http://elsewhere.test/');
  });

  it('refuses whoever brings no credential, or none that is good', async () => {
    const bearer = 'Bearer realm="gateway"';
    const apiKey = 'ApiKey realm="gateway", in="header", name="X-API-Key"';
    const cases: [Record<string, string>, number, string, string][] = [
      [{}, 401, 'credential-required', `${apiKey}, ${bearer}`],
      [{ authorization: 'Basic eDp5' }, 401, 'credential-required', `${apiKey}, ${bearer}`],
      [{ 'x-api-key': '' }, 401, 'unknown-credential', apiKey],
      [{ 'x-api-key': `${key}0` }, 401, 'unknown-credential', apiKey],
      [{ authorization: 'Bearer expired' }, 401, 'token-expired', `${bearer}, error="invalid_token"`],
      [{ authorization: 'Bearer forged' }, 401, 'invalid-token', `${bearer}, error="invalid_token"`],
      [{ authorization: 'Bearer gone' }, 401, 'unknown-credential', `${bearer}, error="invalid_token"`],
    ];
    for (const [headers, status, code, challenge] of cases) {
      const response = await call('/orders', { headers });
      assert.equal(response.headers.get('www-authenticate'), challenge);
      assert.deepEqual(await refusal(response), [status, code]);
    }
    assert.deepEqual([arrived, used], [[], []]);
  });

  it('lets a credential into no other resource, however the path is written', async () => {
    for (const path of ['/invoices', '/orders/../invoices', '/orders/%2e%2e/invoices', '/%E0%A4%A', '//orders'])
      assert.deepEqual(await refusal(await call(path, { headers: { 'x-api-key': key } })), [403, 'no-access'], path);
    assert.equal((await call('/%6frders/..%2finvoices', { headers: { 'x-api-key': key } })).status, 201);
    assert.deepEqual(
      arrived.map(({ url }) => url),
      ['/orders/..%2finvoices'],
    );
  });

  it('refuses a suspended credential, and one whose access has ended', async () => {
    const headers = { 'x-api-key': key };
    await registry.setEnabled('cred_key', false, fence());
    assert.deepEqual(await refusal(await call('/orders', { headers })), [403, 'suspended']);
    await registry.setEnabled('cred_key', true, fence());
    const grant = { id: 'grant', applicationId: 'app', resourceId: 'orders' };
    await registry.grant({ ...grant, until: Date.now() - 1 }, fence());
    assert.deepEqual(await refusal(await call('/orders', { headers })), [403, 'no-access']);
    await registry.grant(grant, fence());
    assert.equal((await call('/orders', { headers })).status, 201);
  });

  it('says when the API behind it is down', async () => {
    const response = await call('/orders', { headers: { 'x-api-key': key } }, 'http://127.0.0.1:1');
    assert.deepEqual(await refusal(response), [502, 'upstream-unavailable']);
  });
});
