import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, fakeMarketplace, page, type FakeMarketplace } from '../fixtures.js';
import { control, findAll, focused, nameOf, waitUntil } from '../page.js';

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

/** The page with something above the list, which may change its height, and plenty below it. */
async function withMenuBelow(height: number): Promise<{ list: CredentialList; above: HTMLElement }> {
  const { list } = await withMenu('Second');
  const above = Object.assign(document.createElement('div'), { ariaHidden: 'true' });
  const below = document.createElement('div');
  list.before(above);
  list.after(below);
  above.style.height = `${height}px`;
  below.style.height = '3000px';
  await settle();
  return { list, above };
}

/** Two frames: what follows the layout has followed it by then. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** How far the menu of “Second” is below its button, or above it. */
function gapIn(list: CredentialList): number {
  const [menu] = findAll(list, '[role="menu"]');
  const button = findAll(list, '[aria-expanded="true"]').find((one) => nameOf(one) === 'Actions for Second');
  const [box, anchor] = [menu!.getBoundingClientRect(), button!.getBoundingClientRect()];
  return Math.max(box.top - anchor.bottom, anchor.top - box.bottom);
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

describe('A menu whose button moves', () => {
  afterEach(() => scrollTo(0, 0));

  it('stays with it while the page is scrolled', async () => {
    const { list } = await withMenuBelow(200);
    expect(gapIn(list)).to.equal(4);
    scrollTo(0, 120);
    await settle();
    expect(scrollY).to.equal(120);
    expect(gapIn(list)).to.equal(4);
    expect(focused()?.getAttribute('role')).to.equal('menuitem');
  });

  it('stays with it when something above it grows', async () => {
    const { list, above } = await withMenuBelow(0);
    above.style.height = '90px';
    await settle();
    expect(gapIn(list)).to.equal(4);
  });

  it('closes when it is scrolled out of sight, and gives it the focus without scrolling back', async () => {
    const { list } = await withMenuBelow(0);
    scrollTo(0, 2000);
    await settle();
    expect(isMenuOpen(list)).to.equal(false);
    expect(nameOf(focused())).to.equal('Actions for Second');
    expect(scrollY).to.equal(2000);
  });

  it('scrolls its own entries without closing where it is higher than the page', async () => {
    const { list } = await withMenu('Second');
    const [menu] = findAll(list, '[role="menu"]') as HTMLElement[];
    menu!.style.maxHeight = '20px';
    menu!.style.overflow = 'auto';
    menu!.scrollTo(0, 10);
    await settle();
    expect(menu!.scrollTop).to.equal(10);
    expect(isMenuOpen(list)).to.equal(true);
  });

  it('opens although its row was drawn anew while it was loading', async () => {
    const marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve(page(credentials)) } });
    const list = await fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
    const button = await control(list, 'Actions for Second');
    button.click();
    list.selectable = true;
    await waitUntil(() => isMenuOpen(list));
    expect(button.isConnected).to.equal(false);
    expect(gapIn(list)).to.equal(4);
  });
});
