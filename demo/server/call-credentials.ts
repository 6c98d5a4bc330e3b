import type { AuthenticationScheme } from '../../src/contract/index.js';
import type { Claim } from '../../src/marketplace/index.js';

/** What a call shows of itself, and in which way: a claim that the registry checks, or an access token. */
export interface Shown {
  scheme: AuthenticationScheme;
  proof: Claim | { by: 'access-token'; token: string };
}

/** The places of a call where credentials are. */
interface Places {
  headers: Headers;
  query: URLSearchParams;
}

/** Tells what calls show of themselves, by a gateway's authentication schemes. */
export interface CallCredentials {
  /** What a call shows, in the first of the ways that is there; `undefined` if it shows nothing. */
  shownBy(headers: Headers, query: string): Shown | undefined;
  /** The headers that carry credentials, in lower case. */
  readonly headers: readonly string[];
  /** A query without the parameters that carry credentials; all else stays as it was written. */
  withoutCredentials(query: string): string;
  /**
   * What to answer in `WWW-Authenticate`: how credentials are carried here.
   *
   * @param shown - What was shown and is not good.
   */
  challenge(shown: Shown | undefined): string;
}

const bearerKinds: readonly AuthenticationScheme['kind'][] = ['oauth2', 'session'];

/** A parameter's value; one that is there several times is no good value. */
function onlyValue(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length > 1 ? '' : values[0];
}

/** What follows the name of a scheme in `Authorization`. */
const authorization = (headers: Headers, scheme: string): string | undefined => {
  const [name, value, more] = (headers.get('authorization') ?? '').trim().split(/ +/);
  return name?.toLowerCase() === scheme && more === undefined ? value : undefined;
};

/** Identifier and secret of HTTP Basic (RFC 7617, in UTF-8); `undefined` if there are none. */
export function basicPair(headers: Headers): { id: string; secret: string } | undefined {
  const value = authorization(headers, 'basic');
  if (value === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    const [, id, secret] = /^([^:]*):(.*)$/s.exec(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? [];
    return id === undefined || secret === undefined ? undefined : { id, secret };
  } catch {
    return undefined;
  }
}

/** The key alone where the scheme has no secret, else the pair; an empty secret is none. */
function keyOrPair(
  { name = '', secretName }: AuthenticationScheme,
  valueOf: (name: string) => string | undefined,
): Claim | undefined {
  const value = valueOf(name);
  if (value === undefined) return undefined;
  return secretName === undefined
    ? { by: 'key', key: value }
    : { by: 'pair', id: value, secret: valueOf(secretName) || undefined };
}

/** How each kind of scheme shows a credential; `undefined` where it is not there. */
const readers: Partial<
  Record<AuthenticationScheme['kind'], (scheme: AuthenticationScheme, places: Places) => Shown['proof'] | undefined>
> = {
  header: (scheme, { headers }) => keyOrPair(scheme, (name) => headers.get(name) ?? undefined),
  query: (scheme, { query }) => keyOrPair(scheme, (name) => onlyValue(query, name)),
  basic(_, { headers }) {
    const pair = basicPair(headers);
    return pair && { by: 'basic', ...pair };
  },
  oauth2(_, { headers }) {
    const token = authorization(headers, 'bearer');
    return token === undefined || token.startsWith('lk_session_') ? undefined : { by: 'access-token', token };
  },
  session(_, { headers }) {
    const token = authorization(headers, 'bearer');
    return token === undefined ? undefined : { by: 'session', token };
  },
};

/** Makes it for schemes; the order matters for calls that show several. */
export function callCredentials(schemes: readonly AuthenticationScheme[]): CallCredentials {
  const namesOf = (kind: AuthenticationScheme['kind']): string[] =>
    schemes
      .filter((scheme) => scheme.kind === kind)
      .flatMap(({ name, secretName }) => [name, secretName].filter((one) => one !== undefined));
  const parameters = namesOf('query');
  const isCredential = (part: string): boolean =>
    [...new URLSearchParams(part).keys()].some((name) => parameters.includes(name));
  // Every bearer token that no other scheme wants is looked at as a session token.
  const isLast = ({ kind }: AuthenticationScheme): boolean => kind === 'session';
  const ordered = [...schemes.filter((scheme) => !isLast(scheme)), ...schemes.filter(isLast)];

  return {
    shownBy(headers, query) {
      const places = { headers, query: new URLSearchParams(query) };
      for (const scheme of ordered) {
        const proof = readers[scheme.kind]?.(scheme, places);
        if (proof) return { scheme, proof };
      }
      return undefined;
    },

    headers: ['authorization', ...namesOf('header').map((name) => name.toLowerCase())],

    withoutCredentials(query) {
      if (parameters.length === 0) return query;
      const kept = query
        .replace(/^\?/, '')
        .split('&')
        .filter((part) => !isCredential(part));
      return kept.join('&') === '' ? '' : `?${kept.join('&')}`;
    },

    challenge(shown) {
      const challenges = (shown ? [shown.scheme] : schemes).map(({ kind, name }) => {
        if (bearerKinds.includes(kind)) return `Bearer realm="gateway"${shown ? ', error="invalid_token"' : ''}`;
        if (kind === 'basic') return 'Basic realm="gateway", charset="UTF-8"';
        return `ApiKey realm="gateway", in="${kind}", name="${name ?? ''}"`;
      });
      return [...new Set(challenges)].join(', ');
    },
  };
}
