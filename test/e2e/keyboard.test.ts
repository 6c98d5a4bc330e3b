import { describe } from 'node:test';
import { amplifyByKeys } from './keyboard/amplify.js';
import { classicByKeys } from './keyboard/classic.js';
import { deskByKeys } from './keyboard/desk.js';
import { eqpByKeys } from './keyboard/eqp.js';
import { ibmByKeys } from './keyboard/ibm.js';
import { mparticleByKeys } from './keyboard/mparticle.js';
import { setStage } from './stage.js';

// Each is about teams or a marketplace of its own, so that they get along side by side.
describe('each system without a mouse', { concurrency: 2 }, () => {
  const stage = setStage();
  amplifyByKeys(stage);
  classicByKeys(stage);
  ibmByKeys(stage);
  mparticleByKeys(stage);
  eqpByKeys(stage);
  deskByKeys(stage);
});
