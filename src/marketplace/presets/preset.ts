import type { MarketplacePolicy } from '../policy.js';
import type { CredentialTypeRecord } from '../records.js';

/** Where a marketplace's data plane gives out access tokens and session tokens. */
export interface TokenUrls {
  /** The token endpoint for OAuth clients. */
  tokenUrl: string;
}

/** How a system treats access and credentials, as data. */
export interface Preset {
  policy: MarketplacePolicy;
  /** The kinds of credentials its resources accept. */
  credentialTypes(urls: TokenUrls): CredentialTypeRecord[];
}

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;

/** How long an old secret may keep working after a renewal: not at all, an hour, a day, a week (SPEC C6). */
export const usualOverlapsMs = [0, hourMs, dayMs, 7 * dayMs];

/** The form of credentials that pages may call with from a browser. */
export const originsForm = {
  schema: {
    type: 'object',
    properties: {
      origins: {
        type: 'array',
        title: 'JavaScript origins',
        description: 'Web pages that call the API from a browser, e.g. https://shop.example.',
        maxItems: 50,
        uniqueItems: true,
        items: { anyOf: [{ type: 'string', maxLength: 2048 }] },
      },
    },
    additionalProperties: false,
  },
};
