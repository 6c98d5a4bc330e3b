import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMarketplaceError } from '../../src/index.js';
import { aCredential, fake, json, problem, rejection } from './fake-marketplace.js';

/** A marketplace with five credentials. */
function answer(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const start = Number(searchParams.get('cursor') ?? '0');
  const limit = Number(searchParams.get('limit') ?? '2');
  const items = ['a', 'b', 'c', 'd', 'e'].slice(start, start + limit).map((id) => aCredential({ id }));
  const next = start + limit < 5 ? { next: String(start + limit) } : {};
  return json({ items, ...next, total: 5 });
}

describe('pages', () => {
  it('are one page when awaited', async () => {
    const { client, requests } = fake(answer);
    const page = await client.credentials.list();
    assert.deepEqual([page.items.map(({ id }) => id), page.next, page.total], [['a', 'b'], '2', 5]);
    assert.equal(requests.length, 1);
  });

  it('are every item of all of them when iterated, each page read when it is needed', async () => {
    const { client, requests } = fake(answer);
    const seen: string[] = [];
    for await (const { id } of client.credentials.list({ state: ['active'] })) {
      seen.push(id);
      assert.equal(requests.length, Math.ceil(seen.length / 2));
    }
    assert.deepEqual(seen, ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(
      requests.map(({ url }) => new URL(url).search),
      ['?state=active', '?state=active&cursor=2', '?state=active&cursor=4'],
    );
  });

  it('start where their cursor says and stop when nobody wants more', async () => {
    const { client, requests } = fake(answer);
    for await (const { id } of client.credentials.list({ cursor: '3', limit: 1 })) {
      assert.equal(id, 'd');
      break;
    }
    assert.equal(requests.length, 1);
  });

  it('end with the reason of their signal, also between two items', async () => {
    const { client, requests } = fake(answer);
    const controller = new AbortController();
    const seen: string[] = [];
    const reason = new Error('left');
    const walk = async (): Promise<void> => {
      for await (const { id } of client.credentials.list({}, { signal: controller.signal })) {
        seen.push(id);
        if (id === 'a') controller.abort(reason);
      }
    };
    assert.equal(await rejection(walk()), reason);
    assert.deepEqual(seen, ['a']);
    assert.equal(requests.length, 1);
  });

  it('reject with what is wrong, on whichever page', async () => {
    const { client } = fake((request, count) => (count === 1 ? answer(request) : problem('forbidden')));
    const seen: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of client.credentials.list()) seen.push(id);
    };
    const error = await rejection(walk());
    assert.ok(isMarketplaceError(error) && error.code === 'forbidden');
    assert.deepEqual(seen, ['a', 'b']);
  });

  it('do not go round in circles', async () => {
    const { client } = fake(() => json({ items: [aCredential()], next: 'same' }));
    const walk = async (): Promise<void> => {
      for await (const credential of client.credentials.list()) assert.ok(credential);
    };
    const error = await rejection(walk());
    assert.ok(isMarketplaceError(error) && error.code === 'invalid-response');
  });
});
