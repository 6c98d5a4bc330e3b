import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createMarketplaceClient, type MarketplaceClient } from '../../src/index.js';
import { patienceMs } from '../patience.js';
import { PageRecord } from './page-record.js';

/** Somebody at a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly record: PageRecord;
}

/** Gives somebody a browser. */
export async function openBrowserOf(browser: Browser, origin: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce', // a page is judged as it comes to rest
    permissions: ['clipboard-write'],
  });
  context.setDefaultTimeout(patienceMs);
  const record = await PageRecord.of(context);
  return { page: await context.newPage(), context, record };
}

/** Gives somebody a browser and signs them in on the demo's page. */
export async function signIn(browser: Browser, origin: string, name: string): Promise<Person> {
  const person = await openBrowserOf(browser, origin);
  await person.page.goto('/');
  await person.page.getByRole('button', { name }).click();
  await person.page.locator('.person').getByText(name).first().waitFor();
  return person;
}

/** Somebody's own client of a marketplace: for what is not worth many clicks. */
export async function clientOf({ page }: Person, marketplace: string): Promise<MarketplaceClient> {
  const token = await page.evaluate(async () => {
    const answer = (await (await fetch('/demo/token')).json()) as { token: string };
    return answer.token;
  });
  const baseUrl = new URL(`/api/${marketplace}/v1`, page.url()).href;
  return createMarketplaceClient({ baseUrl, token });
}

/** All that is in a document, its open shadow roots and where else a page can keep things, as text. */
export async function keptBy(page: Page): Promise<string> {
  const cookies = JSON.stringify(await page.context().cookies());
  const kept = await page.evaluate(async () => {
    const roots: ShadowRoot[] = [];
    const collect = (node: ParentNode): void => {
      for (const element of node.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        roots.push(element.shadowRoot);
        collect(element.shadowRoot);
      }
    };
    collect(document);
    const databases = await indexedDB.databases();
    return [
      document.documentElement.getHTML({ shadowRoots: roots }),
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(databases.map(({ name }) => name)),
      JSON.stringify(await caches.keys()),
    ].join('\n');
  });
  return `${kept}\n${cookies}`;
}
