import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBrowser, launchArgs } from '../../../.ci/browser.mjs';
import { ensureCdn } from '../../../.ci/cdn.mjs';
import { ApiError } from '../../../src/contract/error.js';
import { createMarketplaceHandler } from '../../../src/marketplace/index.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/index.js';
import { patienceMs } from '../../patience.js';
import { PageRecord } from '../page-record.js';

const bundle = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));

/** What the elements promise to live with (SPEC X6). */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.map': 'application/json',
};

/** The systems that the site serves: each at `/<system>/v1`. */
const systems = ['amplify', 'eqp'] as const;

/** A page on a site that has nothing but static files and a marketplace. */
export interface OpenPage {
  page: Page;
  record: PageRecord;
}

/** A web site of static files, with the built bundle at `/latchkey` (and again at `/copy`) and marketplaces behind it. */
export interface StaticSite {
  readonly origin: string;
  marketplace(system: (typeof systems)[number]): MockMarketplace;
  /** Who the next calls are from by their cookie; `undefined` for nobody. */
  person: string | undefined;
  /** The tokens that are good, by person. */
  readonly tokens: Map<string, string>;
  /** How many streams of events the page that was opened last has asked for. */
  streams: number;
  /** Opens a page of this HTML, with other files beside it by their paths. */
  open(html: string, files?: Record<string, string>): Promise<OpenPage>;
}

/** Starts the site before the tests of the `describe` it is called in, and ends it afterwards. */
export function setStaticSite(): StaticSite {
  const marketplaces = new Map<string, MockMarketplace>();
  const files = new Map<string, string>();
  const tokens = new Map<string, string>();
  let opened = 0;
  let server: ServerType;
  let browser: Browser;
  const site: StaticSite = {
    origin: '',
    marketplace: (system) => marketplaces.get(system) as MockMarketplace,
    person: 'ada',
    tokens,
    streams: 0,
    async open(html, others = {}) {
      await Promise.all(browser.contexts().map((one) => one.close()));
      files.clear();
      files.set('/page.html', html);
      for (const [path, text] of Object.entries(others)) files.set(path, text);
      // A page is judged as it comes to rest.
      const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
      const record = await PageRecord.of(context);
      const page = await context.newPage();
      page.setDefaultTimeout(patienceMs);
      opened += 1;
      site.streams = 0;
      await page.goto(`${site.origin}/page.html?${opened}`);
      return { page, record };
    },
  };

  /** Who a request is from: whoever has the token, else whoever the cookie says. */
  function personOf(request: Request): string {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
    const person = token === undefined ? site.person : tokens.get(token);
    if (person === undefined) throw new ApiError(token === undefined ? 'unauthenticated' : 'token-expired', 'nobody');
    return person;
  }

  function staticFile(path: string): Response {
    const name = path.replace(/^\/(?:latchkey|copy)\//, '/');
    const inBundle = name === path ? undefined : join(bundle, name);
    const text = files.get(path) ?? (inBundle && existsSync(inBundle) ? readFileSync(inBundle, 'utf8') : undefined);
    if (text === undefined) return new Response(null, { status: path === '/favicon.ico' ? 204 : 404 });
    const type = `${types[extname(path)] ?? 'text/plain'}; charset=utf-8`;
    return new Response(text, { headers: { 'content-type': type, 'content-security-policy': policy } });
  }

  before(async () => {
    ensureCdn();
    const handlers = new Map<string, (request: Request) => Promise<Response>>();
    for (const system of systems) {
      const marketplace = await createMockMarketplace({ system });
      marketplaces.set(system, marketplace);
      handlers.set(
        system,
        createMarketplaceHandler({
          basePath: `/${system}/v1`,
          marketplaceFor: (request) => marketplace.asPerson(personOf(request)),
        }),
      );
    }
    const fetch = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url);
      const handler = handlers.get(pathname.split('/')[1] ?? '');
      if (!handler) return staticFile(pathname);
      const isOfPage = request.headers.get('referer')?.endsWith(`?${opened}`);
      if (isOfPage && request.headers.get('accept')?.includes('text/event-stream')) site.streams += 1;
      return handler(request);
    };
    await new Promise<void>((resolve) => {
      server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
    });
    Object.assign(site, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
  });
  after(async () => {
    await browser?.close();
    if (server && 'closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
  return site;
}

/** A whole page with something in its body, and the elements from the bundle. */
export const pageWith = (body: string, { lang = 'en', head = '' } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}<script type="module" src="/latchkey/latchkey.js"></script></head><body>${body}</body></html>`;
