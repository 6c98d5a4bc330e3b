import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/credential-list/define.js';
import '../../../src/elements/secret-reveal/define.js';
import { aRejectedRequest, aRequest, anActiveRequest, anOffer, questions } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { aCredential, aSecret, at, can, day, fakeMarketplace, hour, page, start } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { control, focused, shows, waitUntil } from '../page.js';
import { pseudo, registerPseudoLocale, untranslated } from './pseudo-locale.js';

const credentials = [
  aCredential({
    actions: [
      ...can('reveal', 'update', 'suspend', 'remove', 'share', 'regenerate'),
      { action: 'renew', allowed: true, overlapsMs: [0, hour, day] },
      { action: 'enable', allowed: false, reason: 'not-inactive' },
    ],
  }),
  aCredential({ id: 'cred-2', name: 'Old key', state: 'expired', expiresAt: at(start - day), actions: can('remove') }),
];

const requests = [
  aRequest({ actions: can('approve', 'reject') }),
  aRejectedRequest({ id: 'req-2', name: 'Ledger API for Invoices' }),
  anActiveRequest({ id: 'req-3', name: 'Accounts API for Invoices', actions: can('create-credential', 'revoke') }),
];

const offer = anOffer({ form: questions });
const options = someOptions();
const secret = aSecret();

const aMarketplace = () =>
  fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(offer) },
    environments: { list: () => Promise.resolve(page([])) },
    credentials: {
      list: () => Promise.resolve(page(credentials)),
      get: (id) => Promise.resolve(credentials.find((one) => one.id === id) ?? aCredential()),
      options: () => Promise.resolve(options),
      reveal: () => Promise.resolve(secret),
      suspend: () => Promise.reject(new ApiError('state-conflict', 'x')),
    },
    accessRequests: {
      list: () => Promise.resolve(page(requests)),
      get: (id) => Promise.resolve(requests.find((one) => one.id === id) ?? aRequest()),
    },
  });

/** Everything the marketplace says: what of it is shown is in no language of ours. */
const data = [
  credentials,
  requests,
  offer,
  options,
  secret.fields.map(({ label, name, value }) => [label, name, value.reveal()]),
  // What is written the same everywhere.
  ['CI key', 'My words', '.env', 'JSON', 'CSV', 'curl', 'JavaScript', 'Python', 'Go', 'Java', 'C#', '·'],
];

const list = () =>
  html`<credential-list .marketplace=${aMarketplace()} share-url="/share" creatable></credential-list>`;
const tracking = () => html`<access-request-list .marketplace=${aMarketplace()}></access-request-list>`;

/** Opens the menu of the first credential and chooses something in it. */
async function chooseInMenu(element: Element, action: string): Promise<void> {
  (await control(element, 'Actions for Billing key')).click();
  (await control(element, action)).click();
}

interface State {
  element: () => unknown;
  /** What a person does to get there. */
  open(element: Element): Promise<void>;
  /** A sentence that is then shown. */
  shown: string;
}

