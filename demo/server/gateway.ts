import { Hono } from 'hono';
import type { AuthenticationScheme } from '../../src/contract/index.js';
import type { Caller, KeyRegistry, Refusal } from '../../src/marketplace/index.js';
import { callCredentials, type Shown } from './call-credentials.js';
import { createForwarder } from './forward.js';
import type { TokenService } from './oauth.js';
import { problem, problemOf } from './problem.js';
import { exchangePair } from './session-tokens.js';

export interface GatewayOptions {
  /** Where it stands, e.g. `/gateway/amplify`. */
  basePath: string;
  registry: KeyRegistry;
  /**
   * How calls carry credentials. One of kind `session` has its tokens issued at the path of its `tokenUrl`, which is
   * below the resource that they are for.
   */
  schemes: readonly AuthenticationScheme[];
  /** Knows access tokens, for schemes of kind `oauth2`. */
  tokens?: Pick<TokenService, 'clientOf'>;
  /** Where the APIs behind the gateway are: each resource below its id. */
  upstreamUrl: string;
  /**
   * Told of each call that passes, before it is forwarded, and of each session token that was issued: `sessionsUntil`
   * is when it expires, in milliseconds since 1970.
   */
  readonly onUse: (credentialId: string, sessionsUntil?: number) => void;
  /** How long a session token may be valid, and is unless less is asked for, in seconds. Default 7,200. */
  longestSessionSeconds?: number;
}

/** Why a call does not pass: the status and the stable code of its answer. */
const refusals = {
  'credential-required': 401,
  'unknown-credential': 401,
  'secret-required': 401,
  'invalid-token': 401,
  'token-expired': 401,
  suspended: 403,
  expired: 403,
  'no-access': 403,
  'not-exposed': 403,
  'permission-denied': 403,
  'scope-required': 403,
  'outside-scope': 403,
  'origin-not-allowed': 403,
} as const satisfies Record<Refusal, number> & Record<string, number>;

type GatewayRefusal = keyof typeof refusals;

/** What a call may carry that is nobody's business behind the gateway, or would make another call of it. */
const privateHeaders = ['cookie', 'host']
  .concat(['x-http-method', 'x-http-method-override', 'x-method-override'])
  .concat(['x-original-url', 'x-rewrite-url']);

/** The origin of the page that makes a call from a browser; `undefined` for the gateway's own and for other programs. */
function foreignOrigin(request: Request, url: URL): string | undefined {
  const origin = request.headers.get('origin');
  return origin === null || origin === url.origin ? undefined : origin;
}

/** Reads a path's segment; text that is not well encoded names nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

/**
 * The gateway in front of a marketplace's APIs: `/<resource>/…` below its base path. Every single call is checked with
 * the registry, whatever a token says (SPEC A9, C5, M2).
 */
export function createGateway(options: GatewayOptions): Hono {
  const { basePath, registry, schemes, tokens, onUse, longestSessionSeconds = 7200 } = options;
  const credentials = callCredentials(schemes);
  const forward = createForwarder({
    upstreamUrl: options.upstreamUrl,
    withoutHeaders: [...privateHeaders, ...credentials.headers],
  });
  const sessionPaths = new Set(
    schemes.flatMap(({ kind, tokenUrl }) =>
      kind === 'session' && tokenUrl !== undefined ? [new URL(tokenUrl, 'http://gateway').pathname] : [],
    ),
  );

  function refuse(code: GatewayRefusal, challenge = ''): Response {
    const status = refusals[code];
    return problem(status, code, status === 401 ? { headers: { 'www-authenticate': challenge } } : {});
  }

  /** What a browser asks before a call of a page elsewhere. It does not say with which key: the call itself is checked. */
  const preflight = (origin: string): Response =>
    new Response(null, {
      status: 204,
      headers: {
        vary: 'origin',
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': [...new Set([...credentials.headers, 'content-type'])].join(', '),
        'access-control-max-age': '600',
      },
    });

  /** Who makes a call, by what it shows. */
  async function callerBy({ proof }: Shown): Promise<Caller | undefined | 'invalid-token' | 'token-expired'> {
    if (proof.by !== 'access-token') return registry.identify(proof);
    const client = (await tokens?.clientOf(proof.token)) ?? { refused: 'invalid-token' };
    return 'refused' in client ? client.refused : registry.identify({ by: 'client', id: client.clientId });
  }

  async function issueSession(request: Request, resourceId: string): Promise<Response> {
    if (request.method !== 'POST') return problem(405, 'method-not-allowed', { headers: { allow: 'POST' } });
    const result = await exchangePair(request, { registry, resourceId, longestSeconds: longestSessionSeconds });
    if ('refused' in result) return refuse(result.refused, 'Basic realm="gateway", charset="UTF-8"');
    onUse(result.session.credentialId, result.session.until);
    return result.response;
  }

  const gateway = new Hono();
  gateway.onError(problemOf);

  gateway.on(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], `${basePath}/*`, async (c) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    const [, segment = '', path = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname.slice(basePath.length)) ?? [];
    const resourceId = decoded(segment);
    const origin = foreignOrigin(request, url);
    if (origin !== undefined && request.method === 'OPTIONS' && request.headers.has('access-control-request-method'))
      return preflight(origin);
    if (sessionPaths.has(url.pathname))
      // The secret of a pair is nothing for a page.
      return origin === undefined ? issueSession(request, resourceId) : refuse('origin-not-allowed');

    const shown = credentials.shownBy(request.headers, url.search);
    if (!shown) return refuse('credential-required', credentials.challenge(undefined));
    const caller = await callerBy(shown);
    if (typeof caller === 'string') return refuse(caller, credentials.challenge(shown));
    const query = credentials.withoutCredentials(url.search);
    const refusal = await registry.refusal(caller, { resourceId, method: request.method, path, query });
    if (refusal || !caller) return refuse(refusal ?? 'unknown-credential', credentials.challenge(shown));
    if (origin !== undefined && !caller.credential.origins.includes(origin)) return refuse('origin-not-allowed');
    onUse(caller.credential.id);

    const response = await forward(request, `/${encodeURIComponent(resourceId)}${path}${query}`);
    if (origin !== undefined) {
      response.headers.append('vary', 'origin');
      response.headers.set('access-control-allow-origin', origin);
    }
    return response;
  });
  return gateway;
}
