import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isApiError } from '../../src/index.js';
import { patienceMs } from '../patience.js';
import { startFreshDemo } from './support/demo-process.js';
import {
  accessTo,
  accessToken,
  activeCredential,
  apiUrl,
  callGateway,
  eventually,
  personAt,
  requestData,
  valueOf,
  type Person,
} from './support/person.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const dayMs = 24 * 60 * 60 * 1000;

describe('the demo, over HTTP with the client', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;
  let ada: Person;
  let priya: Person;

  before(async () => {
    demo = await startFreshDemo();
    ada = await personAt(demo.origin, 'ada');
    priya = await personAt(demo.origin, 'priya');
  });
  after(() => demo.remove());

  it('answers its health, and the contract as OpenAPI', async () => {
    assert.deepEqual(await (await fetch(`${demo.origin}/healthz`)).json(), { status: 'ok' });
    const document = (await (await fetch(`${demo.origin}/api/openapi.json`)).json()) as { servers: { url: string }[] };
    assert.deepEqual(
      document.servers.map(({ url }) => url),
      ['amplify', 'amplify-classic', 'ibm', 'mparticle', 'eqp'].map((id) => `/api/${id}/v1`),
    );
  });

  it('goes from access request to deleted key', async () => {
    const { client } = ada;
    await accessTo(ada, 'orders', 'app_shop_web');
    const { id, secret } = await activeCredential(ada, 'orders', 'app_shop_web', 'api-key');
    const key = { 'x-api-key': valueOf(secret, 'apiKey') };
    assert.equal((await callGateway(demo.origin, 'orders', key)).status, 200);
    assert.equal((await callGateway(demo.origin, 'orders/ord_1002', key)).status, 200);
    assert.equal((await callGateway(demo.origin, 'orders/nothing', key)).status, 404);

    await client.credentials.suspend(id);
    await client.credentials.waitUntil(id, 'inactive', { timeoutMs: patienceMs });
    assert.deepEqual(await callGateway(demo.origin, 'orders', key), { status: 403, code: 'suspended' });

    await client.credentials.enable(id);
    await eventually(async () => (await callGateway(demo.origin, 'orders', key)).status === 200);

    await client.credentials.remove(id);
    await client.credentials.waitUntil(id, 'deleted', { timeoutMs: patienceMs });
    assert.deepEqual(await callGateway(demo.origin, 'orders', key), { status: 401, code: 'unknown-credential' });
  });

  it('tells the consumer live that the provider has approved', async () => {
    const { client } = ada;
    const asked = await client.accessRequests.create({
      name: 'Invoices',
      resourceId: 'invoices',
      subscriptionId: 'sub_storefront_gold',
      applicationId: 'app_shop_web',
      data: requestData,
    });
    assert.equal(asked.state, 'pending');
    const { next } = await client.events.list();
    const states: string[] = [];
    const approval = eventually(() => priya.client.accessRequests.approve(asked.id, { reason: 'Fine' }));
    for await (const { subjectId } of client.events.stream(
      { after: next },
      { signal: AbortSignal.timeout(patienceMs) },
    )) {
      if (subjectId === asked.id) states.push((await client.accessRequests.get(asked.id)).state);
      if (states.at(-1) === 'active') break;
    }
    await approval;
    const { timeline } = await client.accessRequests.get(asked.id);
    assert.deepEqual(
      timeline.map(({ step, by, reason }) => [step, by?.name, reason]),
      [
        ['submitted', 'Ada Park', undefined],
        ['approved', 'Priya Shah', 'Fine'],
        ['ready', undefined, undefined],
      ],
    );
  });

  it('gives an OAuth client tokens that open the gateway', async () => {
    const { id, secret } = await activeCredential(ada, 'invoices', 'app_shop_web', 'oauth-secret');
    const bearer = { authorization: `Bearer ${await accessToken(demo.origin, secret)}` };
    assert.equal((await callGateway(demo.origin, 'invoices', bearer)).status, 200);
    assert.deepEqual(await callGateway(demo.origin, 'orders', bearer), { status: 403, code: 'no-access' });
    const used = await eventually(async () => (await ada.client.credentials.get(id)).lastUsedAt ?? undefined);
    assert.ok(Math.abs(Date.parse(used) - Date.now()) < patienceMs);
  });

  it('has its clock moved by people who are signed in, and every client hears of it', async () => {
    const { id, secret } = await activeCredential(ada, 'orders', 'app_shop_web', 'api-key');
    const { next } = await ada.client.events.list();
    const { aheadMs } = (await ada.session.ask('/demo/clock', { advanceMs: 3 * dayMs })) as { aheadMs: number };
    assert.equal(aheadMs, 3 * dayMs);
    const { items } = await ada.client.events.list({ after: next });
    assert.ok(items.some(({ subject }) => subject === 'clock'));
    assert.ok(Math.abs(ada.client.now() - Date.now() - aheadMs) < patienceMs);
    const refused = await fetch(`${apiUrl(demo.origin)}/session`);
    assert.equal(refused.status, 401);
    assert.ok(Math.abs(Date.parse(refused.headers.get('date') ?? '') - ada.client.now()) < patienceMs);

    assert.equal((await ada.client.credentials.get(id)).secret.state, 'erased');
    await assert.rejects(
      ada.client.credentials.reveal(id),
      (error) => isApiError(error) && error.code === 'secret-gone',
    );
    const key = { 'x-api-key': valueOf(secret, 'apiKey') };
    assert.equal((await callGateway(demo.origin, 'orders', key)).status, 200);
  });

  it('is what the example program walks through, as often as one likes', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'demo/example.ts'], {
      cwd: project,
      env: { ...process.env, LATCHKEY_URL: demo.origin },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /All 14 steps went as expected/);
    assert.doesNotMatch(stdout + stderr, /lk_(key|secret)_\w{38}|eyJ/);
  });
});
