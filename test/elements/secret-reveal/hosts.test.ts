import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import type { Credential } from '../../../src/contract/credential.js';
import type { Secret } from '../../../src/contract/secret.js';
import '../../../src/elements/credential-list/define.js';
import '../../../src/elements/marketplace-provider/define.js';
import type { MarketplaceProvider } from '../../../src/elements/marketplace-provider/marketplace-provider.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { common } from '../../../src/locales/en/common.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, canary, fakeMarketplace, page } from '../fixtures.js';
import { announced, collect, control, fakeClipboard, findAll, shows, textOf, waitUntil } from '../page.js';
import { aReveal, confirm, leavePage, once, open } from './stage.js';

describe('<secret-reveal> on any host', () => {
  afterEach(leavePage);

  describe('a time to hide after that is none', () => {
    for (const value of ['60s', '-1', 'Infinity'])
      it(`hide-after-ms="${value}" is a minute`, async () => {
        const { reveal } = await aReveal();
        reveal.setAttribute('hide-after-ms', value);
        await open(reveal);
        await waitUntil(() => /Hides in (1 minute|5\d seconds)/.test(textOf(reveal)));
      });
  });

  describe('a host whose text cannot be selected and is in capitals', () => {
    before(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'body { user-select: none; text-transform: uppercase; letter-spacing: 0.3em; font-variant: small-caps; }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    after(() => void document.adoptedStyleSheets.pop());

    it('D2: the value is selected as it is when the browser refuses to copy, and Ctrl+C takes it', async () => {
      const clipboard = fakeClipboard({ refuses: true });
      const { reveal } = await aReveal(aCredential());
      await open(reveal);
      (await control(reveal, 'Copy Client secret')).focus();
      await sendKeys({ press: 'Enter' });
      await shows(reveal, common.copyFailed);
      await waitUntil(() => getSelection()?.toString() === canary);
      clipboard.undo();
      const copied = collect(reveal, 'secret-copied');
      await sendKeys({ press: 'ControlOrMeta+C' });
      await waitUntil(() => announced(reveal) === 'Client secret copied.');
      expect(copied).to.have.length(1);
    });

    it('shows what has to be exact as it is: values and identifiers', async () => {
      const { reveal } = await aReveal(aCredential());
      await open(reveal);
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, canary);
      const list = await fixture(
        html`<credential-list
          .marketplace=${fakeMarketplace({ credentials: { list: () => Promise.resolve(page([aCredential()])) } })}
        ></credential-list>`,
      );
      await shows(list, 'Billing key');
      const exact = [...findAll(reveal, '.value'), ...findAll(list, '[part="identifier"]')];
      expect(exact).to.have.length(3);
      for (const element of exact) {
        const { textTransform, letterSpacing, userSelect, fontVariantCaps, fontVariantLigatures } =
          getComputedStyle(element);
        expect({ textTransform, letterSpacing, userSelect, fontVariantCaps, fontVariantLigatures }).to.deep.equal({
          textTransform: 'none',
          letterSpacing: 'normal',
          userSelect: 'text',
          fontVariantCaps: 'normal',
          fontVariantLigatures: 'none',
        });
      }
    });
  });

  describe('after somebody has signed in again', () => {
    /** An element under a provider, in a session that the test ends. */
    async function inSession(
      credential: Credential,
      secret: Secret = aSecret(),
    ): Promise<{ provider: MarketplaceProvider; reveal: SecretReveal; session: { isOver: boolean } }> {
      const session = { isOver: false };
      const unless = <T>(value: T): Promise<T> =>
        session.isOver ? Promise.reject(new ApiError('unauthenticated', 'x')) : Promise.resolve(value);
      const marketplace = fakeMarketplace({
        credentials: { get: () => unless(credential), reveal: () => unless(secret) },
      });
      const provider = await fixture<MarketplaceProvider>(
        html`<marketplace-provider .marketplace=${marketplace}
          ><secret-reveal credential-id="cred-1"></secret-reveal
        ></marketplace-provider>`,
      );
      return { provider, reveal: provider.querySelector('secret-reveal') as SecretReveal, session };
    }

    it('reads what it could not read', async () => {
      const { provider, reveal, session } = await inSession(aCredential());
      await control(reveal, 'View secret Billing key');
      session.isOver = true;
      reveal.credentialId = 'cred-2';
      await shows(reveal, common['error-unauthenticated']);
      session.isOver = false;
      provider.refresh();
      await control(reveal, 'View secret Billing key');
      expect(textOf(reveal)).not.to.contain(common['error-unauthenticated']);
    });

    it('goes on with a question that could not be answered', async () => {
      const { provider, reveal, session } = await inSession(aCredential());
      await control(reveal, 'View secret Billing key');
      session.isOver = true;
      await confirm(reveal);
      await shows(reveal, common['error-unauthenticated']);
      session.isOver = false;
      provider.refresh();
      await waitUntil(() => !textOf(reveal).includes(common['error-unauthenticated']));
      (await control(reveal, 'View secret')).click();
      await control(reveal, 'Show Client secret');
    });

    it('leaves a secret that is shown as it is', async () => {
      const { reveal } = await inSession(once(), aSecret({ availableUntil: undefined }));
      await open(reveal);
      (await control(reveal, 'Show Client secret')).click();
      await shows(reveal, canary);
      await reveal.refresh();
      await shows(reveal, canary);
      expect(textOf(reveal)).to.contain(secretSession.secretStays);
      expect(textOf(reveal)).not.to.contain(secretReveal.secretOnce);
    });
  });
});
