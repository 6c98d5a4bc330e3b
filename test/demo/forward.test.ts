import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createForwarder, type Forward } from '../../demo/server/forward.js';

const servers: Server[] = [];

/** A forwarder to a server that answers as told. */
async function forwarderTo(listener: RequestListener): Promise<Forward> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const upstreamUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createForwarder({ upstreamUrl, withoutHeaders: [] });
}

const aCall = (init?: RequestInit): Request => new Request('http://gateway.test/', init);

describe('the forwarder', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('hands content on compressed, as it came', async () => {
    const packed = gzipSync('fine');
    const forward = await forwarderTo((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
    });
    const answer = await forward(aCall(), '/');
    assert.equal(answer.headers.get('content-encoding'), 'gzip');
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), packed);
  });

  it('hands on long content bit by bit, before all of it is there', async () => {
    let finish = (): void => undefined;
    const forward = await forwarderTo((_, response) => {
      response.write('first');
      finish = () => response.end('last');
    });
    const reader = (await forward(aCall(), '/')).body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader?.read())?.value, 'first');
    finish();
    assert.equal((await reader?.read())?.value, 'last');
    assert.equal((await reader?.read())?.done, true);
  });

  it('answers what has no content, and keeps several cookies apart', async () => {
    for (const status of [204, 304]) {
      const forward = await forwarderTo((_, response) => {
        response.writeHead(status, [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ]);
        response.end();
      });
      const answer = await forward(aCall(), '/');
      assert.deepEqual([answer.status, answer.body, answer.headers.getSetCookie()], [status, null, ['a=1', 'b=2']]);
    }
  });

  it('gives up what the caller has given up', async () => {
    const controller = new AbortController();
    let onClose = (): void => undefined;
    const closed = new Promise<void>((resolve) => (onClose = resolve));
    const forward = await forwarderTo((request) => {
      request.socket.on('close', onClose);
      controller.abort();
    });
    const answer = forward(aCall({ signal: controller.signal }), '/');
    await closed;
    assert.equal((await answer).status, 502);
  });

  it('sends again what went into a connection that had just been closed, unless there is content', async () => {
    const perConnection = new Map<unknown, number>();
    const forward = await forwarderTo((request, response) => {
      const count = (perConnection.get(request.socket) ?? 0) + 1;
      perConnection.set(request.socket, count);
      if (count > 1) request.socket.destroy();
      else response.end('fine');
    });
    for (let n = 0; n < 3; n++) assert.equal(await (await forward(aCall(), '/')).text(), 'fine');
    assert.equal(perConnection.size, 3);
    assert.equal((await forward(aCall({ method: 'POST', body: 'once' }), '/')).status, 502);
    assert.equal(perConnection.size, 3);
  });

  it('says when what is behind breaks off', async () => {
    const forward = await forwarderTo((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('short', () => response.destroy());
    });
    assert.equal((await forward(aCall(), '/')).status, 502);
  });
});
