import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Credential } from '../../../src/contract/credential.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import type { Secret } from '../../../src/contract/secret.js';
import '../../../src/elements/secret-reveal/define.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { common } from '../../../src/locales/en/common.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, canary, day, deferred, fakeMarketplace, hour, minute, start } from '../fixtures.js';
import {
  announced,
  collect,
  control,
  fakeClipboard,
  findAll,
  focused,
  nameOf,
  serialised,
  shows,
  textOf,
  waitUntil,
} from '../page.js';
import { aReveal, confirm, erased, open, secondsLeft } from './stage.js';

describe('<secret-reveal>', () => {
  describe('phases', () => {
    it('waits for the gateway, and goes on by itself', async () => {
      let credential = aCredential({ secret: { visibility: 'window', state: 'pending' }, actions: [] });
      const { reveal, marketplace } = await aReveal(() => credential);
      await shows(reveal, secretReveal.secretPending);
      await expect(reveal).to.be.accessible();
      credential = aCredential();
      await waitUntil(() => marketplace.streams === 1);
      marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
      await control(reveal, 'View secret Billing key');
    });

    it('says how long the secret can be viewed, by the marketplace’s clock', async () => {
      const { reveal, marketplace } = await aReveal();
      await shows(reveal, 'for another 2 days 4 hours, until Nov 22, 2026');
      await expect(reveal).to.be.accessible();
      marketplace.setNow(start + day);
      await shows(reveal, 'for another 1 day 4 hours');
    });

    it('announces the time left at 24 hours, 1 hour and 5 minutes only', async () => {
      const { reveal, marketplace } = await aReveal();
      const end = start + 2 * day + 4 * hour;
      await shows(reveal, '2 days 4 hours');
      marketplace.setNow(end - 25 * hour);
      await shows(reveal, '1 day 1 hour');
      expect(announced(reveal)).to.equal('');
      marketplace.setNow(end - 5 * minute);
      await waitUntil(() => announced(reveal).includes('5 minutes left'));
    });

    it('asks before it fetches anything, and says what follows', async () => {
      const { reveal, marketplace } = await aReveal();
      (await control(reveal, 'View secret Billing key')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(reveal, secretSession.secretConfirm);
      expect(textOf(reveal)).to.contain('You can view it again until Nov 22, 2026');
      expect(nameOf(focused())).to.equal('View secret');
      await expect(reveal).to.be.accessible();
      expect(marketplace.callsOf('credentials.reveal')).to.have.length(0);
      (await control(reveal, 'Cancel')).click();
      await control(reveal, 'View secret Billing key');
      expect(marketplace.callsOf('credentials.reveal')).to.have.length(0);
    });

    it('is busy while it decrypts, once', async () => {
      const secret = deferred<Secret>();
      const { reveal, marketplace } = await aReveal(aCredential(), { reveal: () => secret.promise });
      (await control(reveal, 'View secret Billing key')).click();
      const confirm = await control(reveal, 'View secret');
      confirm.click();
      confirm.click();
      await control(reveal, secretSession.secretDecrypting);
      secret.resolve(aSecret());
      await control(reveal, 'Show Client secret');
      const [call, ...others] = marketplace.callsOf('credentials.reveal');
      expect(others).to.deep.equal([]);
      expect((call?.[3] as CallOptions).idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    });

    it('shows the identifier, and the secret masked', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      expect(textOf(reveal)).to.contain('client-4711');
      expect(textOf(reveal)).to.contain('••••••••••••••••');
      expect(announced(reveal)).to.equal(secretSession.secretShown);
      expect(textOf(reveal)).to.match(/You can view it again until \w+ \d+, \d{4}/);
      expect(nameOf(focused())).to.equal('Secret of Billing key');
      await expect(reveal).to.be.accessible();
    });

    it('says that the secret was removed and still works, and offers another credential', async () => {
      const { reveal } = await aReveal(erased());
      await shows(reveal, secretReveal.secretErasedHint);
      await expect(reveal).to.be.accessible();
      const events = collect(reveal, 'credential-replace');
      (await control(reveal, 'Create another credential')).click();
      expect(events[0]?.detail).to.deep.equal({ credential: erased() });
    });

    it('shows the host’s own next step instead', async () => {
      const { reveal } = await aReveal(erased());
      const link = document.createElement('a');
      link.slot = 'next';
      link.textContent = 'Renew it';
      reveal.append(link);
      await waitUntil(() => link.checkVisibility());
    });

    it('says that there is no secret', async () => {
      const { reveal } = await aReveal(aCredential({ secret: { visibility: 'never', state: 'none' } }));
      await shows(reveal, secretReveal.secretNone);
    });

    it('says that the credential is gone', async () => {
      const { reveal } = await aReveal(aCredential(), { get: () => Promise.reject(new ApiError('not-found', 'x')) });
      await shows(reveal, secretReveal.secretGone);
      await expect(reveal).to.be.accessible();
    });

    it('says why the credential could not be read, and tries again', async () => {
      let fails = true;
      const { reveal } = await aReveal(aCredential(), {
        get: () => (fails ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(aCredential())),
      });
      await shows(reveal, common['error-network']);
      await expect(reveal).to.be.accessible();
      fails = false;
      (await control(reveal, 'Try again')).click();
      await control(reveal, 'View secret Billing key');
    });

    it('says why the secret could not be revealed, and tries again under the same key', async () => {
      let fails = true;
      const { reveal, marketplace } = await aReveal(aCredential(), {
        reveal: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(aSecret())),
      });
      const failures = collect(reveal, 'secret-failed');
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await shows(reveal, common['error-unavailable']);
      await expect(reveal).to.be.accessible();
      expect(failures).to.have.length(1);
      fails = false;
      (await control(reveal, 'Try again')).click();
      await control(reveal, 'Show Client secret');
      const keys = marketplace.callsOf('credentials.reveal').map((call) => (call[3] as CallOptions).idempotencyKey);
      expect(new Set(keys).size).to.equal(1);
    });

    it('reads again when the secret has gone meanwhile', async () => {
      let credential = aCredential();
      const { reveal } = await aReveal(() => credential, {
        reveal: () => {
          credential = erased();
          return Promise.reject(new ApiError('secret-gone', 'x'));
        },
      });
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      await shows(reveal, secretReveal.secretErased);
    });
  });

  describe('values', () => {
    it('puts the secret in the page only while it is shown', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      expect(serialised(reveal)).not.to.contain(canary);
      (await control(reveal, 'Show Client secret')).focus();
      await sendKeys({ press: 'Space' });
      await shows(reveal, canary);
      await expect(reveal).to.be.accessible();
      const value = findAll(reveal, '#value-1')[0];
      expect(value?.getAttribute('translate')).to.equal('no');
      expect(value?.getAttribute('spellcheck')).to.equal('false');
      for (const attribute of [
        'data-1p-ignore',
        'data-lpignore',
        'data-bwignore',
        'data-private',
        'data-sentry-mask',
        'data-hj-suppress',
      ])
        expect(value?.hasAttribute(attribute), attribute).to.equal(true);
      expect(nameOf(focused())).to.equal('Hide Client secret');
      await sendKeys({ press: 'Space' });
      await control(reveal, 'Show Client secret');
      expect(serialised(reveal)).not.to.contain(canary);
    });

    it('masks every secret at the same length', async () => {
      const { reveal } = await aReveal(aCredential(), {
        reveal: () =>
          Promise.resolve(aSecret({ fields: aSecret().fields.map((field) => ({ ...field, secret: true })) })),
      });
      await open(reveal);
      const masks = findAll(reveal, '.value [aria-hidden]').map(textOf);
      expect(masks).to.have.length(2);
      expect(new Set(masks).size).to.equal(1);
    });

    for (const press of ['Enter', 'Space']) {
      it(`copies with ${press} without showing it, and says so`, async () => {
        const clipboard = fakeClipboard();
        const { reveal } = await aReveal();
        const events = collect(reveal, 'secret-copied');
        await open(reveal);
        (await control(reveal, 'Copy Client secret')).focus();
        await sendKeys({ press });
        await waitUntil(() => announced(reveal) === 'Client secret copied.');
        expect(clipboard.copied).to.deep.equal([canary]);
        expect(events[0]?.detail).to.deep.equal({ credentialId: 'cred-1', field: 'clientSecret' });
        expect(serialised(reveal)).not.to.contain(canary);
        await shows(reveal, 'Copied');
        clipboard.undo();
      });
    }

    it('closes nothing when the browser refuses to copy: selects the value and says how', async () => {
      const clipboard = fakeClipboard({ refuses: true });
      const { reveal } = await aReveal();
      const events = collect(reveal, 'secret-copied', 'secret-closed', 'secret-hidden', 'secret-copy-failed');
      await open(reveal);
      (await control(reveal, 'Copy Client secret')).click();
      await shows(reveal, common.copyFailed);
      await waitUntil(() => getSelection()?.toString() === canary);
      expect(events.map(({ type }) => type)).to.deep.equal(['secret-copy-failed']);
      expect(announced(reveal)).not.to.contain('copied');
      await expect(reveal).to.be.accessible();
      clipboard.undo();
    });

    it('waits for the clipboard before it says anything', async () => {
      const written = deferred<undefined>();
      Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: () => written.promise });
      const { reveal } = await aReveal();
      await open(reveal);
      (await control(reveal, 'Copy Client secret')).click();
      await reveal.updateComplete;
      expect(textOf(reveal)).not.to.contain('Copied');
      written.resolve(undefined);
      await shows(reveal, 'Copied');
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
    });
  });

  describe('letting go', () => {
    const gone = async (reveal: SecretReveal, reason: string, events: CustomEvent[]): Promise<void> => {
      await waitUntil(() => events.length > 0, reason);
      expect(events[0]?.detail).to.deep.equal({ credentialId: 'cred-1', reason });
      await reveal.updateComplete;
      expect(serialised(reveal)).not.to.contain(canary);
    };

    async function shown(credential?: () => Credential) {
      const { reveal, marketplace } = await aReveal(credential);
      const events = collect(reveal, 'secret-hidden');
      await open(reveal);
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, canary);
      return { reveal, marketplace, events };
    }

    it('hides it after hideAfterMs without activity, and offers it again', async () => {
      const { reveal } = await aReveal();
      const events = collect(reveal, 'secret-hidden');
      reveal.hideAfterMs = 1_000;
      await confirm(reveal);
      await gone(reveal, 'idle', events);
      await shows(reveal, secretReveal.secretHiddenIdle);
      expect(announced(reveal)).to.equal(secretReveal.secretHiddenIdle);
      await waitUntil(() => nameOf(focused()) === 'View secret again Billing key');
      await expect(reveal).to.be.accessible();
    });

    it('warns before that, and keeps it open when asked', async () => {
      const { reveal } = await aReveal();
      reveal.hideAfterMs = 21_000;
      await open(reveal);
      await waitUntil(() => announced(reveal).includes('will be hidden in 20 seconds'));
      await waitUntil(() => secondsLeft(reveal) < 18);
      (await control(reveal, 'Keep it open')).click();
      await waitUntil(() => secondsLeft(reveal) > 18);
    });

    it('warns late rather than never, on a page that was busy at that moment', async () => {
      const { reveal } = await aReveal();
      reveal.hideAfterMs = 21_000;
      await open(reveal);
      for (const end = performance.now() + 2_500; performance.now() < end;);
      await waitUntil(() => announced(reveal).includes('will be hidden in 20 seconds'));
    });

    it('hides it when its window ends, and says that it is removed', async () => {
      let credential = aCredential();
      const { reveal, marketplace, events } = await shown(() => credential);
      credential = erased();
      marketplace.setNow(start + 3 * day);
      await gone(reveal, 'window-ended', events);
      await shows(reveal, secretReveal.secretErased);
    });

    it('hides it at once when the marketplace’s clock was moved past its window', async () => {
      let credential = aCredential();
      const { reveal, marketplace, events } = await shown(() => credential);
      credential = erased();
      await waitUntil(() => marketplace.streams === 1);
      marketplace.setNow(start + 3 * day);
      marketplace.emit({ subject: 'clock' });
      await gone(reveal, 'window-ended', events);
    });

    it('hides it when the session ends', async () => {
      const { reveal, marketplace, events } = await shown();
      await waitUntil(() => marketplace.streams === 1);
      marketplace.breakStreams(new ApiError('token-expired', 'x'));
      await gone(reveal, 'signed-out', events);
      await shows(reveal, secretReveal.secretHiddenSession);
    });

    it('hides it when another credential is asked for', async () => {
      const { reveal, events } = await shown();
      reveal.credentialId = 'cred-2';
      await waitUntil(() => events.length === 1);
      expect(events[0]?.detail).to.include({ reason: 'credential-changed' });
      expect(serialised(reveal)).not.to.contain(canary);
    });

    it('hides it when another Marketplace is used', async () => {
      const { reveal, events } = await shown();
      reveal.marketplace = fakeMarketplace({ credentials: { get: () => Promise.resolve(aCredential()) } });
      await gone(reveal, 'credential-changed', events);
    });

    it('hides it when the element leaves the page, also while it is decrypted', async () => {
      const { reveal, events } = await shown();
      reveal.remove();
      await gone(reveal, 'disconnected', events);

      const secret = deferred<Secret>();
      const late = await aReveal(aCredential(), { reveal: () => secret.promise });
      (await control(late.reveal, 'View secret Billing key')).click();
      (await control(late.reveal, 'View secret')).click();
      const parent = late.reveal.parentElement as Element;
      late.reveal.remove();
      secret.resolve(aSecret());
      parent.append(late.reveal);
      await control(late.reveal, 'View secret Billing key');
    });

    it('hides it with its tab, where the host wants that', async () => {
      const { reveal, events } = await shown();
      const hide = (): void => {
        Object.defineProperty(document, 'hidden', { configurable: true, value: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'hidden');
      };
      hide();
      expect(events).to.deep.equal([]);
      reveal.hideOnTabHidden = true;
      hide();
      await gone(reveal, 'tab-hidden', events);
    });
  });

  describe('closing', () => {
    /** Answers whether leaving the page would ask. */
    const asksToLeave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

    it('asks while the secret was not stored, and stays open when told so', async () => {
      const { reveal } = await aReveal();
      const events = collect(reveal, 'secret-closed');
      await open(reveal);
      expect(asksToLeave()).to.equal(true);
      const closing = reveal.requestClose();
      await shows(reveal, secretSession.secretCloseHeading);
      await shows(reveal, 'You can view it again until Nov 22, 2026');
      await expect(reveal).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      expect(await closing).to.equal(false);
      await control(reveal, 'Show Client secret');
      (await control(reveal, 'Done')).click();
      (await control(reveal, 'Close anyway')).click();
      await waitUntil(() => events.length === 1);
      await control(reveal, 'View secret Billing key');
      expect(asksToLeave()).to.equal(false);
    });

    it('asks once however often it is requested', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      const both = Promise.all([reveal.requestClose(), reveal.requestClose()]);
      (await control(reveal, 'Close anyway')).click();
      expect(await both).to.deep.equal([true, true]);
    });

    it('does not ask after it was copied', async () => {
      const clipboard = fakeClipboard();
      const { reveal } = await aReveal();
      await open(reveal);
      (await control(reveal, 'Copy Client ID')).click();
      await waitUntil(() => announced(reveal) === 'Client ID copied.');
      expect(asksToLeave()).to.equal(true);
      (await control(reveal, 'Copy Client secret')).click();
      await waitUntil(() => announced(reveal) === 'Client secret copied.');
      expect(asksToLeave()).to.equal(false);
      expect(await reveal.requestClose()).to.equal(true);
      clipboard.undo();
    });

    it('does not ask after it was ticked as stored', async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      (reveal.shadowRoot?.querySelector('input[type="checkbox"]') as HTMLElement).focus();
      await sendKeys({ press: 'Space' });
      expect(await reveal.requestClose()).to.equal(true);
    });

    it('does not ask where nothing was revealed', async () => {
      const { reveal } = await aReveal();
      await control(reveal, 'View secret Billing key');
      expect(await reveal.requestClose()).to.equal(true);
    });
  });
});
