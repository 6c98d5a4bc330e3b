import { describe } from 'node:test';
import { setStage } from './stage.js';
import { classicStory } from './systems/classic.js';
import { deskStory } from './systems/desk.js';
import { eqpStory } from './systems/eqp.js';
import { ibmStory } from './systems/ibm.js';
import { mparticleStory } from './systems/mparticle.js';

// Each is in a marketplace of its own, so that they get along side by side.
describe('what is special about each system', { concurrency: 2 }, () => {
  const stage = setStage();
  ibmStory(stage);
  mparticleStory(stage);
  eqpStory(stage);
  classicStory(stage);
  deskStory(stage);
});
