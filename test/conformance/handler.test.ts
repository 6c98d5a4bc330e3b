import { throughHandler } from './reaches.js';
import { describeConformance } from './suite.js';

describeConformance({ how: 'client and handler in memory', kind: 'memory', reachOf: throughHandler });
