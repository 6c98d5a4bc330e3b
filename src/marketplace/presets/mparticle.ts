import type { Preset } from './preset.js';

/**
 * mParticle: admins alone see and manage credentials (SPEC M1); each is granted APIs, a permission of each and the part
 * of the hierarchy it holds for (SPEC M2), all of which can be edited later (SPEC C9); the secret is seen once (SPEC S1).
 */
export const mparticle: Preset = {
  policy: {
    applications: false,
    credentialRoles: {
      anyOf: ['admin', 'compliance-admin'],
      message: 'API credentials are managed by people with the role Admin or Compliance Admin. Ask one of them.',
    },
  },
  credentialTypes: ({ tokenUrl }) => [
    {
      id: 'oauth-secret',
      name: 'API credentials',
      kind: 'oauth-secret',
      description: 'A client ID and secret that are exchanged for short-lived access tokens.',
      scheme: { kind: 'oauth2', tokenUrl },
      visibility: { mode: 'once' },
      suspendable: true,
    },
  ],
};
