import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import type { Marketplace } from '../../src/contract/index.js';
import { createMarketplaceHandler, type SystemId } from '../../src/marketplace/index.js';
import { createMockMarketplace, type MockMarketplace } from '../../src/mocks/mock-marketplace.js';
import { patienceMs } from '../patience.js';
import { PageRecord } from './page-record.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** What a host page may demand of everything in it: SPEC X6, word for word. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** A page with nothing but elements in it, and what it was told. */
export interface SecurePage {
  readonly page: Page;
  readonly record: PageRecord;
  readonly context: BrowserContext;
}

/** The reference marketplaces behind the HTTP contract, and pages that hold elements under a strict policy. */
export interface SecurityStage {
  /** A marketplace of that system. */
  marketplace(system: SystemId): MockMarketplace;
  /** The secret values that were handed out by a marketplace, the newest last. */
  secretsOf(system: SystemId): string[];
  /** Opens a page with that in its body. The elements find their marketplace at `/api/<system>/v1`. */
  open(body: string, more?: { headers?: Record<string, string>; width?: number }): Promise<SecurePage>;
  /** The same without anything that listens to the page: for what looks into its memory. */
  openAlone(body: string): Promise<Page>;
}

/** Starts it before the tests of the `describe` it is called in, and ends it afterwards. */
export function setSecurityStage(systems: readonly SystemId[]): SecurityStage {
  const mocks = new Map<SystemId, MockMarketplace>();
  const secrets = new Map<SystemId, string[]>(systems.map((system) => [system, []]));
  const bodies = new Map<string, { body: string; headers: Record<string, string> }>();
  let browser: Browser;
  let server: Server;
  let origin = '';

  /** A marketplace that tells us which secrets it hands out, before they are sealed. */
  function listening(system: SystemId, marketplace: Marketplace): Marketplace {
    const reveal: Marketplace['credentials']['reveal'] = async (...values) => {
      const secret = await marketplace.credentials.reveal(...values);
      for (const field of secret.fields) if (field.secret) secrets.get(system)?.push(field.value.reveal());
      return secret;
    };
    return { ...marketplace, credentials: { ...marketplace.credentials, reveal } };
  }

  function answer(path: string): Response {
    if (path === '/favicon.ico') return new Response(null, { status: 204 });
    if (path.startsWith('/cdn/')) {
      const file = readFileSync(cdn + path.slice('/cdn/'.length).replaceAll('..', ''));
      return new Response(file, { headers: { 'content-type': 'text/javascript' } });
    }
    const page = bodies.get(path);
    if (!page) return new Response('nothing here', { status: 404 });
    return new Response(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Elements</title>
       <meta name="viewport" content="width=device-width">
       <script type="module" src="/cdn/latchkey.js"></script></head><body><main>${page.body}</main></body></html>`,
      {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': strictPolicy,
          ...page.headers,
        },
      },
    );
  }

  before(async () => {
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
    const handlers = new Map<string, (request: Request) => Promise<Response>>();
    for (const system of systems) {
      const mock = await createMockMarketplace({ system, provisionAfterMs: 20 });
      mocks.set(system, mock);
      const ada = listening(system, mock.asPerson('ada'));
      const basePath = `/api/${system}/v1`;
      handlers.set(basePath, createMarketplaceHandler({ basePath, marketplaceFor: () => ada, streamMs: 20_000 }));
    }
    const listener = getRequestListener(
      (request) => {
        const { pathname } = new URL(request.url);
        const handler = [...handlers].find(([base]) => pathname.startsWith(`${base}/`))?.[1];
        return handler ? handler(request) : answer(pathname);
      },
      { overrideGlobalObjects: false },
    );
    server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    for (const mock of mocks.values()) await mock.close();
  });

  function addressOf(body: string, headers: Record<string, string> = {}): string {
    const path = `/page-${bodies.size}.html`;
    bodies.set(path, { body, headers });
    return origin + path;
  }

  const newContext = (width = 1280): Promise<BrowserContext> =>
    browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-write'],
    });

  return {
    marketplace: (system) => mocks.get(system) as MockMarketplace,
    secretsOf: (system) => secrets.get(system) ?? [],
    async open(body, { headers, width } = {}) {
      const context = await newContext(width);
      context.setDefaultTimeout(patienceMs);
      const record = await PageRecord.of(context);
      const page = await context.newPage();
      await page.goto(addressOf(body, headers));
      return { page, record, context };
    },
    async openAlone(body) {
      const context = await newContext();
      context.setDefaultTimeout(patienceMs);
      // tsx compiles named functions to ones that call `__name`, which pages do not have.
      await context.addInitScript('globalThis.__name = (value) => value;');
      const page = await context.newPage();
      await page.goto(addressOf(body));
      return page;
    },
  };
}
