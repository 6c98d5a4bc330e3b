/** The editor of what a credential may do, API by API. */
export const grantsField = {
  grants: 'What it may do',
  grantsHelp: 'Choose the APIs it may call, and for each of them how much.',
  grantsNone: 'Choose at least one API.',
  grantsPermission: (api: string) => `Permission for ${api}`,
  grantsOnlyPermission: 'The only permission this API knows.',
  grantsNoPermission: 'Choose a permission.',
  'grantsScope-organization': (api: string) => `Organizations for ${api}`,
  'grantsScope-account': (api: string) => `Accounts for ${api}`,
  'grantsScope-workspace': (api: string) => `Workspaces for ${api}`,
  'grantsScope-unknown': (api: string) => `Scope for ${api}`,
  grantsNoScope: 'Choose at least one.',
  grantsSettled: 'Selected for you: there is no other choice.',
  grantsSelected: (selected: number, all: number) => `${selected} of ${all} selected`,
  grantsSelectAll: 'Select all',
  grantsSelectNone: 'Select none',
};
