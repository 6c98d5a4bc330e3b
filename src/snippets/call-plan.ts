import type { AuthenticationScheme, CredentialType } from '../contract/product.js';

/** One HTTP request of an example. */
export interface PlannedCall {
  method: 'GET' | 'POST';
  url: string;
  headers: readonly (readonly [name: string, value: string])[];
  /** What HTTP Basic is made of: `id:secret`. */
  basic?: string | undefined;
  body?: string | undefined;
}

/** What an example does: one request, or two, where the first gets the token that the second carries. */
export interface CallPlan {
  token?: (PlannedCall & { /** The name of the token in the JSON that comes back. */ answer: string }) | undefined;
  call: PlannedCall;
}

export interface PlanOptions {
  /** The address to call: http or https, absolute. */
  url: string;
  /** How calls carry the credential. */
  scheme: AuthenticationScheme;
  /** What kind of credential it is: with `oauth-public-key` there is no secret to send. */
  kind?: CredentialType['kind'] | undefined;
  /** The identifier; a placeholder unless told. */
  id?: string | undefined;
  /** The secret; a placeholder unless told. */
  secret?: string | undefined;
}

const formType = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
const jsonType = ['Content-Type', 'application/json'] as const;

/** What stands for the values of each kind of scheme. */
const placeholders = {
  key: ['YOUR_KEY_ID', 'YOUR_API_KEY'],
  pair: ['YOUR_KEY_ID', 'YOUR_KEY_SECRET'],
  basic: ['YOUR_USER_NAME', 'YOUR_PASSWORD'],
  oauth2: ['YOUR_CLIENT_ID', 'YOUR_CLIENT_SECRET'],
  session: ['YOUR_APPLICATION_ID', 'YOUR_APPLICATION_SECRET'],
} as const;

/** What stands for the statement that a client with a key pair signs for each token. */
export const assertionPlaceholder = 'YOUR_SIGNED_ASSERTION';

/** An address that can be called; `undefined` for any other text. */
function callable(address: string | undefined): URL | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

const urlEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

/** What a call takes, whatever language it is written in; `undefined` for a scheme that is not known here. */
export function callPlan({ url, scheme, kind, id, secret }: PlanOptions): CallPlan | undefined {
  const address = callable(url);
  if (!address) return undefined;
  const valuesOf = (use: keyof typeof placeholders): [string, string] => [
    id ?? placeholders[use][0],
    secret ?? placeholders[use][1],
  ];
  const { name, secretName } = scheme;
  switch (scheme.kind) {
    case 'header':
    case 'query': {
      if (name === undefined) return undefined;
      const [key, keySecret] = valuesOf(secretName === undefined ? 'key' : 'pair');
      const carried: [string, string][] =
        secretName === undefined
          ? [[name, keySecret]]
          : [
              [name, key],
              [secretName, keySecret],
            ];
      if (scheme.kind === 'header') return { call: { method: 'GET', url: address.href, headers: carried } };
      for (const [parameter, value] of carried) address.searchParams.set(parameter, value);
      return { call: { method: 'GET', url: address.href, headers: [] } };
    }
    case 'basic':
      return {
        call: { method: 'GET', url: address.href, headers: [], basic: valuesOf('basic').join(':') },
      };
    case 'oauth2':
    case 'session': {
      const token = tokenCall(scheme, kind, valuesOf(scheme.kind));
      return token && { token, call: { method: 'GET', url: address.href, headers: [] } };
    }
    default:
      return undefined;
  }
}

function tokenCall(
  { kind, tokenUrl }: AuthenticationScheme,
  type: CredentialType['kind'] | undefined,
  [id, secret]: [string, string],
): CallPlan['token'] {
  const url = callable(tokenUrl)?.href;
  if (url === undefined) return undefined;
  const common = { method: 'POST', url } as const;
  if (kind === 'session')
    return {
      ...common,
      headers: [jsonType],
      basic: `${id}:${secret}`,
      body: '{"grant_type":"session"}',
      answer: 'ust',
    };
  const grant = { grant_type: 'client_credentials' };
  if (type !== 'oauth-public-key')
    return {
      ...common,
      headers: [formType],
      // Both are encoded before they are joined: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
      basic: `${urlEncoded(id)}:${urlEncoded(secret)}`,
      body: new URLSearchParams(grant).toString(),
      answer: 'access_token',
    };
  const body = new URLSearchParams({
    ...grant,
    client_id: id,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertionPlaceholder,
  });
  return { ...common, headers: [formType], body: body.toString(), answer: 'access_token' };
}
