import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-list/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { Credential } from '../src/contract/credential.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { Page } from '../src/contract/primitives.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  day,
  deferred,
  fakeMarketplace,
  page,
  start,
  type Methods,
} from '../test/elements/fixtures.js';
import { control } from '../test/elements/page.js';

interface Args {
  marketplace: Marketplace;
  query?: string;
  width?: string;
}

const pendingActions = [
  { action: 'reveal' as const, allowed: false, reason: 'provisioning' },
  { action: 'suspend' as const, allowed: false, reason: 'provisioning' },
  ...can('remove'),
];

/** One credential in each state. */
const everyState: Credential[] = [
  aCredential(),
  aCredential({
    id: 'pending',
    name: 'Checkout production',
    state: 'pending',
    identifiers: [],
    lastUsedAt: null,
    secret: { visibility: 'window', state: 'pending' },
    actions: pendingActions,
  }),
  aCredential({
    id: 'inactive',
    name: 'Nightly reconciliation',
    type: { id: 'oauth', name: 'OAuth client', kind: 'oauth-secret' },
    state: 'inactive',
    identifiers: [{ name: 'clientId', label: 'Client ID', value: '7f3c2a61-5a0d-4d1b-9a53-1f0c8be0a913' }],
    resources: [
      { id: 'res-1', name: 'Payments API' },
      { id: 'res-2', name: 'Ledger API' },
    ],
    lastUsedAt: at(start - 40 * day),
    expiresAt: at(start + 5 * day),
    secret: { visibility: 'window', state: 'erased', availableUntil: at(start - 30 * day) },
    actions: [{ action: 'reveal', allowed: false, reason: 'erased' }, ...can('enable', 'remove')],
  }),
  aCredential({ id: 'suspending', name: 'Mobile app', transition: 'suspending', actions: can('remove') }),
  aCredential({
    id: 'error',
    name: 'Partner sandbox',
    state: 'error',
    reasons: [{ detail: 'The gateway refused the request.', at: at(start) }],
    identifiers: [],
    lastUsedAt: null,
    actions: can('retry', 'remove'),
  }),
  aCredential({ id: 'deleting', name: 'Old key', state: 'deleting', actions: [] }),
  aCredential({
    id: 'expired',
    name: 'Legacy',
    state: 'expired',
    expiresAt: at(start - 3 * day),
    actions: can('remove'),
  }),
  aCredential({ id: 'unknown', name: 'From a newer marketplace', state: 'unknown', actions: [] }),
];

const answering = (credentials: Methods['credentials']): Marketplace =>
  fakeMarketplace({
    credentials: {
      get: () => Promise.resolve(aCredential()),
      reveal: () => Promise.resolve(aSecret()),
      ...credentials,
    },
  });

const listing = (items: Credential[], more: Partial<Page<Credential>> = {}): Marketplace =>
  answering({ list: () => Promise.resolve(page(items, more)) });

/** Does something in the list once it is there. */
const inList =
  (...names: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of names) (await control(canvasElement, name)).click();
  };

const meta: Meta<Args> = {
  title: 'Elements/credential-list',
  component: 'credential-list',
  render: ({ marketplace, query = '', width = '100%' }) => html`
    <div .style=${`inline-size: ${width}`}>
      <credential-list .marketplace=${marketplace} .query=${query}></credential-list>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = { args: { marketplace: listing(everyState.slice(0, 3)) } };

/** Active, pending, inactive, suspending, failed, deleting, expired, and a state of a newer marketplace. */
export const EveryState: Story = { args: { marketplace: listing(everyState) } };

export const Loading: Story = {
  args: { marketplace: answering({ list: () => deferred<Page<Credential>>().promise }) },
};

export const Empty: Story = { args: { marketplace: listing([]) } };

export const NothingFound: Story = { args: { marketplace: listing([]), query: 'invoices' } };

export const Failed: Story = {
  args: { marketplace: answering({ list: () => Promise.reject(new MarketplaceError('network', 'no answer')) }) },
};

/** The first page is there, the second one could not be read. */
export const Partial_: Story = {
  name: 'Partial',
  args: {
    marketplace: answering({
      list: (params) =>
        params?.cursor === undefined
          ? Promise.resolve(page(everyState.slice(0, 2), { next: '2', total: 213 }))
          : Promise.reject(new ApiError('unavailable', 'not now')),
    }),
  },
  play: inList('Load more'),
};

/** Several pages, and a search box, from nine credentials on. */
export const SeveralPages: Story = { args: { marketplace: listing(everyState, { next: '2', total: 213 }) } };

/** In a narrow container each row becomes a card. */
export const Narrow: Story = { args: { marketplace: listing(everyState.slice(0, 3)), width: '320px' } };

export const Menu: Story = {
  args: { marketplace: listing(everyState.slice(0, 3)) },
  play: inList('Actions for Checkout production'),
};

export const ConfirmDelete: Story = {
  args: {
    marketplace: listing([
      aCredential({ actions: [...can('suspend'), { action: 'remove', allowed: true, confirm: 'typed' }] }),
    ]),
  },
  play: inList('Actions for Billing key', 'Delete credential'),
};

/** The dialog stays open, says what went wrong, and lets the person try again. */
export const SuspendFailed: Story = {
  args: {
    marketplace: answering({
      list: () => Promise.resolve(page([aCredential()])),
      suspend: () => Promise.reject(new ApiError('unavailable', 'not now')),
    }),
  },
  play: async ({ canvasElement }) => {
    await inList('Actions for Billing key', 'Suspend credential')({ canvasElement });
    await control(canvasElement, 'Cancel');
    await inList('Suspend credential')({ canvasElement });
  },
};

export const SecretPanel: Story = {
  args: { marketplace: listing([aCredential()]) },
  play: inList('View secret of Billing key'),
};

export const RightToLeft: Story = {
  args: { marketplace: listing(everyState.slice(0, 3)) },
  render: ({ marketplace }) =>
    html`<div dir="rtl"><credential-list .marketplace=${marketplace}></credential-list></div>`,
};

export const Dark: Story = {
  args: { marketplace: listing(everyState) },
  globals: { theme: 'dark' },
  render: ({ marketplace }) =>
    html`<div .style=${'background: Canvas'}><credential-list .marketplace=${marketplace}></credential-list></div>`,
};
