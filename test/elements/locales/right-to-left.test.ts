import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/credential-list/define.js';
import { confirmAction } from '../../../src/elements/shared/confirm-dialog.js';
import { Localize } from '../../../src/elements/shared/localize.js';
import { common } from '../../../src/locales/en/common.js';
import '../../../src/locales/ar.js';
import { aRejectedRequest, aRequest, aStep, anOffer, apiKey } from '../access-fixtures.js';
import { aTypeOption, grantingOptions, someOptions } from '../credential-fixtures.js';
import { aCredential, at, can, fakeMarketplace, page, start, type Methods } from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
import { appears, control, findAll, focused, nameOf, shows, waitUntil } from '../page.js';

/** Shows an element on an Arabic page. */
const anArabic = (tag: string, methods: Methods, attributes: object = {}): Promise<HTMLElement> => {
  const element = Object.assign(document.createElement(tag), { marketplace: fakeMarketplace(methods), ...attributes });
  return fixture<HTMLElement>(html`<div lang="ar" dir="rtl">${element}</div>`);
};

/** Where a part of a text stands on the page. */
async function placeOf(root: ParentNode, text: string, part: string): Promise<DOMRect> {
  const place = (element: Element): Range | undefined => {
    const node = [...element.childNodes].find((one) => one instanceof Text && one.data.includes(text)) as
      Text | undefined;
    const from = node?.data.indexOf(part, node.data.indexOf(text)) ?? -1;
    if (!node || from < 0) return undefined;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + part.length);
    return range;
  };
  const found = await appears(
    () =>
      findAll(root, '*')
        .filter((element) => element.checkVisibility())
        .map(place)
        .find(Boolean),
    `“${text}” is not shown`,
  );
  return found.getBoundingClientRect();
}

/** Whether an English sentence ends where it should: its full stop at the right of its last word. */
async function endsAtTheRight(root: ParentNode, sentence: string): Promise<void> {
  const word = await placeOf(root, sentence, (sentence.match(/[\w-]+(?=[.?!]$)/) ?? [''])[0]);
  const stop = await placeOf(root, sentence, sentence.slice(-1));
  // The first of its kind in the sentence is its last one, too.
  expect(sentence.indexOf(sentence.slice(-1))).to.equal(sentence.length - 1);
  expect(stop.left, sentence).to.be.at.least(word.right - 1);
}

const requests = (request: AccessRequest): Methods => ({
  resources: { accessOptions: () => Promise.resolve(anOffer()) },
  accessRequests: { list: () => Promise.resolve(page([request])), get: () => Promise.resolve(request) },
});

