import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-form/define.js';
import type { CredentialForm } from '../src/elements/credential-form/credential-form.js';
import { createMockMarketplace } from '../src/mocks/index.js';
import { calm, labelled } from '../test/elements/form-page.js';
import { appears, control, findAll, shows } from '../test/elements/page.js';

interface Args extends Partial<Pick<CredentialForm, 'resourceId' | 'audience' | 'applicationId' | 'teamId'>> {
  system: NonNullable<NonNullable<Parameters<typeof createMockMarketplace>[0]>['system']>;
  person: string;
}

const meta: Meta<Args> = {
  title: 'Elements/credential-form/Systems',
  component: 'credential-form',
  // The reference marketplace in the page, under the rules of each system.
  loaders: [
    async ({ args }) => ({
      world: await createMockMarketplace({ system: args.system, provisionAfterMs: 100 }),
    }),
  ],
  render: ({ person, resourceId, audience, applicationId, teamId }, { loaded }) => {
    const { world } = loaded as { world: Awaited<ReturnType<typeof createMockMarketplace>> };
    return html`<credential-form
      .marketplace=${world.asPerson(person)}
      .resourceId=${resourceId}
      .audience=${audience}
      .applicationId=${applicationId}
      .teamId=${teamId}
      share-url="#share"
    ></credential-form>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Without access there is nothing to create, and the form says so. */
export const AmplifyWithoutAccess: Story = {
  args: { system: 'amplify', person: 'ada', applicationId: 'app_shop_web' },
};

export const AmplifyClassicWithoutAccess: Story = {
  args: { system: 'amplify-classic', person: 'ada', applicationId: 'app_shop_web' },
};

/** Inside of the organisation: key and secret are generated together. */
export const IbmInside: Story = {
  args: { system: 'ibm', person: 'ada', resourceId: 'inventory', audience: 'internal' },
};

/** Outside: the secret is set on a page behind a share link. */
export const IbmOutside: Story = {
  args: { system: 'ibm', person: 'ada', resourceId: 'inventory', audience: 'external' },
  play: async ({ canvasElement }) => {
    (await control(canvasElement, 'Create credential')).click();
    (await control(canvasElement, 'Make a share link')).click();
    await shows(canvasElement, 'How long shall it work?');
    await calm();
  },
};

/** An API that is not exposed, with its switch. */
export const IbmGate: Story = {
  args: { system: 'ibm', person: 'ada', resourceId: 'pricing' },
  play: async ({ canvasElement }) => {
    await appears(() => findAll(canvasElement, '[role="switch"]')[0], 'no switch');
  },
};

/** The gate is opened, and keys can be made. */
export const IbmExposed: Story = {
  ...IbmGate,
  play: async ({ canvasElement }) => {
    (await appears(() => findAll(canvasElement, '[role="switch"]')[0], 'no switch')).click();
    (await control(canvasElement, 'Expose')).click();
    await shows(canvasElement, '0 of 5 used');
    await calm();
  },
};

/** APIs, a permission for each, and a scope at the level it applies to. */
export const Mparticle: Story = {
  args: { system: 'mparticle', person: 'ada', teamId: 'team_storefront' },
  play: async ({ canvasElement }) => {
    for (const name of ['Profile API', 'Platform API']) (await labelled(canvasElement, name)).click();
    (await labelled(canvasElement, 'Web')).click();
    await shows(canvasElement, '1 of 3 selected');
  },
};

export const MparticleOtherRole: Story = { args: { system: 'mparticle', person: 'cleo' } };

/** Sandbox and production are separate worlds. */
export const Eqp: Story = { args: { system: 'eqp', person: 'ada' } };
