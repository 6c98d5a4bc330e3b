import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { common } from '../../../src/locales/en/common.js';
import { announced, control, fakeClipboard, findAll, nameOf, shows, textOf, waitUntil } from '../page.js';
import { aReveal, leavePage, once, open } from './stage.js';

const place = (element: Element): DOMRect => element.getBoundingClientRect();

/** Shows an element as wide as that. */
async function atWidth(reveal: SecretReveal, width: number): Promise<void> {
  await setViewport({ width, height: 900 });
  await reveal.updateComplete;
}

describe('<secret-reveal> layout', () => {
  afterEach(async () => {
    leavePage();
    await setViewport({ width: 1280, height: 800 });
  });

  for (const width of [320, 1280]) {
    it(`has the downloads in one row at ${width} px`, async () => {
      const { reveal } = await aReveal();
      await open(reveal);
      await atWidth(reveal, width);
      const files = await Promise.all(['.env', 'JSON', 'CSV'].map((one) => control(reveal, `Download ${one}`)));
      expect(new Set(files.map((one) => place(one).top)).size).to.equal(1);
      expect(Math.max(...files.map((one) => place(one).right))).to.be.at.most(width);
      expect(files.map((one) => one.innerText.trim())).to.deep.equal(['.env', 'JSON', 'CSV']);
    });
  }

  it('ends with Done, at the same edge whether the secret is seen once or again', async () => {
    const edges = [];
    for (const credential of [undefined, once()]) {
      const { reveal } = await aReveal(credential);
      await open(reveal);
      const done = await control(reveal, 'Done');
      const calls = await control(reveal, 'How to call the API with it');
      expect(place(done).top).to.be.greaterThan(place(calls).bottom);
      expect(findAll(reveal, 'button').at(-1)).to.equal(done);
      edges.push(place(done).right - place(reveal).right);
      leavePage();
      reveal.remove();
    }
    expect(edges[0]).to.equal(edges[1]);
  });

  it('says that copying was blocked at the value itself', async () => {
    const clipboard = fakeClipboard({ refuses: true });
    const { reveal } = await aReveal();
    await open(reveal);
    (await control(reveal, 'Copy Client secret')).focus();
    await sendKeys({ press: 'Enter' });
    await shows(reveal, common.copyFailed);
    clipboard.undo();
    const rows = findAll(reveal, '[part="row"]');
    expect(rows.map((row) => textOf(row).includes(common.copyFailed))).to.deep.equal([false, true]);
  });

  it('keeps the width of a value when its button says that it was copied', async () => {
    const clipboard = fakeClipboard();
    const { reveal } = await aReveal();
    await open(reveal);
    const button = await control(reveal, 'Copy Client secret');
    const width = place(button).width;
    button.click();
    await shows(reveal, common.copied);
    expect(place(button).width).to.equal(width);
    clipboard.undo();
  });

  it('keeps “Keep it open” in its place while a minute becomes seconds', async () => {
    const { reveal } = await aReveal();
    await open(reveal);
    const keep = await control(reveal, 'Keep it open');
    keep.click();
    await shows(reveal, 'Hides in 1 minute');
    const { left } = place(keep);
    await shows(reveal, 'Hides in 59 seconds');
    expect(place(keep).left).to.equal(left);
  });

  it('says that a download has started, aloud and beside the buttons', async () => {
    const { reveal } = await aReveal();
    await open(reveal);
    // The browser is asked for the file, and that is all a page can know.
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      (await control(reveal, 'Download JSON')).click();
      await waitUntil(() => announced(reveal) === 'The download of billing-key.json has started.');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const group = findAll(reveal, '.downloads')[0];
    expect(nameOf(group ?? null)).to.contain('The download of billing-key.json has started.');
    await expect(reveal).to.be.accessible();
  });
});
