import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CreateCredential } from '../../../src/contract/credential-params.js';
import type { CredentialOptions } from '../../../src/contract/credential-options.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { oneTypeOptions, someOptions } from '../credential-fixtures.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  canary,
  deferred,
  fakeMarketplace,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { asksBeforeLeaving, descriptionOf, fill, labelled } from '../form-page.js';
import { announced, collect, control, focused, nameOf, serialised, shows, textOf, waitUntil } from '../page.js';

const pending = aCredential({
  state: 'pending',
  identifiers: [],
  secret: { visibility: 'window', state: 'pending' },
  actions: [],
});

interface Offer {
  options?: CredentialOptions;
  credentials?: Methods['credentials'];
}

async function aForm({ options = someOptions(), credentials }: Offer = {}): Promise<{
  form: CredentialForm;
  marketplace: FakeMarketplace;
}> {
  const marketplace = fakeMarketplace({
    credentials: {
      options: () => Promise.resolve(options),
      create: () => Promise.resolve(pending),
      get: () => Promise.resolve(pending),
      ...credentials,
    },
  });
  const form = await fixture<CredentialForm>(
    html`<credential-form .marketplace=${marketplace} application-id="app-1">
      <a slot="no-access" href="#apis">Request access</a>
    </credential-form>`,
  );
  return { form, marketplace };
}

const oneType = oneTypeOptions();

const create = async (form: CredentialForm): Promise<void> => (await control(form, 'Create credential')).click();

const created = (marketplace: FakeMarketplace): [CreateCredential, CallOptions][] =>
  marketplace
    .callsOf('credentials.create')
    .map(([, input, options]) => [input as CreateCredential, options as CallOptions]);

const summary = async (form: CredentialForm): Promise<string> => {
  await waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');
  return textOf(form.shadowRoot?.getElementById('summary') as Element);
};

