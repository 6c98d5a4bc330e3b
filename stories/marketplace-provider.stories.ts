import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-list/define.js';
import '../src/elements/credential-list/define.js';
import '../src/elements/marketplace-provider/define.js';
import { ApiError } from '../src/contract/error.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import { aRequest } from '../test/elements/access-fixtures.js';
import { someOptions } from '../test/elements/credential-fixtures.js';
import { aCredential, can, fakeMarketplace, page } from '../test/elements/fixtures.js';
import { control, shows } from '../test/elements/page.js';
import { credentialsInMemory } from './lists-in-memory.js';
import { leaveWorld, worldOf } from './reference-marketplace.js';

const credentials = [
  aCredential(),
  aCredential({ id: 'cred-2', name: 'Reporting', application: { id: 'app-2', name: 'Reports' } }),
];

const marketplace = fakeMarketplace({
  credentials: {
    get: (id) => Promise.resolve(credentials.find((one) => one.id === id) ?? aCredential()),
    list: credentialsInMemory(credentials),
    options: () => Promise.resolve(someOptions()),
  },
  accessRequests: { list: () => Promise.resolve(page([aRequest({ actions: can('approve', 'reject') })])) },
});

/** What of the elements inside is shown: a provider has nothing of its own. */
const list = (canvas: HTMLElement, tag = 'access-request-list', index = 0): Element =>
  canvas.querySelectorAll(tag)[index] as Element;

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

/** The environment of everything inside, switched by the page (SPEC E2). */
export const Environment: StoryObj = {
  loaders: [async ({ id }) => ({ marketplace: (await worldOf({ id }, { system: 'eqp' })).asPerson('ada') })],
  beforeEach: leaveWorld,
  render: (_args, { loaded }) => {
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      document.querySelector('marketplace-provider')?.setAttribute('environment', value);
    };
    return html`
      <marketplace-provider .marketplace=${loaded['marketplace'] as Marketplace} environment="sandbox">
        <label>
          Environment
          <select @change=${choose}>
            <option>sandbox</option>
            <option>production</option>
          </select>
        </label>
        <credential-list creatable></credential-list>
      </marketplace-provider>
    `;
  },
  play: async ({ canvasElement }) => shows(list(canvasElement, 'credential-list'), 'No credentials yet'),
};

/** Each part of a page in its own language. */
export const Languages: StoryObj = {
  render: () => html`
    <marketplace-provider .marketplace=${marketplace} lang="en">
      <access-request-list></access-request-list>
    </marketplace-provider>
    <hr />
    <marketplace-provider .marketplace=${marketplace} lang="de">
      <access-request-list></access-request-list>
    </marketplace-provider>
  `,
  play: async ({ canvasElement }) => {
    await shows(list(canvasElement), '1 request');
    await shows(list(canvasElement, 'access-request-list', 1), '1 Anfrage');
  },
};

/** The nearest provider counts. */
export const Nested: StoryObj = {
  render: () => html`
    <marketplace-provider
      .marketplace=${fakeMarketplace({ accessRequests: { list: () => Promise.resolve(page([])) } })}
    >
      <access-request-list></access-request-list>
      <marketplace-provider .marketplace=${marketplace}>
        <access-request-list></access-request-list>
      </marketplace-provider>
    </marketplace-provider>
  `,
  play: async ({ canvasElement }) => {
    await shows(list(canvasElement), 'No access requests yet');
    await shows(list(canvasElement, 'access-request-list', 1), '1 request');
  },
};

/** The session has ended; once somebody has signed in again, the page has the elements go on. */
export const SessionEnded: StoryObj = {
  render: () => {
    let isSignedIn = false;
    const ended = fakeMarketplace({
      accessRequests: {
        list: () =>
          isSignedIn ? Promise.resolve(page([aRequest()])) : Promise.reject(new ApiError('unauthenticated', 'x')),
      },
    });
    const signIn = (): void => {
      isSignedIn = true;
      document.querySelector('marketplace-provider')?.refresh();
    };
    return html`
      <marketplace-provider .marketplace=${ended}>
        <button type="button" @click=${signIn}>Sign in again</button>
        <access-request-list></access-request-list>
      </marketplace-provider>
    `;
  },
  play: async ({ canvasElement }) => {
    await shows(list(canvasElement), 'Your session has ended');
    (await control(canvasElement, 'Sign in again')).click();
    await shows(list(canvasElement), '1 request');
  },
};
