import type * as z from 'zod/mini';
import { operationParams, operations, type Operation, type OperationName } from '../../../src/contract/index.js';
import { adasCredential, adasRequest } from '../world.js';
import { pathOf, type Row, type Wild } from './wire.js';

/** Any point of the curve. */
export const publicKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
};

/** What each operation that is asked with something can be asked with, whoever is asked whatever state they are in. */
export const valid: { [Name in OperationName]?: Record<string, unknown> } = {
  'subscriptions.change': { planId: 'plan_bronze', reason: 'r' },
  'applications.create': { name: 'n', teamId: 'team_storefront', description: 'd' },
  'accessRequests.create': adasRequest(),
  'accessRequests.update': { name: 'n', data: {} },
  'credentials.create': { ...adasCredential(), teamId: 'team_storefront', lifetimeMs: null },
  'credentials.update': { name: 'n', resourceIds: ['orders'] },
  'credentials.renew': { overlapMs: 0, reason: 'r' },
  'credentials.reveal': { publicKey },
  'credentials.share': { lifetimeMs: 60_000 },
  'credentials.fail': { reason: 'r' },
  'credentials.batch': { action: 'suspend', ids: ['x'], reason: 'r' },
  'share.setSecret': { secret: 'open-sesame' },
};

/** An object of each sort that is Ada's, and one that is Ben's; what everybody may see has no owner. */
const owned: Record<string, { own: string; foreign?: string }> = {
  productId: { own: 'commerce' },
  resourceId: { own: 'orders' },
  subscriptionId: { own: 'sub_storefront_gold', foreign: 'sub_logistics_bronze' },
  applicationId: { own: 'app_shop_web', foreign: 'app_dispatch' },
  accessRequestId: { own: 'granted', foreign: 'bensRequest' },
  credentialId: { own: 'active', foreign: 'bens' },
};

type Schema = z.ZodMiniType;
interface Definition {
  type: string;
  innerType?: Schema;
  shape?: Record<string, Schema>;
}
const definitionOf = (schema: Schema): Definition => schema._zod.def;
const isOptional = (schema: Schema): boolean => definitionOf(schema).type === 'optional';
const typeOf = (schema: Schema): string => {
  const { type, innerType } = definitionOf(schema);
  return innerType ? typeOf(innerType) : type;
};

/** The fields of an operation's parameters. */
export const fieldsOf = (name: OperationName): [string, Schema][] =>
  Object.entries(definitionOf(operationParams[name]).shape ?? {});

const encoder = new TextEncoder();
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));
const streamOf = (text: string): ReadableStream => new Response(text).body as ReadableStream;
const brokenOff = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('{"name":'));
      controller.error(new Error('the line went dead'));
    },
  });
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
const json = { 'content-type': 'application/json' };

