import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CreateCredential } from '../../../src/contract/credential-params.js';
import type { GrantOption } from '../../../src/contract/grant.js';
import { ApiError } from '../../../src/contract/error.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { found } from '../../../src/elements/credential-form/grant-scope.js';
import { grantingOptions, someGrants } from '../credential-fixtures.js';
import { aCredential, can, fakeMarketplace, type FakeMarketplace, type Methods } from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
import { control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const refs = (count: number, what: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${what}-${at}`, name: `${what} ${String(at).padStart(3, '0')}` }));

const anApi = (name: string, scopes: number): GrantOption => ({
  resource: { id: name, name },
  permissions: [
    { id: 'read', name: 'Read-only' },
    { id: 'write', name: 'Read and write' },
  ],
  scope: { level: 'workspace', items: refs(scopes, 'Workspace'), locked: false },
});

async function aForm(
  grants: GrantOption[],
  credentials: Methods['credentials'] = {},
  credentialId?: string,
): Promise<{ form: CredentialForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      options: () => Promise.resolve(grantingOptions({ grants })),
      create: () => Promise.resolve(aCredential()),
      get: () => Promise.resolve(aCredential()),
      ...credentials,
    },
  });
  const form = await fixture<CredentialForm>(
    html`<credential-form .marketplace=${marketplace} .credentialId=${credentialId}></credential-form>`,
  );
  return { form, marketplace };
}

const search = (form: CredentialForm, id: string): HTMLInputElement =>
  form.shadowRoot?.getElementById(id) as HTMLInputElement;
const boxes = (form: CredentialForm): HTMLInputElement[] => [
  ...(form.shadowRoot?.querySelectorAll<HTMLInputElement>('.option input[type="checkbox"]') ?? []),
];

async function withManyScopes(): Promise<{ form: CredentialForm; marketplace: FakeMarketplace }> {
  const shown = await aForm([anApi('Profile API', 500)]);
  (await labelled(shown.form, 'Profile API')).click();
  await waitUntil(() => boxes(shown.form).length === 500);
  return shown;
}

describe('UX list 10: grants', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('UX list 10: a long list has a search, "n of m", and selects all that were found', async () => {
    const { form, marketplace } = await withManyScopes();
    await shows(form, '0 of 500 selected');
    search(form, 'scope-0-search').focus();
    await sendKeys({ type: '12' });
    await shows(form, '15 of 500 found');
    expect(boxes(form)).to.have.length(15);
    (await control(form, 'Select all that were found Workspaces for Profile API')).click();
    await shows(form, '15 of 500 selected');
    fill(search(form, 'scope-0-search'), '');
    await waitUntil(() => boxes(form).length === 500);
    expect(boxes(form).filter(({ checked }) => checked)).to.have.length(15);
    (form.shadowRoot?.querySelector('[value="write"]') as HTMLElement).click();
    (await control(form, 'Create credential')).click();
    await waitUntil(() => marketplace.callsOf('credentials.create').length === 1);
    const { grants } = marketplace.callsOf('credentials.create')[0]?.[1] as CreateCredential;
    expect(grants?.[0]?.permissionId).to.equal('write');
    expect(grants?.[0]?.scopeIds).to.have.length(15);
  });

  it('UX list 10: a long list is one stop of the Tab key, and the arrow keys move in it', async () => {
    const { form } = await withManyScopes();
    search(form, 'scope-0-search').focus();
    await sendKeys({ press: 'Tab' });
    const at = (): string => (focused() as HTMLInputElement | null)?.labels?.[0]?.textContent ?? nameOf(focused());
    expect(at()).to.equal('Workspace 000');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    expect(at()).to.equal('Workspace 001');
    await shows(form, '1 of 500 selected');
    expect(at()).to.equal('Workspace 001');
    await sendKeys({ press: 'End' });
    expect(at()).to.equal('Workspace 499');
    await sendKeys({ press: 'PageUp' });
    expect(at()).to.equal('Workspace 489');
    await sendKeys({ press: 'Tab' });
    expect(at()).to.contain('Select all');
    await sendKeys({ press: 'Shift+Tab' });
    expect(at()).to.equal('Workspace 489');
    await sendKeys({ press: 'Home' });
    expect(at()).to.equal('Workspace 000');
  });

  it('UX list 10: nothing is sent by the Enter key in a search, and a search that finds nothing says so', async () => {
    const { form, marketplace } = await withManyScopes();
    search(form, 'scope-0-search').focus();
    await sendKeys({ type: 'nowhere' });
    await sendKeys({ press: 'Enter' });
    await shows(form, '0 of 500 found');
    expect(boxes(form)).to.have.length(0);
    expect(form.shadowRoot?.getElementById('summary')).to.equal(null);
    expect(marketplace.callsOf('credentials.create')).to.have.length(0);
  });

  it('UX list 10: many APIs have a search too, and those that are chosen stay in sight', async () => {
    const apis = Array.from({ length: 12 }, (_, at) => anApi(`API ${String.fromCharCode(65 + at)}`, 2));
    const { form } = await aForm(apis);
    (await labelled(form, 'API C')).click();
    await shows(form, '1 of 12 selected');
    fill(search(form, 'grants-search'), 'api k');
    await waitUntil(() => form.shadowRoot?.querySelectorAll('.grant').length === 2);
    expect(textOf(form)).to.contain('API C').and.to.contain('API K').and.not.to.contain('API A');
    await expect(form).to.be.accessible();
  });

  it('UX list 10: a list with a search is accessible', async () => {
    const { form } = await aForm([anApi('Profile API', 12)]);
    (await labelled(form, 'Profile API')).click();
    await waitUntil(() => boxes(form).length === 12);
    await expect(form).to.be.accessible();
  });

  it('UX list 10: what was selected for somebody is shown as such, with what it comes to', async () => {
    const [workspaces] = grantingOptions().grants ?? [];
    const { form } = await aForm([
      workspaces!,
      { ...anApi('Platform API', 1), permissions: [{ id: 'read', name: 'Read-only' }] },
    ]);
    (await labelled(form, 'Platform API')).click();
    await shows(form, 'Selected for you: there is no other choice.');
    await shows(form, 'The only permission this API knows.');
    await shows(form, 'Read-only · 1 of 1');
  });

  it('UX list 10: what the marketplace refuses stands at its part, in the words of the page', async () => {
    const error = new ApiError('validation-failed', 'x', {
      errors: [{ pointer: '/grants/0/scopeIds', detail: 'Not one of the scopes there are.', reason: 'unknown' }],
    });
    const { form } = await aForm([anApi('Profile API', 3)], { create: () => Promise.reject(error) });
    (await labelled(form, 'Profile API')).click();
    (await labelled(form, 'Read-only')).click();
    (await labelled(form, 'Workspace 001')).click();
    (await control(form, 'Create credential')).click();
    await waitUntil(() => focused()?.id === 'summary');
    await shows(form, 'Workspaces for Profile API: This choice is no longer available.');
    expect(form.shadowRoot?.querySelector('#summary a')?.getAttribute('href')).to.equal('#scope-0');
    (await labelled(form, 'Workspace 002')).click();
    await waitUntil(() => !form.shadowRoot?.getElementById('scope-0-problem'));
  });

  it('C9: edits what is granted, with everything else as it is', async () => {
    const credential = aCredential({ grants: someGrants, resources: [], actions: can('update') });
    const { form, marketplace } = await aForm(
      grantingOptions().grants ?? [],
      { get: () => Promise.resolve(credential), update: () => Promise.resolve(credential) },
      'cred-1',
    );
    await shows(form, '2 of 3 selected');
    (await labelled(form, 'Americas')).click();
    (await control(form, 'Save changes')).click();
    await waitUntil(() => marketplace.callsOf('credentials.update').length === 1);
    const [, , input, options] = marketplace.callsOf('credentials.update')[0] as [string, string, object, object];
    expect(input).to.deep.equal({
      name: 'Billing key',
      grants: [
        { resourceId: 'profile', permissionId: 'read', scopeIds: ['ws-Europe', 'ws-Asia', 'ws-Americas'] },
        { resourceId: 'platform', permissionId: 'write' },
      ],
    });
    expect(options).to.include({ ifMatch: '1' });
  });

  it('finds by name, whatever its case, and by the whole id', () => {
    const items = [
      { id: 'ws_1', name: 'Köln' },
      { id: 'ws_10', name: 'Aachen' },
    ];
    expect(found(items, ' KÖL ').map(({ id }) => id)).to.deep.equal(['ws_1']);
    expect(found(items, 'WS_1').map(({ id }) => id)).to.deep.equal(['ws_1']);
    expect(found(items, ' ')).to.equal(items);
  });
});
