import type { OperationName } from '../../../../src/contract/index.js';
import { adasCredential } from '../../world.js';
import { dayMs } from '../scenes.js';
import type { Row, Wild } from '../wire.js';

const amplify = (more: object, wild: Wild = {}): Wild => ({ ...wild, body: { ...adasCredential(), ...more } });
const filledIn = (data: unknown): Wild => amplify({ data });
const publicKey = (text: unknown): Wild => amplify({ typeId: 'oauth-public-key', data: { publicKey: text } });
const ibm = (more: object = {}, wild: Wild = {}): Wild => ({
  on: 'ibm',
  ...wild,
  body: { name: 'k', typeId: 'external', resourceId: 'inventory', data: {}, ...more },
});
const eqp = (environment: string, more: object = {}, wild: Wild = {}): Wild => ({
  on: 'eqp',
  ...wild,
  body: { name: 'k', typeId: 'session-pair', resourceId: `eqp-${environment}`, environment, data: {}, ...more },
});
const mparticle = (grants: unknown, more: object = {}, wild: Wild = {}): Wild => ({
  on: 'mparticle',
  ...wild,
  body: { name: 'k', typeId: 'oauth-secret', grants, data: {}, ...more },
});
const profile = (scopeIds?: string[], permissionId = 'read-only') => ({
  resourceId: 'profile',
  permissionId,
  scopeIds,
});
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `x${i}`);

