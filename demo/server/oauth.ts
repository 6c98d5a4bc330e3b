import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { decodeProtectedHeader, errors as joseErrors, importJWK, jwtVerify, type JWK } from 'jose';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { InvalidClientAuth, InvalidTarget } from 'oidc-provider/lib/helpers/errors.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { KeyRegistry } from '../../src/marketplace/index.js';
import { logError, problem } from './problem.js';

const tokenSeconds = 600;
/** How long a client's signed statement of who it is may be good for: it is remembered so long. */
const longestAssertionSeconds = 3600;

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

/** The name that the client being proven gives its key. It has one only, so any name will do. */
function keyName(): { kid?: string } {
  const assertion: unknown = Provider.ctx?.oidc?.params?.['client_assertion'];
  try {
    const { kid } = decodeProtectedHeader(String(assertion));
    return typeof kid === 'string' ? { kid } : {};
  } catch {
    return {};
  }
}

/** The registry's OAuth clients that may have tokens, as the library wants to have them. Looked up for every request. */
const clientAdapter = (registry: KeyRegistry): Adapter => ({
  ...emptyAdapter,
  async find(clientId): Promise<AdapterPayload | undefined> {
    const client = await registry.identify({ by: 'client', id: clientId });
    if (!client || registry.standingRefusal(client)) return undefined;
    const { publicKey } = client.credential;
    return {
      client_id: clientId,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      ...(publicKey
        ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [{ ...publicKey, ...keyName() }] } }
        : // The registry alone knows secrets: see compareClientSecret.
          { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'in the registry' }),
    };
  },
});

/** Where signed statements of who a client is are remembered, so that none is good twice, in whichever process. */
const replayAdapter = (registry: KeyRegistry): Adapter => ({
  ...emptyAdapter,
  async upsert(id, _, expiresInSeconds = longestAssertionSeconds) {
    const name = `assertion ${createHash('sha256').update(id).digest('base64url')}`;
    if (!(await registry.happensFirst(name, Date.now() + expiresInSeconds * 1000))) throw new InvalidClientAuth();
  },
});

/** Makes the token service of one marketplace's gateway. */
export async function createTokenService(options: TokenServiceOptions): Promise<TokenService> {
  const { issuer, audience, registry, signingKey } = options;
  const adapters: Partial<Record<string, Adapter>> = {
    Client: clientAdapter(registry),
    ReplayDetection: replayAdapter(registry),
  };
  const provider = new Provider(issuer, {
    adapter: (name: string) => adapters[name] ?? emptyAdapter,
    jwks: { keys: [signingKey] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'] },
    assertJwtClientAuthClaimsAndHeader(_, claims) {
      const latest = Date.now() / 1000 + longestAssertionSeconds;
      if (!(Number(claims['exp']) <= latest)) throw new InvalidClientAuth();
    },
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
  provider.Client.prototype.compareClientSecret = async function compareClientSecret(actual) {
    return (await registry.identify({ by: 'client', id: this.clientId, secret: actual })) !== undefined;
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
