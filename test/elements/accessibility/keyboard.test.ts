import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AccessRequest } from '../../../src/contract/access-request.js';
import '../../../src/elements/access-request-form/define.js';
import '../../../src/elements/access-request-list/define.js';
import '../../../src/elements/credential-form/define.js';
import '../../../src/elements/credential-list/define.js';
import '../../../src/elements/secret-reveal/define.js';
import { aRequest, anOffer, questions } from '../access-fixtures.js';
import { someOptions } from '../credential-fixtures.js';
import { aCredential, aSecret, can, fakeMarketplace, page } from '../fixtures.js';
import { descriptionOf, labelled } from '../form-page.js';
import { announced, appears, control, fakeClipboard, findAll, focused, nameOf, shows } from '../page.js';
import { comesTo, heard, press, tabTo } from './keys.js';

/** A page with something to focus before and after an element. */
async function between(element: unknown): Promise<HTMLElement> {
  const section = await fixture<HTMLElement>(
    html`<section><button type="button">Before</button>${element}<button type="button">After</button></section>`,
  );
  (section.firstElementChild as HTMLElement).focus();
  return section.children[1] as HTMLElement;
}

/** Whether something is said to assistive technology, waiting for it. */
const says = (element: Element, text: string): Promise<boolean> =>
  appears(() => announced(element).includes(text), `“${text}” is not said, but “${announced(element)}”`);

/** Opens the menu of the button that has the focus: a moment later the focus is in it. */
async function openMenu(key: string): Promise<void> {
  await press(key);
  await appears(() => focused()?.getAttribute('role') === 'menuitem', 'the menu is not open');
}

