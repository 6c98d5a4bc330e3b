import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-list/define.js';
import { ApiError } from '../src/contract/error.js';
import type { Credential } from '../src/contract/credential.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import { environmentOptions, someOptions } from '../test/elements/credential-fixtures.js';
import { aCredential, at, can, day, deferred, fakeMarketplace, hour, page, start } from '../test/elements/fixtures.js';
import { appears, control, findAll, nameOf, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { credentialsInMemory } from './lists-in-memory.js';

interface Args {
  marketplace: Marketplace;
  width?: string;
  query?: string;
  states?: string;
  risk?: string;
  sort?: string;
  paging?: string;
  'page-size'?: number;
  types?: string;
  environment?: string;
  gated?: boolean;
  selectable?: boolean;
  'quick-actions'?: string;
}

const names = ['Billing', 'Checkout', 'Reconciliation', 'Mobile app', 'Partner', 'Reports', 'Nightly', 'Legacy'];
const states = ['active', 'active', 'active', 'inactive', 'pending', 'expired'] as const;

/** Enough of them that filters are worth their place. */
const many: Credential[] = Array.from({ length: 24 }, (_, index) => {
  const state = states[index % states.length] ?? 'active';
  return aCredential({
    id: `c${index}`,
    name: `${names[index % names.length]} ${index + 1}`,
    state,
    identifiers: state === 'pending' ? [] : [{ name: 'id', label: 'Client ID', value: `client-${4711 + index}` }],
    type:
      index % 3
        ? { id: 'api-key', name: 'API key', kind: 'api-key' }
        : { id: 'oauth', name: 'OAuth client', kind: 'oauth-secret' },
    resources: [index % 2 ? { id: 'res-1', name: 'Payments API' } : { id: 'res-2', name: 'Ledger API' }],
    lastUsedAt: index % 4 ? at(start - index * 7 * hour) : null,
    ...(index % 5 ? {} : { expiresAt: at(start + (index - 4) * day) }),
    actions: [
      { action: 'suspend', allowed: state === 'active', ...(state === 'active' ? {} : { reason: 'not-active' }) },
      { action: 'enable', allowed: state === 'inactive', ...(state === 'inactive' ? {} : { reason: 'not-inactive' }) },
      ...can('update', 'remove'),
    ],
  });
});

const filtering = (): Marketplace =>
  fakeMarketplace({
    credentials: {
      list: credentialsInMemory(many),
      get: (id) => Promise.resolve(many.find((one) => one.id === id) as Credential),
      options: () => Promise.resolve(someOptions()),
      batch: ({ ids }) =>
        Promise.resolve({
          items: ids.map((id, index) =>
            index === 1
              ? { id, problem: { code: 'state-conflict', reason: 'in-transition' } }
              : {
                  id,
                  credential: {
                    ...aCredential({ id }),
                    ...many.find((one) => one.id === id),
                    transition: 'suspending',
                    actions: [],
                  },
                },
          ),
        }),
      history: () => Promise.resolve(page([])),
    },
  });

/** Does something in the list once it is there. */
const inList =
  (...wanted: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of wanted) (await control(canvasElement, name)).click();
  };

const openFacet = async (canvasElement: HTMLElement, label: string): Promise<void> => {
  await shows(canvasElement, label);
  const summary = findAll(canvasElement, 'summary').find((one) => nameOf(one) === label);
  summary?.click();
};

