import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CreateCredential, UpdateCredential } from '../../../src/contract/credential-params.js';
import type { CredentialOptions } from '../../../src/contract/credential-options.js';
import type { CredentialChoice } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { apiKey, oauthSecret } from '../access-fixtures.js';
import {
  aTypeOption,
  audienceOptions,
  environmentOptions,
  grantingOptions,
  lifetimesMs,
  oneTypeOptions,
  someOptions,
} from '../credential-fixtures.js';
import { aCredential, at, can, day, fakeMarketplace, start, type FakeMarketplace, type Methods } from '../fixtures.js';
import { descriptionOf, fill, labelled } from '../form-page.js';
import { collect, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

type Read = (choice: CredentialChoice) => CredentialOptions;

async function aForm(
  read: Read,
  methods: Methods['credentials'] = {},
  attributes: Partial<CredentialForm> = {},
): Promise<{ form: CredentialForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      options: (choice = {}) => Promise.resolve(read(choice)),
      create: () => Promise.resolve(aCredential()),
      get: () => Promise.resolve(aCredential()),
      ...methods,
    },
  });
  const form = await fixture<CredentialForm>(
    html`<credential-form .marketplace=${marketplace}>
      <a slot="no-application" href="#new">Create an application</a>
    </credential-form>`,
  );
  Object.assign(form, attributes);
  return { form, marketplace };
}

const create = async (form: CredentialForm): Promise<void> => (await control(form, 'Create credential')).click();

async function created(marketplace: FakeMarketplace): Promise<CreateCredential> {
  await waitUntil(() => marketplace.callsOf('credentials.create').length > 0);
  return marketplace.callsOf('credentials.create')[0]?.[1] as CreateCredential;
}

const summary = async (form: CredentialForm): Promise<string> => {
  await waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');
  return textOf(form.shadowRoot?.getElementById('summary') as Element);
};

