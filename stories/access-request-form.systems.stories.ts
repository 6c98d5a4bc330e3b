import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-form/define.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import { calm, labelled } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';
import { leaveWorld, worldOf, type System } from './reference-marketplace.js';

interface Args {
  system: System;
  person: string;
  'resource-id': string;
}

const meta: Meta<Args> = {
  title: 'Elements/access-request-form/Systems',
  component: 'access-request-form',
  // The reference marketplace in the page, under the rules of each system.
  loaders: [
    async ({ id, args: { system, person } }) => ({
      marketplace: (await worldOf({ id }, { system, provisionAfterMs: 100 })).asPerson(person),
    }),
  ],
  beforeEach: leaveWorld,
  render: ({ system: _system, person: _person, ...attributes }, { loaded }) =>
    html`<access-request-form
      .marketplace=${loaded['marketplace'] as Marketplace}
      ${attributesOf(attributes)}
    ></access-request-form>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Amplify: Story = { args: { system: 'amplify', person: 'ada', 'resource-id': 'orders' } };

/** A member of two teams. */
export const AmplifyTwoTeams: Story = {
  args: { system: 'amplify', person: 'cleo', 'resource-id': 'orders' },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'Dispatch')).click();
    await shows(canvasElement, 'It belongs to a different team than what you chose.');
    await calm();
  },
};

/** The plan has terms. */
export const AmplifyTerms: Story = {
  args: { system: 'amplify', person: 'ben', 'resource-id': 'forecast' },
  play: async ({ canvasElement }) => {
    await labelled(canvasElement, 'I agree to: Weather data terms');
  },
};

/** No plan of the team includes the API. */
export const AmplifyOutsideOfThePlan: Story = { args: { system: 'amplify', person: 'ben', 'resource-id': 'invoices' } };

/** From the request to the form for a credential, where nobody has to approve. */
export const AmplifyClassic: Story = {
  args: { system: 'amplify-classic', person: 'ada', 'resource-id': 'orders' },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'Shop web')).click();
    const purpose = await labelled<HTMLSelectElement>(canvasElement, 'What do you want to do?');
    purpose.selectedIndex = 1;
    purpose.dispatchEvent(new Event('change'));
    const calls = await labelled(canvasElement, 'Expected calls per day');
    calls.value = '10';
    calls.dispatchEvent(new InputEvent('input'));
    (await control(canvasElement, 'Request access')).click();
    await shows(canvasElement, 'Create a credential');
    await calm();
  },
};

/** These systems need no request, and say so. */
export const Ibm: Story = { name: 'IBM', args: { system: 'ibm', person: 'ada', 'resource-id': 'inventory' } };

export const Mparticle: Story = {
  name: 'mParticle',
  args: { system: 'mparticle', person: 'ada', 'resource-id': 'profile' },
};