const states: Record<string, State> = {
  'a list': { element: list, open: () => Promise.resolve(), shown: 'Billing key' },
  'a confirmation': {
    element: list,
    open: (element) => chooseInMenu(element, 'Suspend credential'),
    shown: 'Suspend “Billing key”?',
  },
  'a confirmation that has failed': {
    element: list,
    async open(element) {
      await chooseInMenu(element, 'Suspend credential');
      (await control(element, 'Suspend credential')).click();
    },
    shown: 'It has changed in the meantime',
  },
  'the choice of an overlap': {
    element: list,
    open: (element) => chooseInMenu(element, 'Renew credential'),
    shown: 'How long should the old secret keep working?',
  },
  'a secret in a side panel, before it is decrypted': {
    element: list,
    open: (element) => chooseInMenu(element, 'View secret'),
    shown: 'Show the secret on this page?',
  },
  'the offer of a secret': {
    element: () => html`<secret-reveal .marketplace=${aMarketplace()} credential-id="cred-1"></secret-reveal>`,
    async open(element) {
      await control(element, 'View secret Billing key');
    },
    shown: 'The secret can be viewed for another',
  },
  'a secret that is decrypted': {
    element: () => html`<secret-reveal .marketplace=${aMarketplace()} credential-id="cred-1"></secret-reveal>`,
    async open(element) {
      (await control(element, 'View secret Billing key')).click();
      await shows(element, 'Show the secret on this page?');
      (await control(element, 'View secret')).click();
    },
    shown: 'The secret is decrypted and masked',
  },
  'a form for a credential': {
    element: () =>
      html`<credential-form
        .marketplace=${aMarketplace()}
        application-id="app-1"
        resource-id="res-1"
      ></credential-form>`,
    open: () => Promise.resolve(),
    shown: 'Credential type',
  },
  'a form for a request': {
    element: () => html`<access-request-form .marketplace=${aMarketplace()} resource-id="res-1"></access-request-form>`,
    open: () => Promise.resolve(),
    shown: 'What do you want to build?',
  },
  'a list of requests with the details of one': {
    element: tracking,
    async open(element) {
      (await control(element, 'Details: Payments API for Invoices')).click();
    },
    shown: 'In review by the provider',
  },
  'a decision with its reason': {
    element: tracking,
    async open(element) {
      (await control(element, 'Reject: Payments API for Invoices')).click();
    },
    shown: 'Shown to the team.',
  },
  'the way of a request': {
    element: () =>
      html`<access-request-form
        .marketplace=${aMarketplace()}
        resource-id="res-1"
        access-request-id="req-2"
      ></access-request-form>`,
    open: () => Promise.resolve(),
    shown: 'Rejected',
  },
};

const speak = (language: string): void => {
  document.documentElement.lang = language;
};

describe('switching the language', () => {
  before(async () => {
    registerPseudoLocale();
    await setViewport({ width: 1280, height: 900 });
  });
  afterEach(() => speak('en'));

  for (const [name, { element: of, open, shown }] of Object.entries(states)) {
    it(`translates ${name}, and back`, async () => {
      const element = await fixture(of() as ReturnType<typeof html>);
      await open(element);
      await shows(element, shown);
      speak(pseudo);
      await shows(element, '⟦');
      await waitUntil(() => untranslated(element, data).length === 0).catch(() => undefined);
      expect(untranslated(element, data)).to.deep.equal([]);
      speak('en');
      await waitUntil(() => !element.shadowRoot?.textContent.includes('⟦'));
      await shows(element, shown);
    });
  }

  it('translates an open menu, which stays open with its focus', async () => {
    const element = await fixture(list());
    (await control(element, 'Actions for Billing key')).click();
    const item = await control(element, 'Suspend credential');
    item.focus();
    speak(pseudo);
    await control(element, '⟦Suspend credential⟧');
    await nextFrame();
    expect(focused()?.getAttribute('role')).to.equal('menuitem');
    expect(untranslated(element, data)).to.deep.equal([]);
  });

  it('keeps what was typed into a confirmation', async () => {
    const element = await fixture(tracking());
    (await control(element, 'Reject: Payments API for Invoices')).click();
    const reason = await labelled<HTMLTextAreaElement>(element, 'Reason (optional)');
    reason.focus();
    await sendKeys({ type: 'My words' });
    speak(pseudo);
    await shows(element, '⟦Shown to the team.⟧');
    expect(reason.value).to.equal('My words');
    expect(focused()).to.equal(reason);
  });

  it('keeps what was typed into a form, and the focus', async () => {
    const element = await fixture(
      html`<access-request-form .marketplace=${aMarketplace()} resource-id="res-1"></access-request-form>`,
    );
    const purpose = await labelled<HTMLTextAreaElement>(element, 'What do you want to build?');
    purpose.focus();
    await sendKeys({ type: 'My words' });
    speak(pseudo);
    await shows(element, '⟦');
    expect(purpose.isConnected).to.equal(true);
    expect(purpose.value).to.equal('My words');
    expect(focused()).to.equal(purpose);
  });

  it('translates what a form finds wrong', async () => {
    const element = await fixture(
      html`<access-request-form .marketplace=${aMarketplace()} resource-id="res-1"></access-request-form>`,
    );
    const purpose = await labelled<HTMLTextAreaElement>(element, 'What do you want to build?');
    purpose.focus();
    await sendKeys({ type: 'x' });
    await sendKeys({ press: 'Tab' });
    await shows(element, 'Enter at least 10 characters.');
    speak(pseudo);
    await shows(element, '⟦Enter at least 10 characters.⟧');
  });
});
