import { throughHandler } from './reaches.js';
import { describeConformance } from './suite.js';

describeConformance('client and handler in memory', 'memory', throughHandler);
