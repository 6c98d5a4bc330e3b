import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { CreateAccessRequest } from '../../../src/contract/access-request-params.js';
import { ApiError } from '../../../src/contract/error.js';
import type { FormDefinition } from '../../../src/contract/form.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { anOffer, aRejectedRequest, aRequest, twoTeams } from '../access-fixtures.js';
import { fakeMarketplace, page, type FakeMarketplace, type Methods } from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
import { announced, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';
import { onSmallScreen } from './small-screen.js';

/** So many questions, the first of them to be answered. */
const asking = (count: number): FormDefinition => ({
  schema: {
    type: 'object',
    required: ['q1'],
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`q${at + 1}`, { type: 'string', title: `Question ${at + 1}` }]),
    ),
  },
});

const one = anOffer().applications.slice(0, 1);

async function aForm(
  offer: AccessOptions,
  requests: Methods['accessRequests'] = {},
): Promise<{ form: AccessRequestForm; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(offer) },
    accessRequests: { create: () => Promise.resolve(aRequest()), get: () => Promise.resolve(aRequest()), ...requests },
  });
  const form = await fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1">
      <p slot="help">Our guide</p>
      <p slot="review">One more thing</p>
    </access-request-form>`,
  );
  return { form, marketplace };
}

const steps = (form: AccessRequestForm): string[] =>
  [...(form.shadowRoot?.querySelectorAll('.steps > li') ?? [])].map(
    (step) => `${step.getAttribute('aria-current') ?? ''} ${textOf(step)}`,
  );

const press = async (form: AccessRequestForm, name: string): Promise<void> => (await control(form, name)).click();

const isAt = (heading: string): Promise<void> => waitUntil(() => nameOf(focused()) === heading, heading);

describe('UX request 1: what, who, details, review, send', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('is one page up to six fields, and steps beyond', async () => {
    const { form } = await aForm(anOffer({ applications: one, form: asking(3) }));
    await labelled(form, 'Question 1');
    expect(steps(form)).to.deep.equal([]);
    await control(form, 'Request access');
    const { form: longer } = await aForm(anOffer({ applications: one, form: asking(4) }));
    await shows(longer, 'Step 1 of 3: Who uses it');
    expect(textOf(longer)).not.to.contain('Question 1');
    // A team to choose is a field too.
    const { form: teams } = await aForm({ ...twoTeams(), form: asking(3) });
    await shows(teams, 'Step 1 of 3');
  });

  it('asks for subscription and application first, then the details, and shows all of it before sending', async () => {
    const { form, marketplace } = await aForm(anOffer({ applications: one, form: asking(5) }));
    await shows(form, 'Step 1 of 3: Who uses it');
    await expect(form).to.be.accessible();
    expect(steps(form)).to.deep.equal(['step 1 Who uses it', ' 2 Details', ' 3 Review and send']);
    await press(form, 'Continue');
    await isAt('Step 2 of 3: Details');
    expect(announced(form)).to.equal('Step 2 of 3: Details');
    expect(steps(form)).to.deep.equal([' Who uses it (done)', 'step 2 Details', ' 3 Review and send']);
    await expect(form).to.be.accessible();
    fill(await labelled(form, 'Question 1'), 'Because.');
    await sendKeys({ press: 'Enter' });
    await isAt('Step 3 of 3: Review and send');
    const plan = '\u2068Banking, yearly\u2069, \u2068Gold\u2069 · 10,000 calls per day';
    for (const text of ['Payments API', plan, 'Invoices', 'Because.']) expect(textOf(form)).to.contain(text);
    expect(textOf(form)).to.contain('The provider reviews it');
    await expect(form).to.be.accessible();
    expect(marketplace.callsOf('accessRequests.create')).to.deep.equal([]);
    await press(form, 'Request access');
    await shows(form, 'In review by the provider');
    const [call] = marketplace.callsOf('accessRequests.create');
    expect((call?.[1] as CreateAccessRequest).data).to.deep.equal({ q1: 'Because.' });
  });

  it('goes back by the button, by the list of steps and from the review, and keeps everything', async () => {
    const { form } = await aForm(anOffer({ form: asking(5) }));
    (await labelled(form, 'Payroll')).click();
    await press(form, 'Continue');
    await isAt('Step 2 of 3: Details');
    fill(await labelled(form, 'Question 1'), 'Because.');
    fill(await labelled(form, 'Question 4 (optional)'), 'Four');
    await press(form, 'Back');
    await isAt('Step 1 of 3: Who uses it');
    expect((await labelled(form, 'Payroll')).checked).to.equal(true);
    await press(form, 'Continue');
    await isAt('Step 2 of 3: Details');
    expect((await labelled(form, 'Question 4 (optional)')).value).to.equal('Four');
    await press(form, 'Continue');
    await isAt('Step 3 of 3: Review and send');
    await press(form, 'Change Details');
    await isAt('Step 2 of 3: Details');
    expect((await labelled(form, 'Question 1')).value).to.equal('Because.');
    await press(form, 'Who uses it (done)');
    await isAt('Step 1 of 3: Who uses it');
  });

  it('does not go on with something wrong in the step', async () => {
    const { form } = await aForm(anOffer({ form: asking(5) }));
    await shows(form, 'Step 1 of 3');
    await press(form, 'Continue');
    await waitUntil(() => focused()?.id === 'summary');
    expect(textOf(form)).to.contain('Application: Choose one.');
    (await labelled(form, 'Invoices')).click();
    await press(form, 'Continue');
    await isAt('Step 2 of 3: Details');
    expect(textOf(form)).not.to.contain('Choose one.');
    await press(form, 'Continue');
    await waitUntil(() => focused()?.id === 'summary');
    expect(textOf(form)).to.contain('Question 1: Fill this in.');
    await expect(form).to.be.accessible();
  });

  it('leads from an error to the step it is in', async () => {
    const error = new ApiError('validation-failed', 'x', {
      errors: [
        { pointer: '/data/q2', detail: 'Say more.' },
        { pointer: '/applicationId', detail: 'Not that one.', reason: 'not-active' },
      ],
    });
    const { form } = await aForm(anOffer({ applications: one, form: asking(5) }), {
      create: () => Promise.reject(error),
    });
    await press(form, 'Continue');
    fill(await labelled(form, 'Question 1'), 'Because.');
    await press(form, 'Continue');
    await isAt('Step 3 of 3: Review and send');
    await press(form, 'Request access');
    await waitUntil(() => focused()?.id === 'summary');
    await shows(form, 'Step 2 of 3: Details');
    expect(textOf(form)).to.contain('Question 2: Say more.');
    const links = [...(form.shadowRoot?.querySelectorAll<HTMLElement>('#summary a') ?? [])];
    links.find((link) => textOf(link).startsWith('Application'))?.click();
    await waitUntil(() => focused()?.id === 'application');
    await shows(form, 'Step 1 of 3');
    await shows(form, 'It is not active any more.');
  });

  it('does not change its shape while somebody fills it in', async () => {
    let offer = anOffer({ applications: one, form: asking(1) });
    const marketplace = fakeMarketplace({ resources: { accessOptions: () => Promise.resolve(offer) } });
    const form = await fixture<AccessRequestForm>(
      html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
    );
    fill(await labelled(form, 'Question 1'), 'Because.');
    offer = anOffer({ applications: one, form: asking(9) });
    await waitUntil(() => marketplace.streams > 0);
    marketplace.emit({ subject: 'application' });
    await labelled(form, 'Question 9 (optional)');
    expect(steps(form)).to.deep.equal([]);
    expect((await labelled(form, 'Question 1')).value).to.equal('Because.');
  });

  it('asks for no subscription where a rejected request is changed', async () => {
    const rejected = aRejectedRequest({ data: { q1: 'Before.' } });
    const marketplace = fakeMarketplace({
      resources: { accessOptions: () => Promise.resolve(anOffer({ form: asking(7) })) },
      accessRequests: { get: () => Promise.resolve(rejected), list: () => Promise.resolve(page([rejected])) },
    });
    const form = await fixture<AccessRequestForm>(
      html`<access-request-form .marketplace=${marketplace} access-request-id="req-1" editing></access-request-form>`,
    );
    await shows(form, 'Step 1 of 2: Details');
    expect((await labelled(form, 'Question 1')).value).to.equal('Before.');
    await press(form, 'Continue');
    await isAt('Step 2 of 2: Review and send');
    await control(form, 'Send again');
  });

  it('shows what the page slots in: help from the start, the rest before sending', async () => {
    const { form } = await aForm(anOffer({ applications: one, form: asking(5) }));
    await shows(form, 'Step 1 of 3');
    const slotted = (name: string): boolean => form.querySelector(`[slot="${name}"]`)?.checkVisibility() ?? false;
    expect([slotted('help'), slotted('review')]).to.deep.equal([true, false]);
    await press(form, 'Continue');
    fill(await labelled(form, 'Question 1'), 'Because.');
    await press(form, 'Continue');
    await isAt('Step 3 of 3: Review and send');
    expect([slotted('help'), slotted('review')]).to.deep.equal([true, true]);
  });

  it('fits 320 px, from right to left and in the dark', async () => {
    await onSmallScreen(async () => {
      const { form } = await aForm(anOffer({ applications: one, form: asking(5) }));
      await shows(form, 'Step 1 of 3');
      await expect(form).to.be.accessible();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  });
});
