/** What the search and the filters of every list say; loaded once it is there. */
export const listFilters = {
  viewRefused: 'The list cannot be shown with these filters.',
};
