import { MarketplaceError } from '../contract/error.js';
import { resolveBaseUrl } from './base-url.js';

/** A bearer token, or what gives the current one: asked before every request. */
export type TokenSource = string | (() => string | undefined | Promise<string | undefined>);

/** When cookies go along with a request, in the words of `fetch`: a Node project may be without the types of browsers. */
type Cookies = 'omit' | 'same-origin' | 'include';

/** How to reach a marketplace. */
export interface ClientOptions {
  /**
   * Where the marketplace is served, e.g. `https://api.example.com/marketplace/v1`, or in a page relative to it, e.g.
   * `/api/v1`. https only; http for loopback addresses and the page's own origin.
   */
  baseUrl: string;
  /**
   * Proves who is asking, as `Authorization: Bearer`. A function is asked before every request, and once more when the
   * marketplace answers `token-expired`; what it throws passes through to the caller. Default: none.
   */
  token?: TokenSource | undefined;
  /** Whether cookies go along, as for `fetch`. Default: `same-origin`. */
  credentials?: Cookies | undefined;
  /** Sends the requests: called with a `Request` alone. Default: the global `fetch`. */
  fetch?: ((request: Request, init?: RequestInit) => Response | Promise<Response>) | undefined;
  /** How long one attempt may take, its answer's body included, in milliseconds. Default: 30,000. */
  timeoutMs?: number | undefined;
  /**
   * How often a call is sent again by itself when no answer came or one that says to try later (408, 429, 500, 502, 503,
   * 504). The pauses grow from about a third of a second and are at least what `Retry-After` says; a call that
   * would have to wait longer than 30 s fails instead, with `retryAfterMs`. A revelation is never repeated. Default: 3.
   */
  retries?: number | undefined;
  /** Headers for every request. Those the contract defines win over them. Default: none. */
  headers?: Record<string, string> | undefined;
  /**
   * How often to ask for events where they cannot be streamed, in milliseconds. The pauses grow to eight times that
   * while nothing happens; a hidden page does not ask. Default: 5,000.
   */
  pollMs?: number | undefined;
  /**
   * Told when a call fails because nobody is signed in, or not any more (401, also after a fresh token was tried): once per
   * call. Default: nobody is told.
   */
  onSignedOut?: (() => void) | undefined;
  /** Allows plain http to any host: the token and everything else can then be read on the way. Default: `false`. */
  dangerouslyAllowInsecureUrl?: boolean | undefined;
}

/** The options of a client, checked and complete. */
export interface ClientSettings {
  /** Absolute, without a slash at its end. */
  readonly baseUrl: string;
  readonly token: TokenSource | undefined;
  readonly credentials: Cookies;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly headers: Headers;
  readonly pollMs: number;
  readonly onSignedOut: (() => void) | undefined;
}

/** The longest time a timer can be set to, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

function check(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new MarketplaceError('configuration', `${name}: must be from ${least} to ${most}`);
}

/**
 * Checks the options of a client and completes them.
 *
 * @throws MarketplaceError `configuration`, naming the option that is wrong.
 */
export function completeOptions(options: ClientOptions): ClientSettings {
  return {
    baseUrl: resolveBaseUrl(options.baseUrl, options.dangerouslyAllowInsecureUrl ?? false),
    token: options.token,
    credentials: options.credentials ?? 'same-origin',
    fetch: options.fetch ?? ((request) => fetch(request)),
    timeoutMs: check('timeoutMs', options.timeoutMs ?? 30_000, 1, longestTimerMs),
    retries: check('retries', options.retries ?? 3, 0, 100),
    headers: headersOf('headers', options.headers ?? {}),
    pollMs: check('pollMs', options.pollMs ?? 5_000, 1, longestTimerMs / 8),
    onSignedOut: options.onSignedOut,
  };
}

/**
 * Headers from names and values; what is `undefined` is left out.
 *
 * @throws MarketplaceError `configuration` for what no header can hold: the platform's own error would print the value.
 */
export function headersOf(what: string, entries: Record<string, string | undefined>, base?: Headers): Headers {
  const headers = new Headers(base);
  for (const [name, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      throw new MarketplaceError('configuration', `${what}: not a valid header`);
    }
  }
  return headers;
}
