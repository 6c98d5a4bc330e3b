import assert from 'node:assert/strict';
import type { AccessRequest, Credential, Marketplace, Page } from '../../../../src/contract/index.js';
import type { Claim, Refusal } from '../../../../src/marketplace/index.js';
import { adasCredential, adasRequest } from '../../world.js';
import { canaryOf, type HostileWorld, type Issued } from './hostile-world.js';
import { keptSubscription } from './knowledge.js';

async function everything<Item>(list: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined, isLast = false; !isLast;) {
    const page = await list(cursor);
    items.push(...page.items);
    cursor = page.next;
    isLast = cursor === undefined;
  }
  return items;
}

/** What a call shows of a credential, as it was issued. */
function claimOf(kind: string, { identifier = '', secret }: Issued): Claim {
  if (kind === 'api-key') return { by: 'key', key: secret ?? '' };
  if (kind === 'http-basic') return { by: 'basic', id: identifier, secret: secret ?? '' };
  return { by: kind === 'key-pair' ? 'pair' : 'client', id: identifier, secret };
}

/** Why the data plane should refuse a call with a credential; of parts that are granted it may say more. */
function expected(
  credential: Credential,
  resourceId: string,
  world: HostileWorld,
  requests: AccessRequest[],
): (Refusal | undefined)[] {
  const { state, resources, application } = credential;
  if (state === 'inactive') return ['suspended'];
  if (state === 'expired') return ['expired', 'suspended'];
  if (!resources.some(({ id }) => id === resourceId)) return ['no-access'];
  const resource = world.knowledge.resources.find(({ id }) => id === resourceId);
  if (resource?.exposed === false) return ['not-exposed'];
  const isGranted = requests.some(
    (one) => one.state === 'active' && one.resource.id === resourceId && one.application.id === application?.id,
  );
  if (resource?.access.required && !isGranted) return ['no-access'];
  return credential.grants ? [undefined, 'permission-denied', 'scope-required', 'outside-scope'] : [undefined];
}

/** That every credential's state at the data plane is the marketplace's. */
async function checkDataPlane(
  world: HostileWorld,
  credentials: Credential[],
  requests: AccessRequest[],
): Promise<void> {
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  for (const [id, issued] of world.issued) {
    const credential = byId.get(id);
    const kinds = credential ? [credential.type.kind] : ['api-key', 'http-basic', 'key-pair', 'oauth-secret'];
    for (const kind of kinds) {
      const claim = claimOf(kind, issued);
      if (!credential) {
        assert.equal(await world.world.refusalOf(claim), 'unknown-credential', `${id} is gone`);
        continue;
      }
      for (const { id: resourceId } of world.knowledge.resources) {
        const refusal = await world.world.refusalOf(claim, { resourceId });
        const right = expected(credential, resourceId, world, requests);
        assert.ok(
          right.includes(refusal),
          `${id} (${credential.state}) for ${resourceId}: ${refusal} instead of ${right.join()}`,
        );
      }
    }
  }
  for (const { id, state } of credentials)
    if (state === 'active' || state === 'inactive') assert.ok(world.issued.has(id), `${id} was never issued`);
}

