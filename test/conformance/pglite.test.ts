import { throughHttp } from './reaches.js';
import { describeConformance } from './suite.js';

describeConformance({ how: 'client over HTTP on PGlite', kind: 'pglite', reachOf: throughHttp, isSpread: true });
