import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, fakeMarketplace, type FakeMarketplace } from '../fixtures.js';
import { collect, control, shows, textOf, waitUntil } from '../page.js';
import { agree, erased, leavePage } from './stage.js';

/** An element for somebody who has pressed “View secret” already. */
async function anAsked(current: () => Credential): Promise<{ reveal: SecretReveal; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    credentials: { get: () => Promise.resolve(current()), reveal: () => Promise.resolve(aSecret()) },
  });
  const reveal = await fixture<SecretReveal>(
    html`<secret-reveal viewing .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
  );
  return { reveal, marketplace };
}

describe('<secret-reveal viewing>', () => {
  afterEach(leavePage);

  it('asks at once, with the consequence, and decrypts nothing before it is told to', async () => {
    const { reveal, marketplace } = await anAsked(() => aCredential());
    await shows(reveal, secretSession.secretConfirm);
    await shows(reveal, 'You can view it again until Nov 22, 2026');
    await expect(reveal).to.be.accessible();
    expect(marketplace.callsOf('credentials.reveal')).to.have.length(0);
    await agree(reveal);
    expect(marketplace.callsOf('credentials.reveal')).to.have.length(1);
  });

  it('is done when somebody says no, and asks no second time by itself', async () => {
    const { reveal, marketplace } = await anAsked(() => aCredential());
    const closed = collect(reveal, 'secret-closed');
    (await control(reveal, 'Cancel')).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => closed.length === 1);
    await control(reveal, 'View secret Billing key');
    const reads = marketplace.callsOf('credentials.get').length;
    await reveal.refresh();
    expect(marketplace.callsOf('credentials.get').length).to.be.greaterThan(reads);
    await control(reveal, 'View secret Billing key');
    expect(textOf(reveal)).not.to.contain(secretSession.secretConfirm);
  });

  it('asks nothing that cannot be answered', async () => {
    const { reveal } = await anAsked(erased);
    await shows(reveal, 'The secret is no longer stored here');
    expect(textOf(reveal)).not.to.contain(secretSession.secretConfirm);
  });

  it('waits for the gateway, and asks then', async () => {
    let now = aCredential({ secret: { visibility: 'window', state: 'pending' }, actions: [] });
    const { reveal, marketplace } = await anAsked(() => now);
    await shows(reveal, 'Waiting for the gateway');
    now = aCredential();
    await waitUntil(() => marketplace.streams > 0);
    marketplace.emit({ subject: 'credential', subjectId: 'cred-1' });
    await shows(reveal, secretSession.secretConfirm);
  });

  it('leaves name and type to the page where that has said them', async () => {
    const { reveal } = await anAsked(() => aCredential());
    await shows(reveal, 'Billing key');
    reveal.withoutHeading = true;
    await reveal.updateComplete;
    expect(textOf(reveal)).not.to.contain('Billing key');
  });
});
