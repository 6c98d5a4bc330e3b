import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Person } from './person.js';
import { setStage } from './stage.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The first block of code of a language. */
function sample(language: string): string {
  const code = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1];
  if (code === undefined) throw new Error(`the README has no ${language}`);
  return code;
}

describe('what the README shows', () => {
  const stage = setStage();
  let ada: Person;

  before(async () => {
    ada = await stage.signIn('Ada Park');
  });

  it('its HTML, pasted into a page of its own, lets somebody ask for access', async () => {
    const { page } = ada;
    const { headers } = await fetch(stage.server.origin);
    const token = `async () => (await (await fetch('/demo/token')).json()).token`;
    await page.route('**/pasted.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': headers.get('content-security-policy') ?? '' },
        body: `<!doctype html><html lang="en"><title>Pasted</title><link rel="icon" href="/icon.svg">${sample('html')}`,
      }),
    );
    await page.route('**/portal.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `const session = { accessToken: ${token} };\n${sample('js')}`,
      }),
    );
    await page.goto('/pasted.html');
    await page.getByText('No credentials yet').waitFor();
    await page.getByText('Shop web', { exact: true }).click();
    await page.getByLabel('What do you want to do?').selectOption('Building an application');
    await page.getByLabel('Expected calls per day').fill('100');
    await page.getByRole('button', { name: 'Request access' }).click();
    await page.getByText('Ready to use').waitFor();
  });

  it('its lines of client create a credential, read its secret and list it', async () => {
    const token = await ada.page.evaluate(async () => {
      const answer = (await (await fetch('/demo/token')).json()) as { token: string };
      return answer.token;
    });
    const code = sample('ts')
      .replace(`'latchkey'`, JSON.stringify(pathToFileURL(join(root, 'src/index.ts')).href))
      .replace('https://portal.example', stage.server.origin)
      .replace('console.log(', 'listed.push(');
    const folder = join(root, 'node_modules/.cache/latchkey-readme');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'sample.mts');
    writeFileSync(
      file,
      `export const stored: string[] = [];
       export const listed: string[] = [];
       const getToken = () => ${JSON.stringify(token)};
       const keychain = { store: async (value: string) => void stored.push(value) };
       ${code}`,
    );
    try {
      const { stored, listed } = (await import(pathToFileURL(file).href)) as { stored: string[]; listed: string[] };
      assert.match(stored[0] ?? '', /^lk_key_/);
      assert.deepEqual(listed, ['CI key']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('all that without a word in the console', () => {
    assert.deepEqual(ada.record.problems, []);
  });
});
