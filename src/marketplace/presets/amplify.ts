import { dayMs, originsForm, usualOverlapsMs, type Preset } from './preset.js';

const threeDays = { mode: 'window' as const, windowMs: 3 * dayMs };

/**
 * Axway Amplify Marketplace: access is asked for and approved; credentials belong to applications, can be suspended and,
 * where the gateway can do it, renewed; their secret can be viewed as often as wanted for three days (SPEC A1, C5, C6, S1).
 */
export const amplify: Preset = {
  policy: { applications: true },
  credentialTypes: ({ tokenUrl }) => [
    {
      id: 'api-key',
      name: 'API key',
      kind: 'api-key',
      description: 'One key, sent in a header. The simplest way to call the API.',
      form: originsForm,
      scheme: { kind: 'header', name: 'X-API-Key' },
      visibility: threeDays,
      lifetimesMs: [null, 30 * dayMs, 90 * dayMs, 365 * dayMs],
      suspendable: true,
      overlapsMs: usualOverlapsMs,
    },
    {
      id: 'oauth-secret',
      name: 'OAuth client ID & secret',
      kind: 'oauth-secret',
      description: 'A client ID and secret that are exchanged for short-lived access tokens.',
      scheme: { kind: 'oauth2', tokenUrl },
      visibility: threeDays,
      suspendable: true,
      overlapsMs: usualOverlapsMs,
    },
    {
      id: 'oauth-public-key',
      name: 'OAuth client ID & private key',
      kind: 'oauth-public-key',
      description: 'You keep a private key and register its public key: no secret ever leaves you.',
      form: {
        schema: {
          type: 'object',
          required: ['publicKey'],
          properties: {
            publicKey: {
              type: 'string',
              title: 'Public key',
              description: 'PEM (SPKI) or JWK: RSA of at least 2048 bits, EC P-256 or P-384, or Ed25519.',
              maxLength: 8000,
              'x-axway-widget': 'textarea',
            },
          },
          additionalProperties: false,
        },
      },
      scheme: { kind: 'oauth2', tokenUrl },
      visibility: { mode: 'never' },
      suspendable: true,
    },
    {
      id: 'http-basic',
      name: 'User name & password',
      kind: 'http-basic',
      description: 'HTTP Basic, for clients that can do nothing else.',
      scheme: { kind: 'basic' },
      visibility: threeDays,
      suspendable: true,
      overlapsMs: usualOverlapsMs,
    },
    {
      id: 'api-key-manual',
      name: 'Partner API key',
      kind: 'api-key',
      description: 'A key with partner terms. The provider sets it up by hand.',
      form: originsForm,
      scheme: { kind: 'header', name: 'X-API-Key' },
      visibility: threeDays,
      suspendable: true,
      overlapsMs: usualOverlapsMs,
      provisioning: 'manual',
    },
  ],
};
