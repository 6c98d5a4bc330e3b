import { mparticle } from '../presets/mparticle.js';
import type { ResourceRecord, ScopeRecord } from '../records.js';
import { logistics, peopleWith, storefront, type Sample, type SampleUrls } from './sample.js';

/** Ada is an admin, Ben a compliance admin; Cleo may read and so has no business with credentials (SPEC M1). */
export const peopleOfMparticle = peopleWith({ ada: ['admin'], ben: ['compliance-admin'], cleo: ['read-only'] });

/** A team's hierarchy: one organization, one account, and workspaces. */
function hierarchy(teamId: string, name: string, workspaces: Record<string, string>): ScopeRecord[] {
  const key = teamId.replace(/^team_/, '');
  const [organization, account] = [`org_${key}`, `acct_${key}`];
  return [
    { id: organization, name, level: 'organization', teamId },
    { id: account, name: `${name} account`, level: 'account', teamId, parentId: organization },
    ...Object.entries(workspaces).map(([id, title]) => ({
      id: `ws_${key}_${id}`,
      name: title,
      level: 'workspace' as const,
      teamId,
      parentId: account,
    })),
  ];
}

/** Three APIs under the rules of mParticle, at different levels of organization → account → workspace (SPEC M2). */
export function sampleMparticle({ gatewayUrl, tokenUrl }: SampleUrls): Sample {
  const api = (
    id: string,
    name: string,
    description: string,
    grants: NonNullable<ResourceRecord['grants']>,
  ): ResourceRecord => ({
    id,
    name,
    productId: 'customer-data',
    description,
    baseUrl: `${gatewayUrl}/${id}`,
    access: { required: false, approval: 'automatic' },
    credentialTypes: mparticle.credentialTypes({ tokenUrl }),
    grants,
  });
  const reading = ['GET', 'HEAD'];

  return {
    teams: [storefront, logistics],
    products: [
      { id: 'customer-data', name: 'Customer data', description: 'Profiles, platform and data plans.', plans: [] },
    ],
    resources: [
      api('profile', 'Profile API', 'Read what is known of a customer.', {
        permissions: [{ id: 'read-only', name: 'Read-only', methods: reading }],
        level: 'workspace',
        locked: false,
        source: { path: ['/userprofile/v1/:organization/:account/:scope'] },
      }),
      api('platform', 'Platform API', 'Apps, feeds and audiences of an account.', {
        permissions: [
          { id: 'admin', name: 'Admin' },
          { id: 'user', name: 'User', methods: reading },
        ],
        level: 'account',
        locked: true,
        source: { query: 'accountId' },
      }),
      api('dataplanning', 'Data Planning API', 'Plans of the data a workspace takes.', {
        permissions: [
          { id: 'read-only', name: 'Read-only', methods: reading },
          { id: 'read-write', name: 'Read and write' },
        ],
        level: 'workspace',
        locked: false,
        source: { path: ['/platform/v2/workspaces/:scope'] },
      }),
    ],
    subscriptions: [],
    applications: [],
    scopes: [
      ...hierarchy(storefront.id, 'Acme Storefront', { web: 'Web', ios: 'iOS', android: 'Android' }),
      ...hierarchy(logistics.id, 'Acme Logistics', { fleet: 'Fleet', depots: 'Depots' }),
    ],
  };
}
