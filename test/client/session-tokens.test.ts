import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import {
  SecretValue,
  createSessionTokens,
  isApiError,
  isMarketplaceError,
  type SessionTokenOptions,
  type SessionTokens,
} from '../../src/index.js';
import { rejection } from './fake-marketplace.js';

const canary = 'lk_fake_cAnArY0123456789';
const tokenPath = '/rest/v1/app/session/token';
const hosts = { sandbox: 'https://sandbox.example', production: 'https://production.example' };
type Environment = keyof typeof hosts;

interface World {
  tokens: SessionTokens<Environment>;
  /** What was sent, by address. */
  sent: Request[];
  /** How many tokens were asked for. */
  exchanges(): number;
  clock: { now: number };
}

/** What the server says: tokens that name their host and count up, and `fine` to every call with one. */
function world(
  answers: { token?: (request: Request) => Response | Promise<Response>; call?: (request: Request) => Response } = {},
  options: Partial<SessionTokenOptions<Environment>> = {},
): World {
  const sent: Request[] = [];
  const clock = { now: 0 };
  let count = 0;
  const isExchange = ({ url }: Request): boolean => url.endsWith(tokenPath);
  const environmentAt = (name: Environment): SessionTokenOptions['environments'][string] => ({
    tokenUrl: hosts[name] + tokenPath,
    credential: { applicationId: `id-${name}`, applicationSecret: new SecretValue(`${canary}-${name}`) },
  });
  const tokens = createSessionTokens<Environment>({
    environments: { sandbox: environmentAt('sandbox'), production: environmentAt('production') },
    now: () => clock.now,
    fetch: async (request) => {
      sent.push(request.clone());
      if (!isExchange(request)) return answers.call?.(request) ?? new Response('fine');
      const ust = `${new URL(request.url).hostname}-${++count}`;
      return answers.token?.(request) ?? Response.json({ ust, expires_in: 3600 });
    },
    ...options,
  });
  return { tokens, sent, clock, exchanges: () => sent.filter(isExchange).length };
}

const codeOf = (error: unknown): unknown => (isMarketplaceError(error) ? error.code : error);

