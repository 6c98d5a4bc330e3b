import { eqp } from '../presets/eqp.js';
import type { ResourceRecord } from '../records.js';
import { logistics, peopleWith, storefront, type Sample, type SampleUrls } from './sample.js';

/** Ada and Cleo are partners of tier Gold; Ben is none and has no sandbox (SPEC E1). */
export const peopleOfEqp = peopleWith({ ada: ['partner-gold'], cleo: ['partner-gold'] });

/** One API in two environments under the rules of Magento EQP (SPEC E2). */
export function sampleEqp({ gatewayUrl }: SampleUrls): Sample {
  const api = (environment: string, description: string): ResourceRecord => {
    const id = `eqp-${environment}`;
    const baseUrl = `${gatewayUrl}/${id}`;
    return {
      id,
      name: 'EQP API',
      productId: 'eqp',
      description,
      apiVersion: 'v1',
      baseUrl,
      environment,
      access: { required: false, approval: 'automatic' },
      credentialTypes: [eqp.sessionPair(`${baseUrl}/rest/v1/app/session/token`)],
    };
  };
  return {
    teams: [storefront, logistics],
    products: [
      { id: 'eqp', name: 'Extension quality', description: 'Submit extensions and follow their checks.', plans: [] },
    ],
    resources: [
      api('production', 'What customers can buy.'),
      api('sandbox', 'A separate world to try things in: nothing here reaches a customer.'),
    ],
    subscriptions: [],
    applications: [],
  };
}
