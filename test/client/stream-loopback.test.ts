import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createMarketplaceClient } from '../../src/index.js';
import { anEvent } from './event-marketplace.js';

describe('events.stream over the network', () => {
  it('goes on after every kind of interruption, and hangs up at the end', async () => {
    const lastIds: unknown[] = [];
    const connections: ServerResponse[] = [];
    const server = createServer((request, response) => {
      lastIds.push(request.headers['last-event-id']);
      connections.push(response);
      const id = connections.length;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`retry: 1\n\nid: ${id}\ndata: ${JSON.stringify(anEvent(String(id)))}\n\n`);
      if (id === 1) response.end();
      if (id === 2) setTimeout(() => response.destroy(), 10);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = createMarketplaceClient({ baseUrl: `http://127.0.0.1:${port}` });
    const controller = new AbortController();
    const seen: string[] = [];
    try {
      for await (const event of client.events.stream({ after: '0' }, { signal: controller.signal })) {
        seen.push(event.id);
        if (event.id === '3') break;
      }
      assert.deepEqual(seen, ['1', '2', '3']);
      assert.deepEqual(lastIds, ['0', '1', '2']);
      const last = connections[2]!;
      if (!last.destroyed) await once(last, 'close');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
