import { createMarketplaceClient } from '../../client/index.js';
import type { Marketplace } from '../../contract/marketplace.js';

/** What proves who is asking: a bearer token, or a function that gives the current one. Never an attribute. */
export type Token = string | (() => string | undefined | Promise<string | undefined>);

interface Shared {
  address: string;
  token: Token | undefined;
  client: Marketplace;
  /** Who uses it; each is told when a call fails because nobody is signed in any more. */
  users: Set<ClientUser>;
}

/** The clients in use on this page. An entry leaves with its last user, and the token with it. */
const clients = new Set<Shared>();

/** Who uses a client. */
export interface ClientUser {
  /** Told when a call of anybody fails because nobody is signed in any more. */
  signedOut?: (() => void) | undefined;
}

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
export function leaseClient(baseUrl: string, token: Token | undefined, { signedOut }: ClientUser = {}): ClientLease {
  const { baseURI } = document;
  const address = URL.canParse(baseUrl, baseURI) ? new URL(baseUrl, baseURI).href : baseUrl;
  let shared = [...clients].find((one) => one.address === address && one.token === token);
  if (!shared) {
    const users = new Set<ClientUser>();
    const onSignedOut = (): void => users.forEach((one) => one.signedOut?.());
    shared = { address, token, users, client: createMarketplaceClient({ baseUrl: address, token, onSignedOut }) };
    clients.add(shared);
  }
  const { users, client } = shared;
  const user = { signedOut };
  users.add(user);
  return {
    client,
    release() {
      if (users.delete(user) && users.size === 0) clients.delete(shared);
    },
  };
}
