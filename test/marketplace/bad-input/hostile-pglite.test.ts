import { describe, it } from 'node:test';
import { beHostile } from './hostile/hostile.js';
import { systemIds } from './scenes.js';

describe('500 hostile requests on PGlite', () => {
  for (const system of systemIds)
    it(`${system}: tells nothing, breaks nothing, and still works afterwards`, () =>
      beHostile(system, 'pglite', { runs: 1, length: 100 }, new Map()));
});