describe('createSessionTokens', () => {
  it('exchanges the pair by HTTP Basic and JSON (SPEC E3)', async () => {
    const { tokens, sent } = world({}, { expiresInSeconds: 600 });
    assert.equal(await tokens.token('sandbox'), 'sandbox.example-1');
    const [request] = sent;
    assert.equal(request?.method, 'POST');
    assert.equal(request?.headers.get('authorization'), `Basic ${btoa(`id-sandbox:${canary}-sandbox`)}`);
    assert.equal(request?.headers.get('content-type'), 'application/json');
    assert.deepEqual(await request?.json(), { grant_type: 'session', expires_in: 600 });
  });

  it('asks for the secret when it is needed, if it is a function, in any alphabet', async () => {
    const source = mock.fn(async () => 'gehëim');
    const environment = { tokenUrl: hosts.sandbox, credential: { applicationId: 'ä', applicationSecret: source } };
    const sent: Request[] = [];
    const tokens = createSessionTokens({
      environments: { sandbox: environment },
      fetch: (request) => {
        sent.push(request);
        return Response.json({ ust: 't', expires_in: 60 });
      },
    });
    assert.equal(source.mock.callCount(), 0);
    await tokens.token('sandbox');
    await tokens.token('sandbox');
    assert.equal(source.mock.callCount(), 1);
    const basic = sent[0]?.headers.get('authorization')?.slice('Basic '.length) ?? '';
    assert.equal(Buffer.from(basic, 'base64').toString(), 'ä:gehëim');
  });

  it('keeps a token until shortly before it expires', async () => {
    const { tokens, clock, exchanges } = world();
    const first = await tokens.token('sandbox');
    clock.now = 3_600_000 - 30_001;
    assert.equal(await tokens.token('sandbox'), first);
    clock.now += 1;
    assert.notEqual(await tokens.token('sandbox'), first);
    assert.equal(exchanges(), 2);
  });

  it('uses most of the time of a short one', async () => {
    const { tokens, clock, exchanges } = world({ token: () => Response.json({ ust: 't', expires_in: 10 }) });
    await tokens.token('sandbox');
    clock.now = 8_999;
    await tokens.token('sandbox');
    assert.equal(exchanges(), 1);
    clock.now = 9_000;
    await tokens.token('sandbox');
    assert.equal(exchanges(), 2);
  });

  it('counts its time from when it was asked for', async () => {
    const { tokens, clock, exchanges } = world({
      token: () => {
        clock.now += 5_000;
        return Response.json({ ust: 't', expires_in: 10 });
      },
    });
    await tokens.token('sandbox');
    clock.now = 9_000;
    await tokens.token('sandbox');
    assert.equal(exchanges(), 2);
  });

  it('shares one request between callers at the same time', async () => {
    const { tokens, exchanges } = world();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.token('sandbox')));
    assert.deepEqual([new Set(all).size, exchanges()], [1, 1]);
  });

  it('does not end the others’ request when one caller gives up', async () => {
    let answer = (_: Response): void => undefined;
    const { tokens, exchanges } = world({ token: () => new Promise((resolve) => (answer = resolve)) });
    const controller = new AbortController();
    const patient = tokens.token('sandbox');
    const impatient = rejection(tokens.token('sandbox', { signal: controller.signal }));
    controller.abort(new Error('enough'));
    assert.equal(((await impatient) as Error).message, 'enough');
    answer(Response.json({ ust: 'late', expires_in: 60 }));
    assert.equal(await patient, 'late');
    assert.equal(await tokens.token('sandbox'), 'late');
    assert.equal(exchanges(), 1);
    const gone = AbortSignal.abort(new Error('gone'));
    assert.equal(((await rejection(tokens.token('production', { signal: gone }))) as Error).message, 'gone');
    assert.equal(exchanges(), 1);
  });

  it('never mixes environments (SPEC E2)', async () => {
    const { tokens, sent, exchanges } = world();
    const [sandbox, production] = await Promise.all([tokens.token('sandbox'), tokens.token('production')]);
    assert.match(sandbox, /^sandbox/);
    assert.match(production, /^production/);
    for (const request of sent) {
      const name = new URL(request.url).hostname.split('.')[0] ?? '';
      assert.match(atob(request.headers.get('authorization')?.slice(6) ?? ''), new RegExp(`^id-${name}:.*-${name}$`));
    }
    tokens.forget('sandbox');
    assert.equal(await tokens.token('production'), production);
    assert.notEqual(await tokens.token('sandbox'), sandbox);
    tokens.forget();
    await tokens.token('production');
    assert.equal(exchanges(), 4);
  });

  it('knows no environment but those it was given', async () => {
    const { tokens, sent } = world();
    for (const name of ['staging', 'constructor', '__proto__']) {
      assert.equal(codeOf(await rejection(tokens.token(name as Environment))), 'configuration');
      assert.equal(codeOf(await rejection(tokens.fetch(name as Environment, hosts.sandbox))), 'configuration');
    }
    assert.deepEqual(sent, []);
  });

  it('sends secrets over https and to loopback addresses only', () => {
    const make = (tokenUrl: string): unknown =>
      createSessionTokens({
        environments: { sandbox: { tokenUrl, credential: { applicationId: 'a', applicationSecret: canary } } },
      });
    for (const good of ['https://x.example/t', 'http://127.0.0.1:1/t', 'http://localhost/t', 'http://[::1]/t'])
      assert.ok(make(good));
    for (const bad of [
      'http://x.example/t',
      'ftp://x.example',
      '/t',
      'https://a:b@x.example/',
      'http://localhost.evil/',
    ])
      assert.throws(
        () => make(bad),
        (error) => codeOf(error) === 'configuration',
        bad,
      );
  });
});

