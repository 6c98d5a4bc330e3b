import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import type { Credential } from '../../../src/contract/credential.js';
import { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, at, canary, day, fakeMarketplace, hour, start } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { announced, collect, control, fakeClipboard, findAll, nameOf, serialised, shows, waitUntil } from '../page.js';
import { aReveal, leavePage, once, open, seenOnce, switchTabs, viewed } from './stage.js';

/** Goes on showing it in clear. */
async function show(reveal: SecretReveal): Promise<void> {
  (await control(reveal, 'Show Client secret')).click();
  await shows(reveal, canary);
}

/** It is masked, and can still be stored. */
async function isKept(reveal: SecretReveal, why: string): Promise<void> {
  await control(reveal, 'Show Client secret');
  expect(serialised(document.documentElement)).not.to.contain(canary);
  await shows(reveal, why);
  await shows(reveal, secretSession.secretStays);
  expect(announced(reveal).trim()).to.equal(why);
  expect(asksBeforeLeaving()).to.equal(true);
  await control(reveal, 'Download .env');
}

describe('<secret-reveal> guards (S4)', () => {
  afterEach(leavePage);

  describe('a secret that was seen once and not stored', () => {
    it('is masked when nothing happens for a while', async () => {
      const { reveal } = await aReveal(once());
      const hidden = collect(reveal, 'secret-hidden');
      await open(reveal);
      reveal.hideAfterMs = 1_000;
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, secretSession.secretKeptIdle);
      await isKept(reveal, secretSession.secretKeptIdle);
      expect(hidden).to.deep.equal([]);
      await expect(reveal).to.be.accessible();
    });

    it('is masked with its tab, where the host wants that', async () => {
      const { reveal } = await aReveal(once());
      reveal.hideOnTabHidden = true;
      await open(reveal);
      await show(reveal);
      switchTabs();
      await isKept(reveal, secretSession.secretKeptTab);
    });

    it('is masked when the session ends, and can be copied; then it goes', async () => {
      const clipboard = fakeClipboard();
      let isSignedIn = true;
      const { reveal, marketplace } = await aReveal(once(), {
        get: () => (isSignedIn ? Promise.resolve(once()) : Promise.reject(new ApiError('unauthenticated', 'x'))),
      });
      const hidden = collect(reveal, 'secret-hidden');
      await open(reveal);
      await show(reveal);
      await waitUntil(() => marketplace.streams === 1);
      isSignedIn = false;
      marketplace.breakStreams(new ApiError('unauthenticated', 'x'));
      await isKept(reveal, secretSession.secretKeptSession);
      await expect(reveal).to.be.accessible();
      (await control(reveal, 'Copy Client secret')).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => hidden.length === 1);
      expect(hidden[0]?.detail).to.deep.equal({ credentialId: 'cred-1', reason: 'signed-out' });
      expect(clipboard.copied).to.deep.equal([canary]);
      await shows(reveal, secretReveal.secretHiddenSession);
      expect(asksBeforeLeaving()).to.equal(false);
      clipboard.undo();
    });

    it('is not asked about again once the person is signed in', async () => {
      const { reveal, marketplace } = await aReveal(once());
      await open(reveal);
      await waitUntil(() => marketplace.streams === 1);
      marketplace.breakStreams(new ApiError('unauthenticated', 'x'));
      await shows(reveal, secretSession.secretKeptSession);
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await waitUntil(() => !nameOf(findAll(reveal, '.foot')[0] ?? null).includes('Your session has ended'));
      await control(reveal, 'Show Client secret');
    });

    it('is masked at the end of a window, if the marketplace sets one all the same', async () => {
      const secret = { visibility: 'once', state: 'available', availableUntil: at(start + hour) } as const;
      const { reveal, marketplace } = await aReveal(once({ secret }));
      await open(reveal);
      await show(reveal);
      marketplace.setNow(start + 2 * hour);
      await shows(reveal, secretSession.secretKeptWindow);
      await isKept(reveal, secretSession.secretKeptWindow);
    });

    it('stays when the marketplace says that it was viewed, and when it erased it', async () => {
      let credential = once();
      const { reveal, marketplace } = await aReveal(() => credential);
      await open(reveal);
      await waitUntil(() => marketplace.streams === 1);
      for (const state of ['viewed', 'erased'] as const) {
        credential = once({ secret: { visibility: 'once', state } });
        marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
        const reads = marketplace.callsOf('credentials.get').length;
        await waitUntil(() => marketplace.callsOf('credentials.get').length > reads);
        await reveal.updateComplete;
        await control(reveal, 'Show Client secret');
      }
      await shows(reveal, secretSession.secretKeptWindow);
    });

    it('goes with the credential: it is good for nothing then', async () => {
      const { reveal, marketplace } = await aReveal(once());
      await open(reveal);
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1', removed: true });
      await shows(reveal, secretReveal.secretGone);
      expect(asksBeforeLeaving()).to.equal(false);
    });
  });

  describe('an element that goes away before a secret that was seen once is stored', () => {
    it('goes on when it is only moved', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      await show(reveal);
      const other = document.createElement('section');
      reveal.parentElement?.append(other);
      other.append(reveal);
      await isKept(reveal, secretSession.secretKeptLeft);
      await expect(reveal).to.be.accessible();
    });

    it('is followed by the next one for the same credential, after a change of the route', async () => {
      let credential = once();
      const { reveal, marketplace } = await aReveal(() => credential);
      await open(reveal);
      const parent = reveal.parentElement as Element;
      reveal.remove();
      credential = viewed();
      expect(asksBeforeLeaving()).to.equal(true);
      const next = new SecretReveal();
      next.marketplace = marketplace;
      next.credentialId = 'cred-1';
      parent.append(next);
      await isKept(next, secretSession.secretKeptLeft);
      // And only by that one: a secret is held once.
      const third = new SecretReveal();
      third.marketplace = marketplace;
      third.credentialId = 'cred-1';
      parent.append(third);
      await shows(third, secretReveal.secretViewed);
      (await labelled(next, secretSession.secretStored)).click();
      (await control(next, 'Done')).click();
      expect(asksBeforeLeaving()).to.equal(false);
      for (const one of [next, third]) one.remove();
    });

    it('finds it again after it showed another credential', async () => {
      const { reveal, marketplace } = await aReveal(once());
      await open(reveal);
      reveal.credentialId = 'cred-2';
      await waitUntil(() => marketplace.callsOf('credentials.get').some(([, id]) => id === 'cred-2'));
      await reveal.updateComplete;
      expect(findAll(reveal, '.value')).to.deep.equal([]);
      reveal.credentialId = 'cred-1';
      await isKept(reveal, secretSession.secretKeptLeft);
    });

    it('gives nothing to another Marketplace', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      reveal.marketplace = fakeMarketplace({ credentials: { get: () => Promise.resolve(viewed()) } });
      await shows(reveal, secretReveal.secretViewed);
    });

    it('keeps nothing of a secret that can be viewed again', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      const parent = reveal.parentElement as Element;
      reveal.remove();
      expect(asksBeforeLeaving()).to.equal(false);
      parent.append(reveal);
      await control(reveal, 'View secret Billing key');
    });
  });

  describe('leaving the page', () => {
    const address = location.href;
    afterEach(() => {
      document.querySelectorAll('[data-test-link]').forEach((link) => link.remove());
      history.replaceState(null, '', address);
    });

    /** A link of a page of one document: its router takes the click. */
    function routedLink(): { link: HTMLAnchorElement; taken: string[] } {
      const taken: string[] = [];
      const link = document.createElement('a');
      link.href = '/elsewhere';
      link.textContent = 'Elsewhere';
      link.dataset['testLink'] = '';
      link.addEventListener('click', (event) => {
        event.preventDefault();
        taken.push(link.href);
      });
      document.body.append(link);
      return { link, taken };
    }

    it('by a link asks first, and goes there when told so', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      const { link, taken } = routedLink();
      link.focus();
      await sendKeys({ press: 'Enter' });
      await shows(reveal, secretSession.secretCloseHeading);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => findAll(reveal, 'dialog').length === 0);
      expect(taken).to.deep.equal([]);
      link.focus();
      await sendKeys({ press: 'Enter' });
      (await control(reveal, secretSession.secretCloseLose)).click();
      await waitUntil(() => taken.length === 1);
    });

    it('by a link in another tab, or to a download, is nobody’s business', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      for (const change of [{ target: '_blank' }, { download: 'file' }]) {
        const { link, taken } = routedLink();
        Object.assign(link, change);
        link.click();
        expect(taken).to.have.length(1);
      }
      expect(findAll(reveal, 'dialog')).to.deep.equal([]);
    });

    it('by a change of the hash asks first', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      location.hash = 'elsewhere';
      await shows(reveal, secretSession.secretCloseHeading);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => findAll(reveal, 'dialog').length === 0);
      expect(location.hash).to.equal('');
      location.hash = 'elsewhere';
      (await control(reveal, secretSession.secretCloseLose)).click();
      await waitUntil(() => location.hash === '#elsewhere');
    });

    it('by going back asks first, where the browser tells of it only afterwards, too', async () => {
      Object.defineProperty(window, 'navigation', { configurable: true, value: undefined });
      const routes: string[] = [];
      const hear = (): void => void routes.push(location.search);
      history.pushState(null, '', '?route=before');
      history.pushState({ here: true }, '', '?route=secret');
      const { reveal } = await aReveal(once());
      await open(reveal);
      addEventListener('popstate', hear);
      history.back();
      await shows(reveal, secretSession.secretCloseHeading);
      expect(location.search).to.equal('?route=secret');
      expect(history.state).to.deep.equal({ here: true });
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => findAll(reveal, 'dialog').length === 0);
      expect(routes).to.deep.equal([]);
      history.back();
      (await control(reveal, secretSession.secretCloseLose)).click();
      await waitUntil(() => routes.length === 1);
      expect(routes).to.deep.equal(['?route=before']);
      removeEventListener('popstate', hear);
      Reflect.deleteProperty(window, 'navigation');
    });

    it('asks nothing once it was ticked as stored', async () => {
      const { reveal } = await aReveal(once());
      await open(reveal);
      (await labelled(reveal, secretSession.secretStored)).focus();
      await sendKeys({ press: 'Space' });
      const { link, taken } = routedLink();
      link.click();
      expect(taken).to.have.length(1);
      expect(asksBeforeLeaving()).to.equal(false);
    });
  });

  it('one that can be viewed again is dropped at the end of the session', async () => {
    const { reveal, marketplace } = await aReveal();
    const hidden = collect(reveal, 'secret-hidden');
    await open(reveal);
    await show(reveal);
    await waitUntil(() => marketplace.streams === 1);
    marketplace.breakStreams(new ApiError('unauthenticated', 'x'));
    await waitUntil(() => hidden.length === 1);
    expect(serialised(document.documentElement)).not.to.contain(canary);
    await shows(reveal, secretReveal.secretHiddenSession);
  });

  it('a refused download stores nothing, a good one everything', async () => {
    const { reveal } = await aReveal(once(), {
      reveal: () => Promise.resolve(seenOnce()),
    });
    await open(reveal);
    const { createObjectURL } = URL;
    URL.createObjectURL = () => {
      throw new Error('no room');
    };
    (await control(reveal, 'Download .env')).click();
    await shows(reveal, secretSession.secretDownloadFailed);
    expect(asksBeforeLeaving()).to.equal(true);
    URL.createObjectURL = createObjectURL;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    (await control(reveal, 'Download .env')).click();
    await waitUntil(() => !asksBeforeLeaving());
    HTMLAnchorElement.prototype.click = click;
  });
});

