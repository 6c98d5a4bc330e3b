import type { AccessOptions } from '../../src/contract/access-options.js';
import type { AccessRequest, TimelineEntry } from '../../src/contract/access-request.js';
import type { Application } from '../../src/contract/application.js';
import type { FormDefinition } from '../../src/contract/form.js';
import type { CredentialType, Resource } from '../../src/contract/product.js';
import { at, can, day, hour, minute, start } from './fixtures.js';

const team = { id: 'team-1', name: 'Finance' };
const otherTeam = { id: 'team-2', name: 'Logistics' };
const resource = { id: 'res-1', name: 'Payments API' };
const product = { id: 'prod-1', name: 'Banking Suite' };

/** The two questions that the provider of the API asks. */
export const questions: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      purpose: {
        type: 'string',
        title: 'What do you want to build?',
        description: 'One or two sentences are enough.',
        'x-axway-widget': 'textArea',
        minLength: 10,
      },
      volume: {
        type: 'string',
        title: 'Expected calls per day',
        oneOf: [
          { const: 'low', title: 'Up to 1,000' },
          { const: 'high', title: 'More than 1,000' },
        ],
      },
    },
    required: ['purpose', 'volume'],
  },
  order: ['purpose', 'volume'],
};

/** One team with one subscription and two applications; nothing is in the way. */
export const anOffer = (differences: Partial<AccessOptions> = {}): AccessOptions => ({
  resource,
  product,
  approval: 'manual',
  teams: [{ ...team, allowed: true }],
  subscriptions: [
    {
      id: 'sub-1',
      name: 'Banking, yearly',
      owner: team,
      plan: { id: 'gold', name: 'Gold' },
      quotas: [{ limit: 10_000, interval: 'day' }],
      allowed: true,
    },
  ],
  applications: [
    { id: 'app-1', name: 'Invoices', owner: team, allowed: true },
    { id: 'app-2', name: 'Payroll', owner: team, allowed: true },
  ],
  ...differences,
});

/** Two teams: what belongs to the other one is impossible once something is chosen. */
export function twoTeams(
  choice: { teamId?: string | undefined; subscriptionId?: string | undefined; applicationId?: string | undefined } = {},
): AccessOptions {
  const base = anOffer();
  const subscriptions = [
    ...base.subscriptions,
    {
      ...base.subscriptions[0]!,
      id: 'sub-2',
      name: 'Banking, monthly',
      owner: otherTeam,
      plan: { id: 'basic', name: 'Basic' },
      quotas: [],
    },
  ];
  const applications = [...base.applications, { id: 'app-3', name: 'Warehouse', owner: otherTeam, allowed: true }];
  const owners = [
    choice.teamId,
    subscriptions.find(({ id }) => id === choice.subscriptionId)?.owner.id,
    applications.find(({ id }) => id === choice.applicationId)?.owner.id,
  ].filter((owner) => owner !== undefined);
  const judge = <Option extends { owner: { id: string } }>(option: Option): Option & { allowed: boolean } =>
    owners.every((owner) => owner === option.owner.id)
      ? { ...option, allowed: true }
      : { ...option, allowed: false, reason: 'other-team' };
  return {
    ...base,
    teams: [team, otherTeam].map((one) => ({ ...one, allowed: true })),
    subscriptions: subscriptions.map(judge),
    applications: applications.map(judge),
  };
}

/** A step of a timeline. */
export const aStep = (
  step: TimelineEntry['step'],
  ms: number,
  more: Partial<TimelineEntry> = { by: { id: 'user-1', name: 'Ada Byron' } },
): TimelineEntry => ({ step, at: at(ms), ...more });

/** A request that waits for the provider's decision, as its team sees it. */
export const aRequest = (differences: Partial<AccessRequest> = {}): AccessRequest => ({
  id: 'req-1',
  name: 'Payments API for Invoices',
  state: 'pending',
  approval: 'manual',
  resource,
  product,
  application: { id: 'app-1', name: 'Invoices' },
  subscription: { id: 'sub-1', name: 'Banking, yearly' },
  owner: team,
  requestedBy: { id: 'user-1', name: 'Ada Byron' },
  data: { purpose: 'Paying invoices on time.', volume: 'low' },
  timeline: [aStep('submitted', start - 2 * hour)],
  createdAt: at(start - 2 * hour),
  updatedAt: at(start - 2 * hour),
  version: '1',
  actions: [...can('withdraw'), { action: 'create-credential', allowed: false, reason: 'not-approved' }],
  ...differences,
});

const provider = { by: { id: 'user-9', name: 'Grace Hopper' } };

/** The request while the data plane is being set up. */
export const aProvisioningRequest = (differences: Partial<AccessRequest> = {}): AccessRequest =>
  aRequest({
    state: 'provisioning',
    timeline: [aStep('submitted', start - 2 * hour), aStep('approved', start - minute, provider)],
    updatedAt: at(start - minute),
    version: '2',
    actions: [{ action: 'create-credential', allowed: false, reason: 'provisioning' }],
    ...differences,
  });

/** The request once access is there. */
export const anActiveRequest = (differences: Partial<AccessRequest> = {}): AccessRequest =>
  aRequest({
    state: 'active',
    timeline: [
      aStep('submitted', start - 2 * hour),
      aStep('approved', start - minute, provider),
      aStep('ready', start, {}),
    ],
    updatedAt: at(start),
    version: '3',
    actions: can('create-credential'),
    ...differences,
  });

/** The request after the provider refused it. */
export const aRejectedRequest = (differences: Partial<AccessRequest> = {}): AccessRequest =>
  aRequest({
    state: 'rejected',
    timeline: [
      aStep('submitted', start - 2 * day),
      aStep('rejected', start - hour, { ...provider, reason: 'Please say which invoices you pay with it.' }),
    ],
    updatedAt: at(start - hour),
    version: '2',
    actions: can('update'),
    ...differences,
  });

export const apiKey: CredentialType = {
  id: 'api-key',
  name: 'API key',
  kind: 'api-key',
  description: 'One key that every call carries in a header.',
  form: {
    schema: {
      type: 'object',
      properties: {
        origins: {
          type: 'array',
          title: 'JavaScript origins',
          items: { anyOf: [{ type: 'string' }] },
          uniqueItems: true,
        },
      },
    },
  },
  scheme: { kind: 'header', name: 'X-API-Key' },
  visibility: { mode: 'window', windowMs: 3 * day },
};

export const oauthSecret: CredentialType = {
  id: 'oauth-secret',
  name: 'OAuth client',
  kind: 'oauth-secret',
  description: 'A client id and secret that are exchanged for short-lived tokens.',
  scheme: { kind: 'oauth2', tokenUrl: 'https://gateway.example/token' },
  visibility: { mode: 'once' },
};

/** An API that accepts keys and OAuth clients. */
export const aResource = (differences: Partial<Resource> = {}): Resource => ({
  ...resource,
  product,
  baseUrl: 'https://gateway.example/payments',
  access: { required: true, approval: 'manual' },
  credentialTypes: [apiKey, oauthSecret],
  actions: [],
  version: '1',
  ...differences,
});

export const anApplication = (differences: Partial<Application> = {}): Application => ({
  id: 'app-1',
  name: 'Invoices',
  owner: team,
  createdAt: at(start - 30 * day),
  version: '1',
  ...differences,
});
