import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { CredentialOptions } from '../../../src/contract/credential-options.js';
import type { CredentialChoice } from '../../../src/contract/credential-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { Page } from '../../../src/contract/primitives.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { common } from '../../../src/locales/en/common.js';
import {
  audienceOptions,
  environmentOptions,
  oneTypeOptions,
  someGrants,
  someOptions,
} from '../credential-fixtures.js';
import {
  aCredential,
  at,
  can,
  day,
  deferred,
  fakeMarketplace,
  hour,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { labelled } from '../form-page.js';
import { appears, collect, control, findAll, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

async function aList(
  options: CredentialOptions | ((choice: CredentialChoice) => CredentialOptions | Promise<CredentialOptions>),
  methods: Methods['credentials'] = {},
  attributes: Partial<CredentialList> = {},
): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: {
      list: () => Promise.resolve(page([aCredential()])),
      get: (id) => Promise.resolve(aCredential({ id })),
      options: (choice = {}) => Promise.resolve(typeof options === 'function' ? options(choice) : options),
      ...methods,
    },
  });
  const list = document.createElement('credential-list');
  Object.assign(list, { marketplace }, attributes);
  await fixture(html`<div>${list}</div>`);
  return { list, marketplace };
}

const refused = () => Promise.reject(new ApiError('forbidden', 'x', { reason: 'role' }));
const tableOf = (list: CredentialList) => list.shadowRoot?.querySelector('table');

