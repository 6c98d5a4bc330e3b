import { amplifyClassic } from '../presets/amplify-classic.js';
import { amplify } from '../presets/amplify.js';
import { eqp } from '../presets/eqp.js';
import { ibm } from '../presets/ibm.js';
import { mparticle } from '../presets/mparticle.js';
import type { PairNames } from '../key-registry.js';
import type { MarketplacePolicy } from '../policy.js';
import type { Principal } from '../principal.js';
import { sampleAmplify, sampleAmplifyClassic } from './amplify.js';
import { peopleOfEqp, sampleEqp } from './eqp.js';
import { sampleIbm } from './ibm.js';
import { peopleOfMparticle, sampleMparticle } from './mparticle.js';
import { samplePeople, type Sample, type SampleUrls } from './sample.js';

export type SystemId = 'amplify' | 'amplify-classic' | 'ibm' | 'mparticle' | 'eqp';

/** A sample marketplace: the rules of one system, what it offers, and who is there. */
export interface SampleSystem {
  name: string;
  policy: MarketplacePolicy;
  people: Principal[];
  /** What the two values of its key pairs are called, if not as the reference data plane calls them. */
  pairNames?: PairNames;
  sample(urls: SampleUrls): Sample;
}

const pairNames: PairNames = {
  id: { name: 'applicationId', label: 'Application ID' },
  secret: { name: 'applicationSecret', label: 'Application secret' },
};

/** The sample marketplaces, one for each system. */
export const sampleSystems: Record<SystemId, SampleSystem> = {
  amplify: { name: 'Acme Marketplace', policy: amplify.policy, people: samplePeople, sample: sampleAmplify },
  'amplify-classic': {
    name: 'Acme Marketplace, classic',
    policy: amplifyClassic.policy,
    people: samplePeople,
    sample: sampleAmplifyClassic,
  },
  ibm: { name: 'Acme API Management', policy: ibm.policy, people: samplePeople, sample: sampleIbm },
  mparticle: {
    name: 'Acme Customer Data',
    policy: mparticle.policy,
    people: peopleOfMparticle,
    sample: sampleMparticle,
  },
  eqp: { name: 'Acme Extensions', policy: eqp.policy, people: peopleOfEqp, pairNames, sample: sampleEqp },
};
