import type { CredentialTypeRecord } from '../records.js';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * How Axway Amplify Marketplace treats credentials: suspendable, their secret viewable as often as wanted for three days
 * after provisioning (SPEC C5, S1).
 *
 * @param options.tokenUrl - Where OAuth clients get their access tokens.
 */
export const amplifyCredentialTypes = ({ tokenUrl }: { tokenUrl: string }): CredentialTypeRecord[] => [
  {
    id: 'api-key',
    name: 'API key',
    kind: 'api-key',
    description: 'One key, sent in a header. The simplest way to call the API.',
    form: {
      schema: {
        type: 'object',
        properties: {
          origins: {
            type: 'array',
            title: 'JavaScript origins',
            description: 'Web pages that call the API from a browser, e.g. https://shop.example.',
            uniqueItems: true,
            items: { anyOf: [{ type: 'string' }] },
          },
        },
        additionalProperties: false,
      },
    },
    scheme: { kind: 'header', name: 'X-API-Key' },
    suspendable: true,
    visibility: { mode: 'window', periodMs: 3 * dayMs },
  },
  {
    id: 'oauth-secret',
    name: 'OAuth client ID & secret',
    kind: 'oauth-secret',
    description: 'A client ID and secret that are exchanged for short-lived access tokens.',
    scheme: { kind: 'oauth2', tokenUrl },
    suspendable: true,
    visibility: { mode: 'window', periodMs: 3 * dayMs },
  },
];
