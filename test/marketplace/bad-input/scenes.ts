import type { Marketplace } from '../../../src/contract/index.js';
import type { SystemId } from '../../../src/marketplace/index.js';
import { adasCredential, adasRequest, createWorld, type World } from '../world.js';

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;

/** A system's sample marketplace with an object in every state there is, by names for them. */
export interface Scene {
  world: World;
  ids: Record<string, string>;
  /** Tokens of share links. */
  tokens: Record<string, string>;
}

const work = (world: World): Promise<number> => world.marketplace.agent.work();
const idOf = async (object: Promise<{ id: string }>): Promise<string> => (await object).id;

async function amplifyScene(world: World): Promise<Scene> {
  const [ada, ben, priya] = ['ada', 'ben', 'priya'].map((person) => world.as(person)) as [
    Marketplace,
    Marketplace,
    Marketplace,
  ];
  const create = (name: string, more = {}) => idOf(ada.credentials.create({ ...adasCredential(), name, ...more }));
  const ids: Record<string, string> = {};
  ids['granted'] = await idOf(ada.accessRequests.create(adasRequest()));
  ids['invoices'] = await idOf(ada.accessRequests.create(adasRequest('invoices')));
  await priya.accessRequests.approve(ids['invoices']);
  await work(world);
  ids['expired'] = await create('expired', { lifetimeMs: 30 * dayMs });
  ids['erased'] = await create('erased');
  await work(world);
  world.clock.advance(30 * dayMs);
  await world.marketplace.sweep();

  const bens = { subscriptionId: 'sub_logistics_bronze', applicationId: 'app_dispatch' };
  ids['bensRequest'] = await idOf(ben.accessRequests.create({ ...adasRequest(), name: 'Ben’s', ...bens }));
  await work(world);
  ids['bens'] = await idOf(ben.credentials.create({ ...adasCredential(), applicationId: 'app_dispatch' }));
  for (const name of ['active', 'inactive', 'gone', 'suspending', 'deleting']) ids[name] = await create(name);
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const jwk = JSON.stringify(await crypto.subtle.exportKey('jwk', publicKey));
  ids['publicKey'] = await create('public key', { typeId: 'oauth-public-key', data: { publicKey: jwk } });
  for (const name of ['manual', 'failed'])
    ids[name] = await create(name, { resourceId: 'invoices', typeId: 'api-key-manual' });
  await work(world);
  await priya.credentials.fail(ids['failed']!, { reason: 'The contract is not signed.' });
  await ada.credentials.suspend(ids['inactive']!);
  await ada.credentials.remove(ids['gone']!);
  await work(world);

  const applications: string[] = [];
  for (const name of ['One', 'Two', 'Three'])
    applications.push(await idOf(ada.applications.create({ name, teamId: 'team_storefront' })));
  const ask = (resourceId: string, application: number) =>
    idOf(ada.accessRequests.create(adasRequest(resourceId, applications[application])));
  ids['application'] = applications[0]!;
  ids['waiting'] = await ask('invoices', 0);
  ids['rejected'] = await ask('invoices', 1);
  await priya.accessRequests.reject(ids['rejected'], { reason: 'No purpose.' });
  ids['withdrawn'] = await ask('invoices', 2);
  await ada.accessRequests.withdraw(ids['withdrawn']);
  ids['revoked'] = await ask('orders', 2);
  await priya.accessRequests.revoke(ids['revoked']);
  ids['superseded'] = await ask('invoices', 2);
  await priya.accessRequests.reject(ids['superseded']);
  await ask('invoices', 2);
  await work(world);

  ids['provisioning'] = await ask('orders', 1);
  ids['pending'] = await create('pending');
  await ada.credentials.suspend(ids['suspending']!);
  await ada.credentials.remove(ids['deleting']!);
  return { world, ids, tokens: {} };
}

async function classicScene(world: World): Promise<Scene> {
  const ada = world.as('ada');
  await ada.accessRequests.create(adasRequest());
  await work(world);
  const ids: Record<string, string> = {};
  for (const name of ['active', 'viewed']) ids[name] = await idOf(ada.credentials.create(adasCredential()));
  await work(world);
  await ada.credentials.reveal(ids['viewed']!, {}, { idempotencyKey: 'first' });
  return { world, ids, tokens: {} };
}

async function ibmScene(world: World): Promise<Scene> {
  const { marketplace, clock } = world;
  const ada = world.as('ada');
  const key = (name: string, typeId: string, by = ada) =>
    idOf(by.credentials.create({ name, typeId, resourceId: 'inventory', data: {} }));
  const ids: Record<string, string> = {};
  for (const name of ['active', 'revoked', 'unshared', 'deleted']) ids[name] = await key(name, 'external');
  for (let i = 1; i <= 5; i++) ids[`internal${i}`] = await key(`internal ${i}`, 'internal');
  ids['bens'] = await key('Ben’s', 'external', world.as('ben'));
  await marketplace.agent.work();
  const share = async (name: string, lifetimeMs = 29 * dayMs) =>
    (await ada.credentials.share(ids[name]!, { lifetimeMs })).token;
  const tokens: Record<string, string> = { expiredLink: await share('unshared', hourMs) };
  clock.advance(hourMs);
  tokens['replacedLink'] = await share('active');
  tokens['link'] = await share('active');
  tokens['revokedLink'] = await share('revoked');
  await ada.credentials.unshare(ids['revoked']!);
  tokens['deletedLink'] = await share('deleted');
  await ada.credentials.remove(ids['deleted']!);
  ids['pending'] = await key('pending', 'external');
  return { world, ids, tokens };
}

async function mparticleScene(world: World): Promise<Scene> {
  const granted = (by: Marketplace) =>
    idOf(
      by.credentials.create({
        name: 'Platform',
        typeId: 'oauth-secret',
        grants: [{ resourceId: 'platform', permissionId: 'user' }],
        data: {},
      }),
    );
  const ids = { active: await granted(world.as('ada')), bens: await granted(world.as('ben')) };
  await work(world);
  return { world, ids, tokens: {} };
}

async function eqpScene(world: World): Promise<Scene> {
  const ids: Record<string, string> = {};
  const pair = (environment: string, person = 'ada') =>
    idOf(
      world.as(person).credentials.create({
        name: environment,
        typeId: 'session-pair',
        environment,
        resourceId: `eqp-${environment}`,
        data: {},
      }),
    );
  ids['sandbox'] = await pair('sandbox');
  for (let i = 1; i <= 3; i++) ids[`production${i}`] = await pair('production');
  ids['bens'] = await pair('production', 'ben');
  await work(world);
  ids['pending'] = await pair('sandbox');
  return { world, ids, tokens: {} };
}

const furnish: Record<SystemId, (world: World) => Promise<Scene>> = {
  amplify: amplifyScene,
  'amplify-classic': classicScene,
  ibm: ibmScene,
  mparticle: mparticleScene,
  eqp: eqpScene,
};

export const systemIds = Object.keys(furnish) as SystemId[];

/** A new scene of a system. */
export const makeScene = async (system: SystemId, ...[kind, wrap]: Parameters<typeof createWorld>): Promise<Scene> =>
  furnish[system](await createWorld(kind, wrap, system));

const made = new Map<SystemId, Promise<Scene>>();

/** The system's scene: one for the whole test file, since what is refused changes nothing in it. */
export function sceneOf(system: SystemId): Promise<Scene> {
  const scene = made.get(system) ?? makeScene(system);
  made.set(system, scene);
  return scene;
}
