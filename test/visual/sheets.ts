/** Stories by file and name, in the order in which a picture shows them. */
export type Sheet = readonly (readonly [file: string, name: string])[];

const of = (file: string, ...names: string[]): Sheet => names.map((name) => [file, name] as const);

/** The states of each element that looks different in them. */
export const states: Record<string, Sheet> = {
  'access-request-form': of(
    'access-request-form',
    ...['Default', 'SeveralTeams', 'Duplicate', 'NoApplication', 'EveryKindOfField', 'InReview', 'Rejected', 'Failed'],
  ),
  'access-request-list': of('access-request-list', 'Default', 'Desk', 'Empty', 'Loading', 'Failed'),
  'credential-form': of('credential-form', 'Default', 'Grants', 'LimitReached', 'Lifetimes', 'NoAccess', 'Loading'),
  'credential-list': of(
    'credential-list',
    ...['EveryState', 'Notes', 'LimitReached', 'Transitions', 'Empty', 'NothingFound', 'Loading', 'Failed'],
  ),
  'secret-reveal': of(
    'secret-reveal',
    ...['Available', 'WaitingForProvisioning', 'Unmasked', 'Once', 'Erased', 'ViewedRenewable', 'Failed'],
  ),
};

/** One state of each element. */
export const samples: Sheet = [
  ['credential-list', 'Default'],
  ['access-request-list', 'Default'],
  ['access-request-form', 'Duplicate'],
  ['credential-form', 'Default'],
  ['secret-reveal', 'Unmasked'],
];

/** What floats over the page: one at a time. */
export const floating: Record<string, Sheet> = {
  menu: of('credential-list', 'Menu'),
  confirmation: of('credential-list', 'ConfirmDelete'),
  panel: of('credential-list', 'SecretPanel'),
};
