import { describeConformance } from './suite.js';

describeConformance({ how: 'the engine itself', kind: 'memory' });
