import { expect, fixture, html } from '@open-wc/testing';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import '../../../src/elements/credential-list/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/secret-reveal/define.js';
import '../../../src/elements/marketplace-provider/define.js';
import { LatchkeyElement } from '../../../src/elements/shared/latchkey-element.js';
import { aCredential, fakeMarketplace, page } from '../fixtures.js';
import { shows } from '../page.js';

class Sample extends LatchkeyElement {
  @property() place?: string | undefined;
  @property({ useDefault: true }) query = '';
  @property({ type: Number, useDefault: true }) size = 3;
  readonly seen: PropertyValues<this>[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    this.seen.push(new Map(changed) as PropertyValues<this>);
  }
}
customElements.define('taken-back-sample', Sample);

const tags = [
  'credential-list',
  'access-request-list',
  'credential-form',
  'access-request-form',
  'secret-reveal',
  'marketplace-provider',
];

describe('what a page takes back', () => {
  it('is what it was before, whether the attribute goes or null is set', async () => {
    for (const undo of ['attribute', 'null', 'undefined']) {
      const sample = await fixture<Sample>(
        html`<taken-back-sample place="here" query="key" size="9"></taken-back-sample>`,
      );
      for (const name of ['place', 'query', 'size'] as const)
        if (undo === 'attribute') sample.removeAttribute(name);
        else Object.assign(sample, { [name]: undo === 'null' ? null : undefined });
      expect([sample.place, sample.query, sample.size]).to.deep.equal([undefined, '', 3]);
      await sample.updateComplete;
      expect(sample.seen.at(-1)?.get('place')).to.equal('here');
    }
  });

  for (const tag of tags)
    it(`holds for every attribute of <${tag}>`, async () => {
      const element = document.createElement(tag) as LatchkeyElement;
      const { observedAttributes } = element.constructor as typeof LatchkeyElement;
      const values = (): unknown[] =>
        [...(element.constructor as typeof LatchkeyElement).elementProperties]
          .filter(([, { attribute, state }]) => attribute !== false && !state)
          .map(([name]) => (element as unknown as Record<PropertyKey, unknown>)[name]);
      const before = values();
      for (const name of observedAttributes) element.setAttribute(name, '1');
      expect(values()).to.not.deep.equal(before);
      for (const name of observedAttributes) element.removeAttribute(name);
      expect(values()).to.deep.equal(before);
    });

  it('leaves a list that was narrowed by attributes whole, and asks for nothing named null', async () => {
    const marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve(page([aCredential()])) } });
    const list = await fixture(
      html`<credential-list
        .marketplace=${marketplace}
        environment="sandbox"
        application-id="app"
        query="x"
        states="active"
        types="key"
        risk="unused"
        page-size="5"
        quick-actions="remove"
        filter-resource-id="orders"
      ></credential-list>`,
    );
    await shows(list, 'Billing key');
    for (const { name } of [...list.attributes]) list.removeAttribute(name);
    await shows(list, 'Billing key');
    const [, params] = marketplace.callsOf('credentials.list').at(-1) ?? [];
    const asked = Object.entries(params as object).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(asked)).to.have.all.keys('facets');
  });
});
