import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations, type OperationName } from '../../../src/contract/index.js';
import { beHostile, type Tally } from './hostile/hostile.js';
import { systemIds } from './scenes.js';

describe('9,500 hostile requests in memory', () => {
  const tally: Tally = new Map();

  for (const system of systemIds)
    it(`${system}: tells nothing, breaks nothing, and still works afterwards`, () =>
      beHostile(system, 'memory', { runs: 10, length: 190 }, tally));

  it('got through at every operation, too', () => {
    const names = Object.keys(operations) as OperationName[];
    assert.deepEqual(
      names.filter((name) => (tally.get(name)?.done ?? 0) === 0),
      [],
      'no request of these operations was ever answered with success',
    );
  });
});
