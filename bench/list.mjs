#!/usr/bin/env node
// `npm run bench:list`: what `<credential-list>` costs in Chromium beside a hand-written element and a plain lit table of
// the same columns, from 10 to 10,000 credentials; what one change, a search and a hundred mounts cost. All ratios are of
// one run; `--json` prints them for machines. Ends with exit code 1 when something is over its budget.
import { ensureBrowser } from '../.ci/browser.mjs';
import { launch } from '../.ci/launch.mjs';
import { prepare } from '../.ci/prepare.mjs';

prepare();
process.env.CHROME_PATH = ensureBrowser();
launch('bench/list/main.ts');
