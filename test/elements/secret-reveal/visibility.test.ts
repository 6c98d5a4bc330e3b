import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Secret, SecretInfo } from '../../../src/contract/secret.js';
import '../../../src/elements/secret-reveal/define.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, can, canary, deferred, hour, type FakeMarketplace } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { aReveal, confirm, leavePage, open } from './stage.js';
import { collect, control, fakeClipboard, findAll, nameOf, shows, textOf, waitUntil } from '../page.js';

const seenOnce: Secret = aSecret({ availableUntil: undefined });

const holding = (secret: SecretInfo, differences: Partial<Credential> = {}): Credential =>
  aCredential({ secret, actions: can('reveal'), ...differences });

const once = holding({ visibility: 'once', state: 'available' });
const viewed = holding({ visibility: 'once', state: 'viewed' }, { actions: can('remove') });

const keys = (marketplace: FakeMarketplace): (string | undefined)[] =>
  marketplace.callsOf('credentials.reveal').map((call) => (call[3] as CallOptions).idempotencyKey);

describe('<secret-reveal> visibility (S1)', () => {
  // What a test did not store is kept for the next element, until the page goes away.
  afterEach(leavePage);

  describe('once', () => {
    it('says so before, in the question and while it is shown', async () => {
      const { reveal } = await aReveal(once);
      await shows(reveal, secretReveal.secretOnce);
      await expect(reveal).to.be.accessible();
      (await control(reveal, 'View secret Billing key')).click();
      await shows(reveal, secretSession.secretConfirmOnce);
      (await control(reveal, 'View secret')).click();
      await shows(reveal, secretSession.secretStays);
      expect(textOf(reveal)).not.to.contain('Hides in');
      await expect(reveal).to.be.accessible();
    });

    it('is taken for that where nobody here understands what the marketplace says (X3)', async () => {
      const { reveal } = await aReveal(holding({ visibility: 'unknown', state: 'available' }));
      await shows(reveal, secretReveal.secretOnce);
      await open(reveal);
      await shows(reveal, secretSession.secretStays);
    });

    it('stays shown when its view makes it viewed', async () => {
      let credential = once;
      const { reveal, marketplace } = await aReveal(() => credential);
      await open(reveal);
      await control(reveal, 'Show Client secret');
      credential = viewed;
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await waitUntil(() => marketplace.callsOf('credentials.get').length === 2);
      await reveal.updateComplete;
      await control(reveal, 'Show Client secret');
    });

    it('is masked instead of dropped when nothing happens, until it is stored', async () => {
      const { reveal } = await aReveal(once);
      const events = collect(reveal, 'secret-hidden');
      await open(reveal);
      reveal.hideAfterMs = 1_000;
      (await control(reveal, 'Show Client secret')).click();
      await reveal.updateComplete;
      expect(textOf(reveal)).to.contain(canary);
      await waitUntil(() => !textOf(reveal).includes(canary));
      expect(events).to.deep.equal([]);
      expect(asksBeforeLeaving()).to.equal(true);
      (await labelled(reveal, secretSession.secretStored)).click();
      await waitUntil(() => events.length === 1);
      expect(asksBeforeLeaving()).to.equal(false);
    });

    it('asks before it is closed without being stored, and says that it is the only time', async () => {
      const { reveal } = await aReveal(once);
      await open(reveal);
      await control(reveal, 'Show Client secret');
      const closing = reveal.requestClose();
      await shows(reveal, secretSession.secretCloseNever);
      await sendKeys({ press: 'Escape' });
      expect(await closing).to.equal(false);
      await control(reveal, 'Show Client secret');
    });

    it('cannot be given up while it is on its way', async () => {
      const answer = deferred<Secret>();
      const { reveal } = await aReveal(once, { reveal: () => answer.promise });
      await confirm(reveal);
      await control(reveal, secretSession.secretDecrypting);
      (await control(reveal, 'Cancel')).click();
      expect(await reveal.requestClose()).to.equal(false);
      answer.resolve(seenOnce);
      await control(reveal, 'Show Client secret');
    });

    it('is had again under the same key when its answer was lost', async () => {
      let lost = true;
      let credential = once;
      const { reveal, marketplace } = await aReveal(() => credential, {
        reveal: () => {
          credential = viewed;
          return lost ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(seenOnce);
        },
      });
      await confirm(reveal);
      await control(reveal, 'Try again');
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await waitUntil(() => marketplace.callsOf('credentials.get').length === 2);
      // Even somebody who leaves the question finds the way back.
      (await control(reveal, 'Cancel')).click();
      await shows(reveal, secretReveal.secretLost);
      await expect(reveal).to.be.accessible();
      lost = false;
      (await control(reveal, 'View secret again Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Show Client secret');
      expect(keys(marketplace)).to.have.length(2);
      expect(new Set(keys(marketplace)).size).to.equal(1);
    });

    it('says what is left to do when it is too late for that', async () => {
      let credential = once;
      let code: 'unavailable' | 'secret-gone' = 'unavailable';
      const { reveal } = await aReveal(() => credential, {
        reveal: () => {
          credential = viewed;
          return Promise.reject(new ApiError(code, 'x'));
        },
      });
      await confirm(reveal);
      await control(reveal, 'Try again');
      code = 'secret-gone';
      (await control(reveal, 'View secret')).click();
      await shows(reveal, secretReveal.secretViewed);
    });

    it('asks under another key for another secret', async () => {
      const { reveal, marketplace } = await aReveal(holding({ visibility: 'always', state: 'available' }));
      for (const time of [1, 2]) {
        (await control(reveal, 'View secret Billing key')).click();
        (await control(reveal, 'View secret')).click();
        (await labelled(reveal, secretSession.secretStored)).click();
        (await control(reveal, 'Done')).click();
        await waitUntil(() => keys(marketplace).length === time);
        await control(reveal, 'View secret Billing key');
      }
      expect(new Set(keys(marketplace)).size).to.equal(2);
    });
  });

  describe('viewed', () => {
    it('says that it still works, and offers another credential', async () => {
      const { reveal } = await aReveal(viewed);
      await shows(reveal, secretReveal.secretViewed);
      await shows(reveal, secretReveal.secretViewedHint);
      await expect(reveal).to.be.accessible();
      const events = collect(reveal, 'credential-replace');
      (await control(reveal, 'Create another credential')).click();
      expect(events).to.have.length(1);
    });

    it('renews where that is possible, and offers the new secret when it is there', async () => {
      const renewable = holding(viewed.secret, {
        actions: [{ action: 'renew', allowed: true, overlapsMs: [0, hour] }],
      });
      let credential = renewable;
      const { reveal, marketplace } = await aReveal(() => credential, {
        renew: () => Promise.resolve((credential = { ...renewable, transition: 'renewing', version: '2' })),
      });
      const events = collect(reveal, 'credential-renew', 'credential-renewed');
      (await control(reveal, 'Renew credential')).click();
      (await labelled(reveal, '1 hour')).click();
      await expect(reveal).to.be.accessible();
      const [confirm] = findAll(reveal, 'dialog button').filter((one) => nameOf(one) === 'Renew credential');
      confirm?.click();
      await shows(reveal, secretReveal.secretChanging);
      expect(marketplace.callsOf('credentials.renew')[0]?.[2]).to.deep.equal({ overlapMs: hour });
      expect(events.map(({ type }) => type)).to.deep.equal(['credential-renew', 'credential-renewed']);
      credential = once;
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await control(reveal, 'View secret Billing key');
    });

    it('regenerates where that is possible', async () => {
      const { reveal } = await aReveal({ ...viewed, actions: can('regenerate') });
      (await control(reveal, 'Regenerate credential')).click();
      await shows(reveal, 'Regenerate “Billing key”?');
    });
  });

  it('always: can be viewed at any time, and is dropped like any other when nothing happens', async () => {
    const clipboard = fakeClipboard();
    const { reveal } = await aReveal(holding({ visibility: 'always', state: 'available' }));
    await shows(reveal, secretReveal.secretAlways);
    await open(reveal);
    await shows(reveal, 'Hides in');
    clipboard.undo();
  });

  describe('never', () => {
    const external = (state: 'none' | 'set') => holding({ visibility: 'never', state }, { actions: can('share') });

    it('explains how a secret is set while there is none (S9)', async () => {
      const { reveal } = await aReveal(external('none'));
      await shows(reveal, secretReveal.secretNotSet);
      await shows(reveal, secretReveal.secretNotSetHint);
      await expect(reveal).to.be.accessible();
    });

    it('says that there is one, and that it cannot be read', async () => {
      const { reveal } = await aReveal(external('set'));
      await shows(reveal, secretReveal.secretSet);
      await shows(reveal, secretReveal.secretSetHint);
      expect(textOf(reveal)).not.to.contain('View secret');
    });

    it('says that there is none where nobody sets one', async () => {
      const { reveal } = await aReveal(holding({ visibility: 'never', state: 'none' }, { actions: can('remove') }));
      await shows(reveal, secretReveal.secretNone);
    });
  });
});
