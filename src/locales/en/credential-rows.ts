/** What the list says beside what it shows at once: of changes and of the search. Loaded once the list is there. */
export const credentialRows = {
  credentialNowIs: (name: string, state: string) => `${name}: ${state}`,
  credentialDeleted: (name: string) => `${name} was deleted.`,
  credentialSearch: 'Search credentials',
  credentialsNoMatch: (query: string) => `No credential matches “${query}”`,
  credentialsShowAll: 'Show all credentials',
};
