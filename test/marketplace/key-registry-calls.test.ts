import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ResourceOrder, ScopeSource } from '../../src/marketplace/data-plane.js';
import type { Refusal, ResourceCall } from '../../src/marketplace/key-registry.js';
import { scopesOf } from '../../src/marketplace/registry/scope.js';
import { anOrder, keyRefusal, registryWorld, valuesOf } from './registry-world.js';

/** A registry with one credential for one resource; answers why calls of it are refused. */
async function refusals(resource: Partial<ResourceOrder>): Promise<(call: Partial<ResourceCall>) => Promise<unknown>> {
  const world = registryWorld();
  const resources = [{ id: 'orders', grantRequired: false, ...resource }];
  const [key = ''] = valuesOf(await world.registry.provision(anOrder({ resources }), world.fence()));
  return (call) => keyRefusal(world, key, call);
}

const profiles: ScopeSource = { path: ['/userprofile/v1/:organization/:account/:scope'] };
const apps: ScopeSource = { query: 'accountId' };

describe('the methods of a credential (SPEC M2)', () => {
  it('are the only ones that pass', async () => {
    const refusal = await refusals({ methods: ['GET'] });
    const answers: Record<string, unknown> = {};
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'get'])
      answers[method] = (await refusal({ method })) ?? 'passes';
    assert.deepEqual(answers, {
      GET: 'passes',
      HEAD: 'passes',
      POST: 'permission-denied',
      PUT: 'permission-denied',
      PATCH: 'permission-denied',
      DELETE: 'permission-denied',
      OPTIONS: 'permission-denied',
      get: 'permission-denied',
    });
  });

  it('can be changed without a new secret', async () => {
    const world = registryWorld();
    const order = (methods: string[]) => anOrder({ resources: [{ id: 'orders', grantRequired: false, methods }] });
    const [key = ''] = valuesOf(await world.registry.provision(order(['GET', 'POST']), world.fence()));
    assert.equal(await keyRefusal(world, key, { method: 'POST' }), undefined);
    await world.registry.update(order(['GET']), world.fence());
    assert.equal(await keyRefusal(world, key, { method: 'POST' }), 'permission-denied');
  });
});

