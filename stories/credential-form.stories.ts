import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-form/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { CredentialOptions } from '../src/contract/credential-options.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { Audience } from '../src/contract/credential-type.js';
import { aResource, apiKey, oauthSecret } from '../test/elements/access-fixtures.js';
import {
  aTypeOption,
  audienceOptions,
  environmentOptions,
  grantingOptions,
  lifetimesMs,
  oneTypeOptions,
  someGrants,
  someOptions,
} from '../test/elements/credential-fixtures.js';
import { aCredential, aSecret, at, can, fakeMarketplace, start, type Methods } from '../test/elements/fixtures.js';
import { calm, labelled } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  audience?: Audience;
  'credential-id'?: string;
}

const pending = aCredential({
  id: 'cred-2',
  name: 'Invoices OAuth client',
  state: 'pending',
  secret: { visibility: 'window', state: 'pending' },
  actions: [],
});

/** A marketplace that offers this, and creates what is asked for. */
const offering = (
  options = someOptions(),
  create = () => Promise.resolve(pending),
  more: Methods['credentials'] = {},
) =>
  fakeMarketplace({
    credentials: {
      options: () => Promise.resolve(options),
      create,
      get: () => create(),
      reveal: () => Promise.resolve(aSecret()),
      ...more,
    },
  });

const oneType = oneTypeOptions();

/** Presses the button that creates, and waits for what comes of it. */
const create =
  (shown: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    (await control(canvasElement, 'Create credential')).click();
    await shows(canvasElement, shown);
    await calm();
  };

