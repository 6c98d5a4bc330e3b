import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CredentialBatchResult } from '../../../src/contract/credential-batch.js';

import type { Page } from '../../../src/contract/primitives.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { basics } from '../../../src/locales/en/basics.js';
import { environmentOptions } from '../credential-fixtures.js';
import { aCredential, at, can, deferred, fakeMarketplace, minute, page, start, type Methods } from '../fixtures.js';
import { control, findAll, shows, textOf, waitUntil } from '../page.js';

async function aList(credentials: NonNullable<Methods['credentials']>) {
  const marketplace = fakeMarketplace({ credentials });
  const list = await fixture<CredentialList>(
    html`<credential-list selectable .marketplace=${marketplace}></credential-list>`,
  );
  await control(list, 'Select all that are shown');
  await waitUntil(() => marketplace.streams === 1);
  return { list, marketplace };
}

const states = (list: CredentialList): string[] => findAll(list, '.badge').map(textOf);

const inactive = aCredential({ state: 'inactive', updatedAt: at(start + minute) });

describe('<credential-list> whose answers come late', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('keeps what it has heard since over an older page', async () => {
    const late = deferred<Page<Credential>>();
    let asked = 0;
    const { list, marketplace } = await aList({
      list: () => (asked++ === 0 ? Promise.resolve(page([aCredential()])) : late.promise),
      get: () => Promise.resolve(inactive),
    });
    list.sort = 'name';
    await waitUntil(() => asked === 2);
    marketplace.emit({ subject: 'credential', subjectId: inactive.id });
    await waitUntil(() => states(list)[0] === 'Inactive');
    late.resolve(page([aCredential(), aCredential({ id: 'other', name: 'Other key' })]));
    await shows(list, 'Other key');
    expect(states(list)).to.deep.equal(['Inactive', 'Active']);
  });

  it('does not bring back what has been deleted since', async () => {
    const late = deferred<Page<Credential>>();
    let asked = 0;
    const { list, marketplace } = await aList({
      list: () => (asked++ === 0 ? Promise.resolve(page([aCredential()])) : late.promise),
    });
    list.sort = 'name';
    await waitUntil(() => asked === 2);
    marketplace.emit({ subject: 'credential', subjectId: inactive.id, removed: true });
    await waitUntil(() => states(list).length === 0);
    late.resolve(page([aCredential(), aCredential({ id: 'other', name: 'Other key' })]));
    await shows(list, 'Other key');
    await waitUntil(() => states(list).length === 1);
  });

  it('keeps what it has heard since over the answer to a batch', async () => {
    const late = deferred<CredentialBatchResult>();
    const before = aCredential({ actions: can('suspend') });
    const { list, marketplace } = await aList({
      list: () => Promise.resolve(page([before])),
      get: () => Promise.resolve(inactive),
      batch: () => late.promise,
    });
    (await control(list, 'Select Billing key')).click();
    (await control(list, 'Suspend')).focus();
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Suspend 1 credential?');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => states(list)[0] === 'Suspending…');
    marketplace.emit({ subject: 'credential', subjectId: before.id });
    await waitUntil(() => states(list)[0] === 'Inactive');
    late.resolve({ items: [{ id: before.id, credential: { ...before, transition: 'suspending' } }] });
    await waitUntil(() => list.shadowRoot?.querySelector('dialog') === null);
    expect(states(list)).to.deep.equal(['Inactive']);
  });

  it('leaves counts of another view alone', async () => {
    const late = deferred<Page<Credential>>();
    const counted = (count: number): Page<Credential> =>
      page([aCredential()], {
        facets: [
          {
            field: 'risk',
            values: [
              { value: 'unused', count },
              { value: 'inactive', count: 1 },
            ],
          },
        ],
      });
    const { list, marketplace } = await aList({
      list: (params) => (params?.limit === 1 ? late.promise : Promise.resolve(counted(params?.q ? 2 : 3))),
      get: () => Promise.resolve(inactive),
    });
    await shows(list, 'Never used (3)');
    marketplace.emit({ subject: 'credential', subjectId: inactive.id });
    await waitUntil(() =>
      marketplace.callsOf('credentials.list').some(([, params]) => (params as { limit?: number }).limit === 1),
    );
    list.query = 'Billing';
    await shows(list, 'Never used (2)');
    late.resolve(counted(7));
    await late.promise;
    await list.updateComplete;
    await shows(list, 'Never used (2)');
  });

  it('says that what a menu offers could not be done, whatever went wrong', async () => {
    const { list } = await aList({
      list: () => Promise.resolve(page([aCredential({ actions: can('suspend') })])),
      get: () => Promise.resolve(aCredential()),
    });
    list.dispatchEvent = () => {
      throw new Error('no code');
    };
    (await control(list, 'Actions for Billing key')).focus();
    await sendKeys({ press: 'Enter' });
    (await control(list, 'Suspend credential')).focus();
    await sendKeys({ press: 'Enter' });
    await shows(list, basics.partFailed);
  });

  it('asks again what can be created, too, when it is read again', async () => {
    const { list, marketplace } = await aList({
      list: () => Promise.resolve(page([aCredential()])),
      options: () => Promise.resolve(environmentOptions({ environments: [], blocked: undefined })),
    });
    await waitUntil(() => marketplace.callsOf('credentials.options').length === 1);
    await list.refresh();
    await waitUntil(() => marketplace.callsOf('credentials.options').length === 2);
  });

  it('forgets the environment that was chosen of another marketplace', async () => {
    const marketplace = (name: string) =>
      fakeMarketplace({
        credentials: {
          list: () => Promise.resolve(page([aCredential({ name })])),
          options: () => Promise.resolve(environmentOptions()),
        },
      });
    const list = await fixture<CredentialList>(
      html`<credential-list .marketplace=${marketplace('Ours')}></credential-list>`,
    );
    await shows(list, 'Production');
    findAll<HTMLInputElement>(list, '.environments input')[0]?.click();
    expect(list.environment).to.equal('production');
    const other = marketplace('Theirs');
    list.marketplace = other;
    await waitUntil(() => other.callsOf('credentials.options').length > 0);
    expect(list.environment).to.equal(undefined);
    for (const [, params] of other.callsOf('credentials.list'))
      expect((params as { environment?: string }).environment).to.equal(undefined);
  });
});
