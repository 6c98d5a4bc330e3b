import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/secret-reveal/define.js';
import { ApiError, MarketplaceError } from '../src/contract/error.js';
import type { Action } from '../src/contract/action.js';
import type { Credential } from '../src/contract/credential.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { Secret } from '../src/contract/secret.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  day,
  deferred,
  fakeMarketplace,
  hour,
  start,
  type Methods,
} from '../test/elements/fixtures.js';
import { control } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  'credential-id'?: string;
  'hide-after-ms'?: number;
  viewing?: boolean;
}

const holding = (credential: Credential, more: Methods['credentials'] = {}): Marketplace =>
  fakeMarketplace({
    credentials: { get: () => Promise.resolve(credential), reveal: () => Promise.resolve(aSecret()), ...more },
  });

/** Presses the buttons of those names, one after the other. */
const press =
  (...names: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const name of names) (await control(canvasElement, name)).click();
  };

const reveal = ['View secret Billing key', 'View secret'];

const meta: Meta<Args> = {
  title: 'Elements/secret-reveal',
  component: 'secret-reveal',
  args: { 'credential-id': 'cred-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<secret-reveal .marketplace=${marketplace} ${attributesOf(attributes)}></secret-reveal>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Available: Story = { args: { marketplace: holding(aCredential()) } };

export const WaitingForProvisioning: Story = {
  args: { marketplace: holding(aCredential({ secret: { visibility: 'window', state: 'pending' }, actions: [] })) },
};

export const Confirm: Story = {
  args: { marketplace: holding(aCredential()) },
  play: press('View secret Billing key'),
};

/** Opened by a button that said so already: it asks at once. */
export const AskedAtOnce: Story = {
  args: { marketplace: holding(aCredential()), viewing: true },
  play: async ({ canvasElement }) => {
    await control(canvasElement, 'Cancel');
  },
};

export const Decrypting: Story = {
  args: { marketplace: holding(aCredential(), { reveal: () => deferred<Secret>().promise }) },
  play: press(...reveal),
};

/** Masked: the secret can be copied without being shown. */
export const Shown: Story = {
  args: { marketplace: holding(aCredential()) },
  play: press(...reveal),
};

export const Unmasked: Story = {
  args: { marketplace: holding(aCredential()) },
  play: press(...reveal, 'Show Client secret'),
};

/** A value that was not stored is not lost by accident. */
export const CloseUnstored: Story = {
  args: { marketplace: holding(aCredential()) },
  play: press(...reveal, 'Done'),
};

/** Hidden because nothing happened for a while; it can be viewed again. */
export const HiddenWhenIdle: Story = {
  args: { marketplace: holding(aCredential()), 'hide-after-ms': 500 },
  play: async ({ canvasElement }) => {
    await press(...reveal)({ canvasElement });
    await control(canvasElement, 'View secret again Billing key');
  },
};

/** After the window the secret is erased here, and still works on the gateway. */
export const Erased: Story = {
  args: {
    marketplace: holding(
      aCredential({ secret: { visibility: 'window', state: 'erased', availableUntil: at(start - day) } }),
    ),
  },
};

const once = aCredential({ secret: { visibility: 'once', state: 'available' }, actions: can('reveal') });

const viewed = (actions: Action[]): Credential =>
  aCredential({ secret: { visibility: 'once', state: 'viewed' }, actions });

/** It can be viewed once: that is said before. */
export const Once: Story = { args: { marketplace: holding(once) } };

/** It stays until it is stored, as there is no second time. */
export const OnceShown: Story = {
  args: { marketplace: holding(once, { reveal: () => Promise.resolve(aSecret({ availableUntil: undefined })) }) },
  play: press(...reveal),
};

/** The only answer was lost on its way: it can be had again for a moment. */
export const OnceLost: Story = {
  args: {
    marketplace: holding(viewed([]), {
      get: (() => {
        let reads = 0;
        return () => Promise.resolve(reads++ === 0 ? once : viewed([]));
      })(),
      reveal: () => Promise.reject(new MarketplaceError('network', 'no answer')),
    }),
  },
  play: async ({ canvasElement }) => {
    await press(...reveal, 'Cancel')({ canvasElement });
  },
};

/** It was viewed: what is left is another credential. */
export const Viewed: Story = { args: { marketplace: holding(viewed(can('remove'))) } };

/** Or a new secret, where the credential can be renewed. */
export const ViewedRenewable: Story = {
  args: { marketplace: holding(viewed([{ action: 'renew', allowed: true, overlapsMs: [0, hour] }])) },
};

export const Renewing: Story = {
  args: { marketplace: holding(aCredential({ secret: once.secret, transition: 'renewing', actions: [] })) },
};

export const Always: Story = {
  args: { marketplace: holding(aCredential({ secret: { visibility: 'always', state: 'available' } })) },
};

export const NoSecret: Story = {
  args: { marketplace: holding(aCredential({ secret: { visibility: 'never', state: 'none' } })) },
};

/** Somebody outside sets the secret, on the page behind the share link. */
export const NotSet: Story = {
  args: {
    marketplace: holding(aCredential({ secret: { visibility: 'never', state: 'none' }, actions: can('share') })),
  },
};

export const IsSet: Story = {
  args: {
    marketplace: holding(aCredential({ secret: { visibility: 'never', state: 'set' }, actions: can('share') })),
  },
};

export const Gone: Story = {
  args: { marketplace: holding(aCredential(), { get: () => Promise.reject(new ApiError('not-found', 'gone')) }) },
};

export const Failed: Story = {
  args: {
    marketplace: holding(aCredential(), { get: () => Promise.reject(new MarketplaceError('network', 'no answer')) }),
  },
};

export const RevealFailed: Story = {
  args: {
    marketplace: holding(aCredential(), { reveal: () => Promise.reject(new ApiError('unavailable', 'not now')) }),
  },
  play: press(...reveal),
};

export const Narrow: Story = {
  args: { marketplace: holding(aCredential()) },
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
  play: press(...reveal),
};

export const RightToLeft: Story = {
  args: { marketplace: holding(aCredential()) },
  globals: { direction: 'rtl' },
  play: press(...reveal),
};

export const Dark: Story = {
  args: { marketplace: holding(aCredential()) },
  globals: { scheme: 'dark' },
  play: press(...reveal),
};
