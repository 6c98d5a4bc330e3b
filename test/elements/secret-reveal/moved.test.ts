import { expect, fixture, html } from '@open-wc/testing';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Secret } from '../../../src/contract/secret.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { createMarketplaceHandler } from '../../../src/marketplace/handler.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { deferred, fakeMarketplace, type FakeMarketplace } from '../fixtures.js';
import { asksBeforeLeaving } from '../form-page.js';
import { control, findAll, shows, waitUntil } from '../page.js';
import { aReveal, confirm, leavePage, once, open, seenOnce, viewed } from './stage.js';

const keys = (marketplace: FakeMarketplace): Set<string | undefined> =>
  new Set(marketplace.callsOf('credentials.reveal').map((call) => (call[3] as CallOptions).idempotencyKey));

/** Moves an element elsewhere in the page, as frameworks do. */
function move(element: Element): void {
  const other = document.createElement('section');
  element.parentElement?.append(other);
  other.append(element);
}

describe('<secret-reveal> that is moved, or shown anew', () => {
  afterEach(leavePage);

  describe('while the answer with the only view is lost (D12, S4)', () => {
    /** The marketplace shows it, and nobody gets to know. */
    async function lostOnItsWay(): Promise<{
      reveal: SecretReveal;
      marketplace: FakeMarketplace;
      breakOff: () => void;
      isBack: () => void;
    }> {
      const answer = deferred<Secret>();
      let credential = once();
      let isBroken = true;
      const { reveal, marketplace } = await aReveal(() => credential, {
        reveal: () => {
          credential = viewed();
          return isBroken ? answer.promise : Promise.resolve(seenOnce());
        },
      });
      await confirm(reveal);
      await shows(reveal, secretSession.secretUnderway);
      return {
        reveal,
        marketplace,
        breakOff: () => answer.reject(new MarketplaceError('network', 'x')),
        isBack: () => (isBroken = false),
      };
    }

    it('offers it again under the same key after it was moved and the connection broke', async () => {
      const { reveal, marketplace, breakOff, isBack } = await lostOnItsWay();
      move(reveal);
      breakOff();
      await shows(reveal, secretReveal.secretLost);
      await expect(reveal).to.be.accessible();
      isBack();
      (await control(reveal, 'View secret again Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Show Client secret');
      expect(marketplace.callsOf('credentials.reveal')).to.have.length(2);
      expect(keys(marketplace).size).to.equal(1);
    });

    it('offers it again to the next element, when it failed before the first one went', async () => {
      const { reveal, marketplace, breakOff, isBack } = await lostOnItsWay();
      breakOff();
      await control(reveal, 'Try again');
      reveal.remove();
      isBack();
      const next = await fixture<SecretReveal>(
        html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
      );
      await shows(next, secretReveal.secretLost);
      (await control(next, 'View secret again Billing key')).click();
      (await control(next, 'View secret')).click();
      await control(next, 'Show Client secret');
      expect(keys(marketplace).size).to.equal(1);
    });

    it('says that it was viewed once it is too late', async () => {
      const { reveal, marketplace, breakOff } = await lostOnItsWay();
      move(reveal);
      breakOff();
      await shows(reveal, secretReveal.secretLost);
      Object.assign(marketplace.credentials, { reveal: () => Promise.reject(new ApiError('secret-gone', 'x')) });
      (await control(reveal, 'View secret again Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await shows(reveal, secretReveal.secretViewed);
      move(reveal);
      await shows(reveal, secretReveal.secretViewed);
    });
  });

  it('leaves nothing to the next person when the session ends while nobody shows it', async () => {
    const { reveal, marketplace } = await aReveal(once());
    await open(reveal);
    reveal.remove();
    expect(asksBeforeLeaving()).to.equal(true);
    await waitUntil(() => marketplace.streams === 1);
    marketplace.breakStreams(new ApiError('unauthenticated', 'x'));
    await waitUntil(() => !asksBeforeLeaving());
    // Nobody listens any more, either.
    await waitUntil(() => marketplace.streams === 0);
  });

  it('leaves nothing of a credential that is removed meanwhile', async () => {
    const { reveal, marketplace } = await aReveal(once());
    await open(reveal);
    reveal.remove();
    await waitUntil(() => marketplace.streams === 1);
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1', removed: true });
    await waitUntil(() => !asksBeforeLeaving());
  });

  it('shows what was on its way as soon as it arrives, without being asked', async () => {
    const answer = deferred<Secret>();
    let credential = once();
    const { reveal, marketplace } = await aReveal(() => credential, {
      reveal: () => {
        credential = viewed();
        return answer.promise;
      },
    });
    await confirm(reveal);
    await shows(reveal, secretSession.secretUnderway);
    move(reveal);
    await waitUntil(() => marketplace.callsOf('credentials.get').length === 2);
    await shows(reveal, secretReveal.secretLost);
    // Somebody is about to ask again: no need to.
    (await control(reveal, 'View secret again Billing key')).click();
    await shows(reveal, secretSession.secretConfirm);
    answer.resolve(seenOnce());
    await control(reveal, 'Show Client secret');
    await shows(reveal, secretSession.secretKeptLeft);
    expect(marketplace.callsOf('credentials.reveal')).to.have.length(1);
  });

  it('keeps nothing that arrives after the credential has gone', async () => {
    const answer = deferred<Secret>();
    const { reveal, marketplace } = await aReveal(once(), { reveal: () => answer.promise });
    await confirm(reveal);
    await shows(reveal, secretSession.secretUnderway);
    move(reveal);
    Object.assign(marketplace.credentials, { get: () => Promise.reject(new ApiError('not-found', 'x')) });
    await reveal.refresh();
    await shows(reveal, secretReveal.secretGone);
    answer.resolve(seenOnce());
    await answer.promise;
    await reveal.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
    expect(findAll(reveal, '.value')).to.deep.equal([]);
  });

  it('is held once, however many answers there are', async () => {
    const answers = [deferred<Secret>(), deferred<Secret>()];
    let asked = 0;
    const { reveal } = await aReveal(() => (asked > 0 ? viewed() : once()), {
      reveal: () => (answers[asked++] as (typeof answers)[0]).promise,
    });
    await confirm(reveal);
    await shows(reveal, secretSession.secretUnderway);
    move(reveal);
    (await control(reveal, 'View secret again Billing key')).click();
    (await control(reveal, 'View secret')).click();
    await waitUntil(() => asked === 2);
    for (const { resolve } of answers) resolve(seenOnce());
    await control(reveal, 'Show Client secret');
    (await control(reveal, `Download .env`)).click();
    await waitUntil(() => !asksBeforeLeaving());
  });

  describe('at an address of its own', () => {
    const original = globalThis.fetch;
    let credential: Credential;
    let marketplace: FakeMarketplace;
    let isSignedIn: boolean;

    beforeEach(() => {
      credential = once();
      isSignedIn = true;
      marketplace = fakeMarketplace({
        credentials: {
          get: () => Promise.resolve(credential),
          reveal: () => {
            credential = viewed();
            return Promise.resolve(seenOnce());
          },
        },
      });
      const handler = createMarketplaceHandler({
        basePath: '/api/v1',
        marketplaceFor: () => {
          if (!isSignedIn) throw new ApiError('unauthenticated', 'x');
          return marketplace;
        },
      });
      globalThis.fetch = (input, init) => handler(new Request(input, init));
    });
    afterEach(() => {
      leavePage();
      globalThis.fetch = original;
    });

    /** An element as this person has it in the page. */
    const ofPerson = (token: string | (() => string)): Promise<SecretReveal> =>
      fixture<SecretReveal>(
        html`<secret-reveal base-url="/api/v1" .token=${token} credential-id="cred-1"></secret-reveal>`,
      );

    it('gives a secret that one person left to nobody else', async () => {
      const ofAda = await ofPerson('ada');
      await open(ofAda);
      ofAda.remove();
      const ofCleo = await ofPerson('cleo');
      await shows(ofCleo, secretReveal.secretViewed);
      expect(findAll(ofCleo, '.value')).to.deep.equal([]);
      // It is still there for the person it was shown to.
      const again = await ofPerson('ada');
      await control(again, 'Show Client secret');
      await shows(again, secretSession.secretKeptLeft);
    });

    it('gives it to nobody when it becomes another person’s itself', async () => {
      const reveal = await ofPerson('ada');
      await open(reveal);
      reveal.token = 'cleo';
      await shows(reveal, secretReveal.secretViewed);
      reveal.token = 'ada';
      await control(reveal, 'Show Client secret');
    });

    it('lets go of what was left when the session ends: who signs in next may be somebody else', async () => {
      const token = (): string => 'current';
      const ofAda = await ofPerson(token);
      await open(ofAda);
      ofAda.remove();
      expect(asksBeforeLeaving()).to.equal(true);
      isSignedIn = false;
      const early = await ofPerson(token);
      // It shows what was left until the marketplace says that nobody is signed in; then it is masked, and asked about.
      await shows(early, secretSession.secretKeptSession);
      early.remove();
      await waitUntil(() => !asksBeforeLeaving());
      isSignedIn = true;
      await shows(await ofPerson(token), secretReveal.secretViewed);
    });

    it('lets go of it too when only others see the session end', async () => {
      const token = (): string => 'current';
      const [ofAda, other] = [await ofPerson(token), await ofPerson(token)];
      other.credentialId = 'cred-2';
      await open(ofAda);
      ofAda.remove();
      isSignedIn = false;
      await other.refresh();
      expect(asksBeforeLeaving()).to.equal(false);
      isSignedIn = true;
      await shows(await ofPerson(token), secretReveal.secretViewed);
    });

    it('goes on with it when it is moved after the session has ended', async () => {
      const reveal = await ofPerson('ada');
      await open(reveal);
      isSignedIn = false;
      await reveal.refresh();
      await shows(reveal, secretSession.secretKeptSession);
      move(reveal);
      await control(reveal, 'Show Client secret');
      await shows(reveal, secretSession.secretKeptSession);
      isSignedIn = true;
      await reveal.refresh();
      await shows(reveal, secretSession.secretStays);
      expect(asksBeforeLeaving()).to.equal(true);
    });

    it('gets a lost answer again after it was moved, alone on its page', async () => {
      const { fetch } = globalThis;
      let asked = 0;
      globalThis.fetch = async (input, init) => {
        const request = new Request(input, init);
        const response = await fetch(request);
        if (!request.url.endsWith('/reveal') || ++asked > 1) return response;
        throw new TypeError('network');
      };
      const element = await ofPerson('ada');
      await confirm(element);
      await control(element, 'Try again');
      move(element);
      await shows(element, secretReveal.secretLost);
      (await control(element, 'View secret again Billing key')).click();
      (await control(element, 'View secret')).click();
      await control(element, 'Show Client secret');
      expect(keys(marketplace).size).to.equal(1);
    });
  });
});
