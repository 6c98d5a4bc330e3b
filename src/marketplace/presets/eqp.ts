import type { EnvironmentPolicy } from '../policy.js';
import type { CredentialTypeRecord } from '../records.js';
import type { Preset } from './preset.js';

const environments: EnvironmentPolicy[] = [
  { id: 'production', name: 'Production', kind: 'production' },
  {
    id: 'sandbox',
    name: 'Sandbox',
    kind: 'sandbox',
    roles: ['partner-platinum', 'partner-gold', 'partner-silver'],
    message: 'The sandbox is for Technology and Solution partners of tier Silver and above.',
    learnMoreUrl: 'https://partners.example/tiers',
  },
];

/**
 * Magento Marketplace EQP: who is eligible (SPEC E1) has up to three access keys in each environment (SPEC C10, E2); a
 * pair of application id and secret, always visible in the list, is exchanged for session tokens (SPEC E3, S1) and can be
 * regenerated (SPEC C7).
 */
export const eqp: Preset & {
  /** The type of an environment's keys; session tokens come from `tokenUrl`. */
  sessionPair(tokenUrl: string): CredentialTypeRecord;
} = {
  policy: { applications: false, environments },
  credentialTypes: ({ tokenUrl }) => [eqp.sessionPair(tokenUrl)],
  sessionPair: (tokenUrl) => ({
    id: 'session-pair',
    name: 'API access key',
    kind: 'key-pair',
    description: 'An application ID and secret that are exchanged for session tokens.',
    scheme: { kind: 'session', tokenUrl },
    visibility: { mode: 'always' },
    suspendable: false,
    regenerable: true,
    limit: { most: 3, per: ['environment', 'team'] },
  }),
};
