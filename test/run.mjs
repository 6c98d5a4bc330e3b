// `npm test`: every test of the repository, from a clean clone. `npm test -- node|elements|stories|visual|e2e` runs one part.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../.ci/browser.mjs';
import { ensureCdn } from '../.ci/cdn.mjs';
import { ensurePostgres } from '../.ci/postgres.mjs';
import { prepare } from '../.ci/prepare.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
let results = ''; // the folder of the runners' reports

/** The files under the folders whose names end in `suffix`, relative to the root. */
function filesIn(folders, suffix) {
  return folders.flatMap((folder) => {
    if (!existsSync(root + folder)) return [];
    return readdirSync(root + folder, { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith(suffix))
      .sort();
  });
}

/** Runs a program of Node with its output on ours; resolves to its exit code (null when a signal ended it). */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

async function runOrThrow(args) {
  const code = await run(args);
  if (code !== 0) throw new Error(`${args.join(' ')} failed (exit code ${code})`);
}

const program = (path) => join(root, 'node_modules', path);

/** How long a test file may take. Node's limit is one for whole files, not for what is in them: it ends what hangs. */
const fileTimeoutMs = 30 * 60_000;

function nodeTests(files, concurrency, output) {
  return run([
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${fileTimeoutMs}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./.ci/node-counts.mjs',
    `--test-reporter-destination=${output}`,
    ...files,
  ]);
}

/** The counts in the JSON of vitest; a file that fails before its tests run is one failure. */
function readVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Sees to it that there is a PostgreSQL to test with, before several test files look for one at once. Each runs a server of
 * its own: what is under way on a server holds back the events of all its databases. Where there can be none, they are
 * told why, and skip what needs one.
 */
function preparePostgres() {
  try {
    ensurePostgres();
  } catch (error) {
    process.env.LATCHKEY_NO_POSTGRES = error.message;
  }
}

const nodeFolders = [
  'contract',
  'client',
  'connectors',
  'locales',
  'marketplace',
  'mocks',
  'conformance',
  'demo',
  'package',
];

const parts = {
  node: {
    title: 'Node tests',
    files: () =>
      filesIn(
        nodeFolders.map((folder) => `test/${folder}`),
        '.test.ts',
      ),
    run(files, output) {
      preparePostgres();
      return nodeTests(files, 2, output);
    },
  },
  elements: {
    title: 'Element tests in the browser',
    files: () => filesIn(['test/elements'], '.test.ts'),
    run: (files, output) => run([program('@web/test-runner/dist/bin.js')], { WTR_COUNTS: output }),
  },
  stories: {
    title: 'Stories as tests',
    files: () => filesIn(['stories'], '.stories.ts'),
    async run(files, output) {
      await runOrThrow([program('@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet']);
      await runOrThrow([program('msw/cli/index.js'), 'init', '.storybook/public', '--no-save']);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
      return run([program('vitest/vitest.mjs'), 'run', ...reporters]);
    },
    read: readVitest,
  },
  visual: {
    title: 'How it looks: every story on a strict page, pictures, the built Storybook',
    files: () => filesIn(['test/visual'], '.test.ts'),
    run: (files, output) => nodeTests(files, 1, output),
  },
  e2e: {
    title: 'End-to-end tests',
    files: () => filesIn(['test/e2e'], '.test.ts'),
    run(files, output) {
      ensureCdn();
      preparePostgres();
      return nodeTests(files, 1, output);
    },
  },
};

/** Runs one part. A runner that dies, or fails without naming a failed test, counts as one failure. */
async function runPart(name) {
  const { title, files, run: start, read = (counts) => counts } = parts[name];
  const found = files();
  if (found.length === 0) return undefined;
  console.log(`\n${title} (${found.length} ${found.length === 1 ? 'file' : 'files'})\n`);
  const output = join(results, `${name}.json`);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const code = await start(found, output);
    Object.assign(counts, read(JSON.parse(readFileSync(output, 'utf8'))));
    if (code !== 0 && counts.failed === 0) throw new Error(`the runner ended with exit code ${code}`);
  } catch (error) {
    console.error(`\n${title}: ${error.message}`);
    counts.failed += 1;
  }
  return counts;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Choose from: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
results = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
try {
  prepare();
  process.env.CHROME_PATH = ensureBrowser();
  for (const name of Object.keys(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const counts = await runPart(name);
    if (!counts) {
      if (chosen.length > 0) console.log(`\n${parts[name].title}: there are none.`);
      continue;
    }
    console.log(`\n${parts[name].title}: ${JSON.stringify(counts)}`);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
rmSync(results, { recursive: true, force: true });

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
