import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { openApiDocument } from '../../src/contract/openapi.js';
import { createVault, samplePeople, sampleSystems, type SystemId } from '../../src/marketplace/index.js';
import { clockRoutes } from './clock-routes.js';
import type { DemoConfig } from './config.js';
import { openDataFolder, type DataFolder } from './data-folder.js';
import { checkVault, openDatabase } from './database.js';
import { openDemoClock } from './demo-clock.js';
import { startMarketplaceSystem, type MarketplaceSystem } from './marketplace-system.js';
import { createPages } from './pages.js';
import { peopleOfPast } from './past/teams.js';
import { problem, problemOf } from './problem.js';
import { refuseAfterBody } from './refused-body.js';
import { createSignIn, sameOriginOnly } from './sign-in.js';
import { createUpstream } from './upstream.js';

/** The demo, running. */
export interface Demo {
  /** Where it is, e.g. `http://127.0.0.1:4400`. */
  readonly origin: string;
  /** Ends it in good order: nothing is left half done, and another process can take the data folder. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const graceMs = 300;
/** The marketplaces there are, by their ids. */
const marketplaces = Object.entries(sampleSystems) as [SystemId, (typeof sampleSystems)[SystemId]][];

/** Listens, and answers once there is something to answer with. */
async function listen(host: string, port: number, listener: Promise<RequestListener>): Promise<Server> {
  const server = createServer((request, response) => void listener.then((handle) => handle(request, response)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Where people on this machine reach a server that listens at `host`. */
function originOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? loopback : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Ends a server: answers in the making have a moment, streams of events none; their clients come back by themselves. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

async function newSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return JSON.stringify(jwk);
}

const bytesKept = (folder: DataFolder, name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Buffer.from(
      folder.keep(name, () => randomBytes(32).toString('base64')),
      'base64',
    ),
  );

/**
 * Starts the demo: portal, marketplaces, gateways and what is behind them, in this process.
 *
 * @throws {FolderInUseError} if another process holds the data folder; the system's error if the address is taken.
 */
export async function startDemo(config: DemoConfig): Promise<Demo> {
  const ends: (() => unknown)[] = [];
  /** Undoes what was done, the last first. */
  const end = async (): Promise<void> => {
    for (const step of ends.splice(0).reverse()) await step();
  };
  try {
    const folder = openDataFolder(config.dataFolder, { shared: config.databaseUrl !== undefined });
    ends.push(() => folder.release());

    let ready: (listener: RequestListener) => void = () => undefined;
    const listener = new Promise<RequestListener>((resolve) => (ready = resolve));
    const server = await listen(config.host, config.port, listener);
    ends.push(() => close(server));
    const listening = originOf(config.host, portOf(server));
    const origin = config.origin ?? listening;

    const upstream = await listen(
      loopback,
      0,
      Promise.resolve(getRequestListener(createUpstream().fetch, { overrideGlobalObjects: false })),
    );
    ends.push(() => close(upstream));

    const sql = await openDatabase(folder.path, config.databaseUrl);
    ends.push(() => sql.close());
    const clock = await openDemoClock(sql);
    const vault = await createVault(config.secretKey ?? bytesKept(folder, 'secret.key'));
    await checkVault(sql, vault);
    const signIn = createSignIn({
      people: config.startsEmpty ? samplePeople : [...peopleOfPast('amplify'), ...samplePeople],
      key: bytesKept(folder, 'session.key'),
      tokenSeconds: config.tokenSeconds,
    });
    const newKey = await newSigningKey();
    const signingKey = JSON.parse(folder.keep('oauth-key.json', () => newKey)) as JWK;

    const systems: MarketplaceSystem[] = [];
    for (const [id, marketplace] of marketplaces) {
      const system = await startMarketplaceSystem({
        id,
        system: marketplace,
        origin,
        sql,
        clock,
        vault,
        signIn,
        signingKey,
        upstreamUrl: `http://${loopback}:${portOf(upstream)}`,
        provisionMs: config.provisionMs,
        startsEmpty: config.startsEmpty,
      });
      ends.push(() => system.stop());
      systems.push(system);
    }

    const app = new Hono<{ Bindings: HttpBindings }>();
    app.onError(problemOf);
    app.notFound((c) => c.text('There is nothing here.', 404));
    app.use(refuseAfterBody);
    for (const system of systems) app.route('/', system.routes);
    const servers = marketplaces.map(([id, { name }]) => ({ url: `/api/${id}/v1`, description: name }));
    const document = openApiDocument({ servers });
    app.get('/api/openapi.json', (c) => c.json(document));
    app.get('/healthz', async (c) => {
      try {
        for (const system of systems) await system.ping();
        return c.json({ status: 'ok' });
      } catch {
        return problem(503, 'unavailable');
      }
    });
    app.use('/demo/*', sameOriginOnly);
    app.route('/demo', signIn.routes);
    app.route(
      '/demo',
      clockRoutes(clock, signIn.signedIn, async () => {
        for (const system of systems) await system.clockMoved();
      }),
    );
    app.route('/', createPages(origin));

    const toApp = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    ready((request, response) => {
      const path = request.url ?? '';
      const system = systems.find(({ oauthPath }) => path.startsWith(`${oauthPath}/`));
      return system ? system.oauthListener(request, response) : void toApp(request, response);
    });
    ends.push(() => close(server)); // before what answers its requests ends
    return { origin: listening, close: end };
  } catch (error) {
    await end();
    throw error;
  }
}
