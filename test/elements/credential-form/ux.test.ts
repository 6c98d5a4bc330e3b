import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CreateCredential } from '../../../src/contract/credential-params.js';
import type { CredentialOptions } from '../../../src/contract/credential-options.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { apiKey } from '../access-fixtures.js';
import { aTypeOption, audienceOptions, oneTypeOptions, someOptions } from '../credential-fixtures.js';
import {
  aCredential,
  aSecret,
  at,
  can,
  day,
  deferred,
  fakeMarketplace,
  hour,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { asksBeforeLeaving, chooseFile, aFile, descriptionOf, fill, labelled } from '../form-page.js';
import { collect, control, fakeClipboard, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

async function aForm(
  options: CredentialOptions | (() => Promise<CredentialOptions>),
  credentials: Methods['credentials'] = {},
  attributes: Partial<CredentialForm> = {},
): Promise<{ form: CredentialForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      options: () => (typeof options === 'function' ? options() : Promise.resolve(options)),
      create: () => Promise.resolve(aCredential()),
      get: () => Promise.resolve(aCredential()),
      ...credentials,
    },
  });
  const form = await fixture<CredentialForm>(
    html`<credential-form .marketplace=${marketplace}>
      <p slot="help">Our guide</p>
      <p slot="review">Read this</p>
      <p slot="next">What now</p>
    </credential-form>`,
  );
  Object.assign(form, attributes);
  return { form, marketplace };
}

const create = async (form: CredentialForm): Promise<void> => (await control(form, 'Create credential')).click();

const created = (marketplace: FakeMarketplace): CreateCredential[] =>
  marketplace.callsOf('credentials.create').map(([, input]) => input as CreateCredential);

const atSummary = (): Promise<void> => waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');

const outside = audienceOptions({
  types: audienceOptions()
    .types.slice(1)
    .map((type) => ({ ...type, allowed: true, limit: { used: 4, most: 5 } })),
});

