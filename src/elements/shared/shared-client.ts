import { createMarketplaceClient } from '../../client/index.js';
import type { Marketplace } from '../../contract/marketplace.js';

/** What proves who is asking: a bearer token, or a function that gives the current one. Never an attribute. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

interface Shared {
  address: string;
  token: Token | undefined;
  users: number;
  client: Marketplace;
}

/** The clients in use on this page. An entry leaves with its last user, and the token with it. */
const clients = new Set<Shared>();

/** A share in a client; {@link release} it when it is no longer needed. */
export interface ClientLease {
  readonly client: Marketplace;
  release(): void;
}

/**
 * The client for an address, shared by everything on the page that uses the same address with the same token.
 *
 * @throws MarketplaceError `configuration` if it cannot be the address of a marketplace.
 */
export function leaseClient(baseUrl: string, token: Token | undefined): ClientLease {
  const { baseURI } = document;
  const address = URL.canParse(baseUrl, baseURI) ? new URL(baseUrl, baseURI).href : baseUrl;
  let shared = [...clients].find((one) => one.address === address && one.token === token);
  if (!shared) {
    shared = { address, token, users: 0, client: createMarketplaceClient({ baseUrl: address, token }) };
    clients.add(shared);
  }
  const entry = shared;
  entry.users += 1;
  let released = false;
  return {
    client: entry.client,
    release() {
      if (released) return;
      released = true;
      entry.users -= 1;
      if (entry.users === 0) clients.delete(entry);
    },
  };
}