describe('the scope of a credential (SPEC M2)', () => {
  const table = async (
    scope: { source: ScopeSource; ids: string[] },
    cases: [string, string, Refusal | undefined][],
  ): Promise<void> => {
    const refusal = await refusals({ scope });
    for (const [path, query, expected] of cases) assert.equal(await refusal({ path, query }), expected, path + query);
  };

  it('is read from the path', () =>
    table({ source: profiles, ids: ['ws1', 'ws2'] }, [
      ['/userprofile/v1/org/acc/ws1', '', undefined],
      ['/userprofile/v1/org/acc/ws2/', '', undefined],
      ['/userprofile/v1/other/acc/ws1/mpid/more', '?x=1', undefined],
      ['/userprofile/v1/org/acc/w%731/mpid', '', undefined],
      ['/userprofile/v1/org/acc/ws3/mpid', '', 'outside-scope'],
      ['/userprofile/v1/org/acc/WS1/mpid', '', 'outside-scope'],
      ['/userprofile/v1/org/acc', '', 'scope-required'],
      ['/USERPROFILE/v1/org/acc/ws1', '', 'scope-required'],
      ['/elsewhere', '?accountId=ws1', 'scope-required'],
      ['', '', 'scope-required'],
      ['/', '', 'scope-required'],
    ]));

  it('is not read from a path that servers may understand in different ways', () =>
    table({ source: profiles, ids: ['ws1'] }, [
      ['/userprofile/v1/org/acc/ws1/../ws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1/%2e%2e/ws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1/..%2fws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1/%2e%2e%5cws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1/..;x/ws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1/%252e%252e%252fws2', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1//ws2', '', 'scope-required'],
      ['//userprofile/v1/org/acc/ws1', '', 'scope-required'],
      ['/userprofile/v1/org//ws2/ws1', '', 'scope-required'],
      ['/userprofile/v1/org/./acc/ws1', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1%00', '', 'scope-required'],
      ['/userprofile/v1/org/acc/%E0%A4%A', '', 'scope-required'],
      ['/userprofile/v1/org/acc/ws1;ws2', '', 'outside-scope'],
      ['/userprofile/v1/org%2facc/x/ws1', '', 'scope-required'],
    ]));

  it('is read from the query', () =>
    table({ source: apps, ids: ['1', '2'] }, [
      ['/v1/apps', '?accountId=1', undefined],
      ['/v1/apps', '?x=3&accountId=2', undefined],
      ['/v1/apps', '?%61ccountId=%31', undefined],
      ['/v1/apps', '?accountId=3', 'outside-scope'],
      ['/v1/apps', '?accountId=', 'outside-scope'],
      ['/v1/apps', '?accountId=1,3', 'outside-scope'],
      ['/v1/apps', '', 'scope-required'],
      ['/v1/apps/1', '?account=1', 'scope-required'],
    ]));

  it('is not read from a query that servers may understand in different ways', () =>
    table({ source: apps, ids: ['1'] }, [
      ['/v1/apps', '?accountId=1&accountId=1', 'scope-required'],
      ['/v1/apps', '?accountId=1&accountId=3', 'scope-required'],
      ['/v1/apps', '?accountId=1&accountid=3', 'scope-required'],
      ['/v1/apps', '?accountId=1&%61ccountId=3', 'scope-required'],
      ['/v1/apps', '?accountId=1&accountId[]=3', 'scope-required'],
      ['/v1/apps', '?accountId=1&accountId[0]=3', 'scope-required'],
      ['/v1/apps', '?accountId=1&+accountId=3', 'scope-required'],
      ['/v1/apps', '?accountId=1;accountId=3', 'scope-required'],
      ['/v1/apps', '?accountID=1', 'scope-required'],
    ]));

  it('must be allowed wherever a call says it', () =>
    table({ source: { path: ['/a/:scope', '/:scope/b'], query: 'id' }, ids: ['1'] }, [
      ['/a/1', '', undefined],
      ['/1/b', '', undefined],
      ['/a/1', '?id=1', undefined],
      ['/x', '?id=1', undefined],
      ['/a/1', '?id=2', 'outside-scope'],
      ['/a/2', '?id=1', 'outside-scope'],
      ['/a/b', '', 'outside-scope'],
    ]));

  it('with no ids lets nothing pass', () =>
    table({ source: apps, ids: [] }, [
      ['/v1/apps', '?accountId=1', 'outside-scope'],
      ['/v1/apps', '', 'scope-required'],
    ]));

  it('of a path is never what a server that tidies it up would not find there', () => {
    const piece = fc.constantFrom('/', '..', '.', '%2e', '%2f', '%5c', ';', 'ws1', 'ws2', 'a', '%25', ' ', '%00');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = `/a/${pieces.join('')}`;
        const [scope] = scopesOf({ path: ['/a/:scope'] }, path, '');
        if (scope === undefined) return;
        let tidy = path;
        for (let n = 0; n < 3; n++) tidy = decodeURIComponent(tidy.replaceAll(/%(?![0-9a-f]{2})/g, '%25'));
        tidy = tidy.replaceAll('\\', '/').replaceAll(/;[^/]*/g, '');
        const found = new URL(
          `http://x${tidy.replaceAll(/\/+/g, '/').replaceAll('%', '%25').replaceAll(' ', '%20')}`,
        ).pathname.split('/');
        const [, a, b] = found.map(decodeURIComponent);
        assert.deepEqual([a, b], ['a', scope.replace(/;.*$/, '')]);
      }),
      { numRuns: 2000 },
    );
  });
});
