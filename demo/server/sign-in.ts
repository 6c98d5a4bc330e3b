import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SignJWT, errors, jwtVerify } from 'jose';
import { ApiError } from '../../src/contract/index.js';
import type { Principal } from '../../src/marketplace/index.js';

const issuer = 'latchkey-demo';
const cookieName = 'latchkey_demo';
const sessionSeconds = 12 * 60 * 60;

export interface SignInOptions {
  people: readonly Principal[];
  /** Signs cookies and tokens: 32 bytes. */
  key: Uint8Array;
  /** How long a bearer token is valid, in seconds. */
  tokenSeconds: number;
}

/** Signing in, for the demo only: whoever asks may be anybody. What follows from it is as strict as anywhere. */
export interface SignIn {
  /** `/people`, `/sign-in`, `/sign-out` and `/token`. */
  readonly routes: Hono;
  /** Lets only signed-in people pass, by their cookie. */
  readonly signedIn: MiddlewareHandler;
  /**
   * Who makes a request of the API: told by its bearer token, never by a cookie, which the browser would add by itself.
   *
   * @throws {ApiError} `unauthenticated` or `token-expired`.
   */
  authenticate(request: Request): Promise<Principal>;
}

/** Lets no page of another site make the browser do something here, with or without its cookie. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const isOwn =
    site !== undefined
      ? site === 'same-origin' || (site === 'none' && c.req.method === 'GET')
      : origin === undefined || origin === new URL(c.req.url).origin;
  if (!isOwn) throw new ApiError('forbidden', 'not from this origin');
  await next();
};

/** Refuses bodies that are larger than any this demo asks for. */
export const smallBody = bodyLimit({
  maxSize: 4096,
  onError: () => {
    throw new ApiError('payload-too-large', 'the body is too large');
  },
});

/** A request's body as JSON. */
export async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiError('unsupported-media-type', 'the body must be application/json');
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new ApiError('malformed-request', 'the body is not a JSON object');
}

/** A field of a request's body that is wrong. */
export const wrongField = (pointer: string, detail: string): ApiError =>
  new ApiError('validation-failed', detail, { errors: [{ pointer, detail }] });

/** The bearer token of a request. */
export const bearerOf = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/** Makes the demo's sign-in. Its times are the machine's: the marketplaces' clock can be moved, people's sessions not. */
export function createSignIn({ people, key, tokenSeconds }: SignInOptions): SignIn {
  const sign = (personId: string, audience: string, seconds: number): Promise<string> =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(key);

  async function personBehind(jwt: string | undefined, audience: string): Promise<Principal> {
    if (jwt === undefined) throw new ApiError('unauthenticated', 'nobody is signed in');
    try {
      const { payload } = await jwtVerify(jwt, key, {
        issuer,
        audience,
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
      });
      const person = people.find(({ id }) => id === payload.sub);
      if (person) return person;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new ApiError('token-expired', 'the token has expired');
    }
    throw new ApiError('unauthenticated', 'the token is not valid');
  }

  const personOf = (jwt: string | undefined): Promise<Principal> => personBehind(jwt, 'session');

  const routes = new Hono();
  routes.get('/people', (c) => c.json(people));

  routes.post('/sign-in', smallBody, async (c) => {
    const { personId } = await jsonBody(c.req.raw);
    const person = people.find(({ id }) => id === personId);
    if (!person) throw wrongField('/personId', 'Nobody has this id.');
    setCookie(c, cookieName, await sign(person.id, 'session', sessionSeconds), {
      path: '/demo',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: sessionSeconds,
    });
    return c.json(person);
  });

  routes.post('/sign-out', (c) => {
    deleteCookie(c, cookieName, { path: '/demo', httpOnly: true, sameSite: 'Strict' });
    return c.body(null, 204);
  });

  routes.get('/token', async (c) => {
    const person = await personOf(getCookie(c, cookieName));
    const expiresAt = new Date(Date.now() + tokenSeconds * 1000).toISOString();
    return c.json({ token: await sign(person.id, 'api', tokenSeconds), expiresAt });
  });

  return {
    routes,
    signedIn: async (c, next) => {
      await personOf(getCookie(c, cookieName));
      await next();
    },
    authenticate(request) {
      return personBehind(bearerOf(request), 'api');
    },
  };
}
