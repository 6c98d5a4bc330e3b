import { originsForm, type Preset } from './preset.js';

/**
 * The older edition of Amplify Marketplace: a secret is viewed once; a credential is created and deleted, and nothing
 * else; who has lost the secret creates another one (SPEC S1).
 */
export const amplifyClassic: Preset = {
  policy: { applications: true },
  credentialTypes: ({ tokenUrl }) => [
    {
      id: 'api-key',
      name: 'API key',
      kind: 'api-key',
      description: 'One key, sent in a header.',
      form: originsForm,
      scheme: { kind: 'header', name: 'X-API-Key' },
      visibility: { mode: 'once' },
      suspendable: false,
    },
    {
      id: 'oauth-secret',
      name: 'OAuth client ID & secret',
      kind: 'oauth-secret',
      description: 'A client ID and secret that are exchanged for short-lived access tokens.',
      scheme: { kind: 'oauth2', tokenUrl },
      visibility: { mode: 'once' },
      suspendable: false,
    },
  ],
};
