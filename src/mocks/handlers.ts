import { http, type HttpHandler } from 'msw';
import type { Marketplace } from '../contract/index.js';
import { createMarketplaceHandler } from '../marketplace/handler.js';

export interface MarketplaceHandlersOptions {
  /** Where the API is, absolute or from the page's root, e.g. `/api/amplify/v1`. */
  baseUrl: string;
  /** The marketplace that answers; a function picks it by the request, e.g. by its token. */
  marketplace: Marketplace | ((request: Request) => Marketplace | Promise<Marketplace>);
}

/**
 * MSW handlers that answer the HTTP contract from any Marketplace: the real handler, so what is developed against them
 * works against a server.
 */
export function marketplaceHandlers({ baseUrl, marketplace }: MarketplaceHandlersOptions): HttpHandler[] {
  const base = baseUrl.replace(/\/$/, '');
  const handler = createMarketplaceHandler({
    basePath: new URL(base, 'http://localhost').pathname,
    marketplaceFor: (request) => (typeof marketplace === 'function' ? marketplace(request) : marketplace),
  });
  return [http.all(`${base}/*`, ({ request }) => handler(request))];
}
