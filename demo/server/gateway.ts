import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { proxy } from 'hono/proxy';
import { isIssuedKey, type KeyRegistry, type RegisteredCredential } from '../../src/marketplace/index.js';
import type { TokenService } from './oauth.js';
import { problem, problemOf } from './problem.js';

export interface GatewayOptions {
  /** Where it stands, e.g. `/gateway/amplify`. */
  basePath: string;
  registry: KeyRegistry;
  tokens: Pick<TokenService, 'clientOf'>;
  /** Where the APIs behind the gateway are: each resource below its id. */
  upstreamUrl: string;
  /** Told of each call that passes, before it is forwarded. */
  readonly onUse: (credentialId: string) => void;
}

/** Why a call does not pass: the status and the stable code of its answer. */
const refusals = {
  'credential-required': 401,
  'unknown-credential': 401,
  'invalid-token': 401,
  'token-expired': 401,
  suspended: 403,
  'no-access': 403,
  'origin-not-allowed': 403,
} as const;

type Refusal = keyof typeof refusals;

/** What a call carries that is nobody's business behind the gateway. `host` names the gateway. */
const privateHeaders = ['authorization', 'x-api-key', 'cookie', 'host'];

function refuse(code: Refusal): Response {
  const status = refusals[code];
  if (status !== 401) return problem(status, code);
  const error = code === 'credential-required' ? '' : ', error="invalid_token"';
  return problem(status, code, { headers: { 'www-authenticate': `Bearer realm="gateway"${error}` } });
}

/** The origin of the page that makes a call from a browser; `undefined` for the gateway's own and for other programs. */
function foreignOrigin(request: Request): string | undefined {
  const origin = request.headers.get('origin');
  return origin === null || origin === new URL(request.url).origin ? undefined : origin;
}

/** What a browser asks before a call of a page elsewhere. It does not say with which key: the call itself is checked. */
const preflight = (origin: string): Response =>
  new Response(null, {
    status: 204,
    headers: {
      vary: 'origin',
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, x-api-key',
      'access-control-max-age': '600',
    },
  });

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
 * the registry, whatever a token says (SPEC A9, C5).
 */
export function createGateway({ basePath, registry, tokens, upstreamUrl, onUse }: GatewayOptions): Hono {
  /** The credential a call comes with. */
  async function credentialOf(headers: Headers): Promise<RegisteredCredential | Refusal> {
    const key = headers.get('x-api-key');
    if (key !== null) return (isIssuedKey(key) && (await registry.findByKey(key))) || 'unknown-credential';
    const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
    if (token === undefined) return 'credential-required';
    const client = await tokens.clientOf(token);
    if ('refused' in client) return client.refused;
    return (await registry.findByClientId(client.clientId)) ?? 'unknown-credential';
  }

  const gateway = new Hono();
  gateway.onError((error) =>
    error instanceof HTTPException ? problem(error.status, 'malformed-request') : problemOf(error),
  );

  gateway.on(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], `${basePath}/*`, async (c) => {
    const url = new URL(c.req.url);
    const [, segment = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname.slice(basePath.length)) ?? [];
    const resourceId = decoded(segment);
    const origin = foreignOrigin(c.req.raw);
    if (origin !== undefined && c.req.method === 'OPTIONS' && c.req.header('access-control-request-method'))
      return preflight(origin);
    const credential = await credentialOf(c.req.raw.headers);
    if (typeof credential === 'string') return refuse(credential);
    const refusal = await registry.refusal(credential, resourceId);
    if (refusal) return refuse(refusal);
    if (origin !== undefined && !credential.origins.includes(origin)) return refuse('origin-not-allowed');
    onUse(credential.id);

    const target = `${upstreamUrl}/${encodeURIComponent(resourceId)}${rest}${url.search}`;
    try {
      const response = await proxy(target, {
        raw: c.req.raw,
        strictConnectionProcessing: true,
        redirect: 'manual',
        customFetch: (request) => {
          for (const name of privateHeaders) request.headers.delete(name);
          return fetch(request);
        },
      });
      if (origin !== undefined) {
        response.headers.append('vary', 'origin');
        response.headers.set('access-control-allow-origin', origin);
      }
      return response;
    } catch (error) {
      if (error instanceof HTTPException) throw error;
      return problem(502, 'upstream-unavailable');
    }
  });
  return gateway;
}
