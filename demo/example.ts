// The whole journey as a program: `npm run example`. It starts a demo of its own, or uses the one at LATCHKEY_URL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMarketplaceClient,
  isApiError,
  type Credential,
  type MarketplaceClient,
  type Secret,
} from '../src/index.js';
import { signIn, type DemoSession } from './demo-session.js';
import { readConfig } from './server/config.js';
import { startDemo } from './server/server.js';

const threeDaysMs = 3 * 24 * 60 * 60 * 1000;
const patience = { timeoutMs: 20_000 };

let steps = 0;
const step = (title: string): void => console.log(`\n${String(++steps).padStart(2)}. ${title}`);
const tell = (line: string): void => console.log(`    ${line}`);

function expect(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(`not as expected: ${what}`);
}

/** What people may see of a credential. Its secret is not in it (SPEC C4). */
const describe = ({ name, type, state, transition, identifiers }: Credential): string =>
  [`"${name}" (${type.name}) is ${state}${transition ? `, ${transition}` : ''}`]
    .concat(identifiers.map(({ label, value }) => `${label} ${value}`))
    .join(' · ');

/** Calls a resource through the gateway, tells the answer, and expects its status. */
async function call(url: string, headers: Record<string, string>, expected: readonly number[]): Promise<void> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  tell(`GET ${url} → ${response.status}`);
  tell(text.length > 140 ? `${text.slice(0, 140)}…` : text);
  expect(expected.includes(response.status), `the gateway answers ${expected.join(' or ')}`);
}

