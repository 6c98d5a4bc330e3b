import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setStage, type Stage } from '../stage.js';
import { rowOf } from '../steps.js';
import { story } from '../story.js';
import {
  assertNoProblems,
  callByKeys,
  chooseByKeys,
  confirmDeletion,
  pasteInto,
  signInByKeys,
  takeAsked,
  takeSecret,
  type Typist,
} from './moves.js';

const panel = 'Request access to Orders API';
const name = 'Dispatch API key';
const menu = `Actions for ${name}`;

/** Amplify, at the demo on this stage. */
export const amplifyByKeys = (shared: Stage): void =>
  void describe('Amplify', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ben: Typist;

    step('signs in, and goes to a product', async () => {
      ben = await signInByKeys(stage, 'Ben Osei');
      const { page, keys } = ben;
      await keys.skipTo(page.getByRole('heading', { name: 'Five marketplaces' }));
      await keys.tabTo('link', 'Acme Marketplace');
      await keys.follow(page.getByRole('link', { name: 'Commerce', exact: true }));
      await keys.tabTo('link', 'Commerce');
      await keys.follow(page.getByRole('heading', { name: 'Commerce' }));
    });

    step('asks for access', async () => {
      const { page, keys } = ben;
      await keys.tabTo('tab', 'Overview');
      await keys.press('ArrowRight');
      await keys.at('tab', 'Resources');
      await keys.tabTo('button', panel);
      await keys.press('Enter');
      await page.getByLabel('What do you want to do?').waitFor();
      await keys.tabTo('combobox', 'What do you want to do?', panel);
      await keys.press('B'); // “Building an application”: letters that come late begin another word
      await keys.tabTo('textbox', 'Expected calls per day');
      await keys.type('500');
      await keys.press('Enter');
      await page.getByRole('dialog').getByText('Approved automatically').waitFor();
      await keys.at('heading', 'Orders API for Dispatch', panel);
    });

    step('creates a credential, takes its secret, and gets back to where it came from', async () => {
      const { page, keys } = ben;
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor();
      await keys.tabTo('radio', 'API key', 'Credential type');
      await keys.press('Space');
      await keys.tabTo('button', 'Create credential');
      await keys.press('Enter');
      await keys.hear(`${name} is active.`);
      await keys.at('heading', `${name} is ready`, panel);
      await takeSecret(ben, ['API key']);
      await keys.at('button', panel);
    });

    step('calls the API', async () => {
      const { page, keys } = ben;
      await keys.open('/application.html?id=app_dispatch', page.getByLabel('API key', { exact: true }));
      await keys.tabTo('textbox', 'API key', 'Try it');
      await pasteInto(ben);
      assert.match(await callByKeys(ben), /ord_1001/);
    });

    step('renews it, and chooses how long the old secret goes on', async () => {
      const { page, keys } = ben;
      await keys.tabBackTo('button', menu);
      await chooseByKeys(keys, name, 'Renew credential');
      await keys.at('radio', '1 day', `Renew “${name}”?`);
      await keys.press('ArrowDown');
      await keys.at('radio', '7 days');
      await keys.isDescribed(/^Old secret works until /);
      await keys.staysIn(`Renew “${name}”?`);
      await keys.tabTo('button', 'Renew credential');
      await keys.press('Enter');
      await keys.at('button', menu);
      await keys.hear(`${name}: Active`);
      await rowOf(page, name).getByText('Active', { exact: true }).waitFor();
    });

    step('views the new secret', async () => {
      const { keys } = ben;
      await keys.tabBackTo('button', `View secret of ${name}`);
      await keys.press('Enter');
      await takeAsked(ben, ['API key']);
      await keys.at('button', `View secret of ${name}`);
      await keys.tabTo('textbox', 'API key', 'Try it');
      await pasteInto(ben);
      assert.match(await callByKeys(ben), /ord_1001/);
    });

    step('suspends it, and deletes it', async () => {
      const { page, keys } = ben;
      await keys.tabBackTo('button', menu);
      await chooseByKeys(keys, name, 'Suspend credential');
      await keys.at('button', 'Cancel', `Suspend “${name}”?`);
      await keys.tabTo('button', 'Suspend credential');
      await keys.press('Enter');
      await keys.at('button', menu);
      await keys.hear(`${name}: Inactive`);
      await rowOf(page, name).getByText('Inactive', { exact: true }).waitFor();
      await chooseByKeys(keys, name, 'Delete credential');
      await confirmDeletion(ben, name);
      await rowOf(page, name).waitFor({ state: 'detached' });
    });

    step('all that without an error or a broken policy', () => assertNoProblems(ben));
  });
