#!/usr/bin/env node
// `npm run bench:server`: what the gateway adds to a call, what a list costs in a small and in a large marketplace, and
// how many creates go through when all want the last places. Ratios are of one run; `--json` prints them for machines.
// Ends with exit code 1 when a ratio is over its budget.
import { prepare } from '../.ci/prepare.mjs';
import { launch } from '../.ci/launch.mjs';

prepare();
launch('bench/server/main.ts');
