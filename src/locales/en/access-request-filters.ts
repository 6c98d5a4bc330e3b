/** The search and the filters of the list of access requests; loaded once it is there. */
export const accessRequestFilters = {
  requestSearch: 'Search access requests',
  requestFilters: 'Filters',
  requestFilterResource: 'API',
  requestFilterApplication: 'Application',
  requestFilterAll: 'All',
  requestFilterValue: (value: string, count: number) => `${value} (${count})`,
  requestFiltersClear: 'Clear filters',
  requestsNoMatch: (query: string) => `No request matches “${query}”`,
  requestsFilteredOut: 'No request matches these filters',
  requestsShowAll: 'Show all requests',
};
