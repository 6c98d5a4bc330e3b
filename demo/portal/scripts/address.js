/** What the page shows, as the parameters of its address: it can be reloaded, shared and gone back from. */

/** A parameter of the page's address; `undefined` if it is not there. */
export const paramOf = (name) => new URLSearchParams(location.search).get(name) ?? undefined;

/** What the address says that the page shows. */
let shown = location.search;

/** Who is told that it shows something else. */
const listeners = [];

/**
 * Changes parameters of the page's address; `undefined` and an empty text take one away.
 *
 * @param options.isStep - Whether the back button leads to the address as it was.
 */
export function putParams(changes, { isStep = true } = {}) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history[isStep ? 'pushState' : 'replaceState'](undefined, '', address);
  shown = location.search;
}

/** Calls `show` whenever the person has gone back or forward to where the page showed something else. */
export function whenBack(show) {
  listeners.push(show);
}

addEventListener('popstate', () => {
  if (location.search === shown) return; // it is about another place on the page: the skip link led there
  shown = location.search;
  for (const show of listeners) show();
});
