import type { OperationName } from '../../../../src/contract/index.js';
import type { Row } from '../wire.js';

const long = 'x'.repeat(1001);
const tooLong: Row = [
  'a reason that is too long',
  { id: 'sub_storefront_gold', body: { reason: long } },
  '422 validation-failed /reason',
];
const stream = { accept: 'text/event-stream' };

/** The session, what there is to ask access to, subscriptions and events. */
export const catalogTable: { [Name in OperationName]?: Row[] } = {
  'session.get': [
    ['a query that it does not have', { query: 'limit=0&x=%00&x=' }, '200'],
    [
      'an endless key, which it does not need',
      { headers: { 'idempotency-key': 'k'.repeat(201) } },
      '400 malformed-request',
    ],
  ],
  'environments.list': [['a cursor that nobody gave', { on: 'eqp', query: 'cursor=x' }, '200']],
  'products.list': [['a cursor that nobody gave', { query: 'cursor=%27--' }, '200']],
  'products.get': [['an id of something else', { id: 'orders' }, '404 not-found']],
  'resources.list': [['a product and an environment there are not', { query: 'productId=x&environment=x' }, '200']],
  'resources.get': [['an id of something else', { id: 'commerce' }, '404 not-found']],
  'resources.accessOptions': [
    ['another team', { id: 'orders', query: 'teamId=team_logistics' }, '200'],
    ['another team’s application', { id: 'orders', query: 'applicationId=app_dispatch' }, '200'],
    ['an id of something else', { id: 'app_shop_web' }, '404 not-found'],
  ],
  'resources.expose': [
    ['one without a gate', { id: 'orders' }, '409 state-conflict unsupported'],
    ['one without a gate, for the provider', { id: 'orders', as: 'priya' }, '409 state-conflict unsupported'],
    ['one that is open', { on: 'ibm', id: 'inventory' }, '409 state-conflict exposed'],
    ['one that is open, for the provider', { on: 'ibm', id: 'inventory', as: 'priya' }, '409 state-conflict exposed'],
    ['a reason that is too long', { id: 'orders', body: { reason: long } }, '422 validation-failed /reason'],
  ],
  'resources.unexpose': [
    ['one without a gate', { id: 'orders' }, '409 state-conflict unsupported'],
    ['one that is closed', { on: 'ibm', id: 'pricing' }, '409 state-conflict not-exposed'],
    ['a reason that is too long', { id: 'orders', body: { reason: long } }, '422 validation-failed /reason'],
  ],

  'subscriptions.list': [
    ['an approval there is not', { query: 'approval=maybe' }, '422 validation-failed /approval'],
    ['a product there is not', { query: 'productId=x&cursor=x' }, '200'],
  ],
  'subscriptions.get': [['an id of something else', { id: 'app_shop_web' }, '404 not-found']],
  'subscriptions.approve': [
    ['a consumer', { id: 'sub_storefront_trial' }, '403 forbidden role'],
    ['a consumer of another team', { id: 'sub_storefront_trial', as: 'ben' }, '404 not-found'],
    ['one that is approved', { id: 'sub_storefront_gold', as: 'priya' }, '409 state-conflict not-pending'],
    tooLong,
  ],
  'subscriptions.reject': [
    ['a consumer', { id: 'sub_storefront_trial' }, '403 forbidden role'],
    ['one that is approved', { id: 'sub_storefront_gold', as: 'priya' }, '409 state-conflict not-pending'],
    ['one that has expired', { id: 'sub_logistics_2025', as: 'priya' }, '409 state-conflict not-pending'],
    tooLong,
  ],
  'subscriptions.change': [
    ['an unknown plan', { id: 'sub_storefront_gold', body: { planId: 'x' } }, '422 validation-failed unknown /planId'],
    [
      'another product’s plan',
      { id: 'sub_storefront_gold', body: { planId: 'plan_weather_free' } },
      '422 validation-failed unknown /planId',
    ],
    [
      'one that waits',
      { id: 'sub_storefront_trial', body: { planId: 'plan_gold' } },
      '409 state-conflict not-approved',
    ],
    [
      'one that has expired',
      { id: 'sub_logistics_2025', as: 'ben', body: { planId: 'plan_bronze' } },
      '409 state-conflict not-active',
    ],
    [
      'one of a single plan',
      { id: 'sub_logistics_weather', as: 'ben', body: { planId: 'plan_weather_free' } },
      '409 state-conflict unsupported',
    ],
    [
      'a reason that is too long',
      { id: 'sub_storefront_gold', body: { planId: 'plan_bronze', reason: long } },
      '422 validation-failed /reason',
    ],
  ],
  'subscriptions.cancel': [
    ['one that has expired', { id: 'sub_logistics_2025', as: 'ben' }, '409 state-conflict not-active'],
    [
      'one that has expired, for the provider',
      { id: 'sub_logistics_2025', as: 'priya' },
      '409 state-conflict not-active',
    ],
    tooLong,
  ],

  'applications.list': [['a cursor that nobody gave', { query: 'cursor=app_dispatch' }, '200']],
  'applications.get': [['an id of something else', { id: 'sub_storefront_gold' }, '404 not-found']],
  'applications.create': [
    ['nothing', { body: {} }, '422 validation-failed /name /teamId'],
    ['a blank name', { body: { name: ' \n', teamId: 'team_storefront' } }, '422 validation-failed /name'],
    [
      'a name that is too long',
      { body: { name: 'n'.repeat(101), teamId: 'team_storefront' } },
      '422 validation-failed /name',
    ],
    [
      'a description that is too long',
      { body: { name: 'n', teamId: 'team_storefront', description: long } },
      '422 validation-failed /description',
    ],
    ['another team', { body: { name: 'n', teamId: 'team_logistics' } }, '422 validation-failed unknown /teamId'],
    ['a team there is not', { body: { name: 'n', teamId: '__proto__' } }, '422 validation-failed unknown /teamId'],
    [
      'a provider, who is in no team',
      { as: 'priya', body: { name: 'n', teamId: 'team_storefront' } },
      '422 validation-failed unknown /teamId',
    ],
  ],

  'events.list': [
    ['a position nobody gave', { query: 'after=x' }, '200'],
    ['a position that is too long', { query: `after=${'9'.repeat(65)}` }, '200'],
    ['a negative position', { query: 'after=-1' }, '200'],
    ['a stream from a position nobody gave', { headers: { ...stream, 'last-event-id': 'x' } }, '200'],
    ['a stream from several lines', { headers: stream, query: 'after=1%0Adata:%20x' }, '400 malformed-request'],
    ['a stream from NUL', { headers: stream, query: 'after=%00' }, '400 malformed-request'],
    ['a stream from two positions', { headers: stream, query: 'after=1&after=2' }, '400 malformed-request'],
    ['a stream for nobody', { as: 'nobody', headers: stream }, '401 unauthenticated'],
    ['a stream on a share link', { on: 'ibm', as: 'link', headers: stream }, '403 forbidden share-link'],
    [
      'a stream on a share link from a position',
      { on: 'ibm', as: 'link', headers: { ...stream, 'last-event-id': '0' } },
      '403 forbidden share-link',
    ],
  ],
};