describe('UX <credential-form>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('UX list 7: says "n of m used", and what frees a place where there is none', async () => {
    const { form } = await aForm(audienceOptions());
    expect(await descriptionOf(form, 'Key for your organisation')).to.equal('2 of 5 used');
    expect(await descriptionOf(form, 'Key for somebody outside')).to.contain('5 of 5 used');
    const { form: full } = await aForm(audienceOptions(), {}, { audience: 'external' });
    await shows(full, 'Delete a credential that is no longer needed');
  });

  it('D13: neither identifier nor secret is made in the browser', async () => {
    const random = Math.random;
    Math.random = () => {
      throw new Error('nothing here is random');
    };
    try {
      const { form, marketplace } = await aForm(oneTypeOptions());
      await labelled(form, 'OAuth client');
      await create(form);
      await waitUntil(() => created(marketplace).length === 1);
      expect(Object.keys(created(marketplace)[0] ?? {}).sort()).to.deep.equal([
        'applicationId',
        'data',
        'name',
        'resourceId',
        'typeId',
      ]);
      expect(created(marketplace)[0]?.name).to.equal('Invoices OAuth client');
    } finally {
      Math.random = random;
    }
  });

  it('D11: a refusal is shown in the form, in the words of the page, and told to it', async () => {
    const error = new ApiError('validation-failed', 'x', {
      errors: [{ pointer: '/applicationId', detail: 'No such application.', reason: 'unknown' }],
    });
    const { form } = await aForm(oneTypeOptions(), { create: () => Promise.reject(error) });
    const failures = collect(form, 'credential-create-failed');
    await labelled(form, 'OAuth client');
    await create(form);
    await atSummary();
    expect(textOf(form)).to.contain('Application: This choice is no longer available.');
    expect(failures[0]?.detail).to.deep.include({ error });
  });

  it('D12: closing is refused while it is being created, and afterwards nothing is lost', async () => {
    const answer = deferred<Credential>();
    const { form } = await aForm(oneTypeOptions(), { create: () => answer.promise });
    await labelled(form, 'OAuth client');
    await create(form);
    await shows(form, 'Keep this page open');
    expect(await form.requestClose()).to.equal(false);
    expect(form.shadowRoot?.querySelector('dialog')).to.equal(null);
    answer.resolve(aCredential({ secret: { visibility: 'never', state: 'none' }, actions: [] }));
    await shows(form, 'Billing key is ready');
    expect(await form.requestClose()).to.equal(true);
  });

  it('D12: a link away leads nowhere while it is being created', async () => {
    const answer = deferred<Credential>();
    const { form } = await aForm(oneTypeOptions(), { create: () => answer.promise });
    const link = document.createElement('a');
    link.href = '/elsewhere';
    form.after(link);
    await labelled(form, 'OAuth client');
    await create(form);
    await shows(form, 'Keep this page open');
    link.click();
    expect(asksBeforeLeaving()).to.equal(true);
    expect(form.shadowRoot?.querySelector('dialog')).to.equal(null);
    answer.resolve(aCredential());
    await shows(form, 'View its secret now');
  });

  it('asks before edits are discarded, and keeps them by Escape', async () => {
    const { form } = await aForm(oneTypeOptions());
    fill(await labelled(form, 'Name'), 'Nightly job');
    const asked = form.requestClose();
    await shows(form, 'Discard what you entered?');
    await sendKeys({ press: 'Escape' });
    expect(await asked).to.equal(false);
    expect((await labelled(form, 'Name')).value).to.equal('Nightly job');
  });

  it('C11: presets of lifetimes by the clock of the marketplace, not of the device', async () => {
    const types = [aTypeOption({ ...apiKey, form: undefined, lifetimesMs: [30 * day, null] })];
    const { form, marketplace } = await aForm(someOptions({ types }));
    marketplace.setNow(start + 1000 * day);
    form.requestUpdate();
    await waitUntil(async () => (await descriptionOf(form, '30 days')) === 'Until Sep 15, 2029');
  });

  it('C2: a type asks for a file', async () => {
    const form = {
      schema: { properties: { certificate: { type: 'string', title: 'Certificate', format: 'data-url' } } },
    };
    const { form: element, marketplace } = await aForm(oneTypeOptions({ types: [aTypeOption({ ...apiKey, form })] }));
    const input = await labelled(element, 'Certificate (optional)');
    chooseFile(input, aFile('client.crt', 'application/x-x509-ca-cert'));
    await create(element);
    await waitUntil(() => created(marketplace).length === 1);
    expect(created(marketplace)[0]?.data).to.deep.equal({
      certificate: 'data:application/x-x509-ca-cert;name=client.crt;base64,QUFB',
    });
  });

  it('shows what the page slots in: help and review while it is filled in, next once it is there', async () => {
    const { form } = await aForm(oneTypeOptions());
    const slotted = (name: string): boolean => form.querySelector(`[slot="${name}"]`)?.checkVisibility() ?? false;
    await labelled(form, 'OAuth client');
    expect(['help', 'review', 'next'].map(slotted)).to.deep.equal([true, true, false]);
    await create(form);
    await shows(form, 'View its secret now');
    expect(['help', 'review', 'next'].map(slotted)).to.deep.equal([false, false, true]);
  });

  it('keeps what was entered when it could not be saved because it changed meanwhile', async () => {
    let version = '1';
    const { form, marketplace } = await aForm(
      someOptions(),
      {
        get: () =>
          Promise.resolve(aCredential({ version, name: version === '1' ? 'Old' : 'Theirs', actions: can('update') })),
        update: () => {
          version = '2';
          return Promise.reject(new ApiError('precondition-failed', 'x'));
        },
      },
      { credentialId: 'cred-1' },
    );
    fill(await labelled(form, 'Name'), 'Mine');
    (await control(form, 'Save changes')).click();
    await atSummary();
    expect(textOf(form)).to.contain('Somebody changed it in the meantime.');
    expect((await labelled(form, 'Name')).value).to.equal('Mine');
    await waitUntil(() => marketplace.callsOf('credentials.get').length === 2);
    (await control(form, 'Save changes')).click();
    await waitUntil(() => marketplace.callsOf('credentials.update').length === 2);
    expect(marketplace.callsOf('credentials.update')[1]?.[3]).to.include({ ifMatch: '2' });
  });

  describe('after it was created', () => {
    it('says first that it is ready, then each fact once, then offers the secret', async () => {
      const { form } = await aForm(oneTypeOptions(), {}, { withoutHeading: true });
      await labelled(form, 'OAuth client');
      await create(form);
      await control(form, 'View secret Billing key');
      const text = textOf(form);
      const inOrder = ['Billing key is ready', 'Active API key · Payments API', 'View its secret now', 'View secret'];
      expect(inOrder.map((part) => text.indexOf(part))).to.deep.equal(
        inOrder.map((part) => text.indexOf(part)).sort((one, other) => one - other),
      );
      for (const part of inOrder.slice(0, 2)) expect(text.split(part), part).to.have.length(2);
      expect(text.split('API key'), 'the type').to.have.length(2);
      expect(form.shadowRoot?.getElementById('heading')?.getBoundingClientRect().height).to.be.greaterThan(10);
    });

    it('is done where something can be closed, once while its secret is there', async () => {
      const { form } = await aForm(oneTypeOptions(), { reveal: () => Promise.resolve(aSecret()) });
      const dialog = document.createElement('dialog');
      form.replaceWith(dialog);
      dialog.append(form);
      dialog.showModal();
      try {
        const closed = collect(dialog, 'secret-closed');
        const dones = (): number =>
          findAll(form, 'button').filter((one) => nameOf(one) === 'Done' && one.checkVisibility()).length;
        await labelled(form, 'OAuth client');
        await create(form);
        (await control(form, 'View secret Billing key')).click();
        expect(dones()).to.equal(1);
        (await control(form, 'View secret')).click();
        await control(form, 'Show Client secret');
        await waitUntil(() => dones() === 1);
        // What was not stored is asked about, whichever it is.
        (await control(form, 'Done')).click();
        (await control(form, 'Close anyway')).click();
        await waitUntil(() => closed.length === 1);
        await control(form, 'View secret Billing key');
        await expect(form).to.be.accessible();
        (await control(form, 'Done')).click();
        await waitUntil(() => closed.length === 2);
        expect(closed[1]?.detail).to.deep.equal({ credentialId: 'cred-1' });
      } finally {
        dialog.remove();
      }
    });

    it('has nothing to be done with on a page of its own', async () => {
      const { form } = await aForm(oneTypeOptions());
      await labelled(form, 'OAuth client');
      await create(form);
      await control(form, 'Create another credential');
      expect(findAll(form, 'button').map(nameOf)).not.to.contain('Done');
    });
  });

  it('proposes a name that no other credential it knows of has', async () => {
    const existing = ['Invoices OAuth client', 'Invoices OAuth client 2'].map((name, index) => {
      return { id: `cred-${index}`, name, state: 'active' as const, identifiers: [] };
    });
    const { form } = await aForm(oneTypeOptions({ existing }));
    expect((await labelled(form, 'Name')).value).to.equal('Invoices OAuth client 3');
  });

  describe('I2: the share link afterwards', () => {
    const external = aCredential({
      name: 'Partner key',
      secret: { visibility: 'never', state: 'none' },
      actions: can('share', 'remove'),
    });
    const share = () => Promise.resolve({ token: 'lk_share_fake', expiresAt: at(start + day) });

    async function aKey(methods: Methods['credentials'] = {}) {
      const shown = await aForm(
        outside,
        { create: () => Promise.resolve(external), get: () => Promise.resolve(external), share, ...methods },
        { shareUrl: '/share' },
      );
      await labelled(shown.form, 'Key for somebody outside');
      await create(shown.form);
      return shown;
    }

    it('is offered with a choice of how long it works', async () => {
      const clipboard = fakeClipboard();
      try {
        const { form, marketplace } = await aKey();
        await shows(form, 'It has no secret yet');
        await expect(form).to.be.accessible();
        (await control(form, 'Make a share link')).click();
        expect((await labelled(form, '7 days')).checked).to.equal(true);
        expect(await descriptionOf(form, '1 day')).to.contain('Nov 21, 2026');
        (await labelled(form, '1 day')).click();
        await expect(form).to.be.accessible();
        (await control(form, 'Make a link')).click();
        (await control(form, 'Copy link and close')).click();
        await waitUntil(() => clipboard.copied.length === 1);
        expect(clipboard.copied[0]).to.match(/\/share#lk_share_fake$/);
        expect(marketplace.callsOf('credentials.share')[0]?.[2]).to.deep.equal({ lifetimeMs: day });
      } finally {
        clipboard.undo();
      }
    });

    it('is not offered without a page to open it on', async () => {
      const { form } = await aForm(outside, {
        create: () => Promise.resolve(external),
        get: () => Promise.resolve(external),
      });
      await labelled(form, 'Key for somebody outside');
      await create(form);
      await shows(form, 'Partner key was created');
      await shows(form, 'No secret is set yet');
      expect(form.shadowRoot?.querySelector('[data-action="share"]')).to.equal(null);
    });
  });

  describe('robust', () => {
    it('shows the last answer, however the answers overtake each other', async () => {
      const slow = deferred<CredentialOptions>();
      let asked = 0;
      const { form } = await aForm(() =>
        (asked += 1) === 1 ? slow.promise : Promise.resolve(oneTypeOptions({ blocked: 'limit-reached' })),
      );
      await waitUntil(() => asked === 1);
      form.resourceId = 'res-2';
      await shows(form, 'The limit is reached');
      slow.resolve(oneTypeOptions());
      await slow.promise;
      await form.updateComplete;
      expect(textOf(form)).to.contain('The limit is reached');
    });

    it('is not confused by the same event heard twice, nor by one about something else', async () => {
      const { form, marketplace } = await aForm(oneTypeOptions());
      await labelled(form, 'OAuth client');
      await create(form);
      await shows(form, 'View its secret now');
      const ready = collect(form, 'credential-ready');
      await waitUntil(() => marketplace.streams > 0);
      for (const subjectId of ['cred-1', 'cred-1', 'cred-2']) marketplace.emit({ subject: 'credential', subjectId });
      await waitUntil(() => marketplace.callsOf('credentials.get').length >= 1);
      expect(ready).to.have.length(0);
      expect(nameOf(form.shadowRoot?.getElementById('heading') ?? null)).to.equal('Billing key is ready');
    });

    it('keeps a draft while the attributes stay, and starts over when they change', async () => {
      const { form } = await aForm(oneTypeOptions());
      fill(await labelled(form, 'Name'), 'Mine');
      const parent = form.parentElement as HTMLElement;
      form.remove();
      parent.append(form);
      expect((await labelled(form, 'Name')).value).to.equal('Mine');
      form.applicationId = 'app-2';
      await waitUntil(async () => (await labelled(form, 'Name')).value !== 'Mine');
    });

    it('reads again after a day asleep, with the clock of the marketplace', async () => {
      let blocked: string | undefined = 'limit-reached';
      const { form, marketplace } = await aForm(() => Promise.resolve(oneTypeOptions({ blocked })));
      await shows(form, 'The limit is reached');
      blocked = undefined;
      marketplace.setNow(start + 24 * hour);
      await waitUntil(() => marketplace.streams > 0);
      marketplace.emit({ subject: 'clock' });
      await labelled(form, 'OAuth client');
    });
  });
});
