import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { CreateCredential, Credential } from '../../../src/contract/credential.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import { resourceOptions } from '../../../src/elements/credential-form/credential-choices.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import {
  aProvisioningRequest,
  aRejectedRequest,
  aRequest,
  aResource,
  anActiveRequest,
  anApplication,
  oauthSecret,
} from '../access-fixtures.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  canary,
  deferred,
  fakeMarketplace,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { asksBeforeLeaving, descriptionOf, fill, labelled } from '../form-page.js';
import { announced, collect, control, focused, nameOf, serialised, shows, textOf } from '../page.js';

const pending = aCredential({
  state: 'pending',
  identifiers: [],
  secret: { visibility: 'window', state: 'pending' },
  actions: [],
});

interface Offer {
  requests?: AccessRequest[];
  types?: (typeof oauthSecret)[];
  resourceId?: string;
  credentials?: Methods['credentials'];
}

async function aForm({ requests = [anActiveRequest()], types, resourceId, credentials }: Offer = {}): Promise<{
  form: CredentialForm;
  marketplace: FakeMarketplace;
}> {
  const marketplace = fakeMarketplace({
    applications: { get: () => Promise.resolve(anApplication()) },
    accessRequests: { list: () => Promise.resolve(page(requests)) },
    resources: {
      get: (id) =>
        Promise.resolve(
          aResource({
            id,
            name: id === 'res-1' ? 'Payments API' : 'Accounts API',
            ...(types ? { credentialTypes: types } : {}),
          }),
        ),
    },
    credentials: { create: () => Promise.resolve(pending), get: () => Promise.resolve(pending), ...credentials },
  });
  const form = await fixture<CredentialForm>(
    html`<credential-form .marketplace=${marketplace} application-id="app-1" .resourceId=${resourceId}>
      <a slot="no-access" href="#apis">Request access</a>
    </credential-form>`,
  );
  return { form, marketplace };
}

const oneType = [oauthSecret];

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
    it('offers what the requests of the application allow, with reasons for the others', () => {
      const options = resourceOptions([
        aProvisioningRequest(),
        anActiveRequest({ id: 'b' }),
        aRequest({ id: 'c', resource: { id: 'res-2', name: 'Accounts API' } }),
        aRejectedRequest({ id: 'd', resource: { id: 'res-3', name: 'Ledger API' } }),
      ]);
      expect(options).to.deep.equal([
        { id: 'res-1', name: 'Payments API', allowed: true, reason: undefined },
        { id: 'res-2', name: 'Accounts API', allowed: false, reason: 'not-approved' },
      ]);
    });

    it('asks for the API when several are possible', async () => {
      const second = anActiveRequest({ id: 'b', resource: { id: 'res-2', name: 'Accounts API' } });
      const third = aProvisioningRequest({ id: 'c', resource: { id: 'res-3', name: 'Ledger API' } });
      const { form, marketplace } = await aForm({ requests: [anActiveRequest(), second, third] });
      await labelled(form, 'Ledger API');
      expect((await labelled(form, 'Ledger API')).disabled).to.equal(true);
      expect(await descriptionOf(form, 'Ledger API')).to.contain('The gateway is being set up');
      await expect(form).to.be.accessible();
      (await labelled(form, 'Accounts API')).click();
      await labelled(form, 'API key');
      expect(marketplace.callsOf('resources.get')[0]?.[1]).to.equal('res-2');
    });

    it('reads every page of the requests', async () => {
      const marketplace = fakeMarketplace({
        applications: { get: () => Promise.resolve(anApplication()) },
        resources: { get: () => Promise.resolve(aResource()) },
        accessRequests: {
          list: (params) => Promise.resolve(params?.cursor ? page([anActiveRequest()]) : page([], { next: '2' })),
        },
      });
      const form = await fixture(
        html`<credential-form .marketplace=${marketplace} application-id="app-1"></credential-form>`,
      );
      await labelled(form, 'API key');
    });

    it('chooses the only type and states it', async () => {
      const { form } = await aForm({ types: oneType });
      expect((await labelled(form, 'OAuth client')).checked).to.equal(true);
      await shows(form, 'The only type this API accepts.');
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

    it('needs no request where the API needs none (A1)', async () => {
      const marketplace = fakeMarketplace({
        applications: { get: () => Promise.resolve(anApplication()) },
        resources: { get: () => Promise.resolve(aResource({ access: { required: false, approval: 'automatic' } })) },
        accessRequests: { list: () => Promise.resolve(page([])) },
      });
      const form = await fixture(
        html`<credential-form
          .marketplace=${marketplace}
          application-id="app-1"
          resource-id="res-1"
        ></credential-form>`,
      );
      await labelled(form, 'API key');
    });

    it('explains that there is no access yet, and offers what the page put in', async () => {
      const { form } = await aForm({ requests: [] });
      await shows(form, 'Request access first.');
      expect(form.querySelector('a')?.checkVisibility()).to.equal(true);
      await expect(form).to.be.accessible();
      const { form: waiting } = await aForm({ requests: [aRequest()], resourceId: 'res-1' });
      await shows(waiting, 'still in review');
    });

    it('follows access that is granted meanwhile', async () => {
      const requests = [aRequest()];
      const { form, marketplace } = await aForm({ requests, resourceId: 'res-1' });
      await shows(form, 'still in review');
      requests[0] = anActiveRequest();
      await waitUntil(() => marketplace.streams > 0);
      marketplace.emit({ subject: 'access-request', subjectId: 'req-1' });
      await labelled(form, 'API key');
    });
  });

  describe('creating', () => {
    it('sends what was entered, with a key, and follows it until it is active (C1)', async () => {
      let credential: Credential = pending;
      const { form, marketplace } = await aForm({
        types: oneType,
        credentials: { get: () => Promise.resolve(credential) },
      });
      const events = collect(form, 'credential-create', 'credential-created', 'credential-ready');
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'Waiting for the gateway');
      expect(nameOf(focused())).to.equal('Billing key');
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
        types: oneType,
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
      const { form, marketplace } = await aForm({ types: oneType });
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
      const { form } = await aForm({ types: oneType, credentials: { create: () => Promise.reject(error) } });
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
        types: oneType,
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
        types: oneType,
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
      const { form } = await aForm({ types: oneType, credentials: { create: () => answer.promise } });
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
        types: oneType,
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
        types: oneType,
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
        types: oneType,
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
      const marketplace = fakeMarketplace({
        applications: {
          get: () => (fails ? Promise.reject(new ApiError('forbidden', 'x')) : Promise.resolve(anApplication())),
        },
        accessRequests: { list: () => Promise.resolve(page([anActiveRequest()])) },
        resources: { get: () => Promise.resolve(aResource()) },
      });
      const form = await fixture(
        html`<credential-form .marketplace=${marketplace} application-id="app-1"></credential-form>`,
      );
      await shows(form, 'not allowed');
      await expect(form).to.be.accessible();
      fails = false;
      (await control(form, 'Try again')).click();
      await labelled(form, 'API key');
    });
  });
});
