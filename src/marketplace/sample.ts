import { amplifyCredentialTypes } from './presets/amplify.js';
import type { Principal } from './principal.js';
import type {
  ApplicationRecord,
  Kinds,
  ProductRecord,
  ResourceRecord,
  SubscriptionRecord,
  TeamRecord,
} from './records.js';
import type { Store } from './store.js';

const storefront = { id: 'team_storefront', name: 'Storefront' };
const logistics = { id: 'team_logistics', name: 'Logistics' };

/** The people of the sample marketplace: two consumers in different teams, one in both, and a provider. */
export const samplePeople: Principal[] = [
  { id: 'ada', name: 'Ada Park', teams: [storefront], roles: ['consumer'] },
  { id: 'ben', name: 'Ben Osei', teams: [logistics], roles: ['consumer'] },
  { id: 'cleo', name: 'Cleo Martin', teams: [storefront, logistics], roles: ['consumer'] },
  { id: 'priya', name: 'Priya Shah', teams: [], roles: ['provider'] },
];

/** A catalogue to try everything with. */
export interface Sample {
  teams: TeamRecord[];
  products: ProductRecord[];
  resources: ResourceRecord[];
  subscriptions: SubscriptionRecord[];
  applications: ApplicationRecord[];
}

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
 * The sample catalogue: two products, three resources (approved automatically, by the provider, and left out of the
 * smaller plan), subscriptions that can be used and that cannot.
 *
 * @param options.gatewayUrl - Where the data plane serves resources, without a slash at the end.
 * @param options.tokenUrl - Where OAuth clients get their access tokens.
 * @param options.now - When it all began, in milliseconds since 1970.
 */
export function sampleAmplify({
  gatewayUrl,
  tokenUrl,
  now,
}: {
  gatewayUrl: string;
  tokenUrl: string;
  now: number;
}): Sample {
  const credentialTypes = amplifyCredentialTypes({ tokenUrl });
  const monthMs = 30 * 24 * 60 * 60 * 1000;
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
        credentialTypes,
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

/** Puts the catalogue into the store: products, resources and teams as they are now, the rest unless it is there. */
export function putSample(store: Store<Kinds>, sample: Sample): Promise<void> {
  return store.write(async (tx) => {
    for (const team of sample.teams) await tx.put('team', team);
    for (const product of sample.products) await tx.put('product', product);
    for (const resource of sample.resources) await tx.put('resource', resource);
    for (const record of sample.subscriptions)
      if (!(await tx.get('subscription', record.id))) await tx.put('subscription', record);
    for (const record of sample.applications)
      if (!(await tx.get('application', record.id))) await tx.put('application', record);
  });
}
