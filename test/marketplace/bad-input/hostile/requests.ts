import { operations, type Operation, type OperationName } from '../../../../src/contract/index.js';
import { fieldsOf, publicKey } from '../common.js';
import { dayMs, hourMs } from '../scenes.js';
import { pathOf } from '../wire.js';
import { deepNesting, type Caller, type Step } from './steps.js';
import { canaryOf, unprovisionable, type HostileWorld } from './hostile-world.js';
import type { Seen, Sort } from './knowledge.js';

/** A request, and who is to see what of its answer. */
export interface HostileRequest {
  name: OperationName;
  caller: Caller;
  path: string;
  init: RequestInit;
  /** All that was sent, to tell an echo from a leak. */
  sent: string;
  subject: Seen | undefined;
}

const people = ['ada', 'ben', 'cleo', 'priya'] as const;
const sorts: Record<string, Sort> = {
  subscriptionId: 'subscription',
  applicationId: 'application',
  accessRequestId: 'accessRequest',
  credentialId: 'credential',
};
/** Stands for the canary of the team that will own what is sent. */
const mark = '§';

/** Takes one of what there is, by the step's numbers. */
class Chooser {
  #next = 0;

  constructor(
    readonly step: Step,
    readonly world: HostileWorld,
    readonly caller: string,
  ) {}

