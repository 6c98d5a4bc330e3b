import type { OperationName } from '../../../../src/contract/index.js';
import { adasRequest } from '../../world.js';
import type { Row, Wild } from '../wire.js';

const long = 'x'.repeat(1001);
const good = adasRequest('orders', 'app_shop_mobile');
const request = (more: object, wild: Wild = {}): Wild => ({ ...wild, body: { ...good, ...more } });
const filledIn = (data: unknown): Wild => request({ data });
const bens = { subscriptionId: 'sub_logistics_bronze', applicationId: 'app_dispatch' };
const tooLong = (id: string): Row => [
  'a reason that is too long',
  { id, body: { reason: long } },
  '422 validation-failed /reason',
];

export const accessRequestsTable: { [Name in OperationName]?: Row[] } = {
  'accessRequests.list': [
    ['a state there is not', { query: 'state=lost' }, '422 validation-failed /state/0'],
    [
      'states of which one there is not',
      { query: 'state=active&state=&state=pending' },
      '422 validation-failed /state/1',
    ],
    ['another team’s application', { query: 'applicationId=app_dispatch&resourceId=x&cursor=x' }, '200'],
  ],
  'accessRequests.get': [['an id of something else', { id: 'active' }, '404 not-found']],
  'accessRequests.create': [
    ['nothing', { body: {} }, '422 validation-failed /name /resourceId /subscriptionId /applicationId /data'],
    ['a blank name', request({ name: '\t' }), '422 validation-failed /name'],
    ['a name that is too long', request({ name: 'n'.repeat(101) }), '422 validation-failed /name'],
    ['an unknown resource', request({ resourceId: 'x' }), '422 validation-failed unknown /resourceId'],
    [
      'a resource that needs none',
      request({ resourceId: 'inventory' }, { on: 'ibm' }),
      '409 state-conflict not-required',
    ],
    ['an unknown subscription', request({ subscriptionId: 'x' }), '422 validation-failed unknown /subscriptionId'],
    [
      'another team’s subscription',
      request({ subscriptionId: 'sub_logistics_bronze' }),
      '422 validation-failed unknown /subscriptionId',
    ],
    [
      'another product’s subscription',
      request({ ...bens, subscriptionId: 'sub_logistics_weather' }, { as: 'ben' }),
      '422 validation-failed unknown /subscriptionId',
    ],
    [
      'a subscription that waits',
      request({ subscriptionId: 'sub_storefront_trial' }),
      '422 validation-failed not-approved /subscriptionId',
    ],
    [
      'a subscription that has expired',
      request({ ...bens, subscriptionId: 'sub_logistics_2025' }, { as: 'ben' }),
      '422 validation-failed not-active /subscriptionId',
    ],
    [
      'a plan without the resource',
      request({ ...bens, resourceId: 'invoices' }, { as: 'ben' }),
      '422 validation-failed plan-excludes-resource /subscriptionId',
    ],
    ['an unknown application', request({ applicationId: 'x' }), '422 validation-failed unknown /applicationId'],
    [
      'another team’s application',
      request({ applicationId: 'app_dispatch' }),
      '422 validation-failed unknown /applicationId',
    ],
    [
      'things of two teams',
      request({ applicationId: 'app_dispatch' }, { as: 'cleo' }),
      '422 validation-failed other-team /applicationId',
    ],
    ['a provider, who is in no team', request({}, { as: 'priya' }), '422 validation-failed unknown /subscriptionId'],
    ['what is there already', { body: adasRequest() }, '409 duplicate-access-request duplicate'],
    ['what another one has asked for', { as: 'cleo', body: adasRequest() }, '409 duplicate-access-request duplicate'],
    ['an empty form', filledIn({}), '422 validation-failed /data/purpose /data/callsPerDay'],
    ['a form that is a list', filledIn([]), '422 validation-failed /data'],
    ['an answer there is not', filledIn({ purpose: 'play', callsPerDay: 1 }), '422 validation-failed /data/purpose'],
    [
      'answers of other types',
      filledIn({ purpose: ['try'], callsPerDay: '1' }),
      '422 validation-failed /data/purpose /data/callsPerDay',
    ],
    ['too small a number', filledIn({ purpose: 'try', callsPerDay: 0 }), '422 validation-failed /data/callsPerDay'],
    [
      'too large a number',
      filledIn({ purpose: 'try', callsPerDay: 10_000_001 }),
      '422 validation-failed /data/callsPerDay',
    ],
    ['half a number', filledIn({ purpose: 'try', callsPerDay: 1.5 }), '422 validation-failed /data/callsPerDay'],
    [
      'a number without end',
      { body: JSON.stringify(good).replace(':10', ':1e999') },
      '422 validation-failed /data/callsPerDay',
    ],
    ['what nobody asks for', filledIn({ ...good.data, 'a/b~c': 1 }), '422 validation-failed /data/a~1b~0c'],
  ],
  'accessRequests.update': [
    ['one that waits', { id: 'waiting' }, '409 state-conflict not-rejected'],
    ['one that is granted', { id: 'granted' }, '409 state-conflict not-rejected'],
    ['one that is revoked', { id: 'revoked' }, '409 state-conflict not-rejected'],
    ['one that is withdrawn', { id: 'withdrawn' }, '409 state-conflict not-rejected'],
    ['one that has a successor', { id: 'superseded' }, '409 duplicate-access-request duplicate'],
    ['a provider', { id: 'rejected', as: 'priya' }, '403 forbidden role'],
    ['a blank name', { id: 'rejected', body: { name: ' ' } }, '422 validation-failed /name'],
    ['an empty form', { id: 'rejected', body: { data: {} } }, '422 validation-failed /data/purpose /data/callsPerDay'],
  ],
  'accessRequests.withdraw': [
    ['one that is granted', { id: 'granted' }, '409 state-conflict not-pending'],
    ['one that is being granted', { id: 'provisioning' }, '409 state-conflict not-pending'],
    ['one that is rejected', { id: 'rejected' }, '409 state-conflict not-pending'],
    ['one that is withdrawn', { id: 'withdrawn' }, '409 state-conflict not-pending'],
    ['a provider', { id: 'waiting', as: 'priya' }, '403 forbidden role'],
    tooLong('waiting'),
  ],
  'accessRequests.approve': [
    ['a consumer', { id: 'waiting' }, '403 forbidden role'],
    ['a consumer of another team', { id: 'waiting', as: 'ben' }, '404 not-found'],
    ['one that is granted', { id: 'granted', as: 'priya' }, '409 state-conflict not-pending'],
    ['one that is rejected', { id: 'rejected', as: 'priya' }, '409 state-conflict not-pending'],
    tooLong('waiting'),
  ],
  'accessRequests.reject': [
    ['a consumer', { id: 'waiting' }, '403 forbidden role'],
    ['one that is granted', { id: 'granted', as: 'priya' }, '409 state-conflict not-pending'],
    ['one that is withdrawn', { id: 'withdrawn', as: 'priya' }, '409 state-conflict not-pending'],
    tooLong('waiting'),
  ],
  'accessRequests.revoke': [
    ['a consumer', { id: 'granted' }, '403 forbidden role'],
    ['one that waits', { id: 'waiting', as: 'priya' }, '409 state-conflict not-granted'],
    ['one that is revoked', { id: 'revoked', as: 'priya' }, '409 state-conflict not-granted'],
    tooLong('granted'),
  ],
  'accessRequests.history': [
    ['another team’s, with a cursor', { id: 'bensRequest', query: 'cursor=0' }, '404 not-found'],
    ['a cursor that nobody gave', { id: 'granted', query: 'cursor=x' }, '200'],
    ['an application', { id: 'app_shop_web' }, '404 not-found'],
  ],
};
