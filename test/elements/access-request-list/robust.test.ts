import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ListAccessRequests } from '../../../src/contract/access-request-params.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Page } from '../../../src/contract/primitives.js';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import { aRejectedRequest, aRequest, anActiveRequest, anOffer, questions } from '../access-fixtures.js';
import { at, can, day, deferred, fakeMarketplace, hour, page, start, type Methods } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { control, findAll, shows, textOf, waitUntil } from '../page.js';

const waiting = aRequest({ actions: can('approve', 'reject') });

const marketplaceOf = (methods: Methods['accessRequests'] = {}) =>
  fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(anOffer({ form: questions })) },
    accessRequests: {
      list: () => Promise.resolve(page([waiting])),
      get: () => Promise.resolve(waiting),
      ...methods,
    },
  });

async function aList(marketplace = marketplaceOf()): Promise<AccessRequestList> {
  return fixture<AccessRequestList>(html`<access-request-list .marketplace=${marketplace}></access-request-list>`);
}

const names = (list: AccessRequestList): string[] => findAll(list, '[part~="item"] h3').map(textOf);

describe('<access-request-list>: whatever happens', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('leaving and coming back', () => {
    /** Takes the list out and puts it back, as a page does that moves it. */
    async function move(list: AccessRequestList): Promise<void> {
      const place = list.parentElement as Element;
      list.remove();
      await nextFrame();
      place.append(list);
    }

    it('while it loads', async () => {
      const first = deferred<Page<AccessRequest>>();
      let calls = 0;
      const list = await aList(
        marketplaceOf({ list: () => (calls++ === 0 ? first.promise : Promise.resolve(page([aRejectedRequest()]))) }),
      );
      await move(list);
      await shows(list, 'Rejected');
      first.resolve(page([waiting]));
      await nextFrame();
      expect(textOf(list)).to.contain('Rejected').and.not.to.contain('In review');
    });

    it('with details open, with a dialog open, and with a form open', async () => {
      const rejected = aRejectedRequest({ id: 'b', name: 'B' });
      const list = await aList(
        marketplaceOf({
          list: () => Promise.resolve(page([waiting, rejected])),
          get: (id) => Promise.resolve(id === 'b' ? rejected : waiting),
        }),
      );
      (await control(list, 'Details: Payments API for Invoices')).click();
      await shows(list, 'In review by the provider');
      (await control(list, 'Edit and send again: B')).click();
      await shows(list, 'Why it was rejected');
      (await control(list, 'Reject: Payments API for Invoices')).click();
      await shows(list, 'Shown to the team.');
      await move(list);
      await shows(list, '2 requests');
      expect(findAll(list, 'dialog')).to.deep.equal([]);
      (await control(list, 'Reject: Payments API for Invoices')).click();
      await shows(list, 'Shown to the team.');
    });

    it('while a decision is on its way, which then happens to nobody', async () => {
      const signals: AbortSignal[] = [];
      const list = await aList(
        marketplaceOf({
          approve: (_id, _params, options) => {
            signals.push(options?.signal as AbortSignal);
            return new Promise(() => {});
          },
        }),
      );
      (await control(list, 'Approve: Payments API for Invoices')).click();
      (await control(list, 'Approve request')).click();
      await waitUntil(() => signals.length === 1);
      list.remove();
      expect(signals[0]?.aborted).to.equal(true);
    });
  });

  describe('answers', () => {
    it('that come too late are for nobody', async () => {
      const slow = deferred<Page<AccessRequest>>();
      const list = await aList(
        marketplaceOf({
          list: (params: ListAccessRequests = {}) =>
            params.applicationId === 'app-2'
              ? Promise.resolve(page([aRequest({ name: 'Of Payroll', application: { id: 'app-2', name: 'Payroll' } })]))
              : slow.promise,
        }),
      );
      list.applicationId = 'app-1';
      await list.updateComplete;
      list.applicationId = 'app-2';
      await shows(list, 'Of Payroll');
      slow.resolve(page([waiting]));
      await nextFrame();
      expect(names(list)).to.deep.equal(['Of Payroll']);
    });

    it('of a whole list that are older than what is shown do not take it back', async () => {
      const old = deferred<Page<AccessRequest>>();
      let calls = 0;
      const fresh = aRequest({ id: 'new', name: 'Just sent', updatedAt: at(start) });
      const marketplace = marketplaceOf({
        list: () => (calls++ === 0 ? Promise.resolve(page([waiting])) : old.promise),
        get: (id) => Promise.resolve(id === 'new' ? fresh : anActiveRequest({ updatedAt: at(start) })),
      });
      const list = await aList(marketplace);
      await shows(list, 'In review');
      await waitUntil(() => marketplace.streams > 0);
      void list.refresh();
      marketplace.emit({ subject: 'access-request', subjectId: 'req-1' });
      marketplace.emit({ subject: 'access-request', subjectId: 'new' });
      await shows(list, 'Just sent');
      old.resolve(page([waiting]));
      await waitUntil(() => list.shadowRoot?.querySelector('[part~="list"]')?.getAttribute('aria-busy') === 'false');
      await shows(list, 'Just sent');
      expect(textOf(list)).to.contain('Ready');
    });

    it('that say the same twice change nothing', async () => {
      const marketplace = marketplaceOf({ get: () => Promise.resolve(aRequest({ id: 'new', name: 'Just sent' })) });
      const list = await aList(marketplace);
      await waitUntil(() => marketplace.streams > 0);
      for (let times = 0; times < 3; times++) marketplace.emit({ subject: 'access-request', subjectId: 'new' });
      await shows(list, '2 requests');
      await waitUntil(() => marketplace.callsOf('accessRequests.get').length === 3);
      await nextFrame();
      expect(names(list)).to.deep.equal(['Just sent', 'Payments API for Invoices']);
    });

    it('that do not come leave the place as it is, and busy', async () => {
      const list = await aList(marketplaceOf({ list: () => new Promise(() => {}) }));
      expect(findAll(list, '.skeleton[aria-busy="true"]')).to.have.length(1);
      await expect(list).to.be.accessible();
    });

    it('of a newer server are shown as far as they are known (X3)', async () => {
      const list = await aList(
        marketplaceOf({
          list: () =>
            Promise.resolve(
              page([aRequest({ state: 'unknown', timeline: [{ step: 'unknown', at: at(start) }], actions: [] })], {
                facets: [
                  {
                    field: 'state',
                    values: [
                      { value: 'pending', count: 1 },
                      { value: 'paused', count: 2 },
                    ],
                  },
                  { field: 'moon', values: [{ value: 'full', count: 1 }] },
                ],
              }),
            ),
        }),
      );
      await shows(list, 'Unknown state');
      await control(list, 'paused (2)');
    });
  });

  it('keeps a reason when the session ends with the dialog open, and does the same thing after signing in', async () => {
    let isSignedIn = false;
    const marketplace = marketplaceOf({
      reject: () =>
        isSignedIn
          ? Promise.resolve(aRejectedRequest({ actions: [] }))
          : Promise.reject(new ApiError('unauthenticated', 'x')),
    });
    const list = await aList(marketplace);
    (await control(list, 'Reject: Payments API for Invoices')).click();
    const reason = await labelled<HTMLTextAreaElement>(list, 'Reason (optional)');
    reason.focus();
    await sendKeys({ type: 'Not yet.' });
    (await control(list, 'Reject request')).click();
    await shows(list, 'Your session has ended. Sign in again to go on.');
    expect(reason.value).to.equal('Not yet.');
    isSignedIn = true;
    (await control(list, 'Reject request')).click();
    await shows(list, 'Rejected');
    const keys = marketplace
      .callsOf('accessRequests.reject')
      .map(([, , params, options]) => [(params as { reason: string }).reason, (options as CallOptions).idempotencyKey]);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.deep.equal(keys[1]);
  });

  describe('time', () => {
    it('is that of the marketplace, however far away', async () => {
      const marketplace = marketplaceOf();
      marketplace.setNow(start + 7 * hour);
      await shows(await aList(marketplace), 'Sent 9 hours ago');
    });

    it('goes on after the tab was asleep for a day', async () => {
      const ticks: (() => void)[] = [];
      const { setInterval } = globalThis;
      globalThis.setInterval = ((tick: () => void) => ticks.push(tick)) as unknown as typeof setInterval;
      const marketplace = marketplaceOf();
      const list = await aList(marketplace);
      globalThis.setInterval = setInterval;
      await shows(list, 'Sent 2 hours ago');
      marketplace.setNow(start + day);
      for (const tick of ticks) tick();
      await shows(list, 'Sent yesterday');
    });
  });

  it('says when no answer comes in time', async () => {
    const list = await aList(
      marketplaceOf({
        list: () => Promise.reject(new MarketplaceError('timeout', 'x')),
      }),
    );
    await shows(list, 'took too long to answer');
    await expect(list).to.be.accessible();
  });
});