/** Bodies that are none, wherever one is read. */
const badBodies = (body: object): Row[] => [
  ['broken JSON', { body: '{"name":' }, '400 malformed-request'],
  ['a blank', { body: ' ' }, '400 malformed-request'],
  ['a list', { body: '[]' }, '400 malformed-request'],
  ['a text', { body: '"name"' }, '400 malformed-request'],
  ['null', { body: 'null' }, '400 malformed-request'],
  ['broken UTF-8', { body: bytes('{"name":"', [0xff, 0xfe], '"}') }, '400 malformed-request'],
  ['half a character at the end', { body: bytes('{"name":"', [0xe2, 0x82]) }, '400 malformed-request'],
  ['a body that breaks off', { body: brokenOff(), headers: json }, '400 malformed-request'],
  ['NUL', { body: { ...body, x: 'a\0' } }, '400 malformed-request'],
  ['NUL in a key', { body: { ...body, x: { 'a\0': 1 } } }, '400 malformed-request'],
  ['half a surrogate pair', { body: { ...body, x: ['\ud83d'] } }, '400 malformed-request'],
  ['the other half', { body: { ...body, x: 'a\ude00' } }, '400 malformed-request'],
  ['endless nesting', { body: { ...body, x: nested(3000) } }, '400 malformed-request'],
  ['no content type', { body: bytes('{}'), headers: { 'content-type': '' } }, '415 unsupported-media-type'],
  ['plain text', { body, headers: { 'content-type': 'text/plain' } }, '415 unsupported-media-type'],
  [
    'a form',
    { body: 'name=n', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    '415 unsupported-media-type',
  ],
  ['too much', { body: { ...body, x: 'x'.repeat(65_536) } }, '413 payload-too-large'],
  ['too much in pieces', { body: streamOf(`{"x":"${'x'.repeat(200_000)}"}`), headers: json }, '413 payload-too-large'],
  ['too much announced', { body, headers: { 'content-length': '65537' } }, '413 payload-too-large'],
];

/** Each field of the body: of another type, and left out. */
function badFields(name: OperationName): Row[] {
  const body = valid[name] ?? {};
  return fieldsOf(name).flatMap(([field, schema]) => {
    const { [field]: _, ...rest } = body;
    const outcome = `422 validation-failed /${field}`;
    const wrong = typeOf(schema) === 'object' ? 7 : { a: 1 };
    return [
      [`${field} of another type`, { body: { ...body, [field]: wrong } }, outcome] satisfies Row,
      ...(isOptional(schema) ? [] : [[`no ${field}`, { body: rest }, outcome] satisfies Row]),
    ];
  });
}

/** Each parameter of the query: twice, and with NUL; and what every list is asked. */
function badQueries(name: OperationName): Row[] {
  return fieldsOf(name).flatMap(([field, schema]): Row[] => {
    if (field === 'limit')
      return [
        ...['0', '201', '-1', '1.5', 'x', '', '0x10', '1e1', '%201', '9'.repeat(400)].map((limit): Row => [
          `a limit of “${limit.slice(0, 5)}”`,
          { query: `limit=${limit}` },
          '422 validation-failed /limit',
        ]),
        ['two limits', { query: 'limit=1&limit=2' }, '400 malformed-request'],
      ];
    if (typeOf(schema) === 'array') return [[`NUL as ${field}`, { query: `${field}=%00` }, '400 malformed-request']];
    return [
      [`${field} twice`, { query: `${field}=a&${field}=b` }, '400 malformed-request'],
      [`NUL as ${field}`, { query: `${field}=%00` }, '400 malformed-request'],
    ];
  });
}

/** Ids in the path that lead nowhere, for whoever asks. */
function badIds(name: OperationName, good: Wild): Row[] {
  const param = /\{(\w+)\}/.exec(operations[name].path)?.[1];
  if (param === undefined) return [];
  const { own, foreign } = owned[param]!;
  const at = (id: string, more: Partial<Wild> = {}): Wild => ({ ...good, id, ...more });
  const isVersioned = good.body !== undefined && name !== 'credentials.reveal';
  return [
    ['an unknown id', at('cred_nothing'), '404 not-found'],
    ['an unknown id, for the provider', at('cred_nothing', { as: 'priya' }), '404 not-found'],
    ['an id with a slash', at('a%2Fb'), '404 not-found'],
    ['an id with a question in SQL', at('%27%20or%201%3D1%20--'), '404 not-found'],
    ['an endless id', at('x'.repeat(10_000)), '404 not-found'],
    ['an id of NUL', at('%00'), '404 not-found'],
    ['an id of a name that objects have', at('__proto__'), '404 not-found'],
    ['an id that is not UTF-8', at('%ff'), '400 malformed-request'],
    ['an id that is not encoded', at('%'), '400 malformed-request'],
    ...(foreign === undefined ? [] : [['another team’s', at(foreign), '404 not-found'] satisfies Row]),
    ...(isVersioned
      ? ['"999"', 'W/"999"', '999', '""', '"1", "999"'].map((version): Row => [
          `a change of version ${version}`,
          at(own, { headers: { 'if-match': version } }),
          '412 precondition-failed',
        ])
      : []),
  ];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** What can be wrong with a request of any operation: who asks, how, with which id, body and query. */
export function commonRows(name: OperationName): Row[] {
  const { method, keyed } = operations[name] as Operation;
  const body = method === 'GET' ? undefined : (valid[name] ?? {});
  const good: Wild = { id: 'x', ...(body ? { body } : {}) };
  const path = pathOf(name, 'x');
  const taken = (Object.keys(operations) as OperationName[]).filter((other) => pathOf(other, 'x') === path);
  const wrong = methods.filter((other) => !taken.some((one) => operations[one].method === other));
  const isShare = name.startsWith('share.');
  const rows: Row[] = [
    ['nobody', { as: 'nobody' }, '401 unauthenticated'],
    ['a token that is none', { as: 'x.y.z' }, '401 unauthenticated'],
    ['an old token', { as: 'old' }, '401 token-expired'],
    ['another scheme', { as: 'nobody', headers: { authorization: 'Basic YWRhOg==' } }, '401 unauthenticated'],
    ['a cookie', { as: 'nobody', headers: { cookie: 'session=ada' } }, '401 unauthenticated'],
    ['a share link’s token', { as: 'lk_share_nothing' }, isShare ? '401 unauthenticated' : '403 forbidden share-link'],
    ...(isShare
      ? []
      : [['a share link that works', { on: 'ibm', as: 'link' }, '403 forbidden share-link'] satisfies Row]),
    ...wrong.map((other): Row => [`${other}`, { method: other, body: undefined }, '405 method-not-allowed']),
    ...(keyed
      ? [
          ['no key', { headers: { 'idempotency-key': '' } }, '400 idempotency-key-required'] satisfies Row,
          ['a blank key', { headers: { 'idempotency-key': '  ' } }, '400 idempotency-key-required'] satisfies Row,
        ]
      : []),
    ...(body
      ? [
          [
            'an endless key',
            { headers: { 'idempotency-key': 'k'.repeat(201) } },
            '400 malformed-request',
          ] satisfies Row,
          [
            'the key of another intent',
            { headers: { 'idempotency-key': 'used' } },
            '422 idempotency-key-reused',
          ] satisfies Row,
          ...badBodies(body),
          ...badFields(name),
        ]
      : badQueries(name)),
  ];
  return [
    ...rows.map(([what, wild, outcome]): Row => [what, { ...good, ...wild }, outcome]),
    ...(isShare ? [] : badIds(name, good)),
  ];
}
