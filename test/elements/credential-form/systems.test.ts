import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/mock-marketplace.js';
import { labelled } from '../form-page.js';
import { control, shows, textOf, waitUntil } from '../page.js';

type System = NonNullable<NonNullable<Parameters<typeof createMockMarketplace>[0]>['system']>;

// The same element on the real rules of each system: what the fakes of the other tests say must be what one says.
describe('<credential-form> on the systems', () => {
  let world: MockMarketplace;

  before(() => setViewport({ width: 1280, height: 800 }));

  afterEach(() => world.close());

  async function aForm(
    system: System,
    person: string,
    attributes: Partial<CredentialForm> = {},
  ): Promise<CredentialForm> {
    world = await createMockMarketplace({ system, provisionAfterMs: 20 });
    const form = document.createElement('credential-form');
    Object.assign(form, { marketplace: world.asPerson(person), shareUrl: '/share' }, attributes);
    await fixture(html`<div>${form}</div>`);
    return form;
  }

  it('ibm: the gate is opened with its switch, and a key is made (I1, I2)', async () => {
    const form = await aForm('ibm', 'ada', { resourceId: 'pricing', audience: 'external' });
    await shows(form, 'This API is not exposed');
    const gate = await control(form, 'Exposed').catch(() =>
      form.shadowRoot?.querySelector<HTMLElement>('[role="switch"]'),
    );
    gate?.click();
    (await control(form, 'Expose')).click();
    await shows(form, '0 of 5 used');
    (await control(form, 'Create credential')).click();
    await control(form, 'Make a share link');
  });

  it('mparticle: APIs, permissions and scopes, with what leaves no choice selected (M2)', async () => {
    const form = await aForm('mparticle', 'ada', { teamId: 'team_storefront' });
    (await labelled(form, 'Profile API')).click();
    (await labelled(form, 'Platform API')).click();
    await shows(form, 'Acme Storefront account Selected for you');
    await shows(form, '0 of 3 selected');
    (await labelled(form, 'Web')).click();
    (await labelled(form, 'Admin')).click();
    await expect(form).to.be.accessible();
    (await control(form, 'Create credential')).click();
    await shows(form, 'Active');
  });

  it('mparticle: explains to another role that it has no business here (M1)', async () => {
    const form = await aForm('mparticle', 'cleo');
    await shows(form, 'Your role does not include credentials');
    expect(textOf(form)).not.to.contain('Create credential');
  });

  it('eqp: asks for the environment first (E2)', async () => {
    const form = await aForm('eqp', 'ada');
    await shows(form, 'Each environment has credentials of its own');
    await waitUntil(async () => (await labelled(form, 'Sandbox')) !== null);
  });

  it('amplify-classic: says that the secret is shown once', async () => {
    const form = await aForm('amplify-classic', 'ada', { applicationId: 'app_shop_web' });
    await shows(form, 'No access yet');
    expect(textOf(form)).not.to.contain('Create credential');
  });
});