  number(below: number): number {
    return (this.step.picks[this.#next++ % this.step.picks.length] ?? 0) % below;
  }

  one<T>(list: readonly T[]): T | undefined {
    return list[this.number(list.length || 1)];
  }

  /** True one time in so many. */
  rarely(times: number): boolean {
    return this.number(times) === 0;
  }

  text(words: string): string {
    return `${words} ${mark} ${this.number(100)}`;
  }
}

/** The operation's action on its subject, if it is one. */
function actionOf(name: OperationName): string | undefined {
  const [, method] = name.split('.');
  if (name === 'subscriptions.change') return 'change-plan';
  return operations[name].method === 'GET' || !operations[name].path.includes('{') ? undefined : method;
}

/** What the caller believes they may do it to. */
function candidates({ knowledge }: HostileWorld, name: OperationName, caller: string, sort: Sort): Seen[] {
  const action = actionOf(name);
  const seen = knowledge.seen(caller, sort);
  return action === undefined
    ? seen
    : seen.filter(({ actions }) => actions.some((one) => one.action === action && one.allowed));
}

const sortIn = (name: OperationName): Sort | undefined => sorts[/\{(\w+)\}/.exec(operations[name].path)?.[1] ?? ''];

function callerOf(step: Step, world: HostileWorld): Caller {
  if (step.caller !== undefined) return step.caller;
  if (step.name.startsWith('share.')) return 'link';
  const from = (step.picks[0] ?? 0) % people.length;
  const inTurn = [...people.slice(from), ...people.slice(0, from)];
  const sort = sortIn(step.name);
  if (!sort) return inTurn.find((person) => person !== 'priya') ?? 'ada';
  return inTurn.find((person) => candidates(world, step.name, person, sort).length > 0) ?? inTurn[0] ?? 'ada';
}

function subjectOf(chooser: Chooser): Seen | undefined {
  const { step, world, caller } = chooser;
  const sort = sortIn(step.name);
  if (!sort) return undefined;
  const own = candidates(world, step.name, caller, sort);
  // What a whole team stands on is seldom taken away: little could be tried afterwards.
  const small = own.filter(({ id }) => !/gold|logistics_bronze/.test(id));
  const isEnd = step.name === 'subscriptions.cancel' || step.name === 'subscriptions.change';
  if (step.isForeign || own.length === 0) {
    const everybodys = people.flatMap((person) => world.knowledge.seen(person, sort));
    const teams = world.knowledge.teamsOf(caller);
    const foreign = everybodys.filter(({ teamId }) => !teams.includes(teamId));
    return chooser.one(step.isForeign && foreign.length > 0 ? foreign : everybodys);
  }
  return chooser.one(isEnd && !chooser.rarely(6) ? small : own);
}

function grantsFor(chooser: Chooser, teamId: string): unknown[] {
  const team = teamId.replace('team_', '');
  const workspaces = team === 'storefront' ? ['web', 'ios', 'android'] : ['fleet', 'depots'];
  const scopeIds = [`ws_${team}_${chooser.one(workspaces)}`];
  return [
    [{ resourceId: 'profile', permissionId: 'read-only', scopeIds }],
    [{ resourceId: 'platform', permissionId: chooser.one(['admin', 'user']) }],
    [
      { resourceId: 'dataplanning', permissionId: chooser.one(['read-only', 'read-write']), scopeIds },
      { resourceId: 'profile', permissionId: 'read-only', scopeIds },
    ],
  ][chooser.number(3)] as unknown[];
}

const dataFor = (chooser: Chooser, typeId: string): object => {
  if (typeId === 'oauth-public-key') return { publicKey: JSON.stringify(publicKey) };
  return typeId.startsWith('api-key') && chooser.rarely(2) ? { origins: [`https://${mark}.example`] } : {};
};

function newCredential(chooser: Chooser): Record<string, unknown> {
  const { world, caller } = chooser;
  const { knowledge, system } = world;
  const name = chooser.rarely(8) ? `${unprovisionable} ${mark}` : chooser.text('key');
  const teamId = chooser.one(knowledge.teamsOf(caller)) ?? 'team_storefront';
  if (system === 'mparticle')
    return { name, typeId: 'oauth-secret', teamId, grants: grantsFor(chooser, teamId), data: {} };
  const access = knowledge
    .seen(caller, 'accessRequest')
    .filter(({ actions }) => actions.some(({ action, allowed }) => action === 'create-credential' && allowed));
  const granted = chooser.one(access)?.about;
  const resource = knowledge.resources.find(({ id }) => id === granted?.resourceId) ?? chooser.one(knowledge.resources);
  if (!resource) throw new Error('a marketplace without resources');
  const type = chooser.one(resource.credentialTypes);
  const { environment, access: needs } = resource;
  const owner = needs.required
    ? { applicationId: granted?.applicationId ?? chooser.one(knowledge.seen(caller, 'application'))?.id }
    : { teamId };
  const lifetimeMs = chooser.one(type?.lifetimesMs ?? []);
  return {
    name,
    typeId: type?.id,
    ...owner,
    resourceId: resource.id,
    ...(environment === undefined ? {} : { environment }),
    ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
    data: dataFor(chooser, type?.id ?? ''),
  };
}

function newRequest(chooser: Chooser): Record<string, unknown> {
  const { knowledge } = chooser.world;
  const usable = knowledge.seen(chooser.caller, 'subscription').filter(({ id }) => !/2025/.test(id));
  const subscription = chooser.one(usable);
  const resources = knowledge.resources.filter(({ product }) => product.id === subscription?.about.productId);
  const applications = knowledge
    .seen(chooser.caller, 'application')
    .filter(({ teamId }) => teamId === subscription?.teamId);
  return {
    name: chooser.text('request'),
    resourceId: chooser.one(resources)?.id ?? 'orders',
    subscriptionId: subscription?.id ?? 'sub_storefront_gold',
    applicationId: chooser.one(applications)?.id ?? 'app_shop_web',
    data: { purpose: 'try', callsPerDay: 1 + chooser.number(9) },
  };
}

/** The best body there is for the operation. */
function bodyFor(chooser: Chooser, subject: Seen | undefined): Record<string, unknown> {
  const { world, caller, step } = chooser;
  const { knowledge, system } = world;
  const reason = chooser.rarely(2) ? { reason: chooser.text('because') } : {};
  switch (step.name) {
    case 'applications.create':
      return { name: chooser.text('app'), teamId: chooser.one(knowledge.teamsOf(caller)), description: mark };
    case 'accessRequests.create':
      return newRequest(chooser);
    case 'accessRequests.update':
      return { name: chooser.text('again'), data: { purpose: 'build', callsPerDay: 1 + chooser.number(9) } };
    case 'subscriptions.change':
      return { planId: chooser.one(['plan_gold', 'plan_bronze', 'plan_weather_free']), ...reason };
    case 'credentials.create':
      return newCredential(chooser);
    case 'credentials.update': {
      const what = chooser.number(3);
      if (what === 0 && system === 'mparticle') return { grants: grantsFor(chooser, subject?.teamId ?? '') };
      if (what === 0) return { resourceIds: knowledge.resources.filter(() => chooser.rarely(2)).map(({ id }) => id) };
      return { name: chooser.text('renamed') };
    }
    case 'credentials.renew':
      return {
        overlapMs: chooser.one(subject?.actions.find(({ action }) => action === 'renew')?.overlapsMs ?? [0, hourMs]),
        ...reason,
      };
    case 'credentials.reveal':
      return { publicKey };
    case 'credentials.share':
      return { lifetimeMs: chooser.one([60_000, hourMs, dayMs]) };
    case 'credentials.fail':
      return { reason: chooser.text('no') };
    case 'credentials.batch': {
      const seen = knowledge.seen(caller, 'credential');
      const ids = [
        chooser.one(seen),
        chooser.one(seen),
        step.isForeign ? { id: chooser.one(knowledge.ids('credential')) } : undefined,
      ];
      const known = [...new Set(ids.flatMap((one) => one?.id ?? []))];
      return { action: chooser.one(['suspend', 'enable', 'retry', 'remove']), ids: known };
    }
    case 'share.setSecret':
      return { secret: `chosen-${step.picks.join('-')}` };
    default:
      return reason;
  }
}

/** What a parameter of a query may be. */
function queryValue(chooser: Chooser, field: string): string | string[] {
  const { knowledge } = chooser.world;
  const known: Record<string, readonly (string | undefined)[]> = {
    applicationId: knowledge.ids('application'),
    subscriptionId: knowledge.ids('subscription'),
    resourceId: knowledge.resources.map(({ id }) => id),
    teamId: ['team_storefront', 'team_logistics'],
    environment: ['sandbox', 'production'],
    audience: ['internal', 'external'],
    approval: ['pending', 'approved', 'rejected'],
    productId: ['commerce', 'weather', 'eqp'],
    state: ['active', 'pending', 'error', 'rejected', 'expired'],
    limit: ['1', '3', '200'],
    cursor: knowledge.ids(chooser.one(Object.values(sorts)) ?? 'credential'),
    after: ['0', '100000000000000000000000009', '999'],
    q: ['canary', 'lk_', 'a', '%', '_'],
  };
  return chooser.one(known[field] ?? []) ?? '';
}

function queryFor(chooser: Chooser): URLSearchParams {
  const { step, world } = chooser;
  const query = new URLSearchParams();
  for (const [field] of fieldsOf(step.name)) {
    const isNeeded = field === 'environment' && world.system === 'eqp';
    if (isNeeded || chooser.rarely(4)) query.append(field, String(queryValue(chooser, field)));
  }
  const strange = typeof step.hostile === 'string' ? step.hostile : JSON.stringify(step.hostile).slice(0, 500);
  const fields = [...fieldsOf(step.name).map(([field]) => field), 'x'];
  if (step.shape === 'mutated') query.set(chooser.one(fields) ?? 'x', strange);
  if (step.shape === 'random') for (const field of fields) query.append(field, strange);
  return query;
}

/** The places in a value that can be replaced. */
function* placesIn(value: unknown): Generator<[Record<string, unknown>, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield [value as Record<string, unknown>, key];
    yield* placesIn(item);
  }
}

/** Replaces one thing, leaves it out, or adds one. */
function mutate(chooser: Chooser, body: Record<string, unknown>): void {
  const [object, key] = chooser.one([...placesIn(body)]) ?? [body, 'x'];
  const how = chooser.number(6);
  if (how === 0) delete object[key];
  else if (how === 1) object[typeof chooser.step.hostile === 'string' ? chooser.step.hostile : 'x'] = 1;
  else object[key] = structuredClone(chooser.step.hostile);
}

/** Whose what is sent will be, as far as that is one team's. */
function ownerOf({ world, caller }: Chooser, body: unknown, subject: Seen | undefined): string | undefined {
  if (subject) return subject.teamId;
  const { applicationId, teamId, ids } = (body ?? {}) as Record<string, unknown>;
  if (Array.isArray(ids)) return undefined;
  const known = typeof applicationId === 'string' ? world.knowledge.ownerOf.get(applicationId) : undefined;
  const teams = world.knowledge.teamsOf(caller);
  return known ?? (typeof teamId === 'string' ? teamId : teams.length === 1 ? teams[0] : undefined);
}

function bodyText(chooser: Chooser, subject: Seen | undefined): string | undefined {
  const { step, world } = chooser;
  const body = structuredClone(bodyFor(chooser, subject));
  if (step.shape === 'mutated') mutate(chooser, body);
  const value = step.shape === 'random' ? structuredClone(step.hostile) : body;
  const owner = ownerOf(chooser, value, subject);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (step.name === 'share.setSecret' && typeof body['secret'] === 'string' && body['secret'].length > 20)
    world.secrets.add(body['secret']);
  const canary = owner !== undefined && /^team_(storefront|logistics)$/.test(owner) ? canaryOf(owner) : 'plain';
  return text?.replaceAll(mark, canary).replaceAll(JSON.stringify(deepNesting), '['.repeat(4000) + ']'.repeat(4000));
}

/** As it can stand in a header. */
const headerText = (value: unknown): string =>
  (typeof value === 'string' ? value : 'x').replace(/[^\x20-\x7e\xa0-\xff]/g, '').trim();

function encoded(id: string): string {
  try {
    return encodeURIComponent(id).replaceAll('.', '%2E') || '%20';
  } catch {
    return '%ed%a0%80';
  }
}

function tokenOf({ tokens, knowledge }: HostileWorld, caller: Caller): string | undefined {
  if (caller === 'nobody') return undefined;
  if (caller === 'link') return knowledge.link?.token ?? tokens['link'] ?? 'lk_share_none';
  if (caller === 'oldLink') return knowledge.oldLinks.at(-1) ?? tokens['revokedLink'] ?? 'lk_share_none';
  return caller === 'fakeLink' ? 'lk_share_0123456789abcdefghijklmnopqrstuvwxyz01' : caller;
}

/** What the step asks for in this world, as it now is. */
export function requestOf(step: Step, world: HostileWorld): HostileRequest {
  const { name, hostile, strangeId } = step;
  const caller = callerOf(step, world);
  const chooser = new Chooser(step, world, caller);
  const { method, path: template } = operations[name] as Operation;
  const subject = subjectOf(chooser);
  const others: Record<string, string | undefined> = {
    productId: chooser.one(['commerce', 'weather', 'warehouse', 'customer-data', 'eqp']),
    resourceId: chooser.one(world.knowledge.resources)?.id,
  };
  const id = strangeId ?? subject?.id ?? others[/\{(\w+)\}/.exec(template)?.[1] ?? ''] ?? 'x';
  const query = method === 'GET' ? queryFor(chooser) : undefined;
  const body = method === 'GET' ? undefined : bodyText(chooser, subject);
  const keys = { fresh: crypto.randomUUID(), repeated: 'repeated', absent: '', strange: headerText(hostile) };
  const versions = { absent: '', current: `"${subject?.version ?? 1}"`, stale: '"0"', strange: headerText(hostile) };
  const token = tokenOf(world, caller);
  const headers = Object.fromEntries(
    Object.entries({
      authorization: token === undefined ? '' : `Bearer ${token}`,
      'content-type': body === undefined ? '' : step.contentType,
      'idempotency-key': keys[step.key],
      'if-match': versions[step.ifMatch],
      accept: name === 'events.list' && step.isStream ? 'text/event-stream' : 'application/json',
    }).filter(([, value]) => value !== ''),
  );
  const path = pathOf(name, encoded(id)) + (query === undefined ? '' : `?${query}`);
  return {
    name,
    caller,
    path,
    init: { method, headers, ...(body === undefined ? {} : { body }) },
    sent: [id, decodeURIComponent(String(query ?? '').replaceAll('+', ' ')), body].join('\n'),
    subject: strangeId === undefined ? subject : undefined,
  };
}