describe('<credential-form> choices', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('where', () => {
    it('asks for the environment first, and sends the one that was chosen (E2)', async () => {
      const { form, marketplace } = await aForm((choice) => {
        if (choice.environment === undefined)
          return environmentOptions({
            environments: ['Production', 'Sandbox'].map((name) => ({ id: name.toLowerCase(), name, allowed: true })),
          });
        return environmentOptions({
          blocked: undefined,
          environments: ['Production', 'Sandbox'].map((name) => ({ id: name.toLowerCase(), name, allowed: true })),
          resources: [{ id: `api-${choice.environment}`, name: 'Checks API', allowed: true }],
        });
      });
      await labelled(form, 'Sandbox');
      expect(textOf(form)).not.to.contain('Credential type');
      await expect(form).to.be.accessible();
      (await labelled(form, 'Sandbox')).click();
      await shows(form, 'For Checks API');
      await create(form);
      expect(await created(marketplace)).to.deep.include({ environment: 'sandbox', resourceId: 'api-sandbox' });
    });

    it('chooses the only environment a person is eligible for, and explains the other one (E1)', async () => {
      const { form, marketplace } = await aForm((choice) =>
        environmentOptions({
          blocked: choice.environment ? undefined : 'environment-required',
        }),
      );
      await waitUntil(() => marketplace.callsOf('credentials.options').length >= 2);
      expect((await labelled(form, 'Production')).checked).to.equal(true);
      expect(await descriptionOf(form, 'Sandbox')).to.contain('not eligible');
      await create(form);
      expect(await created(marketplace)).to.deep.include({ environment: 'production' });
    });

    it('asks a member of several teams which one, before anything else is known (M2)', async () => {
      const teams = ['Finance', 'Logistics'].map((name) => ({ id: name.toLowerCase(), name }));
      const { form, marketplace } = await aForm((choice) =>
        oneTypeOptions({
          needsApplication: false,
          applications: [],
          teams,
          resources: [{ id: choice.teamId ? 'theirs' : 'any', name: 'Stock API', allowed: true }],
        }),
      );
      (await labelled(form, 'Logistics')).click();
      await labelled(form, 'OAuth client');
      await create(form);
      const input = await created(marketplace);
      expect(input).to.deep.include({ teamId: 'logistics', resourceId: 'theirs' });
      expect(input).not.to.have.property('applicationId');
    });

    it('asks for the application where the page names none, and chooses the only one', async () => {
      const owner = { id: 'team-1', name: 'Finance' };
      const applications = [
        { id: 'app-1', name: 'Invoices', owner, allowed: true },
        { id: 'app-2', name: 'Payroll', owner, allowed: true },
      ];
      const { form } = await aForm(() => someOptions({ applications }));
      (await labelled(form, 'Payroll')).click();
      await shows(form, 'For Payments API in Payroll');
      const { form: only } = await aForm(() => someOptions());
      await shows(only, 'For Payments API in Invoices');
    });
  });

  describe('what stands in the way', () => {
    const cases: [string, Partial<CredentialOptions>, string][] = [
      ['a role (M1)', { blocked: 'role', message: 'Only admins do that.' }, 'Only admins do that.'],
      ['an API that is not exposed (I1)', { blocked: 'not-exposed' }, 'This API is not exposed'],
      ['a limit, and what frees a place (C10)', { blocked: 'limit-reached' }, 'that makes room for another'],
      ['a word of a newer marketplace (X3)', { blocked: 'moon-phase' }, 'No credential can be created right now'],
    ];
    for (const [what, differences, sentence] of cases) {
      it(`explains ${what}`, async () => {
        const { form } = await aForm(() => someOptions(differences));
        await shows(form, sentence);
        expect(textOf(form)).not.to.contain('Credential type');
        await expect(form).to.be.accessible();
      });
    }

    it('leads to more about it, but never to a script', async () => {
      const read = (learnMoreUrl: string) => () =>
        someOptions({ blocked: 'not-eligible', message: 'No.', learnMoreUrl });
      const { form } = await aForm(read('https://partners.example/tiers'));
      const link = await shows(form, 'Learn more').then(() => form.shadowRoot?.querySelector('a'));
      expect(link?.href).to.equal('https://partners.example/tiers');
      const { form: hostile } = await aForm(read('javascript:alert(1)'));
      await shows(hostile, 'No.');
      expect(hostile.shadowRoot?.querySelector('a')).to.equal(null);
    });

    it('offers what the page put in where there is no application', async () => {
      const { form } = await aForm(() => someOptions({ blocked: 'no-application', applications: [] }));
      await shows(form, 'No application yet');
      expect(form.querySelector('a')?.checkVisibility()).to.equal(true);
    });
  });

  describe('type', () => {
    it('says how many there are, and why one is impossible (C10)', async () => {
      const { form } = await aForm(() => audienceOptions());
      expect(await descriptionOf(form, 'Key for your organisation')).to.equal('2 of 5 used');
      const full = 'Key for somebody outside';
      expect((await labelled(form, full)).disabled).to.equal(true);
      expect(await descriptionOf(form, full))
        .to.contain('5 of 5 used')
        .and.to.contain('delete one first');
      await expect(form).to.be.accessible();
    });

    it('offers only those of one audience, and explains when none of them is possible (I2)', async () => {
      const { form } = await aForm(() => audienceOptions(), {}, { audience: 'external' });
      await shows(form, 'The limit is reached');
      expect(textOf(form)).not.to.contain('organisation');
    });

    for (const [mode, sentence] of [
      ['once', 'Its secret is shown once.'],
      ['always', 'viewed here at any time'],
      ['never', 'no secret to view'],
      ['window', 'can be viewed for 3 days'],
    ] as const) {
      it(`says before it is created that its secret can be seen: ${mode} (S1)`, async () => {
        const type = aTypeOption({ ...oauthSecret, visibility: { mode, windowMs: 3 * day } });
        const { form } = await aForm(() => someOptions({ types: [type] }));
        await shows(form, sentence);
      });
    }

    it('says that somebody outside sets the secret (S9)', async () => {
      const types = [aTypeOption({ ...oauthSecret, visibility: { mode: 'never' }, secretLater: true })];
      const { form } = await aForm(() => someOptions({ types }));
      await shows(form, 'on the page behind a share link');
    });

    it('asks how long it shall live, and sends that (C11)', async () => {
      const types = [aTypeOption({ ...apiKey, form: undefined, lifetimesMs })];
      const { form, marketplace } = await aForm(() => someOptions({ types }));
      expect((await labelled(form, 'No expiry')).checked).to.equal(true);
      expect(await descriptionOf(form, '30 days')).to.equal('Until Dec 20, 2026');
      (await labelled(form, '30 days')).click();
      await create(form);
      expect(await created(marketplace)).to.deep.include({ lifetimeMs: 30 * day });
    });
  });

  describe('what is there already (C12)', () => {
    const identifiers = [{ name: 'clientId', label: 'Client ID', value: 'client-4711' }];
    const read = () => oneTypeOptions({ existing: [{ id: 'cred-9', name: 'Shop key', state: 'active', identifiers }] });
    const shop = aCredential({ id: 'cred-9', name: 'Shop key', resources: [{ id: 'res-0', name: 'Orders API' }] });

    it('is offered first, and serves the API too without a new secret', async () => {
      let now = shop;
      const { form, marketplace } = await aForm(read, {
        get: () => Promise.resolve(now),
        update: () => Promise.resolve((now = { ...shop, transition: 'updating', version: '2' })),
      });
      const events = collect(form, 'credential-update', 'credential-updated', 'credential-create');
      expect(await descriptionOf(form, 'Use “Shop key” for this API too')).to.equal('Client ID: client-4711');
      await expect(form).to.be.accessible();
      (await labelled(form, 'Use “Shop key” for this API too')).click();
      (await control(form, 'Use this credential')).click();
      await shows(form, 'Waiting for the gateway');
      const [call] = marketplace.callsOf('credentials.update');
      expect(call?.slice(1, 3)).to.deep.equal(['cred-9', { resourceIds: ['res-0', 'res-1'] }]);
      expect(call?.[3]).to.include({ ifMatch: '1' });
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-update', 'credential-updated']);
      now = shop;
      marketplace.emit({ subject: 'credential', subjectId: 'cred-9' });
      await shows(form, 'It can be used for this API too.');
    });

    it('says what is inactive, and what ends', async () => {
      const expiresAt = at(start + 30 * day);
      const existing = [{ id: 'cred-9', name: 'Shop key', state: 'inactive' as const, identifiers, expiresAt }];
      const { form } = await aForm(() => oneTypeOptions({ existing }));
      expect(await descriptionOf(form, 'Use “Shop key” for this API too')).to.equal(
        'Client ID: client-4711Inactive: its calls are refused until it is enabled.Until Dec 20, 2026',
      );
    });

    it('stays where it is when the page takes over', async () => {
      const { form, marketplace } = await aForm(read, { get: () => Promise.resolve(shop) });
      form.addEventListener('credential-update', (event) => event.preventDefault());
      (await labelled(form, 'Use “Shop key” for this API too')).click();
      (await control(form, 'Use this credential')).click();
      await waitUntil(() => marketplace.callsOf('credentials.get').length === 1);
      await control(form, 'Use this credential');
      expect(marketplace.callsOf('credentials.update')).to.deep.equal([]);
    });

    it('is not in the way of another one', async () => {
      const { form, marketplace } = await aForm(read);
      expect((await labelled(form, 'Create another credential')).checked).to.equal(true);
      await create(form);
      expect(await created(marketplace)).to.deep.include({ resourceId: 'res-1' });
    });
  });

  describe('what the marketplace says of a field', () => {
    it('stands at that field', async () => {
      const types = [aTypeOption({ ...apiKey, form: undefined, lifetimesMs })];
      const error = new ApiError('validation-failed', 'x', {
        errors: [
          { pointer: '/lifetimeMs', detail: 'Too long for this plan.' },
          { pointer: '/typeId', detail: 'Not this type.' },
          { pointer: '/environment', detail: 'Not here.' },
        ],
      });
      const { form } = await aForm(() => someOptions({ types }), { create: () => Promise.reject(error) });
      await labelled(form, '30 days');
      await create(form);
      const text = await summary(form);
      expect(text).to.contain('Lifetime: Too long for this plan.').and.to.contain('Credential type: Not this type.');
      // What is not asked for has no place to go to.
      expect(text).to.contain('Environment: Not here.');
      expect(form.shadowRoot?.querySelectorAll('#summary a')).to.have.length(2);
      expect(textOf(form.shadowRoot?.getElementById('lifetime') as Element)).to.contain('Too long for this plan.');
    });
  });
});

