import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { AccessRequest, Credential } from '../../src/index.js';
import { patienceMs } from '../patience.js';
import { newDataFolder } from '../demo/support/data-folder.js';
import { startDemoProcess, type DemoProcess } from '../demo/support/demo-process.js';
import {
  accessToken,
  apiUrl,
  callGateway,
  eventually,
  personAt,
  requestData,
  valueOf,
  type Person,
} from '../demo/support/person.js';

const dayMs = 24 * 60 * 60 * 1000;

let dataFolder: string;
let demo: DemoProcess;
let ada: Person;
let priya: Person;

/** Starts the demo where the last one was: the same folder, the same address. */
async function restart(): Promise<void> {
  demo = await startDemoProcess({ dataFolder, ...(demo ? { port: demo.port } : {}) });
  ada = await personAt(demo.origin, 'ada');
  priya = await personAt(demo.origin, 'priya');
}

const request = (id: string): Promise<AccessRequest> => ada.client.accessRequests.get(id);
const credential = (id: string): Promise<Credential> => ada.client.credentials.get(id);
const isGone = (read: Promise<unknown>): Promise<boolean> =>
  read.then(
    () => false,
    (error: { code?: string }) => error.code === 'not-found',
  );

/** What the journey has come to know. */
const known = { application: '', orders: '', invoices: '', key: '', client: '' };
let secretKey = '';
let token = '';

const keyAnswers = async (code: string | undefined): Promise<boolean> =>
  (await callGateway(demo.origin, 'orders', { 'x-api-key': secretKey })).code === code;
const tokenAnswers = async (code: string | undefined): Promise<boolean> =>
  (await callGateway(demo.origin, 'invoices', { authorization: `Bearer ${token}` })).code === code;

/** One step: what is done until it is acknowledged, and what must be so after the process died at that moment. */
interface Step {
  name: string;
  act(): Promise<void>;
  holds(): Promise<unknown>;
}

const newAccess = (resourceId: string): Promise<AccessRequest> =>
  ada.client.accessRequests.create(
    {
      name: `${resourceId}, killed`,
      resourceId,
      subscriptionId: 'sub_storefront_gold',
      applicationId: known.application,
      data: requestData,
    },
    { idempotencyKey: `access-${resourceId}` },
  );
const newCredential = (resourceId: string, typeId: string): Promise<Credential> =>
  ada.client.credentials.create(
    { name: `${typeId}, killed`, resourceId, applicationId: known.application, typeId, data: {} },
    { idempotencyKey: `credential-${typeId}` },
  );

/** A credential that was asked for becomes active, there is one of it, and asking again under its key makes no other. */
async function isThereOnce(id: string, resourceId: string, typeId: string): Promise<void> {
  await ada.client.credentials.waitUntil(id, 'active', { timeoutMs: patienceMs });
  assert.equal((await newCredential(resourceId, typeId)).id, id);
  const { items } = await ada.client.credentials.list({ applicationId: known.application, resourceId });
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  );
}

