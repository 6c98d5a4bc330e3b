import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-form/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { AccessOptions } from '../src/contract/access-options.js';
import type { AccessRequest } from '../src/contract/access-request.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import {
  aProvisioningRequest,
  aRejectedRequest,
  aRequest,
  aStep,
  anActiveRequest,
  anOffer,
  questions,
  twoTeams,
} from '../test/elements/access-fixtures.js';
import { someOptions } from '../test/elements/credential-fixtures.js';
import { at, day, fakeMarketplace, page, start } from '../test/elements/fixtures.js';
import { calm, labelled } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  'resource-id'?: string;
  'access-request-id'?: string;
  editing?: boolean;
}

const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** A marketplace that offers this, and takes every request. */
const offering = (options: AccessOptions, create = (): Promise<AccessRequest> => Promise.resolve(aRequest())) =>
  fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(options) },
    accessRequests: { create, get: () => Promise.resolve(aRequest()) },
  });

/** A marketplace with one request. */
const holding = (request: AccessRequest) =>
  fakeMarketplace({
    resources: {
      accessOptions: () => Promise.resolve(anOffer({ form: questions })),
    },
    credentials: { options: () => Promise.resolve(someOptions()) },
    accessRequests: { get: () => Promise.resolve(request), list: () => Promise.resolve(page([request])) },
  });

