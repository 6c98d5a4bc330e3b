import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import { serversCode, serversProject, strangersCode, strangersProject } from './stranger.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A project that has the built package installed, and finds its dependencies where this one's are. */
const consumer = join(root, 'node_modules/.cache/latchkey-consumer');
const installed = join(consumer, 'node_modules/latchkey');

const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'];

/** Runs a module of the consumer in Node; answers what it prints. */
function run(code: string): string {
  const file = join(consumer, 'main.mjs');
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: consumer });
}

/** The files of a page of the consumer, made by a bundler as it comes; the entry is the first one. */
async function bundle(code: string): Promise<Rollup.OutputChunk[]> {
  const entry = join(consumer, 'page.mjs');
  writeFileSync(entry, code);
  const result = (await build({
    root: consumer,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rollup.RollupOutput;
  const chunks = result.output.filter((part) => part.type === 'chunk');
  return chunks.sort((a, b) => Number(b.isEntry) - Number(a.isEntry));
}

/** What a page of the consumer loads at once: the bundle of an entry and everything it imports statically. */
async function bundled(code: string): Promise<string> {
  const made = await bundle(code);
  const chunks = new Map(made.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set([made[0]!.fileName]);
  for (const file of files) for (const name of chunks.get(file)!.imports) files.add(name);
  return [...files].map((file) => chunks.get(file)!.code).join('\n');
}

/** Shows HTML and the files of a page in a browser; answers the button with which an element offers to try again. */
async function retryButtonOf(html: string, chunks: readonly Rollup.OutputChunk[]): Promise<string> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArgs });
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const chunk = chunks.find(({ fileName }) => fileName === path);
      if (chunk) return route.fulfill({ contentType: 'text/javascript', body: chunk.code });
      return path === '' ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort();
    });
    await page.goto('http://stranger.test/');
    return await page.getByRole('alert').getByRole('button').innerText();
  } finally {
    await browser.close();
  }
}

/** Compiles what a project of somebody else is made of: no word from the compiler. */
function assertCompiles(code: string, project: { files: string[] }): void {
  writeFileSync(join(consumer, project.files[0]!), code);
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify(project));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', consumer], { encoding: 'utf8' });
  assert.equal(stdout, '');
  assert.equal(status, 0);
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
};

