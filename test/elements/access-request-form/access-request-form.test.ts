import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessChoice } from '../../../src/contract/access-request-params.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { CreateAccessRequest } from '../../../src/contract/access-request-params.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { anOffer, aRequest, questions, twoTeams } from '../access-fixtures.js';
import { at, day, deferred, fakeMarketplace, start, type FakeMarketplace, type Methods } from '../fixtures.js';
import { asksBeforeLeaving, descriptionOf, fill, labelled } from '../form-page.js';
import { collect, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';
import { onSmallScreen } from './small-screen.js';

/** A form for an API; `offer` answers what can be chosen. */
async function aForm(
  offer: AccessOptions | ((choice: AccessChoice) => AccessOptions),
  requests: Methods['accessRequests'] = {},
): Promise<{ form: AccessRequestForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    resources: {
      accessOptions: (_, choice = {}) => Promise.resolve(typeof offer === 'function' ? offer(choice) : offer),
    },
    accessRequests: { create: () => Promise.resolve(aRequest()), get: () => Promise.resolve(aRequest()), ...requests },
  });
  const form = await fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1">
      <a slot="no-application" href="#app">Create an application</a>
    </access-request-form>`,
  );
  return { form, marketplace };
}

const part = (form: AccessRequestForm, name: string): HTMLElement =>
  form.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) as HTMLElement;

const choices = async (form: AccessRequestForm, ...labels: string[]): Promise<void> => {
  for (const label of labels) (await labelled(form, label)).click();
};

/** One choice only, and no further questions: ready to be sent. */
const ready = (): AccessOptions => anOffer({ applications: anOffer().applications.slice(0, 1) });

const send = async (form: AccessRequestForm): Promise<void> => (await control(form, 'Request access')).click();

const summary = async (form: AccessRequestForm): Promise<HTMLElement> => {
  await waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');
  return part(form, 'error-summary');
};

const sent = (marketplace: FakeMarketplace): [CreateAccessRequest, CallOptions][] =>
  marketplace
    .callsOf('accessRequests.create')
    .map(([, input, options]) => [input as CreateAccessRequest, options as CallOptions]);

describe('<access-request-form>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('accessibility', () => {
    it('is fine while it is filled in, with problems, and when nothing can be chosen', async () => {
      const { form } = await aForm(anOffer({ form: questions }));
      await labelled(form, 'What do you want to build?');
      await expect(form).to.be.accessible();
      await send(form);
      await summary(form);
      await expect(form).to.be.accessible();
      const { form: blocked } = await aForm(anOffer({ subscriptions: [], blocked: 'no-subscription' }));
      await shows(blocked, 'You need a subscription');
      await expect(blocked).to.be.accessible();
    });

    it('is fine at 320 px, in the dark and from right to left', async () => {
      await onSmallScreen(async () => {
        const { form } = await aForm((choice) => twoTeams({ teamId: 'team-1', ...choice }));
        await shows(form, 'It belongs to a different team');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        await expect(form).to.be.accessible();
      });
    });
  });

  describe('choices', () => {
    it('makes the only choice and states it (A4)', async () => {
      const { form } = await aForm(anOffer());
      expect((await labelled(form, 'Banking, yearly')).checked).to.equal(true);
      await shows(form, 'Chosen for you');
      expect((await labelled(form, 'Invoices')).checked).to.equal(false);
    });

    it('says the plan and its limits in words', async () => {
      const { form } = await aForm(anOffer());
      expect(await descriptionOf(form, 'Banking, yearly')).to.equal('\u2068Gold\u2069 · 10,000 calls per day');
    });

    it('asks for the team only of members of several (A4)', async () => {
      const { form } = await aForm(anOffer());
      await labelled(form, 'Invoices');
      expect(textOf(form)).not.to.contain('Team');
      const { form: both } = await aForm(twoTeams);
      await labelled(both, 'Logistics');
    });

    it('keeps what is impossible listed, disabled, with the reason (A4)', async () => {
      const { form } = await aForm(twoTeams);
      await choices(form, 'Warehouse');
      await waitUntil(async () => (await labelled(form, 'Banking, yearly')).disabled);
      expect(await descriptionOf(form, 'Banking, yearly')).to.contain(
        'It belongs to a different team than what you chose.',
      );
      expect((await labelled(form, 'Banking, monthly')).checked).to.equal(true);
      expect((await labelled(form, 'Logistics')).checked).to.equal(true);
    });

    it('lets the team be changed, and drops what belonged to the other one', async () => {
      const { form, marketplace } = await aForm(twoTeams);
      await choices(form, 'Warehouse');
      await waitUntil(async () => (await labelled(form, 'Logistics')).checked);
      await choices(form, 'Finance');
      await waitUntil(async () => (await labelled(form, 'Banking, yearly')).checked);
      expect((await labelled(form, 'Warehouse')).checked).to.equal(false);
      expect(marketplace.callsOf('resources.accessOptions').at(-1)?.[2]).to.include({
        teamId: 'team-1',
        subscriptionId: 'sub-1',
      });
    });

    it('starts from the application and subscription it was given', async () => {
      const { form } = await aForm(anOffer());
      form.resourceId = 'res-2';
      form.applicationId = 'app-2';
      await waitUntil(async () => (await labelled(form, 'Payroll')).checked);
    });

    it('explains a duplicate beforehand and leads to it (A6)', async () => {
      const [invoices, payroll] = anOffer().applications;
      const duplicate = { id: 'req-9', state: 'pending' as const, createdAt: at(start - 17 * day) };
      const { form, marketplace } = await aForm(
        anOffer({ applications: [{ ...invoices!, allowed: false, reason: 'duplicate', duplicate }, payroll!] }),
      );
      expect(await descriptionOf(form, 'Invoices')).to.contain('Already requested on Nov 3, 2026: In review.');
      const opened = collect(form, 'access-request-open');
      (await control(form, 'View request: Invoices')).click();
      expect(opened[0]?.detail).to.deep.equal({ requestId: 'req-9' });
      await shows(form, 'In review by the provider');
      expect(marketplace.callsOf('accessRequests.get')[0]?.[1]).to.equal('req-9');
    });

    for (const [blocked, text] of [
      ['no-subscription', 'You need a subscription to this product first.'],
      ['no-usable-subscription', 'None of your subscriptions can be used'],
      ['no-application', 'You need an application'],
      ['not-required', 'This API needs no access request'],
      ['something-new', 'Not possible right now.'],
    ] as const) {
      it(`explains ${blocked} instead of an unusable form (A1, A5)`, async () => {
        const { form } = await aForm(anOffer({ blocked, applications: [] }));
        await shows(form, text);
        expect(part(form, 'submit-button')).to.equal(null);
      });
    }

    it('offers what the page put in for somebody without an application', async () => {
      const { form } = await aForm(anOffer({ applications: [], blocked: 'no-application' }));
      await shows(form, 'You have no application');
      expect(form.querySelector('a')?.checkVisibility()).to.equal(true);
      const { form: fine } = await aForm(anOffer());
      await labelled(fine, 'Invoices');
      expect(fine.querySelector('a')?.checkVisibility()).to.equal(false);
    });
  });

  describe('name', () => {
    it('follows the choices until it is edited (A3)', async () => {
      const { form } = await aForm(anOffer());
      const name = await labelled(form, 'Name');
      expect(name.value).to.equal('Payments API');
      await choices(form, 'Invoices');
      await waitUntil(() => name.value === 'Payments API for Invoices');
      fill(name, 'Mine');
      await choices(form, 'Payroll');
      await waitUntil(async () => (await labelled(form, 'Payroll')).checked);
      await form.updateComplete;
      expect(name.value).to.equal('Mine');
    });
  });

  describe('sending', () => {
    it('says beforehand how it is decided (A7)', async () => {
      await shows((await aForm(anOffer())).form, 'The provider reviews it');
      await shows((await aForm(anOffer({ approval: 'automatic' }))).form, 'Approved automatically');
    });

    it('sends what was chosen and answered, with a key, and tells', async () => {
      const { form, marketplace } = await aForm(anOffer({ form: questions }));
      const events = collect(form, 'access-request-create', 'access-request-created');
      await choices(form, 'Invoices');
      fill(await labelled<HTMLTextAreaElement>(form, 'What do you want to build?'), 'Paying invoices.');
      const volume = await labelled<HTMLSelectElement>(form, 'Expected calls per day');
      volume.selectedIndex = 2;
      volume.dispatchEvent(new Event('change'));
      await waitUntil(async () => (await labelled(form, 'Name')).value.endsWith('Invoices'));
      await send(form);
      await shows(form, 'In review by the provider');
      const [[input, options]] = sent(marketplace) as [[CreateAccessRequest, CallOptions]];
      expect(input).to.deep.equal({
        name: 'Payments API for Invoices',
        resourceId: 'res-1',
        subscriptionId: 'sub-1',
        applicationId: 'app-1',
        data: { purpose: 'Paying invoices.', volume: 'high' },
      });
      expect(options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
      expect(events.map(({ type }) => type)).to.deep.equal(['access-request-create', 'access-request-created']);
      expect(nameOf(focused())).to.equal('Payments API for Invoices');
    });

    it('sends nothing when the page takes over', async () => {
      const { form, marketplace } = await aForm(ready());
      form.addEventListener('access-request-create', (event) => event.preventDefault());
      await labelled(form, 'Invoices');
      await send(form);
      await form.updateComplete;
      expect(sent(marketplace)).to.have.length(0);
    });

    it('sends once, however often the button is pressed, and is inert meanwhile', async () => {
      const answer = deferred<AccessRequest>();
      const { form, marketplace } = await aForm(ready(), { create: () => answer.promise });
      const button = await control(form, 'Request access');
      button.focus();
      button.click();
      button.click();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => button.getAttribute('aria-busy') === 'true');
      await waitUntil(() => sent(marketplace).length > 0);
      expect((await labelled(form, 'Name')).closest('[inert]')).not.to.equal(null);
      answer.resolve(aRequest());
      await shows(form, 'In review by the provider');
      expect(sent(marketplace)).to.have.length(1);
    });

    it('asks before the page is left with something entered or on its way', async () => {
      const answer = deferred<AccessRequest>();
      const { form } = await aForm(ready(), { create: () => answer.promise });
      const name = await labelled(form, 'Name');
      expect(asksBeforeLeaving()).to.equal(false);
      fill(name, 'Mine');
      await form.updateComplete;
      expect(asksBeforeLeaving()).to.equal(true);
      await send(form);
      expect(asksBeforeLeaving()).to.equal(true);
      answer.resolve(aRequest());
      await shows(form, 'In review by the provider');
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('keeps everything when it is moved to another place of the page', async () => {
      const { form } = await aForm(anOffer({ form: questions }));
      await choices(form, 'Payroll');
      fill(await labelled(form, 'Name'), 'Mine');
      fill(await labelled<HTMLTextAreaElement>(form, 'What do you want to build?'), 'Something.');
      form.parentElement?.parentElement?.append(form);
      await waitUntil(async () => (await labelled(form, 'Payroll')).checked);
      expect((await labelled(form, 'Name')).value).to.equal('Mine');
      expect((await labelled<HTMLTextAreaElement>(form, 'What do you want to build?')).value).to.equal('Something.');
      form.remove();
    });
  });

  describe('errors', () => {
    it('sums up what is missing, takes the focus there and leads to each field', async () => {
      const { form, marketplace } = await aForm(anOffer({ form: questions }));
      await labelled(form, 'What do you want to build?');
      await send(form);
      const box = await summary(form);
      expect(textOf(box)).to.contain('There are 3 problems').and.to.contain('Application: Choose one.');
      expect(sent(marketplace)).to.have.length(0);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(async () => focused() === (await labelled(form, 'What do you want to build?')));
      expect(location.hash).to.equal('');
    });

    it('puts what the marketplace refused at its field, and keeps what was typed (A2)', async () => {
      const error = new ApiError('validation-failed', 'x', {
        errors: [
          { pointer: '/name', detail: 'This name is taken.' },
          { pointer: '/data/purpose', detail: 'Say more.' },
          { pointer: '/applicationId', detail: 'Not that one.' },
          { pointer: '/elsewhere', detail: 'And this.' },
        ],
      });
      const { form } = await aForm(anOffer({ form: { schema: { properties: { purpose: { title: 'Purpose' } } } } }), {
        create: () => Promise.reject(error),
      });
      const failures = collect(form, 'access-request-failed');
      await choices(form, 'Invoices');
      fill(await labelled(form, 'Purpose (optional)'), 'Money');
      await send(form);
      expect(textOf(await summary(form)))
        .to.contain('There are 4 problems')
        .and.to.contain('And this.');
      expect(await descriptionOf(form, 'Name')).to.contain('This name is taken.');
      expect(await descriptionOf(form, 'Purpose (optional)')).to.contain('Say more.');
      await shows(form, 'Not that one.');
      expect((await labelled(form, 'Purpose (optional)')).value).to.equal('Money');
      expect(failures[0]?.detail).to.deep.include({ action: 'create', error });
    });

    it('explains a duplicate that came in between, and asks again what is possible (A6)', async () => {
      const { form, marketplace } = await aForm(ready(), {
        create: () => Promise.reject(new ApiError('duplicate-access-request', 'x')),
      });
      await labelled(form, 'Invoices');
      const before = marketplace.callsOf('resources.accessOptions').length;
      await send(form);
      expect(textOf(await summary(form))).to.contain('already has a live access request');
      await waitUntil(() => marketplace.callsOf('resources.accessOptions').length > before);
    });

    it('tries again under the same key, and under another one once something changed', async () => {
      const { form, marketplace } = await aForm(ready(), {
        create: () => Promise.reject(new MarketplaceError('network', 'x')),
      });
      await labelled(form, 'Invoices');
      for (let tries = 0; tries < 2; tries++) {
        await send(form);
        expect(textOf(await summary(form)))
          .to.contain('could not be reached')
          .and.to.contain('does nothing twice');
        (await labelled(form, 'Name')).focus();
      }
      fill(await labelled(form, 'Name'), 'Another');
      await send(form);
      await waitUntil(() => sent(marketplace).length === 3);
      const [one, two, three] = sent(marketplace).map(([, { idempotencyKey }]) => idempotencyKey);
      expect(one).to.equal(two);
      expect(three).not.to.equal(two);
    });

    it('says that the session has ended, with everything still there', async () => {
      const { form } = await aForm(ready(), { create: () => Promise.reject(new ApiError('token-expired', 'x')) });
      fill(await labelled(form, 'Name'), 'Mine');
      await send(form);
      expect(textOf(await summary(form))).to.contain('Your session has ended');
      expect((await labelled(form, 'Name')).value).to.equal('Mine');
    });

    it('shows that it cannot load, and tries again', async () => {
      let fails = true;
      const marketplace = fakeMarketplace({
        resources: {
          accessOptions: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(anOffer())),
        },
      });
      const form = await fixture<AccessRequestForm>(
        html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
      );
      await shows(form, 'not available right now');
      await expect(form).to.be.accessible();
      fails = false;
      (await control(form, 'Try again')).click();
      await labelled(form, 'Invoices');
    });

    it('keeps what it knows when the choices cannot be loaded again, and says so', async () => {
      let fails = false;
      const { form, marketplace } = await aForm(() => {
        if (fails) throw new MarketplaceError('network', 'x');
        return anOffer();
      });
      fill(await labelled(form, 'Name'), 'Mine');
      fails = true;
      await waitUntil(() => marketplace.streams > 0);
      marketplace.emit({ subject: 'application' });
      await shows(form, 'could not be loaded again');
      expect((await labelled(form, 'Name')).value).to.equal('Mine');
      fails = false;
      (await control(form, 'Try again')).click();
      await waitUntil(() => !textOf(form).includes('could not be loaded again'));
    });
  });

  describe('unknown', () => {
    it('shows a form with what it does not know, and tells (X3)', async () => {
      const heard: Event[] = [];
      const listen = (event: Event): void => void heard.push(event);
      document.addEventListener('form-unsupported', listen);
      const { form } = await aForm(
        anOffer({ form: { schema: { properties: { odd: { type: 'money', title: 'Odd' } } } } }),
      );
      expect((await labelled(form, 'Odd (optional)')).type).to.equal('text');
      document.removeEventListener('form-unsupported', listen);
      expect((heard[0] as CustomEvent).detail).to.deep.equal({
        found: [{ pointer: '/odd', keyword: 'type', value: 'money' }],
      });
    });
  });
});