const meta: Meta<Args> = {
  title: 'Elements/credential-list/Filters and selection',
  component: 'credential-list',
  render: ({ marketplace, width = '100%', ...attributes }) => html`
    <div .style=${`inline-size: ${width}`}>
      <credential-list .marketplace=${marketplace} ${attributesOf(attributes)}></credential-list>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Quick filters and facets with their counts, where they divide the list. */
export const Filters: Story = { args: { marketplace: filtering() } };

export const FacetOpen: Story = {
  args: { marketplace: filtering() },
  play: async ({ canvasElement }) => openFacet(canvasElement, 'Status'),
};

/** What a page can put into its address, and read from it. */
export const Narrowed: Story = {
  args: { marketplace: filtering(), states: 'active inactive', sort: '-used' },
  play: async ({ canvasElement }) => shows(canvasElement, '16 credentials'),
};

/** What a control says of a list is true of its rows. */
const narrowed = (args: Partial<Args>, found: string): Story => ({
  args: { marketplace: filtering(), ...args },
  play: async ({ canvasElement }) => shows(canvasElement, found),
});

export const AtRisk = narrowed({ risk: 'unused', types: 'oauth' }, '2 credentials');

export const OneType = narrowed({ types: 'oauth' }, '8 credentials');

export const Found = narrowed({ query: 'billing' }, '3 credentials');

/** A role decides who sees credentials; this person has it. */
export const Gated = narrowed({ gated: true }, '24 credentials');

/** The filters hide all: they can be cleared. */
export const FilteredEmpty: Story = {
  args: { marketplace: filtering(), states: 'error' },
  play: async ({ canvasElement }) => shows(canvasElement, 'No credential matches these filters'),
};

export const Sorted: Story = {
  args: { marketplace: filtering() },
  play: async ({ canvasElement }) => {
    await inList('Name')({ canvasElement });
    await appears(() => nameOf(findAll(canvasElement, 'tbody tr')[1] ?? null).startsWith('Billing 17'), 'not by name');
  },
};

/** One page at a time, with the page before and the next one. */
export const Pages: Story = {
  args: { marketplace: filtering(), paging: 'pages', 'page-size': 8 },
  play: async ({ canvasElement }) => {
    await inList('Next page')({ canvasElement });
    await shows(canvasElement, 'Page 2');
  },
};

export const FiltersNarrow: Story = { args: { marketplace: filtering(), width: '320px', selectable: true } };

export const FiltersRightToLeft: Story = {
  args: { marketplace: filtering(), selectable: true },
  globals: { direction: 'rtl' },
};

/** A selection: what is not valid for all of it is disabled, with the reason. */
export const Selection: Story = {
  args: { marketplace: filtering(), selectable: true },
  play: async ({ canvasElement }) => {
    await inList('Select Billing 1', 'Select Mobile app 4')({ canvasElement });
    await shows(canvasElement, '2 selected');
  },
};

export const ConfirmBatch: Story = {
  args: { marketplace: filtering(), selectable: true },
  play: async ({ canvasElement }) => {
    await inList('Select Billing 1', 'Select Checkout 2', 'Select Reconciliation 3')({ canvasElement });
    await shows(canvasElement, '3 selected');
    await inList('Suspend')({ canvasElement });
    await shows(canvasElement, 'Suspend 3 credentials?');
  },
};

/** It worked for some: the others stay selected, each with its reason. */
export const PartialFailure: Story = {
  args: { marketplace: filtering(), selectable: true },
  play: async (context) => {
    await ConfirmBatch.play?.(context);
    await inList('Suspend 3 credentials')(context);
    await shows(context.canvasElement, 'It did not work for 1 of 3 credentials.');
  },
};

/** All on one screen: editing by the name, deleting with one press and a confirmation (SPEC M3). */
export const QuickActions: Story = { args: { marketplace: filtering(), 'quick-actions': 'suspend enable remove' } };

/** An old list stays while the new one is on its way. */
export const Refreshing: Story = {
  args: {
    marketplace: fakeMarketplace({
      credentials: {
        list: (params) => (params?.q ? deferred<never>().promise : credentialsInMemory(many)(params)),
        options: () => Promise.resolve(someOptions()),
      },
    }),
  },
  play: async ({ canvasElement }) => {
    await control(canvasElement, 'Search credentials');
    const [list] = findAll<HTMLElementTagNameMap['credential-list']>(canvasElement, 'credential-list');
    if (list) list.query = 'bill';
  },
};

const ofEnvironments = (): Marketplace =>
  fakeMarketplace({
    credentials: {
      list: credentialsInMemory(
        many.slice(0, 6).map((one, index) => ({ ...one, environment: index % 2 ? 'sandbox' : 'production' })),
      ),
      options: () => Promise.resolve(environmentOptions({ blocked: undefined })),
    },
  });

/** Several environments in one list, by name. */
export const Environments: Story = {
  args: { marketplace: ofEnvironments() },
  play: async ({ canvasElement }) => shows(canvasElement, 'Sandbox'),
};

export const OneEnvironment: Story = {
  args: { marketplace: ofEnvironments(), environment: 'sandbox' },
  play: async ({ canvasElement }) => shows(canvasElement, '3 credentials'),
};

const ada = { id: 'ada', name: 'Ada Byron' };
const ben = { id: 'ben', name: 'Ben Stone' };

const withHistory = (history: () => Promise<never> | ReturnType<Marketplace['credentials']['history']>): Marketplace =>
  fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page([aCredential()])),
      options: () => Promise.resolve(someOptions()),
      history,
    },
  });

const openHistory = inList('Actions for Billing key', 'History');

/** Who did what, when and why. */
export const History: Story = {
  args: {
    marketplace: withHistory(() =>
      Promise.resolve(
        page(
          [
            { id: '1', at: at(start - 20 * day), action: 'created', by: ada },
            { id: '2', at: at(start - 20 * day + 60_000), action: 'provisioned' },
            { id: '3', at: at(start - 19 * day), action: 'revealed', by: ada },
            {
              id: '4',
              at: at(start - 9 * day),
              action: 'updated',
              by: ben,
              changes: [{ field: 'name', from: 'Key', to: 'Billing key' }],
            },
            {
              id: '5',
              at: at(start - 3 * day),
              action: 'suspended',
              by: ben,
              reason: 'Calls from an unknown address.',
            },
            { id: '6', at: at(start - 2 * day), action: 'enabled', by: ada },
            { id: '7', at: at(start - day), action: 'unknown' },
          ],
          { next: '2' },
        ),
      ),
    ),
  },
  play: async (context) => {
    await openHistory(context);
    await shows(context.canvasElement, 'Suspended by Ben Stone');
  },
};

export const HistoryLoading: Story = {
  args: { marketplace: withHistory(() => deferred<never>().promise) },
  play: openHistory,
};

export const HistoryEmpty: Story = {
  args: { marketplace: withHistory(() => Promise.resolve(page([]))) },
  play: openHistory,
};

export const HistoryFailed: Story = {
  args: { marketplace: withHistory(() => Promise.reject(new ApiError('unavailable', 'not now'))) },
  play: openHistory,
};
