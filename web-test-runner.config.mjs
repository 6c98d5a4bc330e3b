import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { ensureBrowser, launchArgs } from './.ci/browser.mjs';

const litDevMode = 'Lit is in dev mode';

/**
 * Serves the test page under the policy that the elements promise to live with. The runner writes two inline scripts
 * of its own into the page: they get a nonce, nothing else is relaxed.
 */
const strictPolicy = {
  name: 'strict-policy',
  transform(context) {
    if (context.path !== '/' || !context.response.is('html')) return undefined;
    const nonce = randomBytes(16).toString('base64');
    const policy = [
      `default-src 'none'`,
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `img-src 'self' data:`,
      `require-trusted-types-for 'script'`,
    ].join('; ');
    return {
      body: context.body.replaceAll('<script', `<script nonce="${nonce}"`),
      headers: { 'content-security-policy': policy },
      transformCache: false,
    };
  },
};

/**
 * Makes a test file fail when its page wrote a warning or an error to the console, or violated the policy. A test that
 * expects one replaces `console.warn` or `console.error` for its own duration.
 */
const strictConsole = {
  name: 'strict-console',
  serve(context) {
    if (context.path !== '/__strict-console.js') return undefined;
    return {
      type: 'js',
      body: `
        const seen = [];
        for (const level of ['warn', 'error']) {
          const original = console[level];
          console[level] = (...args) => {
            if (!String(args[0]).includes('${litDevMode}')) seen.push('console.' + level + ': ' + args.map(String).join(' '));
            original.apply(console, args);
          };
        }
        addEventListener('securitypolicyviolation', (event) => {
          seen.push('policy violation: ' + event.effectiveDirective + ' blocked ' + event.blockedURI + ' ' + event.sample);
        });
        after('no warnings, errors or policy violations', async () => {
          await new Promise((resolve) => setTimeout(resolve));
          if (seen.length > 0) throw new Error(seen.join('\\n'));
        });`,
    };
  },
  transform(context) {
    if (!/^\/test\/elements\/.*\.test\.ts$/.test(context.path)) return undefined;
    return { body: `import '/__strict-console.js';${context.body}` };
  },
};

/** Writes the counts that test/run.mjs adds up. A file that fails outside its tests is one failure. */
function countsReporter(path) {
  const add = (counts, suite) => {
    for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    for (const child of suite?.suites ?? []) add(counts, child);
  };
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        add(counts, session.testResults);
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      writeFileSync(path, JSON.stringify(counts));
    },
  };
}

export default {
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  concurrency: 2,
  plugins: [
    strictPolicy,
    strictConsole,
    // esbuild looks for no tsconfig by itself: without it, decorators are a syntax error.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: ensureBrowser(), args: launchArgs, headless: true },
    }),
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(process.env.WTR_COUNTS ? [countsReporter(process.env.WTR_COUNTS)] : []),
  ],
  // A busy machine takes its time to start a browser, to load a file of tests, and to get through it.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 900_000,
  testFramework: { config: { ui: 'bdd', timeout: 30_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes(litDevMode),
};
