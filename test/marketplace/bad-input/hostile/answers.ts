import assert from 'node:assert/strict';
import {
  operationResults,
  operations,
  type Operation,
  type OperationName,
  type Problem,
} from '../../../../src/contract/index.js';
import { checkProblem } from '../wire.js';
import { canaryOf, type HostileWorld } from './hostile-world.js';
import type { HostileRequest } from './requests.js';

const teamIds = ['team_storefront', 'team_logistics'];

/** What only somebody inside could know. */
const inside = [
  /\bat [\w.<>]+ \(|\w*Error\b|\.[mc]?[jt]s:\d|\/(?:src|node_modules|home|work|tmp|usr)\//,
  /latchkey_|jsonb|pg_\w|\bselect\b.{0,80}\bfrom\b|\binsert into\b|\bon conflict\b/i,
  /undefined|\[object|sealed|limitKey|liveKey|fingerprint|shareId/,
];

/** What only the provider does. */
const provider: readonly OperationName[] = [
  ...(['accessRequests.approve', 'accessRequests.reject', 'accessRequests.revoke'] as const),
  ...(['subscriptions.approve', 'subscriptions.reject', 'credentials.provision', 'credentials.fail'] as const),
];

/** Whether the operation can be done by the caller at all. */
function mayEver({ knowledge }: HostileWorld, { caller, name }: HostileRequest): boolean {
  if (name.startsWith('share.')) return caller === 'link';
  return knowledge.people.has(caller) && (caller === 'priya' || !provider.includes(name));
}

/** The teams whose objects a caller may see. */
function teamsVisibleTo({ knowledge }: HostileWorld, { caller, name }: HostileRequest): string[] {
  if (caller === 'priya') return teamIds;
  if (caller === 'link' && name.startsWith('share.')) return knowledge.link ? [knowledge.link.teamId] : [];
  return knowledge.teamsOf(caller);
}

/** Whose the object is: known, or looked up. */
async function ownerOf({ world, knowledge }: HostileWorld, id: string): Promise<string | undefined> {
  const known = knowledge.ownerOf.get(id);
  if (known !== undefined) return known;
  return world.store.read(async (tx) => {
    for (const kind of ['credential', 'accessRequest', 'application', 'subscription', 'scope'] as const) {
      const record = await tx.get(kind, id);
      if (record) return record.teamId;
    }
    return undefined;
  });
}

/** That an answer says nothing of what the caller may not know: no secret, nothing of other teams, nothing from inside. */
async function checkContent(world: HostileWorld, request: HostileRequest, text: string): Promise<void> {
  // A sealed secret is any letters.
  const readable = text.replace(/"jwe":"[\w.-]+"/, '');
  for (const words of inside) assert.doesNotMatch(readable, words, 'something from inside');
  const told = request.name === 'credentials.share' ? /"token":"(\w+)"/.exec(text)?.[1] : undefined;
  for (const word of text.split(/[^\w-]+/)) if (word !== told) assert.ok(!world.secrets.has(word), `a secret: ${word}`);
  const visible = teamsVisibleTo(world, request);
  for (const teamId of teamIds)
    if (!visible.includes(teamId)) assert.ok(!text.includes(canaryOf(teamId)), `the canary of ${teamId}`);
  const ids = new Set(text.match(/\b(?:cred|ar|app|sub|ws|org|acct|team)_\w+/g));
  for (const id of ids) {
    if (request.sent.includes(id)) continue;
    const owner = teamIds.includes(id) ? id : await ownerOf(world, id);
    assert.ok(owner === undefined || visible.includes(owner), `${id} of ${owner}: ${text}`);
    assert.ok(!request.name.startsWith('share.'), `${id} on a share link`);
  }
}

/** The first piece of a stream. */
async function firstOf(response: Response): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

/** That an answer is what the contract allows, and nothing else; what is in it. */
export async function checkAnswer(world: HostileWorld, request: HostileRequest, response: Response): Promise<unknown> {
  const { knowledge } = world;
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.ok(response.status < 500, `status ${response.status}`);
  const isStream = response.headers.get('content-type') === 'text/event-stream';
  const text = isStream ? await firstOf(response) : await response.text();
  await checkContent(world, request, text + JSON.stringify([...response.headers]));
  if (response.ok) assert.ok(mayEver(world, request), 'not for this caller');
  const { subject, caller } = request;
  const isForeign =
    subject !== undefined && knowledge.people.has(caller) && !teamsVisibleTo(world, request).includes(subject.teamId);
  // Its state, version and rules are nobody else's business: it is not found, unless the request is no good at all.
  if (isForeign)
    assert.ok(
      [400, 403, 404, 413, 415, 422].includes(response.status),
      `${response.status} for what is another team’s`,
    );
  if (isStream) return undefined;
  const answer = JSON.parse(text) as unknown;
  if (response.status >= 400) {
    checkProblem(response, answer as Problem);
    return answer;
  }
  const { status } = operations[request.name] as Operation;
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.ok(operationResults[request.name].safeParse(answer).success, 'not what the contract says');
  return answer;
}
