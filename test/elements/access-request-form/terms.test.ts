import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import type { CreateAccessRequest, UpdateAccessRequest } from '../../../src/contract/access-request-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { Terms } from '../../../src/contract/product.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { anOffer, aRejectedRequest, aRequest } from '../access-fixtures.js';
import { fakeMarketplace, type FakeMarketplace } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { control, focused, shows, textOf, waitUntil } from '../page.js';

const terms: Terms = { revision: '2026-10', title: 'Terms of use', text: 'Be kind.\n\nPay in time.' };
const agree = 'I agree to: Terms of use';

const offering = (of: Terms | undefined): AccessOptions => {
  const base = anOffer();
  const subscriptions = base.subscriptions.map((one) => ({ ...one, ...(of ? { terms: of } : {}) }));
  return { ...base, subscriptions, applications: base.applications.slice(0, 1) };
};

async function aForm(
  offer: () => AccessOptions,
  create: (input: CreateAccessRequest) => Promise<AccessRequest> = () => Promise.resolve(aRequest()),
): Promise<{ form: AccessRequestForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(offer()) },
    accessRequests: { create, get: () => Promise.resolve(aRequest()) },
  });
  const form = await fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
  );
  return { form, marketplace };
}

const send = async (form: AccessRequestForm): Promise<void> => (await control(form, 'Request access')).click();

const revisions = (marketplace: FakeMarketplace): unknown[] =>
  marketplace.callsOf('accessRequests.create').map(([, input]) => (input as CreateAccessRequest).termsRevision);

describe('UX request 7: terms of the plan', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('shows their text and revision, and sends which one was agreed to', async () => {
    const { form, marketplace } = await aForm(() => offering(terms));
    await shows(form, 'Be kind. Pay in time.');
    expect(textOf(form)).to.contain('Revision 2026-10.');
    await expect(form).to.be.accessible();
    (await labelled(form, agree)).focus();
    await sendKeys({ press: 'Space' });
    expect((await labelled(form, agree)).checked).to.equal(true);
    await form.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    await send(form);
    await shows(form, 'In review by the provider');
    expect(revisions(marketplace)).to.deep.equal(['2026-10']);
  });

  it('sends nothing without an agreement, and says so at the box', async () => {
    const { form, marketplace } = await aForm(() => offering(terms));
    await labelled(form, agree);
    await send(form);
    await waitUntil(() => focused()?.id === 'summary');
    expect(textOf(form)).to.contain('Terms: Read the terms and agree to them to go on.');
    await expect(form).to.be.accessible();
    form.shadowRoot?.querySelector<HTMLElement>('#summary a')?.click();
    await waitUntil(async () => focused() === (await labelled(form, agree)));
    expect(revisions(marketplace)).to.deep.equal([]);
  });

  it('says nothing of terms where the plan has none', async () => {
    const { form, marketplace } = await aForm(() => offering(undefined));
    await labelled(form, 'Invoices');
    expect(textOf(form)).not.to.contain('agree');
    await send(form);
    await shows(form, 'In review by the provider');
    expect(revisions(marketplace)).to.deep.equal([undefined]);
  });

  it('leads to terms on another page, but never to a script', async () => {
    const { form } = await aForm(() => offering({ revision: '1', title: 'Terms', url: 'https://acme.example/terms' }));
    await shows(form, 'Read “Terms” (opens in a new tab)');
    const link = form.shadowRoot?.querySelector<HTMLAnchorElement>('[part~="terms"] a');
    expect(link?.href).to.equal('https://acme.example/terms');
    expect(link?.rel).to.equal('noopener noreferrer');
    const { form: hostile } = await aForm(() => offering({ revision: '1', title: '<b>', url: 'javascript:alert(1)' }));
    await labelled(hostile, 'I agree to: <b>');
    expect(hostile.shadowRoot?.querySelector('[part~="terms"] a')).to.equal(null);
  });

  for (const reason of ['terms-changed', 'terms-not-accepted'] as const) {
    it(`asks again where they changed between reading and sending (${reason})`, async () => {
      let current = terms;
      const refusal = new ApiError('validation-failed', 'x', {
        errors: [{ pointer: '/termsRevision', detail: 'English.', reason }],
      });
      const { form, marketplace } = await aForm(
        () => offering(current),
        ({ termsRevision }) =>
          termsRevision === current.revision ? Promise.resolve(aRequest()) : Promise.reject(refusal),
      );
      (await labelled(form, agree)).click();
      current = { ...terms, revision: '2026-11', text: 'Be very kind.' };
      await send(form);
      await waitUntil(() => focused()?.id === 'summary');
      await shows(form, 'Be very kind.');
      expect(textOf(form))
        .to.contain('These terms have changed since you agreed to them.')
        .and.not.to.contain('English.');
      expect((await labelled(form, agree)).checked).to.equal(false);
      await expect(form).to.be.accessible();
      (await labelled(form, agree)).click();
      await send(form);
      await shows(form, 'In review by the provider');
      expect(revisions(marketplace)).to.deep.equal(['2026-10', '2026-11']);
    });
  }

  it('notices a change while the form is open, before anything is sent', async () => {
    let current = terms;
    const { form, marketplace } = await aForm(() => offering(current));
    (await labelled(form, agree)).click();
    current = { ...terms, revision: '2026-12' };
    await waitUntil(() => marketplace.streams > 0);
    marketplace.emit({ subject: 'subscription' });
    await shows(form, 'These terms have changed since you agreed to them.');
    expect((await labelled(form, agree)).checked).to.equal(false);
    await send(form);
    await waitUntil(() => focused()?.id === 'summary');
    expect(revisions(marketplace)).to.deep.equal([]);
  });

  describe('of a rejected request that is sent again', () => {
    async function anEdit(
      agreed: string | undefined,
    ): Promise<{ form: AccessRequestForm; marketplace: FakeMarketplace }> {
      const rejected = aRejectedRequest(agreed === undefined ? {} : { terms: { revision: agreed } });
      const marketplace = fakeMarketplace({
        resources: { accessOptions: () => Promise.resolve(offering(terms)) },
        accessRequests: { get: () => Promise.resolve(rejected), update: () => Promise.resolve(aRequest()) },
      });
      const form = await fixture<AccessRequestForm>(
        html`<access-request-form .marketplace=${marketplace} access-request-id="req-1" editing></access-request-form>`,
      );
      return { form, marketplace };
    }

    const sentAgain = (marketplace: FakeMarketplace): unknown[] =>
      marketplace.callsOf('accessRequests.update').map(([, , input]) => (input as UpdateAccessRequest).termsRevision);

    it('are agreed to already where they are the same', async () => {
      const { form, marketplace } = await anEdit('2026-10');
      expect((await labelled(form, agree)).checked).to.equal(true);
      (await control(form, 'Send again')).click();
      await waitUntil(() => sentAgain(marketplace).length === 1);
      expect(sentAgain(marketplace)).to.deep.equal(['2026-10']);
    });

    it('are to be agreed to again where they have changed', async () => {
      const { form, marketplace } = await anEdit('2025-01');
      await shows(form, 'These terms have changed since you agreed to them.');
      (await control(form, 'Send again')).click();
      await waitUntil(() => focused()?.id === 'summary');
      (await labelled(form, agree)).click();
      (await control(form, 'Send again')).click();
      await waitUntil(() => sentAgain(marketplace).length === 1);
      expect(sentAgain(marketplace)).to.deep.equal(['2026-10']);
    });
  });
});
