import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AccessOptions } from '../../../src/contract/access-options.js';
import type { AccessRequestForm } from '../../../src/elements/access-request-form/access-request-form.js';
import '../../../src/elements/access-request-form/define.js';
import { anOffer } from '../access-fixtures.js';
import { at, fakeMarketplace, start } from '../fixtures.js';
import { fill, labelled } from '../form-page.js';
import { control, focused, shows, textOf, waitUntil } from '../page.js';

const markup = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
const megabyte = 'M'.repeat(1_000_000);

async function aForm(offer: AccessOptions): Promise<AccessRequestForm> {
  const marketplace = fakeMarketplace({ resources: { accessOptions: () => Promise.resolve(offer) } });
  return fixture<AccessRequestForm>(
    html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
  );
}

const one = anOffer().applications.slice(0, 1);

const property = (index: number): Record<string, unknown> => {
  const title = `Question ${index}`;
  switch (index % 5) {
    case 0:
      return { type: 'string', title, minLength: 2, maxLength: 80 };
    case 1:
      return { type: 'integer', title, minimum: 0 };
    case 2:
      return { type: 'string', title, enum: ['a', 'b', 'c'] };
    case 3:
      return { type: 'boolean', title };
    default:
      return { type: 'string', title, format: 'email' };
  }
};

/** Nested groups, the innermost with one question. */
const nested = (levels: number): Record<string, unknown> =>
  levels === 0
    ? { type: 'string', title: 'Innermost' }
    : { type: 'object', title: `Level ${levels}`, properties: { in: nested(levels - 1) } };

describe('<access-request-form> and what a marketplace can send (X3, S6)', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('shows markup in every text as text', async () => {
    const base = anOffer();
    const owner = { id: 'team-1', name: markup };
    const form = await aForm({
      ...base,
      resource: { id: 'r', name: markup },
      product: { id: 'p', name: markup },
      teams: [
        { ...owner, allowed: true },
        { id: 't2', name: markup, allowed: true },
      ],
      subscriptions: base.subscriptions.map((sub) => ({
        ...sub,
        name: markup,
        owner,
        plan: { id: 'p', name: markup },
        terms: { revision: markup, title: markup, text: markup, url: 'javascript:alert(1)' },
      })),
      applications: [
        {
          id: 'a',
          name: markup,
          owner,
          allowed: false,
          reason: markup,
          duplicate: { id: 'x', state: 'unknown', createdAt: at(start) },
        },
        { id: 'b', name: markup, owner, allowed: false, reason: markup },
        { id: 'c', name: markup, owner, allowed: true },
      ],
      form: {
        schema: {
          type: 'object',
          properties: {
            [markup]: { title: markup, description: markup, default: markup, enum: [markup], enumNames: [markup] },
          },
        },
        translations: { en: { [`/properties/${markup}/description`]: `${markup}!` } },
      },
    });
    await shows(form, 'Request access');
    await waitUntil(() => textOf(form).includes(`Request access to ${markup}`));
    expect(form.shadowRoot?.querySelector('img, script, [onerror], a[href^="javascript"]')).to.equal(null);
  });

  it('stays usable with names of a megabyte and text that turns around', async () => {
    const base = anOffer();
    const form = await aForm({
      ...base,
      resource: { id: 'r', name: megabyte },
      applications: [{ ...one[0]!, name: `\u202e${megabyte}` }],
      form: { schema: { properties: { q: { title: megabyte, description: megabyte } } } },
    });
    await waitUntil(() => textOf(form).includes('MMM'));
    await waitUntil(() => (form.shadowRoot?.querySelectorAll('.field').length ?? 0) >= 4);
    expect(textOf(form).length).to.be.at.most(20_000);
    expect((await labelled(form, 'Name')).value.length).to.equal(100);
  });

  it('asks for 500 questions, is typed into, and leads to what is wrong', async () => {
    const properties = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`q${index}`, property(index)]));
    const required = Object.keys(properties).filter((_, index) => index % 5 === 0);
    const form = await aForm({
      ...anOffer(),
      applications: one,
      form: { schema: { type: 'object', required, properties } },
    });
    (await control(form, 'Continue')).click();
    const first = await labelled(form, 'Question 0');
    await labelled(form, 'Question 499 (optional)');
    expect(form.shadowRoot?.querySelectorAll('.field').length).to.equal(501);
    fill(first, 'An answer');
    (await control(form, 'Continue')).click();
    await waitUntil(() => focused()?.id === 'summary', 'the summary has the focus');
    expect(textOf(form)).to.contain('There are 99 problems');
    expect(first.value).to.equal('An answer');
  });

  it('shows what is nested a hundred levels deep at 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    const form = await aForm({
      ...anOffer(),
      applications: one,
      form: { schema: { type: 'object', properties: { deep: nested(100) } } },
    });
    const innermost = await labelled(form, 'Innermost (optional)');
    expect(innermost.getBoundingClientRect().width).to.be.at.least(120);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 1280, height: 800 });
  });

  it('ends with conditions at every level, and with a schema that refers to itself', async () => {
    const branching = (levels: number): Record<string, unknown> => ({
      type: 'object',
      properties: { a: { type: 'boolean', default: true } },
      if: { properties: { a: { const: true } } },
      then: { properties: levels === 0 ? { end: { title: 'The end' } } : { in: branching(levels - 1) } },
    });
    const form = await aForm({
      ...anOffer(),
      applications: one,
      form: {
        schema: { ...branching(3), definitions: { loop: { properties: { again: { $ref: '#/definitions/loop' } } } } },
      },
    });
    await labelled(form, 'The end (optional)');
    const deep = await aForm({ ...anOffer(), applications: one, form: { schema: branching(30) } });
    await labelled(deep, 'Name');
    await waitUntil(() => (deep.shadowRoot?.querySelectorAll('.group').length ?? 0) > 2);
  });
});
