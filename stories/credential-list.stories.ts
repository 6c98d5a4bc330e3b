import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-list/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { Credential } from '../src/contract/credential.js';
import type { CredentialOptions } from '../src/contract/credential-options.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { Page } from '../src/contract/primitives.js';
import type { Audience } from '../src/contract/credential-type.js';
import {
  audienceOptions,
  environmentOptions,
  grantingOptions,
  someGrants,
  someOptions,
} from '../test/elements/credential-fixtures.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  day,
  deferred,
  fakeMarketplace,
  hour,
  minute,
  page,
  start,
  type Methods,
} from '../test/elements/fixtures.js';
import { fill, labelled } from '../test/elements/form-page.js';
import { control, findAll, nameOf, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { credentialsInMemory, type CredentialsInMemory } from './lists-in-memory.js';

interface Args {
  marketplace: Marketplace;
  width?: string;
  query?: string;
  environment?: string;
  audience?: Audience;
  creatable?: boolean;
  'share-url'?: string;
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
      options: () => Promise.resolve(someOptions()),
      ...credentials,
    },
  });

const listing = (items: Credential[], more?: CredentialsInMemory): Marketplace =>
  answering({ list: credentialsInMemory(items, more) });

/** Whom the types of the first three are for. */
const audiences = { 'api-key': 'internal', oauth: 'external' } as const;

/** Does something in the list once it is there. */
const inList =
  (...names: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of names) (await control(canvasElement, name)).click();
  };

