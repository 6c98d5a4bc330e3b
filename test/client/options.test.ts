import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createMarketplaceClient, isMarketplaceError, type ClientOptions } from '../../src/index.js';
import { aCredential, json } from './fake-marketplace.js';

const page = globalThis as { location?: unknown; document?: unknown };

/** Where a client with some options asks. */
async function asksAt(options: ClientOptions): Promise<string> {
  let asked = '';
  const fetch = (request: Request): Response => {
    asked = request.url;
    return json(aCredential());
  };
  await createMarketplaceClient({ fetch, ...options }).credentials.get('c');
  return asked;
}

const refuses = (options: Partial<ClientOptions>, message: RegExp): void =>
  assert.throws(
    () => createMarketplaceClient({ baseUrl: 'https://m.example', ...options }),
    (error) => isMarketplaceError(error) && error.code === 'configuration' && message.test(error.message),
  );

describe('baseUrl', () => {
  afterEach(() => {
    delete page.location;
    delete page.document;
  });

  it('may be https, with or without a path and a slash at its end', async () => {
    assert.equal(await asksAt({ baseUrl: 'https://m.example' }), 'https://m.example/credentials/c');
    assert.equal(await asksAt({ baseUrl: 'https://m.example:8443/a/b//' }), 'https://m.example:8443/a/b/credentials/c');
  });

  it('may be http for loopback addresses only', async () => {
    for (const host of ['localhost', 'localhost:4400', 'shop.localhost', '127.0.0.1:80', '127.1', '[::1]:4400'])
      assert.match(await asksAt({ baseUrl: `http://${host}/v1` }), /^http:.*\/v1\/credentials\/c$/);
    for (const host of ['m.example', '127.0.0.1.example', 'localhost.example', 'notlocalhost', '10.0.0.1', '[::2]'])
      refuses({ baseUrl: `http://${host}` }, /https only/);
  });

  it('may be http anywhere for those who insist, and never anything else', async () => {
    const options = { dangerouslyAllowInsecureUrl: true };
    assert.equal(await asksAt({ baseUrl: 'http://m.example', ...options }), 'http://m.example/credentials/c');
    for (const baseUrl of ['ftp://m.example', 'file:///etc', 'javascript:alert(1)', 'data:,x', 'ws://localhost'])
      refuses({ baseUrl, ...options }, /https only/);
  });

  it('may be relative to a page, on whichever origin that is', async () => {
    page.location = new URL('http://portal.example/products/7?tab=1#top');
    assert.equal(await asksAt({ baseUrl: '/api/v1' }), 'http://portal.example/api/v1/credentials/c');
    assert.equal(await asksAt({ baseUrl: 'api' }), 'http://portal.example/products/api/credentials/c');
    assert.equal(await asksAt({ baseUrl: 'http://portal.example/api' }), 'http://portal.example/api/credentials/c');
    refuses({ baseUrl: '//other.example/api' }, /https only/);
    refuses({ baseUrl: 'http://portal.example:81/api' }, /https only/);
    page.document = { baseURI: 'https://cdn.example/base/' };
    assert.equal(await asksAt({ baseUrl: 'api' }), 'https://cdn.example/base/api/credentials/c');
  });

  it('cannot be relative to nothing, nor hold a user, a query or a fragment', () => {
    for (const baseUrl of ['/api/v1', '', 'api', 'https://']) refuses({ baseUrl }, /not an absolute address/);
    for (const baseUrl of ['https://me:pw@m.example', 'https://m.example/?a=1', 'https://m.example/#x'])
      refuses({ baseUrl }, /may hold no/);
  });

  it('is in no message', () => {
    for (const baseUrl of ['http://secret.example', 'https://secret.example/?a', 'secret'])
      assert.throws(
        () => createMarketplaceClient({ baseUrl }),
        (error) => !String((error as Error).stack).includes('secret.'),
      );
  });
});

describe('other options', () => {
  it('are refused by name where they cannot work', () => {
    refuses({ timeoutMs: 0 }, /^timeoutMs: /);
    refuses({ timeoutMs: Infinity }, /^timeoutMs: /);
    refuses({ retries: -1 }, /^retries: /);
    refuses({ retries: NaN }, /^retries: /);
    refuses({ pollMs: 0 }, /^pollMs: /);
    refuses({ headers: { 'not valid': 'x' } }, /^headers: /);
    refuses({ headers: { 'x-ok': 'a\nb' } }, /^headers: /);
  });

  it('do nothing until the client is asked', () => {
    let asked = 0;
    createMarketplaceClient({
      baseUrl: 'https://m.example',
      fetch: () => (asked++, json({})),
      token: () => `${asked++}`,
    });
    assert.equal(asked, 0);
  });
});
