import type { OperationName } from '../../../../src/contract/index.js';
import { publicKey } from '../common.js';
import type { Row, Wild } from '../wire.js';

const long = 'x'.repeat(1001);
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `x${i}`);

/** The same request of objects in different states: what comes of it is `409 state-conflict` and the reason. */
const inState = (reasons: Record<string, string>, body?: object, on?: 'eqp' | 'ibm' | 'amplify-classic'): Row[] =>
  Object.entries(reasons).map(([id, reason]) => [
    `one that is ${id}`,
    { id, ...(body ? { body } : {}), ...(on ? { on } : {}) },
    `409 state-conflict ${reason}`,
  ]);
const byProvider = (body?: object): Row => [
  'a provider',
  { id: 'active', as: 'priya', ...(body ? { body } : {}) },
  '403 forbidden role',
];
const byRole = (body?: object): Row => [
  'a role that may not',
  { on: 'mparticle', as: 'cleo', id: 'active', ...(body ? { body } : {}) },
  '403 forbidden role',
];
const tooLong = (body: object = {}): Row => [
  'a reason that is too long',
  { id: 'active', body: { ...body, reason: long } },
  '422 validation-failed /reason',
];
const grant = (more: object = {}) => ({ grants: [{ resourceId: 'platform', permissionId: 'user', ...more }] });
const serving = (resourceIds: string[], wild: Wild = {}): Wild => ({ id: 'active', ...wild, body: { resourceIds } });
const overlap = { overlapMs: 0 };
const key = { publicKey };

