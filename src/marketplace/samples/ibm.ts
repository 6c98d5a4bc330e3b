import { ibm } from '../presets/ibm.js';
import { logistics, storefront, type Sample, type SampleUrls } from './sample.js';

/** Two APIs under the rules of IBM API Management: one is exposed, the other not yet. */
export function sampleIbm({ gatewayUrl, tokenUrl }: SampleUrls): Sample {
  const common = {
    productId: 'warehouse',
    access: { required: false, approval: 'automatic' as const },
    credentialTypes: ibm.credentialTypes({ tokenUrl }),
  };
  return {
    teams: [storefront, logistics],
    products: [
      { id: 'warehouse', name: 'Warehouse', description: 'What is in stock, where, and at what price.', plans: [] },
    ],
    resources: [
      {
        ...common,
        id: 'inventory',
        name: 'Inventory API',
        description: 'Stock levels by article and warehouse.',
        apiVersion: '1.0',
        baseUrl: `${gatewayUrl}/inventory`,
        exposedAtFirst: true,
      },
      {
        ...common,
        id: 'pricing',
        name: 'Pricing API',
        description: 'Price lists and rebates. Not exposed yet.',
        apiVersion: '0.9',
        baseUrl: `${gatewayUrl}/pricing`,
        exposedAtFirst: false,
      },
    ],
    subscriptions: [],
    applications: [],
  };
}
