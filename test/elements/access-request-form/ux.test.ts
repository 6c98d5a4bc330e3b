import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { registerLocale } from '../../../src/locales/register.js';
import { anActiveRequest, anOffer, aRequest, questions, twoTeams } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { at, deferred, fakeMarketplace, start, type FakeMarketplace, type Methods } from '../fixtures.js';
import { asksBeforeLeaving, descriptionOf, fill, labelled } from '../form-page.js';
import { collect, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const one = anOffer().applications.slice(0, 1);
const ready = (more: Partial<AccessOptions> = {}): AccessOptions => anOffer({ applications: one, ...more });

async function aForm(
  offer: AccessOptions | (() => Promise<AccessOptions>),
  requests: Methods['accessRequests'] = {},
): Promise<{ form: AccessRequestForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    resources: { accessOptions: () => (typeof offer === 'function' ? offer() : Promise.resolve(offer)) },
    accessRequests: { create: () => Promise.resolve(aRequest()), get: () => Promise.resolve(aRequest()), ...requests },
    credentials: { options: () => Promise.resolve(someOptions()) },
  });
  const form = await fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
  );
  return { form, marketplace };
}

const send = async (form: AccessRequestForm): Promise<void> => (await control(form, 'Request access')).click();

const atSummary = (): Promise<void> => waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');

const creations = (marketplace: FakeMarketplace): number => marketplace.callsOf('accessRequests.create').length;

