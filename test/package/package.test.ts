import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A project that has the built package installed, and finds its dependencies where this one's are. */
const consumer = join(root, 'node_modules/.cache/latchkey-consumer');
const installed = join(consumer, 'node_modules/latchkey');

/** Runs a module of the consumer in Node; answers what it prints. */
function run(code: string): string {
  const file = join(consumer, 'main.mjs');
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: consumer });
}

/** What a page of the consumer loads at once: the bundle of an entry and everything it imports statically. */
async function bundled(code: string): Promise<string> {
  const entry = join(consumer, 'page.mjs');
  writeFileSync(entry, code);
  const result = (await build({
    root: consumer,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rollup.RollupOutput;
  const chunks = new Map(result.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part]] : [])));
  const first = [...chunks.values()].find(({ isEntry }) => isEntry)!;
  const files = new Set([first.fileName]);
  for (const file of files) for (const name of chunks.get(file)!.imports) files.add(name);
  return [...files].map((file) => chunks.get(file)!.code).join('\n');
}

describe('the package', () => {
  before(async () => {
    rmSync(consumer, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(consumer, 'package.json'), '{"type":"module"}');
    await build({ root, logLevel: 'error', build: { outDir: join(installed, 'dist') } });
    cpSync(join(root, 'package.json'), join(installed, 'package.json'));
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

  it('names only entries that exist', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      exports: Record<string, string | { default: string }>;
    };
    for (const target of Object.values(exports)) {
      if (typeof target === 'string' || target.default.includes('*')) continue;
      assert.ok(readFileSync(join(installed, target.default), 'utf8').length > 0, target.default);
    }
  });
});
