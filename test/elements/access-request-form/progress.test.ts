import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { stepsOf } from '../../../src/elements/shared/access/access-timeline.js';
import {
  aProvisioningRequest,
  aRejectedRequest,
  aRequest,
  aStep,
  anActiveRequest,
  anOffer,
  questions,
} from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import {
  aCredential,
  at,
  deferred,
  fakeMarketplace,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
import { announced, collect, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

/** A marketplace with one request, which a test changes with `become`. */
function aMarketplace(
  request: AccessRequest,
  more: Methods['accessRequests'] = {},
): FakeMarketplace & { become(request: AccessRequest): void } {
  let current = request;
  const marketplace = fakeMarketplace({
    resources: {
      accessOptions: () => Promise.resolve(anOffer({ applications: anOffer().applications.slice(0, 1) })),
    },
    accessRequests: {
      get: () => Promise.resolve(current),
      list: () => Promise.resolve(page([current])),
      create: () => Promise.resolve(current),
      ...more,
    },
    credentials: {
      options: () => Promise.resolve(someOptions()),
      get: () => Promise.resolve(aCredential()),
      create: () => Promise.resolve(aCredential()),
    },
  });
  return Object.assign(marketplace, {
    become(next: AccessRequest) {
      current = next;
      marketplace.emit({ subject: 'access-request', subjectId: next.id });
    },
  });
}

async function follow(marketplace: FakeMarketplace, editing = false): Promise<AccessRequestForm> {
  const form = await fixture<AccessRequestForm>(
    html`<access-request-form
      .marketplace=${marketplace}
      access-request-id="req-1"
      ?editing=${editing}
    ></access-request-form>`,
  );
  await waitUntil(() => marketplace.streams > 0);
  return form;
}

const steps = (form: AccessRequestForm): string[] =>
  [...(form.shadowRoot?.querySelectorAll('[part~="step"]') ?? [])].map(textOf);

describe('<access-request-form> after sending', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('timeline (A8)', () => {
    const words = (request: AccessRequest): string[] => stepsOf(request).map(({ word, phase }) => `${word} ${phase}`);

    it('knows what was, what is going on and what is to come', () => {
      expect(words(aRequest())).to.deep.equal([
        'submitted done',
        'in-review current',
        'approved upcoming',
        'ready upcoming',
      ]);
      expect(words(aProvisioningRequest())).to.deep.equal([
        'submitted done',
        'approved done',
        'provisioning current',
        'ready upcoming',
      ]);
      expect(words(anActiveRequest())).to.deep.equal(['submitted done', 'approved done', 'ready done']);
      expect(words(aRejectedRequest())).to.deep.equal(['submitted done', 'rejected refused']);
    });

    it('says when nobody had to approve', () => {
      const timeline = [aStep('submitted', start), aStep('approved', start, {})];
      expect(words(aRequest({ approval: 'automatic', state: 'provisioning', timeline }))[1]).to.equal(
        'approved-automatically done',
      );
    });

    it('shows each step with its time, its person and the reason', async () => {
      const form = await follow(aMarketplace(aRejectedRequest()));
      await shows(form, 'Rejected');
      expect(steps(form)[0]).to.match(/^Submitted by Ada Byron Nov 18, 2026, /);
      expect(steps(form)[1]).to.contain('by Grace Hopper').and.to.contain('Please say which invoices you pay with it.');
      await expect(form).to.be.accessible();
    });

    it('shows a step that only a newer server knows (X3)', async () => {
      const form = await follow(aMarketplace(aRequest({ state: 'unknown', timeline: [aStep('unknown', start)] })));
      await shows(form, 'Unknown state');
      expect(steps(form)).to.have.length(1);
    });
  });

  describe('live', () => {
    it('follows the request without reloading, says so, and goes on to the credential (A7)', async () => {
      const marketplace = aMarketplace(aRequest());
      const form = await follow(marketplace);
      const events = collect(form, 'access-request-approved');
      await shows(form, 'In review by the provider');
      marketplace.become(aProvisioningRequest());
      await shows(form, 'Being set up on the gateway');
      expect(announced(form)).to.equal('Payments API for Invoices: Being set up.');
      expect(events).to.have.length(0);
      await expect(form).to.be.accessible();
      marketplace.become(anActiveRequest());
      await shows(form, 'Create a credential');
      expect(announced(form)).to.equal('Payments API for Invoices: Ready.');
      expect(events.map(({ detail }) => (detail as { request: AccessRequest }).request.state)).to.deep.equal([
        'active',
      ]);
      await labelled(form, 'API key');
      await expect(form).to.be.accessible();
    });

    it('leaves the credential to the page when it objects', async () => {
      const marketplace = aMarketplace(aProvisioningRequest());
      const form = await follow(marketplace);
      form.addEventListener('access-request-approved', (event) => event.preventDefault());
      await shows(form, 'Being set up on the gateway');
      marketplace.become(anActiveRequest());
      await shows(form, 'Ready to use');
      await form.updateComplete;
      expect(form.shadowRoot?.querySelector('credential-form')).to.equal(null);
      (await control(form, 'Create credential')).click();
      await shows(form, 'Create a credential');
    });

    it('goes on at once when it is approved and ready at once (A7)', async () => {
      const marketplace = aMarketplace(anActiveRequest({ approval: 'automatic' }));
      const form = await fixture<AccessRequestForm>(
        html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
      );
      await labelled(form, 'Invoices');
      (await control(form, 'Request access')).click();
      await shows(form, 'Create a credential');
    });

    it('keeps what is shown when it cannot be read again, and says so', async () => {
      let fails = false;
      const marketplace = aMarketplace(aRequest(), {
        get: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(aRequest())),
      });
      const form = await follow(marketplace);
      await shows(form, 'In review by the provider');
      fails = true;
      marketplace.emit({ subject: 'clock' });
      await shows(form, 'not available right now');
      await shows(form, 'In review by the provider');
      fails = false;
      (await control(form, 'Try again')).click();
      await waitUntil(() => !textOf(form).includes('not available right now'));
    });
  });

  describe('withdraw', () => {
    it('withdraws after a confirmation', async () => {
      const withdrawn = aRequest({ state: 'withdrawn', timeline: [aStep('withdrawn', start)], actions: [] });
      const marketplace = aMarketplace(aRequest(), { withdraw: () => Promise.resolve(withdrawn) });
      const form = await follow(marketplace);
      const events = collect(form, 'access-request-withdraw', 'access-request-withdrawn');
      (await control(form, 'Withdraw request')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(form, 'Withdraw “Payments API for Invoices”?');
      expect(marketplace.callsOf('accessRequests.withdraw')).to.have.length(0);
      await expect(form).to.be.accessible();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await shows(form, 'You took this request back.');
      expect(events.map(({ type }) => type)).to.deep.equal(['access-request-withdraw', 'access-request-withdrawn']);
    });

    it('D10: stays open and busy until the outcome is known, and shows an error inside', async () => {
      const answer = deferred<AccessRequest>();
      const marketplace = aMarketplace(aRequest(), { withdraw: () => answer.promise });
      const form = await follow(marketplace);
      const failures = collect(form, 'access-request-failed');
      (await control(form, 'Withdraw request')).click();
      await shows(form, 'Withdraw “Payments API for Invoices”?');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Escape' });
      const dialog = form.shadowRoot?.querySelector('dialog');
      expect(dialog?.open).to.equal(true);
      answer.reject(new ApiError('state-conflict', 'x', { reason: 'not-pending' }));
      await waitUntil(() => textOf(dialog as Element).includes('changed in the meantime'));
      expect(failures[0]?.detail).to.deep.include({ action: 'withdraw' });
      marketplace.become(aProvisioningRequest());
      (await control(form, 'Close')).click();
      await shows(form, 'Being set up on the gateway');
    });
  });

  describe('edit and send again (A8)', () => {
    it('changes a rejected request with the reason in sight, and sends it again', async () => {
      let current = aRejectedRequest({ data: {} });
      const marketplace = aMarketplace(current, {
        get: () => Promise.resolve(current),
        update: () => Promise.resolve((current = aRequest({ version: '3', updatedAt: at(start) }))),
      });
      const form = await follow(marketplace);
      const events = collect(form, 'access-request-edit', 'access-request-update', 'access-request-updated');
      (await control(form, 'Edit and send again')).click();
      await shows(form, 'Why it was rejected: Please say which invoices you pay with it.');
      await expect(form).to.be.accessible();
      await waitUntil(() => nameOf(focused()).startsWith('Edit your request'));
      const name = await labelled(form, 'Name');
      expect(name.value).to.equal('Payments API for Invoices');
      fill(name, 'Better name');
      (await control(form, 'Send again')).click();
      await shows(form, 'In review by the provider');
      const [, id, input, options] = marketplace.callsOf('accessRequests.update')[0] as [
        string,
        string,
        object,
        CallOptions,
      ];
      expect([id, input]).to.deep.equal(['req-1', { name: 'Better name', data: {} }]);
      expect(options.ifMatch).to.equal('2');
      expect(events.map(({ type }) => type)).to.deep.equal([
        'access-request-edit',
        'access-request-update',
        'access-request-updated',
      ]);
    });

    it('fills in the answers that were given, and goes back without changes', async () => {
      const marketplace = fakeMarketplace({
        resources: { accessOptions: () => Promise.resolve(anOffer({ form: questions })) },
        accessRequests: { get: () => Promise.resolve(aRejectedRequest()) },
      });
      const form = await follow(marketplace, true);
      const purpose = await labelled<HTMLTextAreaElement>(form, 'What do you want to build?');
      expect(purpose.value).to.equal('Paying invoices on time.');
      expect((await labelled<HTMLSelectElement>(form, 'Expected calls per day')).selectedOptions[0]?.text).to.equal(
        'Up to 1,000',
      );
      fill(purpose, 'Something else.');
      (await control(form, 'Cancel')).click();
      await control(form, 'Edit and send again');
      expect(form.dirty).to.equal(false);
    });
  });

  describe('journey', () => {
    it('goes from the choice to an active credential with the keyboard alone', async () => {
      let request = aRequest();
      const pending = aCredential({
        state: 'pending',
        secret: { visibility: 'window', state: 'pending' },
        actions: [],
      });
      let credential = pending;
      const marketplace = fakeMarketplace({
        resources: {
          accessOptions: () => Promise.resolve(anOffer({ form: questions })),
        },
        accessRequests: {
          create: () => Promise.resolve(request),
          get: () => Promise.resolve(request),
          list: () => Promise.resolve(page([anActiveRequest()])),
        },
        credentials: {
          options: () => Promise.resolve(someOptions()),
          create: () => Promise.resolve(pending),
          get: () => Promise.resolve(credential),
        },
      });
      const form = await fixture<AccessRequestForm>(
        html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
      );
      await labelled(form, 'What do you want to build?');
      await sendKeys({ press: 'Tab' }); // the only subscription
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(async () => (await labelled(form, 'Payroll')).checked);
      await sendKeys({ press: 'Tab' }); // the name
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Paying everybody.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'More' });
      await sendKeys({ press: 'Tab' });
      expect(nameOf(focused())).to.equal('Request access');
      await sendKeys({ press: 'Enter' });
      await shows(form, 'In review by the provider');
      expect(marketplace.callsOf('accessRequests.create')[0]?.[1]).to.deep.include({
        applicationId: 'app-2',
        data: { purpose: 'Paying everybody.', volume: 'high' },
      });

      request = anActiveRequest();
      marketplace.emit({ subject: 'access-request', subjectId: request.id });
      const key = await labelled(form, 'API key');
      for (let tabs = 0; tabs < 5 && focused() !== key; tabs++) await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      expect(key.checked).to.equal(true);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await shows(form, 'Waiting for the gateway');
      credential = aCredential();
      marketplace.emit({ subject: 'credential', subjectId: pending.id });
      await shows(form, 'View its secret now');
    });
  });
});