describe('<credential-form> grants (M2)', () => {
  it('asks for APIs, then for a permission and a scope of each, and shows what was selected for the person', async () => {
    const { form, marketplace } = await aForm(() => grantingOptions());
    (await labelled(form, 'Profile API')).click();
    (await labelled(form, 'Platform API')).click();
    (await labelled(form, 'Planning API')).click();
    await shows(form, 'Organizations for Platform API Acme Selected for you: there is no other choice.');
    await shows(form, '0 of 3 selected');
    await expect(form).to.be.accessible();
    const box = (name: string) => form.shadowRoot?.getElementById(name) as HTMLElement;
    (box('permission-0').querySelector('[value="read"]') as HTMLElement).click();
    (box('permission-1').querySelector('[value="write"]') as HTMLElement).click();
    (await labelled(form, 'Europe')).click();
    await shows(form, '1 of 3 selected');
    (await control(form, 'Select all Workspaces for Profile API')).click();
    await shows(form, '3 of 3 selected');
    (await labelled(form, 'Asia')).click();
    await create(form);
    expect((await created(marketplace)).grants).to.deep.equal([
      { resourceId: 'profile', permissionId: 'read', scopeIds: ['ws-Europe', 'ws-Americas'] },
      { resourceId: 'platform', permissionId: 'write' },
      { resourceId: 'planning', permissionId: 'read', scopeIds: ['acct-1'] },
    ]);
  });

  it('says what is missing', async () => {
    const { form } = await aForm(() => grantingOptions());
    await labelled(form, 'Profile API');
    await create(form);
    expect(await summary(form)).to.contain('What it may do: Choose at least one API.');
    (await labelled(form, 'Profile API')).click();
    await create(form);
    expect(await summary(form))
      .to.contain('Permission for Profile API: Choose a permission.')
      .and.to.contain('Workspaces for Profile API: Choose at least one.');
  });

  it('shows what the marketplace says of a part at that part', async () => {
    const errors = [{ pointer: '/grants/1/scopeIds', detail: 'Europe is closed.' }];
    const { form } = await aForm(() => grantingOptions(), {
      create: () => Promise.reject(new ApiError('validation-failed', 'x', { errors })),
    });
    (await labelled(form, 'Planning API')).click();
    (await labelled(form, 'Profile API')).click();
    await shows(form, '0 of 3 selected');
    (form.shadowRoot?.querySelector('#permission-0 [value="read"]') as HTMLElement).click();
    (await labelled(form, 'Europe')).click();
    await create(form);
    // The second that was sent is the Planning API: its scope is settled, so the problem stands at its permission.
    expect(await summary(form)).to.contain('Permission for Planning API: Europe is closed.');
  });
});

