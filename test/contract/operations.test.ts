import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  operationParams,
  operationResults,
  operations,
  type Operation,
  type OperationName,
} from '../../src/contract/index.js';

const rows = Object.entries(operations) as [OperationName, Operation][];

describe('the operations table', () => {
  it('has one operation per method and path', () => {
    const routes = rows.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    assert.equal(new Set(routes).size, routes.length);
  });

  it('has no path that another one also fits', () => {
    for (const [name, { method, path }] of rows) {
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      const fitting = rows.filter(([, other]) => other.method === method && pattern.test(other.path));
      assert.deepEqual(
        fitting.map(([other]) => other),
        [name],
      );
    }
  });

  it('has paths of plain segments and ids, each id once', () => {
    for (const [name, { path }] of rows) {
      assert.match(path, /^(\/([a-z][a-z-]*|\{[a-z][A-Za-z]*Id\}))+$/, name);
      const ids = path.match(/\{\w+\}/g) ?? [];
      assert.equal(new Set(ids).size, ids.length, name);
    }
  });

  it('has parameters that do not collide with ids', () => {
    for (const [name, { path }] of rows) {
      const names = Object.keys((operationParams[name] as unknown as { shape: object }).shape);
      for (const key of names) assert.equal(path.includes(`{${key}}`), false, `${name} ${key}`);
    }
  });

  const toldOnce: OperationName[] = ['credentials.reveal', 'credentials.share'];

  it('repeats reads and keyed or idempotent writes by itself, what is told once never', () => {
    for (const [name, { method, retry, keyed }] of rows) {
      assert.equal(retry, !toldOnce.includes(name), name);
      if (method === 'GET') assert.equal(keyed, false, name);
    }
  });

  it('demands a key for whatever makes something new, acts on several things, or tells something once', () => {
    const more: OperationName[] = ['credentials.renew', 'credentials.regenerate', 'credentials.batch', ...toldOnce];
    for (const [name, { keyed, status }] of rows) {
      const isDemanding = name.endsWith('.create') || more.includes(name);
      assert.equal(keyed, isDemanding, name);
      assert.equal(status === 201, name.endsWith('.create'), name);
    }
  });

  it('never answers a secret with a credential (SPEC C4)', () => {
    const credential = {
      id: 'c',
      secret: { visibility: 'once', state: 'available', value: 's3cret' },
      value: 's3cret',
    };
    for (const name of ['credentials.get', 'credentials.create', 'credentials.suspend'] as const) {
      const schema = operationResults[name] as unknown as {
        shape: Record<string, { parse(value: unknown): unknown }>;
      };
      assert.deepEqual(schema.shape['secret']?.parse(credential.secret), { visibility: 'once', state: 'available' });
      assert.equal('value' in schema.shape, false);
    }
  });
});
