import { stores } from '../marketplace/world.js';
import { throughHttp } from './reaches.js';
import { describeConformance } from './suite.js';

for (const kind of Object.keys(stores))
  if (kind !== 'memory') describeConformance(`client over HTTP on ${kind}`, kind, throughHttp);
