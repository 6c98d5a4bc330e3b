import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { awaited, isAwaited } from '../../../src/elements/shared/awaited.js';
import { deferred } from '../fixtures.js';

const owner = {};

/** A page with the focus on its button, from where something is being loaded. */
async function aPage() {
  const place = await fixture<HTMLElement>(html`
    <div>
      <button>Open</button>
      <input aria-label="Elsewhere" />
      <p>Nothing to press</p>
    </div>
  `);
  const [button, input, text] = place.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  button.focus();
  const answer = deferred<string>();
  return { button, input, text, answer, loaded: awaited(owner, 'it', () => answer.promise) };
}

/** Clicks on something as a person does. */
async function press(element: HTMLElement): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

describe('What a person waits for', () => {
  it('comes once it is loaded', async () => {
    const { answer, loaded } = await aPage();
    expect(isAwaited(owner, 'it')).to.equal(true);
    expect(isAwaited(owner, 'another')).to.equal(false);
    expect(isAwaited({}, 'it')).to.equal(false);
    answer.resolve('part');
    expect(await loaded).to.equal('part');
    expect(isAwaited(owner, 'it')).to.equal(false);
  });

  it('fails when it cannot be loaded', async () => {
    const { answer, loaded } = await aPage();
    const failed = loaded.catch((error: unknown) => error);
    answer.reject(new Error('no network'));
    expect(await failed).to.be.an('error');
  });

  for (const key of ['Escape', 'Tab'])
    it(`does not come any more after ${key}, nor does its failure`, async () => {
      for (const end of ['resolve', 'reject'] as const) {
        const { answer, loaded } = await aPage();
        await sendKeys({ press: key });
        expect(isAwaited(owner, 'it')).to.equal(false);
        if (end === 'resolve') answer.resolve('part');
        else answer.reject(new Error('no network'));
        expect(await loaded).to.equal(undefined);
      }
    });

  it('does not come to who has clicked into something else', async () => {
    const { input, answer, loaded } = await aPage();
    await press(input);
    answer.resolve('part');
    expect(await loaded).to.equal(undefined);
  });

  it('does not come to who types where the page has put them', async () => {
    const { input, answer, loaded } = await aPage();
    input.focus();
    await sendKeys({ type: 'a' });
    answer.resolve('part');
    expect(await loaded).to.equal(undefined);
  });

  it('comes although the focus is lost', async () => {
    const { text, answer, loaded } = await aPage();
    await press(text);
    expect(document.activeElement).to.equal(document.body);
    answer.resolve('part');
    expect(await loaded).to.equal('part');
  });

  it('comes although the page has moved the focus by itself', async () => {
    const { input, answer, loaded } = await aPage();
    input.focus();
    answer.resolve('part');
    expect(await loaded).to.equal('part');
  });

  it('comes although it was asked for again, where that was drawn anew', async () => {
    const { button, answer, loaded } = await aPage();
    const again = button.cloneNode(true) as HTMLElement;
    button.replaceWith(again);
    again.focus();
    await sendKeys({ press: 'Enter' });
    answer.resolve('part');
    expect(await loaded).to.equal('part');
  });

  it('is the last thing asked for, whatever comes first', async () => {
    const { answer, loaded } = await aPage();
    const second = deferred<string>();
    const other = awaited({}, 'other', () => second.promise);
    expect(isAwaited(owner, 'it')).to.equal(false);
    answer.resolve('first');
    expect(await loaded).to.equal(undefined);
    second.resolve('second');
    expect(await other).to.equal('second');
  });
});
