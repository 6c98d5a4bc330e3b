import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createMarketplaceClient } from '../../src/index.js';
import { createMarketplaceHandler, isShareToken, type MarketplaceHandler } from '../../src/marketplace/index.js';
import type { World } from '../marketplace/world.js';
import type { Reach } from './subjects.js';

const handlerOf = (world: World): MarketplaceHandler =>
  createMarketplaceHandler({
    basePath: '/api/v1',
    marketplaceFor: (request) => {
      const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
      return isShareToken(token) ? world.marketplace.withShareToken(token) : world.as(token);
    },
  });

/** Whoever holds a token is who calls; people's are their ids. */
const reachBy = (clientOf: (token: string) => ReturnType<typeof createMarketplaceClient>): Reach => ({
  as: clientOf,
  holder: clientOf,
});

/** Through a client that calls the handler in the same process. */
export function throughHandler(world: World): Reach {
  const fetch = handlerOf(world);
  return reachBy((token) => createMarketplaceClient({ baseUrl: 'https://marketplace.example/api/v1', token, fetch }));
}

/** Through a client and a server of HTTP; `close` ends the server. */
export async function throughHttp(world: World): Promise<Reach & { baseUrl: string; close(): void }> {
  const listener = getRequestListener(handlerOf(world));
  const server = createServer((request, response) => void listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return {
    baseUrl,
    ...reachBy((token) => createMarketplaceClient({ baseUrl, token })),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