const rows: Row[] = [
  ['nothing', { body: {} }, '422 validation-failed /name /typeId /data'],
  ['a blank name', amplify({ name: '' }), '422 validation-failed /name'],
  ['a name that is too long', amplify({ name: 'n'.repeat(101) }), '422 validation-failed /name'],
  ['no application', amplify({ applicationId: undefined }), '422 validation-failed required /applicationId'],
  ['an unknown application', amplify({ applicationId: 'x' }), '422 validation-failed unknown /applicationId'],
  [
    'another team’s application',
    amplify({ applicationId: 'app_dispatch' }),
    '422 validation-failed unknown /applicationId',
  ],
  ['a provider, who is in no team', amplify({}, { as: 'priya' }), '422 validation-failed unknown /applicationId'],
  [
    'a team that is not the application’s',
    amplify({ teamId: 'team_logistics' }, { as: 'cleo' }),
    '422 validation-failed other-team /teamId',
  ],
  ['no resource', amplify({ resourceId: undefined }), '422 validation-failed required /resourceId'],
  ['an unknown resource', amplify({ resourceId: 'x' }), '422 validation-failed unknown /resourceId'],
  ['a resource and grants', amplify({ grants: [profile()] }), '422 validation-failed unsupported /resourceId'],
  [
    'grants where there are none',
    amplify({ resourceId: undefined, grants: [profile()] }),
    '422 validation-failed unknown /grants/0/resourceId',
  ],
  [
    'an environment where there are none',
    amplify({ environment: 'sandbox' }),
    '422 validation-failed unknown /environment',
  ],
  ['an unknown type', amplify({ typeId: '__proto__' }), '422 validation-failed unknown /typeId'],
  ['another resource’s type', amplify({ typeId: 'api-key-manual' }), '422 validation-failed unknown /typeId'],
  ['a lifetime there is not', amplify({ lifetimeMs: 5 }), '422 validation-failed unknown /lifetimeMs'],
  [
    'a lifetime where there are none',
    amplify({ typeId: 'oauth-secret', lifetimeMs: 30 * dayMs }),
    '422 validation-failed unknown /lifetimeMs',
  ],
  [
    'a lifetime without end, as a number',
    { body: JSON.stringify(amplify({ lifetimeMs: 7 }).body).replace(':7', ':1e999') },
    '422 validation-failed /lifetimeMs',
  ],
  ['data where none is asked for', amplify({ typeId: 'oauth-secret', data: { x: 1 } }), '422 validation-failed /data'],
  ['a list of data', filledIn([]), '422 validation-failed /data'],
  ['one origin', filledIn({ origins: 'https://shop.example' }), '422 validation-failed /data/origins'],
  [
    'origins of other types',
    filledIn({ origins: ['https://shop.example', 7, {}] }),
    '422 validation-failed /data/origins/1 /data/origins/2',
  ],
  ['an origin twice', filledIn({ origins: ['a', 'a'] }), '422 validation-failed /data/origins'],
  ['too many origins', filledIn({ origins: many(1001) }), '422 validation-failed /data/origins'],
  ['what nobody asks for', filledIn({ origins: [], other: 1 }), '422 validation-failed /data/other'],
  [
    'what nobody asks for, by a name that objects have',
    filledIn({ constructor: 1 }),
    '422 validation-failed /data/constructor',
  ],
  ['no public key', amplify({ typeId: 'oauth-public-key' }), '422 validation-failed /data/publicKey'],
  ['an empty public key', publicKey(''), '422 validation-failed public-key /data/publicKey'],
  [
    'a public key that is none',
    publicKey('-----BEGIN PUBLIC KEY-----'),
    '422 validation-failed public-key /data/publicKey',
  ],
  ['a private key', publicKey('-----BEGIN PRIVATE KEY-----'), '422 validation-failed public-key /data/publicKey'],
  ['a JSON Web Key that is broken', publicKey('{"kty":'), '422 validation-failed public-key /data/publicKey'],
  [
    'a JSON Web Key of other types',
    publicKey('{"kty":{},"crv":["P-256"],"x":1}'),
    '422 validation-failed public-key /data/publicKey',
  ],
  [
    'a weak RSA key',
    publicKey(`{"kty":"RSA","n":"${'f'.repeat(171)}","e":"AQAB"}`),
    '422 validation-failed public-key /data/publicKey',
  ],
  ['a public key that is too long', publicKey('x'.repeat(8001)), '422 validation-failed /data/publicKey'],
  ['a public key that is a number', publicKey(7), '422 validation-failed /data/publicKey'],
  ['no access', amplify({ applicationId: 'app_shop_mobile' }), '409 access-required no-access'],
  [
    'access that waits',
    {
      body: (ids: Record<string, string>) => ({
        ...adasCredential('api-key', 'invoices'),
        applicationId: ids['application'],
      }),
    },
    '409 access-required not-approved',
  ],

  [
    'an application where there are none',
    ibm({ applicationId: 'app_shop_web' }),
    '422 validation-failed unsupported /applicationId',
  ],
  ['no team, of two', ibm({}, { as: 'cleo' }), '422 validation-failed required /teamId'],
  ['another team', ibm({ teamId: 'team_logistics' }), '422 validation-failed unknown /teamId'],
  ['a provider, who has no team', ibm({}, { as: 'priya' }), '422 validation-failed required /teamId'],
  ['a resource that is closed', ibm({ resourceId: 'pricing' }), '409 not-exposed'],
  ['one more than there may be', ibm({ typeId: 'internal' }), '409 limit-reached limit-reached'],
  [
    'one more, by another of the team',
    ibm({ typeId: 'internal', teamId: 'team_storefront' }, { as: 'cleo' }),
    '409 limit-reached limit-reached',
  ],

  [
    'no environment',
    eqp('sandbox', { environment: undefined }),
    '422 validation-failed environment-required /environment',
  ],
  ['an unknown environment', eqp('sandbox', { environment: 'x' }), '422 validation-failed unknown /environment'],
  [
    'another environment',
    eqp('sandbox', { environment: 'production' }),
    '422 validation-failed other-environment /environment',
  ],
  ['who is not eligible', eqp('sandbox', {}, { as: 'ben' }), '403 not-eligible'],
  ['one more in the environment than there may be', eqp('production'), '409 limit-reached limit-reached'],

  [
    'a role that may not',
    mparticle([profile(['ws_storefront_web'])], { teamId: 'team_storefront' }, { as: 'cleo' }),
    '403 forbidden role',
  ],
  [
    'a resource instead of grants',
    mparticle(undefined, { resourceId: 'profile' }),
    '422 validation-failed required /grants',
  ],
  ['neither', mparticle(undefined), '422 validation-failed required /grants'],
  ['no grant', mparticle([]), '422 validation-failed /grants'],
  ['a grant of nothing', mparticle([{}]), '422 validation-failed /grants/0/resourceId /grants/0/permissionId'],
  [
    'an unknown resource in a grant',
    mparticle([{ ...profile(), resourceId: 'x' }]),
    '422 validation-failed unknown /grants/0/resourceId',
  ],
  [
    'a resource twice',
    mparticle([profile(['ws_storefront_web']), profile(['ws_storefront_ios'])]),
    '422 validation-failed duplicate /grants/1',
  ],
  [
    'another resource’s permission',
    mparticle([profile(['ws_storefront_web'], 'admin')]),
    '422 validation-failed unknown /grants/0/permissionId',
  ],
  ['no scope', mparticle([profile()]), '422 validation-failed required /grants/0/scopeIds'],
  ['an empty scope', mparticle([profile([])]), '422 validation-failed required /grants/0/scopeIds'],
  [
    'another team’s scope',
    mparticle([profile(['ws_storefront_web', 'ws_logistics_fleet'])]),
    '422 validation-failed unknown /grants/0/scopeIds',
  ],
  [
    'a scope of another level',
    mparticle([profile(['acct_storefront'])]),
    '422 validation-failed unknown /grants/0/scopeIds',
  ],
  [
    'another scope than the only one',
    mparticle([{ resourceId: 'platform', permissionId: 'user', scopeIds: ['acct_logistics'] }]),
    '422 validation-failed unknown /grants/0/scopeIds',
  ],
  [
    'too many grants',
    mparticle(many(51).map((resourceId) => ({ ...profile(), resourceId }))),
    '422 validation-failed /grants',
  ],
  ['too many scopes', mparticle([profile(many(1001))]), '422 validation-failed /grants/0/scopeIds'],
  [
    'a lifetime where there is none',
    mparticle([{ resourceId: 'platform', permissionId: 'user' }], { lifetimeMs: dayMs }),
    '422 validation-failed unknown /lifetimeMs',
  ],
];

export const createCredentialTable: { [Name in OperationName]?: Row[] } = { 'credentials.create': rows };
