import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import { ApiError } from '../../../src/contract/error.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import '../../../src/elements/marketplace-provider/define.js';
import { anActiveRequest, anOffer, aRequest } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { at, deferred, fakeMarketplace, start, type FakeMarketplace, type Methods } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { collect, control, shows, textOf, waitUntil } from '../page.js';

/** One choice only: ready to be sent. */
const ready = (more: Partial<AccessOptions> = {}): AccessOptions =>
  anOffer({ applications: anOffer().applications.slice(0, 1), ...more });

const aMarketplace = ({ accessRequests, ...more }: Methods = {}): FakeMarketplace =>
  fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(ready()) },
    credentials: { options: () => Promise.resolve(someOptions()) },
    ...more,
    accessRequests: {
      create: () => Promise.resolve(aRequest()),
      get: (id) => Promise.resolve(aRequest({ id })),
      ...accessRequests,
    },
  });

const aForm = (marketplace: FakeMarketplace): Promise<AccessRequestForm> =>
  fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
  );

const named = async (form: AccessRequestForm, name: string): Promise<void> =>
  waitUntil(async () => (await labelled(form, 'Name')).value === name, `it is named “${name}”`);

async function rename(form: AccessRequestForm, name: string): Promise<void> {
  const field = await labelled(form, 'Name');
  field.focus();
  field.select();
  await sendKeys({ type: name });
}

/** Waits until the form can be filled in: it is inert while something of it is on its way. */
const usable = (form: AccessRequestForm): Promise<void> =>
  waitUntil(() => form.shadowRoot?.querySelector('.fields:not([inert])'), 'it can be filled in');

const send = async (form: AccessRequestForm): Promise<void> => (await control(form, 'Request access')).click();

