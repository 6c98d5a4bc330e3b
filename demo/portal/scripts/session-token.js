/** A token is replaced this long before it expires, in milliseconds. */
const marginMs = 30_000;

const mark = 'signed-in';

let held;
let asking;

/** Remembers that somebody has signed in, or out: who has not need not be asked for a token first. */
export function rememberSignIn(isSignedIn) {
  if (isSignedIn) localStorage.setItem(mark, 'yes');
  else localStorage.removeItem(mark);
}

/** Leaves for the sign-in page, which comes back to this one. */
function signIn() {
  rememberSignIn(false);
  location.replace(`/sign-in.html?${new URLSearchParams({ next: location.pathname + location.search })}`);
  return new Promise(() => undefined); // the page is gone before anybody could use an answer
}

async function ask() {
  if (localStorage.getItem(mark) === null) return signIn();
  const askedAt = Date.now();
  const answer = await fetch('/demo/token');
  if (answer.status === 401) return signIn();
  if (!answer.ok) throw new Error('no token to be had');
  const { token, expiresAt } = await answer.json();
  // How long it lasts, by the server's clock alone: this device's may be wrong.
  const lastsMs = Date.parse(expiresAt) - Date.parse(answer.headers.get('date'));
  held = { token, until: askedAt + lastsMs - marginMs };
  return token;
}

/**
 * The bearer token of who is signed in: the one held in memory while it is good, else a new one for the session's
 * cookie. Whoever is not signed in goes to the sign-in page.
 */
export function currentToken() {
  if (held && Date.now() < held.until) return held.token;
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}
