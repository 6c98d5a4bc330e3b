/** A token is replaced this long before it expires, in milliseconds. */
const marginMs = 30_000;

const mark = 'person';

let held;
let asking;

/**
 * Remembers who has signed in, as far as the header shows it, so that it is there at once on the next page.
 *
 * @returns What is remembered.
 */
export function rememberPerson({ user: { name }, teams, roles }) {
  const known = {
    user: { name },
    teams: teams.map((team) => ({ name: team.name })),
    roles: ['consumer', 'provider'].filter((role) => roles.includes(role)),
  };
  localStorage.setItem(mark, JSON.stringify(known));
  return known;
}

/** Who has signed in; `undefined` if nobody has: then nobody need be asked for a token first. */
export function rememberedPerson() {
  const known = localStorage.getItem(mark);
  return known === null ? undefined : JSON.parse(known);
}

/** Forgets who has signed in. */
export const forgetPerson = () => localStorage.removeItem(mark);

/** Leaves for the sign-in page, which comes back to this one. */
function signIn() {
  forgetPerson();
  location.replace(`/sign-in.html?${new URLSearchParams({ next: location.pathname + location.search })}`);
  return new Promise(() => undefined); // the page is gone before anybody could use an answer
}

async function ask() {
  if (!rememberedPerson()) return signIn();
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