const meta: Meta<Args> = {
  title: 'Elements/credential-list',
  component: 'credential-list',
  args: { 'share-url': '/share' },
  render: ({ marketplace, width = '100%', ...attributes }) => html`
    <div .style=${`inline-size: ${width}`}>
      <credential-list .marketplace=${marketplace} ${attributesOf(attributes)}></credential-list>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Its controls narrow it, sort it and divide it into pages. */
export const Default: Story = { args: { marketplace: listing(everyState.slice(0, 3), { audiences }) } };

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
export const SeveralPages: Story = {
  args: {
    marketplace: listing(
      Array.from({ length: 27 }, (_, turn) =>
        everyState.map((one) =>
          turn === 0 ? one : { ...one, id: `${one.id}-${turn}`, name: `${one.name} ${turn + 1}` },
        ),
      ).flat(),
      { pageSize: everyState.length },
    ),
  },
};

/** In a narrow container each row becomes a card. */
export const Narrow: Story = { args: { marketplace: listing(everyState.slice(0, 3)), width: '320px' } };

export const Menu: Story = {
  args: { marketplace: listing(everyState.slice(0, 3)) },
  play: async ({ canvasElement }) => {
    await inList('Actions for Checkout production')({ canvasElement });
    await control(canvasElement, 'Delete credential');
  },
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
  globals: { direction: 'rtl' },
};

export const Dark: Story = {
  args: { marketplace: listing(everyState) },
  globals: { scheme: 'dark' },
};

/** A list, and what else can be created beside it. */
const offering = (options: Partial<CredentialOptions>, items = everyState.slice(0, 3)): Marketplace =>
  answering({
    list: credentialsInMemory(items),
    options: () => Promise.resolve(someOptions(options)),
  });

const isAtLimit = audienceOptions();

/** Some of what there may be is used. */
export const Limit: Story = { args: { marketplace: offering(isAtLimit), audience: 'internal', creatable: true } };

/** All of it is: the button that creates is disabled, and the reason says what frees a place. */
export const LimitReached: Story = { args: { ...Limit.args, audience: 'external' } };

/** Two types of credentials, each with a limit of its own. */
export const TwoLimits: Story = { args: { marketplace: offering(isAtLimit) } };

export const NotExposed: Story = {
  args: {
    marketplace: offering({ blocked: 'not-exposed', message: 'Expose the API on its page: then keys can be made.' }),
    creatable: true,
  },
};

/** Only some roles see credentials: everybody else is told why there are none. */
export const WrongRole: Story = {
  args: {
    marketplace: answering({
      list: () => Promise.reject(new ApiError('forbidden', 'refused', { reason: 'role' })),
      options: () =>
        Promise.resolve(
          someOptions({ blocked: 'role', message: 'Credentials are managed by people with the role Admin.' }),
        ),
    }),
  },
  play: async ({ canvasElement }) => shows(canvasElement, 'with the role Admin'),
};

const notEligible: Partial<CredentialOptions> = {
  blocked: 'not-eligible',
  message: 'The sandbox is for partners of tier Silver and above.',
  learnMoreUrl: 'https://partners.example/tiers',
};

export const NotEligible: Story = {
  args: { marketplace: offering(environmentOptions(notEligible), []), environment: 'sandbox' },
};

/** The page names no environment: the person chooses one. */
export const ChooseEnvironment: Story = {
  args: {
    marketplace: answering({
      list: ({ environment } = {}) =>
        environment === undefined
          ? Promise.reject(new ApiError('validation-failed', 'refused'))
          : Promise.resolve(page([aCredential({ environment })])),
      options: ({ environment } = {}) =>
        Promise.resolve(
          environmentOptions(environment === 'sandbox' ? notEligible : environment ? { blocked: undefined } : {}),
        ),
    }),
  },
  play: async ({ canvasElement }) => shows(canvasElement, 'Choose an environment'),
};

/** On the way from one state to another. */
export const Transitions: Story = {
  args: {
    marketplace: listing(
      (['suspending', 'enabling', 'renewing', 'regenerating', 'updating', 'setting-secret'] as const).map(
        (transition) => aCredential({ id: transition, name: `Is ${transition}`, transition, actions: [] }),
      ),
    ),
  },
};

/** What a row says beyond its columns: grants, an old secret that still works, a share link, an end that is near. */
export const Notes: Story = {
  args: {
    marketplace: listing([
      aCredential({ id: 'grants', name: 'Reporting', resources: [], grants: someGrants, actions: can('update') }),
      aCredential({ id: 'overlap', name: 'Renewed yesterday', overlapUntil: at(start + 23 * hour) }),
      aCredential({ id: 'sandbox', name: 'Checks', environment: 'sandbox', expiresAt: at(start + 5 * day) }),
      aCredential({
        id: 'external',
        name: 'For a partner',
        secret: { visibility: 'never', state: 'none' },
        shareUntil: at(start + 7 * day),
        actions: can('share', 'unshare', 'remove'),
      }),
      aCredential({ id: 'expired', name: 'Legacy', state: 'expired', expiresAt: at(start - 3 * day) }),
    ]),
  },
};

export const Renew: Story = {
  args: {
    marketplace: listing([
      aCredential({
        expiresAt: at(start + 30 * day),
        actions: [{ action: 'renew', allowed: true, overlapsMs: [0, hour, day, 7 * day] }],
      }),
    ]),
  },
  play: inList('Actions for Billing key', 'Renew credential'),
};

/** Session tokens outlive the pair: the question says until when. */
export const Regenerate: Story = {
  args: {
    marketplace: listing([
      aCredential({
        actions: [{ action: 'regenerate', allowed: true, confirm: 'typed' }],
        sessionsUntil: at(start + 90 * minute),
      }),
    ]),
  },
  play: inList('Actions for Billing key', 'Regenerate credential'),
};

const external = aCredential({ secret: { visibility: 'never', state: 'none' }, actions: can('share') });

export const Share: Story = {
  args: { marketplace: listing([external]) },
  play: inList('Actions for Billing key', 'Make a share link'),
};

/** The link is shown once. */
export const ShareLink: Story = {
  args: {
    marketplace: answering({
      list: () => Promise.resolve(page([external])),
      share: () => Promise.resolve({ token: 'lks_example_0123456789', expiresAt: at(start + 7 * day) }),
    }),
  },
  play: async ({ canvasElement }) => {
    await Share.play?.({ canvasElement } as never);
    await inList('Make a link')({ canvasElement });
    await labelled(canvasElement, 'Link');
  },
};

/** The provider says why a credential cannot be set up; without a reason it does not go ahead. */
export const ProviderRefuses: Story = {
  args: {
    marketplace: listing([aCredential({ state: 'pending', identifiers: [], actions: can('provision', 'fail') })]),
  },
  play: async ({ canvasElement }) => {
    await inList('Actions for Billing key', 'Refuse to set it up')({ canvasElement });
    await shows(canvasElement, 'Refuse to set up “Billing key”?');
    findAll(canvasElement, 'dialog button')
      .find((button) => nameOf(button) === 'Refuse to set it up')
      ?.click();
    await shows(canvasElement, 'Say why it cannot be set up.');
  },
};

/** A name and grants can be edited after issue; the secret stays. */
export const EditPanel: Story = {
  args: {
    marketplace: answering({
      list: () => Promise.resolve(page([aCredential({ actions: can('update') })])),
      get: () => Promise.resolve(aCredential({ resources: [], grants: someGrants, actions: can('update') })),
      options: () => Promise.resolve(grantingOptions()),
    }),
  },
  play: async ({ canvasElement }) => {
    await inList('Billing key')({ canvasElement });
    fill(await labelled(canvasElement, 'Name'), 'Nightly reports');
    await shows(canvasElement, '2 of 3 selected');
  },
};

export const CreatePanel: Story = {
  args: { marketplace: offering({}), creatable: true },
  play: async ({ canvasElement }) => {
    await inList('Create credential')({ canvasElement });
    await labelled(canvasElement, 'API key');
  },
};
