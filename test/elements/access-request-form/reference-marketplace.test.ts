import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/mock-marketplace.js';
import { calm, descriptionOf, fill, labelled } from '../form-page.js';
import { control, shows, textOf, waitUntil } from '../page.js';

// The same elements on the real rules: what the fakes of the other tests say must be what a marketplace says.
describe('<access-request-form> on the reference marketplace', () => {
  let world: MockMarketplace;

  before(() => setViewport({ width: 1280, height: 800 }));

  beforeEach(async () => {
    world = await createMockMarketplace();
  });

  const formFor = (person: string, resourceId: string): Promise<AccessRequestForm> =>
    fixture(
      html`<access-request-form
        .marketplace=${world.asPerson(person)}
        resource-id=${resourceId}
      ></access-request-form>`,
    );

  async function answer(form: AccessRequestForm): Promise<void> {
    const purpose = await labelled<HTMLSelectElement>(form, 'What do you want to do?');
    purpose.selectedIndex = 2;
    purpose.dispatchEvent(new Event('change'));
    fill(await labelled(form, 'Expected calls per day'), '500');
  }

  it('goes from the request through the decision to a credential (A7, A8)', async () => {
    const form = await formFor('ada', 'invoices');
    (await labelled(form, 'Shop web')).click();
    await answer(form);
    (await control(form, 'Request access')).click();
    await shows(form, 'In review by the provider');

    const desk = await fixture<AccessRequestList>(
      html`<access-request-list .marketplace=${world.asPerson('priya')} pending-only></access-request-list>`,
    );
    (await control(desk, 'Reject: Invoices API for Shop web')).click();
    fill(await labelled<HTMLTextAreaElement>(desk, 'Reason (optional)'), 'Which shop?');
    (await control(desk, 'Reject request')).click();
    await shows(form, 'Which shop?');
    await shows(desk, 'Nothing waits for a decision');

    (await control(form, 'Edit and send again')).click();
    fill(await labelled(form, 'Expected calls per day'), '5000');
    (await control(form, 'Send again')).click();
    (await control(desk, 'Approve: Invoices API for Shop web')).click();
    (await control(desk, 'Approve request')).click();
    await shows(form, 'Create a credential');
    await calm();
    await expect(form).to.be.accessible();

    (await labelled(form, 'API key')).click();
    (await control(form, 'Create credential')).click();
    await shows(form, 'View its secret now');
  });

  it('goes straight on where nobody has to approve (A7)', async () => {
    const form = await formFor('ada', 'orders');
    (await labelled(form, 'Shop web')).click();
    await answer(form);
    (await control(form, 'Request access')).click();
    await shows(form, 'Create a credential');
  });

  it('keeps to one team, and says why something cannot be chosen (A4, A5)', async () => {
    const form = await formFor('cleo', 'orders');
    (await labelled(form, 'Dispatch')).click();
    await waitUntil(async () => (await labelled(form, 'Logistics Bronze')).checked);
    expect((await labelled(form, 'Logistics')).checked).to.equal(true);
    expect(await descriptionOf(form, 'Storefront Gold')).to.contain('belongs to a different team');
    expect(await descriptionOf(form, 'Storefront Trial')).to.contain('not approved yet');
    expect(await descriptionOf(form, 'Logistics 2025')).to.contain('not active any more');
    (await labelled(form, 'Storefront')).click();
    await waitUntil(async () => (await labelled(form, 'Storefront Gold')).checked);
    expect((await labelled(form, 'Dispatch')).disabled).to.equal(true);
  });

  it('explains when no subscription includes the API (A5)', async () => {
    const form = await formFor('ben', 'invoices');
    await shows(form, 'None of your subscriptions can be used');
    expect(await descriptionOf(form, 'Logistics Bronze')).to.contain('does not include this API');
  });

  it('leads from a duplicate to the request that is there (A6)', async () => {
    const first = await formFor('ada', 'invoices');
    (await labelled(first, 'Shop web')).click();
    await answer(first);
    (await control(first, 'Request access')).click();
    await shows(first, 'In review by the provider');
    const second = await formFor('ada', 'invoices');
    await waitUntil(async () => (await labelled(second, 'Shop mobile')).checked);
    expect(await descriptionOf(second, 'Shop web')).to.contain('Already requested on');
    (await control(second, 'View request: Shop web')).click();
    await shows(second, 'In review by the provider');
    expect(textOf(second)).to.contain('Invoices API for Shop web');
  });

  it('has the terms of a plan agreed to, and keeps which revision it was (A2)', async () => {
    const form = await formFor('ben', 'forecast');
    await shows(form, 'Forecasts may be shown to your own staff and customers.');
    await answer(form);
    (await control(form, 'Request access')).click();
    await shows(form, 'Read the terms and agree to them to go on.');
    (await labelled(form, 'I agree to: Weather data terms')).click();
    (await control(form, 'Request access')).click();
    await shows(form, 'Create a credential');
    const { items } = await world.asPerson('ben').accessRequests.list();
    expect(items[0]?.terms).to.deep.equal({ revision: '2026-03' });
  });

  it('says in the words of the page what the marketplace refuses of an answer', async () => {
    const form = await formFor('ada', 'orders');
    (await labelled(form, 'Shop web')).click();
    await answer(form);
    const real = form.marketplace!;
    form.marketplace = {
      ...real,
      accessRequests: {
        ...real.accessRequests,
        // As if the rules were stricter there than on the page.
        create: (input, options) =>
          real.accessRequests.create({ ...input, data: { ...input.data, callsPerDay: 0 } }, options),
      },
    };
    await form.updateComplete;
    (await control(form, 'Request access')).click();
    await shows(form, 'Expected calls per day: Enter 1 or more.');
  });
});
