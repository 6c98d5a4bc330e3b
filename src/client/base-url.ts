import { MarketplaceError } from '../contract/error.js';

/** Whether a host is this machine. */
export const isLoopback = (hostname: string): boolean => /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * The absolute address of a marketplace, without a slash at its end. Relative addresses are relative to the page.
 * Only https keeps a token to itself on its way: http is for loopback addresses, for the origin of the page itself
 * (which had to be trusted already) and for whoever insists.
 *
 * @throws MarketplaceError `configuration` for anything else.
 */
export function resolveBaseUrl(baseUrl: string, isInsecureAllowed: boolean): string {
  const page = globalThis.location as Location | undefined;
  let url: URL;
  try {
    url = new URL(baseUrl, (globalThis.document as Document | undefined)?.baseURI ?? page?.href);
  } catch {
    throw new MarketplaceError('configuration', 'baseUrl: not an absolute address, nor one relative to a page');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new MarketplaceError('configuration', 'baseUrl: may hold no user, password, query or fragment');
  }
  const isPlainAllowed = isInsecureAllowed || isLoopback(url.hostname) || url.origin === page?.origin;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isPlainAllowed)) {
    throw new MarketplaceError('configuration', 'baseUrl: https only, except for loopback addresses');
  }
  return url.href.replace(/\/+$/, '');
}
