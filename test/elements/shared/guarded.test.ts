import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html, render } from 'lit';
import { guarded } from '../../../src/elements/shared/guarded.js';
import { guardedStyles } from '../../../src/elements/shared/styles/guarded.styles.js';

describe('guarded', () => {
  let place: HTMLElement;

  beforeEach(() => {
    place = document.createElement('div');
    place.lang = 'en';
    document.body.append(place);
  });

  afterEach(() => place.remove());

  const field = (): HTMLInputElement => {
    const input = place.querySelector('input');
    if (!input) throw new Error('no field');
    return input;
  };

  /** Renders a field with a class of its own. */
  function show(className: string, isOn?: boolean): Record<string, string> {
    render(html`<input aria-label="Value" class=${className} ${guarded(isOn)} />`, place);
    return Object.fromEntries([...field().attributes].map(({ name, value }) => [name, value]));
  }

  it('tells browsers, password managers, translators and recorders to keep off', () => {
    expect(show('mono')).to.include({
      class: 'mono guarded ph-no-capture',
      autocomplete: 'off',
      translate: 'no',
      'data-1p-ignore': '',
      'data-sentry-mask': '',
    });
  });

  it('stays when the class changes', () => {
    show('mono');
    expect(show('value').class).to.equal('value guarded ph-no-capture');
  });

  it('can be switched on and off', () => {
    const plain = { 'aria-label': 'Value', class: 'mono' };
    expect(show('mono', false)).to.deep.equal(plain);
    expect(show('mono', true)).to.include({ 'data-private': '', class: 'mono guarded ph-no-capture' });
    expect(show('mono', false)).to.deep.equal(plain);
  });

  it('is blank in print', async () => {
    show('mono');
    const { styleSheet } = guardedStyles;
    if (!styleSheet) throw new Error('no sheet');
    document.adoptedStyleSheets.push(styleSheet);
    await emulateMedia({ media: 'print' });
    expect(getComputedStyle(field()).visibility).to.equal('hidden');
    await emulateMedia({ media: 'screen' });
    expect(getComputedStyle(field()).visibility).to.equal('visible');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  });
});