describe('what a marketplace says in English on an Arabic page', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('what a type of credential is, and what a permission allows', async () => {
    const types = [
      aTypeOption({ ...apiKey, description: 'Sent with every call.' }),
      aTypeOption({ ...apiKey, id: 'b' }),
    ];
    const form = await anArabic('credential-form', {
      credentials: { options: () => Promise.resolve(someOptions({ types })) },
    });
    await endsAtTheRight(form, 'Sent with every call.');
    const granting = await anArabic('credential-form', {
      credentials: { options: () => Promise.resolve(grantingOptions()) },
    });
    (await labelled(granting, 'Profile API')).click();
    await endsAtTheRight(granting, 'Looks and touches nothing.');
  });

  it('why a request was rejected, in the list and where the request is followed', async () => {
    const step = aStep('rejected', start, { reason: 'Say more about the volume.' });
    const rejected = aRejectedRequest({ name: 'Ready?', timeline: [step], createdAt: at(start), actions: [] });
    const list = await anArabic('access-request-list', requests(rejected));
    await endsAtTheRight(list, 'Ready?');
    findAll(list, '[data-do="details"]')[0]?.click();
    await appears(() => findAll(list, '.timeline')[0], 'no timeline');
    await endsAtTheRight(list, 'Say more about the volume.');
    const progress = await anArabic(
      'access-request-form',
      requests({ ...aRequest({ name: 'Ready?' }), timeline: [step] }),
      { accessRequestId: 'req-1' },
    );
    await endsAtTheRight(progress, 'Ready?');
    await endsAtTheRight(progress, 'Say more about the volume.');
  });

  it('why a credential could not be set up', async () => {
    const form = await anArabic('credential-form', {
      credentials: {
        options: () => Promise.resolve(someOptions({ types: [aTypeOption(apiKey)] })),
        create: () =>
          Promise.resolve(
            aCredential({ state: 'error', reasons: [{ code: 'x', detail: 'The gateway took too long.' }] } as never),
          ),
        get: () => new Promise(() => {}),
      },
    });
    await appears(() => findAll(form, 'button.primary')[0], 'no button');
    findAll(form, 'button.primary')[0]?.click();
    await endsAtTheRight(form, 'The gateway took too long.');
  });

  it('why a credential of the list failed', async () => {
    const reasons = [{ code: 'x', detail: 'The gateway took too long.' }];
    const failed = aCredential({ state: 'error', reasons } as never);
    const list = await anArabic('credential-list', { credentials: { list: () => Promise.resolve(page([failed])) } });
    await appears(() => findAll(list, 'td .reason')[0], 'no reason');
    await endsAtTheRight(list, 'took too long.');
  });

  it('which questions are asked, and what they mean', async () => {
    const schema = {
      required: ['volume'],
      properties: {
        volume: { type: 'string', title: 'Volume' },
        use: { title: 'What for?', description: 'A sentence is enough.' },
      },
    };
    const form = await anArabic(
      'access-request-form',
      { resources: { accessOptions: () => Promise.resolve(anOffer({ form: { schema } })) } },
      { resourceId: 'res-1' },
    );
    await endsAtTheRight(form, 'What for?');
    await endsAtTheRight(form, 'A sentence is enough.');
    findAll(form, 'button.primary')[0]?.click();
    const label = await placeOf(form, 'Volume:', 'Volume');
    expect((await placeOf(form, 'Volume:', ':')).right).to.be.at.most(label.left + 1);
  });

  it('a plan and its limits read from the right, each in its own direction', async () => {
    const [subscription] = anOffer().subscriptions;
    const plan = { id: 'gold', name: 'Gold (EU)' };
    const properties = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`q${index}`, { type: 'string' }]));
    const options = anOffer({
      subscriptions: [{ ...subscription!, name: 'Banking', plan }],
      applications: anOffer().applications.slice(0, 1),
      form: { schema: { type: 'object', properties } },
    });
    const form = await anArabic(
      'access-request-form',
      { resources: { accessOptions: () => Promise.resolve(options) } },
      { resourceId: 'res-1' },
    );
    const isInOrder = async (): Promise<void> => {
      await shows(form, 'في اليوم');
      const name = await placeOf(form, 'Gold (EU)', 'Gold');
      expect((await placeOf(form, 'Gold (EU)', ')')).left).to.be.at.least(name.right - 1);
      expect((await placeOf(form, 'Gold (EU)', '·')).right).to.be.at.most(name.left + 1);
    };
    await isInOrder();
    for (const field of ['#name', '.review']) {
      findAll(form, 'button.primary')[0]?.click();
      await appears(() => findAll(form, field)[0], `no ${field}`);
    }
    await isInOrder();
    const subscribed = await placeOf(form, 'Banking', 'Banking');
    expect(subscribed.left).to.be.at.least((await placeOf(form, 'Gold (EU)', ')')).right);
  });

  it('what a request is for reads from the right: first the API, then the application', async () => {
    const list = await anArabic('access-request-list', requests(aRequest({ name: 'Request' })));
    const api = await placeOf(list, 'Payments API', 'Payments API');
    const application = await placeOf(list, 'Invoices', 'Invoices');
    expect(api.left).to.be.above(application.right);
    const person = await placeOf(list, 'Ada Byron', 'Ada Byron');
    expect(person.left).to.be.above((await placeOf(list, 'Finance', 'Finance')).right);
  });
});