export const credentialsTable: { [Name in OperationName]?: Row[] } = {
  'credentials.list': [
    ['a state there is not', { query: 'state=deleted' }, '422 validation-failed /state/0'],
    ['an audience there is not', { query: 'audience=both' }, '422 validation-failed /audience'],
    ['no environment, of two', { on: 'eqp' }, '422 validation-failed environment-required /environment'],
    [
      'no environment, for the provider',
      { on: 'eqp', as: 'priya' },
      '422 validation-failed environment-required /environment',
    ],
    ['a role that may not', { on: 'mparticle', as: 'cleo' }, '403 forbidden role'],
    [
      'more wrong states than are worth telling',
      { query: 'state=x&'.repeat(1000) },
      `422 validation-failed ${many(100)
        .map((_, i) => `/state/${i}`)
        .join(' ')}`,
    ],
    ['another team’s application', { query: 'applicationId=app_dispatch&q=%25&cursor=x' }, '200'],
  ],
  'credentials.options': [
    ['an unknown resource', { query: 'resourceId=x' }, '404 not-found'],
    ['an unknown application', { query: 'applicationId=x' }, '404 not-found'],
    ['another team’s application', { query: 'applicationId=app_dispatch' }, '404 not-found'],
    ['another team', { on: 'mparticle', query: 'teamId=team_logistics' }, '404 not-found'],
    ['a role that may not, which is told why', { on: 'mparticle', as: 'cleo' }, '200'],
  ],
  'credentials.get': [
    byRole(),
    ['one that is gone', { id: 'gone' }, '404 not-found'],
    ['an id of something else', { id: 'granted' }, '404 not-found'],
  ],
  'credentials.update': [
    byRole(),
    byProvider({ name: 'n' }),
    ...inState({ deleting: 'deleting' }, { name: 'n' }),
    ['a blank name', { id: 'active', body: { name: ' ' } }, '422 validation-failed /name'],
    ['no resource', serving([]), '422 validation-failed /resourceIds'],
    ['too many resources', serving(many(51)), '422 validation-failed /resourceIds'],
    ['a resource twice', serving(['orders', 'orders']), '422 validation-failed duplicate /resourceIds/1'],
    ['an unknown resource', serving(['orders', 'x']), '422 validation-failed unknown /resourceIds/1'],
    [
      'a resource of other types',
      serving(['orders', 'forecast'], { id: 'publicKey' }),
      '422 validation-failed other-type /resourceIds/1',
    ],
    ['a resource without access to it', serving(['orders', 'forecast']), '409 access-required no-access'],
    [
      'another resource, where the limit is per resource',
      serving(['pricing'], { on: 'ibm' }),
      '422 validation-failed unsupported /resourceIds',
    ],
    [
      'a resource of another environment',
      serving(['eqp-production'], { on: 'eqp', id: 'sandbox' }),
      '422 validation-failed other-environment /resourceIds/0',
    ],
    ['grants where there are none', { id: 'active', body: grant() }, '422 validation-failed unsupported /grants'],
    [
      'resources instead of grants',
      serving(['profile'], { on: 'mparticle' }),
      '422 validation-failed unsupported /resourceIds',
    ],
    [
      'both',
      { on: 'mparticle', id: 'active', body: { ...grant(), resourceIds: ['platform'] } },
      '422 validation-failed unsupported /grants',
    ],
    [
      'an unknown permission',
      { on: 'mparticle', id: 'active', body: grant({ permissionId: 'x' }) },
      '422 validation-failed unknown /grants/0/permissionId',
    ],
    [
      'another team’s scope',
      { on: 'mparticle', id: 'active', body: grant({ scopeIds: ['acct_logistics'] }) },
      '422 validation-failed unknown /grants/0/scopeIds',
    ],
  ],
  'credentials.renew': [
    byProvider(overlap),
    ['a role that may not', { on: 'mparticle', as: 'cleo', id: 'active', body: overlap }, '403 forbidden role'],
    ...inState(
      { pending: 'provisioning', manual: 'provisioning', inactive: 'not-active', failed: 'not-active' },
      overlap,
    ),
    ...inState({ suspending: 'in-transition', deleting: 'deleting', publicKey: 'unsupported' }, overlap),
    ...inState({ active: 'unsupported' }, overlap, 'amplify-classic'),
    ['an overlap there is not', { id: 'active', body: { overlapMs: 5 } }, '422 validation-failed unknown /overlapMs'],
    ['a negative overlap', { id: 'active', body: { overlapMs: -1 } }, '422 validation-failed /overlapMs'],
    ['half a millisecond', { id: 'active', body: { overlapMs: 0.5 } }, '422 validation-failed /overlapMs'],
    tooLong(overlap),
  ],
  'credentials.regenerate': [
    ...inState({ active: 'unsupported', deleting: 'deleting' }),
    ...inState({ pending: 'provisioning' }, {}, 'eqp'),
    ['a provider', { on: 'eqp', id: 'sandbox', as: 'priya' }, '403 forbidden role'],
    ['another team’s', { on: 'eqp', id: 'bens' }, '404 not-found'],
    byRole(),
    tooLong(),
  ],
  'credentials.suspend': [
    byProvider(),
    byRole(),
    ...inState({ pending: 'provisioning', inactive: 'not-active', suspending: 'in-transition', failed: 'not-active' }),
    ...inState({ expired: 'not-active', deleting: 'deleting' }),
    ...inState({ active: 'unsupported' }, {}, 'amplify-classic'),
    tooLong(),
  ],
  'credentials.enable': [
    byProvider(),
    byRole(),
    ...inState({
      active: 'not-inactive',
      pending: 'not-inactive',
      suspending: 'not-inactive',
      expired: 'not-inactive',
    }),
    ...inState({ deleting: 'deleting', failed: 'not-inactive' }),
    ...inState({ active: 'unsupported' }, {}, 'ibm'),
    tooLong(),
  ],
  'credentials.retry': [
    byRole(),
    ['a provider', { id: 'failed', as: 'priya' }, '403 forbidden role'],
    ...inState({ active: 'no-error', pending: 'no-error', deleting: 'no-error' }),
  ],
  'credentials.remove': [
    byProvider(),
    byRole(),
    ...inState({ deleting: 'deleting' }),
    ['one that is gone', { id: 'gone' }, '404 not-found'],
  ],
  'credentials.reveal': [
    byProvider(key),
    byRole(key),
    ...inState(
      { pending: 'provisioning', failed: 'provisioning', publicKey: 'unsupported', deleting: 'deleting' },
      key,
    ),
    ...inState({ active: 'unsupported' }, key, 'ibm'),
    ['one whose time is over', { id: 'erased', body: key }, '410 secret-gone erased'],
    ['one that has been seen', { on: 'amplify-classic', id: 'viewed', body: key }, '410 secret-gone viewed'],
    [
      'one that has been seen, by another',
      { on: 'amplify-classic', as: 'cleo', id: 'viewed', body: key, headers: { 'idempotency-key': 'first' } },
      '410 secret-gone viewed',
    ],
    [
      'a point beside the curve',
      { id: 'active', body: { publicKey: { ...publicKey, y: publicKey.x } } },
      '422 validation-failed /publicKey',
    ],
    [
      'a point of other length',
      { id: 'active', body: { publicKey: { ...publicKey, x: '' } } },
      '422 validation-failed /publicKey',
    ],
    [
      'another curve',
      { id: 'active', body: { publicKey: { ...publicKey, crv: 'P-521' } } },
      '422 validation-failed /publicKey/crv',
    ],
    [
      'another sort of key',
      { id: 'active', body: { publicKey: { kty: 'oct', k: 'AA' } } },
      '422 validation-failed /publicKey/kty /publicKey/crv /publicKey/x /publicKey/y',
    ],
  ],
  'credentials.share': [
    byRole(),
    ['a provider', { on: 'ibm', id: 'active', as: 'priya' }, '403 forbidden role'],
    ...inState({ active: 'unsupported' }),
    ...inState({ pending: 'provisioning', internal1: 'unsupported', deleted: 'deleting' }, {}, 'ibm'),
    [
      'too short a time',
      { on: 'ibm', id: 'active', body: { lifetimeMs: 59_999 } },
      '422 validation-failed /lifetimeMs',
    ],
    [
      'too long a time',
      { on: 'ibm', id: 'active', body: { lifetimeMs: 2_592_000_001 } },
      '422 validation-failed /lifetimeMs',
    ],
    [
      'half a millisecond',
      { on: 'ibm', id: 'active', body: { lifetimeMs: 60_000.5 } },
      '422 validation-failed /lifetimeMs',
    ],
    ['another team’s', { on: 'ibm', id: 'bens' }, '404 not-found'],
  ],
  'credentials.unshare': [
    byRole(),
    ...inState({ active: 'unsupported' }),
    ...inState({ revoked: 'not-shared', unshared: 'not-shared' }, {}, 'ibm'),
    ['a provider', { on: 'ibm', id: 'active', as: 'priya' }, '403 forbidden role'],
    ['another team’s', { on: 'ibm', id: 'bens' }, '404 not-found'],
  ],
  'credentials.provision': [
    byRole(),
    ['its owner', { id: 'manual' }, '403 forbidden role'],
    ['another team', { id: 'manual', as: 'ben' }, '404 not-found'],
    ['one that the agent sets up', { id: 'pending', as: 'priya' }, '409 state-conflict not-pending'],
    ['one that is active', { id: 'active', as: 'priya' }, '409 state-conflict not-pending'],
    ['one that has failed', { id: 'failed', as: 'priya' }, '409 state-conflict not-pending'],
    tooLong(),
  ],
  'credentials.fail': [
    byRole({ reason: 'r' }),
    ['its owner', { id: 'manual', body: { reason: 'r' } }, '403 forbidden role'],
    [
      'one that the agent sets up',
      { id: 'pending', as: 'priya', body: { reason: 'r' } },
      '409 state-conflict not-pending',
    ],
    ['one that has failed', { id: 'failed', as: 'priya', body: { reason: 'r' } }, '409 state-conflict not-pending'],
    ['a blank reason', { id: 'manual', as: 'priya', body: { reason: ' ' } }, '422 validation-failed /reason'],
    tooLong(),
  ],
  'credentials.history': [
    byRole(),
    ['another team’s, with a cursor', { id: 'bens', query: 'cursor=0' }, '404 not-found'],
    ['a cursor that nobody gave', { id: 'gone', query: 'cursor=x' }, '200'],
    ['an application', { id: 'app_shop_web' }, '404 not-found'],
  ],
  'credentials.batch': [
    byRole({ action: 'remove', ids: ['x'] }),
    ['none', { body: { action: 'remove', ids: [] } }, '422 validation-failed /ids'],
    ['too many', { body: { action: 'remove', ids: many(101) } }, '422 validation-failed /ids'],
    ['one twice', { body: { action: 'remove', ids: ['a', 'b', 'a'] } }, '422 validation-failed duplicate /ids/2'],
    ['ids of other types', { body: { action: 'remove', ids: ['a', 1, null] } }, '422 validation-failed /ids/1 /ids/2'],
    ['an action there is not', { body: { action: 'reveal', ids: ['a'] } }, '422 validation-failed /action'],
    [
      'another team’s and unknown ones, each with its own problem',
      { body: (ids: Record<string, string>) => ({ action: 'remove', ids: [ids['bens'], 'x', '__proto__'] }) },
      '200',
    ],
    tooLong({ action: 'remove', ids: ['x'] }),
  ],
};

