import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type GatewayOptions } from '../../../demo/server/gateway.js';
import type { AuthenticationScheme } from '../../../src/contract/index.js';
import { registryWorld, type RegistryWorld } from '../../marketplace/registry-world.js';

/** An API that says `fine` to everything, and what has arrived there. */
export interface EchoUpstream {
  url: string;
  arrived: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  close(): void;
}

export async function startEchoUpstream(): Promise<EchoUpstream> {
  const arrived: EchoUpstream['arrived'] = [];
  const server = createServer(({ method, url, headers }, response) => {
    arrived.push({ method, url, headers });
    response.end('fine');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A gateway at `/gateway/test`, with a registry of its own. */
export interface GatewayWorld extends RegistryWorld {
  /** What it told of uses, in order. */
  uses: [string, number | undefined][];
  call(path: string, init?: RequestInit): Promise<Response>;
}

export function gatewayWorld(
  schemes: AuthenticationScheme[],
  options: Partial<GatewayOptions> & Pick<GatewayOptions, 'upstreamUrl'>,
): GatewayWorld {
  const world = registryWorld();
  const uses: GatewayWorld['uses'] = [];
  const gateway = createGateway({
    basePath: '/gateway/test',
    registry: world.registry,
    schemes,
    onUse: (id, sessionsUntil) => uses.push([id, sessionsUntil]),
    ...options,
  });
  const call = async (path: string, init?: RequestInit): Promise<Response> =>
    gateway.request(`http://gateway.test/gateway/test${path}`, init);
  return { ...world, uses, call };
}

/** The status of a good answer; status and code of a problem. */
export async function outcome(answer: Promise<Response>): Promise<string | number> {
  const response = await answer;
  if (response.ok) return response.status;
  const { status, code } = (await response.json()) as { status: number; code: string };
  assert.equal(status, response.status);
  return `${status} ${code}`;
}

export const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
