import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import { serveFolder } from './static-server.js';

interface Entry {
  id: string;
  type: 'docs' | 'story';
  title: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds Storybook as `npm run build:storybook` does, into a folder. */
function buildInto(folder: string): void {
  const steps = [
    ['@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'],
    ['msw/cli/index.js', 'init', '.storybook/public', '--no-save'],
    ['storybook/dist/bin/dispatcher.js', 'build', '-o', folder, '--quiet', '--disable-telemetry'],
  ];
  for (const [program = '', ...args] of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${program}\n${stdout}\n${stderr}`);
  }
}

describe('the built Storybook', () => {
  let browser: Browser;
  let origin = '';
  let close = (): void => {};
  let entries: Entry[] = [];
  /** What pages complained about, since it was last asked. */
  const complaints: string[] = [];

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-storybook-'));
    close = () => rmSync(folder, { recursive: true, force: true });
    buildInto(folder);
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
    entries = Object.values(index.entries);
    const server = await serveFolder(folder);
    close = () => (server.close(), rmSync(folder, { recursive: true, force: true }));
    origin = server.origin;
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
  });
  after(async () => {
    await browser?.close();
    close();
  });

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on(
      'response',
      (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
    );
    page.on('console', (message) => {
      // Storybook's own frame calls a property of its own deprecated.
      if (message.text().includes('will become mandatory in Storybook')) return;
      if (/^(error|warning)$/.test(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    return page;
  }

  const docs = (): Entry[] => entries.filter(({ type }) => type === 'docs');

  it('has a page for each element, and the pages around them', () => {
    const tags = ['access-request-form', 'access-request-list', 'credential-form', 'credential-list', 'secret-reveal'];
    const titles = docs().map(({ title }) => title);
    for (const title of ['Welcome', 'Getting started', 'Theming', 'Elements/marketplace-provider']) {
      assert.ok(titles.includes(title), title);
    }
    for (const tag of tags) assert.ok(titles.includes(`Elements/${tag}`), tag);
  });

  it('shows every page of documentation without an error or a warning', async () => {
    for (const { id } of docs()) {
      // A page each: one with a secret that is not stored would ask before it is left.
      const page = await openPage();
      await page.goto(`${origin}/iframe.html?viewMode=docs&id=${id}`);
      await page.locator('#storybook-docs h1').first().waitFor();
      // All of its stories: those in frames load when they come into view.
      for (const story of await page.locator('.docs-story').all()) {
        await story.scrollIntoViewIfNeeded();
        const frame = story.locator('iframe');
        const place = (await frame.count()) > 0 ? frame.contentFrame().locator('#storybook-root') : story;
        await place.locator(':is(access-request-form, access-request-list, credential-form, credential-list, secret-reveal)').first().waitFor(); // prettier-ignore
      }
      const empty = await page.evaluate(() =>
        [...document.querySelectorAll('docs-api, docs-tokens')]
          .filter((one) => !one.shadowRoot?.textContent?.trim() || one.shadowRoot.textContent.includes('npm run'))
          .map((one) => one.outerHTML),
      );
      assert.deepEqual(empty, [], id);
      const targets = await page
        .locator('#storybook-docs a[href*="?path="]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split(/[/&]/)[2]));
      const ids = entries.map((entry) => entry.id);
      assert.deepEqual(
        targets.filter((target = '') => !ids.includes(target)),
        [],
        id,
      );
      assert.deepEqual(complaints.splice(0), [], id);
      await page.context().close();
    }
  });

  it('shows a story in the frame with its toolbars and controls', async () => {
    const page = await openPage();
    await page.goto(
      `${origin}/?path=/story/elements-credential-list--default&globals=theme:brand;scheme:dark;direction:rtl`,
    );
    const canvas = page.frameLocator('#storybook-preview-iframe');
    await canvas.locator('credential-list').getByText('Billing key').first().waitFor();
    const html = canvas.locator('html');
    assert.equal(await html.getAttribute('data-theme'), 'brand');
    assert.equal(await html.getAttribute('dir'), 'rtl');
    assert.equal(await html.evaluate((element) => getComputedStyle(element).colorScheme), 'dark');
    for (const toolbar of ['Theme', 'Colour scheme', 'Direction of writing', 'Language of the elements', 'Motion']) {
      assert.equal(await page.getByRole('button', { name: toolbar }).first().isVisible(), true, toolbar);
    }
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });

  it('has a control in every row of the panel, and tells of events beside it', async () => {
    const page = await openPage();
    await page.goto(`${origin}/?path=/story/elements-secret-reveal--shown`);
    const rows = page.locator('.docblock-argstable-body tr:has(td:nth-child(4))');
    await rows.getByText('hide-after-ms').waitFor();
    const withoutControl = await rows.evaluateAll((all) =>
      all
        .filter((row) => !row.querySelector('td:last-child :is(input, select, textarea, button)'))
        .map((row) => row.textContent),
    );
    assert.deepEqual(withoutControl, []);
    await page.getByRole('tab', { name: /^Actions/ }).click();
    await page.getByText('secret-revealed').waitFor();
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });

  it('shows the markup of a story below it', async () => {
    const page = await openPage();
    await page.goto(`${origin}/iframe.html?viewMode=docs&id=elements-access-request-form--docs`);
    await page.getByText('Show code').first().click();
    await page.getByText('<access-request-form base-url="/api/v1" resource-id="res-1">').first().waitFor();
    assert.equal(await page.locator('.sbdocs-preview pre').getByText('story-frame').count(), 0);
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });

  it('lets a story go on when a toolbar changes it', async () => {
    const page = await openPage();
    await page.goto(`${origin}/iframe.html?viewMode=story&id=elements-access-request-form-systems--amplify-classic`);
    const form = page.locator('access-request-form');
    await form.getByText('Create a credential').first().waitFor();
    await page.evaluate(() => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as unknown as {
        __STORYBOOK_ADDONS_CHANNEL__: { emit(name: string, detail: unknown): void };
      };
      channel.emit('updateGlobals', { globals: { language: 'de' } });
    });
    await form.getByText('Zugangsdaten erstellen').first().waitFor();
    assert.equal(await form.getByRole('alert').filter({ visible: true }).count(), 0);
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });

  it('has lists that do what their controls say', async () => {
    const page = await openPage();
    for (const [args, shown] of [
      ['elements-credential-list--default&args=states:active', '1 credential'],
      ['elements-credential-list--default&args=risk:expired', 'No credential matches these filters'],
      ['elements-credential-list--default&args=page-size:2;paging:pages', 'Page 1'],
      ['elements-credential-list--default&args=gated:!true', '3 credentials'],
      ['elements-access-request-list--default&args=states:rejected', '1 request'],
      ['elements-access-request-list--default&args=filter-resource-id:none', 'No request matches these filters'],
    ] as const) {
      await page.goto(`${origin}/iframe.html?viewMode=story&id=${args}`);
      await page.getByText(shown, { exact: true }).filter({ visible: true }).first().waitFor();
    }
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });

  it('passes what the controls say to the element and around it', async () => {
    const page = await openPage();
    const args = '--latchkey-space-unit:7px;creatable:!true';
    await page.goto(`${origin}/iframe.html?viewMode=story&id=elements-credential-list--default&args=${args}`);
    const list = page.locator('credential-list');
    await list.getByText('Billing key').first().waitFor();
    assert.equal(await list.getAttribute('creatable'), '');
    const unit = await page.evaluate(() => document.documentElement.style.getPropertyValue('--latchkey-space-unit'));
    assert.equal(unit, '7px');
    assert.deepEqual(complaints.splice(0), []);
    await page.context().close();
  });
});
