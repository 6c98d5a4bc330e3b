import { ApiError, MarketplaceError } from '../contract/error.js';
import type { ProblemCode } from '../contract/problem.js';
import type { SecretValue } from '../contract/secret-value.js';
import { untilAborted } from './abort.js';
import { isLoopback } from './base-url.js';
import { parseRetryAfter } from './retry.js';

/** The secret of an application, e.g. as it was revealed. */
export type ApplicationSecret = string | SecretValue;

/** One of the worlds that know nothing of each other (SPEC E2), and the pair to use there. */
export interface SessionEnvironment {
  /** Where the pair is exchanged. https only; http for loopback addresses. */
  tokenUrl: string;
  credential: {
    applicationId: string;
    /** A function is asked whenever a session token is needed; what it throws passes through to the caller. */
    applicationSecret: ApplicationSecret | (() => ApplicationSecret | Promise<ApplicationSecret>);
  };
}

/** How to get session tokens. */
export interface SessionTokenOptions<Environment extends string = string> {
  /** By the names you give them, e.g. `sandbox` and `production`. */
  environments: Record<Environment, SessionEnvironment>;
  /** Sends the requests: called with a `Request` alone. Default: the global `fetch`. */
  fetch?: ((request: Request) => Response | Promise<Response>) | undefined;
  /** How long a token is wanted for, in seconds; the server may give less. Default: as long as the server gives. */
  expiresInSeconds?: number | undefined;
  /** Tells the time, in milliseconds. Default: the device's clock; only how long something takes matters. */
  now?: (() => number) | undefined;
}

/** The session tokens of an application, each fetched when it is needed and kept until shortly before it expires. */
export interface SessionTokens<Environment extends string = string> {
  /**
   * The current token of an environment.
   *
   * @throws MarketplaceError `configuration` for an environment that is none, `network`, `timeout` or
   * `invalid-response`; ApiError when the pair is refused, e.g. `unauthenticated`; the signal's reason.
   */
  token(environment: Environment, options?: { signal?: AbortSignal | undefined }): Promise<string>;
  /**
   * As the platform's `fetch`, with the environment's token. When that is refused (401), once more with a new one. Only
   * the origin that the tokens come from gets them.
   *
   * @throws What {@link token} throws, and what `fetch` throws.
   */
  fetch(environment: Environment, input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Forgets the token of an environment, or all, e.g. after the pair was replaced. */
  forget(environment?: Environment): void;
}

interface Kept {
  token: Promise<string>;
  until: number;
}

const timeoutMs = 30_000;
/** How long before its end a token is no longer used: it has to arrive, too. At most a tenth of its time. */
const marginMs = 30_000;

const codes: Record<number, ProblemCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  422: 'validation-failed',
  429: 'rate-limited',
  500: 'internal',
  503: 'unavailable',
};

const configuration = (message: string): MarketplaceError => new MarketplaceError('configuration', message);

function checkedUrl(tokenUrl: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(tokenUrl, (globalThis.location as Location | undefined)?.href);
  } catch {
    // The platform's own error would print it.
  }
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username || url.password)
    throw configuration('tokenUrl: https only, except for loopback addresses, and without a password');
  return url;
}

/**
 * Fetches the session tokens of an application, keeps them per environment and renews them (SPEC E2, E3). Callers at the
 * same time share one request.
 *
 * @throws MarketplaceError `configuration` for a `tokenUrl` that would not keep the secret to itself.
 */
export function createSessionTokens<Environment extends string>(
  options: SessionTokenOptions<Environment>,
): SessionTokens<Environment> {
  const { expiresInSeconds, now = Date.now } = options;
  const send = options.fetch ?? ((request: Request) => fetch(request));
  const kept = new Map<string, Kept>();
  const environments = new Map<string, SessionEnvironment & { url: URL }>();
  for (const [name, environment] of Object.entries<SessionEnvironment>(options.environments))
    environments.set(name, { ...environment, url: checkedUrl(environment.tokenUrl) });

  function find(name: string): SessionEnvironment & { url: URL } {
    const environment = environments.get(name);
    if (!environment) throw configuration('environment: none of those that were given');
    return environment;
  }

  async function exchange({ url, credential }: SessionEnvironment & { url: URL }): Promise<[string, number]> {
    const { applicationId, applicationSecret: source } = credential;
    const secret = typeof source === 'function' ? await source() : source;
    const pair = new TextEncoder().encode(`${applicationId}:${typeof secret === 'string' ? secret : secret.reveal()}`);
    const startedAt = now();
    const signal = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let text: string;
    try {
      const request = new Request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${btoa(String.fromCharCode(...pair))}`,
        },
        body: JSON.stringify({ grant_type: 'session', expires_in: expiresInSeconds }),
        redirect: 'error',
        credentials: 'omit',
        signal,
      });
      response = await untilAborted(Promise.resolve(send(request)), signal);
      text = await untilAborted(response.text(), signal);
    } catch {
      throw new MarketplaceError(signal.aborted ? 'timeout' : 'network', 'session token: no answer');
    }
    const { status, headers } = response;
    if (!response.ok) {
      const retryAfterMs = parseRetryAfter(headers.get('retry-after'), Date.now());
      const code = codes[status] ?? 'unknown';
      throw new ApiError(code, `session token: ${code} (${status})`, { status, retryAfterMs });
    }
    const { token, ms } = read(text);
    return [token, startedAt + ms - Math.min(marginMs, ms / 10)];
  }

  function current(name: string): Kept {
    const known = kept.get(name);
    if (known && now() < known.until) return known;
    const fresh: Kept = {
      token: exchange(find(name)).then(([token, until]) => {
        fresh.until = until;
        return token;
      }),
      until: Infinity,
    };
    fresh.token.catch(() => drop(name, fresh));
    kept.set(name, fresh);
    return fresh;
  }

  /** Forgets a token, unless there is a newer one already. */
  function drop(name: string, old: Kept): void {
    if (kept.get(name) === old) kept.delete(name);
  }

  return {
    async token(name, { signal } = {}) {
      signal?.throwIfAborted();
      return untilAborted(current(name).token, signal);
    },

    async fetch(name, input, init) {
      const request = new Request(input, init);
      if (new URL(request.url).origin !== find(name).url.origin)
        throw configuration('fetch: this is not where the tokens come from');
      const attempt = async (): Promise<[Response, Kept]> => {
        const used = current(name);
        const token = await untilAborted(used.token, request.signal);
        const copy = request.clone();
        copy.headers.set('authorization', `Bearer ${token}`);
        return [await send(copy), used];
      };
      const [response, used] = await attempt();
      if (response.status !== 401) return response;
      void response.body?.cancel();
      drop(name, used);
      return (await attempt())[0];
    },

    forget(name) {
      if (name === undefined) kept.clear();
      else kept.delete(name);
    },
  };
}

/** A token that a header can hold, and how long it lives, in milliseconds. */
function read(text: string): { token: string; ms: number } {
  try {
    const { ust, expires_in } = JSON.parse(text) as Record<string, unknown>;
    if (/^[!-~]+$/.test(String(ust)) && Number(expires_in) > 0)
      return { token: String(ust), ms: Number(expires_in) * 1000 };
  } catch {
    // Said below.
  }
  throw new MarketplaceError('invalid-response', 'session token: not as the contract has it');
}
