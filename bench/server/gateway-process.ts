// A gateway with one API key, a proxy that checks nothing, or the API behind them, in a process of its own:
// `gateway-process.ts gateway|proxy <upstream's address>`, `gateway-process.ts upstream <ms>`
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createForwarder } from '../../demo/server/forward.js';
import { createGateway } from '../../demo/server/gateway.js';
import { createKeyRegistry, createSqlStore, registryKinds, systemClock } from '../../src/marketplace/index.js';
import { openPglite } from '../../src/marketplace/stores/pglite.js';

/** Answers a request, by and by. */
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Running {
  listener: Listener;
  key: string;
}

const [role, argument = ''] = process.argv.slice(2);

async function gateway(upstreamUrl: string): Promise<Running> {
  const store = await createSqlStore(await openPglite(), registryKinds);
  const registry = createKeyRegistry({ store, clock: systemClock });
  const order = {
    id: 'cred_bench',
    name: 'Bench',
    applicationId: 'app_bench',
    kind: 'api-key' as const,
    data: {},
    resources: [{ id: 'orders', grantRequired: true }],
  };
  const { fields } = await registry.provision(order, '1');
  await registry.grant({ id: 'grant_bench', applicationId: 'app_bench', resourceId: 'orders' }, '1');
  const app = createGateway({
    basePath: '/gateway',
    registry,
    schemes: [{ kind: 'header', name: 'X-API-Key' }],
    upstreamUrl,
    onUse: () => undefined,
  });
  return { listener: getRequestListener(app.fetch, { overrideGlobalObjects: false }), key: fields[0]!.value };
}

/** The same hop without a check. */
function proxy(upstreamUrl: string): Listener {
  const forward = createForwarder({ upstreamUrl, withoutHeaders: [] });
  const app = new Hono();
  app.get('/gateway/*', (c) => forward(c.req.raw, new URL(c.req.url).pathname.slice('/gateway'.length)));
  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
}

/** An API that takes `ms` to answer, as one does that asks a database. */
function upstream(ms: number): Listener {
  const body = JSON.stringify({ items: Array.from({ length: 20 }, (_, i) => ({ id: `ord_${i}`, total: i * 10 })) });
  return (request, response) => {
    request.resume();
    const answer = (): void => void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    if (ms > 0) setTimeout(answer, ms);
    else answer();
  };
}

const roles: Record<string, () => Running | Promise<Running>> = {
  gateway: () => gateway(argument),
  proxy: () => ({ listener: proxy(argument), key: '' }),
  upstream: () => ({ listener: upstream(Number(argument)), key: '' }),
};
const start = roles[role ?? ''];
if (!start) throw new Error(`no such role: ${role ?? 'none'}`);
const { listener, key } = await start();
const server = createServer((request, response) => void listener(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, key }));
});
process.stdin.on('end', () => process.exit(0)).resume();
