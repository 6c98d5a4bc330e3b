import type { CredentialOptions, TypeOption } from '../../src/contract/credential-options.js';
import type { Grant, GrantOption } from '../../src/contract/grant.js';
import type { CredentialType } from '../../src/contract/product.js';
import { apiKey, oauthSecret } from './access-fixtures.js';
import { day } from './fixtures.js';

/** A type that can be chosen. */
export const aTypeOption = (type: CredentialType, differences: Partial<TypeOption> = {}): TypeOption => ({
  ...type,
  allowed: true,
  ...differences,
});

/** One application with access to one API that accepts keys and OAuth clients; nothing is in the way. */
export const someOptions = (differences: Partial<CredentialOptions> = {}): CredentialOptions => ({
  needsApplication: true,
  environments: [],
  teams: [{ id: 'team-1', name: 'Finance' }],
  applications: [{ id: 'app-1', name: 'Invoices', owner: { id: 'team-1', name: 'Finance' }, allowed: true }],
  resources: [{ id: 'res-1', name: 'Payments API', allowed: true }],
  types: [aTypeOption(apiKey), aTypeOption(oauthSecret)],
  existing: [],
  ...differences,
});

/** The same with one type, which chooses itself. */
export const oneTypeOptions = (differences: Partial<CredentialOptions> = {}): CredentialOptions =>
  someOptions({ types: [aTypeOption(oauthSecret)], ...differences });

const external: CredentialType = {
  id: 'external',
  name: 'Key for somebody outside',
  kind: 'key-pair',
  scheme: { kind: 'header', name: 'X-IBM-Client-Id', secretName: 'X-IBM-Client-Secret' },
  audience: 'external',
  visibility: { mode: 'never' },
  secretLater: true,
};
const internal: CredentialType = {
  ...external,
  id: 'internal',
  name: 'Key for your organisation',
  audience: 'internal',
  visibility: { mode: 'once' },
  secretLater: false,
};

/** A marketplace without applications, with a type for each audience and a limit for each (SPEC I2, I3). */
export const audienceOptions = (differences: Partial<CredentialOptions> = {}): CredentialOptions =>
  someOptions({
    needsApplication: false,
    applications: [],
    types: [
      aTypeOption(internal, { limit: { used: 2, most: 5 } }),
      aTypeOption(external, { limit: { used: 5, most: 5 }, allowed: false, reason: 'limit-reached' }),
    ],
    ...differences,
  });

/** Two environments, one of them not for this person, and none chosen (SPEC E1, E2). */
export const environmentOptions = (differences: Partial<CredentialOptions> = {}): CredentialOptions =>
  oneTypeOptions({
    blocked: 'environment-required',
    needsApplication: false,
    applications: [],
    environments: [
      { id: 'production', name: 'Production', allowed: true },
      { id: 'sandbox', name: 'Sandbox', allowed: false, reason: 'not-eligible' },
    ],
    ...differences,
  });

const [readOnly, readWrite] = [
  { id: 'read', name: 'Read-only', description: 'Looks and touches nothing.' },
  { id: 'write', name: 'Read and write' },
];
const workspaces = ['Europe', 'Asia', 'Americas'].map((name) => ({ id: `ws-${name}`, name }));

/** Three APIs: one with a choice of everything, one whose scope is settled, one with one permission (SPEC M2). */
export const grantOptions: GrantOption[] = [
  {
    resource: { id: 'profile', name: 'Profile API' },
    permissions: [readOnly, readWrite],
    scope: { level: 'workspace', items: workspaces, locked: false },
  },
  {
    resource: { id: 'platform', name: 'Platform API' },
    permissions: [readOnly, readWrite],
    scope: { level: 'organization', items: [{ id: 'org', name: 'Acme' }], locked: true },
  },
  {
    resource: { id: 'planning', name: 'Planning API' },
    permissions: [readOnly],
    scope: { level: 'account', items: [{ id: 'acct-1', name: 'Acme account' }], locked: false },
  },
];

/** A marketplace that grants resources in parts. */
export const grantingOptions = (differences: Partial<CredentialOptions> = {}): CredentialOptions =>
  oneTypeOptions({ needsApplication: false, applications: [], resources: [], grants: grantOptions, ...differences });

/** What a credential may do of it. */
export const someGrants: Grant[] = [
  {
    resource: { id: 'profile', name: 'Profile API' },
    permission: readOnly,
    scope: { level: 'workspace', items: workspaces.slice(0, 2), locked: false },
  },
  {
    resource: { id: 'platform', name: 'Platform API' },
    permission: readWrite,
    scope: { level: 'organization', items: [{ id: 'org', name: 'Acme' }], locked: true },
  },
];

/** Lifetimes to choose from: none first. */
export const lifetimesMs = [null, 30 * day, 365 * day];
