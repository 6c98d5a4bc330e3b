import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-list/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
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
} from '../test/elements/access-fixtures.js';
import { someOptions } from '../test/elements/credential-fixtures.js';
import { at, can, day, fakeMarketplace, hour, minute, page, start, type Methods } from '../test/elements/fixtures.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { requestsInMemory, type InMemory } from './lists-in-memory.js';

interface Args {
  marketplace: Marketplace;
  'pending-only'?: boolean;
  states?: string;
  query?: string;
  'filter-application-id'?: string;
  'without-filters'?: boolean;
}

const others = [
  aRequest(),
  aProvisioningRequest({
    id: 'req-2',
    name: 'Payments API for Payroll',
    application: { id: 'app-2', name: 'Payroll' },
  }),
  anActiveRequest({ id: 'req-3', name: 'Accounts API for Invoices', resource: { id: 'res-2', name: 'Accounts API' } }),
  aRejectedRequest({ id: 'req-4', name: 'Ledger API for Invoices', resource: { id: 'res-3', name: 'Ledger API' } }),
  aRequest({
    id: 'req-5',
    name: 'Reporting for Payroll',
    resource: { id: 'res-4', name: 'Reporting API' },
    application: { id: 'app-2', name: 'Payroll' },
    state: 'revoked',
    timeline: [
      aStep('submitted', start - 40 * day),
      aStep('approved', start - 39 * day, {}),
      aStep('ready', start - 39 * day, {}),
      aStep('revoked', start - day, { by: { id: 'user-9', name: 'Grace Hopper' }, reason: 'The contract has ended.' }),
    ],
    createdAt: at(start - 40 * day),
    actions: [],
  }),
  aRequest({
    id: 'req-6',
    name: 'Statements API for Invoices',
    state: 'error',
    timeline: [
      aStep('submitted', start - hour),
      aStep('approved', start - hour + minute, {}),
      aStep('failed', start - 5 * minute, { reason: 'The gateway did not answer.' }),
    ],
    createdAt: at(start - hour),
    actions: [],
  }),
];

const holding = (requests: AccessRequest[], more: InMemory = {}, methods: Methods = {}) =>
  fakeMarketplace({
    resources: {
      accessOptions: () => Promise.resolve(anOffer({ form: questions })),
    },
    credentials: { options: () => Promise.resolve(someOptions()) },
    accessRequests: {
      list: requestsInMemory(requests, more),
      get: (id) => Promise.resolve(requests.find((request) => request.id === id) ?? aRequest()),
      ...methods.accessRequests,
    },
  });

/** What a provider finds: requests to decide about. */
const desk = [
  aRequest({ actions: can('approve', 'reject') }),
  aRequest({
    id: 'req-2',
    name: 'Orders API for Warehouse',
    resource: { id: 'res-2', name: 'Orders API' },
    application: { id: 'app-3', name: 'Warehouse' },
    owner: { id: 'team-2', name: 'Logistics' },
    requestedBy: { id: 'user-2', name: 'Alan Turing' },
    createdAt: at(start - 3 * day),
    actions: can('approve', 'reject'),
  }),
];

/** Presses a button, and waits for what it shows. */
const press =
  (name: string, shown: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    (await control(canvasElement, `${name}: Payments API for Invoices`)).click();
    await shows(canvasElement, shown);
  };

