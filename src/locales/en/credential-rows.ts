/** What the list says beside what it shows at once: of changes, and on the buttons of rows. Loaded once it is there. */
export const credentialRows = {
  credentialNowIs: (name: string, state: string) => `${name}: ${state}`,
  credentialDeleted: (name: string) => `${name} was deleted.`,
  'quick-renew': (name: string) => `Renew ${name}`,
  'quick-suspend': (name: string) => `Suspend ${name}`,
  'quick-enable': (name: string) => `Enable ${name}`,
  'quick-remove': (name: string) => `Delete ${name}`,
};
