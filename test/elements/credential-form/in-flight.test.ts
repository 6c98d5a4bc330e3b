import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CreateCredential, UpdateCredential } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions, Marketplace } from '../../../src/contract/marketplace.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import '../../../src/elements/marketplace-provider/define.js';
import { grantingOptions, oneTypeOptions, someGrants } from '../credential-fixtures.js';
import { aCredential, can, deferred, fakeMarketplace, type FakeMarketplace, type Methods } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { announced, collect, control, focused, shows, textOf, waitUntil } from '../page.js';

const editable = (differences: Partial<Credential> = {}): Credential =>
  aCredential({ actions: can('update'), ...differences });

const aMarketplace = (credentials: Methods['credentials'] = {}): FakeMarketplace =>
  fakeMarketplace({
    credentials: {
      options: () => Promise.resolve(oneTypeOptions()),
      create: () => Promise.resolve(aCredential()),
      get: (id) => Promise.resolve(editable({ id, name: `Key ${id}` })),
      ...credentials,
    },
  });

async function aForm(
  marketplace: FakeMarketplace,
  { credentialId, applicationId }: Partial<CredentialForm>,
): Promise<CredentialForm> {
  return fixture<CredentialForm>(
    html`<credential-form
      .marketplace=${marketplace}
      .credentialId=${credentialId}
      .applicationId=${applicationId}
    ></credential-form>`,
  );
}

const named = async (form: CredentialForm, name: string): Promise<void> =>
  waitUntil(async () => (await labelled(form, 'Name')).value === name, `it is named “${name}”`);

async function rename(form: CredentialForm, name: string): Promise<void> {
  const field = await labelled(form, 'Name');
  field.focus();
  field.select();
  await sendKeys({ type: name });
}

const press = async (form: CredentialForm, name: string): Promise<void> => (await control(form, name)).click();

/** Waits until the form can be filled in: it is inert while something of it is on its way. */
const usable = (form: CredentialForm): Promise<void> =>
  waitUntil(() => form.shadowRoot?.querySelector('.fields:not([inert])'), 'it can be filled in');

type Update = [id: string, input: UpdateCredential, options: CallOptions];

const updates = (marketplace: FakeMarketplace): Update[] =>
  marketplace.callsOf('credentials.update').map(([, ...call]) => call as unknown as Update);

