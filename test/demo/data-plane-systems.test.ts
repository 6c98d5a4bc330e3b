import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT, exportSPKI, generateKeyPair } from 'jose';
import { createMarketplaceClient, createSessionTokens, type CreateCredential, type Secret } from '../../src/index.js';
import type { SystemId } from '../../src/marketplace/index.js';
import { patienceMs } from '../patience.js';
import { startFreshDemo } from './support/demo-process.js';
import { basic } from './support/gateway-world.js';
import { accessTo, apiUrl, eventually, personAt, valueOf, type Person } from './support/person.js';

describe('what each system decides, its gateway does', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;
  before(async () => {
    demo = await startFreshDemo();
  });
  after(() => demo.remove());

  /** The status of a call through a system's gateway, and the problem's code where it is refused. */
  async function call(system: SystemId, path: string, headers: HeadersInit, method = 'GET'): Promise<string | number> {
    const response = await fetch(`${demo.origin}/gateway/${system}/${path}`, { method, headers });
    const answer = (await response.json()) as { code?: string };
    return answer.code === undefined ? response.status : `${response.status} ${answer.code}`;
  }

  const becomes = (look: () => Promise<unknown>, wanted: unknown): Promise<unknown> =>
    eventually(async () => (await look()) === wanted);

  /** A credential, once the data plane has it. */
  async function created({ client }: Person, params: Omit<CreateCredential, 'name' | 'data'>, data = {}) {
    const { id } = await client.credentials.create({ name: 'Test', data, ...params });
    return client.credentials.waitUntil(id, 'active', { timeoutMs: patienceMs });
  }

  const tokenOf = async (system: SystemId, secret: Secret): Promise<string> => {
    const response = await fetch(`${demo.origin}/oauth/${system}/token`, {
      method: 'POST',
      headers: { authorization: basic(valueOf(secret, 'clientId'), valueOf(secret, 'clientSecret')) },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  describe('Amplify', () => {
    let ada: Person;
    const common = { resourceId: 'orders', applicationId: 'app_shop_web' };
    before(async () => {
      ada = await personAt(demo.origin, 'ada');
      await accessTo(ada, 'orders', 'app_shop_web');
    });

    it('takes both secrets until the chosen time after a renewal (SPEC C6)', async () => {
      const { id } = await created(ada, { ...common, typeId: 'http-basic' });
      const pairOf = async (): Promise<HeadersInit> => {
        const secret = await ada.client.credentials.reveal(id);
        return { authorization: basic(valueOf(secret, 'username'), valueOf(secret, 'password')) };
      };
      const old = await pairOf();
      assert.equal(await call('amplify', 'orders', old), 200);
      await ada.client.credentials.renew(id, { overlapMs: 3_600_000 });
      await eventually(async () => !(await ada.client.credentials.get(id)).transition);
      const renewed = await pairOf();
      assert.notDeepEqual(old, renewed);
      assert.deepEqual([await call('amplify', 'orders', old), await call('amplify', 'orders', renewed)], [200, 200]);
      await ada.session.ask('/demo/clock', { advanceMs: 3_600_000 });
      await becomes(() => call('amplify', 'orders', old), '401 unknown-credential');
      assert.equal(await call('amplify', 'orders', renewed), 200);
    });

    it('ends a credential when its time has come (SPEC C11)', async () => {
      const dayMs = 24 * 3_600_000;
      const { id } = await created(ada, { ...common, typeId: 'api-key', lifetimeMs: 30 * dayMs });
      const key = { 'x-api-key': valueOf(await ada.client.credentials.reveal(id), 'apiKey') };
      assert.equal(await call('amplify', 'orders', key), 200);
      await ada.session.ask('/demo/clock', { advanceMs: 30 * dayMs });
      assert.equal(await call('amplify', 'orders', key), '403 expired');
    });

    it('gives tokens to a client that proves itself by its private key (SPEC C3)', async () => {
      const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
      const data = { publicKey: await exportSPKI(publicKey) };
      const { identifiers, secret } = await created(ada, { ...common, typeId: 'oauth-public-key' }, data);
      assert.equal(secret.visibility, 'never');
      const clientId = identifiers[0]?.value ?? '';
      const tokenUrl = `${demo.origin}/oauth/amplify/token`;
      const assertion = await new SignJWT({ iss: clientId, sub: clientId, aud: tokenUrl, jti: 'once' })
        .setProtectedHeader({ alg: 'ES256', kid: 'mine' })
        .setExpirationTime('1m')
        .sign(privateKey);
      const response = await fetch(tokenUrl, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        }),
      });
      const { access_token } = (await response.json()) as { access_token: string };
      assert.equal(await call('amplify', 'orders', { authorization: `Bearer ${access_token}` }), 200);
    });
  });

  describe('IBM', () => {
    const headersFor = (id: string, secret?: string): HeadersInit => ({
      'x-ibm-client-id': id,
      ...(secret === undefined ? {} : { 'x-ibm-client-secret': secret }),
    });

    it('lets nothing pass while the API is not exposed (SPEC I1)', async () => {
      const ada = await personAt(demo.origin, 'ada', 'ibm');
      const { id } = await created(ada, { resourceId: 'inventory', typeId: 'internal' });
      const secret = await ada.client.credentials.reveal(id);
      const headers = headersFor(valueOf(secret, 'keyId'), valueOf(secret, 'keySecret'));
      const look = (): Promise<unknown> => call('ibm', 'inventory', headers);
      assert.equal(await look(), 200);
      await ada.client.resources.unexpose('inventory');
      await becomes(look, '403 not-exposed');
      await ada.client.resources.expose('inventory');
      await becomes(look, 200);
    });

    it('asks for the secret once somebody outside has set it (SPEC I2, S9)', async () => {
      const ada = await personAt(demo.origin, 'ada', 'ibm');
      const { id, identifiers } = await created(ada, { resourceId: 'inventory', typeId: 'external' });
      const keyId = identifiers[0]?.value ?? '';
      assert.equal(await call('ibm', 'inventory', headersFor(keyId)), 200);
      const { token } = await ada.client.credentials.share(id);
      const outside = createMarketplaceClient({ baseUrl: apiUrl(demo.origin, 'ibm'), token });
      for (const secret of ['password', 'password2']) {
        await outside.share.setSecret({ secret });
        await eventually(async () => (await call('ibm', 'inventory', headersFor(keyId, secret))) === 200);
      }
      assert.equal(await call('ibm', 'inventory', headersFor(keyId, 'password')), '401 unknown-credential');
      assert.equal(await call('ibm', 'inventory', headersFor(keyId)), '401 secret-required');
    });
  });

  describe('mParticle', () => {
    it('lets pass what is granted, and takes an edit without a new secret (SPEC M2, C9)', async () => {
      const ada = await personAt(demo.origin, 'ada', 'mparticle');
      const webPlans = { resourceId: 'dataplanning', permissionId: 'read-only', scopeIds: ['ws_storefront_web'] };
      const grants = [webPlans, { resourceId: 'platform', permissionId: 'user' }];
      const { id } = await created(ada, { typeId: 'oauth-secret', grants });
      const token = await tokenOf('mparticle', await ada.client.credentials.reveal(id));
      const send = (path: string, method?: string): Promise<unknown> =>
        call('mparticle', path, { authorization: `Bearer ${token}` }, method);
      const plans = (workspace: string): string => `dataplanning/platform/v2/workspaces/${workspace}/plans`;

      assert.equal(await send(plans('ws_storefront_web')), 200);
      assert.equal(await send(plans('ws_storefront_web'), 'POST'), '403 permission-denied');
      assert.equal(await send(plans('ws_storefront_ios')), '403 outside-scope');
      assert.equal(await send('platform/v1/apps?accountId=acct_storefront'), 200);
      assert.equal(await send('platform/v1/apps?accountId=acct_logistics'), '403 outside-scope');
      assert.equal(await send('platform/v1/apps'), '403 scope-required');
      assert.equal(await send('profile/userprofile/v1/org/acct/ws_storefront_web/1001'), '403 no-access');

      const iosPlans = { ...webPlans, permissionId: 'read-write', scopeIds: ['ws_storefront_ios'] };
      await ada.client.credentials.update(id, { grants: [iosPlans] });
      await becomes(() => send(plans('ws_storefront_web')), '403 outside-scope');
      assert.equal(await send(plans('ws_storefront_ios')), 200);
      assert.equal(await send(plans('ws_storefront_ios'), 'POST'), 400);
      assert.equal(await send('platform/v1/apps?accountId=acct_storefront'), '403 no-access');
    });
  });

  describe('EQP', () => {
    const resources = { sandbox: 'eqp-sandbox', production: 'eqp-production' } as const;
    type Environment = keyof typeof resources;

    async function accessKey(ada: Person, environment: Environment): Promise<string> {
      const resourceId = resources[environment];
      return (await created(ada, { environment, resourceId, typeId: 'session-pair' })).id;
    }

    it('keeps sandbox and production apart, with session tokens of the client (SPEC E2, E3)', async () => {
      const ada = await personAt(demo.origin, 'ada', 'eqp');
      const base = (environment: Environment): string => `${demo.origin}/gateway/eqp/${resources[environment]}`;
      const environmentAt = async (environment: Environment) => {
        const secret = await ada.client.credentials.reveal(await accessKey(ada, environment));
        return {
          tokenUrl: `${base(environment)}/rest/v1/app/session/token`,
          credential: {
            applicationId: valueOf(secret, 'applicationId'),
            applicationSecret: valueOf(secret, 'applicationSecret'),
          },
        };
      };
      const tokens = createSessionTokens({
        environments: { sandbox: await environmentAt('sandbox'), production: await environmentAt('production') },
      });
      const status = async (own: Environment, at = own): Promise<number> =>
        (await tokens.fetch(own, `${base(at)}/rest/v1/products`)).status;
      assert.deepEqual([await status('sandbox'), await status('production')], [200, 200]);
      assert.deepEqual([await status('sandbox', 'production'), await status('production', 'sandbox')], [403, 403]);
    });

    it('lets issued session tokens outlive their key, which gets no other (SPEC C7)', async () => {
      const ada = await personAt(demo.origin, 'ada', 'eqp');
      const id = await accessKey(ada, 'production');
      const secret = await ada.client.credentials.reveal(id);
      const pair = basic(valueOf(secret, 'applicationId'), valueOf(secret, 'applicationSecret'));
      const ask = (): Promise<Response> =>
        fetch(`${demo.origin}/gateway/eqp/eqp-production/rest/v1/app/session/token`, {
          method: 'POST',
          headers: { authorization: pair, 'content-type': 'application/json' },
          body: '{"grant_type":"session"}',
        });
      const { ust } = (await (await ask()).json()) as { ust: string };
      const look = (): Promise<unknown> =>
        call('eqp', 'eqp-production/rest/v1/products', { authorization: `Bearer ${ust}` });
      assert.equal(await look(), 200);
      const told = await eventually(async () => (await ada.client.credentials.get(id)).sessionsUntil);
      assert.ok(Date.parse(told) > ada.client.now());

      await ada.client.credentials.regenerate(id);
      await becomes(async () => (await ask()).status, 401);
      assert.equal(await look(), 200);
      await ada.client.credentials.remove(id);
      await ada.client.credentials.waitUntil(id, 'deleted', { timeoutMs: patienceMs });
      assert.equal(await look(), 200);
      await ada.session.ask('/demo/clock', { advanceMs: 7_200_000 });
      assert.equal(await look(), '401 token-expired');
    });
  });
});
