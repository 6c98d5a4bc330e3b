import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { credentials } from './credentials.js';
import { environments, matching, options, pageOf } from './marketplace.js';
import { bundlePages, contestants, documentOf, type Contestant } from './pages.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'";

const send = (response: ServerResponse, type: string, text: string): void => {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    date: new Date().toUTCString(),
  });
  response.end(text);
};

/** Serves the pages and the marketplace's API with as many credentials as the page's own `?count=` says. */
export async function serve(): Promise<{ origin: string; close(): void }> {
  const files = await bundlePages();
  const lists = new Map<number, ReturnType<typeof credentials>>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = url.pathname.slice(1);
    const file = files.get(url.pathname);
    const json = (value: unknown): void => send(response, 'application/json', JSON.stringify(value));
    if (file !== undefined) send(response, 'text/javascript', file);
    else if (Object.hasOwn(contestants, name) || name === 'in-page')
      send(response, 'text/html', documentOf(name as Contestant));
    else if (url.pathname === '/api/v1/credentials') {
      // The list asks with its own parameters: how many there are stands in the address of its page.
      const page = new URL(request.headers.referer ?? '/', 'http://localhost');
      const count = Number(page.searchParams.get('count'));
      const all = lists.get(count) ?? credentials(count);
      lists.set(count, all);
      json(pageOf(matching(all, url.searchParams.get('q') ?? '')));
    } else if (url.pathname === '/api/v1/credentials/options') json(options);
    else if (url.pathname === '/api/v1/environments') json(environments);
    else if (url.pathname === '/api/v1/events') {
      if (!request.headers.accept?.includes('text/event-stream')) json({ items: [], next: '0' });
      else {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(': open\n\n');
      }
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
