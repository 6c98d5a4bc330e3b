import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, fakeMarketplace, page, type FakeMarketplace } from '../fixtures.js';
import { control, findAll, focused, nameOf } from '../page.js';

const credentials = ['First', 'Second', 'Third'].map((name) => aCredential({ id: name, name }));

/** The list with the menu of one credential open. */
async function withMenu(name: string): Promise<{ list: CredentialList; marketplace: FakeMarketplace }> {
  const marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve(page(credentials)) } });
  const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
  (await control(list, `Actions for ${name}`)).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
  await waitUntil(() => marketplace.streams === 1);
  return { list, marketplace };
}

const isMenuOpen = (list: CredentialList): boolean => findAll(list, '[role="menu"]').length > 0;

describe('A menu whose row has vanished', () => {
  for (const [name, next] of [
    ['First', 'Second'],
    ['Second', 'Third'],
    ['Third', 'Second'],
  ] as const)
    it(`closes, and the focus goes from “${name}” to “${next}”`, async () => {
      const { list, marketplace } = await withMenu(name);
      marketplace.emit({ subject: 'credential', subjectId: name, removed: true });
      await waitUntil(() => !isMenuOpen(list));
      expect(nameOf(focused())).to.equal(`Actions for ${next}`);
    });

  it('goes by where the row was at last', async () => {
    const { list, marketplace } = await withMenu('Second');
    marketplace.emit({ subject: 'credential', subjectId: 'First', removed: true });
    await waitUntil(() => findAll(list, 'tr[data-id]').length === 2);
    expect(focused()?.getAttribute('role')).to.equal('menuitem');
    marketplace.emit({ subject: 'credential', subjectId: 'Second', removed: true });
    await waitUntil(() => !isMenuOpen(list));
    expect(nameOf(focused())).to.equal('Actions for Third');
  });

  it('leaves the focus in the list when there is nothing else in it', async () => {
    const { list, marketplace } = await withMenu('First');
    for (const { id } of credentials) marketplace.emit({ subject: 'credential', subjectId: id, removed: true });
    await waitUntil(() => !isMenuOpen(list));
    await waitUntil(() => findAll(list, 'tr[data-id]').length === 0);
    expect(list.shadowRoot?.activeElement, 'the focus is lost').not.to.equal(null);
  });
});