const links: Row[] = ['expiredLink', 'replacedLink', 'revokedLink', 'deletedLink'].map((as) => [
  `on the ${as.replace('Link', '')} link`,
  { on: 'ibm', as, body: { secret: 'open-sesame' } },
  '401 unauthenticated',
]);
const chosen = (secret: string): Wild => ({ on: 'ibm', as: 'link', body: { secret } });

export const shareTable: { [Name in OperationName]?: Row[] } = {
  'share.get': [
    ...links.map(([what, { body: _, ...wild }, outcome]): Row => [what, wild, outcome]),
    ['the key’s owner', { on: 'ibm' }, '403 forbidden share-link'],
    ['a provider', { on: 'ibm', as: 'priya' }, '403 forbidden share-link'],
  ],
  'share.setSecret': [
    ...links,
    ['the key’s owner', { on: 'ibm', body: { secret: 'open-sesame' } }, '403 forbidden share-link'],
    ['too short a secret', chosen('seven77'), '422 validation-failed /secret'],
    ['too long a secret', chosen('s'.repeat(129)), '422 validation-failed /secret'],
    ['a secret with a blank', chosen('open sesame'), '422 validation-failed /secret'],
    ['a secret with a line break at its end', chosen('open-sesame\n'), '422 validation-failed /secret'],
    ['a secret that no header carries', chosen('öffne-dich'), '422 validation-failed /secret'],
  ],
};
