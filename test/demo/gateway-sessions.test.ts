import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { GatewayOptions } from '../../demo/server/gateway.js';
import { createSessionTokens } from '../../src/client/session-tokens.js';
import type { AuthenticationScheme } from '../../src/contract/index.js';
import { anOrder, valuesOf } from '../marketplace/registry-world.js';
import { basic, gatewayWorld, outcome, startEchoUpstream } from './support/gateway-world.js';
import type { EchoUpstream, GatewayWorld } from './support/gateway-world.js';

const tokenPath = '/rest/v1/app/session/token';
const schemes: AuthenticationScheme[] = ['eqp-sandbox', 'eqp-production'].map((id) => ({
  kind: 'session',
  tokenUrl: `https://gateway.example/gateway/test/${id}${tokenPath}`,
}));

interface EqpWorld extends GatewayWorld {
  /** Asks for a session token; the body is the usual one unless told. */
  ask(environment: string, authorization?: string, body?: unknown, more?: RequestInit): Promise<Response>;
  /** What a session token can do at an environment. */
  use(environment: string, token: string): Promise<string | number>;
  pairOf(environment: string): Promise<{ order: ReturnType<typeof anOrder>; id: string; secret: string }>;
}

let upstream: EchoUpstream;

function eqpWorld(more: Partial<GatewayOptions> = {}): EqpWorld {
  const world = gatewayWorld(schemes, { upstreamUrl: upstream.url, ...more });
  const { call, registry, fence } = world;
  return {
    ...world,
    ask: (environment, authorization, body = { grant_type: 'session' }, init = {}) =>
      call(`/eqp-${environment}${tokenPath}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
    use: (environment, token) =>
      outcome(call(`/eqp-${environment}/rest/v1/products`, { headers: { authorization: `Bearer ${token}` } })),
    async pairOf(environment) {
      const resources = [{ id: `eqp-${environment}`, grantRequired: false }];
      const order = anOrder({ id: `cred_${environment}`, kind: 'key-pair', resources });
      const [id = '', secret = ''] = valuesOf(await registry.provision(order, fence()));
      return { order, id, secret };
    },
  };
}

const answerOf = async (answer: Promise<Response>): Promise<{ ust: string; expires_in: number }> =>
  (await (await answer).json()) as { ust: string; expires_in: number };

before(async () => {
  upstream = await startEchoUpstream();
});
after(() => upstream.close());
beforeEach(() => {
  upstream.arrived.length = 0;
});

describe('the session token endpoint (SPEC E3)', () => {
  it('exchanges a pair for a token, which calls carry', async () => {
    const { ask, use, pairOf, uses, clock } = eqpWorld();
    const { id, secret } = await pairOf('sandbox');
    const response = await ask('sandbox', basic(id, secret));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const answer = (await response.json()) as { ust: string; expires_in: number };
    assert.deepEqual(Object.keys(answer).sort(), ['expires_in', 'ust']);
    assert.equal(answer.expires_in, 7200);
    assert.equal(upstream.arrived.length, 0);
    const [[usedId, until] = []] = uses;
    assert.equal(usedId, 'cred_sandbox');
    assert.ok(until !== undefined && until > clock.now() + 7_190_000 && until <= clock.now() + 7_200_000);

    assert.equal(await use('sandbox', answer.ust), 200);
    assert.deepEqual(uses.slice(1), [['cred_sandbox', undefined]]);
    assert.equal('authorization' in (upstream.arrived[0]?.headers ?? {}), false);
    clock.advance(7_200_000);
    assert.equal(await use('sandbox', answer.ust), '401 token-expired');
  });

  it('gives as long as is asked for, and no longer than is allowed', async () => {
    const { ask, pairOf } = eqpWorld({ longestSessionSeconds: 600 });
    const { id, secret } = await pairOf('sandbox');
    const seconds = async (expires_in?: unknown): Promise<number> =>
      (await answerOf(ask('sandbox', basic(id, secret), { grant_type: 'session', expires_in }))).expires_in;
    assert.deepEqual(
      [await seconds(), await seconds(60), await seconds(601), await seconds(1e300)],
      [600, 60, 600, 600],
    );
  });

  it('says what is wrong with a request', async () => {
    const { ask, call, pairOf, uses } = eqpWorld();
    const { id, secret } = await pairOf('sandbox');
    const good = basic(id, secret);
    const pointers = async (body: unknown): Promise<unknown> => {
      const response = await ask('sandbox', good, body);
      const { code, errors } = (await response.json()) as { code: string; errors?: { pointer: string }[] };
      return [response.status, code, errors?.map(({ pointer }) => pointer)];
    };
    assert.deepEqual(await pointers({}), [422, 'validation-failed', ['/grant_type']]);
    for (const expires_in of [0, -1, 1.5, '60', [], true, {}])
      assert.deepEqual(await pointers({ grant_type: 'session', expires_in }), [
        422,
        'validation-failed',
        ['/expires_in'],
      ]);
    assert.deepEqual(await pointers({ grant_type: 'password', expires_in: 'x' }), [
      422,
      'validation-failed',
      ['/grant_type', '/expires_in'],
    ]);
    for (const body of ['{', '[]', '"x"', 'null'])
      assert.equal(((await pointers(body)) as unknown[])[1], 'malformed-request');
    assert.deepEqual(await pointers(JSON.stringify({ grant_type: 'x'.repeat(5000) })), [
      413,
      'payload-too-large',
      undefined,
    ]);
    const form = { headers: { authorization: good, 'content-type': 'text/plain' } };
    assert.equal(await outcome(ask('sandbox', good, undefined, form)), '415 unsupported-media-type');
    const got = await call(`/eqp-sandbox${tokenPath}`, { headers: { authorization: good } });
    assert.deepEqual([got.status, got.headers.get('allow')], [405, 'POST']);
    assert.deepEqual([uses, upstream.arrived], [[], []]);
  });

  it('refuses whoever shows no pair, or a wrong one, and says how', async () => {
    const { ask, pairOf, registry, fence, uses } = eqpWorld();
    const { id, secret } = await pairOf('sandbox');
    for (const [authorization, code] of [
      [undefined, '401 credential-required'],
      ['Bearer x', '401 credential-required'],
      [basic(id, 'wrong'), '401 unknown-credential'],
      [basic(secret, id), '401 unknown-credential'],
      [basic('', ''), '401 unknown-credential'],
    ] as const) {
      const response = await ask('sandbox', authorization);
      assert.equal(response.headers.get('www-authenticate'), 'Basic realm="gateway", charset="UTF-8"');
      assert.equal(await outcome(Promise.resolve(response)), code);
    }
    await registry.setEnabled('cred_sandbox', false, fence());
    assert.equal(await outcome(ask('sandbox', basic(id, secret))), '403 suspended');
    assert.deepEqual(uses, []);
  });

  it('is not for pages of other origins', async () => {
    const { ask, pairOf } = eqpWorld();
    const { id, secret } = await pairOf('sandbox');
    const headers = { 'content-type': 'application/json', authorization: basic(id, secret) };
    const from = (origin: string): Promise<string | number> =>
      outcome(ask('sandbox', undefined, undefined, { headers: { ...headers, origin } }));
    assert.equal(await from('https://elsewhere.example'), '403 origin-not-allowed');
    assert.equal(await from('http://gateway.test'), 200);
  });

  it('takes the pair nowhere else, and no token in its place', async () => {
    const { ask, call, pairOf } = eqpWorld();
    const { id, secret } = await pairOf('sandbox');
    const { ust } = await answerOf(ask('sandbox', basic(id, secret)));
    const headers = { authorization: basic(id, secret) };
    assert.equal(await outcome(call('/eqp-sandbox/rest/v1/products', { headers })), '401 credential-required');
    assert.equal(await outcome(ask('sandbox', `Bearer ${ust}`)), '401 credential-required');
    assert.equal(await outcome(ask('sandbox', basic(id, ust))), '401 unknown-credential');
  });
});

describe('sandbox and production (SPEC E2)', () => {
  it('refuse each other’s pairs and session tokens', async () => {
    const { ask, use, pairOf } = eqpWorld();
    const pairs = { sandbox: await pairOf('sandbox'), production: await pairOf('production') };
    for (const [own, other] of [
      ['sandbox', 'production'],
      ['production', 'sandbox'],
    ] as const) {
      const pair = basic(pairs[own].id, pairs[own].secret);
      assert.equal(await outcome(ask(other, pair)), '403 no-access');
      const { ust } = await answerOf(ask(own, pair));
      assert.deepEqual([await use(own, ust), await use(other, ust)], [200, '403 no-access']);
    }
  });
});

describe('session tokens that were already issued (SPEC C7)', () => {
  it('work on after regenerate and delete; the old pair gets no other at once', async () => {
    const { ask, use, pairOf, registry, fence, clock } = eqpWorld();
    const { order, id, secret } = await pairOf('sandbox');
    const first = await answerOf(ask('sandbox', basic(id, secret)));
    const [newId = '', newSecret = ''] = valuesOf(await registry.provision(order, fence()));
    assert.equal(await outcome(ask('sandbox', basic(id, secret))), '401 unknown-credential');
    const second = await answerOf(ask('sandbox', basic(newId, newSecret)));
    await registry.remove(order.id, fence());
    assert.equal(await outcome(ask('sandbox', basic(newId, newSecret))), '401 unknown-credential');
    for (const { ust } of [first, second])
      assert.deepEqual([await use('sandbox', ust), await use('production', ust)], [200, '403 no-access']);
    clock.advance(7_200_000);
    for (const { ust } of [first, second]) assert.equal(await use('sandbox', ust), '401 token-expired');
  });
});

describe('the client’s session tokens at the gateway (SPEC E3)', () => {
  it('are fetched, kept apart, and fetched again when they have expired', async () => {
    const { call, pairOf, clock, uses } = eqpWorld();
    const credentials = { sandbox: await pairOf('sandbox'), production: await pairOf('production') };
    const origin = 'https://gateway.test';
    const environmentAt = (name: 'sandbox' | 'production') => ({
      tokenUrl: `${origin}/gateway/test/eqp-${name}${tokenPath}`,
      credential: { applicationId: credentials[name].id, applicationSecret: credentials[name].secret },
    });
    const tokens = createSessionTokens({
      environments: { sandbox: environmentAt('sandbox'), production: environmentAt('production') },
      // Its clock stands still: it learns from the gateway that a token has expired.
      now: () => 0,
      fetch: async (request) =>
        call(request.url.slice(`${origin}/gateway/test`.length), {
          method: request.method,
          headers: request.headers,
          ...(request.body && { body: await request.text() }),
        }),
    });
    const products = (environment: 'sandbox' | 'production', at = environment): Promise<string | number> =>
      outcome(tokens.fetch(environment, `${origin}/gateway/test/eqp-${at}/rest/v1/products`));

    assert.deepEqual([await products('sandbox'), await products('production')], [200, 200]);
    assert.equal(await products('sandbox', 'production'), '403 no-access');
    const issued = (): number => uses.filter(([, until]) => until !== undefined).length;
    assert.equal(issued(), 2);
    clock.advance(7_200_000);
    assert.equal(await products('sandbox'), 200);
    assert.equal(issued(), 3);
  });
});
