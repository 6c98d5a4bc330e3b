const stops = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)';

const stopsIn = (region) => [...region.querySelectorAll(stops)].filter((stop) => stop.checkVisibility());

/** What makes something the same when it is made anew: where it leads, or what it is called. */
const signOf = (stop) =>
  `${stop.localName} ${stop.getAttribute('href') ?? stop.getAttribute('aria-label') ?? (stop.id || stop.textContent)}`;

/**
 * Remembers where the focus is in a part of the page that is about to be made anew.
 *
 * @returns A function that gives the focus back to the same thing; if that has gone, to what has taken its place. It does
 * nothing if the focus is not lost.
 */
export function rememberFocus(region) {
  const at = document.activeElement;
  const index = stopsIn(region).indexOf(at);
  if (index < 0) return () => undefined;
  const sign = signOf(at);
  return () => {
    if (document.activeElement !== document.body) return;
    const now = stopsIn(region);
    (now.find((stop) => signOf(stop) === sign) ?? now[Math.min(index, now.length - 1)])?.focus();
  };
}
