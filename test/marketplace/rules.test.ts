import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionName } from '../../src/contract/index.js';
import type { Principal } from '../../src/marketplace/index.js';
import type {
  AccessRequestRecord,
  ApplicationRecord,
  CredentialRecord,
  CredentialTypeRecord,
  ProductRecord,
  ResourceRecord,
  SubscriptionRecord,
} from '../../src/marketplace/records.js';
import { accessActions, judgeAccessRequest, subscriptionObstacle } from '../../src/marketplace/rules/access.js';
import {
  credentialActions,
  judgeCredential,
  secretInfo,
  visibleState,
} from '../../src/marketplace/rules/credential.js';
import {
  objectionToApplication,
  objectionToSubscription,
  requestObstacle,
} from '../../src/marketplace/rules/options.js';
import { environmentObstacle, judgeExposure, mayUseCredentials } from '../../src/marketplace/rules/gate.js';
import { judgeSubscription, subscriptionActions } from '../../src/marketplace/rules/subscription.js';
import type { Verdict } from '../../src/marketplace/rules/verdict.js';
import { ibm } from '../../src/marketplace/presets/ibm.js';
import { eqp } from '../../src/marketplace/presets/eqp.js';
import { sampleAmplify } from '../../src/marketplace/samples/amplify.js';
import { samplePeople } from '../../src/marketplace/samples/sample.js';

const now = 1_800_000_000_000;
const day = 24 * 60 * 60 * 1000;
const sample = sampleAmplify({ gatewayUrl: 'https://g.example', tokenUrl: 'https://g.example/t', now });
const person = (id: string): Principal => samplePeople.find((candidate) => candidate.id === id)!;
const find = <T extends { id: string }>(records: T[], id: string): T => records.find((record) => record.id === id)!;
const gold = find(sample.subscriptions, 'sub_storefront_gold');
const type = sample.resources[0]!.credentialTypes[0]!;

/** A verdict in one word: `yes`, `no: reason`, `-` for absent. */
const word = (verdict: Verdict): string =>
  verdict.is === 'allowed' ? 'yes' : verdict.is === 'refused' ? `no: ${verdict.reason}` : '-';

const table = <Row extends string>(names: readonly ActionName[], judge: (action: ActionName) => Verdict) =>
  Object.fromEntries(names.map((name) => [name, word(judge(name))])) as Record<Row, string>;

describe('subscriptions (A5)', () => {
  const rows: [string, Partial<SubscriptionRecord>, string | undefined][] = [
    ['approved and active', {}, undefined],
    ['waiting for approval', { approval: 'pending' }, 'not-approved'],
    ['rejected', { approval: 'rejected' }, 'not-approved'],
    ['cancelled', { state: 'cancelled' }, 'not-active'],
    ['archived', { state: 'archived' }, 'not-active'],
    ['expires later', { expiresAt: now + 1 }, undefined],
    ['expires at this moment', { expiresAt: now }, 'not-active'],
  ];
  for (const [name, change, expected] of rows)
    it(name, () => assert.equal(subscriptionObstacle({ ...gold, ...change }, now), expected));
});

