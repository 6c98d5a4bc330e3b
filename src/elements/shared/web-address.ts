/** An address from a server as one that a link may lead to; nothing for any other scheme than http and https. */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
