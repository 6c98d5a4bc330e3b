/** Somebody signed in to the demo, as a program holds it: a browser keeps the cookie by itself. */
export interface DemoSession {
  /** A bearer token for the API, fresh enough to use: what a client's `token` option wants. */
  token(): Promise<string>;
  /** Calls one of the demo's own endpoints, such as `/demo/clock`, and answers its JSON. */
  ask(path: string, body?: object): Promise<unknown>;
}

/** Renews a token this long before it expires, in milliseconds. */
const marginMs = 10_000;

/**
 * Signs in at the demo.
 *
 * @param origin - Where the demo is, e.g. `http://127.0.0.1:4400`.
 */
export async function signIn(origin: string, personId: string): Promise<DemoSession> {
  async function send(path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(origin + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  }
  const cookie = (await send('/demo/sign-in', { personId })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ask: DemoSession['ask'] = async (path, body) => (await send(path, body, { cookie })).json();

  let current = { token: '', expiresAt: '' };
  return {
    ask,
    async token() {
      if (!(Date.parse(current.expiresAt) - marginMs > Date.now()))
        current = (await ask('/demo/token')) as typeof current;
      return current.token;
    },
  };
}