/** Calls until the gateway refuses: what the data plane is told takes effect a moment later. */
async function callUntil(url: string, headers: Record<string, string>, expected: readonly number[]): Promise<void> {
  for (const end = Date.now() + patience.timeoutMs; Date.now() < end;) {
    const { status } = await fetch(url, { headers });
    if (expected.includes(status)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await call(url, headers, expected);
}

/** Follows the events until an access request is ready to use. */
async function untilReady(marketplace: MarketplaceClient, id: string): Promise<void> {
  const signal = AbortSignal.timeout(patience.timeoutMs);
  const { next: after } = await marketplace.events.list();
  let request = await marketplace.accessRequests.get(id);
  const events = marketplace.events.stream({ after }, { signal })[Symbol.asyncIterator]();
  while (request.state !== 'active') {
    await events.next();
    request = await marketplace.accessRequests.get(id);
  }
  await events.return?.();
  tell(
    `"${request.name}": ${request.timeline.map(({ step: word, by }) => word + (by ? ` by ${by.name}` : '')).join(' → ')}`,
  );
}

/** One value of a secret: only what calls the API gets it. */
function valueOf(secret: Secret, name: string): string {
  const field = secret.fields.find((candidate) => candidate.name === name);
  expect(field !== undefined, `the secret has a field ${name}`);
  return field.value.reveal();
}

/** An access token for an OAuth client (client credentials). */
async function accessToken(tokenUrl: string, secret: Secret): Promise<string> {
  const basic = Buffer.from(`${valueOf(secret, 'clientId')}:${valueOf(secret, 'clientSecret')}`).toString('base64');
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const answer = (await response.json()) as { access_token?: string; token_type?: string; expires_in?: number };
  tell(`POST ${tokenUrl} → ${response.status} (${answer.token_type}, valid for ${answer.expires_in} s)`);
  expect(answer.access_token !== undefined, 'the token service gives an access token');
  return answer.access_token;
}

async function journey(origin: string): Promise<void> {
  const clientOf = (session: DemoSession): MarketplaceClient =>
    createMarketplaceClient({ baseUrl: `${origin}/api/amplify/v1`, token: () => session.token() });

  step('Ada signs in');
  const session = await signIn(origin, 'ada');
  const ada = clientOf(session);
  const { user, teams, marketplace } = await ada.session.get();
  tell(`${user.name}, team ${teams.map(({ name }) => name).join(', ')}, at ${marketplace.name}`);

  step('She makes an application, and asks what she can choose for the Orders API');
  const orders = await ada.resources.get('orders');
  const application = await ada.applications.create({
    name: `Example ${new Date(ada.now()).toISOString()}`,
    teamId: teams[0]?.id ?? '',
  });
  const options = await ada.resources.accessOptions(orders.id, { applicationId: application.id });
  for (const { name, plan, allowed, reason } of options.subscriptions)
    tell(`${allowed ? 'can be used' : 'cannot be used'}: ${name} (${plan.name})${reason ? `: ${reason}` : ''}`);
  const subscription = options.subscriptions.find(({ allowed }) => allowed);
  expect(subscription !== undefined, 'there is a subscription to use');

  step('She asks for access, which is approved automatically');
  const data = { purpose: 'try', callsPerDay: 100 };
  const common = { applicationId: application.id, subscriptionId: subscription.id, data };
  const access = await ada.accessRequests.create({ ...common, name: 'Orders for the example', resourceId: orders.id });
  await untilReady(ada, access.id);

  step('She creates an API key and waits until the data plane has it');
  const order = { applicationId: application.id, resourceId: orders.id, typeId: 'api-key', data: {} };
  const created = await ada.credentials.create({ ...order, name: 'Example key' });
  tell(describe(created));
  expect(created.state === 'pending', 'a new credential is pending');
  const key = await ada.credentials.waitUntil(created.id, 'active', patience);
  tell(describe(key));

  step('She lists the credentials of the application');
  const listed = await ada.credentials.list({ applicationId: application.id });
  for (const credential of listed.items) tell(describe(credential));
  expect(listed.items.length === 1, 'there is one');

  step('She has the secret revealed: encrypted to her alone, viewable for three days');
  const secret = await ada.credentials.reveal(key.id);
  tell(`viewable until ${secret.availableUntil}; printed, it is ${String(secret.fields[0]?.value)}`);

  step('She calls the API through the gateway');
  const url = orders.baseUrl;
  const withKey = { 'x-api-key': valueOf(secret, 'apiKey') };
  await call(url, withKey, [200]);

  step('She suspends the key: the gateway refuses it');
  await ada.credentials.suspend(key.id);
  tell(describe(await ada.credentials.waitUntil(key.id, 'inactive', patience)));
  await call(url, withKey, [401, 403]);

  step('She enables it: the gateway accepts it again');
  await ada.credentials.enable(key.id);
  await callUntil(url, withKey, [200]);
  tell(describe(await ada.credentials.waitUntil(key.id, 'active', patience)));

  step('She asks for access to the Invoices API, which the provider has to approve');
  const invoices = await ada.resources.get('invoices');
  const asked = await ada.accessRequests.create({ ...common, name: 'Invoices, too', resourceId: invoices.id });
  tell(`"${asked.name}" is ${asked.state}`);
  expect(asked.state === 'pending', 'it waits for the provider');

  step('Priya, the provider, approves');
  const priya = clientOf(await signIn(origin, 'priya'));
  await priya.accessRequests.approve(asked.id, { reason: 'Welcome aboard' });
  await untilReady(ada, asked.id);

  step('Ada creates an OAuth client, and calls the API with an access token');
  const clientOrder = { applicationId: application.id, resourceId: invoices.id, typeId: 'oauth-secret', data: {} };
  const { id: clientId } = await ada.credentials.create({ ...clientOrder, name: 'Example client' });
  tell(describe(await ada.credentials.waitUntil(clientId, 'active', patience)));
  const tokenUrl = invoices.credentialTypes.find(({ id }) => id === 'oauth-secret')?.scheme.tokenUrl ?? '';
  const token = await accessToken(tokenUrl, await ada.credentials.reveal(clientId));
  const withToken = { authorization: `Bearer ${token}` };
  await call(invoices.baseUrl, withToken, [200]);

  step('Three days pass: the secret is erased here, and works on at the gateway');
  const clock = (await session.ask('/demo/clock', { advanceMs: threeDaysMs })) as { now: string };
  tell(`the marketplace's clock is at ${clock.now}`);
  const code = await ada.credentials.reveal(key.id).then(
    () => 'revealed',
    (error: unknown) => (isApiError(error) ? error.code : 'failed'),
  );
  tell(`reveal → ${code}`);
  expect(code === 'secret-gone', 'the secret is gone');
  await call(url, withKey, [200]);

  step('She deletes both credentials: the gateway refuses them, the access token too');
  for (const id of [key.id, clientId]) {
    tell(describe(await ada.credentials.remove(id)));
    await ada.credentials.waitUntil(id, 'deleted', patience);
  }
  await call(url, withKey, [401, 403]);
  await call(invoices.baseUrl, withToken, [401, 403]);
}

/** Runs the journey against a demo of its own, whose data is gone afterwards. */
async function onOwnDemo(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'latchkey-example-'));
  try {
    const env = { PORT: '0', LATCHKEY_DATA: dataFolder, LATCHKEY_PROVISION_MS: '300' };
    const demo = await startDemo(readConfig(env));
    tell(`A demo of its own runs at ${demo.origin}`);
    await journey(demo.origin).finally(() => demo.close());
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

try {
  const url = process.env['LATCHKEY_URL'];
  await (url ? journey(new URL(url).origin) : onOwnDemo());
  console.log(`\nAll ${steps} steps went as expected.`);
} catch (error) {
  const inWords = isApiError(error)
    ? `the marketplace answered ${error.code}: ${error.message}`
    : (error as Error).message;
  console.error(`\nStep ${steps} failed: ${inWords}`);
  process.exitCode = 1;
}