describe('actions on an access request (A7, A8, C2)', () => {
  type Row = (typeof accessActions)[number];
  const rows: [AccessRequestRecord['state'], string, Partial<Record<Row, string>>][] = [
    ['pending', 'ada', { withdraw: 'yes', 'create-credential': 'no: not-approved' }],
    ['provisioning', 'ada', { 'create-credential': 'no: provisioning' }],
    ['active', 'ada', { 'create-credential': 'yes' }],
    ['error', 'ada', { 'create-credential': 'no: provisioning' }],
    ['rejected', 'ada', { update: 'yes' }],
    ['revoked', 'ada', {}],
    ['withdrawn', 'ada', {}],
    ['pending', 'priya', { approve: 'yes', reject: 'yes' }],
    ['provisioning', 'priya', { revoke: 'yes' }],
    ['active', 'priya', { revoke: 'yes' }],
    ['error', 'priya', { approve: 'yes', revoke: 'yes' }],
    ['rejected', 'priya', {}],
    ['revoked', 'priya', {}],
    ['pending', 'ben', {}],
  ];
  for (const [state, who, expected] of rows)
    it(`${state}, for ${who}`, () => {
      const request = { state, teamId: 'team_storefront' };
      const actual = table<Row>(accessActions, (a) => judgeAccessRequest(a, person(who), request, gold, now));
      const absent = Object.fromEntries(accessActions.map((action) => [action, '-']));
      assert.deepEqual(actual, { ...absent, ...expected });
    });

  it('needs a usable subscription for a credential (A5)', () => {
    const request = { state: 'active' as const, teamId: 'team_storefront' };
    const cancelled = { ...gold, state: 'cancelled' as const };
    const verdict = judgeAccessRequest('create-credential', person('ada'), request, cancelled, now);
    assert.equal(word(verdict), 'no: subscription-not-active');
  });
});

describe('choosing a subscription and an application (A4, A5, A6)', () => {
  const product = find<ProductRecord>(sample.products, 'commerce');
  const resource = (id: string): ResourceRecord => find(sample.resources, id);
  const subscription = (id: string): SubscriptionRecord => find(sample.subscriptions, id);
  const application = (id: string): ApplicationRecord => find(sample.applications, id);
  const subscriptions: [string, string, string, object, string | undefined][] = [
    ['a usable one', 'sub_storefront_gold', 'orders', {}, undefined],
    ['one that waits for approval', 'sub_storefront_trial', 'orders', {}, 'not-approved'],
    ['one that has expired', 'sub_logistics_2025', 'orders', {}, 'not-active'],
    ['a plan without the resource', 'sub_logistics_bronze', 'invoices', {}, 'plan-excludes-resource'],
    ['another team’s than the chosen', 'sub_logistics_bronze', 'orders', { teamId: 'team_storefront' }, 'other-team'],
    [
      'another team’s than the application’s',
      'sub_logistics_bronze',
      'orders',
      { application: application('app_shop_web') },
      'other-team',
    ],
    [
      'the application’s team’s',
      'sub_logistics_bronze',
      'orders',
      { application: application('app_dispatch') },
      undefined,
    ],
  ];
  for (const [name, id, resourceId, choice, expected] of subscriptions)
    it(`subscription: ${name}`, () =>
      assert.equal(objectionToSubscription(subscription(id), product, resource(resourceId), choice, now), expected));

  const duplicate = { id: 'ar_1', subscriptionId: gold.id } as AccessRequestRecord;
  const applications: [string, string, AccessRequestRecord[], object, string | undefined][] = [
    ['with nothing chosen', 'app_dispatch', [], {}, undefined],
    ['of the subscription’s team', 'app_shop_web', [], { subscription: gold }, undefined],
    ['of another team', 'app_dispatch', [], { subscription: gold }, 'other-team'],
    ['of another team than the chosen', 'app_dispatch', [], { teamId: 'team_storefront' }, 'other-team'],
    ['with a live request', 'app_shop_web', [duplicate], { subscription: gold }, 'duplicate'],
    [
      'with a live request under another subscription',
      'app_shop_web',
      [{ ...duplicate, subscriptionId: 'other' }],
      { subscription: gold },
      undefined,
    ],
  ];
  for (const [name, id, live, choice, expected] of applications)
    it(`application: ${name}`, () =>
      assert.equal(objectionToApplication(application(id), live, choice)?.reason, expected));

  const orders = resource('orders');
  const usable = { teamId: 'team_storefront', allowed: true };
  const own = { teamId: 'team_storefront' };
  const obstacles: [string, ResourceRecord, (typeof usable)[], (typeof own)[], string | undefined][] = [
    ['everything there', orders, [usable], [own], undefined],
    ['no subscription', orders, [], [own], 'no-subscription'],
    ['somebody else’s subscription', orders, [{ ...usable, teamId: 'team_logistics' }], [own], 'no-subscription'],
    ['no usable one', orders, [{ ...usable, allowed: false }], [own], 'no-usable-subscription'],
    ['no application in its team', orders, [usable], [{ teamId: 'team_logistics' }], 'no-application'],
    [
      'no request needed (A1)',
      { ...orders, access: { required: false, approval: 'automatic' } },
      [usable],
      [own],
      'not-required',
    ],
  ];
  for (const [name, of, subscriptionsOf, applicationsOf, expected] of obstacles)
    it(`blocked: ${name}`, () =>
      assert.equal(requestObstacle(person('ada'), of, subscriptionsOf, applicationsOf), expected));
});

