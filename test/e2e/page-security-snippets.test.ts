import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify, parseEnv } from 'node:util';
import type { AuthenticationScheme } from '../../src/contract/index.js';
import { quoted, variableName } from '../../src/elements/secret-reveal/download.js';
import { callSnippet, type SnippetLanguage } from '../../src/snippets/call-snippet.js';

const run = promisify(execFile);

/** What a request brought. */
interface Seen {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

const hasProgram = (name: string): boolean => spawnSync(name, ['-version']).error === undefined;

/** How the examples of a language are run here: a file and a command. */
const runners: Partial<Record<SnippetLanguage, (folder: string, code: string) => Promise<unknown>>> = {
  curl: (folder, code) => {
    writeFileSync(join(folder, 'call.sh'), code);
    return run('bash', [join(folder, 'call.sh')]);
  },
  javascript: (folder, code) => {
    writeFileSync(join(folder, 'call.mjs'), code);
    return run(process.execPath, [join(folder, 'call.mjs')]);
  },
  ...(hasProgram('python3') && {
    python: (folder: string, code: string) => {
      writeFileSync(join(folder, 'call.py'), code);
      return run('python3', [join(folder, 'call.py')], { env: { ...process.env, PYTHONUTF8: '1' } });
    },
  }),
  ...(hasProgram('java') && {
    java: (folder: string, code: string) => {
      writeFileSync(join(folder, 'Call.java'), code);
      return run('java', ['-Dfile.encoding=UTF-8', join(folder, 'Call.java')]);
    },
  }),
};

/** Values that break whoever pastes them into code without a thought; all that a header can carry. */
const nasty = [`it's "$HOME" \`id\` $(id) \\n \\`, `%s {0} #{x} \${y} <!-- */ // --`, `-d @/etc/passwd; echo | & >`];

describe('example calls, run (S8)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-calls-'));
  const seen: Seen[] = [];
  let url = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.setHeader('content-type', 'application/json');
      if (request.url === '/token') response.end('{"token_type":"Bearer","access_token":"tok.en-1","expires_in":60}');
      else if (request.url === '/session') response.end('{"ust":"session-1","expires_in":60}');
      else response.end('{"ok":true}');
    });
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function call(
    language: SnippetLanguage,
    scheme: AuthenticationScheme,
    more: { id?: string; secret?: string; kind?: 'oauth-public-key' } = {},
  ): Promise<Seen[]> {
    seen.length = 0;
    const code = callSnippet({ language, url: `${url}/orders?limit=1`, scheme, ...more });
    assert.ok(code !== undefined);
    await runners[language]?.(folder, code);
    return [...seen];
  }

  const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

  for (const language of Object.keys(runners) as SnippetLanguage[]) {
    describe(language, () => {
      it('sends a key in a header, whatever is in it', async () => {
        for (const secret of nasty) {
          const [request] = await call(language, { kind: 'header', name: 'X-API-Key' }, { secret });
          assert.equal(request?.url, '/orders?limit=1');
          assert.equal(request?.headers['x-api-key'], secret);
        }
      });

      it('sends a pair in two headers', async () => {
        const scheme = { kind: 'header', name: 'X-IBM-Client-Id', secretName: 'X-IBM-Client-Secret' } as const;
        const [request] = await call(language, scheme, { id: 'id-1', secret: nasty[0] ?? '' });
        assert.equal(request?.headers['x-ibm-client-id'], 'id-1');
        assert.equal(request?.headers['x-ibm-client-secret'], nasty[0]);
      });

      it('sends a key in the query, whatever is in it', async () => {
        for (const secret of [...nasty, 'grüße & 鍵\n']) {
          const [request] = await call(language, { kind: 'query', name: 'api key' }, { secret });
          const query = new URL(request?.url ?? '', url).searchParams;
          assert.deepEqual(
            [...query],
            [
              ['limit', '1'],
              ['api key', secret],
            ],
          );
        }
      });

      it('sends a user name and a password, whatever is in them', async () => {
        for (const secret of [...nasty, 'grüße 鍵']) {
          const [request] = await call(language, { kind: 'basic' }, { id: 'user', secret });
          assert.equal(request?.headers.authorization, basic(`user:${secret}`));
        }
      });

      it('gets an access token, and calls with it', async () => {
        const scheme = { kind: 'oauth2', tokenUrl: `${url}/token` } as const;
        const [token, request] = await call(language, scheme, { id: 'client', secret: 'p%q r' });
        assert.equal(token?.headers.authorization, basic('client:p%25q+r'));
        assert.equal(token?.headers['content-type'], 'application/x-www-form-urlencoded');
        assert.equal(token?.body, 'grant_type=client_credentials');
        assert.equal(request?.headers.authorization, 'Bearer tok.en-1');
      });

      it('gets an access token for a signed assertion, without a secret', async () => {
        const scheme = { kind: 'oauth2', tokenUrl: `${url}/token` } as const;
        const [token, request] = await call(language, scheme, { id: 'client', kind: 'oauth-public-key' });
        assert.equal(token?.headers.authorization, undefined);
        assert.deepEqual(Object.fromEntries(new URLSearchParams(token?.body)), {
          grant_type: 'client_credentials',
          client_id: 'client',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: 'YOUR_SIGNED_ASSERTION',
        });
        assert.equal(request?.headers.authorization, 'Bearer tok.en-1');
      });

      it('exchanges a pair for a session token, and calls with it', async () => {
        const scheme = { kind: 'session', tokenUrl: `${url}/session` } as const;
        const [token, request] = await call(language, scheme, { id: 'app', secret: 'shh' });
        assert.equal(token?.headers.authorization, basic('app:shh'));
        assert.match(token?.headers['content-type'] ?? '', /^application\/json\b/);
        assert.deepEqual(JSON.parse(token?.body ?? ''), { grant_type: 'session' });
        assert.equal(request?.headers.authorization, 'Bearer session-1');
      });
    });
  }
});

describe('.env files, read (S8)', () => {
  const values = [
    ...nasty,
    'plain',
    '',
    ' padded ',
    '# no comment',
    'a=b',
    'two\nlines',
    'ünïcode 鍵',
    '"',
    '$$',
    '!!',
  ];

  it('a shell reads back every value, and runs nothing', () => {
    for (const value of [...values, `'`, `'"$x"'`, `it's\ntwo`]) {
      const script = `set -a\n${variableName('clientSecret')}=${quoted(value)}\nprintf %s "$CLIENT_SECRET"`;
      const { stdout, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      assert.deepEqual([status, stdout], [0, value]);
    }
  });

  it('Node reads back every value without a single quote and more in it', () => {
    for (const value of values.filter((one) => !one.includes("'"))) {
      assert.equal(parseEnv(`KEY=${quoted(value)}\n`)['KEY'], value);
    }
    assert.equal(parseEnv(`KEY=${quoted("it's")}\n`)['KEY'], "it's");
  });
});
