import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/elements/access-request-form/define.js';
import '../../src/elements/access-request-list/define.js';
import '../../src/elements/credential-list/define.js';
import '../../src/elements/secret-reveal/define.js';
import {
  aProvisioningRequest,
  aRejectedRequest,
  aRequest,
  anOffer,
  questions,
} from '../../test/elements/access-fixtures.js';
import { someOptions } from '../../test/elements/credential-fixtures.js';
import { aCredential, aSecret, at, can, day, fakeMarketplace, page, start } from '../../test/elements/fixtures.js';
import { labelled } from '../../test/elements/form-page.js';
import { control, shows } from '../../test/elements/page.js';

const credentials = [
  aCredential(),
  aCredential({
    id: 'cred-2',
    name: 'Nightly reconciliation',
    type: { id: 'oauth', name: 'OAuth client', kind: 'oauth-secret' },
    state: 'inactive',
    identifiers: [{ name: 'clientId', label: 'Client ID', value: '7f3c2a61-5a0d-4d1b-9a53-1f0c8be0a913' }],
    expiresAt: at(start + 5 * day),
    lastUsedAt: at(start - 40 * day),
    secret: { visibility: 'window', state: 'erased', availableUntil: at(start - 30 * day) },
    actions: can('enable', 'remove'),
  }),
  aCredential({
    id: 'cred-3',
    name: 'Partner sandbox',
    state: 'error',
    reasons: [{ detail: 'The gateway refused the request.', at: at(start) }],
    identifiers: [],
    lastUsedAt: null,
    actions: can('retry', 'remove'),
  }),
];

const requests = [
  aRequest(),
  aProvisioningRequest({ id: 'req-2', name: 'Payments API for Payroll' }),
  aRejectedRequest({ id: 'req-3', name: 'Ledger API for Invoices' }),
];

const marketplace = fakeMarketplace({
  resources: { accessOptions: () => Promise.resolve(anOffer({ form: questions })) },
  accessRequests: { list: () => Promise.resolve(page(requests)), get: () => Promise.resolve(aRequest()) },
  credentials: {
    list: () => Promise.resolve(page(credentials)),
    get: () => Promise.resolve(aCredential()),
    options: () => Promise.resolve(someOptions()),
    reveal: () => Promise.resolve(aSecret()),
  },
});

/** A page of a portal: what somebody has, what they asked for, and what they may ask for. */
const portal = (): TemplateResult => html`
  <div class="portal">
    <credential-list .marketplace=${marketplace} creatable></credential-list>
    <div class="columns">
      <access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>
      <div>
        <secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>
        <access-request-list .marketplace=${marketplace}></access-request-list>
      </div>
    </div>
  </div>
`;

const meta: Meta = {
  title: 'Themes/Portal',
  render: portal,
  parameters: { controls: { disable: true } },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Partner sandbox');
    await shows(canvasElement, 'Ledger API for Invoices');
    await labelled(canvasElement, 'What do you want to build?');
    await control(canvasElement, 'View secret Billing key');
  },
};
export default meta;

type Story = StoryObj;

/** In the theme of the toolbar. */
export const Portal: Story = {};

export const Plain: Story = { globals: { theme: 'plain' } };

export const Enterprise: Story = { globals: { theme: 'enterprise' } };

export const Brand: Story = { globals: { theme: 'brand' } };

export const PlainDark: Story = { globals: { theme: 'plain', scheme: 'dark' } };

export const EnterpriseDark: Story = { globals: { theme: 'enterprise', scheme: 'dark' } };

export const BrandDark: Story = { globals: { theme: 'brand', scheme: 'dark' } };

/** `color-scheme: dark` on a section is enough. */
export const DarkSection: Story = {
  render: () => html`
    <credential-list .marketplace=${marketplace}></credential-list>
    <section class="dark-section" .style=${'color-scheme: dark'}>
      <credential-list .marketplace=${marketplace}></credential-list>
    </section>
  `,
  play: async ({ canvasElement }) => shows(canvasElement, 'Partner sandbox'),
};
