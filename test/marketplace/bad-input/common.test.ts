import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { operations, type OperationName } from '../../../src/contract/index.js';
import { commonRows } from './common.js';
import { sceneOf } from './scenes.js';
import { ask, outcome } from './wire.js';

describe('bad input to any operation', () => {
  before(async () => {
    const { world } = await sceneOf('amplify');
    await world.as('ada').applications.create({ name: 'Used', teamId: 'team_storefront' }, { idempotencyKey: 'used' });
  });

  for (const name of Object.keys(operations) as OperationName[])
    it(name, async () => {
      const wrong: string[] = [];
      for (const [what, wild, expected] of commonRows(name)) {
        const actual = await outcome(await ask(name, wild));
        if (actual !== expected) wrong.push(`${what}: ${actual} instead of ${expected}`);
      }
      assert.deepEqual(wrong, []);
    });
});