describe('<credential-form credential-id>', () => {
  const granted = aCredential({
    application: undefined,
    resources: [],
    grants: [
      {
        resource: { id: 'profile', name: 'Profile API' },
        permission: { id: 'read', name: 'Read-only' },
        scope: { level: 'workspace', items: [{ id: 'ws-Europe', name: 'Europe' }], locked: false },
      },
    ],
    actions: can('update'),
  });

  async function anEdit(credential = granted, methods: Methods['credentials'] = {}) {
    return aForm(
      () => grantingOptions(),
      { get: () => Promise.resolve(credential), ...methods },
      { credentialId: 'cred-1' },
    );
  }

  const updated = (marketplace: FakeMarketplace): [UpdateCredential, CallOptions][] =>
    marketplace
      .callsOf('credentials.update')
      .map(([, , input, options]) => [input as UpdateCredential, options as CallOptions]);

  it('edits the name and the grants, with the version that was seen (C9)', async () => {
    const { form, marketplace } = await anEdit(granted, {
      update: () => Promise.resolve({ ...granted, name: 'Nightly', transition: 'updating' as const, version: '2' }),
    });
    const events = collect(form, 'credential-update', 'credential-updated');
    expect((await labelled(form, 'Profile API')).checked).to.equal(true);
    expect((await labelled(form, 'Europe')).checked).to.equal(true);
    await expect(form).to.be.accessible();
    fill(await labelled(form, 'Name'), 'Nightly');
    (await labelled(form, 'Asia')).click();
    (await control(form, 'Save changes')).click();
    await shows(form, 'its secret stays the same');
    expect(updated(marketplace)[0]?.[0]).to.deep.equal({
      name: 'Nightly',
      grants: [{ resourceId: 'profile', permissionId: 'read', scopeIds: ['ws-Europe', 'ws-Asia'] }],
    });
    expect(updated(marketplace)[0]?.[1]).to.include({ ifMatch: '1' });
    expect(events.map(({ type }) => type)).to.deep.equal(['credential-update', 'credential-updated']);
    expect(form.dirty).to.equal(false);
  });

  it('asks for nothing else where there are no grants', async () => {
    const { form, marketplace } = await anEdit(aCredential({ actions: can('update') }));
    expect((await labelled(form, 'Name')).value).to.equal('Billing key');
    expect(textOf(form)).not.to.contain('What it may do');
    expect(marketplace.callsOf('credentials.options')).to.deep.equal([]);
  });

  it('keeps what was entered after a lost race, and sends it on top of what it is then', async () => {
    let version = '1';
    const { form, marketplace } = await anEdit(granted, {
      get: () => Promise.resolve({ ...granted, version }),
      update: (_id, _input, options) =>
        options?.ifMatch === '2'
          ? Promise.resolve({ ...granted, name: 'Mine', version: '3' })
          : Promise.reject(new ApiError('precondition-failed', 'x')),
    });
    fill(await labelled(form, 'Name'), 'Mine');
    version = '2';
    (await control(form, 'Save changes')).click();
    expect(await summary(form)).to.contain('Somebody changed it in the meantime.');
    expect((await labelled(form, 'Name')).value).to.equal('Mine');
    await waitUntil(() => marketplace.callsOf('credentials.get').length === 2);
    await form.updateComplete;
    (await control(form, 'Save changes')).click();
    await waitUntil(() => form.dirty === false);
    expect(new Set(updated(marketplace).map(([, { idempotencyKey }]) => idempotencyKey)).size).to.equal(2);
  });

  it('says why it cannot be edited, and when it is gone', async () => {
    const { form } = await anEdit(aCredential({ actions: [{ action: 'update', allowed: false, reason: 'deleting' }] }));
    await shows(form, 'It is being deleted.');
    const { form: gone } = await anEdit(granted, { get: () => Promise.reject(new ApiError('not-found', 'x')) });
    await shows(gone, 'no longer exists');
  });

  it('keeps what was entered while it changes elsewhere', async () => {
    let name = 'Billing key';
    const { form, marketplace } = await anEdit(granted, { get: () => Promise.resolve({ ...granted, name }) });
    const field = await labelled(form, 'Name');
    name = 'Renamed elsewhere';
    await waitUntil(() => marketplace.streams === 1);
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
    await waitUntil(() => field.value === 'Renamed elsewhere');
    fill(field, 'Mine');
    name = 'Renamed again';
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
    await waitUntil(() => marketplace.callsOf('credentials.get').length === 3);
    await form.updateComplete;
    expect(field.value).to.equal('Mine');
  });

  it('asks before what was entered is thrown away', async () => {
    const { form } = await anEdit();
    expect(await form.requestClose()).to.equal(true);
    fill(await labelled(form, 'Name'), 'Mine');
    const first = form.requestClose();
    (await control(form, 'Keep editing')).click();
    expect(await first).to.equal(false);
    const second = form.requestClose();
    expect((await control(form, 'Discard')).classList.contains('critical')).to.equal(true);
    expect(nameOf(focused())).to.equal('Keep editing');
    (await control(form, 'Discard')).click();
    expect(await second).to.equal(true);
  });
});
