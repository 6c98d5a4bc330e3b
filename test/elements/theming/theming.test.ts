import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/credential-list/define.js';
import '../../../src/elements/secret-reveal/define.js';
import { aRejectedRequest, aRequest, anOffer, questions } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { aCredential, aSecret, can, fakeMarketplace, page } from '../fixtures.js';
import { labelled } from '../form-page.js';
import { appears, control, findAll, nameOf, shows } from '../page.js';
import { hosts } from './hosts.js';

const tags = 'access-request-form, access-request-list, credential-form, credential-list, secret-reveal';

const marketplace = fakeMarketplace({
  resources: { accessOptions: () => Promise.resolve(anOffer({ form: questions })) },
  accessRequests: {
    list: () => Promise.resolve(page([aRequest(), aRejectedRequest({ id: 'req-2', name: 'Ledger' })])),
  },
  credentials: {
    list: () => Promise.resolve(page([aCredential({ actions: can('reveal', 'suspend') })])),
    get: () => Promise.resolve(aCredential()),
    options: () => Promise.resolve(someOptions()),
    reveal: () => Promise.resolve(aSecret()),
  },
});

/** A page with every element on it, each with its data. */
async function openPage(): Promise<HTMLElement> {
  const section = await fixture<HTMLElement>(
    html`<section>
      <credential-list .marketplace=${marketplace} creatable></credential-list>
      <access-request-list .marketplace=${marketplace}></access-request-list>
      <access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>
      <credential-form .marketplace=${marketplace}></credential-form>
      <secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>
    </section>`,
  );
  await shows(section, 'lk_test');
  await shows(section, 'Ledger');
  await labelled(section, 'What do you want to build?');
  await labelled(section, 'API key');
  await control(section, 'View secret Billing key');
  return section;
}

/** Gives the page the look of a host. By a sheet of its own: the policy allows no style attributes. */
function wear(look: keyof typeof hosts): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { ${hosts[look]} }`);
  document.adoptedStyleSheets.push(sheet);
  return () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
}

/** What has text of its own. */
const withText = (root: ParentNode): HTMLElement[] =>
  findAll(root, '*').filter(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );

const styleOf = (element: Element | undefined): CSSStyleDeclaration => getComputedStyle(element as Element);

const buttonCalled = (root: ParentNode, name: string): HTMLElement | undefined =>
  findAll(root, 'button').find((button) => nameOf(button) === name);

/** The colour that a page shows where CSS says `Canvas`, in a scheme. */
const canvas = { light: 'rgb(255, 255, 255)', dark: 'rgb(18, 18, 18)' };

describe('theming', () => {
  let undo = (): void => {};
  // The page may have been another test's, who left it narrow: there the rows are the cards, and the table has no surface.
  before(() => setViewport({ width: 1280, height: 800 }));
  afterEach(() => {
    fixtureCleanup();
    undo();
    undo = () => {};
  });

  for (const look of Object.keys(hosts) as (keyof typeof hosts)[]) {
    describe(`on a host called ${look}`, () => {
      it('all text has the font of the page, or is in monospace', async () => {
        undo = wear(look);
        const section = await openPage();
        const { fontFamily, fontSize } = styleOf(section);
        const strange = withText(section)
          .filter((element) => !styleOf(element).fontFamily.includes('monospace'))
          .filter((element) => styleOf(element).fontFamily !== fontFamily)
          .map((element) => `${element.localName} ${nameOf(element)}: ${styleOf(element).fontFamily}`);
        expect(strange).to.deep.equal([]);
        const sizes = withText(section).map((element) => parseFloat(styleOf(element).fontSize));
        const least = Math.min(...sizes.filter((size) => size > 0)); // what only assistive technology reads may have none
        expect(least).to.be.at.least(parseFloat(fontSize) * 0.8);
      });

      it('colours, radius and accent are the page’s, without a part', async () => {
        undo = wear(look);
        const section = await openPage();
        const tokens = styleOf(section);
        const button = buttonCalled(section, 'Create credential');
        const probe = document.createElement('i');
        section.append(probe);
        const resolved = (token: string): string => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`i { color: ${tokens.getPropertyValue(token)} }`);
          document.adoptedStyleSheets.push(sheet);
          const { color } = styleOf(probe);
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
          return color;
        };
        expect(styleOf(button).backgroundColor).to.equal(resolved('--latchkey-color-accent'));
        const radius = tokens.getPropertyValue('--latchkey-radius-small').replace(/^0$/, '0px');
        expect(styleOf(button).borderRadius).to.equal(radius);
        for (const element of section.querySelectorAll(tags)) {
          const inner = element.shadowRoot?.querySelector('.frame, :not(style)');
          expect(styleOf(inner ?? undefined).color, element.localName).to.equal(resolved('--latchkey-color-text'));
        }
      });

      it('is accessible: contrast above all', async () => {
        undo = wear(look);
        await expect(await openPage()).to.be.accessible();
      });
    });
  }

  describe('color-scheme', () => {
    it('a dark section on a light page makes what is inside dark, dialogs included', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('section { color-scheme: dark } html { color-scheme: light }');
      document.adoptedStyleSheets.push(sheet);
      undo = () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
      const section = await openPage();
      expect(styleOf(findAll(section, 'table')[0]).backgroundColor).to.equal(canvas.dark);
      (await control(section, 'Actions for Billing key')).click();
      (await control(section, 'Suspend credential')).click();
      const dialog = await appears(() => findAll<HTMLDialogElement>(section, 'dialog[open]')[0], 'no dialog');
      expect(styleOf(dialog).backgroundColor).to.equal(canvas.dark);
      expect(styleOf(document.documentElement).colorScheme).to.equal('light');
    });

    it('follows the page when it changes', async () => {
      const section = await openPage();
      const table = findAll(section, 'table')[0];
      expect(styleOf(table).backgroundColor).to.equal(canvas.light);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { color-scheme: dark }');
      document.adoptedStyleSheets.push(sheet);
      undo = () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
      expect(styleOf(table).backgroundColor).to.equal(canvas.dark);
    });
  });

  describe('density', () => {
    const setTokens = (text: string): void => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { ${text} }`);
      document.adoptedStyleSheets.push(sheet);
      undo = () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
    };

    it('the grid and the heights of controls are tokens', async () => {
      const section = await openPage();
      const list = section.querySelector('credential-list') as HTMLElement;
      const before = list.getBoundingClientRect().height;
      setTokens(
        '--latchkey-space-unit: 3px; --latchkey-size-control: 26px; --latchkey-size-field: 28px; font-size: 13px',
      );
      expect(list.getBoundingClientRect().height).to.be.below(before - 8);
      expect(buttonCalled(section, 'Create credential')?.getBoundingClientRect().height).to.be.within(26, 28);
    });

    it('no control is ever lower than 24 px', async () => {
      setTokens(
        '--latchkey-space-unit: 0px; --latchkey-size-control: 4px; --latchkey-size-field: 4px; font-size: 10px',
      );
      const section = await openPage();
      const low = findAll(section, 'button, select, input:not([type="radio"], [type="checkbox"])')
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
        .map((element) => nameOf(element));
      expect(low).to.deep.equal([]);
    });
  });
});
