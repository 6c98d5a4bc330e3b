import type { RequestListener } from 'node:http';
import { Hono } from 'hono';
import type { JWK } from 'jose';
import { ApiError, type AuthenticationScheme, type Marketplace } from '../../src/contract/index.js';
import {
  createKeyRegistry,
  createMarketplace,
  createMarketplaceHandler,
  createSqlStore,
  isShareToken,
  kinds,
  putSample,
  registryKinds,
  type Clock,
  type Sample,
  type SampleSystem,
  type Sql,
  type SystemId,
  type Vault,
} from '../../src/marketplace/index.js';
import { inSchema } from './database.js';
import { createGateway } from './gateway.js';
import { createTokenService } from './oauth.js';
import { isNew, putPast } from './past/put-past.js';
import { withHoldings, withPeople } from './past/teams.js';
import { logError } from './problem.js';
import { withProvisioningTime } from './provisioning-time.js';
import { bearerOf, type SignIn } from './sign-in.js';
import { createUsageRecorder } from './usage.js';

const sweepEveryMs = 5_000;
const usageEveryMs = 1000;
const agentEveryMs = 250;
/** The data plane is in this process and answers at once: what an agent left undone when it died is soon due again. */
const leaseMs = 1000;

/** One of the demo's marketplaces, and where its parts are. */
export interface MarketplaceSystemOptions {
  /** In addresses and as the name of its tables' schema, e.g. `amplify`. */
  id: SystemId;
  /** Its rules, what it offers at the start, and who is there. */
  system: SampleSystem;
  /** Where the demo is, without a slash at the end. */
  origin: string;
  sql: Sql;
  clock: Clock;
  vault: Vault;
  signIn: Pick<SignIn, 'authenticate'>;
  signingKey: JWK;
  upstreamUrl: string;
  provisionMs: number;
  /** Whether it is without the teams that have been there for a while, and what they did. */
  startsEmpty: boolean;
}

/** A whole marketplace, at work: its API, its data plane, its token service, its agent. */
export interface MarketplaceSystem {
  /** The API below `/api/<id>/v1` and the gateway below `/gateway/<id>`. */
  readonly routes: Hono;
  /** The path of its token service. */
  readonly oauthPath: string;
  readonly oauthListener: RequestListener;
  /** Resolves if its store answers. */
  ping(): Promise<void>;
  clockMoved(): Promise<void>;
  /** Ends its work in good order. */
  stop(): Promise<void>;
}

/** All the ways in which its resources have calls carry credentials, each once. */
function schemesOf({ resources }: Sample): AuthenticationScheme[] {
  const schemes = resources.flatMap(({ credentialTypes }) => credentialTypes.map(({ scheme }) => scheme));
  return [...new Map(schemes.map((scheme) => [JSON.stringify(scheme), scheme])).values()];
}

/** Puts one marketplace together on the shared database and sets it to work. */
export async function startMarketplaceSystem(options: MarketplaceSystemOptions): Promise<MarketplaceSystem> {
  const { id, origin, clock, vault, signIn, startsEmpty } = options;
  const system = startsEmpty ? options.system : withPeople(id, options.system);
  const [apiPath, gatewayPath, oauthPath] = [`/api/${id}/v1`, `/gateway/${id}`, `/oauth/${id}`];
  const gatewayUrl = origin + gatewayPath;
  const issuer = origin + oauthPath;

  const sql = inSchema(options.sql, id);
  const store = await createSqlStore(sql, kinds);
  const registryStore = await createSqlStore(sql, registryKinds);
  const registryAt = (clock: Clock) => createKeyRegistry({ store: registryStore, clock, pairNames: system.pairNames });
  const registry = registryAt(clock);
  const marketplace = createMarketplace({
    id,
    name: system.name,
    policy: system.policy,
    store,
    clock,
    vault,
    dataPlane: withProvisioningTime(registry, options.provisionMs),
    agent: { leaseMs, onError: logError },
  });
  const now = clock.now();
  const catalogue = system.sample({ gatewayUrl, tokenUrl: `${issuer}/token`, now });
  const sample = startsEmpty ? catalogue : withHoldings(id, catalogue, now);
  const hasPast = !startsEmpty && (await isNew(sql, store));
  await putSample(store, sample);
  if (hasPast) await putPast({ id, system, store, vault, dataPlaneAt: registryAt, now });
  // The last process may have died right after it moved the clock.
  await marketplace.clockMoved();

  /** The marketplace as whoever makes the request may use it: the holder of a share link, or somebody signed in. */
  async function marketplaceFor(request: Request): Promise<Marketplace> {
    const token = bearerOf(request);
    if (token !== undefined && isShareToken(token)) return marketplace.withShareToken(token);
    const { id: personId } = await signIn.authenticate(request);
    const person = system.people.find((candidate) => candidate.id === personId);
    if (!person) throw new ApiError('unauthenticated', 'nobody of this marketplace');
    return marketplace.as(person);
  }

  const api = createMarketplaceHandler({
    basePath: apiPath,
    marketplaceFor,
    onError: logError,
  });
  const tokens = await createTokenService({ issuer, audience: gatewayUrl, registry, signingKey: options.signingKey });
  const usage = createUsageRecorder((uses) => marketplace.recordUse(uses), clock, usageEveryMs);
  const gateway = createGateway({
    basePath: gatewayPath,
    registry,
    schemes: schemesOf(sample),
    tokens,
    upstreamUrl: options.upstreamUrl,
    onUse: (credentialId, sessionsUntil) => usage.note(credentialId, sessionsUntil),
  });

  const routes = new Hono();
  routes.all(`${apiPath}/*`, async (c) => {
    const response = await api(c.req.raw);
    // Before the handler knows who asks it does not know the time either; clients go by the marketplace's.
    if (!response.headers.has('date')) response.headers.set('date', new Date(clock.now()).toUTCString());
    return response;
  });
  routes.route('/', gateway);

  const stopping = new AbortController();
  const agent = marketplace.agent.run(stopping.signal, agentEveryMs);
  const sweep = async (): Promise<void> => {
    await marketplace.sweep();
    await registry.sweep();
  };
  const sweeper = setInterval(() => void sweep().catch(logError), sweepEveryMs);

  return {
    routes,
    oauthPath,
    oauthListener: tokens.listener,
    ping: async () => void (await store.read((tx) => tx.count('team', {}))),
    clockMoved: () => marketplace.clockMoved(),
    async stop() {
      stopping.abort();
      clearInterval(sweeper);
      await agent;
      await usage.stop();
    },
  };
}
