import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { common } from '../../../src/locales/en/common.js';
import { credentialList } from '../../../src/locales/en/credential-list.js';
import { reasons } from '../../../src/locales/en/reasons.js';
import { registerLocale } from '../../../src/locales/register.js';
import { describeError, describeReason } from '../../../src/elements/shared/describe-error.js';
import { duration } from '../../../src/elements/shared/duration.js';
import { Localize } from '../../../src/elements/shared/localize.js';
import { ApiError, MarketplaceError } from '../../../src/contract/error.js';
import { day, hour, minute, start } from '../fixtures.js';
import { waitUntil } from '../page.js';

class LocalizedText extends LitElement {
  localize = new Localize(this, { ...common, ...credentialList });

  protected override render() {
    return html`${this.localize.term('retry')}: ${this.localize.term('credentialCount', 2)}`;
  }
}
customElements.define('localized-text', LocalizedText);

const aText = () => fixture<LocalizedText>(html`<localized-text></localized-text>`);

describe('Localize', () => {
  it('brings its English sentences and plurals', async () => {
    const element = await aText();
    expect(element.shadowRoot).to.have.text('Try again: 2 credentials');
    expect(element.localize.term('credentialCount', 1)).to.equal('1 credential');
  });

  it('follows the language of the element as far as it is registered', async () => {
    registerLocale({ $code: 'nl', $name: 'Nederlands', $dir: 'ltr', retry: 'Opnieuw' });
    const element = await aText();
    element.lang = 'nl-BE';
    await waitUntil(() => element.localize.language === 'nl-be');
    await element.updateComplete;
    expect(element.shadowRoot).to.have.text('Opnieuw: 2 credentials');
    expect(element.localize.date(start)).to.equal('20 nov 2026');
  });

  it('writes dates in English where its sentences are English, and knows what was wanted', async () => {
    const element = await aText();
    element.lang = 'eo';
    await waitUntil(() => element.localize.wanted === 'eo');
    expect(element.localize.language).to.equal('en');
    expect(element.localize.date(start)).to.equal('Nov 20, 2026');
  });

  it('takes what is no language for English', async () => {
    const element = await aText();
    element.lang = 'not a language';
    await waitUntil(() => element.localize.wanted === 'en');
  });

  it('writes the numbers in sentences as the language does, in that of its region', async () => {
    const element = await aText();
    expect(element.localize.term('credentialCount', 1_234)).to.equal('1,234 credentials');
    element.lang = 'en-IN';
    await waitUntil(() => element.localize.wanted === 'en-in');
    expect(element.localize.term('credentialCount', 1_234_567)).to.equal('12,34,567 credentials');
  });

  it('says how far away an instant is in its largest unit', async () => {
    const { localize } = await aText();
    const cases: [number, string][] = [
      [5 * day, 'in 5 days'],
      [-1 * day, 'yesterday'],
      [-3 * hour, '3 hours ago'],
      [90_000, 'in 1 minute'],
      [-20_000, 'now'],
      [-400 * day, 'last year'],
    ];
    for (const [distance, text] of cases) expect(localize.relative(start + distance, start)).to.equal(text);
  });

  it('leaves what a server says instead of a time as it is', async () => {
    const { localize } = await aText();
    expect(localize.date('soon')).to.equal('soon');
    expect(localize.relative('', start)).to.equal('');
    expect(duration('en', Date.parse('soon') - start)).to.equal('0 seconds');
  });

  it('says how long something lasts and never rounds up', () => {
    const cases: [number, string][] = [
      [2 * day + 4 * hour + 59 * minute, '2 days 4 hours'],
      [day, '1 day'],
      [3 * hour + 5 * minute, '3 hours 5 minutes'],
      [5 * minute + 59_000, '5 minutes'],
      [59_999, '59 seconds'],
      [-1, '0 seconds'],
    ];
    for (const [ms, text] of cases) expect(duration('en', ms)).to.equal(text);
  });

  it('says how long something lasts as each language puts it together', () => {
    const cases = [
      ['de', '2 Tage, 19 Stunden'],
      ['fr', '2 jours 19 heures'],
      ['ja', '2 日 19 時間'],
      ['zh-CN', '2天19小时'],
      ['ar', 'يومان و19 ساعة'],
    ] as const;
    for (const [language, text] of cases)
      expect(duration(language, 2 * day + 19 * hour).replace(/\s/g, ' ')).to.equal(text);
  });

  it('describes errors by their code and never by their message', async () => {
    const { localize } = await aText();
    const words = localize.with(reasons);
    expect(describeError(localize, new MarketplaceError('network', 'x'))).to.equal(common['error-network']);
    expect(describeError(words, new ApiError('precondition-failed', 'x'))).to.equal(
      reasons['error-precondition-failed'],
    );
    for (const error of [new ApiError('internal', 'x'), new Error('secret text'), undefined, 'text'])
      expect(describeError(words, error)).to.equal(common.errorUnknown);
    expect(describeReason(words, 'provisioning')).to.equal(reasons['reason-provisioning']);
    expect(describeReason(words, 'a-newer-word')).to.equal(reasons.reasonUnknown);
  });
});
