import { describeConformance } from './suite.js';

describeConformance('the engine itself', 'memory');
