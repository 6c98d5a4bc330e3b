import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-form/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { Credential } from '../src/contract/credential.js';
import type { AccessRequest } from '../src/contract/access-request.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import {
  aProvisioningRequest,
  aRequest,
  aResource,
  anActiveRequest,
  anApplication,
  oauthSecret,
} from '../test/elements/access-fixtures.js';
import { aCredential, aSecret, at, can, fakeMarketplace, page, start } from '../test/elements/fixtures.js';
import { calm } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';

interface Args {
  marketplace: Marketplace;
  resourceId?: string;
}

const pending = aCredential({
  name: 'Invoices OAuth client',
  state: 'pending',
  secret: { visibility: 'window', state: 'pending' },
  actions: [],
});

interface Offer {
  requests?: AccessRequest[];
  create?: () => Promise<Credential>;
  types?: (typeof oauthSecret)[];
}

const offering = ({ requests = [anActiveRequest()], create = () => Promise.resolve(pending), types }: Offer = {}) =>
  fakeMarketplace({
    applications: { get: () => Promise.resolve(anApplication()) },
    accessRequests: { list: () => Promise.resolve(page(requests)) },
    resources: { get: () => Promise.resolve(aResource(types ? { credentialTypes: types } : {})) },
    credentials: { create, get: () => create(), reveal: () => Promise.resolve(aSecret()) },
  });

const oneType = [oauthSecret];

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
  render: ({ marketplace, resourceId }) =>
    html`<credential-form .marketplace=${marketplace} application-id="app-1" .resourceId=${resourceId}>
      <p slot="no-access"><a href="#apis">Request access to an API</a></p>
    </credential-form>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Two types to choose from; each asks for what it needs. */
export const Default: Story = { args: { marketplace: offering() } };

/** The only type is chosen, and the name follows it. */
export const OneType: Story = { args: { marketplace: offering({ types: oneType }) } };

/** Access to several APIs; to one of them not yet. */
export const SeveralResources: Story = {
  args: {
    marketplace: offering({
      requests: [
        anActiveRequest(),
        anActiveRequest({ id: 'req-2', resource: { id: 'res-2', name: 'Accounts API' } }),
        aProvisioningRequest({ id: 'req-3', resource: { id: 'res-3', name: 'Ledger API' } }),
      ],
    }),
  },
};

export const NoAccess: Story = { args: { marketplace: offering({ requests: [] }) } };

export const AccessInReview: Story = {
  args: { marketplace: offering({ requests: [aRequest()] }), resourceId: 'res-1' },
};

export const Loading: Story = {
  args: { marketplace: fakeMarketplace({ applications: { get: () => new Promise(() => {}) } }) },
};

export const Failed: Story = {
  args: {
    marketplace: fakeMarketplace({
      applications: { get: () => Promise.reject(new MarketplaceError('unavailable', 'down')) },
      accessRequests: { list: () => Promise.resolve(page([])) },
    }),
  },
};

export const Problems: Story = { args: { marketplace: offering() }, play: create('Choose one.') };

export const Refused: Story = {
  args: {
    marketplace: offering({
      types: oneType,
      create: () =>
        Promise.reject(
          new ApiError('validation-failed', 'refused', {
            errors: [{ pointer: '/name', detail: 'Another credential has this name.' }],
          }),
        ),
    }),
  },
  play: create('Another credential has this name.'),
};

export const Creating: Story = {
  args: { marketplace: offering({ types: oneType, create: () => new Promise(() => {}) }) },
  play: create('Keep this page open'),
};

export const Pending: Story = {
  args: { marketplace: offering({ types: oneType }) },
  play: create('Waiting for the gateway'),
};

export const Active: Story = {
  args: { marketplace: offering({ types: oneType, create: () => Promise.resolve(aCredential()) }) },
  play: create('View secret'),
};

export const SetupFailed: Story = {
  args: {
    marketplace: offering({
      types: oneType,
      create: () =>
        Promise.resolve(
          aCredential({
            state: 'error',
            reasons: [{ detail: 'The gateway did not answer.', at: at(start) }],
            actions: can('retry', 'remove'),
          }),
        ),
    }),
  },
  play: create('The gateway did not answer.'),
};

export const Dark: Story = { ...Default, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Default, globals: { direction: 'rtl' } };

export const Narrow: Story = {
  ...Default,
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
};
