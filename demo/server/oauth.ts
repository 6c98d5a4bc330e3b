import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { errors as joseErrors, importJWK, jwtVerify, type JWK } from 'jose';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { InvalidTarget } from 'oidc-provider/lib/helpers/errors.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { KeyRegistry } from '../../src/marketplace/index.js';
import { logError, problem } from './problem.js';

const tokenSeconds = 600;

export interface TokenServiceOptions {
  /** Where it is mounted, e.g. `http://127.0.0.1:4400/oauth/amplify`: the token endpoint is `/token` below it. */
  issuer: string;
  /** What its tokens are for: the gateway's address. */
  audience: string;
  /** Knows the clients. */
  registry: KeyRegistry;
  /** Signs tokens: a private P-256 key with a `kid`. */
  signingKey: JWK;
}

/** Gives OAuth clients access tokens (client credentials) for the gateway, and tells the gateway whose a token is. */
export interface TokenService {
  /** Answers the requests below the issuer's path. */
  readonly listener: RequestListener;
  /** The client that a token was issued to. Whether the client may still call is the registry's to say. */
  clientOf(token: string): Promise<{ clientId: string } | { refused: 'token-expired' | 'invalid-token' }>;
}

/** The endpoints there are: whatever else the library could answer is for people who sign in, and here nobody does. */
const endpoints = new Set(['/token', '/jwks']);

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

/** Where the library keeps what has to be kept: nowhere. Tokens are signed statements, and nobody has a session. */
const emptyAdapter: Adapter = {
  find: nothing,
  upsert: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
  findByUserCode: nothing,
  findByUid: nothing,
};

/** The registry's enabled OAuth clients, as the library wants to have them. Looked up for every request. */
const clientAdapter = (registry: KeyRegistry): Adapter => ({
  ...emptyAdapter,
  async find(clientId): Promise<AdapterPayload | undefined> {
    // No text from outside that is no client id of ours reaches the database.
    if (!/^lk_client_[0-9A-Za-z]+$/.test(clientId)) return undefined;
    const client = await registry.findByClientId(clientId);
    if (!client?.enabled) return undefined;
    return {
      client_id: clientId,
      // The hash: see compareClientSecret.
      client_secret: client.secretHash,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'client_secret_basic',
    };
  },
});

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Makes the token service of one marketplace's gateway. */
export async function createTokenService(options: TokenServiceOptions): Promise<TokenService> {
  const { issuer, audience, registry, signingKey } = options;
  const clients = clientAdapter(registry);
  const provider = new Provider(issuer, {
    adapter: (name: string) => (name === 'Client' ? clients : emptyAdapter),
    jwks: { keys: [signingKey] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    responseTypes: [],
    scopes: [],
    // Browsers name the origin of a page even to its own server.
    clientBasedCORS: (ctx, origin) => origin === ctx.origin,
    ttl: { ClientCredentials: tokenSeconds },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo(_, resource) {
          if (resource !== audience) throw new InvalidTarget();
          return {
            audience,
            scope: '',
            accessTokenFormat: 'jwt',
            accessTokenTTL: tokenSeconds,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
  });
  // The registry has hashes of secrets only. https://github.com/panva/node-oidc-provider/discussions/1410
  provider.Client.prototype.compareClientSecret = function compareClientSecret(actual) {
    return timingSafeEqual(hash(actual), Buffer.from(this.clientSecret ?? '', 'hex'));
  };
  provider.on('server_error', (_, error) => logError(error));

  const { d: _, ...publicJwk } = signingKey;
  const publicKey = await importJWK(publicJwk, 'ES256');
  const mount = new URL(issuer).pathname;
  const answer = provider.callback();

  return {
    listener(request, response) {
      const url = request.url ?? '';
      if (!endpoints.has(url.slice(mount.length).split('?')[0] ?? '')) {
        const { status, headers } = problem(404, 'not-found');
        response.writeHead(status, Object.fromEntries(headers)).end();
        return;
      }
      // As frameworks do it for a mounted handler: the library finds its own address from the difference.
      Object.assign(request, { originalUrl: url, url: url.slice(mount.length) });
      void answer(request, response);
    },

    async clientOf(token) {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          issuer,
          audience,
          algorithms: ['ES256'],
          typ: 'at+jwt',
          requiredClaims: ['exp', 'client_id'],
        });
        return { clientId: String(payload['client_id']) };
      } catch (error) {
        return { refused: error instanceof joseErrors.JWTExpired ? 'token-expired' : 'invalid-token' };
      }
    },
  };
}