describe('what a person types on an Arabic page', () => {
  before(() => setViewport({ width: 1280, height: 800 }));
  afterEach(() => resetMouse());

  /** Before which letter a click at the left edge of a field sets the caret. */
  async function letterAtTheLeft(control: HTMLInputElement | HTMLTextAreaElement): Promise<number | null> {
    control.scrollIntoView({ block: 'center' });
    const { left, top, height } = control.getBoundingClientRect();
    control.setSelectionRange(3, 3);
    await sendMouse({ type: 'click', position: [Math.ceil(left) + 3, Math.round(top + Math.min(height / 2, 18))] });
    await waitUntil(() => focused() === control);
    return control.selectionStart;
  }

  it('is read in its own direction, and the page’s while there is nothing', async () => {
    const properties = {
      use: { type: 'string', title: 'Use' },
      reason: { type: 'string', title: 'Reason', 'x-axway-widget': 'textArea' },
      site: { type: 'string', title: 'Site', format: 'uri' },
    };
    const form = await anArabic(
      'access-request-form',
      { resources: { accessOptions: () => Promise.resolve(anOffer({ form: { schema: { properties } } })) } },
      { resourceId: 'res-1' },
    );
    const fieldOf = (name: string): Promise<HTMLInputElement> =>
      appears(() => findAll<HTMLInputElement>(form, `[id="${name}"]`)[0], `no field ${name}`);
    for (const name of ['name', 'field/use', 'field/reason']) {
      const control = await fieldOf(name);
      fill(control, '');
      expect(getComputedStyle(control).direction, `${name}, empty`).to.equal('rtl');
      fill(control, 'دفع الفواتير.');
      expect(await letterAtTheLeft(control), `${name}, Arabic`).to.be.above(10);
      fill(control, 'Paying on time.');
      expect(await letterAtTheLeft(control), `${name}, English`).to.equal(0);
    }
    expect(getComputedStyle(await fieldOf('field/site')).direction, 'an address').to.equal('ltr');
  });

  it('in a search and in a confirmation, too', async () => {
    const many = Array.from({ length: 12 }, (_, index) => aRequest({ id: `req-${index}`, actions: can('approve') }));
    const list = await anArabic('access-request-list', {
      accessRequests: { list: () => Promise.resolve(page(many)) },
    });
    const search = await appears(() => findAll<HTMLInputElement>(list, '[part="search"]')[0], 'no search');
    fill(search, 'Is it ready?');
    expect(getComputedStyle(search).unicodeBidi).to.equal('plaintext');
    findAll(list, '[data-do="approve"]')[0]?.click();
    const reason = await appears(() => findAll<HTMLTextAreaElement>(list, 'dialog textarea')[0], 'no reason');
    fill(reason, 'Paying on time.');
    expect(await letterAtTheLeft(reason)).to.equal(0);
  });
});

describe('an element that reads from the left on an Arabic page, which aligns its text at the right', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  /** As an element in another language, in a page that aligns what is in it for its own. */
  async function turned(tag: string, methods: Methods, attributes?: object): Promise<HTMLElement> {
    const element = await anArabic(tag, methods, { ...attributes, dir: 'ltr' });
    if (element.parentElement) element.parentElement.style.textAlign = 'right';
    return element;
  }

  /** Whether a text starts as far at the left as others do. */
  async function startsAtTheLeft(list: HTMLElement, text: string, within: string): Promise<void> {
    const around = await appears(() => findAll(list, within)[0], `no ${within}`);
    const { left, width } = around.getBoundingClientRect();
    expect(width).to.be.above(500);
    expect((await placeOf(list, text, text)).left, text).to.be.below(left + 40);
  }

  it('shows the titles, reasons and answers of requests at the left', async () => {
    const reason = 'Say more about the volume.';
    const rejected = aRejectedRequest({
      name: 'Volume',
      timeline: [aStep('rejected', start, { reason })],
      actions: [],
    });
    const list = await turned('access-request-list', requests(rejected));
    await startsAtTheLeft(list, 'Volume', '.card');
    await startsAtTheLeft(list, reason, '.card');
    findAll(list, '[data-do="details"]')[0]?.click();
    await startsAtTheLeft(list, reason, '.timeline .reason');
    const progress = await turned('access-request-form', requests(rejected), { accessRequestId: 'req-1' });
    await startsAtTheLeft(progress, reason, '.timeline .reason');
  });
});

