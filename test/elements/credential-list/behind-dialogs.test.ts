import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/credential-list/define.js';
import type { CredentialList } from '../../../src/elements/credential-list/credential-list.js';
import { aCredential, can, day, fakeMarketplace, page } from '../fixtures.js';
import { control, findAll, focused, nameOf, waitUntil } from '../page.js';

/** Everything in the table with its place and its look: what a dialog brings with it must change none of that. */
const picture = (list: CredentialList): string[] =>
  findAll(list.shadowRoot as ShadowRoot, 'table, table *').map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { display, font, margin, padding } = getComputedStyle(element);
    return [element.localName, element.className, x, y, width, height, display, font, margin, padding].join(' ');
  });

describe('<credential-list> behind its dialogs', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  for (const action of ['Renew credential', 'Make a share link', 'Suspend credential', 'Delete credential', 'History'])
    it(`looks as before when “${action}” was opened and left`, async () => {
      const credential = aCredential({
        actions: [
          { action: 'renew', allowed: true, overlapsMs: [0, day] },
          { action: 'remove', allowed: true, confirm: 'typed' },
          ...can('suspend', 'share'),
        ],
      });
      const marketplace = fakeMarketplace({
        credentials: {
          list: () => Promise.resolve(page([credential, aCredential({ id: 'cred_2', name: 'Second key' })])),
          get: () => Promise.resolve(credential),
          history: () => Promise.resolve({ items: [] }),
        },
      });
      const list = await fixture<CredentialList>(
        html`<credential-list .marketplace=${marketplace} share-url="/share"></credential-list>`,
      );
      const menu = await control(list, 'Actions for Billing key');
      menu.focus();
      await sendKeys({ press: 'Enter' });
      (await control(list, action)).focus();
      const before = picture(list);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => list.shadowRoot?.querySelector('dialog[open]'));
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => list.shadowRoot?.querySelector('dialog') === null);
      expect(nameOf(focused())).to.equal('Actions for Billing key');
      expect(picture(list)).to.deep.equal(before);
    });
});
