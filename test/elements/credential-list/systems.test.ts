import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createMarketplaceClient } from '../../../src/client/index.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/credential-list/define.js';
import { isolate } from '../../../src/locales/isolate.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { createMarketplaceHandler } from '../../../src/marketplace/handler.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/mock-marketplace.js';
import { fill, labelled } from '../form-page.js';
import { appears, control, findAll, nameOf, shows, textOf, waitUntil } from '../page.js';

type System = NonNullable<NonNullable<Parameters<typeof createMockMarketplace>[0]>['system']>;

// The same elements on the real rules of each system: what the fakes of the other tests say must be what one says.
describe('<credential-list> on the systems', () => {
  let world: MockMarketplace;

  before(() => setViewport({ width: 1280, height: 800 }));

  afterEach(() => world.close());

  async function aList(
    system: System,
    person: string,
    attributes: Partial<CredentialList> = {},
  ): Promise<CredentialList> {
    world = await createMockMarketplace({ system, provisionAfterMs: 20 });
    const list = document.createElement('credential-list');
    Object.assign(list, { marketplace: world.asPerson(person), creatable: true, shareUrl: '/share' }, attributes);
    await fixture(html`<div>${list}</div>`);
    return list;
  }

  async function openForm(list: CredentialList): Promise<CredentialForm> {
    (await control(list, 'Create credential')).click();
    return appears(() => findAll<CredentialForm>(list, 'credential-form')[0], 'no form');
  }

  /** Presses the button of that name in the dialog on top. */
  async function press(list: CredentialList, name: string): Promise<void> {
    const button = await appears(
      () => findAll(list, 'dialog button').findLast((one) => nameOf(one) === name && one.checkVisibility()),
      `no “${name}” in a dialog`,
    );
    button.click();
  }

  async function choose(list: CredentialList, of: string, name: string): Promise<void> {
    (await control(list, `Actions for ${of}`)).click();
    const item = await appears(
      () => findAll(list, '[role="menuitem"]').find((one) => nameOf(one) === name),
      `no “${name}” in the menu`,
    );
    item.click();
  }

  async function createNamed(list: CredentialList, name: string): Promise<CredentialForm> {
    const form = await openForm(list);
    fill(await labelled(form, 'Name'), name);
    (await control(form, 'Create credential')).click();
    await shows(form, 'Active');
    return form;
  }

  it('ibm: limits and audiences, a share link, and an API that is not exposed (I1 to I3, S9)', async () => {
    const list = await aList('ibm', 'ada', { audience: 'external', resourceId: 'inventory' });
    await shows(list, '0 of 5 used');
    const form = await createNamed(list, 'Partner key');
    await shows(form, 'No secret is set yet');
    await press(list, 'Close');
    await shows(list, '1 of 5 used');
    await shows(list, 'No secret set yet');
    await choose(list, 'Partner key', 'Make a share link');
    await press(list, 'Make a link');
    const { value } = await labelled(list, 'Link');
    await press(list, 'Close');
    await shows(list, 'Share link works until');

    const token = new URL(value).hash.slice(1);
    const outside = await world.withShareToken(token);
    await outside.share.setSecret({ secret: 'not-a-real-secret' });
    await shows(list, 'Secret is set');
    expect((await world.asPerson('ada').credentials.list({ audience: 'internal' })).items).to.deep.equal([]);

    list.resourceId = 'pricing';
    await shows(list, 'This API is not exposed');
    expect((await control(list, 'Create credential')).getAttribute('aria-disabled')).to.equal('true');
    await world.asPerson('ada').resources.expose('pricing');
    await waitUntil(() => !textOf(list).includes('is not exposed'));
  });

  it('mparticle: the gate, grants, and editing them on the same screen (M1 to M3)', async () => {
    const gated = await aList('mparticle', 'cleo');
    await shows(gated, 'managed by people with the role Admin');

    const cleo = world.asPerson('cleo');
    let refused = 0;
    const list_ = (): Promise<never> => {
      refused++;
      return Promise.reject(new Error('asked though it is gated'));
    };
    gated.marketplace = { ...cleo, credentials: { ...cleo.credentials, list: list_ } };
    gated.gated = true;
    await gated.updateComplete;
    await shows(gated, 'managed by people with the role Admin');
    expect(refused).to.equal(0);
    await world.close();

    const list = await aList('mparticle', 'ada');
    const form = await openForm(list);
    (await labelled(form, 'Profile API')).click();
    await shows(form, 'Permission for Profile API');
    const [permission] = findAll<HTMLInputElement>(
      form,
      '#permission-0 input, #permission-1 input, #permission-2 input',
    );
    permission?.click();
    const select = await appears(
      () => findAll(form, 'button').find((one) => nameOf(one).startsWith('Select all')),
      'none',
    );
    select.click();
    fill(await labelled(form, 'Name'), 'Reporting');
    (await control(form, 'Create credential')).click();
    await shows(form, 'The secret can be viewed once.');
    await press(list, 'Close');
    await shows(list, 'Profile API: ');
    (await control(list, 'Reporting')).click();
    fill(await labelled(list, 'Name'), 'Nightly reporting');
    (await control(list, 'Save changes')).click();
    await shows(list, 'Nightly reporting');
    await waitUntil(() => list.shadowRoot?.querySelector('dialog') === null);
  });

  it('eqp: eligibility, environments apart, and regenerating (C7, E1, E2)', async () => {
    const list = await aList('eqp', 'ben');
    await shows(list, 'Choose an environment');
    (await labelled(list, 'Sandbox')).click();
    await shows(list, 'tier Silver and above');
    (await labelled(list, 'Production')).click();
    await shows(list, '0 of 3 used');
    const form = await createNamed(list, 'Extension checks');
    await shows(form, 'The secret can be viewed at any time.');
    await press(list, 'Close');
    const before = (await world.asPerson('ben').credentials.list({ environment: 'production' })).items[0];
    await choose(list, 'Extension checks', 'Regenerate credential');
    await shows(list, 'keep working until they expire');
    await press(list, 'Regenerate credential');
    await waitUntil(async () => {
      const [now] = (await world.asPerson('ben').credentials.list({ environment: 'production' })).items;
      return now?.state === 'active' && now.identifiers[0]?.value !== before?.identifiers[0]?.value;
    });
  });

  it('amplify-classic: a secret whose only answer is lost is not lost (S4, S5)', async () => {
    world = await createMockMarketplace({ system: 'amplify-classic' });
    const handler = createMarketplaceHandler({ marketplaceFor: () => world.asPerson('ada') });
    let loses = true;
    const ada = createMarketplaceClient({
      baseUrl: location.origin,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const answer = await handler(request);
        if (!request.url.endsWith('/reveal') || !loses) return answer;
        loses = false;
        throw new TypeError('the connection broke');
      },
    });
    await ada.accessRequests.create({
      name: 'Orders',
      resourceId: 'orders',
      subscriptionId: 'sub_storefront_gold',
      applicationId: 'app_shop_web',
      data: { purpose: 'try', callsPerDay: 1 },
    });
    await waitUntil(async () => (await ada.accessRequests.list()).items[0]?.state === 'active');
    const form = await fixture<CredentialForm>(
      html`<credential-form .marketplace=${ada} application-id="app_shop_web" resource-id="orders"></credential-form>`,
    );
    (await labelled(form, 'OAuth client ID & secret')).click();
    await shows(form, 'Its secret is shown once.');
    (await control(form, 'Create credential')).click();
    const name = 'Shop web OAuth client ID & secret';
    (await control(form, `View secret ${name}`)).click();
    (await control(form, 'View secret')).click();
    await shows(form, 'could not be reached');
    (await control(form, 'View secret')).click();
    await shows(form, 'It stays here until you have stored it');
    const [credential] = (await ada.credentials.list()).items;
    expect(credential?.secret.state).to.equal('viewed');
  });

  it('amplify: renewing with an overlap, and a credential that serves another API too (C6, C12)', async () => {
    const list = await aList('amplify', 'ben', { applicationId: 'app_dispatch' });
    const ben = world.asPerson('ben');
    const ask = (resourceId: string, subscriptionId: string, data: Record<string, unknown>) =>
      ben.accessRequests.create({
        name: resourceId,
        resourceId,
        subscriptionId,
        applicationId: 'app_dispatch',
        data,
        ...(resourceId === 'forecast' ? { termsRevision: '2026-03' } : {}),
      });
    await ask('orders', 'sub_logistics_bronze', { purpose: 'try', callsPerDay: 1 });
    await ask('forecast', 'sub_logistics_weather', { purpose: 'try', callsPerDay: 1 });
    await waitUntil(async () => (await ben.accessRequests.list()).items.every(({ state }) => state === 'active'));
    await ben.credentials.create({
      name: 'Dispatch key',
      typeId: 'api-key',
      applicationId: 'app_dispatch',
      resourceId: 'orders',
      data: {},
    });
    await shows(list, 'Active');
    await choose(list, 'Dispatch key', 'Renew credential');
    await labelled(list, '1 hour');
    await press(list, 'Renew credential');
    await shows(list, 'Old secret works until');

    const form = await openForm(list);
    (await labelled(form, 'Forecast API')).click();
    (await labelled(form, 'Use “Dispatch key” for this API too')).click();
    (await control(form, 'Use this credential')).click();
    await shows(list, [isolate('Orders API'), isolate('Forecast API')].join(', '));
  });
});
