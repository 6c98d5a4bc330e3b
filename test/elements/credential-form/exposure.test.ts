import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ApiError } from '../../../src/contract/error.js';
import type { CallOptions } from '../../../src/contract/marketplace.js';
import type { Resource } from '../../../src/contract/product.js';
import type { CredentialForm } from '../../../src/elements/credential-form/credential-form.js';
import '../../../src/elements/credential-form/define.js';
import { aResource } from '../access-fixtures.js';
import { audienceOptions } from '../credential-fixtures.js';
import { can, fakeMarketplace, type FakeMarketplace, type Methods } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { announced, collect, control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';

const closed = aResource({ exposed: false, actions: can('expose') });
const open = aResource({ exposed: true, actions: can('unexpose'), version: '2' });

async function aForm(
  resource: Resource,
  resources: Methods['resources'] = {},
): Promise<{ form: CredentialForm; marketplace: FakeMarketplace }> {
  let now = resource;
  const resourceOption = () => ({ id: 'res-1', name: 'Payments API', allowed: now.exposed ?? true });
  const marketplace = fakeMarketplace({
    credentials: {
      options: () =>
        Promise.resolve(
          now.exposed
            ? audienceOptions({ resources: [resourceOption()] })
            : audienceOptions({ blocked: 'not-exposed', resources: [{ ...resourceOption(), reason: 'not-exposed' }] }),
        ),
    },
    resources: {
      get: () => Promise.resolve(now),
      expose: () => Promise.resolve((now = open)),
      unexpose: () => Promise.resolve((now = closed)),
      ...resources,
    },
  });
  const form = await fixture<CredentialForm>(html`<credential-form .marketplace=${marketplace}></credential-form>`);
  return { form, marketplace };
}

const gate = (form: CredentialForm): HTMLButtonElement | null =>
  form.shadowRoot?.querySelector<HTMLButtonElement>('[role="switch"]') ?? null;

describe('I1: the gate with its switch', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('shows the switch to who may use it, and the form once it is open', async () => {
    const { form, marketplace } = await aForm(closed);
    const events = collect(form, 'resource-expose', 'resource-exposed');
    await shows(form, 'This API is not exposed');
    await waitUntil(() => gate(form));
    await expect(form).to.be.accessible();
    expect(gate(form)?.getAttribute('aria-checked')).to.equal('false');
    gate(form)?.focus();
    await sendKeys({ press: 'Space' });
    await shows(form, 'Expose Payments API?');
    (await control(form, 'Expose')).click();
    await labelled(form, 'Key for your organisation');
    expect(announced(form)).to.equal('Payments API is exposed.');
    expect(gate(form)?.getAttribute('aria-checked')).to.equal('true');
    await waitUntil(() => focused() === gate(form));
    expect(events.map(({ type }) => type)).to.deep.equal(['resource-expose', 'resource-exposed']);
    const options = marketplace.callsOf('resources.expose')[0]?.[3] as CallOptions;
    expect(options.ifMatch).to.equal('1');
    expect(options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
  });

  it('closes it again, with what that means', async () => {
    const { form, marketplace } = await aForm(closed);
    await waitUntil(() => gate(form));
    gate(form)?.click();
    (await control(form, 'Expose')).click();
    await waitUntil(() => gate(form)?.getAttribute('aria-checked') === 'true');
    gate(form)?.click();
    await shows(form, 'Every call of it is refused from now on');
    (await control(form, 'Stop exposing')).click();
    await shows(form, 'This API is not exposed');
    expect(marketplace.callsOf('resources.unexpose')).to.have.length(1);
  });

  it('shows only its state to who may not use it, and says whom to ask', async () => {
    const { form } = await aForm({ ...closed, actions: [] });
    await shows(form, 'Ask somebody whose role may change that.');
    expect(gate(form)).to.equal(null);
    expect(textOf(form)).to.contain('Not exposed');
  });

  it('shows a switch that cannot be used now with the reason', async () => {
    const { form } = await aForm({ ...closed, actions: [{ action: 'expose', allowed: false, reason: 'role' }] });
    await shows(form, 'Your role does not allow it.');
    expect(gate(form)?.disabled).to.equal(true);
  });

  it('leaves it to the page that takes over', async () => {
    const { form, marketplace } = await aForm(closed);
    form.addEventListener('resource-expose', (event) => event.preventDefault());
    await waitUntil(() => gate(form));
    gate(form)?.click();
    await form.updateComplete;
    expect(form.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(marketplace.callsOf('resources.expose')).to.have.length(0);
  });

  it('stays open and says why when it is refused, and tells', async () => {
    const { form } = await aForm(closed, { expose: () => Promise.reject(new ApiError('forbidden', 'x')) });
    const failures = collect(form, 'resource-exposure-failed');
    await waitUntil(() => gate(form));
    gate(form)?.click();
    (await control(form, 'Expose')).click();
    await shows(form, 'You are not allowed to see or do this.');
    expect(failures[0]?.detail).to.deep.include({ action: 'expose' });
    (await control(form, 'Close')).click();
    expect(gate(form)?.getAttribute('aria-checked')).to.equal('false');
  });

  it('tries again what could not be read', async () => {
    let fails = true;
    const { form } = await aForm(closed, {
      get: () => (fails ? Promise.reject(new ApiError('unavailable', 'x')) : Promise.resolve(closed)),
    });
    await shows(form, 'not available right now');
    fails = false;
    (await control(form, 'Try again')).click();
    await waitUntil(() => gate(form));
    expect(nameOf(form.shadowRoot?.getElementById('gate-label') ?? null)).to.equal('Expose Payments API');
  });
});
