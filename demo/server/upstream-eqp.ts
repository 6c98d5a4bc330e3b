import { Hono } from 'hono';

interface Extension {
  sku: string;
  name: string;
  status: string;
}

/** Two worlds that know nothing of each other (SPEC E2), by the id of their resource. */
const environments: Record<string, { account: string; extensions: Extension[] }> = {
  'eqp-sandbox': {
    account: 'MAGTEST0001',
    extensions: [{ sku: 'example/try-out', name: 'Try-out (sandbox)', status: 'draft' }],
  },
  'eqp-production': {
    account: 'MAG0000001',
    extensions: [
      { sku: 'example/wishlist', name: 'Wish list', status: 'released' },
      { sku: 'example/gift-wrap', name: 'Gift wrap', status: 'in review' },
    ],
  },
};

/** APIs like those of an extension market: the extensions that are sold, and whose the account is. */
export function eqpUpstream(): Hono {
  const upstream = new Hono();
  for (const [resource, { account, extensions }] of Object.entries(environments)) {
    upstream.get(`/${resource}/rest/v1/products`, (c) => c.json(extensions));
    upstream.get(`/${resource}/rest/v1/app`, (c) => c.json({ mage_id: account, name: 'Example extensions' }));
  }
  return upstream;
}