describe('<credential-form>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('choices (C2)', () => {
    it('asks for the API when several are possible, with the reasons for those that are not', async () => {
      const resources = [
        { id: 'res-1', name: 'Payments API', allowed: true },
        { id: 'res-2', name: 'Accounts API', allowed: true },
        { id: 'res-3', name: 'Ledger API', allowed: false, reason: 'provisioning' },
      ];
      const { form, marketplace } = await aForm({ options: someOptions({ resources }) });
      expect((await labelled(form, 'Ledger API')).disabled).to.equal(true);
      expect(await descriptionOf(form, 'Ledger API')).to.contain('The gateway is being set up');
      expect(textOf(form)).not.to.contain('Credential type');
      await expect(form).to.be.accessible();
      (await labelled(form, 'Accounts API')).click();
      await labelled(form, 'API key');
      expect(marketplace.callsOf('credentials.options').at(-1)?.[1]).to.deep.include({
        applicationId: 'app-1',
        resourceId: 'res-2',
      });
    });

    it('chooses the only type and states it', async () => {
      const { form } = await aForm({ options: oneType });
      expect((await labelled(form, 'OAuth client')).checked).to.equal(true);
      await shows(form, 'The only type there is.');
    });

    it('asks what the type asks for', async () => {
      const { form } = await aForm();
      (await labelled(form, 'API key')).click();
      await shows(form, 'JavaScript origins');
      (await labelled(form, 'OAuth client')).click();
      await waitUntil(() => !textOf(form).includes('JavaScript origins'));
    });

    it('keeps what was answered for one type while another is looked at, and sends only what is asked', async () => {
      const { form, marketplace } = await aForm();
      (await labelled(form, 'API key')).click();
      (await control(form, 'Add to JavaScript origins')).click();
      await waitUntil(() => nameOf(focused()) === 'JavaScript origins, 1');
      await sendKeys({ type: 'https://a.example' });
      (await labelled(form, 'OAuth client')).click();
      await waitUntil(() => !textOf(form).includes('JavaScript origins'));
      (await labelled(form, 'API key')).click();
      expect(((await control(form, 'JavaScript origins, 1')) as HTMLInputElement).value).to.equal('https://a.example');
      (await labelled(form, 'OAuth client')).click();
      await create(form);
      await waitUntil(() => created(marketplace).length === 1);
      expect(created(marketplace)[0]?.[0].data).to.deep.equal({});
    });

    it('names it after application and type until that is edited', async () => {
      const { form } = await aForm();
      const name = await labelled(form, 'Name');
      (await labelled(form, 'API key')).click();
      await waitUntil(() => name.value === 'Invoices API key');
      (await labelled(form, 'OAuth client')).click();
      await waitUntil(() => name.value === 'Invoices OAuth client');
      fill(name, 'Nightly job');
      (await labelled(form, 'API key')).click();
      await form.updateComplete;
      expect(name.value).to.equal('Nightly job');
    });

    it('explains that there is no access yet, and offers what the page put in (A1)', async () => {
      const resources = [{ id: 'res-1', name: 'Payments API', allowed: false, reason: 'no-access' }];
      const { form } = await aForm({ options: someOptions({ blocked: 'no-access', resources }) });
      await shows(form, 'Request access first.');
      expect(form.querySelector('a')?.checkVisibility()).to.equal(true);
      expect(textOf(form)).not.to.contain('Create credential');
      await expect(form).to.be.accessible();
    });

    it('follows access that is granted meanwhile', async () => {
      let offered = someOptions({
        blocked: 'no-access',
        resources: [{ id: 'res-1', name: 'Payments API', allowed: false, reason: 'not-approved' }],
      });
      const { form, marketplace } = await aForm({ credentials: { options: () => Promise.resolve(offered) } });
      await shows(form, 'No access yet');
      offered = someOptions();
      await waitUntil(() => marketplace.streams > 0);
      marketplace.emit({ subject: 'access-request', subjectId: 'req-1' });
      await labelled(form, 'API key');
    });
  });

  describe('creating', () => {
    it('sends what was entered, with a key, and follows it until it is active (C1)', async () => {
      let credential: Credential = pending;
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: { get: () => Promise.resolve(credential) },
      });
      const events = collect(form, 'credential-create', 'credential-created', 'credential-ready');
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'Waiting for the gateway');
      expect(nameOf(focused())).to.equal('Billing key is being set up');
      await expect(form).to.be.accessible();
      const [[input, options]] = created(marketplace) as [[CreateCredential, CallOptions]];
      expect(input).to.deep.equal({
        name: 'Invoices OAuth client',
        applicationId: 'app-1',
        resourceId: 'res-1',
        typeId: 'oauth-secret',
        data: {},
      });
      expect(options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-create', 'credential-created']);

      credential = aCredential();
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await shows(form, 'View its secret now');
      expect(announced(form)).to.equal('Billing key is active.');
      expect(events.at(-1)?.type).to.equal('credential-ready');
      await waitUntil(() => form.shadowRoot?.querySelector('secret-reveal'));
      await expect(form).to.be.accessible();
    });

    it('never holds the secret itself', async () => {
      const { form } = await aForm({
        options: oneType,
        credentials: { create: () => Promise.resolve(aCredential()), reveal: () => Promise.resolve(aSecret()) },
      });
      const events = collect(form, 'credential-create', 'credential-created', 'credential-ready');
      await labelled(form, 'OAuth client');
      await create(form);
      await waitUntil(() => events.length === 3);
      expect(serialised(form)).not.to.contain(canary);
      expect(JSON.stringify(events.map(({ detail }) => detail as object))).not.to.contain(canary);
    });

    it('says what is wrong before it is sent', async () => {
      const { form, marketplace } = await aForm();
      fill(await labelled(form, 'Name'), ' ');
      await create(form);
      expect(await summary(form))
        .to.contain('Credential type: Choose one.')
        .and.to.contain('Name: Enter a name.');
      await expect(form).to.be.accessible();
      expect(created(marketplace)).to.have.length(0);
    });

    it('sends nothing when the page takes over', async () => {
      const { form, marketplace } = await aForm({ options: oneType });
      form.addEventListener('credential-create', (event) => event.preventDefault());
      await labelled(form, 'OAuth client');
      await create(form);
      await form.updateComplete;
      expect(created(marketplace)).to.have.length(0);
    });

    it('D11: shows why it was not created, at its field, and tells', async () => {
      const error = new ApiError('validation-failed', 'x', {
        errors: [
          { pointer: '/name', detail: 'Another credential has this name.' },
          { pointer: '/typeId', detail: 'Not this type.' },
        ],
      });
      const { form } = await aForm({ options: oneType, credentials: { create: () => Promise.reject(error) } });
      const failures = collect(form, 'credential-create-failed');
      fill(await labelled(form, 'Name'), 'Taken');
      await create(form);
      expect(await summary(form)).to.contain('There are 2 problems');
      expect(await descriptionOf(form, 'Name')).to.contain('Another credential has this name.');
      expect((await labelled(form, 'Name')).value).to.equal('Taken');
      expect(failures[0]?.detail).to.deep.include({ error });
    });

    it('D12: is not lost with its answer: trying again is the same wish under the same key', async () => {
      let lost = true;
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: {
          create: () => (lost ? Promise.reject(new MarketplaceError('timeout', 'x')) : Promise.resolve(pending)),
        },
      });
      await labelled(form, 'OAuth client');
      await create(form);
      expect(await summary(form)).to.contain('took too long');
      lost = false;
      await create(form);
      await shows(form, 'Waiting for the gateway');
      const [first, second] = created(marketplace);
      expect(second?.[1].idempotencyKey).to.equal(first?.[1].idempotencyKey);
    });

    it('D12: asks before the page is left while it is being created, and is created once', async () => {
      const answer = deferred<Credential>();
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: { create: () => answer.promise },
      });
      await labelled(form, 'OAuth client');
      const button = await control(form, 'Create credential');
      button.focus();
      await sendKeys({ press: 'Enter' });
      button.click();
      button.click();
      await shows(form, 'Keep this page open');
      expect(asksBeforeLeaving()).to.equal(true);
      expect(form.dirty).to.equal(true);
      answer.resolve(pending);
      await shows(form, 'Waiting for the gateway');
      expect(asksBeforeLeaving()).to.equal(false);
      expect(created(marketplace)).to.have.length(1);
    });

    it('D12: is found again when the form is taken out and put back while it is being created', async () => {
      const answer = deferred<Credential>();
      const { form } = await aForm({ options: oneType, credentials: { create: () => answer.promise } });
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'Keep this page open');
      const parent = form.parentElement as HTMLElement;
      form.remove();
      answer.resolve(pending);
      await answer.promise;
      parent.append(form);
      await shows(form, 'Waiting for the gateway');
    });
  });

  describe('after it was created', () => {
    it('shows why it could not be set up, and tries again', async () => {
      const failed = aCredential({
        state: 'error',
        reasons: [{ detail: 'The gateway did not answer.', at: at(start) }],
        actions: can('retry', 'remove'),
      });
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: {
          create: () => Promise.resolve(failed),
          get: () => Promise.resolve(failed),
          retry: () => Promise.resolve(pending),
        },
      });
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'The gateway did not answer.');
      await expect(form).to.be.accessible();
      (await control(form, 'Try again')).click();
      await shows(form, 'Waiting for the gateway');
      expect((marketplace.callsOf('credentials.retry')[0]?.[3] as CallOptions).idempotencyKey).to.match(/^[0-9a-f]+$/);
    });

    it('says when it was deleted meanwhile', async () => {
      let gone = false;
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: {
          get: () => (gone ? Promise.reject(new ApiError('not-found', 'x')) : Promise.resolve(pending)),
        },
      });
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'Waiting for the gateway');
      gone = true;
      await waitUntil(() => marketplace.streams > 0);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await shows(form, 'It was deleted in the meantime.');
    });

    it('starts over for another one, under another key', async () => {
      const { form, marketplace } = await aForm({
        options: oneType,
        credentials: { create: () => Promise.resolve(aCredential()), get: () => Promise.resolve(aCredential()) },
      });
      await labelled(form, 'OAuth client');
      await create(form);
      (await control(form, 'Create another credential')).click();
      await labelled(form, 'OAuth client');
      await create(form);
      await waitUntil(() => created(marketplace).length === 2);
      const [first, second] = created(marketplace);
      expect(second?.[1].idempotencyKey).not.to.equal(first?.[1].idempotencyKey);
    });
  });

  describe('errors', () => {
    it('shows that it cannot load, and tries again', async () => {
      let fails = true;
      const { form } = await aForm({
        credentials: {
          options: () => (fails ? Promise.reject(new ApiError('forbidden', 'x')) : Promise.resolve(someOptions())),
        },
      });
      await shows(form, 'not allowed');
      await expect(form).to.be.accessible();
      fails = false;
      (await control(form, 'Try again')).click();
      await labelled(form, 'API key');
    });
  });
});