/** Presses the button that sends, once there is something to send. */
async function send({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  await labelled(canvasElement, 'Invoices');
  (await control(canvasElement, 'Request access')).click();
}

const meta: Meta<Args> = {
  title: 'Elements/access-request-form',
  component: 'access-request-form',
  args: { 'resource-id': 'res-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<access-request-form .marketplace=${marketplace} ${attributesOf(attributes)}>
      <p slot="no-application"><a href="#applications">Create an application</a></p>
      <p slot="no-subscription"><a href="#plans">Choose a plan</a></p>
    </access-request-form>`,
};
export default meta;

type Story = StoryObj<Args>;

/** The provider decides, and asks two questions; the only subscription is chosen already. */
export const Default: Story = { args: { marketplace: offering(anOffer({ form: questions })) } };

export const AutomaticApproval: Story = {
  args: { marketplace: offering(anOffer({ approval: 'automatic' })) },
};

/** Choosing one thing makes what belongs to the other team impossible. */
export const SeveralTeams: Story = {
  args: {
    marketplace: fakeMarketplace({
      resources: { accessOptions: (_, choice) => Promise.resolve(twoTeams({ teamId: 'team-1', ...choice })) },
    }),
  },
};

/** An application that has a request already leads to it. */
export const Duplicate: Story = {
  args: {
    marketplace: offering(
      anOffer({
        applications: [
          {
            id: 'app-1',
            name: 'Invoices',
            owner: { id: 'team-1', name: 'Finance' },
            allowed: false,
            reason: 'duplicate',
            duplicate: { id: 'req-1', state: 'pending', createdAt: at(start - 17 * day) },
          },
          { id: 'app-2', name: 'Payroll', owner: { id: 'team-1', name: 'Finance' }, allowed: true },
        ],
      }),
    ),
  },
};

export const NoSubscription: Story = {
  args: { marketplace: offering(anOffer({ subscriptions: [], blocked: 'no-subscription' })) },
};

export const NoUsableSubscription: Story = {
  args: {
    marketplace: offering(
      anOffer({
        blocked: 'no-usable-subscription',
        subscriptions: anOffer().subscriptions.map((subscription) => ({
          ...subscription,
          allowed: false,
          reason: 'plan-excludes-resource',
        })),
      }),
    ),
  },
};

/** Each application has its request already: there is nothing to fill in. */
export const NoFreeApplication: Story = {
  args: {
    marketplace: offering(
      anOffer({
        applications: anOffer().applications.map((application, index) => ({
          ...application,
          allowed: false,
          reason: 'duplicate',
          duplicate: { id: `req-${index}`, state: 'active', createdAt: at(start - 17 * day) },
        })),
      }),
    ),
  },
};

export const NoApplication: Story = {
  args: { marketplace: offering(anOffer({ applications: [], blocked: 'no-application' })) },
};

export const NotRequired: Story = {
  args: { marketplace: offering(anOffer({ blocked: 'not-required' })) },
};

/** Every kind of field a definition can ask for. */
export const EveryKindOfField: Story = {
  args: {
    marketplace: offering(
      anOffer({
        form: {
          schema: {
            type: 'object',
            required: ['purpose', 'terms', 'scopes'],
            properties: {
              purpose: { type: 'string', title: 'Purpose', 'x-axway-widget': 'textarea' },
              calls: { type: 'integer', title: 'Calls per second', minimum: 1, maximum: 50 },
              launch: { type: 'string', format: 'date', title: 'First day in production' },
              contact: {
                type: 'object',
                title: 'Technical contact',
                properties: {
                  mail: { type: 'string', format: 'email', title: 'Email' },
                  site: { type: 'string', format: 'uri', title: 'Website' },
                },
              },
              scopes: {
                type: 'array',
                title: 'Scopes',
                items: { enum: ['read', 'write', 'refund'] },
                default: ['read'],
              },
              callbacks: {
                type: 'array',
                title: 'Callback addresses',
                items: { type: 'string', format: 'uri' },
                default: ['https://invoices.example/done'],
              },
              region: { type: 'string', title: 'Region', readOnly: true, default: 'Europe' },
              code: { type: 'string', title: 'Partner code', 'x-axway-encrypted': true },
              colour: {
                type: 'colour',
                title: 'Colour',
                description: 'A kind of field that this version does not know.',
              },
              terms: { type: 'boolean', title: 'I have read the terms of use', const: true },
            },
          },
        },
      }),
    ),
  },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'Invoices')).click();
    (await control(canvasElement, 'Continue')).click();
    await labelled(canvasElement, 'Purpose');
    await calm();
  },
};

export const Loading: Story = {
  args: { marketplace: fakeMarketplace({ resources: { accessOptions: never } }) },
};

export const Failed: Story = {
  args: {
    marketplace: fakeMarketplace({
      resources: { accessOptions: () => Promise.reject(new MarketplaceError('network', 'no answer')) },
    }),
  },
};

export const SessionEnded: Story = {
  args: {
    marketplace: fakeMarketplace({
      resources: { accessOptions: () => Promise.reject(new ApiError('token-expired', 'expired')) },
    }),
  },
};

/** Sent without an answer to anything: the summary has the focus and leads to each field. */
export const Problems: Story = {
  args: { marketplace: offering(anOffer({ form: questions })) },
  play: async (context) => {
    await labelled(context.canvasElement, 'What do you want to build?');
    await send(context);
    await shows(context.canvasElement, 'There are 3 problems');
    await calm();
  },
};

/** The marketplace did not answer: everything is still there, and another try does nothing twice. */
export const SendingFailed: Story = {
  args: {
    marketplace: offering(anOffer({ applications: anOffer().applications.slice(0, 1) }), () =>
      Promise.reject(new MarketplaceError('network', 'no answer')),
    ),
  },
  play: async (context) => {
    await send(context);
    await shows(context.canvasElement, 'could not be reached');
    await calm();
  },
};

export const Sending: Story = {
  args: { marketplace: offering(anOffer({ applications: anOffer().applications.slice(0, 1) }), never) },
  play: send,
};

export const InReview: Story = { args: { marketplace: holding(aRequest()), 'access-request-id': 'req-1' } };

export const BeingSetUp: Story = {
  args: { marketplace: holding(aProvisioningRequest()), 'access-request-id': 'req-1' },
};

export const Ready: Story = { args: { marketplace: holding(anActiveRequest()), 'access-request-id': 'req-1' } };

export const Rejected: Story = { args: { marketplace: holding(aRejectedRequest()), 'access-request-id': 'req-1' } };

/** A rejected request is changed and sent again, with the reason in sight. */
export const EditAgain: Story = {
  args: { marketplace: holding(aRejectedRequest()), 'access-request-id': 'req-1', editing: true },
};

export const Withdrawn: Story = {
  args: {
    marketplace: holding(
      aRequest({
        state: 'withdrawn',
        timeline: [aStep('submitted', start - day), aStep('withdrawn', start)],
        actions: [],
      }),
    ),
    'access-request-id': 'req-1',
  },
};

export const Dark: Story = { ...Default, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Default, globals: { direction: 'rtl' } };

export const Narrow: Story = {
  ...Default,
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
};