function checkLimits({ system }: HostileWorld, credentials: Credential[]): void {
  const most: Record<string, number> = { ibm: 5, eqp: 3 };
  const counts = new Map<string, number>();
  for (const { type, owner, environment, resources } of credentials)
    for (const { id } of resources) {
      const key = [type.id, owner.id, environment, id].join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  for (const [key, count] of counts) assert.ok(count <= (most[system] ?? Infinity), `${count} × ${key}`);
}

function checkDuplicates(requests: AccessRequest[]): void {
  const live = requests.filter(({ state }) => ['pending', 'provisioning', 'active', 'error'].includes(state));
  const keys = live.map(({ application, resource, subscription }) =>
    [application.id, resource.id, subscription.id].join(' '),
  );
  assert.equal(new Set(keys).size, keys.length, 'two live requests for the same');
}

const environmentsOf = ({ system }: HostileWorld): (string | undefined)[] =>
  system === 'eqp' ? ['sandbox', 'production'] : [undefined];

/** That what must always hold holds, once the agent has done its work. */
export async function checkInvariants(world: HostileWorld): Promise<void> {
  const { marketplace, store, clock, as } = world.world;
  await marketplace.agent.work();
  await marketplace.sweep();
  const priya = as('priya');
  const credentials: Credential[] = [];
  for (const environment of environmentsOf(world))
    credentials.push(...(await everything((cursor) => priya.credentials.list({ environment, cursor, limit: 200 }))));
  const requests = await everything((cursor) => priya.accessRequests.list({ cursor, limit: 200 }));
  world.knowledge.resources = (await priya.resources.list({ limit: 200 })).items;
  assert.equal(await store.read((tx) => tx.count('task', {})), 0, 'the agent has left work undone');
  const overdue = await store.read((tx) => tx.list('secret', { atMost: { until: clock.now() } }));
  assert.deepEqual(overdue, [], 'secrets past their time');
  for (const { id, state, transition, type } of credentials) {
    assert.notEqual(state, 'deleting', id);
    assert.equal(transition, undefined, `${id} is ${state} and ${transition}`);
    if (state === 'pending') assert.equal(type.id, 'api-key-manual', `${id} is pending`);
  }
  for (const { id, state } of requests) assert.notEqual(state, 'provisioning', id);
  checkLimits(world, credentials);
  checkDuplicates(requests);
  await checkDataPlane(world, credentials, requests);
}

/** Makes room for another credential. */
async function makeRoom(
  { world, system }: HostileWorld,
  ada: Marketplace,
  environment: string | undefined,
): Promise<void> {
  const { items } = await ada.credentials.list({ environment, limit: 200 });
  if (system === 'ibm' || system === 'eqp') for (const { id } of items) await ada.credentials.remove(id);
  await world.marketplace.agent.work();
}

/** What a person asks for in a system that still works. */
async function orderOf(
  { world, system }: HostileWorld,
  ada: Marketplace,
): Promise<Parameters<Marketplace['credentials']['create']>[0]> {
  if (system === 'ibm') {
    const { exposed } = await ada.resources.get('inventory');
    if (!exposed) await ada.resources.expose('inventory');
    return { name: 'k', typeId: 'internal', resourceId: 'inventory', data: {} };
  }
  if (system === 'eqp')
    return { name: 'k', typeId: 'session-pair', environment: 'sandbox', resourceId: 'eqp-sandbox', data: {} };
  if (system === 'mparticle')
    return { name: 'k', typeId: 'oauth-secret', grants: [{ resourceId: 'platform', permissionId: 'user' }], data: {} };
  const { id } = await ada.applications.create({ name: 'Journey', teamId: 'team_storefront' });
  await ada.accessRequests.create({ ...adasRequest('orders', id), subscriptionId: keptSubscription });
  await world.marketplace.agent.work();
  return { ...adasCredential(), applicationId: id };
}

/** That a person still gets a credential, its secret and a call through, and can take it back. */
export async function checkJourney(world: HostileWorld): Promise<void> {
  const { marketplace, refusalOf, as } = world.world;
  const ada = as('ada');
  await makeRoom(world, ada, world.system === 'eqp' ? 'sandbox' : undefined);
  const order = await orderOf(world, ada);
  const { id } = await ada.credentials.create(order);
  await marketplace.agent.work();
  const { state, type, resources } = await ada.credentials.get(id);
  assert.equal(state, 'active');
  const values = (await ada.credentials.reveal(id)).fields.map(({ value }) => value.reveal());
  assert.ok(values.includes(world.issued.get(id)?.secret ?? ''));
  const call = { resourceId: resources[0]?.id ?? '', query: 'accountId=acct_storefront' };
  assert.equal(await refusalOf(claimOf(type.kind, world.issued.get(id) ?? {}), call), undefined);
  await ada.credentials.remove(id);
  await marketplace.agent.work();
  assert.equal(await refusalOf(claimOf(type.kind, world.issued.get(id) ?? {}), call), 'unknown-credential');
  const told = JSON.stringify(await as('ben').applications.list());
  assert.ok(!told.includes(canaryOf('team_storefront')));
}
