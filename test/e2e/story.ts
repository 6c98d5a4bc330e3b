import assert from 'node:assert/strict';
import { it } from 'node:test';

/** Makes the steps of a story: each goes on where the one before it ended, so nothing is tried after a failure. */
export function story(): (name: string, act: () => Promise<void> | void) => void {
  let isBroken = false;
  return (name, act) =>
    void it(name, async () => {
      assert.ok(!isBroken, 'an earlier step failed');
      isBroken = true;
      await act();
      isBroken = false;
    });
}
