import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-list/define.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { leaveWorld, worldOf, type System } from './reference-marketplace.js';

interface Args {
  system: System;
  person: string;
  'pending-only'?: boolean;
}

/** Asks for access to what is approved at once, and to what the provider decides about. */
async function ask(marketplace: Marketplace, data: Record<string, unknown>): Promise<void> {
  for (const resourceId of ['orders', 'invoices']) {
    const { subscriptions, applications, resource, form } = await marketplace.resources.accessOptions(resourceId);
    const [subscription, application] = [subscriptions, applications].map((all) => all.find(({ allowed }) => allowed));
    if (!subscription || !application) continue;
    await marketplace.accessRequests.create({
      name: `${resource.name} for ${application.name}`,
      resourceId,
      subscriptionId: subscription.id,
      applicationId: application.id,
      data: form ? data : {},
    });
  }
}

const meta: Meta<Args> = {
  title: 'Elements/access-request-list/Systems',
  component: 'access-request-list',
  // The reference marketplace in the page, under the rules of each system.
  loaders: [
    async ({ id, args: { system, person } }) => {
      const world = await worldOf({ id }, { system, provisionAfterMs: 100 }, async (made) => {
        if (system.startsWith('amplify')) await ask(made.asPerson('ada'), { purpose: 'build', callsPerDay: 100 });
      });
      return { marketplace: world.asPerson(person) };
    },
  ],
  beforeEach: leaveWorld,
  render: ({ system: _system, person: _person, ...attributes }, { loaded }) =>
    html`<access-request-list
      .marketplace=${loaded['marketplace'] as Marketplace}
      ${attributesOf(attributes)}
    ></access-request-list>`,
};
export default meta;

type Story = StoryObj<Args>;

/** One was approved at once and is ready; the other waits for the provider. */
export const Amplify: Story = {
  args: { system: 'amplify', person: 'ada' },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Ready');
    await shows(canvasElement, 'In review');
  },
};

/** The provider approves; the team's list would show it live. */
export const AmplifyDesk: Story = {
  args: { system: 'amplify', person: 'priya', 'pending-only': true },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '1 request');
    const list = canvasElement.querySelector('access-request-list') as Element;
    const approve = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('[data-do="approve"]') ?? [])][0];
    approve?.click();
    (await control(canvasElement, 'Approve request')).click();
    await shows(canvasElement, 'Nothing waits for a decision');
  },
};

/** Everything that the provider has decided about. */
export const AmplifyProvider: Story = { args: { system: 'amplify', person: 'priya' } };

export const AmplifyClassic: Story = { args: { system: 'amplify-classic', person: 'ada' } };

/** Where no request is needed there is none to follow (SPEC A1). */
export const Ibm: Story = {
  name: 'IBM',
  args: { system: 'ibm', person: 'ada' },
  play: async ({ canvasElement }) => shows(canvasElement, 'No access requests yet'),
};

export const Mparticle: Story = { name: 'mParticle', args: { system: 'mparticle', person: 'ada' } };

export const Eqp: Story = { name: 'EQP', args: { system: 'eqp', person: 'ada' } };
