const refused = 'The gateway refused the call:';

const refusals = {
  'credential-required': `${refused} it carries no credential.`,
  'unknown-credential': `${refused} it knows no such credential. It may be deleted, or mistyped.`,
  'secret-required': `${refused} this key has a secret, and the call does not carry it.`,
  'invalid-token': `${refused} the token is not valid.`,
  'token-expired': `${refused} the token has expired.`,
  suspended: `${refused} this credential is suspended.`,
  expired: `${refused} this credential has expired.`,
  'no-access': `${refused} the application has no active access to this API.`,
  'not-exposed': `${refused} this API is not exposed.`,
  'permission-denied': `${refused} the credential’s permission does not allow that.`,
  'scope-required': `${refused} it does not say which part of the organisation it is about.`,
  'outside-scope': `${refused} it is about a part of the organisation that the credential is not for.`,
  'origin-not-allowed': `${refused} this credential is not for web pages of this origin.`,
  invalid_client: 'No access token was issued: the client does not exist, is suspended, or the secret is wrong.',
};

const statuses = {
  401: 'The gateway refused the call: it does not accept this credential.',
  403: 'The gateway refused the call: this credential may not do that.',
  404: 'The gateway let the call through, but the API has nothing at this path.',
};

const shownHeaders = ['content-type', 'content-length', 'date', 'retry-after', 'www-authenticate', 'x-request-id'];

/**
 * An answer in words and parts that can be shown.
 *
 * @typedef {object} Outcome
 * @property {string} request - The request's line.
 * @property {boolean} isOk - Whether it was let through and answered.
 * @property {string} words - What happened.
 * @property {string} [status] - The status of the answer, e.g. `200 OK`.
 * @property {[string, string][]} headers - Those of the answer that are of interest.
 * @property {string} body - The body, laid out if it is JSON. Empty for a token.
 */

function inWords({ ok, status }, body) {
  if (ok) return 'The gateway let the call through, and the API answered.';
  return refusals[body?.code ?? body?.error] ?? statuses[status] ?? 'The API answered with an error.';
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const requestLine = (method, { pathname, search }) => `${method} ${pathname}${search}`;

async function send(url, init) {
  const request = requestLine(init.method, url);
  let answer;
  let text;
  try {
    answer = await fetch(url, { credentials: 'omit', cache: 'no-store', ...init });
    text = await answer.text();
  } catch {
    const words = 'No answer came. Check your connection, then try again.';
    return { json: undefined, outcome: { request, isOk: false, words, headers: [], body: '' } };
  }
  const json = parse(text);
  return {
    json,
    outcome: {
      request,
      isOk: answer.ok,
      words: inWords(answer, json),
      status: `${answer.status} ${answer.statusText}`.trim(),
      headers: shownHeaders.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)]] : [])),
      body: json === undefined ? text : JSON.stringify(json, undefined, 2),
    },
  };
}

/** HTTP Basic, in UTF-8. */
const basic = (id, secret) =>
  `Basic ${window.btoa(String.fromCharCode(...new window.TextEncoder().encode(`${id}:${secret}`)))}`;

// As RFC 6749 (2.3.1) has it: both parts are form-encoded before they become HTTP Basic.
const formEncoded = (text) => new URLSearchParams({ text }).toString().slice('text='.length);

/** An access token for a client. The secret travels in a header, never in an address or a body. */
async function fetchToken(tokenUrl, clientId, clientSecret) {
  const { json, outcome } = await send(new URL(tokenUrl, location.href), {
    method: 'POST',
    headers: { authorization: basic(formEncoded(clientId), formEncoded(clientSecret)) },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (outcome.isOk) {
    outcome.words = 'An access token was issued.';
    outcome.body = '';
  }
  return { token: json?.access_token, outcome };
}

/**
 * Exchanges a key pair for a session token (SPEC E3).
 *
 * @returns The token, for how many seconds it is good, and what happened; no token if it was refused.
 */
export async function fetchSession(tokenUrl, applicationId, applicationSecret) {
  const { json, outcome } = await send(new URL(tokenUrl, location.href), {
    method: 'POST',
    headers: { authorization: basic(applicationId, applicationSecret), 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'session' }),
  });
  if (outcome.isOk) {
    outcome.words = 'A session token was issued.';
    outcome.body = '';
  }
  return { token: json?.ust, seconds: json?.expires_in, outcome };
}

/** The headers that show a credential by its scheme; what was left empty is left out. */
function credentialHeaders({ kind, name = 'X-API-Key', secretName }, { key, id, secret }) {
  if (kind === 'basic') return { authorization: basic(id, secret) };
  if (secretName === undefined) return { [name]: key };
  return { [name]: id, ...(secret === '' ? {} : { [secretName]: secret }) };
}

/** The parameters that show a credential by its scheme. */
function withCredential(url, { name, secretName }, { key, id, secret }) {
  const shown = new URL(url);
  shown.searchParams.append(name, key ?? id);
  if (secretName !== undefined && secret !== '') shown.searchParams.append(secretName, secret);
  return shown;
}

/** What of a request is the same however it shows a credential. */
const initOf = ({ method, body }, headers) => ({
  method,
  headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  body,
});

/** Calls with a token that was issued. */
export const callWithToken = async (call, token) =>
  (await send(call.url, initOf(call, { authorization: `Bearer ${token}` }))).outcome;

/**
 * Calls a resource through the gateway.
 *
 * @param call - What to call: `url`, `method` and, for a method that takes one, `body`: JSON as text.
 * @param scheme - How the call carries the credential.
 * @param given - What was pasted: `key`, or `id` and `secret`.
 * @returns {Promise<Outcome[]>} What happened, one for each request that was made.
 */
export async function callGateway(call, scheme, given) {
  if (scheme.kind === 'query') {
    const { outcome } = await send(withCredential(call.url, scheme, given), initOf(call, {}));
    return [{ ...outcome, request: requestLine(call.method, call.url) }]; // it is shown without the credential
  }
  if (scheme.kind !== 'oauth2') return [(await send(call.url, initOf(call, credentialHeaders(scheme, given)))).outcome];
  const { token, outcome } = await fetchToken(scheme.tokenUrl, given.id, given.secret);
  return outcome.isOk ? [outcome, await callWithToken(call, token)] : [outcome];
}