describe('without a mouse', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  describe('<credential-list>', () => {
    const two = [aCredential(), aCredential({ id: 'cred-2', name: 'Reporting', actions: can('suspend', 'remove') })];
    const suspended = aCredential({ state: 'inactive', actions: can('enable', 'remove'), version: '2' });

    const open = async (): Promise<HTMLElement> => {
      let current = two[0] ?? aCredential();
      const marketplace = fakeMarketplace({
        credentials: {
          list: () => Promise.resolve(page([current, two[1] ?? current])),
          get: () => Promise.resolve(current),
          options: () => Promise.resolve(someOptions()),
          suspend: () => Promise.resolve((current = suspended)),
        },
      });
      const list = await between(html`<credential-list .marketplace=${marketplace} creatable></credential-list>`);
      await control(list, 'Actions for Reporting');
      await control(list, 'Create credential');
      return list;
    };

    it('goes through the rows in the order they are read, and names what belongs to which', async () => {
      await open();
      const passed = await tabTo('After');
      const rows = passed.filter((name) => /Billing key|Reporting/.test(name));
      expect(rows).to.deep.equal([
        'Copy Key prefix of Billing key',
        'View secret of Billing key',
        'Actions for Billing key',
        'Copy Key prefix of Reporting',
        'Actions for Reporting',
      ]);
      expect(new Set(passed).size, passed.join()).to.equal(passed.length);
    });

    it('opens the menu with an arrow, goes round in it, and gives the focus back', async () => {
      const list = await open();
      await tabTo('Actions for Billing key');
      await openMenu('ArrowDown');
      const items = findAll(list, '[role="menuitem"]').map((item) => nameOf(item));
      expect(heard()).to.equal(items[0]);
      await press('End');
      expect(heard()).to.equal(items.at(-1));
      await press('ArrowDown');
      expect(heard()).to.equal(items[0]);
      await press('d');
      expect(heard()).to.equal('Delete credential');
      await press('Escape');
      expect(heard()).to.equal('Actions for Billing key');
      expect(focused()?.getAttribute('aria-expanded')).to.equal('false');
    });

    it('suspends: the question has the focus, keeps it, says the outcome and gives it back', async () => {
      const list = await open();
      await tabTo('Actions for Billing key');
      await openMenu('Enter');
      await press('s');
      expect(heard()).to.equal('Suspend credential');
      await press('Enter');
      const dialog = await appears(() => findAll(list, 'dialog[open]')[0], 'no question');
      const inside = (): boolean => dialog.contains(focused());
      await appears(inside, 'the question does not take the focus');
      for (let presses = 0; presses < 6; presses++) {
        await press('Tab');
        // A modal dialog lets the focus out to the browser itself, never to the page behind it.
        expect(inside() || focused() === document.body, heard()).to.equal(true);
      }
      await press('Escape');
      await comesTo('Actions for Billing key');
      await openMenu('Enter');
      await press('s', 'Enter');
      await appears(() => findAll(list, 'dialog[open]')[0], 'no question');
      await tabTo('Suspend credential');
      await press('Enter');
      await comesTo('Actions for Billing key');
      await says(list, 'Billing key: Inactive');
      await shows(list, 'Inactive');
    });
  });

  describe('<access-request-form>', () => {
    const open = async (): Promise<{ form: HTMLElement; created: () => number }> => {
      let count = 0;
      const marketplace = fakeMarketplace({
        resources: { accessOptions: () => Promise.resolve(anOffer({ form: questions })) },
        accessRequests: {
          create: () => (count++, Promise.resolve(aRequest())),
          get: () => Promise.resolve(aRequest()),
        },
      });
      const form = await between(
        html`<access-request-form .marketplace=${marketplace} resource-id="res-1"></access-request-form>`,
      );
      await labelled(form, 'What do you want to build?');
      return { form, created: () => count };
    };

    it('is filled in and sent: a choice is one stop, the arrows choose', async () => {
      const { form, created } = await open();
      const passed = await tabTo('Invoices');
      expect(passed.filter((name) => name === 'Banking, yearly')).to.have.length(1);
      await press('ArrowDown');
      expect(heard()).to.equal('Payroll');
      await tabTo('What do you want to build?');
      await press(...'Paying people');
      await tabTo('Expected calls per day');
      await press('ArrowDown');
      await tabTo('Request access');
      await press('Enter');
      await shows(form, 'In review');
      expect(created()).to.equal(1);
    });

    it('leads from what is wrong to each field, and each field says it', async () => {
      const { form, created } = await open();
      await tabTo('Request access');
      await press('Enter');
      await appears(() => (focused()?.textContent ?? '').includes('problems'), 'the summary does not take the focus');
      expect(created()).to.equal(0);
      await tabTo('What do you want to build? Fill this in.');
      expect(focused()?.localName).to.equal('a');
      await press('Enter');
      await comesTo('What do you want to build?');
      expect(focused()?.getAttribute('aria-invalid')).to.equal('true');
      expect(await descriptionOf(form, 'What do you want to build?')).to.include('Fill this in');
    });
  });

  describe('<access-request-list>', () => {
    const open = async (): Promise<HTMLElement> => {
      let current: AccessRequest = aRequest();
      const marketplace = fakeMarketplace({
        accessRequests: {
          list: () => Promise.resolve(page([current, aRequest({ id: 'req-2', name: 'Ledger API for Payroll' })])),
          get: () => Promise.resolve(current),
          withdraw: () => Promise.resolve((current = aRequest({ state: 'withdrawn', actions: [], version: '2' }))),
        },
      });
      const list = await between(html`<access-request-list .marketplace=${marketplace}></access-request-list>`);
      await control(list, 'Details: Ledger API for Payroll');
      return list;
    };

    it('opens and closes the details of a request', async () => {
      await open();
      await tabTo('Details: Payments API for Invoices');
      expect(focused()?.getAttribute('aria-expanded')).to.equal('false');
      await press('Enter');
      await appears(() => focused()?.getAttribute('aria-expanded') === 'true', 'the details do not open');
      await press('Space');
      await appears(() => focused()?.getAttribute('aria-expanded') === 'false', 'the details do not close');
    });

    it('withdraws: asks, gives the focus back, and says the outcome', async () => {
      const list = await open();
      await tabTo('Withdraw: Payments API for Invoices');
      await press('Enter');
      await appears(() => findAll(list, 'dialog[open]')[0], 'no question');
      await press('Escape');
      await comesTo('Withdraw: Payments API for Invoices');
      await press('Enter');
      await appears(() => findAll(list, 'dialog[open]')[0], 'no question');
      await tabTo('Withdraw request');
      await press('Enter');
      await says(list, 'Payments API for Invoices: Withdrawn');
      // What it was on is gone: the next best thing of the same request.
      await comesTo('Details: Payments API for Invoices');
    });
  });

  describe('<credential-form>', () => {
    it('creates: Enter sends from the name, and the focus goes on to what was created', async () => {
      const created = aCredential({
        state: 'pending',
        secret: { visibility: 'window', state: 'pending' },
        actions: [],
      });
      const marketplace = fakeMarketplace({
        credentials: {
          options: () => Promise.resolve(someOptions()),
          create: () => Promise.resolve(created),
          get: () => Promise.resolve(created),
        },
      });
      const form = await between(html`<credential-form .marketplace=${marketplace}></credential-form>`);
      await labelled(form, 'API key');
      await tabTo('API key');
      await press('Space');
      await tabTo('Name');
      await press('Enter');
      await shows(form, 'Billing key');
      await comesTo('Billing key is being set up');
      await says(form, 'Creating the credential.');
      expect(marketplace.callsOf('credentials.create')).to.have.length(1);
    });
  });

  describe('<secret-reveal>', () => {
    it('views, copies and stores a secret; what happened is said, the secret never', async () => {
      const clipboard = fakeClipboard();
      const marketplace = fakeMarketplace({
        credentials: { get: () => Promise.resolve(aCredential()), reveal: () => Promise.resolve(aSecret()) },
      });
      const reveal = await between(
        html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
      );
      await control(reveal, 'View secret Billing key');
      await tabTo('View secret Billing key');
      await press('Enter');
      await control(reveal, 'Cancel');
      expect(marketplace.callsOf('credentials.reveal')).to.have.length(0);
      await tabTo('View secret');
      await press('Enter');
      await says(reveal, 'decrypted and masked');
      await tabTo('Copy Client secret');
      await press('Space');
      await says(reveal, 'Client secret copied.');
      expect(clipboard.copied).to.have.length(1);
      clipboard.undo();
      await tabTo('Done');
      await press('Enter');
      await comesTo('View secret Billing key');
    });
  });
});
