import {
  createMarketplaceClient,
  type ClientOptions,
  type Credential,
  type MarketplaceClient,
} from '../../src/index.js';
import { problemStatus, type ProblemCode } from '../../src/contract/index.js';

export const baseUrl = 'https://marketplace.example/api/v1';

/** An answer, or how a request ends otherwise: a thrown error is a network that fails. */
export type Answers = (request: Request, count: number) => Response | Promise<Response>;

/** What a client asked, and the client. */
export interface Fake {
  client: MarketplaceClient;
  requests: Request[];
}

/** A client whose requests are answered by a function; `count` numbers them from 1. */
export function fake(answers: Answers, options: Partial<ClientOptions> = {}): Fake {
  const requests: Request[] = [];
  const client = createMarketplaceClient({
    baseUrl,
    ...options,
    fetch: async (request) => {
      requests.push(request.clone());
      return answers(request, requests.length);
    },
  });
  return { client, requests };
}

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { ...init, headers: { 'content-type': 'application/json', ...init.headers } });

/** A problem as a marketplace answers it. */
export function problem(
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const status = (more['status'] as number | undefined) ?? problemStatus[code as ProblemCode];
  return new Response(JSON.stringify({ type: `urn:problem:${code}`, title: code, status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

export const aCredential = (more: Partial<Credential> = {}): Credential => ({
  id: 'crd_1',
  name: 'Checkout',
  type: { id: 'key', name: 'API key', kind: 'api-key' },
  state: 'active',
  identifiers: [{ name: 'prefix', label: 'Prefix', value: 'lk_fake' }],
  secret: { visibility: 'window', state: 'available' },
  application: { id: 'app_1', name: 'Shop' },
  resources: [{ id: 'res_1', name: 'Orders' }],
  owner: { id: 'team_1', name: 'Team' },
  createdAt: '2026-11-20T09:30:00.000Z',
  updatedAt: '2026-11-20T09:30:00.000Z',
  version: '1',
  actions: [{ action: 'suspend', allowed: true, confirm: 'simple' }],
  ...more,
});

/** The error that some work rejects with. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it did not reject');
}
