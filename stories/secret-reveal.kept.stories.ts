import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/secret-reveal/define.js';
import { ApiError } from '../src/contract/error.js';
import type { Secret } from '../src/contract/secret.js';
import { common } from '../src/locales/en/common.js';
import { secretSession } from '../src/locales/en/secret-session.js';
import { aCredential, aSecret, at, can, deferred, fakeMarketplace, hour, start } from '../test/elements/fixtures.js';
import type { FakeMarketplace } from '../test/elements/fixtures.js';
import { appears, control, fakeClipboard, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: FakeMarketplace;
  'credential-id'?: string;
  'hide-after-ms'?: number;
}

const once = (reveal: () => Promise<Secret> = () => Promise.resolve(aSecret({ availableUntil: undefined }))) =>
  fakeMarketplace({
    credentials: {
      get: () =>
        Promise.resolve(
          aCredential({
            secret: { visibility: 'once', state: 'available', availableUntil: at(start + 2 * hour) },
            actions: can('reveal'),
          }),
        ),
      reveal,
    },
  });

const press = async (element: HTMLElement, ...names: string[]): Promise<void> => {
  for (const name of names) (await control(element, name)).click();
};

const reveal = async (element: HTMLElement): Promise<void> => {
  await press(element, 'View secret Billing key', 'View secret');
  await control(element, 'Done');
};

/** A secret that can be viewed once does not go by itself until it is stored. */
const meta: Meta<Args> = {
  title: 'Elements/secret-reveal/Seen once',
  component: 'secret-reveal',
  args: { 'credential-id': 'cred-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<secret-reveal .marketplace=${marketplace} ${attributesOf(attributes)}></secret-reveal>`,
  // What a story does not store is kept for the next element, until the page goes away.
  beforeEach: () => () => dispatchEvent(new Event('pagehide')),
};
export default meta;

type Story = StoryObj<Args>;

/** On its way it cannot be given up. */
export const Underway: Story = {
  args: { marketplace: once(() => deferred<Secret>().promise) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'View secret Billing key', 'View secret');
    await shows(canvasElement, secretSession.secretUnderway);
  },
};

export const MaskedWhenIdle: Story = {
  args: { marketplace: once(), 'hide-after-ms': 500 },
  play: async ({ canvasElement }) => {
    await reveal(canvasElement);
    await shows(canvasElement, secretSession.secretKeptIdle);
  },
};

export const MaskedWhenSignedOut: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement, args: { marketplace } }) => {
    await reveal(canvasElement);
    await appears(() => marketplace.streams === 1, 'nobody listens');
    marketplace.breakStreams(new ApiError('unauthenticated', 'x'));
    await shows(canvasElement, secretSession.secretKeptSession);
  },
};

export const MaskedWhenTheWindowEnds: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement, args: { marketplace } }) => {
    marketplace.setNow(start);
    await reveal(canvasElement);
    marketplace.setNow(start + 3 * hour);
    await shows(canvasElement, secretSession.secretKeptWindow);
  },
};

/** The element was taken away before it was stored, and is back. */
export const AfterALook: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    await reveal(canvasElement);
    const element = canvasElement.querySelector('secret-reveal');
    const parent = element?.parentElement;
    if (element) parent?.append(element);
    await shows(canvasElement, secretSession.secretKeptLeft);
  },
};

export const CloseUnstored: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    await reveal(canvasElement);
    await press(canvasElement, 'Done');
    await shows(canvasElement, secretSession.secretCloseNever);
  },
};

/** Ticked: nothing is guarded any more. */
export const Stored: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    await reveal(canvasElement);
    const [label] = [...(canvasElement.querySelector('secret-reveal')?.shadowRoot?.querySelectorAll('label') ?? [])];
    label?.click();
    await shows(canvasElement, 'Hides in');
  },
};

/** The browser refuses to copy: the value is selected for Ctrl+C. */
export const CopyRefused: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    const clipboard = fakeClipboard({ refuses: true });
    await reveal(canvasElement);
    await press(canvasElement, 'Copy Client secret');
    await shows(canvasElement, common.copyFailed);
    clipboard.undo();
  },
};

/** That a download has started is said beside the buttons. */
export const Downloaded: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    await reveal(canvasElement);
    await press(canvasElement, 'Download JSON');
    await shows(canvasElement, 'has started');
  },
};

export const Copied: Story = {
  args: { marketplace: once() },
  play: async ({ canvasElement }) => {
    const clipboard = fakeClipboard();
    await reveal(canvasElement);
    await press(canvasElement, 'Copy Client secret');
    await shows(canvasElement, common.copied);
    clipboard.undo();
  },
};
