import { amplifyClassic } from '../presets/amplify-classic.js';
import { amplify } from '../presets/amplify.js';
import type { Preset } from '../presets/preset.js';
import type { SubscriptionRecord } from '../records.js';
import { logistics, monthMs, storefront, type Sample, type SampleUrls } from './sample.js';

const requestForm = {
  schema: {
    type: 'object',
    required: ['purpose', 'callsPerDay'],
    properties: {
      purpose: {
        type: 'string',
        title: 'What do you want to do?',
        oneOf: [
          { const: 'try', title: 'Just trying it out' },
          { const: 'build', title: 'Building an application' },
          { const: 'production', title: 'Running in production' },
        ],
      },
      callsPerDay: {
        type: 'integer',
        title: 'Expected calls per day',
        description: 'A rough figure helps the provider to plan.',
        minimum: 1,
        maximum: 10_000_000,
      },
    },
    additionalProperties: false,
  },
  order: ['purpose', 'callsPerDay'],
};

/**
 * Two products, three resources (approved automatically, by the provider, and left out of the smaller plan),
 * subscriptions that can be used and that cannot.
 */
function catalogue(preset: Preset, { gatewayUrl, tokenUrl, now }: SampleUrls): Sample {
  const types = preset.credentialTypes({ tokenUrl });
  const credentialTypes = types.filter(({ provisioning }) => provisioning !== 'manual');
  const subscription = (
    id: string,
    name: string,
    planId: string,
    teamId: string,
    more: Partial<SubscriptionRecord> = {},
  ): SubscriptionRecord => ({
    id,
    name,
    productId: planId.startsWith('plan_weather') ? 'weather' : 'commerce',
    planId,
    teamId,
    approval: 'approved',
    state: 'active',
    createdAt: now - monthMs,
    version: 1,
    ...more,
  });

  return {
    teams: [storefront, logistics],
    products: [
      {
        id: 'commerce',
        name: 'Commerce',
        description: 'Orders and invoices of the Acme shops, up to the second.',
        plans: [
          {
            id: 'plan_gold',
            name: 'Gold',
            resourceIds: ['orders', 'invoices'],
            quotas: [{ limit: 100_000, interval: 'day' }],
          },
          { id: 'plan_bronze', name: 'Bronze', resourceIds: ['orders'], quotas: [{ limit: 1_000, interval: 'day' }] },
        ],
      },
      {
        id: 'weather',
        name: 'Weather',
        description: 'Forecasts for every depot and delivery route.',
        plans: [
          {
            id: 'plan_weather_free',
            name: 'Free',
            resourceIds: ['forecast'],
            quotas: [{ limit: 60, interval: 'minute' }],
            terms: {
              revision: '2026-03',
              title: 'Weather data terms',
              text:
                'Forecasts may be shown to your own staff and customers. They must not be sold on.\n\n' +
                'Name the Acme weather service wherever a forecast is shown.',
            },
          },
        ],
      },
    ],
    resources: [
      {
        id: 'orders',
        name: 'Orders API',
        productId: 'commerce',
        description: 'List, read and follow orders. Access is approved at once.',
        apiVersion: '2.1',
        baseUrl: `${gatewayUrl}/orders`,
        access: { required: true, approval: 'automatic' },
        requestForm,
        credentialTypes,
      },
      {
        id: 'invoices',
        name: 'Invoices API',
        productId: 'commerce',
        description: 'Invoices and credit notes. The provider looks at each request.',
        apiVersion: '1.4',
        baseUrl: `${gatewayUrl}/invoices`,
        access: { required: true, approval: 'manual' },
        requestForm,
        credentialTypes: types,
      },
      {
        id: 'forecast',
        name: 'Forecast API',
        productId: 'weather',
        description: 'Hourly forecasts for the next five days.',
        apiVersion: '3.0',
        baseUrl: `${gatewayUrl}/forecast`,
        access: { required: true, approval: 'automatic' },
        requestForm,
        credentialTypes: credentialTypes.slice(0, 1),
      },
    ],
    subscriptions: [
      subscription('sub_storefront_gold', 'Storefront Gold', 'plan_gold', storefront.id),
      subscription('sub_storefront_trial', 'Storefront Trial', 'plan_bronze', storefront.id, { approval: 'pending' }),
      subscription('sub_logistics_bronze', 'Logistics Bronze', 'plan_bronze', logistics.id),
      subscription('sub_logistics_2025', 'Logistics 2025', 'plan_gold', logistics.id, {
        createdAt: now - 13 * monthMs,
        expiresAt: now - monthMs,
      }),
      subscription('sub_logistics_weather', 'Logistics Weather', 'plan_weather_free', logistics.id),
    ],
    applications: [
      { id: 'app_shop_web', name: 'Shop web', teamId: storefront.id, createdAt: now - monthMs, version: 1 },
      { id: 'app_shop_mobile', name: 'Shop mobile', teamId: storefront.id, createdAt: now - monthMs, version: 1 },
      { id: 'app_dispatch', name: 'Dispatch', teamId: logistics.id, createdAt: now - monthMs, version: 1 },
    ],
  };
}

/** The catalogue under the rules of Amplify Marketplace. */
export const sampleAmplify = (urls: SampleUrls): Sample => catalogue(amplify, urls);

/** The catalogue under the rules of its older edition. */
export const sampleAmplifyClassic = (urls: SampleUrls): Sample => catalogue(amplifyClassic, urls);