describe('<secret-reveal> clocks', () => {
  afterEach(leavePage);

  /** Puts the device to sleep: no timer runs, and the clock that nobody sets may stand still. */
  async function sleep(ms: number, meanwhile: () => void): Promise<void> {
    const { now } = Date;
    Date.now = () => now.call(Date) + ms;
    meanwhile();
    switchTabs();
    Date.now = now;
  }

  it('lets go on waking after a day, at once and with the reason said', async () => {
    const { reveal } = await aReveal(aCredential({ secret: { visibility: 'always', state: 'available' } }), {
      reveal: () => Promise.resolve(aSecret({ availableUntil: undefined })),
    });
    const hidden = collect(reveal, 'secret-hidden');
    await open(reveal);
    await show(reveal);
    await sleep(day, () => undefined);
    expect(hidden.map(({ detail }) => detail.reason as string)).to.deep.equal(['idle']);
    await reveal.updateComplete;
    expect(serialised(document.documentElement)).not.to.contain(canary);
    await shows(reveal, secretReveal.secretHiddenIdle);
  });

  it('says that the time is over when it wakes after the window', async () => {
    let credential: Credential = aCredential();
    const { reveal, marketplace } = await aReveal(() => credential);
    const hidden = collect(reveal, 'secret-hidden');
    await open(reveal);
    await show(reveal);
    credential = aCredential({
      secret: { visibility: 'window', state: 'erased', availableUntil: at(start + 2 * day) },
    });
    await sleep(5 * day, () => marketplace.setNow(start + 5 * day));
    expect(hidden.map(({ detail }) => detail.reason as string)).to.deep.equal(['window-ended']);
    await shows(reveal, secretReveal.secretErased);
    // Nothing is said of time that is left: there is none.
    expect(announced(reveal)).not.to.contain('left to view');
  });

  it('masks one that was seen once on waking, and keeps it', async () => {
    const { reveal } = await aReveal(once());
    await open(reveal);
    await show(reveal);
    await sleep(day, () => undefined);
    await isKept(reveal, secretSession.secretKeptIdle);
  });

  for (const hours of [-9, 9]) {
    it(`goes by the marketplace’s clock when that is ${hours} hours from the device’s`, async () => {
      const end = Date.now() + hours * hour + 30 * 60_000;
      const secret = { visibility: 'window', state: 'available', availableUntil: at(end) } as const;
      const { reveal, marketplace } = await aReveal(aCredential({ secret }), {
        reveal: () => Promise.resolve(aSecret({ availableUntil: at(end) })),
      });
      marketplace.setNow(end - 30 * 60_000);
      await shows(reveal, 'for another 30 minutes');
      const hidden = collect(reveal, 'secret-hidden');
      await open(reveal);
      marketplace.setNow(end - 1);
      await reveal.updateComplete;
      expect(hidden).to.deep.equal([]);
      marketplace.setNow(end);
      await waitUntil(() => hidden.length === 1);
    });
  }
});
