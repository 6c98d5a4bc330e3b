const refusals = {
  'credential-required': 'The gateway refused the call: it carries no credential.',
  'unknown-credential': 'The gateway refused the call: it knows no such credential. It may be deleted, or mistyped.',
  'invalid-token': 'The gateway refused the call: the access token is not valid.',
  'token-expired': 'The gateway refused the call: the access token has expired.',
  suspended: 'The gateway refused the call: this credential is suspended.',
  'no-access': 'The gateway refused the call: the application has no active access to this API.',
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
 * @property {string} body - The body, laid out if it is JSON. Empty for an access token.
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

async function send(url, init) {
  const request = `${init.method} ${url.pathname}${url.search}`;
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

// As RFC 6749 (2.3.1) has it: both parts are form-encoded before they become HTTP Basic.
const formEncoded = (text) => new URLSearchParams({ text }).toString().slice('text='.length);

/** An access token for a client. The secret travels in a header, never in an address or a body. */
async function fetchToken(tokenUrl, clientId, clientSecret) {
  const { json, outcome } = await send(new URL(tokenUrl, location.href), {
    method: 'POST',
    headers: { authorization: `Basic ${window.btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (outcome.isOk) {
    outcome.words = 'An access token was issued.';
    outcome.body = '';
  }
  return { token: json?.access_token, outcome };
}

/**
 * Calls a resource through the gateway.
 *
 * @param url - What to call: a URL.
 * @param scheme - How the call carries the credential.
 * @param given - `key`, or `clientId` and `clientSecret`.
 * @returns {Promise<Outcome[]>} What happened, one for each request that was made.
 */
export async function callGateway(url, scheme, { key, clientId, clientSecret }) {
  if (scheme.kind !== 'oauth2')
    return [(await send(url, { method: 'GET', headers: { [scheme.name ?? 'X-API-Key']: key } })).outcome];
  const { token, outcome } = await fetchToken(scheme.tokenUrl, clientId, clientSecret);
  if (!outcome.isOk) return [outcome];
  const headers = { authorization: `Bearer ${token}` };
  return [outcome, (await send(url, { method: 'GET', headers })).outcome];
}
