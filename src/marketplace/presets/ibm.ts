import type { Preset } from './preset.js';

const scheme = { kind: 'header', name: 'X-IBM-Client-Id', secretName: 'X-IBM-Client-Secret' } as const;
const fivePerApi = { most: 5, per: ['resource', 'team'] as ('resource' | 'team')[] };

/**
 * IBM API Management: keys can be made while an API is exposed (SPEC I1), for people inside the organisation, with a
 * generated secret, and outside of it, with none until one is set through a share link (SPEC I2, S9); five of each for
 * an API (SPEC I3); no access request, no application (SPEC A1).
 */
export const ibm: Preset = {
  policy: { applications: false, exposureRoles: ['consumer'] },
  credentialTypes: () => [
    {
      id: 'internal',
      name: 'Key for your organisation',
      kind: 'key-pair',
      description: 'For people inside your organisation: key and secret are generated together and do not change.',
      scheme,
      audience: 'internal',
      visibility: { mode: 'once' },
      suspendable: false,
      limit: fivePerApi,
    },
    {
      id: 'external',
      name: 'Key for somebody outside',
      kind: 'key-pair',
      description: 'For people outside your organisation: they can set a secret themselves, on a page you share.',
      scheme,
      audience: 'external',
      visibility: { mode: 'never' },
      secretLater: true,
      suspendable: false,
      limit: fivePerApi,
    },
  ],
};
