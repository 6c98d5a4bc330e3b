import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import { serveFolder } from './static-server.js';
import type { Stage } from './stage/stage.js';

/** What SPEC X6 promises to live with. */
export const strictPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src 'self' data:`,
  `require-trusted-types-for 'script'`,
].join('; ');

declare global {
  // Set by the page, test/visual/stage/stage.ts.
  var stage: Stage;
}

/** A browser, and a page that can show every story. */
export interface OpenStage {
  readonly browser: Browser;
  /** Opens the page in a window of its own: a clock, a language and a time zone that never change. */
  open(options: BrowserContextOptions): Promise<Page>;
}

/** Builds the page of stories and opens a browser, before the tests of the `describe` it is called in. */
export function openStage(): OpenStage {
  const stage = {} as { browser: Browser; origin: string };
  let close = (): void => {};
  before(async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'latchkey-stage-'));
    await build({
      root: fileURLToPath(new URL('./stage/', import.meta.url)),
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, target: 'es2022', minify: false, modulePreload: { polyfill: false } },
    });
    const server = await serveFolder(outDir, { 'content-security-policy': strictPolicy });
    close = () => (server.close(), rmSync(outDir, { recursive: true, force: true }));
    stage.origin = server.origin;
    stage.browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
  });
  after(async () => {
    await stage.browser?.close();
    close();
  });
  return Object.assign(stage, {
    async open(options: BrowserContextOptions): Promise<Page> {
      const context = await stage.browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...options });
      const page = await context.newPage();
      await page.goto(stage.origin);
      // Until its script has run, `stage` is the element of that id.
      await page.waitForFunction(() => !(globalThis.stage instanceof Element));
      return page;
    },
  });
}