describe('what a person named in Hebrew on an English page', () => {
  const name = 'מפתח';
  const isolated = `\u2068${name}\u2069`;
  const aList = (named: string): Promise<HTMLElement> => {
    const listed = page([
      aCredential({ name: named, actions: can('suspend', 'remove'), resources: [{ id: 'res-1', name }] }),
      aCredential({ id: 'cred-2', name: 'CI key', resources: [{ id: 'res-2', name: 'Payments API' }] }),
    ]);
    const facets = [
      {
        field: 'resourceId' as const,
        values: [
          { value: 'res-1', name, count: 2 },
          { value: 'res-2', name: 'Payments API', count: 3 },
        ],
      },
    ];
    const marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve({ ...listed, facets }) } });
    return fixture<HTMLElement>(html`<credential-list lang="en" .marketplace=${marketplace}></credential-list>`);
  };

  before(() => setViewport({ width: 1280, height: 800 }));

  it('is isolated in names and sentences, where a name in the direction of the sentence is as it was', async () => {
    const list = await aList(name);
    await control(list, 'Actions for CI key');
    (await control(list, `Actions for ${isolated}`)).click();
    (await control(list, 'Suspend credential')).click();
    await shows(list, `Suspend “${isolated}”?`);
  });

  it('leaves the number behind it where it is read', async () => {
    const list = await aList(name);
    await appears(() => findAll(list, '.facet summary')[0], 'no facet');
    findAll(list, '.facet summary')
      .find((one) => nameOf(one) === 'API')
      ?.click();
    const text = `${isolated} (2)`;
    expect((await placeOf(list, text, '2')).left).to.be.at.least((await placeOf(list, text, name)).right);
  });

  const cases: readonly (readonly [what: string, value: string, said: string])[] = [
    ['isolates what is turned by a mark that cannot be seen', 'CI key\u200f', '\u2068CI key\u200f\u2069'],
    ['closes no more than it opens', `${name}\u2069\u2069 (1)`, `\u2068${name} (1)\u2069`],
    ['takes an override away', `\u202e${name}`, isolated],
    ['takes an isolate away that is not closed', `\u2067${name}`, isolated],
    ['does not isolate twice', isolated, isolated],
    ['isolates what stands beside something isolated', `\u2068\u2069${name}`, `\u2068\u2068\u2069${name}\u2069`],
    ['leaves the digits and the marks of other scripts alone', '鍵 ключ κλειδί 🔑\ufe0f', '鍵 ключ κλειδί 🔑\ufe0f'],
  ];
  for (const [what, value, said] of cases)
    it(`${what}`, async () => {
      await control(await aList(value), `Actions for ${said}`);
    });

  it('is proposed as a name without what isolates it', async () => {
    const { resource, subscriptions, applications, ...offer } = anOffer();
    const options = {
      ...offer,
      resource: { ...resource, name },
      subscriptions: subscriptions.slice(0, 1),
      applications: applications.slice(0, 1),
    };
    const form = await fixture<HTMLElement>(
      html`<access-request-form
        lang="en"
        resource-id="res-1"
        .marketplace=${fakeMarketplace({ resources: { accessOptions: () => Promise.resolve(options) } })}
      ></access-request-form>`,
    );
    const proposed = await labelled(form, 'Name');
    expect(proposed.value).to.match(new RegExp(`^${name} for `));
    expect(proposed.value).not.to.match(/\p{Bidi_Control}/u);
  });
});

class AskingElement extends LitElement {
  readonly localize = new Localize(this, common);

  protected override render() {
    return html`<button type="button">Ask</button>`;
  }
}
customElements.define('asking-element', AskingElement);

describe('a confirmation that is typed', () => {
  const cases: readonly (readonly [what: string, typed: string, answer: string])[] = [
    ['Arabic digits for others', 'حذف 12', 'حذف ١٢'],
    ['other digits for Arabic ones', 'حذف ١٢', 'حذف 12'],
    ['Persian digits', 'حذف ٤٥', 'حذف ۴۵'],
    ['full-width characters', '削除12', '削除１２'],
    ['nothing for what turns the direction', '\u202eevil\u202c \u2068key\u2069\u200f', 'evil key'],
    ['what turns the direction, copied with the name', 'Shop key', '\u2068Shop key\u2069'],
    ['one space for several', 'Shop  key\u00a0', ' Shop key '],
    ['the accents of another keyboard', 'Caf\u00e9', 'Cafe\u0301'],
  ];
  for (const [what, typed, answer] of cases)
    it(`takes ${what}`, async () => {
      const host = await fixture<AskingElement>(html`<asking-element></asking-element>`);
      const asking = confirmAction(host, host.localize, () => ({
        heading: 'Delete?',
        body: 'It is gone then.',
        confirmLabel: 'Delete it',
        typed,
        run: () => undefined,
        describe: () => '',
      }));
      const input = await appears(() => focused() as HTMLInputElement | undefined, 'nothing to type into');
      fill(input, `${answer}!`);
      await sendKeys({ press: 'Enter' });
      await appears(() => findAll(host, '.error')[0], 'another text was taken');
      fill(input, answer);
      (await control(host, 'Delete it')).click();
      expect(await asking).to.equal('confirmed');
      expect(nameOf(host.shadowRoot?.querySelector('dialog') ?? null)).to.equal('');
    });
});
