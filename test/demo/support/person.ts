import { signIn, type DemoSession } from '../../../demo/demo-session.js';
import { createMarketplaceClient, type MarketplaceClient, type Secret } from '../../../src/index.js';
import type { SystemId } from '../../../src/marketplace/index.js';
import { patienceMs } from '../../patience.js';

/** Somebody at the demo: signed in, with a client. */
export interface Person {
  client: MarketplaceClient;
  session: DemoSession;
}

export const apiUrl = (origin: string, system: SystemId = 'amplify'): string => `${origin}/api/${system}/v1`;

export async function personAt(origin: string, id: string, system?: SystemId): Promise<Person> {
  const session = await signIn(origin, id);
  const options = { baseUrl: apiUrl(origin, system), token: () => session.token(), pollMs: 200 };
  return { session, client: createMarketplaceClient(options) };
}

/** What the sample's request forms ask for. */
export const requestData = { purpose: 'try', callsPerDay: 10 };

/** Repeats a look until it finds something. */
export async function eventually<Found>(
  look: () => Promise<Found | undefined | false>,
  withinMs = patienceMs,
): Promise<Found> {
  for (const end = Date.now() + withinMs; ;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${look.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asks for access to a resource from one of Storefront's applications, and waits until it is there. */
export async function accessTo(
  ada: Person,
  resourceId: string,
  applicationId: string,
  priya?: Person,
): Promise<string> {
  const subscriptionId = 'sub_storefront_gold';
  const common = { name: `${resourceId} for a test`, subscriptionId, applicationId, data: requestData };
  const { id } = await ada.client.accessRequests.create({ ...common, resourceId });
  if (priya) await priya.client.accessRequests.approve(id);
  await eventually(async () => (await ada.client.accessRequests.get(id)).state === 'active');
  return id;
}

/** Creates a credential and waits until the data plane has it. */
export async function activeCredential(
  ada: Person,
  resourceId: string,
  applicationId: string,
  typeId: 'api-key' | 'oauth-secret',
): Promise<{ id: string; secret: Secret }> {
  const { id } = await ada.client.credentials.create({ name: typeId, resourceId, applicationId, typeId, data: {} });
  await ada.client.credentials.waitUntil(id, 'active', { timeoutMs: patienceMs });
  return { id, secret: await ada.client.credentials.reveal(id) };
}

/** One value of a secret, in the clear. */
export const valueOf = (secret: Secret, name: string): string =>
  secret.fields.find((field) => field.name === name)?.value.reveal() ?? '';

/** An access token for an OAuth client. */
export async function accessToken(origin: string, secret: Secret): Promise<string> {
  const answer = await askForToken(origin, valueOf(secret, 'clientId'), valueOf(secret, 'clientSecret'));
  return ((await answer.json()) as { access_token: string }).access_token;
}

export const askForToken = (origin: string, clientId: string, clientSecret: string): Promise<Response> =>
  fetch(`${origin}/oauth/amplify/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });

/** A call through the gateway: its status, and the problem's code where it is refused. */
export async function callGateway(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; code: string | undefined }> {
  const response = await fetch(`${origin}/gateway/amplify/${path}`, { headers });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}
