import { marketplaces } from './marketplaces.js';

const address = new URL(location.href);
const asked = address.searchParams.get('marketplace');

/** The marketplace that the page is about: the one in its address, as far as the page is for it (see theme.js). */
export const place = marketplaces.find(({ id }) => id === document.documentElement.dataset.brand);

/**
 * The address of a page of the portal in a marketplace, the page's own unless told. The first marketplace goes without
 * saying.
 *
 * @param path - Where it is, e.g. `/product.html`.
 * @param params - What else is in the address; `undefined` is left out.
 */
export function addressOf(path, params = {}, marketplaceId = place.id) {
  const url = new URL(path, location.origin);
  const all = { marketplace: marketplaceId === marketplaces[0].id ? undefined : marketplaceId, ...params };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

/** Where a marketplace begins. */
export const startOf = ({ id, pages }) => addressOf(pages[0].address, {}, id);

/** Names the page by what it shows. */
export function setTitle(title) {
  document.title = `${title} · ${place.name}`;
}

// An address that names another marketplace than the page is about would be a lie.
if (asked !== null && asked !== place.id) {
  address.searchParams.delete('marketplace');
  const others = Object.fromEntries(address.searchParams);
  history.replaceState(undefined, '', addressOf(address.pathname, others) + address.hash);
}

// Links in the page's own markup lead on within the marketplace, and its title says which one that is.
for (const link of document.querySelectorAll('main a[href^="/"]')) link.href = addressOf(link.getAttribute('href'));
setTitle(document.title.split(' · ')[0]);
