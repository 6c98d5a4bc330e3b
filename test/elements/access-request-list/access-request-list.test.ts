import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Page } from '../../../src/contract/primitives.js';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import {
  aProvisioningRequest,
  aRejectedRequest,
  aRequest,
  aStep,
  anActiveRequest,
  anOffer,
  questions,
} from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import {
  at,
  can,
  deferred,
  fakeMarketplace,
  hour,
  page,
  start,
  type FakeMarketplace,
  type Methods,
} from '../fixtures.js';
import { labelled } from '../form-page.js';
import { announced, collect, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

interface Setup {
  requests: AccessRequest[];
  methods?: Methods['accessRequests'];
  resources?: Methods['resources'];
  attributes?: Partial<Pick<AccessRequestList, 'pendingOnly' | 'states' | 'applicationId'>>;
}

type Changing = FakeMarketplace & { become(request: AccessRequest): void };

async function aList({
  requests,
  methods,
  resources,
  attributes,
}: Setup): Promise<{ list: AccessRequestList; marketplace: Changing }> {
  let current = requests;
  const fake = fakeMarketplace({
    resources: {
      accessOptions: () => Promise.resolve(anOffer({ form: questions })),
      ...resources,
    },
    credentials: { options: () => Promise.resolve(someOptions()) },
    accessRequests: {
      list: () => Promise.resolve(page(current)),
      get: (id) => {
        const found = current.find((request) => request.id === id);
        return found ? Promise.resolve(found) : Promise.reject(new ApiError('not-found', 'x'));
      },
      ...methods,
    },
  });
  const marketplace = Object.assign(fake, {
    become(request: AccessRequest) {
      current = [request, ...current.filter(({ id }) => id !== request.id)];
      fake.emit({ subject: 'access-request', subjectId: request.id });
    },
  });
  const list = await fixture<AccessRequestList>(html`
    <access-request-list
      .marketplace=${marketplace}
      .pendingOnly=${attributes?.pendingOnly ?? false}
      .states=${attributes?.states ?? ''}
      .applicationId=${attributes?.applicationId}
    ></access-request-list>
  `);
  await waitUntil(() => marketplace.streams > 0);
  return { list, marketplace };
}

const cards = (list: AccessRequestList): HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>('[part~="item"]') ?? []),
];

/** A request as the provider sees it. */
const waiting = (differences: Partial<AccessRequest> = {}): AccessRequest =>
  aRequest({ actions: can('approve', 'reject'), ...differences });

const second = waiting({ id: 'req-2', name: 'Payments API for Payroll' });

