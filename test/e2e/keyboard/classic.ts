import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setStage, type Stage } from '../stage.js';
import { addressIn, rowOf } from '../steps.js';
import { story } from '../story.js';
import { assertNoProblems, callByKeys, pasteInto, signInByKeys, type Typist } from './moves.js';

const name = 'Orders key';
const panel = 'Request access to Orders API';

/** The older edition of Amplify, at the demo on this stage. */
export const classicByKeys = (shared: Stage): void =>
  void describe('Amplify, the older edition', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Typist;

    step('chooses the marketplace from the menu in the header', async () => {
      ada = await signInByKeys(stage, 'Ada Park');
      const { page, keys } = ada;
      await page.getByRole('heading', { name: 'Five marketplaces' }).waitFor();
      await keys.tabTo('DisclosureTriangle', /^Marketplace:/);
      await keys.press('Enter');
      await keys.tabTo('link', /classic/, 'Marketplaces');
      await keys.press('Escape');
      await keys.at('DisclosureTriangle', /^Marketplace:/);
      await keys.press('Space');
      await keys.tabTo('link', /classic/, 'Marketplaces');
      await keys.follow(page.getByRole('link', { name: 'Commerce', exact: true }));
      assert.equal(new URL(page.url()).searchParams.get('marketplace'), 'amplify-classic');
    });

    step('asks for access', async () => {
      const { page, keys } = ada;
      await keys.tabTo('link', 'Commerce');
      await keys.follow(page.getByRole('heading', { name: 'Commerce' }));
      await keys.tabTo('tab', 'Overview');
      await keys.press('ArrowRight');
      await keys.at('tab', 'Resources');
      await keys.tabTo('button', panel);
      await keys.press('Enter');
      await page.getByLabel('What do you want to do?').waitFor();
      await keys.tabTo('radio', /./, 'Application');
      await keys.press('Space');
      await keys.arrowTo('radio', 'Shop web', 'Application');
      await keys.tabTo('combobox', 'What do you want to do?');
      await keys.press('B'); // “Building an application”: letters that come late begin another word
      await keys.tabTo('textbox', 'Expected calls per day');
      await keys.type('500');
      await keys.tabTo('button', 'Request access', panel);
      await keys.press('Enter');
      await keys.at('heading', 'Orders API for Shop web');
    });

    step('creates a credential, and is asked before the secret is lost', async () => {
      const { page, keys } = ada;
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor();
      await keys.tabTo('radio', /^API key/, 'Credential type');
      await keys.press('Space');
      await keys.tabTo('textbox', 'Name');
      await keys.type(name);
      await keys.tabTo('button', 'Create credential');
      await keys.press('Enter');
      await keys.hear(`${name} is active.`);
      await keys.at('heading', `${name} is ready`);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^View secret/ })
        .waitFor();
      await keys.tabTo('button', /^View secret/);
      await keys.press('Enter');
      await keys.at('button', 'View secret', 'Show the secret on this page?');
      await keys.press('Enter');
      await keys.at('group', `Secret of ${name}`);
      await keys.press('Escape');
      await keys.at('button', 'Go back', 'Close without storing it?');
      await keys.staysIn('Close without storing it?');
    });

    step('shows, copies and acknowledges the secret', async () => {
      const { page, keys } = ada;
      await keys.press('Escape');
      await keys.at('group', `Secret of ${name}`);
      await keys.tabTo('button', 'Show API key');
      await keys.press('Space');
      await keys.at('button', 'Hide API key');
      await keys.press('Space');
      await keys.tabTo('checkbox', 'I have stored it somewhere safe');
      await keys.press('Space');
      await keys.tabTo('button', 'Done');
      await keys.tabBackTo('button', 'Copy API key');
      await keys.press('Enter');
      await keys.hear('API key copied.');
      await keys.at('button', 'Copy API key');
      await keys.tabTo('button', 'Done');
      await keys.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await keys.at('button', panel);
    });

    step('calls the API with it, and hears from the menu why it cannot be viewed again', async () => {
      const { page, keys } = ada;
      await keys.open(
        addressIn('amplify-classic', '/application.html?id=app_shop_web'),
        page.getByLabel('API key', { exact: true }),
      );
      await rowOf(page, name).waitFor();
      await keys.tabTo('textbox', 'API key', 'Try it');
      await pasteInto(ada);
      assert.match(await callByKeys(ada), /200 OK/);
      await keys.tabBackTo('button', `Actions for ${name}`);
      await keys.press('ArrowUp');
      await keys.at('menuitem', 'Delete credential', name);
      await keys.press('Home');
      const offered: string[] = [];
      for (let at = await keys.focus(); !offered.includes(at.name); at = await keys.focus()) {
        offered.push(at.name);
        await keys.press('ArrowDown');
      }
      const why = 'The secret was shown once and is no longer stored here.';
      assert.deepEqual(offered, [`View secret ${why}`, 'Edit credential', 'History', 'Delete credential']);
      await keys.press('Escape');
      await keys.at('button', `Actions for ${name}`);
    });

    step('all that without an error or a broken policy', () => assertNoProblems(ada));
  });
