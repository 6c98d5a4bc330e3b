import { plural } from '../plural.js';

/** What a row says beyond its columns, of credentials that have it; loaded when there is one. */
export const credentialNotes = {
  credentialRetryOf: (name: string) => `Try again to set up ${name}`,
  grantLine: (api: string, permission: string, scope: string) => `${api}: ${permission} · ${scope}`,
  'scope-organization': (count: number) =>
    plural('en', count, { one: '1 organization', other: `${count} organizations` }),
  'scope-account': (count: number) => plural('en', count, { one: '1 account', other: `${count} accounts` }),
  'scope-workspace': (count: number) => plural('en', count, { one: '1 workspace', other: `${count} workspaces` }),
  'scope-unknown': (count: number) => plural('en', count, { one: '1 scope', other: `${count} scopes` }),
  noteOverlap: (until: string, left: string) => `Old secret works until ${until}, for another ${left}`,
  noteShared: (until: string) => `Share link works until ${until}`,
  noteNoSecret: 'No secret set yet',
  noteSecretSet: 'Secret is set',
};