describe('<access-request-list>', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('rendering', () => {
    it('shows what each request is for, where it stands and why', async () => {
      const { list } = await aList({
        requests: [aRequest(), aRejectedRequest({ id: 'b' }), anActiveRequest({ id: 'c' })],
      });
      await shows(list, '3 requests');
      expect(cards(list).map((card) => textOf(card.querySelector('.badge') as Element))).to.deep.equal([
        'In review',
        'Rejected',
        'Ready',
      ]);
      expect(textOf(cards(list)[0] as Element))
        .to.contain('Payments API · Invoices')
        .and.to.contain('Ada Byron, Finance')
        .and.to.contain('Sent 2 hours ago');
      expect(textOf(cards(list)[1] as Element)).to.contain('“Please say which invoices you pay with it.”');
      await expect(list).to.be.accessible();
    });

    it('offers what the request allows, and nothing else (X1)', async () => {
      const { list } = await aList({ requests: [aRequest(), waiting({ id: 'b' }), aProvisioningRequest({ id: 'c' })] });
      await shows(list, '3 requests');
      const offered = cards(list).map((card) => [...card.querySelectorAll('.actions button')].map(textOf));
      expect(offered).to.deep.equal([['Withdraw', 'Details'], ['Approve', 'Reject', 'Details'], ['Details']]);
    });

    it('names its buttons after the request too', async () => {
      const { list } = await aList({ requests: [waiting()] });
      await control(list, 'Approve: Payments API for Invoices');
    });

    it('fits 320 px', async () => {
      await setViewport({ width: 320, height: 640 });
      const { list } = await aList({ requests: [waiting({ name: 'A'.repeat(90) }), aRejectedRequest({ id: 'b' })] });
      await shows(list, '2 requests');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({ width: 1280, height: 800 });
    });

    it('says when there is nothing, also on a desk without work', async () => {
      const { list } = await aList({ requests: [] });
      await shows(list, 'No access requests yet');
      await expect(list).to.be.accessible();
      const { list: desk } = await aList({ requests: [], attributes: { pendingOnly: true } });
      await shows(desk, 'Nothing waits for a decision');
    });

    it('gives its headings the level that the page asks for', async () => {
      const { list } = await aList({ requests: [waiting()] });
      const levelOf = (): string | null | undefined => list.shadowRoot?.querySelector('h3')?.getAttribute('aria-level');
      await shows(list, 'Payments API for Invoices');
      expect(levelOf()).to.equal(null);
      list.setAttribute('heading-level', '2');
      await list.updateComplete;
      expect(levelOf()).to.equal('2');
      await expect(list).to.be.accessible();
      list.setAttribute('heading-level', 'seven');
      await list.updateComplete;
      expect(levelOf()).to.equal(null);
    });

    it('shows the answers in the words that the form has for the language of the page', async () => {
      const translations = {
        de: {
          '/properties/volume/title': 'Aufrufe am Tag',
          '/properties/volume/oneOf/0/title': 'Bis zu 1.000',
        },
      };
      const { list } = await aList({
        requests: [waiting()],
        resources: { accessOptions: () => Promise.resolve(anOffer({ form: { ...questions, translations } })) },
      });
      (await control(list, 'Details: Payments API for Invoices')).click();
      await shows(list, 'Expected calls per day Up to 1,000');
      list.lang = 'de-AT';
      await shows(list, 'Aufrufe am Tag Bis zu 1.000');
      list.lang = '';
      await shows(list, 'Expected calls per day Up to 1,000');
    });

    it('opens the progress and the answers, under the labels of the questions', async () => {
      const { list } = await aList({ requests: [waiting()] });
      const button = await control(list, 'Details: Payments API for Invoices');
      button.focus();
      await sendKeys({ press: 'Enter' });
      await shows(list, 'In review by the provider');
      await shows(list, 'Expected calls per day Up to 1,000');
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      await expect(list).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !textOf(list).includes('In review by the provider'));
    });
  });

  it('says when the answers cannot be shown, and tries again when they are opened again', async () => {
    let fails = true;
    const marketplace = fakeMarketplace({
      resources: {
        accessOptions: () =>
          fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(anOffer({ form: questions })),
      },
      accessRequests: { list: () => Promise.resolve(page([waiting()])) },
    });
    const list = await fixture<AccessRequestList>(
      html`<access-request-list .marketplace=${marketplace}></access-request-list>`,
    );
    const button = await control(list, 'Details: Payments API for Invoices');
    button.click();
    await shows(list, 'They could not be loaded.');
    expect(textOf(list)).not.to.contain('Paying invoices on time.');
    fails = false;
    button.click();
    await waitUntil(() => !textOf(list).includes('They could not be loaded.'));
    button.click();
    await shows(list, 'Paying invoices on time.');
  });

  describe('which requests', () => {
    it('asks for those of an application, in the states it was given', async () => {
      const { list, marketplace } = await aList({
        requests: [],
        attributes: { states: 'active error', applicationId: 'app-1' },
      });
      await shows(list, 'No request matches these filters');
      const params = marketplace.callsOf('accessRequests.list').at(-1)?.[1];
      expect(params).to.deep.include({ applicationId: 'app-1', state: ['active', 'error'] });
      list.pendingOnly = true;
      await waitUntil(() => marketplace.callsOf('accessRequests.list').length > 1);
      expect(marketplace.callsOf('accessRequests.list').at(-1)?.[1]).to.deep.include({ state: ['pending'] });
    });

    it('D8: reaches every page', async () => {
      const { list } = await aList({
        requests: [],
        methods: {
          list: (params) =>
            Promise.resolve(
              params?.cursor
                ? page([aRequest({ id: 'z', name: 'The last one' })], { total: 2 })
                : page([aRequest()], { next: '2', total: 2 }),
            ),
        },
      });
      await shows(list, '1 of 2 requests');
      (await control(list, 'Load more')).click();
      await shows(list, 'The last one');
      expect(announced(list)).to.equal('2 requests');
    });
  });

  describe('live', () => {
    it('follows every request, and says so (A8)', async () => {
      const { list, marketplace } = await aList({ requests: [aRequest()] });
      await shows(list, 'In review');
      marketplace.become(anActiveRequest());
      await shows(list, 'Ready');
      expect(announced(list)).to.equal('Payments API for Invoices: Ready');
      await control(list, 'Create credential: Payments API for Invoices');
    });

    it('shows a new request at the top of the desk', async () => {
      const { list, marketplace } = await aList({ requests: [waiting()], attributes: { pendingOnly: true } });
      await shows(list, '1 request');
      marketplace.become(second);
      await shows(list, 'Payments API for Payroll');
      expect(cards(list)).to.have.length(2);
    });

    it('does not show what does not belong to the list', async () => {
      const { list, marketplace } = await aList({ requests: [aRequest()], attributes: { applicationId: 'app-1' } });
      await shows(list, '1 request');
      marketplace.become(aRequest({ id: 'other', name: 'Of another', application: { id: 'app-9', name: 'Else' } }));
      await waitUntil(() => marketplace.callsOf('accessRequests.get').length === 1);
      await list.updateComplete;
      expect(cards(list)).to.have.length(1);
    });

    it('keeps the newer state when answers overtake each other', async () => {
      const { list, marketplace } = await aList({ requests: [anActiveRequest()] });
      await shows(list, 'Ready');
      marketplace.become(aRequest({ updatedAt: at(start - 5 * hour) }));
      await waitUntil(() => marketplace.callsOf('accessRequests.get').length === 1);
      await list.updateComplete;
      expect(textOf(list)).to.contain('Ready');
    });
  });

  describe('deciding (A7)', () => {
    it('rejects with a reason after a confirmation, with the version that was read', async () => {
      const { list, marketplace } = await aList({
        requests: [waiting(), second],
        attributes: { pendingOnly: true },
        methods: { reject: () => Promise.resolve(aRejectedRequest({ actions: [] })) },
      });
      const events = collect(list, 'access-request-reject', 'access-request-rejected');
      (await control(list, 'Reject: Payments API for Invoices')).focus();
      await sendKeys({ press: 'Enter' });
      const reason = await labelled<HTMLTextAreaElement>(list, 'Reason (optional)');
      await expect(list).to.be.accessible();
      expect(marketplace.callsOf('accessRequests.reject')).to.have.length(0);
      reason.focus();
      await sendKeys({ type: 'Say more.' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => cards(list).length === 1);
      const [, id, params, options] = marketplace.callsOf('accessRequests.reject')[0] as [
        string,
        string,
        object,
        CallOptions,
      ];
      expect([id, params]).to.deep.equal(['req-1', { reason: 'Say more.' }]);
      expect(options).to.include({ ifMatch: '1' });
      expect(options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
      expect(events.map(({ type }) => type)).to.deep.equal(['access-request-reject', 'access-request-rejected']);
      expect(announced(list)).to.equal('Payments API for Invoices: Rejected');
      await waitUntil(
        () => nameOf(focused()) === 'Approve: Payments API for Payroll',
        'the next request has the focus',
      );
    });

    it('approves, and shows what comes of it', async () => {
      const { list } = await aList({
        requests: [waiting()],
        methods: { approve: () => Promise.resolve(aProvisioningRequest({ actions: can('revoke') })) },
      });
      (await control(list, 'Approve: Payments API for Invoices')).click();
      await shows(list, 'Invoices will be able to call Payments API.');
      (await control(list, 'Approve request')).click();
      await shows(list, 'Being set up');
      await control(list, 'Revoke access: Payments API for Invoices');
    });

    it('revokes, and says what that means (A9)', async () => {
      const { list } = await aList({
        requests: [anActiveRequest({ actions: can('revoke') })],
        methods: {
          revoke: () =>
            Promise.resolve(
              aRequest({ state: 'revoked', timeline: [aStep('revoked', start)], updatedAt: at(start), actions: [] }),
            ),
        },
      });
      (await control(list, 'Revoke access: Payments API for Invoices')).click();
      await shows(list, 'The gateway will refuse every call of Invoices to Payments API');
      (await control(list, 'Revoke access')).click();
      await shows(list, 'Revoked');
    });

    it('D10: stays busy until the outcome is known, shows the error inside, and then the current state', async () => {
      const answer = deferred<AccessRequest>();
      const { list, marketplace } = await aList({ requests: [waiting()], methods: { approve: () => answer.promise } });
      const failures = collect(list, 'access-request-failed');
      (await control(list, 'Approve: Payments API for Invoices')).click();
      const confirm = await control(list, 'Approve request');
      confirm.click();
      confirm.click();
      await sendKeys({ press: 'Escape' });
      const dialog = list.shadowRoot?.querySelector('dialog') as HTMLDialogElement;
      expect(dialog.open).to.equal(true);
      answer.reject(new ApiError('precondition-failed', 'x'));
      await waitUntil(() => textOf(dialog).includes('Somebody changed it in the meantime'));
      expect(marketplace.callsOf('accessRequests.approve')).to.have.length(1);
      expect(failures[0]?.detail).to.deep.include({ action: 'approve' });
      marketplace.become(aRejectedRequest({ actions: [], version: '2', updatedAt: at(start) }));
      (await control(list, 'Close')).click();
      await shows(list, 'Rejected');
    });

    it('leaves a decision to the page when it takes over', async () => {
      const { list } = await aList({ requests: [waiting()] });
      list.addEventListener('access-request-approve', (event) => event.preventDefault());
      (await control(list, 'Approve: Payments API for Invoices')).click();
      await list.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(list.shadowRoot?.querySelector('dialog')).to.equal(null);
    });
  });

  describe('going on', () => {
    it('opens the form for a credential under the request, unless the page takes over', async () => {
      const { list } = await aList({ requests: [anActiveRequest()] });
      const events = collect(list, 'access-request-continue');
      (await control(list, 'Create credential: Payments API for Invoices')).click();
      await labelled(list, 'API key');
      await expect(list).to.be.accessible();
      expect(events).to.have.length(1);
      (await control(list, 'Close')).click();
      await waitUntil(() => nameOf(focused()) === 'Create credential: Payments API for Invoices');
      list.addEventListener('access-request-continue', (event) => event.preventDefault());
      focused()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await list.updateComplete;
      expect(list.shadowRoot?.querySelector('credential-form')).to.equal(null);
    });

    it('lets a rejected request be changed and sent again under it (A8)', async () => {
      const again = aRequest({ version: '3', updatedAt: at(start) });
      const { list } = await aList({
        requests: [aRejectedRequest()],
        methods: { update: () => Promise.resolve(again) },
      });
      (await control(list, 'Edit and send again: Payments API for Invoices')).click();
      await shows(list, 'Why it was rejected');
      await expect(list).to.be.accessible();
      (await control(list, 'Send again')).click();
      await shows(list, 'In review');
      await waitUntil(() => list.shadowRoot?.querySelector('access-request-form') === null);
    });
  });

  describe('errors', () => {
    it('shows that it cannot load, and tries again', async () => {
      let fails = true;
      const { list } = await aList({
        requests: [],
        methods: {
          list: (): Promise<Page<AccessRequest>> =>
            fails ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(page([aRequest()])),
        },
      });
      await shows(list, 'could not be reached');
      await expect(list).to.be.accessible();
      fails = false;
      (await control(list, 'Try again')).click();
      await shows(list, '1 request');
    });

    it('keeps what it shows when a refresh fails', async () => {
      let fails = false;
      const { list, marketplace } = await aList({
        requests: [],
        methods: {
          list: (): Promise<Page<AccessRequest>> =>
            fails ? Promise.reject(new ApiError('token-expired', 'x')) : Promise.resolve(page([aRequest()])),
        },
      });
      await shows(list, '1 request');
      fails = true;
      marketplace.emit({ subject: 'clock' });
      await shows(list, 'Your session has ended');
      expect(cards(list)).to.have.length(1);
    });
  });
});