const credential: CredentialRecord = {
  id: 'cred_1',
  name: 'CI',
  applicationId: 'app_shop_web',
  teamId: 'team_storefront',
  typeId: type.id,
  resourceIds: ['orders'],
  data: {},
  state: 'active',
  wanted: 'active',
  identifiers: [{ name: 'key', label: 'API key', value: 'lk_key_abcd…wxyz' }],
  secretUntil: now + day,
  shown: 'active',
  text: 'CI',
  sortName: 'ci',
  createdAt: now,
  updatedAt: now,
  version: 1,
};

describe('actions on a credential (C1, C5, C8, S1, S3)', () => {
  type Row = (typeof credentialActions)[number];
  const rows: [string, Partial<CredentialRecord>, Partial<Record<Row, string>>][] = [
    [
      'pending',
      { state: 'pending', identifiers: [] },
      {
        reveal: 'no: provisioning',
        update: 'yes',
        suspend: 'no: provisioning',
        renew: 'no: provisioning',
        remove: 'yes',
      },
    ],
    ['active', {}, { reveal: 'yes', update: 'yes', suspend: 'yes', renew: 'yes', remove: 'yes' }],
    [
      'suspending',
      { wanted: 'inactive' },
      { reveal: 'yes', update: 'yes', suspend: 'no: in-transition', renew: 'no: in-transition', remove: 'yes' },
    ],
    [
      'inactive',
      { state: 'inactive', wanted: 'inactive' },
      { reveal: 'yes', update: 'yes', enable: 'yes', renew: 'no: not-active', remove: 'yes' },
    ],
    [
      'enabling',
      { state: 'inactive', wanted: 'active' },
      { reveal: 'yes', update: 'yes', enable: 'no: in-transition', renew: 'no: not-active', remove: 'yes' },
    ],
    ['deleting', { wanted: 'deleted' }, {}],
    [
      'error',
      { state: 'error', identifiers: [] },
      {
        reveal: 'no: provisioning',
        update: 'yes',
        suspend: 'no: not-active',
        renew: 'no: not-active',
        retry: 'yes',
        remove: 'yes',
      },
    ],
    ['error while deleting', { state: 'error', wanted: 'deleted' }, { retry: 'yes' }],
    [
      'after the window',
      { secretUntil: now },
      { reveal: 'no: erased', update: 'yes', suspend: 'yes', renew: 'yes', remove: 'yes' },
    ],
    [
      'renewing',
      { orders: { renew: { id: 'r', oldUntil: now } } },
      { reveal: 'yes', update: 'yes', suspend: 'no: in-transition', renew: 'no: in-transition', remove: 'yes' },
    ],
    [
      'updating',
      { orders: { update: 2 } },
      { reveal: 'yes', update: 'yes', suspend: 'no: in-transition', renew: 'no: in-transition', remove: 'yes' },
    ],
    ['expired', { expiresAt: now }, { reveal: 'yes', update: 'yes', remove: 'yes' }],
    [
      'expired while inactive',
      { expiresAt: now, state: 'inactive', wanted: 'inactive' },
      { reveal: 'yes', update: 'yes', remove: 'yes' },
    ],
  ];
  for (const [name, change, expected] of rows)
    it(name, () => {
      const record = { ...credential, ...change };
      const actual = table<Row>(credentialActions, (a) => judgeCredential(a, person('ada'), record, type, now));
      const absent = Object.fromEntries(credentialActions.map((action) => [action, '-']));
      assert.deepEqual(actual, { ...absent, ...expected });
    });

  it('offers nothing to anybody outside the team', () => {
    for (const who of ['ben', 'priya'])
      for (const action of credentialActions)
        assert.equal(word(judgeCredential(action, person(who), credential, type, now)), '-');
  });

  it('leaves suspending out where the type cannot be suspended (X1)', () => {
    const fixed = { ...type, suspendable: false };
    assert.equal(word(judgeCredential('suspend', person('ada'), credential, fixed, now)), '-');
  });

  it('asks for the name before deleting one that is active and was used in the last 7 days (C8)', () => {
    const confirm = (change: Partial<CredentialRecord>) => {
      const verdict = judgeCredential('remove', person('ada'), { ...credential, ...change }, type, now);
      return verdict.is === 'allowed' && verdict.confirm;
    };
    assert.equal(confirm({}), 'simple');
    assert.equal(confirm({ lastUsedAt: now - 7 * day + 1 }), 'typed');
    assert.equal(confirm({ lastUsedAt: now - 7 * day }), 'simple');
    assert.equal(confirm({ lastUsedAt: now, state: 'inactive', wanted: 'inactive' }), 'simple');
  });
});

