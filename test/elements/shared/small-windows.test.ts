import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, can, fakeMarketplace, page } from '../fixtures.js';
import { appears, control, findAll, shows, waitUntil } from '../page.js';

const place = (element: Element): DOMRect => element.getBoundingClientRect();

async function aList(): Promise<CredentialList> {
  const actions = [{ action: 'remove', allowed: true, confirm: 'typed' } as const, ...can('suspend')];
  const items = Array.from({ length: 4 }, (_, index) =>
    aCredential({
      id: `c${index}`,
      name: `Key ${index}`,
      identifiers: [{ name: 'prefix', label: 'Key prefix', value: 'x' }],
      actions,
    }),
  );
  const marketplace = fakeMarketplace({
    credentials: { list: () => Promise.resolve(page(items)), get: () => Promise.resolve(items[0] ?? aCredential()) },
  });
  const list = await fixture<CredentialList>(
    html`<credential-list selectable .marketplace=${marketplace}></credential-list>`,
  );
  await control(list, 'Select Key 0');
  return list;
}

/** Whether nothing lies over an element of the list, from its first corner to its last. */
function isInSight(list: CredentialList, element: Element): boolean {
  const { left, right, top, bottom } = place(element);
  return [top + 2, (top + bottom) / 2, bottom - 2].every((y) =>
    [left + 8, (left + right) / 2, right - 8].every((x) => list.shadowRoot?.elementFromPoint(x, y) === element),
  );
}

describe('in a small window', () => {
  after(() => setViewport({ width: 1280, height: 800 }));

  // A page at 400 % is as small as the first; the second has room for the buttons, but not for all that is said.
  for (const [width, height] of [
    [320, 256],
    [320, 500],
  ] as const)
    it(`nothing covers what has to be typed, at ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const list = await aList();
      (await control(list, 'Actions for Key 0')).focus();
      await sendKeys({ press: 'Enter' });
      (await control(list, 'Delete credential')).focus();
      await sendKeys({ press: 'Enter' });
      const field = await appears(() => findAll(list, '#confirm-input')[0], 'no field');
      await waitUntil(() => list.shadowRoot?.activeElement === field);
      await waitUntil(() => isInSight(list, field), 'the field is covered');
      await sendKeys({ type: 'Key 0' });
      expect(isInSight(list, field)).to.equal(true);
    });

  it('the selection takes at most two fifths of the height, and no row’s place where that is low', async () => {
    await setViewport({ width: 320, height: 640 });
    const list = await aList();
    (await control(list, 'Select Key 0')).click();
    await shows(list, '1 selected');
    const [batch, table] = [findAll(list, '.batch')[0], findAll(list, 'table')[0]] as [HTMLElement, HTMLElement];
    expect(place(batch).height).to.be.at.most(256);
    await setViewport({ width: 320, height: 256 });
    await waitUntil(() => place(batch).top >= place(table).bottom, 'it lies over rows');
  });
});