const steps: Step[] = [
  {
    name: 'an application is made',
    act: async () => {
      const params = { name: 'Killed', teamId: 'team_storefront' };
      known.application = (await ada.client.applications.create(params)).id;
    },
    holds: () => ada.client.applications.get(known.application),
  },
  {
    name: 'access is asked for',
    act: async () => void (known.orders = (await newAccess('orders')).id),
    holds: async () => {
      await eventually(async () => (await request(known.orders)).state === 'active');
      assert.equal((await newAccess('orders')).id, known.orders);
    },
  },
  {
    name: 'a key is asked for',
    act: async () => void (known.key = (await newCredential('orders', 'api-key')).id),
    holds: () => isThereOnce(known.key, 'orders', 'api-key'),
  },
  {
    name: 'its secret is revealed',
    act: async () => void (secretKey = valueOf(await ada.client.credentials.reveal(known.key), 'apiKey')),
    holds: async () => {
      assert.ok(await keyAnswers(undefined));
      assert.equal(valueOf(await ada.client.credentials.reveal(known.key), 'apiKey'), secretKey);
    },
  },
  {
    name: 'it is suspended',
    act: async () => void (await ada.client.credentials.suspend(known.key)),
    holds: async () => {
      await ada.client.credentials.waitUntil(known.key, 'inactive', { timeoutMs: patienceMs });
      assert.ok(await keyAnswers('suspended'));
    },
  },
  {
    name: 'it is enabled',
    act: async () => void (await ada.client.credentials.enable(known.key)),
    holds: async () => {
      await ada.client.credentials.waitUntil(known.key, 'active', { timeoutMs: patienceMs });
      assert.ok(await keyAnswers(undefined));
    },
  },
  {
    name: 'it gets another name',
    act: async () => {
      const { version } = await credential(known.key);
      await ada.client.credentials.update(known.key, { name: 'Renamed' }, { ifMatch: version });
    },
    holds: async () => assert.equal((await credential(known.key)).name, 'Renamed'),
  },
  {
    name: 'access is asked for that the provider decides',
    act: async () => void (known.invoices = (await newAccess('invoices')).id),
    holds: async () => {
      const { items } = await priya.client.accessRequests.list({ state: ['pending'] });
      assert.deepEqual(
        items.map(({ id }) => id),
        [known.invoices],
      );
    },
  },
  {
    name: 'the provider approves',
    act: async () => void (await priya.client.accessRequests.approve(known.invoices)),
    holds: () => eventually(async () => (await request(known.invoices)).state === 'active'),
  },
  {
    name: 'an OAuth client is asked for',
    act: async () => void (known.client = (await newCredential('invoices', 'oauth-secret')).id),
    holds: async () => {
      await isThereOnce(known.client, 'invoices', 'oauth-secret');
      token = await accessToken(demo.origin, await ada.client.credentials.reveal(known.client));
      assert.ok(await tokenAnswers(undefined));
    },
  },
  {
    name: 'the clock is moved past the secret’s window',
    act: async () => void (await ada.session.ask('/demo/clock', { advanceMs: 3 * dayMs })),
    holds: async () => {
      assert.equal(((await ada.session.ask('/demo/clock')) as { aheadMs: number }).aheadMs, 3 * dayMs);
      await assert.rejects(ada.client.credentials.reveal(known.key), { code: 'secret-gone' });
      assert.ok(await keyAnswers(undefined));
      assert.ok(await tokenAnswers(undefined), 'a token that was issued before the process died is still good');
    },
  },
  {
    name: 'the provider takes access back',
    act: async () => void (await priya.client.accessRequests.revoke(known.invoices)),
    holds: () => eventually(() => tokenAnswers('no-access')),
  },
  {
    name: 'the key is deleted',
    act: async () => void (await ada.client.credentials.remove(known.key)),
    holds: async () => {
      await eventually(() => isGone(credential(known.key)));
      assert.ok(await keyAnswers('unknown-credential'));
    },
  },
];

describe('kill -9 of the demo', () => {
  before(async () => {
    dataFolder = await newDataFolder();
    await restart();
  });
  after(async () => {
    await demo.kill();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  for (const { name, act, holds } of steps)
    it(`loses nothing when ${name}`, async () => {
      await act();
      await demo.kill();
      await restart();
      await holds();
    });

  it('does once what was asked for, when no answer came and it is asked again', async () => {
    const body = JSON.stringify({ name: 'Unheard', teamId: 'team_storefront' });
    const ask = async (key: string): Promise<Response> =>
      fetch(`${apiUrl(demo.origin)}/applications`, {
        method: 'POST',
        body,
        headers: {
          authorization: `Bearer ${await ada.session.token()}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
      });
    const delays = [0, 4, 12];
    for (const delayMs of delays) {
      await ada.session.token();
      const unheard = ask(`unheard-${delayMs}`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await demo.kill();
      await unheard;
      await restart();
      assert.equal((await ask(`unheard-${delayMs}`)).status, 201);
    }
    const { items } = await ada.client.applications.list();
    assert.equal(items.filter(({ name }) => name === 'Unheard').length, delays.length);
  });
});