const meta: Meta<Args> = {
  title: 'Elements/credential-form',
  component: 'credential-form',
  render: ({ marketplace, ...attributes }) =>
    html`<credential-form .marketplace=${marketplace} ${attributesOf(attributes)}>
      <p slot="no-access"><a href="#apis">Request access to an API</a></p>
      <p slot="no-application"><a href="#applications">Create an application</a></p>
    </credential-form>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Two types to choose from; each asks for what it needs. */
export const Default: Story = {
  args: {
    marketplace: offering(undefined, undefined, {
      get: (id) => Promise.resolve(id === pending.id ? pending : aCredential({ id, actions: can('update') })),
    }),
  },
};

/** The only type is chosen, and the name follows it. */
export const OneType: Story = { args: { marketplace: offering(oneType) } };

/** Access to several APIs; to one of them not yet. */
export const SeveralResources: Story = {
  args: {
    marketplace: offering(
      someOptions({
        resources: [
          { id: 'res-1', name: 'Payments API', allowed: true },
          { id: 'res-2', name: 'Accounts API', allowed: true },
          { id: 'res-3', name: 'Ledger API', allowed: false, reason: 'provisioning' },
        ],
      }),
    ),
  },
};

/** The page names no application, and there are several. */
export const SeveralApplications: Story = {
  args: {
    marketplace: offering(
      someOptions({
        applications: ['Invoices', 'Payroll'].map((name) => {
          return { id: name, name, owner: { id: 'team-1', name: 'Finance' }, allowed: true };
        }),
      }),
    ),
  },
};

/** A member of several teams says which one, where credentials belong to no application. */
export const SeveralTeams: Story = {
  args: {
    marketplace: offering(
      oneTypeOptions({
        needsApplication: false,
        applications: [],
        teams: [
          { id: 'team-1', name: 'Finance' },
          { id: 'team-2', name: 'Logistics' },
        ],
      }),
    ),
  },
};

/** Sandbox and production are separate; the person is eligible for one of them. */
export const Environments: Story = {
  args: {
    marketplace: offering(undefined, undefined, {
      options: ({ environment } = {}) => Promise.resolve(environmentOptions(environment ? { blocked: undefined } : {})),
    }),
  },
};

/** Types with limits; one of them is used up. */
export const Limits: Story = { args: { marketplace: offering(audienceOptions()) } };

export const LimitReached: Story = { args: { marketplace: offering(audienceOptions()), audience: 'external' } };

export const Lifetimes: Story = {
  args: {
    marketplace: offering(someOptions({ types: [aTypeOption({ ...apiKey, form: undefined, lifetimesMs })] })),
  },
};

/** Its secret is set later, by somebody outside. */
export const SecretLater: Story = {
  args: {
    marketplace: offering(
      someOptions({ types: [aTypeOption({ ...oauthSecret, visibility: { mode: 'never' }, secretLater: true })] }),
    ),
  },
};

/** What is there already comes first. */
export const Existing: Story = {
  args: {
    marketplace: offering(
      oneTypeOptions({
        existing: [
          {
            id: 'cred-9',
            name: 'Shop key',
            state: 'inactive',
            identifiers: [{ name: 'clientId', label: 'Client ID', value: 'client-4711' }],
          },
        ],
      }),
    ),
  },
};

/** APIs, a permission for each, and how far it reaches; what leaves no choice is selected. */
export const Grants: Story = {
  args: { marketplace: offering(grantingOptions()) },
  play: async ({ canvasElement }) => {
    for (const name of ['Profile API', 'Platform API']) (await labelled(canvasElement, name)).click();
    (await labelled(canvasElement, 'Europe')).click();
    await shows(canvasElement, '1 of 3 selected');
  },
};

/** Five hundred workspaces: a search, one stop of the Tab key, and what was found is selected at once. */
export const GrantsOfMany: Story = {
  args: {
    marketplace: offering(
      grantingOptions({
        grants: [
          {
            resource: { id: 'profile', name: 'Profile API' },
            permissions: [{ id: 'read', name: 'Read-only' }],
            scope: {
              level: 'workspace',
              items: Array.from({ length: 500 }, (_, at) => ({ id: `ws-${at}`, name: `Workspace ${at + 1}` })),
              locked: false,
            },
          },
        ],
      }),
    ),
  },
  // So many boxes take the checker of accessibility longer than a story may take; a list of twelve is checked in its tests.
  parameters: { a11y: { test: 'off' } },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'Profile API')).click();
    await shows(canvasElement, '0 of 500 selected');
  },
};

export const GrantsMissing: Story = {
  args: { marketplace: offering(grantingOptions()) },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'Profile API')).click();
    await create('Choose a permission.')({ canvasElement });
  },
};

/** The name and the grants of a credential that is there. */
export const Edit: Story = {
  args: {
    marketplace: offering(grantingOptions(), () =>
      Promise.resolve(aCredential({ resources: [], grants: someGrants, actions: can('update') })),
    ),
    'credential-id': 'cred-1',
  },
};

export const EditImpossible: Story = {
  args: {
    marketplace: offering(someOptions(), () =>
      Promise.resolve(aCredential({ actions: [{ action: 'update', allowed: false, reason: 'in-transition' }] })),
    ),
    'credential-id': 'cred-1',
  },
};

const blocked = (differences: Partial<CredentialOptions>): Story => ({
  args: { marketplace: offering(someOptions(differences)) },
});

export const NoAccess = blocked({
  blocked: 'no-access',
  resources: [{ id: 'res-1', name: 'Payments API', allowed: false, reason: 'no-access' }],
});

export const AccessInReview = blocked({
  blocked: 'no-access',
  resources: [{ id: 'res-1', name: 'Payments API', allowed: false, reason: 'not-approved' }],
});

export const NoApplication = blocked({ blocked: 'no-application', applications: [] });

export const NotExposed: Story = {
  args: {
    marketplace: fakeMarketplace({
      credentials: { options: () => Promise.resolve(someOptions({ blocked: 'not-exposed' })) },
      resources: { get: () => Promise.resolve(aResource({ exposed: false })) },
    }),
  },
};

export const WrongRole = blocked({
  blocked: 'role',
  message: 'Credentials are managed by people with the role Admin.',
});

export const NotEligible = blocked({
  blocked: 'not-eligible',
  message: 'The sandbox is for partners of tier Silver and above.',
  learnMoreUrl: 'https://partners.example/tiers',
});

export const Loading: Story = {
  args: { marketplace: fakeMarketplace({ credentials: { options: () => new Promise(() => {}) } }) },
};

export const Failed: Story = {
  args: {
    marketplace: fakeMarketplace({
      credentials: { options: () => Promise.reject(new MarketplaceError('unavailable', 'down')) },
    }),
  },
};

export const Problems: Story = { args: { marketplace: offering() }, play: create('Choose one.') };

export const Refused: Story = {
  args: {
    marketplace: offering(oneType, () =>
      Promise.reject(
        new ApiError('validation-failed', 'refused', {
          errors: [{ pointer: '/name', detail: 'Another credential has this name.' }],
        }),
      ),
    ),
  },
  play: create('Another credential has this name.'),
};

export const Creating: Story = {
  args: { marketplace: offering(oneType, () => new Promise(() => {})) },
  play: create('Keep this page open'),
};

export const Pending: Story = {
  args: { marketplace: offering(oneType) },
  play: create('Waiting for the gateway'),
};

export const Active: Story = {
  args: { marketplace: offering(oneType, () => Promise.resolve(aCredential())) },
  play: create('View secret'),
};

export const SetupFailed: Story = {
  args: {
    marketplace: offering(oneType, () =>
      Promise.resolve(
        aCredential({
          state: 'error',
          reasons: [{ detail: 'The gateway did not answer.', at: at(start) }],
          actions: can('retry', 'remove'),
        }),
      ),
    ),
  },
  play: create('The gateway did not answer.'),
};

export const Dark: Story = { ...Default, globals: { scheme: 'dark' } };

export const RightToLeft: Story = { ...Default, globals: { direction: 'rtl' } };

export const Narrow: Story = {
  ...Default,
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
};
