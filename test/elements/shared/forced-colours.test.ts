import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { css, LitElement, type TemplateResult } from 'lit';
import { renderSkeleton } from '../../../src/elements/shared/skeleton.js';
import { baseStyles } from '../../../src/elements/shared/styles/base.styles.js';
import { buttonStyles } from '../../../src/elements/shared/styles/button.styles.js';
import { skeletonStyles } from '../../../src/elements/shared/styles/skeleton.styles.js';
import { findAll, waitUntil } from '../page.js';

class Sample extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    skeletonStyles,
    css`
      .highlight {
        background: Highlight;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div>
      <button class="button primary">Create</button>
      <button class="button primary" aria-disabled="true">Create</button>
      <button class="button primary" disabled>Create</button>
      <i class="highlight"></i>${renderSkeleton('Loading')}
    </div>`;
  }
}
customElements.define('forced-colours-sample', Sample);

describe('where colours are forced', () => {
  let sample: Sample;

  before(async () => {
    await emulateMedia({ forcedColors: 'active' });
    await waitUntil(() => matchMedia('(forced-colors: active)').matches);
  });
  beforeEach(async () => {
    sample = await fixture<Sample>(html`<forced-colours-sample></forced-colours-sample>`);
  });
  after(() => emulateMedia({ forcedColors: 'none' }));

  it('a button that cannot be used does not look like one that can', () => {
    const [active, ...others] = findAll(sample, '.button').map((one) => getComputedStyle(one).backgroundColor);
    const [highlight] = findAll(sample, '.highlight').map((one) => getComputedStyle(one).backgroundColor);
    expect(active).to.equal(highlight);
    expect(others).to.have.length(2);
    expect(others).to.not.include(highlight);
  });

  it('what is loading is seen', () => {
    const borders = findAll(sample, '.bone').map((one) => getComputedStyle(one).borderTopWidth);
    expect(borders).to.deep.equal(['1px', '1px', '1px']);
  });
});