describe('what types allow (C6, C7, I2, S9)', () => {
  const word_ = (action: ActionName, change: Partial<CredentialRecord>, types: CredentialTypeRecord, at = now) =>
    word(judgeCredential(action, person('ada'), { ...credential, ...change }, types, at));

  it('renews with an overlap that never goes past the expiry', () => {
    const overlaps = (expiresAt?: number) => {
      const verdict = judgeCredential(
        'renew',
        person('ada'),
        expiresAt === undefined ? credential : { ...credential, expiresAt },
        type,
        now,
      );
      return verdict.is === 'allowed' ? verdict.overlapsMs : verdict.reason;
    };
    const hour = day / 24;
    assert.deepEqual(overlaps(), [0, hour, day, 7 * day]);
    assert.deepEqual(overlaps(now + 7 * day), [0, hour, day, 7 * day]);
    assert.deepEqual(overlaps(now + 7 * day - 1), [0, hour, day]);
    assert.deepEqual(overlaps(now + 1), [0]);
    assert.equal(overlaps(now), 'expired');
  });

  it('regenerates where the type says so, with the name when it is in use', () => {
    const pair = eqp.sessionPair('https://t.example');
    assert.equal(word_('regenerate', {}, type), '-');
    assert.equal(word_('regenerate', {}, pair), 'yes');
    assert.equal(word_('regenerate', { orders: { regenerate: true } }, pair), 'no: in-transition');
    assert.equal(word_('renew', {}, pair), '-');
    const verdict = judgeCredential('regenerate', person('ada'), { ...credential, lastUsedAt: now }, pair, now);
    assert.equal(verdict.is === 'allowed' && verdict.confirm, 'typed');
  });

  it('is shared where the secret is set later, and unshared while there is a link', () => {
    const [internal, external] = ibm.credentialTypes({ tokenUrl: '' }) as [CredentialTypeRecord, CredentialTypeRecord];
    assert.equal(word_('share', {}, internal), '-');
    assert.equal(word_('share', {}, external), 'yes');
    assert.equal(word_('share', { identifiers: [] }, external), 'no: provisioning');
    assert.equal(word_('unshare', {}, external), '-');
    assert.equal(word_('unshare', { shareUntil: now + 1 }, external), 'yes');
    assert.equal(word_('unshare', { shareUntil: now }, external), '-');
  });

  it('lets a provider set up by hand what waits for one, and nobody else', () => {
    const manual: CredentialTypeRecord = { ...type, provisioning: 'manual' };
    const waiting: CredentialRecord = { ...credential, state: 'pending', identifiers: [] };
    const words = (who: string, record: CredentialRecord, of = manual) =>
      ['provision', 'fail'].map((action) => word(judgeCredential(action as ActionName, person(who), record, of, now)));
    assert.deepEqual(words('priya', waiting), ['yes', 'yes']);
    assert.deepEqual(words('ada', waiting), ['-', '-']);
    assert.deepEqual(words('priya', waiting, type), ['-', '-']);
    assert.deepEqual(words('priya', { ...waiting, released: true }), ['-', '-']);
    assert.deepEqual(words('priya', { ...waiting, state: 'error' }), ['-', '-']);
    assert.deepEqual(words('priya', { ...waiting, wanted: 'deleted' }), ['-', '-']);
  });
});

