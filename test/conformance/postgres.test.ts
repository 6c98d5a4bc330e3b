import { stores } from '../marketplace/world.js';
import { throughHttp } from './reaches.js';
import { describeConformance } from './suite.js';

// Without a server it is skipped, with the reason: see ../marketplace/databases.ts.
if (stores['postgres'])
  describeConformance({
    how: 'client over HTTP on PostgreSQL',
    kind: 'postgres',
    reachOf: throughHttp,
    isSpread: true,
  });
