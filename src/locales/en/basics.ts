/** The words that a list shows while nothing has gone wrong yet. */
export const basics = {
  retry: 'Try again',
  loading: 'Loading…',
  unknown: 'Unknown',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',
};
