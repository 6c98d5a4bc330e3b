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

/** The moment the rows are there, when nothing is that is loaded after them. */
async function firstSeen(list: CredentialList, name: string): Promise<HTMLElement> {
  await list.updateComplete;
  const find = (): HTMLElement | undefined => findAll(list, 'button').find((one) => nameOf(one) === name);
  return (
    find() ??
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const found = find();
        if (!found) return;
        observer.disconnect();
        resolve(found);
      });
      observer.observe(list.shadowRoot as ShadowRoot, { childList: true, subtree: true, attributes: true });
    })
  );
}

/** A list that has just begun to load. */
function aList(): Promise<CredentialList> {
  const marketplace = fakeMarketplace({ credentials: { list: () => Promise.resolve(page(credentials)) } });
  return fixture<CredentialList>(html`<credential-list .marketplace=${marketplace}></credential-list>`);
}

/** A key at once: `sendKeys` takes longer than what is loaded here. */
const key = (at: HTMLElement, name: string): boolean =>
  at.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));

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
    expect(focused()?.role).to.equal('group');
    expect(nameOf(focused())).to.equal('Credentials');
    await expect(list).to.be.accessible();
  });
});

describe('A menu that is still loading', () => {
  it('opens although it was asked for twice', async () => {
    const list = await aList();
    const button = await firstSeen(list, 'Actions for Second');
    button.focus();
    button.click();
    button.click();
    await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
    expect(findAll(list, '[role="menu"]')).to.have.length(1);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => nameOf(focused()) === 'Actions for Second');
    // The same once nothing but the menu has to be loaded.
    key(button, 'ArrowDown');
    key(button, 'ArrowDown');
    await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
    expect(findAll(list, '[role="menu"]')).to.have.length(1);
  });

  for (const [name, entry] of [
    ['ArrowDown', 0],
    ['ArrowUp', -1],
  ] as const)
    it(`opens by ${name} when nothing but the rows is there yet`, async () => {
      const list = await aList();
      const button = await firstSeen(list, 'Actions for Second');
      button.focus();
      expect(key(button, name), 'the page scrolls').to.equal(false);
      await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
      expect(focused()).to.equal(findAll(list, '[role="menuitem"]').at(entry));
    });

  it('is the one that was asked for last', async () => {
    const list = await aList();
    const buttons = [await firstSeen(list, 'Actions for Third'), await firstSeen(list, 'Actions for First')];
    for (const button of buttons) {
      button.focus();
      button.click();
    }
    await waitUntil(() => isMenuOpen(list));
    expect(nameOf(findAll(list, '[role="menu"]')[0] ?? null)).to.equal('First');
    expect(findAll(list, '[role="menu"]')).to.have.length(1);
  });
});

describe('A menu that is open', () => {
  it('closes when it is asked for again, and gives its button the focus', async () => {
    const { list } = await withMenu('Second');
    (await control(list, 'Actions for Second')).click();
    await waitUntil(() => !isMenuOpen(list));
    expect(nameOf(focused())).to.equal('Actions for Second');
  });
});

describe('A menu whose button moves', () => {
  afterEach(() => scrollTo(0, 0));

  it('stays with it while the page is scrolled', async () => {
    const { list } = await withMenuBelow(100);
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

  it('brings it into sight when it is pressed from afar', async () => {
    const { list } = await withMenuBelow(0);
    await sendKeys({ press: 'Escape' });
    scrollTo(0, 2000);
    await settle();
    (await control(list, 'Actions for Second')).click();
    await waitUntil(() => isMenuOpen(list));
    await settle();
    expect(scrollY).to.be.below(2000);
    expect(gapIn(list)).to.equal(4);
  });

  it('scrolls its own entries without closing where it is higher than the page', async () => {
    const { list } = await withMenu('Second');
    const [menu] = findAll(list, '[role="menu"]');
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