describe('<credential-form> while things change around it', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  // These two come first: the parts that they wait for are loaded once for the page.
  describe('before its parts are loaded', () => {
    it('shows the form of the marketplace that its provider has by then', async () => {
      const [first, second] = [aMarketplace(), aMarketplace()];
      const provider = await fixture<MarketplaceProvider>(
        html`<marketplace-provider .marketplace=${first}><credential-form></credential-form></marketplace-provider>`,
      );
      const form = provider.querySelector('credential-form') as CredentialForm;
      await form.updateComplete;
      provider.marketplace = second;
      await labelled(form, 'OAuth client');
      expect(second.callsOf('credentials.options').length).to.be.greaterThan(0);
    });

    it('shows what there is to edit after it was moved', async () => {
      const [one, other] = [
        await fixture<MarketplaceProvider>(
          html`<marketplace-provider .marketplace=${aMarketplace()}>
            <credential-form credential-id="cred-1"></credential-form>
          </marketplace-provider>`,
        ),
        await fixture(html`<marketplace-provider .marketplace=${aMarketplace()}></marketplace-provider>`),
      ];
      const form = one.querySelector('credential-form') as CredentialForm;
      await form.updateComplete;
      other.append(form);
      await named(form, 'Key cred-1');
    });
  });

  it('shows the form anew when it is given back as another marketplace comes', async () => {
    const [first, second] = [aMarketplace(), aMarketplace()];
    const form = await aForm(first, { applicationId: 'app-1' });
    await rename(form, 'Mine');
    form.reset();
    await form.updateComplete;
    form.marketplace = second;
    await named(form, 'Invoices OAuth client');
    expect(second.callsOf('credentials.options').at(-1)?.[1]).to.include({ applicationId: 'app-1' });
  });

  describe('when it is for another one before an answer', () => {
    it('shows and saves the credential that the page names now, not the one that was being saved', async () => {
      const answer = deferred<Credential>();
      const marketplace = aMarketplace({
        update: (id, { name = '' }) => (id === 'A' ? answer.promise : Promise.resolve(editable({ id, name }))),
      });
      const form = await aForm(marketplace, { credentialId: 'A' });
      const saved = collect(form, 'credential-updated');
      await rename(form, 'New A');
      await press(form, 'Save changes');
      await shows(form, 'Saving. Keep this page open');
      form.credentialId = 'B';
      await named(form, 'Key B');
      expect(form.dirty).to.equal(false);
      await rename(form, 'New B');
      answer.resolve(editable({ id: 'A', name: 'New A' }));
      await waitUntil(() => saved.length === 1);
      expect(saved[0]?.detail).to.deep.include({ credential: editable({ id: 'A', name: 'New A' }) });
      await form.updateComplete;
      await named(form, 'New B');
      expect(form.dirty).to.equal(true);
      await press(form, 'Save changes');
      await waitUntil(() => saved.length === 2);
      expect(updates(marketplace).map(([id]) => id)).to.deep.equal(['A', 'B']);
    });

    it('keeps busy with what is being saved now, and shows no refusal of what was saved before', async () => {
      const answers = { A: deferred<Credential>(), B: deferred<Credential>() };
      const marketplace = aMarketplace({ update: (id) => answers[id as 'A' | 'B'].promise });
      const form = await aForm(marketplace, { credentialId: 'A' });
      const failed = collect(form, 'credential-update-failed');
      await rename(form, 'New A');
      await press(form, 'Save changes');
      await waitUntil(() => updates(marketplace).length === 1);
      form.credentialId = 'B';
      await named(form, 'Key B');
      await rename(form, 'New B');
      await press(form, 'Save changes');
      await waitUntil(() => updates(marketplace).length === 2);
      answers.A.reject(new ApiError('forbidden', 'x'));
      await waitUntil(() => failed.length === 1);
      await form.updateComplete;
      expect(await form.requestClose()).to.equal(false);
      expect(form.shadowRoot?.getElementById('summary')).to.equal(null);
      answers.B.resolve(editable({ id: 'B', name: 'New B' }));
      await waitUntil(() => !form.dirty);
      expect(announced(form)).to.contain('New B');
    });

    it('keeps what is typed for another application when the credential of the one before is there', async () => {
      const answer = deferred<Credential>();
      const marketplace = aMarketplace({ create: () => answer.promise });
      const form = await aForm(marketplace, { applicationId: 'app-1' });
      const created = collect(form, 'credential-created');
      await labelled(form, 'OAuth client');
      await press(form, 'Create credential');
      await shows(form, 'Keep this page open');
      form.applicationId = 'app-2';
      await usable(form);
      await rename(form, 'For the other one');
      answer.resolve(aCredential());
      await waitUntil(() => created.length === 1);
      await form.updateComplete;
      await named(form, 'For the other one');
      expect(textOf(form)).not.to.contain('Billing key');
      expect(form.dirty).to.equal(true);
    });

    it('shows no refusal of what was sent for the application before, and stays busy with what is sent now', async () => {
      const answers = [deferred<Credential>(), deferred<Credential>()] as const;
      let sent = 0;
      const marketplace = aMarketplace({ create: () => answers[sent++ === 0 ? 0 : 1].promise });
      const form = await aForm(marketplace, { applicationId: 'app-1' });
      const failed = collect(form, 'credential-create-failed');
      await labelled(form, 'OAuth client');
      await press(form, 'Create credential');
      await waitUntil(() => sent === 1);
      form.applicationId = 'app-2';
      await usable(form);
      await press(form, 'Create credential');
      await waitUntil(() => sent === 2);
      answers[0].reject(new ApiError('limit-reached', 'x'));
      await waitUntil(() => failed.length === 1);
      await form.updateComplete;
      expect(form.shadowRoot?.getElementById('summary')).to.equal(null);
      expect(await form.requestClose()).to.equal(false);
      answers[1].resolve(aCredential());
      await shows(form, 'View its secret now');
      const inputs = marketplace.callsOf('credentials.create').map(([, input]) => input as CreateCredential);
      expect(inputs).to.have.length(2);
    });

    it('asks about nothing any more once what was typed was given up by the page', async () => {
      const form = await aForm(aMarketplace(), { applicationId: 'app-1' });
      await rename(form, 'Mine');
      await waitUntil(asksBeforeLeaving);
      form.credentialId = 'cred-1';
      await named(form, 'Key cred-1');
      expect(asksBeforeLeaving()).to.equal(false);
      form.credentialId = undefined;
      await named(form, 'Invoices OAuth client');
    });
  });

  describe('M2: what somebody else changes meanwhile', () => {
    const granted = (more: Partial<Credential> = {}): Credential =>
      editable({ grants: someGrants, resources: [], ...more });

    async function anEdit(update: Marketplace['credentials']['update']) {
      let credential = granted();
      const marketplace = aMarketplace({
        options: () => Promise.resolve(grantingOptions()),
        get: () => Promise.resolve(credential),
        update,
      });
      const form = await aForm(marketplace, { credentialId: 'cred-1' });
      await shows(form, '2 of 3 selected');
      await waitUntil(() => marketplace.streams > 0);
      const change = async (next: Partial<Credential>): Promise<void> => {
        credential = granted(next);
        const reads = marketplace.callsOf('credentials.get').length;
        marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
        await waitUntil(() => marketplace.callsOf('credentials.get').length > reads);
        await form.updateComplete;
      };
      return { form, marketplace, change };
    }

    const withoutPlatform = { grants: someGrants.slice(0, 1), version: '2' };

    it('is not undone by a new name: a permission that was revoked stays so, and is shown so', async () => {
      const { form, marketplace, change } = await anEdit((_, { name = '' }) => Promise.resolve(granted({ name })));
      await rename(form, 'Renamed');
      await change(withoutPlatform);
      await waitUntil(async () => !(await labelled(form, 'Platform API')).checked);
      expect((await labelled(form, 'Name')).value).to.equal('Renamed');
      await press(form, 'Save changes');
      await waitUntil(() => updates(marketplace).length === 1);
      expect(updates(marketplace)[0]?.[1]).to.deep.equal({ name: 'Renamed' });
      expect(updates(marketplace)[0]?.[2]).to.include({ ifMatch: '2' });
    });

    it('is not undone by other permissions: that it changed is said, and what nobody touched here follows', async () => {
      const { form, marketplace, change } = await anEdit((_, __, options) =>
        options?.ifMatch === '2'
          ? Promise.resolve(granted(withoutPlatform))
          : Promise.reject(new ApiError('precondition-failed', 'x')),
      );
      (await labelled(form, 'Americas')).click();
      await shows(form, '3 of 3 selected');
      await change(withoutPlatform);
      await press(form, 'Save changes');
      await waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');
      expect(updates(marketplace)[0]?.[2]).to.include({ ifMatch: '1' });
      await shows(form, 'Somebody changed it in the meantime.');
      await waitUntil(async () => !(await labelled(form, 'Platform API')).checked);
      await shows(form, '3 of 3 selected');
      await press(form, 'Save changes');
      await waitUntil(() => updates(marketplace).length === 2);
      expect(updates(marketplace)[1]?.[1].grants).to.deep.equal([
        { resourceId: 'profile', permissionId: 'read', scopeIds: ['ws-Europe', 'ws-Asia', 'ws-Americas'] },
      ]);
      expect(updates(marketplace)[1]?.[2]).to.include({ ifMatch: '2' });
    });

    it('is not undone by other permissions: a new name stays', async () => {
      const { form, marketplace, change } = await anEdit((_, { name = '' }) => Promise.resolve(granted({ name })));
      (await labelled(form, 'Americas')).click();
      await shows(form, '3 of 3 selected');
      await change({ name: 'Theirs', version: '2' });
      await named(form, 'Theirs');
      await press(form, 'Save changes');
      await waitUntil(() => updates(marketplace).length === 1);
      expect(updates(marketplace)[0]?.[1].name).to.equal('Theirs');
      expect(updates(marketplace)[0]?.[2]).to.include({ ifMatch: '2' });
    });
  });

  describe('after signing in again', () => {
    it('goes on in the form that could not load, with what its provider asks it to read', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        options: () =>
          ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(oneTypeOptions()),
      });
      const provider = await fixture<MarketplaceProvider>(
        html`<marketplace-provider .marketplace=${marketplace}
          ><credential-form></credential-form
        ></marketplace-provider>`,
      );
      const form = provider.querySelector('credential-form') as CredentialForm;
      await shows(form, 'Your session has ended');
      ended = false;
      provider.refresh();
      await labelled(form, 'OAuth client');
      expect(textOf(form)).not.to.contain('Your session has ended');
    });

    it('takes back why it was not sent, and keeps what was typed', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        create: () => (ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(aCredential())),
      });
      const form = await aForm(marketplace, { applicationId: 'app-1' });
      await labelled(form, 'OAuth client');
      await rename(form, 'Mine');
      await press(form, 'Create credential');
      await shows(form, 'Your session has ended');
      ended = false;
      form.refresh();
      await waitUntil(() => !textOf(form).includes('Your session has ended'));
      await named(form, 'Mine');
      await press(form, 'Create credential');
      await shows(form, 'View its secret now');
    });

    it('goes on in what is edited, and with what was created', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        create: () => Promise.resolve(aCredential({ state: 'pending', actions: [] })),
        get: () => (ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(editable())),
      });
      const edit = await aForm(marketplace, { credentialId: 'cred-1' });
      await shows(edit, 'Your session has ended');
      const form = await aForm(marketplace, { applicationId: 'app-1' });
      await labelled(form, 'OAuth client');
      await press(form, 'Create credential');
      await shows(form, 'Your session has ended');
      ended = false;
      edit.refresh();
      form.refresh();
      await named(edit, 'Billing key');
      await shows(form, 'View its secret now');
      expect(textOf(edit) + textOf(form)).not.to.contain('Your session has ended');
    });

    it('goes on with the secret of what was created', async () => {
      let ended = true;
      const marketplace = aMarketplace({
        get: () => (ended ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(aCredential())),
      });
      const form = await aForm(marketplace, { applicationId: 'app-1' });
      await labelled(form, 'OAuth client');
      await press(form, 'Create credential');
      await shows(form, 'Your session has ended');
      ended = false;
      form.refresh();
      await control(form, 'View secret Billing key');
      expect(textOf(form)).not.to.contain('Your session has ended');
    });
  });
});