describe('actions on a subscription (A5, A9)', () => {
  const product = find<ProductRecord>(sample.products, 'commerce');
  const rows: [string, string, Partial<SubscriptionRecord>, Record<string, string>][] = [
    ['active, for a member', 'ada', {}, { 'change-plan': 'yes', cancel: 'yes' }],
    ['active, for a provider', 'priya', {}, { 'change-plan': 'yes', cancel: 'yes' }],
    ['active, for another team', 'ben', {}, {}],
    ['waiting, for a member', 'ada', { approval: 'pending' }, { 'change-plan': 'no: not-approved', cancel: 'yes' }],
    [
      'waiting, for a provider',
      'priya',
      { approval: 'pending' },
      { approve: 'yes', reject: 'yes', 'change-plan': 'no: not-approved', cancel: 'yes' },
    ],
    ['rejected', 'priya', { approval: 'rejected' }, { 'change-plan': 'no: not-approved' }],
    ['cancelled', 'ada', { state: 'cancelled' }, {}],
    ['over', 'priya', { approval: 'pending', expiresAt: now }, {}],
  ];
  for (const [name, who, change, expected] of rows)
    it(name, () => {
      const actual = table(subscriptionActions, (action) =>
        judgeSubscription(action, person(who), { ...gold, ...change }, product, now),
      );
      assert.deepEqual(actual, { approve: '-', reject: '-', 'change-plan': '-', cancel: '-', ...expected });
    });
});

describe('gates (E1, E2, I1, M1)', () => {
  const admin = { ...person('ada'), roles: ['consumer', 'admin'] };

  it('opens credentials to the roles the policy names, and to providers', () => {
    const policy = { applications: false, credentialRoles: { anyOf: ['admin'], message: 'Ask an admin.' } };
    assert.equal(mayUseCredentials(policy, admin), true);
    assert.equal(mayUseCredentials(policy, person('ada')), false);
    assert.equal(mayUseCredentials(policy, person('priya')), true);
    assert.equal(mayUseCredentials({ applications: false }, person('ada')), true);
  });

  it('has an environment named where there are several, and no other', () => {
    assert.equal(environmentObstacle(eqp.policy, undefined), 'environment-required');
    assert.equal(environmentObstacle(eqp.policy, 'sandbox'), undefined);
    assert.equal(environmentObstacle(eqp.policy, 'staging'), 'unknown');
    assert.equal(environmentObstacle({ applications: true }, undefined), undefined);
    assert.equal(environmentObstacle({ applications: true }, 'sandbox'), 'unknown');
  });

  it('lets those expose who may, what has a gate, and only when it is closed', () => {
    const judge = (who: string, exposedAtFirst: boolean | undefined, exposed: boolean, policy = ibm.policy) =>
      (['expose', 'unexpose'] as const).map((action) =>
        word(
          judgeExposure(action, person(who), policy, exposedAtFirst === undefined ? {} : { exposedAtFirst }, exposed),
        ),
      );
    assert.deepEqual(judge('ada', undefined, true), ['-', '-']);
    assert.deepEqual(judge('ada', false, false), ['yes', 'no: not-exposed']);
    assert.deepEqual(judge('ada', false, true), ['no: exposed', 'yes']);
    assert.deepEqual(judge('ada', false, true, { applications: false }), ['-', '-']);
    assert.deepEqual(judge('priya', false, true, { applications: false }), ['no: exposed', 'yes']);
  });
});