describe('fetch with a session token', () => {
  it('carries the token, and everything else as it was', async () => {
    const { tokens, sent } = world();
    const response = await tokens.fetch('production', `${hosts.production}/products?x=1`, {
      method: 'PUT',
      headers: { 'x-own': 'kept', authorization: 'mine' },
      body: 'content',
    });
    assert.equal(await response.text(), 'fine');
    const call = sent[1];
    assert.deepEqual([call?.method, call?.url], ['PUT', `${hosts.production}/products?x=1`]);
    assert.equal(call?.headers.get('authorization'), 'Bearer production.example-1');
    assert.equal(call?.headers.get('x-own'), 'kept');
    assert.equal(await call?.text(), 'content');
  });

  it('gets a new token once when the one it has is refused, and sends everything again', async () => {
    const { tokens, sent, exchanges } = world({
      call: ({ headers }) =>
        headers.get('authorization') === 'Bearer sandbox.example-1'
          ? new Response('no', { status: 401 })
          : new Response('fine'),
    });
    const init = { method: 'POST', body: 'content' };
    const response = await tokens.fetch('sandbox', new Request(`${hosts.sandbox}/products`, init));
    assert.equal(response.status, 200);
    assert.deepEqual(await Promise.all([sent[1]?.text(), sent[3]?.text()]), ['content', 'content']);
    assert.equal(exchanges(), 2);
  });

  it('answers the second refusal as it is', async () => {
    const { tokens, exchanges } = world({ call: () => new Response('no', { status: 401 }) });
    const response = await tokens.fetch('sandbox', `${hosts.sandbox}/products`);
    assert.deepEqual([response.status, await response.text(), exchanges()], [401, 'no', 2]);
  });

  it('gets one new token for all whose token is refused at the same time', async () => {
    const { tokens, exchanges } = world({
      call: ({ headers }) => new Response(null, { status: headers.get('authorization')?.endsWith('-1') ? 401 : 200 }),
    });
    const calls = Array.from({ length: 10 }, () => tokens.fetch('sandbox', `${hosts.sandbox}/products`));
    assert.deepEqual(new Set((await Promise.all(calls)).map(({ status }) => status)), new Set([200]));
    assert.equal(exchanges(), 2);
  });

  it('gives a token to no other origin', async () => {
    const { tokens, sent } = world();
    for (const url of [hosts.production, 'https://sandbox.example.evil/', 'http://sandbox.example/'])
      assert.equal(codeOf(await rejection(tokens.fetch('sandbox', url))), 'configuration');
    assert.deepEqual(sent, []);
  });

  it('heeds the signal while it waits for a token', async () => {
    const { tokens, sent } = world({ token: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const call = rejection(tokens.fetch('sandbox', hosts.sandbox, { signal: controller.signal }));
    controller.abort(new Error('enough'));
    assert.equal(((await call) as Error).message, 'enough');
    assert.equal(sent.length, 1);
  });
});

describe('what goes wrong with session tokens', () => {
  it('has a code, holds no secret, and is forgotten with the next call', async () => {
    const leak = `${canary}-sandbox`;
    const answers: [() => Response, string][] = [
      [() => Response.json({ code: leak, detail: leak }, { status: 401 }), 'unauthenticated'],
      [() => new Response(leak, { status: 403 }), 'forbidden'],
      [() => new Response(leak, { status: 429, headers: { 'retry-after': '7' } }), 'rate-limited'],
      [() => new Response(leak, { status: 503 }), 'unavailable'],
      [() => new Response(leak, { status: 418 }), 'unknown'],
      [() => new Response(leak), 'invalid-response'],
      [() => Response.json({ ust: leak }), 'invalid-response'],
      [() => Response.json({ ust: `${leak}\n`, expires_in: 60 }), 'invalid-response'],
      [() => Response.json({ ust: leak, expires_in: 0 }), 'invalid-response'],
      [() => Response.json(null), 'invalid-response'],
      [
        () => {
          throw new TypeError(leak);
        },
        'network',
      ],
    ];
    for (const [answer, code] of answers) {
      let isBroken = true;
      const { tokens } = world({
        token: () => (isBroken ? answer() : Response.json({ ust: 'good', expires_in: 60 })),
      });
      const error = await rejection(tokens.token('sandbox'));
      assert.equal(codeOf(error), code);
      const printed = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
      assert.ok(!printed.includes(canary) && !printed.includes(btoa(canary).slice(0, 12)), printed);
      if (code === 'rate-limited') assert.ok(isApiError(error) && error.retryAfterMs === 7000);
      isBroken = false;
      assert.equal(await tokens.token('sandbox'), 'good');
    }
  });

  it('passes on what the function that knows the secret throws', async () => {
    const own = new Error('no secret today');
    const environment = {
      tokenUrl: hosts.sandbox,
      credential: {
        applicationId: 'a',
        applicationSecret: () => {
          throw own;
        },
      },
    };
    const tokens = createSessionTokens({ environments: { sandbox: environment } });
    assert.equal(await rejection(tokens.token('sandbox')), own);
  });

  it('is a timeout when nothing comes, whether the request heeds its signal or not', async () => {
    const timeout = mock.method(AbortSignal, 'timeout', () => AbortSignal.abort(new Error('time is up')));
    const { tokens } = world({ token: () => new Promise(() => undefined) });
    const error = await rejection(tokens.token('sandbox'));
    timeout.mock.restore();
    assert.equal(codeOf(error), 'timeout');
  });

  it('prints no secret of what it was given', () => {
    const { tokens } = world();
    assert.ok(!inspect(tokens, { depth: 9, showHidden: true }).includes(canary));
  });
});
