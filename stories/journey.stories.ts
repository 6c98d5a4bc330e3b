import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/index.js';
import { marketplaceHandlers } from '../src/mocks/index.js';
import { fill, labelled } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';
import { leaveWorld, worldOf } from './reference-marketplace.js';

/** Beside this page, so that it also works where Storybook is served below another path. */
const baseUrl = new URL('api/amplify/v1', location.href).href;

/** Who is signed in. The same whenever a story is rendered: another token is another person to the elements. */
const tokens = { ada: () => 'ada', priya: () => 'priya' };

/** What a person of the sample marketplace sees: the elements speak HTTP, and the mock handlers answer. */
const asPerson = (person: keyof typeof tokens, content: TemplateResult): TemplateResult =>
  html`<marketplace-provider base-url=${baseUrl} .token=${tokens[person]}>${content}</marketplace-provider>`;

const meta: Meta = {
  title: 'Journeys/Reference marketplace',
  parameters: { docs: { story: { height: '720px' } } },
  // The reference marketplace behind the page, with its rules, data plane and agent; who asks is told by the token.
  beforeEach: async ({ id, msw }) => {
    const world = await worldOf({ id }, { provisionAfterMs: 300 });
    msw.use(
      ...marketplaceHandlers({
        baseUrl,
        marketplace: (request) => world.asPerson(request.headers.get('authorization')?.slice('Bearer '.length) ?? ''),
      }),
    );
    return leaveWorld({ id });
  },
};
export default meta;

function theOne(canvas: HTMLElement, tag: keyof HTMLElementTagNameMap): Element {
  const element = canvas.querySelector(tag);
  if (!element) throw new Error(`the story has no <${tag}>`);
  return element;
}

/** Asks for access as somebody would who fills the form in. */
async function askForAccess(form: Element): Promise<void> {
  (await labelled(form, 'Shop web')).click();
  const purpose = await labelled<HTMLSelectElement>(form, 'What do you want to do?');
  purpose.selectedIndex = 2;
  purpose.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  purpose.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  fill(await labelled(form, 'Expected calls per day'), '20000');
  (await control(form, 'Request access')).click();
}

/** From granted access to the decrypted secret, in the same place. */
async function toTheSecret(form: Element): Promise<void> {
  await shows(form, 'Create a credential');
  (await labelled(form, 'API key')).click();
  (await control(form, 'Create credential')).click();
  await shows(form, 'Active');
  (await control(form, 'View secret Shop web API key')).click();
  (await control(form, 'View secret')).click();
  await control(form, 'Download .env');
}

/** From asking for access to the decrypted secret, where access is approved automatically. */
export const FromRequestToSecret: StoryObj = {
  render: () => asPerson('ada', html`<access-request-form resource-id="orders"></access-request-form>`),
  play: async ({ canvasElement }) => {
    const form = theOne(canvasElement, 'access-request-form');
    await askForAccess(form);
    await toTheSecret(form);
  },
};

/** A request that waits, and the provider who decides: what one does, the other sees without reloading. */
export const ProviderDecides: StoryObj = {
  render: () => html`
    <h2>Ada, a consumer</h2>
    ${asPerson('ada', html`<access-request-form resource-id="invoices"></access-request-form>`)}
    <h2>Priya, the provider</h2>
    ${asPerson('priya', html`<access-request-list pending-only></access-request-list>`)}
  `,
  play: async ({ canvasElement }) => {
    const form = theOne(canvasElement, 'access-request-form');
    const desk = theOne(canvasElement, 'access-request-list');
    await askForAccess(form);
    await shows(desk, 'Invoices API for Shop web');
    (await control(desk, 'Approve: Invoices API for Shop web')).click();
    (await control(desk, 'Approve request')).click();
    await toTheSecret(form);
  },
};
