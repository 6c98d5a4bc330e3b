import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-form/define.js';
import type { Audience } from '../src/contract/credential-type.js';
import type { MockMarketplace } from '../src/mocks/index.js';
import { calm, labelled } from '../test/elements/form-page.js';
import { appears, control, findAll, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { leaveWorld, worldOf, type System } from './reference-marketplace.js';

interface Args {
  system: System;
  person: string;
  'resource-id'?: string;
  audience?: Audience;
  'application-id'?: string;
  'team-id'?: string;
  'share-url'?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/credential-form/Systems',
  component: 'credential-form',
  // The reference marketplace in the page, under the rules of each system.
  loaders: [async ({ id, args: { system } }) => ({ world: await worldOf({ id }, { system, provisionAfterMs: 100 }) })],
  beforeEach: leaveWorld,
  args: { 'share-url': '#share' },
  render: ({ system: _system, person, ...attributes }, { loaded }) => {
    const { world } = loaded as { world: MockMarketplace };
    return html`<credential-form .marketplace=${world.asPerson(person)} ${attributesOf(attributes)}></credential-form>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Without access there is nothing to create, and the form says so. */
export const AmplifyWithoutAccess: Story = {
  args: { system: 'amplify', person: 'ada', 'application-id': 'app_shop_web' },
};

export const AmplifyClassicWithoutAccess: Story = {
  args: { system: 'amplify-classic', person: 'ada', 'application-id': 'app_shop_web' },
};

/** Inside of the organisation: key and secret are generated together. */
export const IbmInside: Story = {
  name: 'IBM Inside',
  args: { system: 'ibm', person: 'ada', 'resource-id': 'inventory', audience: 'internal' },
};

/** Outside: the secret is set on a page behind a share link. */
export const IbmOutside: Story = {
  name: 'IBM Outside',
  args: { system: 'ibm', person: 'ada', 'resource-id': 'inventory', audience: 'external' },
  play: async ({ canvasElement }) => {
    (await control(canvasElement, 'Create credential')).click();
    (await control(canvasElement, 'Make a share link')).click();
    await shows(canvasElement, 'How long should it work?');
    await calm();
  },
};

/** An API that is not exposed, with its switch. */
export const IbmGate: Story = {
  name: 'IBM Gate',
  args: { system: 'ibm', person: 'ada', 'resource-id': 'pricing' },
  play: async ({ canvasElement }) => {
    await appears(() => findAll(canvasElement, '[role="switch"]')[0], 'no switch');
  },
};

/** The gate is opened, and keys can be made. */
export const IbmExposed: Story = {
  ...IbmGate,
  name: 'IBM Exposed',
  play: async ({ canvasElement }) => {
    (await appears(() => findAll(canvasElement, '[role="switch"]')[0], 'no switch')).click();
    (await control(canvasElement, 'Expose')).click();
    await shows(canvasElement, '0 of 5 used');
    await calm();
  },
};

/** APIs, a permission for each, and a scope at the level it applies to. */
export const Mparticle: Story = {
  name: 'mParticle',
  args: { system: 'mparticle', person: 'ada', 'team-id': 'team_storefront' },
  play: async ({ canvasElement }) => {
    for (const name of ['Profile API', 'Platform API']) (await labelled(canvasElement, name)).click();
    (await labelled(canvasElement, 'Web')).click();
    await shows(canvasElement, '1 of 3 selected');
  },
};

export const MparticleOtherRole: Story = {
  name: 'mParticle Other Role',
  args: { system: 'mparticle', person: 'cleo' },
};

/** Sandbox and production are separate worlds. */
export const Eqp: Story = { name: 'EQP', args: { system: 'eqp', person: 'ada' } };
