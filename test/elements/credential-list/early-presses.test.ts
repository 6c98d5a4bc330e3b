import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, can, fakeMarketplace, page } from '../fixtures.js';
import { collect, control, findAll, nameOf, waitUntil } from '../page.js';

const names = ['First', 'Second'];

/** A list at the moment its rows are there, when nothing is that is loaded after them. */
async function aList(): Promise<CredentialList> {
  const credentials = names.map((name) => aCredential({ id: name, name, actions: can('reveal') }));
  const list = document.createElement('credential-list');
  Object.assign(list, {
    selectable: true,
    marketplace: fakeMarketplace({ credentials: { list: () => Promise.resolve(page(credentials)) } }),
  });
  const place = await fixture(html`<div><input aria-label="Elsewhere" /></div>`);
  place.append(list);
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (findAll(list, 'tr[data-id]').length < names.length) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(list.renderRoot, { childList: true, subtree: true });
  });
  return list;
}

/** Presses without waiting: nothing is loaded in between. */
function press(list: CredentialList, name: string): HTMLElement {
  const button = findAll(list, 'button, input').find((one) => nameOf(one) === name) as HTMLElement;
  button.focus();
  button.click();
  return button;
}

describe('<credential-list> whose buttons are pressed before they can do anything', () => {
  it('does what was pressed last', async () => {
    const list = await aList();
    const events = collect(list, 'credential-reveal');
    for (const name of names) press(list, `View secret of ${name}`);
    await waitUntil(() => findAll(list, 'secret-reveal').length > 0);
    expect(events.map(({ detail }: CustomEvent<{ credential: { id: string } }>) => detail.credential.id)).to.deep.equal(
      ['Second'],
    );
  });

  for (const key of ['Escape', 'Tab'])
    it(`does nothing for who has pressed ${key} since`, async () => {
      const list = await aList();
      const events = collect(list, 'credential-reveal');
      const button = press(list, 'View secret of First');
      button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await control(list, 'Select all that are shown');
      press(list, 'View secret of Second');
      await waitUntil(() => events.length > 0);
      expect((events[0]?.detail as { credential: { id: string } }).credential.id).to.equal('Second');
    });

  it('does nothing for who has gone elsewhere in the page', async () => {
    const list = await aList();
    const events = collect(list, 'credential-reveal');
    press(list, 'View secret of First');
    list.parentElement?.querySelector('input')?.focus();
    await control(list, 'Select all that are shown');
    press(list, 'View secret of Second');
    await waitUntil(() => events.length > 0);
    expect((events[0]?.detail as { credential: { id: string } }).credential.id).to.equal('Second');
  });

  it('selects all that was chosen', async () => {
    const list = await aList();
    for (const name of names) press(list, `Select ${name}`);
    const all = (await control(list, 'Select all that are shown')) as HTMLInputElement;
    await waitUntil(() => all.checked);
  });
});