describe('the package', () => {
  before(async () => {
    rmSync(consumer, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(consumer, 'package.json'), '{"type":"module"}');
    await build({ root, logLevel: 'error', build: { outDir: join(installed, 'dist') } });
    cpSync(join(root, 'package.json'), join(installed, 'package.json'));
    const outside = (tool: string, ...args: string[]): unknown =>
      execFileSync(process.execPath, [join('node_modules', tool), ...args], { cwd: root, stdio: 'inherit' });
    outside('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist'));
    outside('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--outdir', relative(root, installed));
  });
  after(() => rmSync(consumer, { recursive: true, force: true }));

  it('runs in Node: client, handler, marketplace, mocks and both stores, from the built files alone', () => {
    const printed = run(`
      import { createMarketplaceClient, isApiError } from 'latchkey';
      import { operations, openApiDocument } from 'latchkey/contract';
      import { createMarketplaceHandler, createSqlStore, kinds } from 'latchkey/marketplace';
      import { openPglite } from 'latchkey/marketplace/pglite';
      import { createMockMarketplace } from 'latchkey/mocks';
      const mock = await createMockMarketplace();
      const handler = createMarketplaceHandler({ marketplaceFor: () => mock.asPerson('ada') });
      const client = createMarketplaceClient({ baseUrl: 'http://localhost', fetch: handler });
      console.log((await client.session.get()).user.name);
      console.log(await client.credentials.get('nothing').catch((error) => isApiError(error) && error.code));
      console.log(Object.keys(openApiDocument({ servers: [] }).paths).length > 10, Object.keys(operations).length > 20);
      const store = await createSqlStore(await openPglite(), kinds);
      console.log(await store.read((tx) => tx.count('team', {})));
      await store.close();
      process.exit(0);
    `);
    assert.deepEqual(printed.trim().split('\n'), ['Ada Park', 'not-found', 'true true', '0']);
  });

  it('keeps lit, the marketplace and what only a reveal needs out of a page that uses the client', async () => {
    const code = await bundled(`
      import { createMarketplaceClient } from 'latchkey';
      globalThis.client = createMarketplaceClient({ baseUrl: '/api' });
    `);
    assert.match(code, /accessRequests\.list/);
    for (const foreign of ['lit-html', 'LitElement', 'compactDecrypt', 'AES-GCM', 'json-schema'])
      assert.ok(!code.includes(foreign), foreign);
  });

  it('registers an element where its module is imported, and nothing where only classes are', async () => {
    const withDefine = await bundled(`import 'latchkey/elements/credential-list.js';`);
    assert.match(withDefine, /customElements\.define\(["']credential-list["']/);
    assert.doesNotMatch(withDefine, /define\(["']access-request-form["']/);
    const bare = await bundled(
      `import { createMarketplaceClient } from 'latchkey'; console.log(createMarketplaceClient);`,
    );
    assert.doesNotMatch(bare, /customElements\.define/);
  });

  it('exports its class from there, and words without any element', async () => {
    const element = `import { CredentialList } from 'latchkey/elements/credential-list.js';`;
    const code = await bundled(`${element} import { registerLocale } from 'latchkey/locales';
      registerLocale({ $code: 'en', $name: 'English', $dir: 'ltr', retry: 'Once more' });
      console.log(CredentialList.name);`);
    assert.doesNotMatch(code, /define\(["']access-request-form["']/);
    const [words] = await bundle(`import { registerLocale } from 'latchkey/locales'; console.log(registerLocale);`);
    assert.doesNotMatch(words!.code, /customElements\.define|LitElement/);
  });

  it('has the marketplace in memory without MSW, too', async () => {
    const chunks = await bundle(`import { createMockMarketplace } from 'latchkey/mocks/marketplace';
      console.log(await createMockMarketplace());`);
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    assert.ok(modules.some((path) => path.includes('mock-marketplace')));
    assert.deepEqual(
      modules.filter((path) => path.includes('/msw/')),
      [],
    );
  });

  it('has a language at hand from the start where its module is imported', async () => {
    const german = 'Erneut versuchen';
    const element = `import 'latchkey/elements/credential-list.js';`;
    assert.ok(!(await bundled(element)).includes(german));
    assert.ok((await bundled(`import 'latchkey/locales/de.js'; ${element}`)).includes(german));
  });

  it('speaks that language in a page that a bundler made', async () => {
    const chunks = await bundle(`import 'latchkey/locales/de.js'; import 'latchkey/elements/credential-list.js';`);
    const html = `<!doctype html><html lang="de"><credential-list base-url="/no-api"></credential-list>
      <script type="module" src="/${chunks[0]!.fileName}"></script></html>`;
    assert.equal(await retryButtonOf(html, chunks), 'Erneut versuchen');
  });

  it('loads a language by itself where nobody imported it', async () => {
    const chunks = await bundle(`import 'latchkey/elements';`);
    const html = `<!doctype html><html lang="fr"><credential-list base-url="/no-api"></credential-list>
      <script type="module" src="/${chunks[0]!.fileName}"></script></html>`;
    assert.equal(await retryButtonOf(html, chunks), 'Réessayer');
  });

  it('runs the conformance suite in Node, and writes snippets there', () => {
    const printed = run(`
      import { callSnippet, snippetLanguages } from 'latchkey/snippets';
      import { conformanceChecks, runConformance } from 'latchkey/conformance';
      import { createMockMarketplace } from 'latchkey/mocks';
      import { openPostgres } from 'latchkey/marketplace/postgres';
      import elements from 'latchkey/custom-elements.json' with { type: 'json' };
      import about from 'latchkey/package.json' with { type: 'json' };
      const scheme = { kind: 'header', name: 'X-API-Key' };
      const calls = snippetLanguages.map(([language]) =>
        callSnippet({ language, url: 'https://api.example/orders', scheme, kind: 'api-key' }));
      console.log(calls.length, calls.every((call) => call.includes('X-API-Key') && call.includes('YOUR_API_KEY')));
      console.log(callSnippet({ language: 'curl', url: 'javascript:alert(1)', scheme, kind: 'api-key' }));
      const mock = await createMockMarketplace({ system: 'amplify-classic' });
      const people = { owner: mock.asPerson('ada'), stranger: mock.asPerson('ben'), provider: mock.asPerson('priya') };
      const subject = { people, capabilities: { visibilities: ['once'], accessRequests: true, manualApproval: true } };
      const { passed, failed } = await runConformance(subject);
      console.log(conformanceChecks(subject).length > 100, passed > 0, failed);
      console.log(typeof openPostgres, elements.modules.length > 0, about.name);
      process.exit(0);
    `);
    assert.deepEqual(printed.trim().split('\n'), ['6 true', 'undefined', 'true true 0', 'function true latchkey']);
  });

  it('has types for every entry, in a strict project of somebody else', () => {
    const entries = Object.keys(manifest.exports).map((entry) => entry.replace('.', 'latchkey'));
    for (const entry of entries) {
      const [start, end] = entry.split('*');
      assert.ok(
        strangersCode
          .match(/'latchkey[^']*'/g)
          ?.some((name) => name.startsWith(`'${start}`) && name.endsWith(`${end ?? ''}'`)),
        `the stranger uses ${entry}`,
      );
    }
    assertCompiles(strangersCode, strangersProject);
  });

  it('has types for a program on a server, which knows nothing of browsers', () => {
    assertCompiles(serversCode, serversProject);
  });

  it('names only entries that exist', () => {
    const files = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    const elements = ['access-request-form', 'access-request-list', 'credential-form', 'credential-list'];
    const names = { elements: [...elements, 'marketplace-provider', 'secret-reveal'], locales: languages };
    for (const file of files) {
      const [, folder] = /^\.\/dist\/(elements|locales)\/\*/.exec(file) ?? [];
      const found = folder ? names[folder as keyof typeof names].map((name) => file.replace('*', name)) : [file];
      for (const path of found) assert.ok(existsSync(join(installed, path)), path);
    }
  });
});
