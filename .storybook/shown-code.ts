/** Where the elements of a page may have their marketplace. */
const baseUrl = '/api/v1';

/** What says where the marketplace is: a provider, or an element that has none around it. */
const places =
  ':is(access-request-form, access-request-list, credential-form, credential-list, secret-reveal, marketplace-provider)';

/** An attribute in front of the others. */
function putFirst(element: Element, name: string, value: string): void {
  const others = [...element.attributes];
  for (const other of others) element.removeAttributeNode(other);
  element.setAttribute(name, value);
  for (const other of others) element.setAttributeNode(other);
}

/**
 * The markup of a story as a page would have it: what only holds it here is left out, and where its marketplace is, which
 * a story says by a property, stands in an attribute.
 */
export function shownCode(markup: string): string {
  const { body } = new DOMParser().parseFromString(markup.replaceAll(/<!--[^]*?-->/g, ''), 'text/html');
  for (const holder of body.querySelectorAll('.story-frame, div[style]')) holder.replaceWith(...holder.childNodes);
  for (const place of body.querySelectorAll(places)) {
    const isTold = place.hasAttribute('base-url') || place.parentElement?.closest('marketplace-provider');
    if (!isTold || place.matches('marketplace-provider:not([base-url])')) putFirst(place, 'base-url', baseUrl);
  }
  const lines = body.innerHTML.replaceAll(/( [\w-]+)=""/g, '$1').split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...written.map((line) => line.search(/\S/)));
  return written.map((line) => line.slice(indent)).join('\n');
}
