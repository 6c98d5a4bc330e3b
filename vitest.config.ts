import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { ensureBrowser, launchArgs } from './.ci/browser.mjs';

/**
 * Serves the page of the stories under the policy that the elements promise to live with (SPEC X6): Trusted Types are
 * enforced, with the policies of Lit and of the mocks. Storybook and the runner need styles and connections of their own: the
 * rest is reported, and `.storybook/story-checks.ts` fails a story when the report is about our code.
 */
const strictPolicy: Plugin = {
  name: 'strict-policy',
  enforce: 'pre',
  configureServer(server) {
    server.middlewares.use((_request, response, next) => {
      response.setHeader(
        'content-security-policy',
        `require-trusted-types-for 'script'; trusted-types lit-html default`,
      );
      response.setHeader(
        'content-security-policy-report-only',
        `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:`,
      );
      next();
    });
  },
};

// Every story is a test: its play function must pass and axe must find nothing.
export default defineConfig({
  plugins: [strictPolicy, storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
  test: {
    name: 'storybook',
    testTimeout: 60_000, // a story waits for what comes, and several times: a busy machine takes its time
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: ensureBrowser(), args: launchArgs },
        contextOptions: { reducedMotion: 'reduce' }, // a page is judged as it comes to rest
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
