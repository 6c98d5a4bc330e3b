import { expect, fixture, html } from '@open-wc/testing';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { AccessRequestList } from '../../../src/elements/access-request-list/access-request-list.js';
import '../../../src/elements/access-request-list/define.js';
import { registerLocale } from '../../../src/locales/register.js';
import { aRequest } from '../access-fixtures.js';
import { can, fakeMarketplace, page } from '../fixtures.js';
import { control, shows, waitUntil } from '../page.js';

const marketplace = (requests: AccessRequest[] = [aRequest({ actions: can('approve', 'reject') })], total?: number) =>
  fakeMarketplace({
    accessRequests: { list: () => Promise.resolve(page(requests, total === undefined ? {} : { total, next: '2' })) },
  });

const aList = (of = marketplace()) =>
  fixture<AccessRequestList>(html`<access-request-list .marketplace=${of}></access-request-list>`);

/** An element that holds another one in its shadow root. */
function inShadow(host: Element, element: Element): void {
  host.attachShadow({ mode: 'open' }).append(element);
}

describe('languages', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('load by themselves, and nothing is shown in another language before', async () => {
    document.documentElement.lang = 'de';
    const list = await aList();
    expect(getComputedStyle(list).visibility).to.equal('hidden');
    await shows(list, '1 Anfrage');
    expect(getComputedStyle(list).visibility).to.equal('visible');
    await shows(list, 'In Prüfung');
    await shows(list, 'Gesendet vor 2 Stunden');
  });

  it('bring what is needed later too: dialogs are in them', async () => {
    document.documentElement.lang = 'de';
    const list = await aList();
    (await control(list, 'Ablehnen: Payments API for Invoices')).click();
    await shows(list, '„Payments API for Invoices“ ablehnen?');
    await control(list, 'Abbrechen');
  });

  it('serve their regions, and no other script', async () => {
    document.documentElement.lang = 'de-AT';
    const list = await aList();
    await shows(list, '1 Anfrage');
    document.documentElement.lang = 'xx-broken_tag-that-is-none';
    await shows(list, '1 request');
    document.documentElement.lang = 'nl';
    await list.updateComplete;
    await shows(list, '1 request');
    expect(getComputedStyle(list).visibility).to.equal('visible');
  });

  it('write numbers as they do', async () => {
    const list = await aList(marketplace([aRequest()], 1234));
    await shows(list, '1 of 1,234 requests');
    document.documentElement.lang = 'de';
    await shows(list, '1 von 1.234 Anfragen');
  });

  it('are those of the nearest element that says one, through shadow roots, and follow when it changes', async () => {
    const outer = await fixture(html`<div lang="de"><div></div></div>`);
    const list = document.createElement('access-request-list');
    list.marketplace = marketplace();
    inShadow(outer.firstElementChild as Element, list);
    await shows(list, '1 Anfrage');
    outer.setAttribute('lang', 'en');
    await shows(list, '1 request');
    (outer.firstElementChild as HTMLElement).lang = 'de';
    await shows(list, '1 Anfrage');
    list.lang = 'en';
    await shows(list, '1 request');
    list.removeAttribute('lang');
    await shows(list, '1 Anfrage');
  });

  it('follow an element that is moved', async () => {
    const places = await fixture(
      html`<div>
        <div lang="de"></div>
        <div lang="en"></div>
      </div>`,
    );
    const list = document.createElement('access-request-list');
    list.marketplace = marketplace();
    places.firstElementChild?.append(list);
    await shows(list, '1 Anfrage');
    places.lastElementChild?.append(list);
    await shows(list, '1 request');
  });

  it('reach elements inside of elements', async () => {
    const { form } = await (async () => {
      await import('../../../src/elements/marketplace-provider/define.js');
      const provider = await fixture(
        html`<marketplace-provider lang="de" .marketplace=${marketplace()}>
          <access-request-list></access-request-list>
        </marketplace-provider>`,
      );
      return { form: provider.firstElementChild as Element };
    })();
    await shows(form, '1 Anfrage');
  });

  it('can be reworded sentence by sentence, before and after they are there', async () => {
    registerLocale({ $code: 'de', $name: 'Deutsch', $dir: 'ltr', 'do-approve': 'Zustimmen' });
    document.documentElement.lang = 'de';
    const list = await aList();
    await control(list, 'Zustimmen: Payments API for Invoices');
    await shows(list, '1 Anfrage');
    registerLocale({ $code: 'de-AT', $name: 'Österreichisch', $dir: 'ltr', 'do-approve': 'Passt' });
    await control(list, 'Zustimmen: Payments API for Invoices');
    document.documentElement.lang = 'de-AT';
    await control(list, 'Passt: Payments API for Invoices');
  });

  it('may be a page’s own, which needs no file of ours', async () => {
    registerLocale({ $code: 'nl', $name: 'Nederlands', $dir: 'ltr', 'access-pending': 'In behandeling' });
    document.documentElement.lang = 'nl-BE';
    const list = await aList();
    await shows(list, 'In behandeling');
    await waitUntil(() => getComputedStyle(list).visibility === 'visible');
  });
});