describe('the state people see (C1)', () => {
  const rows: [Pick<CredentialRecord, 'state' | 'wanted' | 'orders' | 'expiresAt'>, object][] = [
    [{ state: 'pending', wanted: 'active' }, { state: 'pending' }],
    [{ state: 'active', wanted: 'active' }, { state: 'active' }],
    [
      { state: 'active', wanted: 'inactive' },
      { state: 'active', transition: 'suspending' },
    ],
    [{ state: 'inactive', wanted: 'inactive' }, { state: 'inactive' }],
    [
      { state: 'inactive', wanted: 'active' },
      { state: 'inactive', transition: 'enabling' },
    ],
    [{ state: 'pending', wanted: 'deleted' }, { state: 'deleting' }],
    [{ state: 'active', wanted: 'deleted' }, { state: 'deleting' }],
    [{ state: 'error', wanted: 'deleted' }, { state: 'error' }],
    [{ state: 'active', wanted: 'active', expiresAt: now + 1 }, { state: 'active' }],
    [{ state: 'active', wanted: 'active', expiresAt: now }, { state: 'expired' }],
    [{ state: 'active', wanted: 'deleted', expiresAt: now }, { state: 'deleting' }],
    [
      { state: 'active', wanted: 'active', orders: { regenerate: true } },
      { state: 'active', transition: 'regenerating' },
    ],
    [
      { state: 'active', wanted: 'inactive', orders: { renew: { id: 'r', oldUntil: 0 } } },
      { state: 'active', transition: 'renewing' },
    ],
    [
      { state: 'active', wanted: 'active', orders: { secret: 's' } },
      { state: 'active', transition: 'setting-secret' },
    ],
    [
      { state: 'inactive', wanted: 'inactive', orders: { update: 1 } },
      { state: 'inactive', transition: 'updating' },
    ],
    [{ state: 'pending', wanted: 'active', orders: { update: 1 } }, { state: 'pending' }],
  ];
  for (const [record, expected] of rows)
    it(JSON.stringify(record), () => assert.deepEqual(visibleState(record, now), expected));
});

describe('the secret (S1, S3)', () => {
  const info = (change: Partial<CredentialRecord>, visibility = type.visibility, at = now) =>
    secretInfo({ ...credential, ...change }, { visibility }, at);
  it('is pending before it is provisioned', () =>
    assert.deepEqual(info({ identifiers: [] }), { visibility: 'window', state: 'pending' }));
  it('is available in its window, and says until when', () =>
    assert.deepEqual(info({}), {
      visibility: 'window',
      state: 'available',
      availableUntil: new Date(now + day).toISOString(),
    }));
  it('is erased at the window’s last moment, swept or not', () =>
    assert.equal(info({}, type.visibility, now + day).state, 'erased'));
  it('is there for good where it always is', () => {
    const { secretUntil: _, ...forever } = credential;
    assert.equal(secretInfo(forever, { visibility: { mode: 'always' } }, now).state, 'available');
  });
  it('is none where there never is one', () => assert.equal(info({}, { mode: 'never' }).state, 'none'));
  it('is set, and not to be seen, where somebody else set it (S9)', () =>
    assert.equal(info({ secretSetAt: now }, { mode: 'never' }).state, 'set'));
  it('is available once, and viewed from then on', () => {
    assert.equal(info({}, { mode: 'once' }).state, 'available');
    assert.equal(info({ secretViewedAt: now }, { mode: 'once' }).state, 'viewed');
  });
});
