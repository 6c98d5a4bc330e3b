import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createTokenService, type TokenService } from '../../../demo/server/oauth.js';
import type { KeyRegistry } from '../../../src/marketplace/key-registry.js';

/** What the tokens are for. */
export const audience = 'http://127.0.0.1/gateway/test';

/** A token service that can be reached. */
export interface RunningTokenService {
  issuer: string;
  /** Answers the requests; another one may take over. */
  service: TokenService;
  signingKey: JWK;
  close(): void;
}

export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'test' };
}

export async function startTokenService(registry: KeyRegistry): Promise<RunningTokenService> {
  const server = createServer((request, response) => running.service.listener(request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/test`;
  const signingKey = await newKey();
  const running = {
    issuer,
    signingKey,
    service: await createTokenService({ issuer, audience, registry, signingKey }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return running;
}
