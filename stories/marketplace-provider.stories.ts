import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/credential-list/define.js';
import '../src/elements/marketplace-provider/define.js';
import { aCredential, fakeMarketplace, page } from '../test/elements/fixtures.js';

const credentials = [
  aCredential(),
  aCredential({ id: 'cred-2', name: 'Reporting', application: { id: 'app-2', name: 'Reports' } }),
];

const marketplace = fakeMarketplace({
  credentials: {
    get: (id) => Promise.resolve(credentials.find((one) => one.id === id) ?? aCredential()),
    list: (params) =>
      Promise.resolve(page(credentials.filter(({ application }) => application?.id === params?.applicationId))),
  },
});

const meta: Meta = {
  title: 'Elements/marketplace-provider',
  component: 'marketplace-provider',
};
export default meta;

/** Two lists under one provider: they share its Marketplace and hear each other's changes. */
export const TwoElements: StoryObj = {
  render: () => html`
    <marketplace-provider .marketplace=${marketplace}>
      <h2>Invoices</h2>
      <credential-list application-id="app-1"></credential-list>
      <h2>Reports</h2>
      <credential-list application-id="app-2"></credential-list>
    </marketplace-provider>
  `,
};