describe('<credential-list> offer', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('filters', () => {
    it('asks for the environment and the audience it is given (E2, I2)', async () => {
      const { list, marketplace } = await aList(
        someOptions(),
        {},
        { environment: 'sandbox', audience: 'internal', resourceId: 'res-1' },
      );
      await shows(list, 'Billing key');
      expect(marketplace.callsOf('credentials.list')[0]?.[1]).to.deep.include({
        environment: 'sandbox',
        audience: 'internal',
      });
      await waitUntil(() => marketplace.callsOf('credentials.options').length === 1);
      expect(marketplace.callsOf('credentials.options')[0]?.[1]).to.deep.equal({
        environment: 'sandbox',
        applicationId: undefined,
        resourceId: 'res-1',
      });
    });

    it('takes in no new credential of another environment or audience', async () => {
      const type = { id: 'internal', name: 'Key', kind: 'key-pair' as const, audience: 'internal' as const };
      const others: Record<string, Partial<Credential>> = {
        b: { environment: 'production', type },
        c: { environment: 'sandbox', type: { ...type, audience: 'external' } },
        d: { environment: 'sandbox', type },
      };
      const { list, marketplace } = await aList(
        someOptions(),
        { get: (id) => Promise.resolve(aCredential({ id, name: `New ${id}`, ...others[id] })) },
        { environment: 'sandbox', audience: 'internal' },
      );
      await waitUntil(() => marketplace.streams === 1);
      for (const subjectId of ['b', 'c', 'd']) marketplace.emit({ subject: 'credential', subjectId });
      await shows(list, 'New d');
      expect(textOf(list)).not.to.match(/New [bc]/);
    });
  });

  describe('limit (C10)', () => {
    it('is shown without delaying the list', async () => {
      const answer = deferred<CredentialOptions>();
      const { list } = await aList(() => answer.promise, {}, { audience: 'internal' });
      await shows(list, 'Billing key');
      answer.resolve(audienceOptions());
      await shows(list, '2 of 5 used');
      expect(textOf(list)).not.to.contain('The limit is reached');
      await expect(list).to.be.accessible();
    });

    it('says what frees a place once it is reached', async () => {
      const { list } = await aList(audienceOptions(), {}, { audience: 'external' });
      await shows(list, '5 of 5 used');
      await shows(list, 'Delete a credential that is no longer needed');
      await shows(list, 'Billing key');
      await expect(list).to.be.accessible();
    });

    it('tells the types apart where there are several', async () => {
      const { list } = await aList(audienceOptions());
      await shows(list, 'Key for your organisation: 2 of 5 used');
      await shows(list, 'Key for somebody outside: 5 of 5 used');
    });

    it('follows what is created and deleted', async () => {
      let used = 4;
      const { list, marketplace } = await aList(() =>
        oneTypeOptions({ types: oneTypeOptions().types.map((type) => ({ ...type, limit: { used, most: 5 } })) }),
      );
      await shows(list, '4 of 5 used');
      await waitUntil(() => marketplace.streams === 1);
      used = 5;
      marketplace.emit({ subject: 'credential', subjectId: 'new' });
      await shows(list, '5 of 5 used');
      used = 4;
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1', removed: true });
      await shows(list, '4 of 5 used');
    });

    it('is left out where there is none, or where it cannot be read', async () => {
      const { list, marketplace } = await aList(() => Promise.reject(new ApiError('unavailable', 'x')));
      await waitUntil(() => marketplace.callsOf('credentials.options').length === 1);
      await shows(list, 'Billing key');
      expect(textOf(list)).not.to.contain(common['error-unavailable']);
    });
  });

  describe('gates', () => {
    it('replaces the list for who has not the role (M1)', async () => {
      const { list } = await aList(someOptions({ blocked: 'role', message: 'Only admins manage these.' }), {
        list: refused,
      });
      await shows(list, 'Only admins manage these.');
      expect(tableOf(list)?.checkVisibility()).to.equal(false);
      expect(textOf(list)).not.to.contain(common['error-forbidden']);
      await expect(list).to.be.accessible();
    });

    it('shows no error while it asks why the list was refused', async () => {
      const answer = deferred<CredentialOptions>();
      const { list, marketplace } = await aList(() => answer.promise, { list: refused });
      await waitUntil(() => marketplace.callsOf('credentials.options').length === 1);
      await list.updateComplete;
      expect(textOf(list)).not.to.contain(common['error-forbidden']);
      answer.reject(new ApiError('unavailable', 'x'));
      await shows(list, common['error-forbidden']);
    });

    it('replaces the list for who is not eligible, and leads to more about it (E1)', async () => {
      const { list } = await aList(
        someOptions({
          blocked: 'not-eligible',
          message: 'Silver and above.',
          learnMoreUrl: 'https://partners.example/',
        }),
        { list: () => Promise.resolve(page([])) },
      );
      await shows(list, 'Silver and above.');
      expect(list.shadowRoot?.querySelector('a')?.href).to.equal('https://partners.example/');
      expect(textOf(list)).not.to.contain('No credentials yet');
    });

    it('keeps what is there, and says why no more can be created, while an API is not exposed (I1)', async () => {
      let exposed = false;
      const { list, marketplace } = await aList(() => someOptions(exposed ? {} : { blocked: 'not-exposed' }));
      await shows(list, 'This API is not exposed');
      await shows(list, 'Billing key');
      exposed = true;
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'resource', subjectId: 'res-1' });
      await waitUntil(() => !textOf(list).includes('not exposed'));
    });

    it('asks for the environment where the page names none (E2)', async () => {
      const { list, marketplace } = await aList(
        (choice) =>
          environmentOptions(
            choice.environment === 'sandbox'
              ? { blocked: 'not-eligible', message: 'Silver and above.' }
              : choice.environment
                ? { blocked: undefined }
                : {},
          ),
        {
          list: (params) =>
            params?.environment === undefined
              ? Promise.reject(new ApiError('validation-failed', 'x'))
              : Promise.resolve(page([aCredential({ environment: params.environment })])),
        },
      );
      await shows(list, 'Choose an environment');
      await expect(list).to.be.accessible();
      (await labelled(list, 'Production')).click();
      await shows(list, 'Billing key');
      expect(list.environment).to.equal('production');
      (await labelled(list, 'Sandbox')).focus();
      (await labelled(list, 'Sandbox')).click();
      await shows(list, 'Silver and above.');
      expect(nameOf((focused() as HTMLInputElement).labels?.[0] ?? null)).to.equal('Sandbox');
      expect(marketplace.callsOf('credentials.list').at(-1)?.[1]).to.deep.include({ environment: 'sandbox' });
    });
  });

  describe('create', () => {
    it('opens the form in a panel, for what the list is of', async () => {
      const { list, marketplace } = await aList(oneTypeOptions(), {}, { creatable: true, applicationId: 'app-1' });
      const events = collect(list, 'credential-add');
      (await control(list, 'Create credential')).click();
      await shows(list, 'For Payments API in Invoices');
      await expect(list).to.be.accessible();
      expect(events).to.have.length(1);
      expect(marketplace.callsOf('credentials.options').at(-1)?.[1]).to.deep.include({ applicationId: 'app-1' });
    });

    it('opens it too for another one in place of a secret that is gone (S3)', async () => {
      const viewed = aCredential({ secret: { visibility: 'once', state: 'viewed' }, actions: can('update', 'reveal') });
      const { list } = await aList(
        oneTypeOptions(),
        { list: () => Promise.resolve(page([viewed])), get: () => Promise.resolve(viewed) },
        { creatable: true, applicationId: 'app-1' },
      );
      (await control(list, 'View secret of Billing key')).click();
      (await control(list, 'Create another credential')).click();
      await shows(list, 'For Payments API in Invoices');
    });

    it('creates in the environment the page is of by now, and not before it is known what can be (E2)', async () => {
      const later = { list: deferred<Page<Credential>>(), options: deferred<CredentialOptions>() };
      const { list, marketplace } = await aList(
        ({ environment }) => (environment === 'sandbox' ? later.options.promise : oneTypeOptions()),
        {
          list: (params) => (params?.environment === 'sandbox' ? later.list.promise : Promise.resolve(page([]))),
        },
        { creatable: true, environment: 'production', applicationId: 'app-1' },
      );
      const button = await control(list, 'Create credential');
      const events = collect(list, 'credential-add');
      button.focus();
      Object.assign(list, {
        environment: 'sandbox',
        applicationId: 'app-2',
        resourceId: 'res-2',
        audience: 'internal',
      });
      for (const step of [() => later.list.resolve(page([])), () => later.options.resolve(oneTypeOptions())]) {
        await waitUntil(() => button.getAttribute('aria-busy') === 'true');
        expect(button.getAttribute('aria-disabled')).to.equal('true');
        expect(focused()).to.equal(button);
        await sendKeys({ press: 'Enter' });
        step();
        await waitUntil(() => marketplace.callsOf('credentials.options').length === 2);
      }
      await waitUntil(() => button.getAttribute('aria-busy') === 'false');
      expect(focused()).to.equal(button);
      expect(events).to.have.length(0);
      await sendKeys({ press: 'Enter' });
      const form = await appears(() => findAll<CredentialForm>(list, 'credential-form')[0], 'no form');
      const { environment, applicationId, resourceId, audience } = form;
      expect({ environment, applicationId, resourceId, audience }).to.deep.equal({
        environment: 'sandbox',
        applicationId: 'app-2',
        resourceId: 'res-2',
        audience: 'internal',
      });
    });

    for (const [name, change] of [
      ['the list is read again', (list: CredentialList) => void list.refresh()],
      ['the list has become another one', (list: CredentialList) => (list.environment = 'sandbox')],
    ] as const)
      it(`gives the button the focus back although ${name} meanwhile`, async () => {
        let isLate = false;
        const { list, marketplace } = await aList(
          () => (isLate ? new Promise(() => undefined) : oneTypeOptions()),
          {},
          { creatable: true, environment: 'production', applicationId: 'app-1' },
        );
        const button = await control(list, 'Create credential');
        button.focus();
        await sendKeys({ press: 'Enter' });
        await shows(list, 'For Payments API in Invoices');
        const asked = marketplace.callsOf('credentials.options').length;
        isLate = true;
        change(list);
        await waitUntil(() => marketplace.callsOf('credentials.options').length > asked);
        await sendKeys({ press: 'Escape' });
        await waitUntil(() => findAll(list, 'dialog').length === 0);
        await waitUntil(() => focused() === button);
        expect(button.isConnected).to.equal(true);
      });

    it('opens one form however often it is asked for, and none to who has pressed Escape', async () => {
      const { list } = await aList(oneTypeOptions(), {}, { creatable: true, applicationId: 'app-1' });
      const events = collect(list, 'credential-add');
      const button = await control(list, 'Create credential');
      button.click();
      button.click();
      expect(events).to.have.length(1);
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      button.click();
      expect(events).to.have.length(2);
      await shows(list, 'For Payments API in Invoices');
      expect(findAll(list, 'dialog')).to.have.length(1);
    });

    it('opens one panel only: the one that was asked for last', async () => {
      const { list } = await aList(
        oneTypeOptions(),
        {
          list: () =>
            Promise.resolve(
              page(
                ['First', 'Second'].map((name) => aCredential({ id: name, name, actions: can('update', 'reveal') })),
              ),
            ),
        },
        { creatable: true, applicationId: 'app-1' },
      );
      const create = await control(list, 'Create credential');
      (await control(list, 'First')).click();
      create.click();
      (await control(list, 'View secret of First')).click();
      (await control(list, 'View secret of Second')).click();
      const reveal = await appears(() => findAll<SecretReveal>(list, 'secret-reveal')[0], 'no panel');
      expect(reveal.credentialId).to.equal('Second');
      expect(findAll(list, 'dialog')).to.have.length(1);
    });

    it('is disabled with the reason while none can be created', async () => {
      const { list } = await aList(someOptions({ blocked: 'no-access' }), {}, { creatable: true });
      const button = await control(list, 'Create credential');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      const reason = list.shadowRoot?.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(textOf(reason as Element)).to.contain('No access yet');
      button.click();
      await list.updateComplete;
      expect(list.shadowRoot?.querySelector('dialog')).to.equal(null);
      await expect(list).to.be.accessible();
    });
  });

  describe('rows', () => {
    it('say the environment, the grants, the expiry and what works beside', async () => {
      const { list } = await aList(someOptions(), {
        list: () =>
          Promise.resolve(
            page([
              aCredential({
                environment: 'sandbox',
                resources: [{ id: 'profile', name: 'Profile API' }],
                grants: someGrants,
              }),
              aCredential({ id: 'b', overlapUntil: at(start + 23 * hour), expiresAt: at(start + 5 * day) }),
              aCredential({ id: 'c', state: 'expired', expiresAt: at(start - 2 * day) }),
              aCredential({ id: 'd', secret: { visibility: 'never', state: 'set' }, shareUntil: at(start + 3 * day) }),
            ]),
          ),
      });
      for (const text of [
        'sandbox',
        'Profile API: Read-only · 2 workspaces',
        'Platform API: Read and write · Acme',
        'Old secret works until Nov 21, 2026',
        'for another 23 hours',
        'Expires in 5 days',
        'Expired 2 days ago',
        'Secret is set',
        'Share link works until Nov 23, 2026',
      ])
        await shows(list, text);
      await expect(list).to.be.accessible();
    });

    for (const [transition, word] of [
      ['renewing', 'Renewing…'],
      ['regenerating', 'Regenerating…'],
      ['updating', 'Updating…'],
      ['setting-secret', 'Setting secret…'],
    ] as const) {
      it(`say that one is ${transition} (C1)`, async () => {
        const { list } = await aList(someOptions(), {
          list: () => Promise.resolve(page([aCredential({ transition })])),
        });
        await shows(list, word);
      });
    }
  });
});