const meta: Meta<Args> = {
  title: 'Elements/access-request-list',
  component: 'access-request-list',
  render: ({ marketplace, ...attributes }) =>
    html`<access-request-list .marketplace=${marketplace} ${attributesOf(attributes)}></access-request-list>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A request in every state. */
export const Default: Story = { args: { marketplace: holding(others) } };

/** Narrowed, as a page that was linked to shows it. */
export const Narrowed: Story = {
  args: {
    marketplace: holding(others),
    states: 'pending error',
    'filter-application-id': 'app-1',
  },
  play: async ({ canvasElement }) => shows(canvasElement, '2 requests'),
};

/** Nothing is left of what was searched for. */
export const NothingFound: Story = {
  args: { marketplace: holding(others), query: 'warehouse' },
  play: async ({ canvasElement }) => shows(canvasElement, 'No request matches “warehouse”'),
};

export const WithoutFilters: Story = { args: { marketplace: holding(others), 'without-filters': true } };

/** The progress, the reason and the answers of one request. */
export const Details: Story = {
  args: { marketplace: holding([aRejectedRequest()]) },
  play: press('Details', 'Expected calls per day'),
};

/** A provider's desk: what waits for a decision. */
export const Desk: Story = { args: { marketplace: holding(desk), 'pending-only': true } };

export const DeskDetails: Story = {
  args: { marketplace: holding(desk), 'pending-only': true },
  play: press('Details', 'Expected calls per day'),
};

/** The question before a request is rejected, with room for the reason. */
export const Rejecting: Story = {
  args: { marketplace: holding(desk), 'pending-only': true },
  play: press('Reject', 'Reject “Payments API for Invoices”?'),
};

export const Approving: Story = {
  args: { marketplace: holding(desk), 'pending-only': true },
  play: press('Approve', 'Invoices will be able to call Payments API.'),
};

export const Revoking: Story = {
  args: { marketplace: holding([anActiveRequest({ actions: can('revoke') })]) },
  play: press('Revoke access', 'The gateway will refuse every call'),
};

/** The decision came too late: somebody else was faster. */
export const Overtaken: Story = {
  args: {
    marketplace: holding(
      desk,
      {},
      { accessRequests: { approve: () => Promise.reject(new ApiError('precondition-failed', 'overtaken')) } },
    ),
    'pending-only': true,
  },
  play: async ({ canvasElement }) => {
    (await control(canvasElement, 'Approve: Payments API for Invoices')).click();
    (await control(canvasElement, 'Approve request')).click();
    await shows(canvasElement, 'Somebody changed it in the meantime');
  },
};

export const Withdrawing: Story = {
  args: { marketplace: holding([aRequest()]) },
  play: press('Withdraw', 'Withdraw “Payments API for Invoices”?'),
};

export const EditAgain: Story = {
  args: { marketplace: holding([aRejectedRequest()]) },
  play: press('Edit and send again', 'Why it was rejected'),
};

export const CreateCredential: Story = {
  args: { marketplace: holding([anActiveRequest()]) },
  play: press('Create credential', 'Credential type'),
};

export const MorePages: Story = {
  args: {
    marketplace: holding(
      Array.from({ length: 40 }, (_, turn) =>
        others.slice(0, 2).map((one) => ({ ...one, id: `${one.id}-${turn}` })),
      ).flat(),
      { pageSize: 2 },
    ),
  },
};

export const Empty: Story = { args: { marketplace: holding([]) } };

export const EmptyDesk: Story = { args: { marketplace: holding([]), 'pending-only': true } };

export const Loading: Story = {
  args: { marketplace: fakeMarketplace({ accessRequests: { list: () => new Promise(() => {}) } }) },
};

export const Failed: Story = {
  args: {
    marketplace: fakeMarketplace({
      accessRequests: { list: () => Promise.reject(new MarketplaceError('network', 'no answer')) },
    }),
  },
};

/** What was there before stays when it cannot be read again. */
export const Stale: Story = {
  args: {
    marketplace: (() => {
      let calls = 0;
      return holding(
        [],
        {},
        {
          accessRequests: {
            list: () =>
              calls++ === 0
                ? Promise.resolve(page(others.slice(0, 2)))
                : Promise.reject(new ApiError('unavailable', 'down')),
          },
        },
      );
    })(),
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '2 requests');
    void canvasElement.querySelector('access-request-list')?.refresh();
    await shows(canvasElement, 'The marketplace is not available right now');
  },
};

export const SessionEnded: Story = {
  args: {
    marketplace: holding(
      [],
      {},
      { accessRequests: { list: () => Promise.reject(new ApiError('unauthenticated', 'x')) } },
    ),
  },
};

/** A page's own empty state, help and button. */
export const Slots: Story = {
  render: () =>
    html`<access-request-list .marketplace=${holding([])}>
      <p slot="help">Ask your product owner before you request access.</p>
      <a slot="actions" href="/products">Browse products</a>
      <p slot="empty">Nothing here yet. <a href="/products">Find an API</a> to begin with.</p>
    </access-request-list>`,
};

export const German: Story = {
  ...Default,
  globals: { language: 'de' },
  play: async ({ canvasElement }) => shows(canvasElement, '6 Anfragen'),
};

export const Dark: Story = { ...Default, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Default, globals: { direction: 'rtl' } };

export const Narrow: Story = {
  ...Default,
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
};