describe('UX <access-request-form>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('UX request 1: plan limits in words, one and many, and an interval of a newer marketplace', async () => {
    const [subscription] = anOffer().subscriptions;
    const quotas = [
      { limit: 1, interval: 'second' as const },
      { limit: 5_000, interval: 'month' as const },
      { limit: 7, interval: 'unknown' as const },
    ];
    const { form } = await aForm(ready({ subscriptions: [{ ...subscription!, quotas }] }));
    expect(await descriptionOf(form, 'Banking, yearly')).to.equal(
      '\u2068Gold\u2069 · 1 call per second · 5,000 calls per month · 7 calls',
    );
  });

  it('UX request 2: the name reads “API for application” and follows until touched', async () => {
    const { form } = await aForm(anOffer());
    const name = await labelled(form, 'Name');
    (await labelled(form, 'Payroll')).click();
    await waitUntil(() => name.value === 'Payments API for Payroll');
    name.focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '!' });
    (await labelled(form, 'Invoices')).click();
    await waitUntil(async () => (await labelled(form, 'Invoices')).checked);
    expect(name.value).to.equal('Payments API for Payroll!');
  });

  it('UX request 3: impossible options stay listed, disabled, each with its reason', async () => {
    const { form } = await aForm(twoTeams({ teamId: 'team-1' }));
    const warehouse = await labelled(form, 'Warehouse');
    expect(warehouse.disabled).to.equal(true);
    expect(await descriptionOf(form, 'Warehouse')).to.contain('belongs to a different team');
    const { form: chosen } = await aForm(ready());
    await shows(chosen, 'Chosen for you: it is the only one you can use here.');
  });

  it('UX request 3: applications that are all impossible are explained instead of an unusable form', async () => {
    const duplicate = { id: 'req-9', state: 'active' as const, createdAt: at(start) };
    const taken = anOffer().applications.map((one) => ({ ...one, allowed: false, reason: 'duplicate', duplicate }));
    let offer = anOffer({ applications: taken });
    const { form, marketplace } = await aForm(() => Promise.resolve(offer));
    await shows(form, 'You cannot request access yet');
    await shows(form, 'None of your applications can be used for this request.');
    expect(form.shadowRoot?.querySelector('[part="submit-button"]')).to.equal(null);
    expect(findAll(form, 'label').map(nameOf)).not.to.contain('Name');
    expect(await descriptionOf(form, 'Payroll')).to.contain('Already requested on Nov 20, 2026: Ready.');
    await expect(form).to.be.accessible();
    // As soon as there is one that can be used, there is something to fill in.
    offer = anOffer();
    await waitUntil(() => marketplace.streams > 0);
    marketplace.emit({ subject: 'application', subjectId: 'app-3' });
    await labelled(form, 'Name');
    offer = anOffer({ applications: taken });
    marketplace.emit({ subject: 'access-request', subjectId: 'req-9' });
    const opened = collect(form, 'access-request-open');
    await shows(form, 'You cannot request access yet');
    (await control(form, 'View request: Invoices')).click();
    expect(opened[0]?.detail).to.deep.equal({ requestId: 'req-9' });
  });

  it('UX request 6: a word for what is wrong is said in the language of the page', async () => {
    const error = new ApiError('validation-failed', 'x', {
      errors: [
        { pointer: '/subscriptionId', detail: 'This subscription cannot be used.', reason: 'plan-excludes-resource' },
        { pointer: '/data/purpose', detail: 'String is too short.', reason: 'too-short' },
        { pointer: '/data/volume', detail: 'No such moon.', reason: 'moon-phase' },
      ],
    });
    const { form } = await aForm(ready({ form: questions }), { create: () => Promise.reject(error) });
    fill(await labelled<HTMLTextAreaElement>(form, 'What do you want to build?'), 'Paying invoices.');
    const volume = await labelled<HTMLSelectElement>(form, 'Expected calls per day');
    volume.selectedIndex = 1;
    volume.dispatchEvent(new Event('change'));
    await send(form);
    await atSummary();
    const text = textOf(form);
    expect(text).to.contain('Subscription: The plan of this subscription does not include this API.');
    expect(text).to.contain('Enter at least 10 characters.').and.not.to.contain('String is too short.');
    expect(text).to.contain('No such moon.');
    registerLocale({ $code: 'nl', $name: 'Nederlands', $dir: 'ltr', formName: 'Naam', formChoose: 'Kies er een.' });
    form.lang = 'nl';
    await shows(form, 'Naam');
    form.lang = 'en';
    await shows(form, 'No such moon.');
  });

  it('UX request 6: a summary speaks another language once the page does', async () => {
    const { form } = await aForm(anOffer());
    await labelled(form, 'Invoices');
    await send(form);
    await atSummary();
    expect(textOf(form)).to.contain('Application: Choose one.');
    registerLocale({
      $code: 'nl',
      $name: 'Nederlands',
      $dir: 'ltr',
      formChoose: 'Kies er een.',
      requestApplication: 'Toepassing',
    });
    form.lang = 'nl';
    await shows(form, 'Toepassing: Kies er een.');
  });

  it('UX request 6: nothing is wrong with a field before it is left, and then at once', async () => {
    const { form } = await aForm(ready({ form: questions }));
    const purpose = await labelled<HTMLTextAreaElement>(form, 'What do you want to build?');
    purpose.focus();
    await sendKeys({ type: 'short' });
    expect(purpose.getAttribute('aria-invalid')).to.equal(null);
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => purpose.getAttribute('aria-invalid') === 'true');
    purpose.focus();
    await sendKeys({ type: ' and long enough' });
    await waitUntil(() => purpose.getAttribute('aria-invalid') === null);
  });

  it('UX request 8: it cannot be closed while it is on its way, and asks with edits', async () => {
    const answer = deferred<AccessRequest>();
    const { form } = await aForm(ready(), { create: () => answer.promise });
    await labelled(form, 'Name');
    expect(await form.requestClose()).to.equal(true);
    fill(await labelled(form, 'Name'), 'Mine');
    const asked = form.requestClose();
    (await control(form, 'Keep editing')).click();
    expect(await asked).to.equal(false);
    expect((await labelled(form, 'Name')).value).to.equal('Mine');
    await send(form);
    await shows(form, 'Keep this page open');
    expect(await form.requestClose()).to.equal(false);
    answer.resolve(aRequest());
    await shows(form, 'In review by the provider');
    expect(await form.requestClose()).to.equal(true);
  });

  it('UX request 8: a link away asks first, and leads on only where that is wanted', async () => {
    const { form } = await aForm(ready());
    const link = document.createElement('a');
    link.href = '/elsewhere';
    link.textContent = 'Away';
    form.after(link);
    fill(await labelled(form, 'Name'), 'Mine');
    await form.updateComplete;
    const heading = (): string => nameOf(form.shadowRoot?.querySelector('dialog h2') ?? null);
    link.click();
    await waitUntil(() => heading() === 'Discard what you entered?');
    await expect(form).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => heading() === '');
    expect((await labelled(form, 'Name')).value).to.equal('Mine');
    link.click();
    // The test page stays: what would have gone elsewhere is noted instead.
    const gone: string[] = [];
    const note = (event: NavigateEvent): void => {
      gone.push(new URL(event.destination.url).pathname);
      event.preventDefault();
    };
    (await control(form, 'Discard')).focus();
    navigation.addEventListener('navigate', note);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => gone.length > 0);
    navigation.removeEventListener('navigate', note);
    expect(gone).to.deep.equal(['/elsewhere']);
  });

  it('UX request 8: a draft survives being taken out and put back, in any state', async () => {
    const answer = deferred<AccessRequest>();
    const { form, marketplace } = await aForm(ready({ form: questions }), { create: () => answer.promise });
    const parent = form.parentElement as HTMLElement;
    const purpose = 'Paying invoices.';
    fill(await labelled<HTMLTextAreaElement>(form, 'What do you want to build?'), purpose);
    const volume = await labelled<HTMLSelectElement>(form, 'Expected calls per day');
    volume.selectedIndex = 1;
    volume.dispatchEvent(new Event('change'));
    form.remove();
    expect(asksBeforeLeaving()).to.equal(false);
    parent.append(form);
    expect((await labelled<HTMLTextAreaElement>(form, 'What do you want to build?')).value).to.equal(purpose);
    await send(form);
    await waitUntil(() => creations(marketplace) === 1);
    form.remove();
    answer.resolve(aRequest());
    await answer.promise;
    parent.append(form);
    await shows(form, 'In review by the provider');
    expect(creations(marketplace)).to.equal(1);
  });

  it('UX request 9: access that is there at once leads to the form for a credential, in the same place', async () => {
    const { form } = await aForm(ready({ approval: 'automatic' }), {
      create: () => Promise.resolve(anActiveRequest()),
      get: () => Promise.resolve(anActiveRequest()),
    });
    const events = collect(form, 'access-request-created', 'access-request-approved');
    await labelled(form, 'Invoices');
    await send(form);
    await shows(form, 'Create a credential');
    expect(events.map(({ type }) => type)).to.deep.equal(['access-request-created', 'access-request-approved']);
    expect(form.shadowRoot?.querySelector('credential-form')).not.to.equal(null);
  });

  it('UX request 10: says which options could not be loaded and why, and tries again', async () => {
    let fails = true;
    const { form } = await aForm(() =>
      fails ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(ready()),
    );
    await shows(form, 'Your subscriptions and applications could not be loaded.');
    expect(textOf(form)).to.contain('The marketplace could not be reached.');
    await expect(form).to.be.accessible();
    fails = false;
    (await control(form, 'Try again')).click();
    await labelled(form, 'Invoices');
  });

  it('shows the last answer, however the answers overtake each other', async () => {
    const slow = deferred<AccessOptions>();
    let asked = 0;
    const { form, marketplace } = await aForm(() => {
      asked += 1;
      return asked === 1 ? slow.promise : Promise.resolve(ready({ approval: 'automatic' }));
    });
    await waitUntil(() => asked === 1);
    form.applicationId = 'app-2';
    form.resourceId = 'res-2';
    await shows(form, 'Approved automatically');
    slow.resolve(ready({ approval: 'manual' }));
    await slow.promise;
    await form.updateComplete;
    expect(textOf(form)).to.contain('Approved automatically');
    expect(marketplace.callsOf('resources.accessOptions')[0]?.[1]).to.equal('res-1');
  });

  it('keeps what was entered when the session ends, and goes on with another Marketplace', async () => {
    const { form } = await aForm(ready(), { create: () => Promise.reject(new ApiError('unauthenticated', 'x')) });
    fill(await labelled(form, 'Name'), 'Mine');
    await send(form);
    await atSummary();
    expect(textOf(form)).to.contain('Your session has ended');
    const next = fakeMarketplace({
      resources: { accessOptions: () => Promise.resolve(ready()) },
      accessRequests: { create: () => Promise.resolve(aRequest()), get: () => Promise.resolve(aRequest()) },
    });
    form.marketplace = next;
    await waitUntil(() => next.callsOf('resources.accessOptions').length > 0);
    expect((await labelled(form, 'Name')).value).to.equal('Mine');
    await send(form);
    await waitUntil(() => creations(next) === 1);
  });
});
