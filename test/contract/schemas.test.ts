import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ApiError,
  CreateApplicationSchema,
  CredentialSchema,
  ListCredentialsSchema,
  MarketplaceEventSchema,
  NameSchema,
  openEnum,
  problemStatus,
} from '../../src/contract/index.js';

describe('openEnum', () => {
  const schema = openEnum(['red', 'green']);

  it('keeps the words it knows', () => {
    assert.equal(schema.parse('red'), 'red');
    assert.equal(schema.parse('unknown'), 'unknown');
  });

  it('reads anything else as unknown, and never throws (SPEC X3)', () => {
    for (const value of ['blue', 'RED', '', 7, null, undefined, {}, ['red']])
      assert.equal(schema.parse(value), 'unknown');
  });
});

describe('what a marketplace is asked', () => {
  it('is checked strictly: an unknown state is no filter', () => {
    assert.equal(ListCredentialsSchema.safeParse({ state: ['active'] }).success, true);
    for (const state of [['unknown'], ['hibernating'], 'active'])
      assert.equal(ListCredentialsSchema.safeParse({ state }).success, false);
  });

  it('has names of 1 to 100 characters, trimmed', () => {
    assert.equal(NameSchema.parse('  Checkout '), 'Checkout');
    assert.equal(NameSchema.parse('x'.repeat(100)).length, 100);
    for (const name of ['', '   ', 'x'.repeat(101), 7]) assert.equal(NameSchema.safeParse(name).success, false);
    assert.equal(CreateApplicationSchema.safeParse({ name: 'Shop' }).success, false);
  });

  it('has pages of 1 to 200 items', () => {
    for (const limit of [1, 200]) assert.equal(ListCredentialsSchema.safeParse({ limit }).success, true);
    for (const limit of [0, 201, 1.5, '5']) assert.equal(ListCredentialsSchema.safeParse({ limit }).success, false);
  });
});

describe('what a marketplace answers', () => {
  it('is read without the keys that only a newer one knows', () => {
    const event = { id: '1', subject: 'weather', subjectId: 'x', at: '2026-11-20T09:30:00.000Z', colour: 'blue' };
    const { colour: _, ...known } = event;
    assert.deepEqual(MarketplaceEventSchema.parse(event), { ...known, subject: 'unknown' });
  });

  it('tells never used from not known', () => {
    const { lastUsedAt } = CredentialSchema.shape;
    assert.equal(lastUsedAt.parse(null), null);
    assert.equal(lastUsedAt.parse(undefined), undefined);
  });
});

describe('problem codes', () => {
  it('have a status of a client or server error, which an ApiError takes over', () => {
    for (const [code, status] of Object.entries(problemStatus) as [keyof typeof problemStatus, number][]) {
      assert.ok(status >= 400 && status < 600);
      assert.equal(new ApiError(code, 'x').status, status);
    }
    assert.equal(new ApiError('unknown', 'x').status, 500);
    assert.equal(new ApiError('unknown', 'x', { status: 418 }).status, 418);
  });
});
