/** What the page shows, as the parameters of its address: it can be reloaded, shared and gone back from. */

/** A parameter of the page's address; `undefined` if it is not there. */
export const paramOf = (name) => new URLSearchParams(location.search).get(name) ?? undefined;

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
}

/** Calls `show` whenever the person has gone back or forward within the page. */
export const whenBack = (show) => addEventListener('popstate', show);
