import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startFreshDemo } from './support/demo-process.js';

const portal = fileURLToPath(new URL('../../demo/portal/', import.meta.url));

/** The files of a folder of the portal whose names end in `suffix`. */
const filesOf = (folder: string, suffix: string): string[] =>
  readdirSync(portal + folder).filter((name) => name.endsWith(suffix));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

describe('the demo’s pages', () => {
  let demo: Awaited<ReturnType<typeof startFreshDemo>>;

  before(async () => {
    demo = await startFreshDemo();
  });
  after(() => demo.remove());

  /** A request as no client would write it: the target goes out as it is. Answers the status and all the rest. */
  const raw = (target: string, host = new URL(demo.origin).host): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const socket = connect(demo.port, '127.0.0.1');
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('error', reject);
      socket.on('end', () => resolve({ status: Number(text.split(' ')[1]), text }));
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });

  it('come with the strict policy and the other headers, wherever they are', async () => {
    for (const path of ['/', '/index.html', '/styles/frame.css', '/no-such-page', '/assets/latchkey/none.js']) {
      const { headers } = await fetch(demo.origin + path);
      assert.equal(headers.get('content-security-policy'), policy, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-cache');
      assert.match(headers.get('permissions-policy') ?? '', /^clipboard-write=\(self\), /);
    }
  });

  it('have their types, and are not sent again unchanged', async () => {
    const page = await fetch(`${demo.origin}/`);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    const again = await fetch(`${demo.origin}/`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
    assert.match((await fetch(`${demo.origin}/styles/frame.css`)).headers.get('content-type') ?? '', /^text\/css/);
  });

  it('need no extension', async () => {
    const [short, long] = await Promise.all([fetch(`${demo.origin}/sign-in`), fetch(`${demo.origin}/sign-in.html`)]);
    assert.equal(short.status, 200);
    assert.equal(await short.text(), await long.text());
  });

  it('name nothing that is not there', async () => {
    const named = new Set<string>();
    for (const page of filesOf('', '.html')) {
      const markup = readFileSync(portal + page, 'utf8');
      for (const [, address = ''] of markup.matchAll(/ (?:src|href)="(\/[^"]*)"/g)) named.add(address);
    }
    for (const script of filesOf('scripts', '.js')) {
      const code = readFileSync(`${portal}scripts/${script}`, 'utf8');
      for (const [, file = ''] of code.matchAll(/ from '\.\/([^']+)'/g)) named.add(`/scripts/${file}`);
      for (const [, address = ''] of code.matchAll(/'(\/[a-z-]+\.html)'/g)) named.add(address);
    }
    assert.ok(named.size > 40, 'they were looked for');
    for (const address of [...named].filter((one) => !one.startsWith('/assets/latchkey/')))
      assert.equal((await fetch(demo.origin + address)).status, 200, address);
  });

  it('show one to whoever has a share link, without signing in', async () => {
    const page = await fetch(`${demo.origin}/share`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Set the secret of a key/);
  });

  it('are all there is to be had from the disk', async () => {
    const targets = ['/../server/main.ts', '/../../package.json', '/..%2fserver%2fmain.ts', '/%2e%2e/server/main.ts'];
    const more = ['/..\\server\\main.ts', '/scripts/../../server/main.ts', '/assets/latchkey/../../package.json'];
    const most = ['/assets/latchkey/..%2f..%2fpackage.json', '//etc/passwd', '/%00', '/.%2e/server/main.ts', '/server'];
    for (const target of [...targets, ...more, ...most]) {
      const { status, text } = await raw(target);
      assert.ok(status === 404 || status === 400, `${target}: ${status}`);
      assert.doesNotMatch(text, /import |"latchkey"|root:/, target);
    }
  });

  it('are at one address: other names of this machine lead there', async () => {
    const { status, text } = await raw('/product.html?id=commerce', `localhost:${demo.port}`);
    assert.equal(status, 302);
    assert.ok(text.toLowerCase().includes(`\r\nlocation: ${demo.origin}/product.html?id=commerce\r\n`));
    assert.equal((await raw('/', `portal.test:${demo.port}`)).status, 200);
  });

  it('are to be read and nothing else', async () => {
    assert.equal((await fetch(`${demo.origin}/index.html`, { method: 'POST' })).status, 404);
    for (const path of ['/demo/clock', '/demo/token', '/api/amplify/v1/session', '/gateway/amplify/orders'])
      assert.equal((await fetch(demo.origin + path)).status, 401, path);
    const move = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advanceMs":1}' };
    assert.equal((await fetch(`${demo.origin}/demo/clock`, move)).status, 401);
  });
});
