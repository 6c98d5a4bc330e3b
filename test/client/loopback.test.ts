import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { createMarketplaceClient, isApiError, isMarketplaceError, type ClientOptions } from '../../src/index.js';
import { aCredential, rejection } from './fake-marketplace.js';

type Handle = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const servers: Server[] = [];

/** A real server on a loopback address. */
async function listen(handle: Handle): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => handle(request, response, ++count));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clientOf = async (handle: Handle, options: Partial<ClientOptions> = {}) =>
  createMarketplaceClient({ baseUrl: await listen(handle), ...options });

const send = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const read = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
};

describe('over the network', () => {
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('sends a write again when the connection broke, as the same intent', async () => {
    const seen: string[] = [];
    const client = await clientOf((request, response, count) => {
      void read(request).then((body) => {
        seen.push(`${request.headers['idempotency-key'] as string} ${body}`);
        if (count < 3) request.socket.destroy();
        else send(response, aCredential({ state: 'inactive' }));
      });
    });
    assert.equal((await client.credentials.suspend('c', { reason: 'leaked' })).state, 'inactive');
    assert.equal(seen.length, 3);
    assert.equal(new Set(seen).size, 1);
    assert.match(seen[0]!, /^[0-9a-f]{32} \{"reason":"leaked"\}$/);
  });

  it('sends a read again when its answer broke off', async () => {
    const client = await clientOf((_, response, count) => {
      if (count > 1) return send(response, aCredential());
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 }).write('{"id":');
      setTimeout(() => response.destroy(), 20);
    });
    assert.equal((await client.credentials.get('c')).id, 'crd_1');
  });

  it('waits as long as Retry-After says', async () => {
    const at: number[] = [];
    const client = await clientOf((_, response, count) => {
      at.push(performance.now());
      if (count > 1) send(response, aCredential());
      else response.writeHead(503, { 'retry-after': '1' }).end();
    });
    await client.credentials.get('c');
    assert.ok(at[1]! - at[0]! >= 990);
  });

  it('says `network` when nobody listens', async () => {
    const baseUrl = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    const error = await rejection(createMarketplaceClient({ baseUrl, retries: 1 }).session.get());
    assert.ok(isMarketplaceError(error) && error.code === 'network');
  });

  it('says `timeout` for an answer that does not come, or not to its end, and hangs up', async () => {
    for (const start of [
      (): void => undefined,
      (response: ServerResponse): void => void response.writeHead(200).write('{'),
    ]) {
      let closed: Promise<unknown> = Promise.resolve();
      const client = await clientOf(
        (request, response) => {
          closed = new Promise((resolve) => request.socket.once('close', resolve));
          start(response);
        },
        { timeoutMs: 100 },
      );
      const error = await rejection(client.credentials.get('c'));
      assert.ok(isMarketplaceError(error) && error.code === 'timeout');
      await closed;
    }
  });

  it('hangs up when a call is aborted', async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const client = await clientOf((request) => {
      closed = new Promise((resolve) => request.socket.once('close', resolve));
      controller.abort();
    });
    const error = await rejection(client.credentials.create({} as never, { signal: controller.signal }));
    assert.equal((error as Error).name, 'AbortError');
    await closed;
  });

  it('shows its token to no other origin', async () => {
    let shown: string | undefined = 'nothing yet';
    const other = await listen((request, response) => {
      shown = request.headers.authorization;
      send(response, aCredential());
    });
    const client = await clientOf(
      (_, response) => response.writeHead(307, { location: `${other}/credentials/c` }).end(),
      { token: 'fake-token' },
    );
    await client.credentials.get('c');
    assert.equal(shown, undefined);
  });

  it('understands an answer of something in between', async () => {
    const client = await clientOf((_, response) =>
      response.writeHead(431, { 'content-type': 'text/html' }).end('<h1>'),
    );
    const error = await rejection(client.session.get());
    assert.ok(isApiError(error));
    assert.deepEqual([error.code, error.status], ['unknown', 431]);
  });
});