describe('<access-request-form> while things change around it', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  // It comes first: the part that it waits for is loaded once for the page.
  it('shows the form of the marketplace that its provider has by then, before its parts are loaded', async () => {
    const [first, second] = [aMarketplace(), aMarketplace()];
    const provider = await fixture<MarketplaceProvider>(
      html`<marketplace-provider .marketplace=${first}>
        <access-request-form resource-id="res-1"></access-request-form>
      </marketplace-provider>`,
    );
    const form = provider.querySelector('access-request-form') as AccessRequestForm;
    await form.updateComplete;
    provider.marketplace = second;
    await labelled(form, 'Invoices');
    expect(second.callsOf('resources.accessOptions').length).to.be.greaterThan(0);
  });

  it('keeps what is typed for another API when the request for the one before was taken', async () => {
    const answer = deferred<AccessRequest>();
    const marketplace = aMarketplace({ accessRequests: { create: () => answer.promise } });
    const form = await aForm(marketplace);
    const created = collect(form, 'access-request-created', 'access-request-approved');
    await labelled(form, 'Name');
    await send(form);
    await shows(form, 'Keep this page open');
    form.resourceId = 'res-2';
    await usable(form);
    await rename(form, 'For the other one');
    answer.resolve(anActiveRequest());
    await waitUntil(() => created.length === 1);
    await form.updateComplete;
    await named(form, 'For the other one');
    expect(created.map(({ type }) => type)).to.deep.equal(['access-request-created']);
    expect(form.dirty).to.equal(true);
  });

  it('shows no refusal of a request for the API before, and is busy with the one that is sent now', async () => {
    const answers = [deferred<AccessRequest>(), deferred<AccessRequest>()] as const;
    let sent = 0;
    const marketplace = aMarketplace({ accessRequests: { create: () => answers[sent++ === 0 ? 0 : 1].promise } });
    const form = await aForm(marketplace);
    const failed = collect(form, 'access-request-failed');
    await labelled(form, 'Name');
    await send(form);
    await waitUntil(() => sent === 1);
    form.resourceId = 'res-2';
    await usable(form);
    await send(form);
    await waitUntil(() => sent === 2);
    answers[0].reject(new ApiError('duplicate-access-request', 'x'));
    await waitUntil(() => failed.length === 1);
    await form.updateComplete;
    expect(form.shadowRoot?.getElementById('summary')).to.equal(null);
    expect(await form.requestClose()).to.equal(false);
    answers[1].resolve(aRequest());
    await shows(form, 'In review by the provider');
  });

  it('shows the request that the page names now, however late the answer about the one before', async () => {
    const answer = deferred<AccessRequest>();
    const marketplace = aMarketplace({
      accessRequests: {
        get: (id) => (id === 'req-1' ? answer.promise : Promise.resolve(aRequest({ id, name: 'The second' }))),
      },
    });
    const form = await aForm(marketplace);
    form.accessRequestId = 'req-1';
    await waitUntil(() => marketplace.callsOf('accessRequests.get').length === 1);
    form.accessRequestId = 'req-2';
    await shows(form, 'The second');
    answer.resolve(anActiveRequest({ name: 'The first' }));
    await answer.promise;
    await form.updateComplete;
    expect(textOf(form)).to.contain('The second').and.not.to.contain('The first');
  });

  describe('UX request 8: “View request” of a duplicate', () => {
    const duplicate = { id: 'req-9', state: 'pending' as const, createdAt: at(start) };
    const [invoices, payroll] = anOffer().applications;
    const offer = anOffer({
      applications: [{ ...invoices!, allowed: false, reason: 'duplicate', duplicate }, payroll!],
    });

    it('asks before what was entered is lost, and keeps it by Escape', async () => {
      const form = await aForm(aMarketplace({ resources: { accessOptions: () => Promise.resolve(offer) } }));
      await rename(form, 'Half of it');
      (await control(form, 'View request: Invoices')).click();
      await shows(form, 'Discard what you entered?');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !form.shadowRoot?.querySelector('dialog'));
      await named(form, 'Half of it');
      expect(form.accessRequestId).to.equal(undefined);
      (await control(form, 'View request: Invoices')).click();
      await shows(form, 'Discard what you entered?');
      (await control(form, 'Discard')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(form, 'In review by the provider');
      expect(form.accessRequestId).to.equal('req-9');
      expect(form.dirty).to.equal(false);
      expect(asksBeforeLeaving()).to.equal(false);
    });
  });

  describe('after signing in again', () => {
    it('goes on in the form that could not load, with what its provider asks it to read', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        resources: {
          accessOptions: () =>
            ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(ready()),
        },
      });
      const provider = await fixture<MarketplaceProvider>(
        html`<marketplace-provider .marketplace=${marketplace}>
          <access-request-form resource-id="res-1"></access-request-form>
        </marketplace-provider>`,
      );
      const form = provider.querySelector('access-request-form') as AccessRequestForm;
      await shows(form, 'Your session has ended');
      ended = false;
      provider.refresh();
      await labelled(form, 'Invoices');
      expect(textOf(form)).not.to.contain('Your session has ended');
    });

    it('takes back why it was not sent, and keeps what was typed', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        accessRequests: {
          create: () => (ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(aRequest())),
        },
      });
      const form = await aForm(marketplace);
      await rename(form, 'Mine');
      await send(form);
      await shows(form, 'Your session has ended');
      ended = false;
      form.refresh();
      await waitUntil(() => !textOf(form).includes('Your session has ended'));
      await named(form, 'Mine');
      await send(form);
      await shows(form, 'In review by the provider');
    });

    it('goes on with a request, and with the credential that is made for it', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        accessRequests: { get: () => Promise.resolve(anActiveRequest()) },
        credentials: {
          options: () =>
            ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(someOptions()),
        },
      });
      const form = await aForm(marketplace);
      form.accessRequestId = 'req-1';
      (await control(form, 'Create credential')).click();
      await shows(form, 'Your session has ended');
      ended = false;
      form.refresh();
      await labelled(form, 'API key');
      expect(textOf(form)).not.to.contain('Your session has ended');
    });
  });
});
