import { isApiError, isMarketplaceError } from '/assets/latchkey/client.js';

const lists = new Intl.ListFormat('en', { type: 'conjunction' });
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const moments = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const instants = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const numbers = new Intl.NumberFormat('en');

const errors = {
  network: 'The marketplace could not be reached. Check your connection, then try again.',
  timeout: 'The marketplace took too long to answer. Try again.',
  forbidden: 'You are not allowed to see or do this.',
  'not-found': 'This does not exist, or it belongs to another team.',
  'rate-limited': 'Too many requests in a short time. Wait a moment, then try again.',
  'validation-failed': 'Some of what you entered was not accepted. Correct it and try again.',
  'state-conflict': 'This is no longer possible: it has changed in the meantime.',
  'precondition-failed': 'Somebody changed it in the meantime. Close this, look at it again, then decide.',
  unavailable: 'The marketplace is not available right now. Try again in a moment.',
};

/** Whether an error says that there is no such thing, for this person at least. */
export const isNotFound = (error) => isApiError(error) && error.code === 'not-found';

/** What went wrong, in a sentence. */
export const sentenceOf = (error) =>
  (isMarketplaceError(error) && errors[error.code]) || 'Something went wrong. Nothing was changed; try again.';

/** Names as in a sentence: "Storefront and Logistics". */
export const listOf = (names) => lists.format(names);

/** A day: "20 Nov 2026" in the reader's order. */
export const dayOf = (at) => dates.format(new Date(at));

/** A day and a time of day, in short. */
export const momentOf = (at) => moments.format(new Date(at));

/** A day and a time of day, in full. */
export const instantOf = (at) => instants.format(new Date(at));

/** How much a plan allows: "1,000 calls per day". */
export const quotaOf = ({ limit, interval }) => `${numbers.format(limit)} calls per ${interval}`;

/** Whom a person acts for: "Provider", "Team Storefront". */
export function standingOf({ teams, roles }) {
  if (roles.includes('provider')) return 'Provider';
  if (teams.length === 0) return 'In no team';
  return `${teams.length > 1 ? 'Teams' : 'Team'} ${listOf(teams.map(({ name }) => name))}`;
}

/** The first letters of the first and the last name. */
export const initialsOf = (name) => {
  const parts = name.split(' ');
  return [parts.at(0), parts.length > 1 ? parts.at(-1) : ''].map((part) => part.slice(0, 1)).join('');
};
