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
  createByKeys,
  openKeyboardOf,
  pasteInto,
  signInByKeys,
  takeSecret,
  type Typist,
} from './moves.js';

const own = 'Stock dashboard';
const partner = 'Partner shop';
const inside = 'Inside your organisation';
const outside = 'Outside your organisation';
const secret = 'a-made-up-Secret-1234';

/** IBM API Management, at the demo on this stage. */
export const ibmByKeys = (shared: Stage): void =>
  void describe('IBM API Management', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Typist;
    let outsider: Typist;

    step('goes from home to the keys of an API', async () => {
      ada = await signInByKeys(stage, 'Ada Park');
      const { page, keys } = ada;
      await keys.skipTo(page.getByRole('heading', { name: 'Five marketplaces' }));
      await keys.tabTo('link', 'Acme API Management');
      await keys.follow(page.getByRole('heading', { name: 'Inventory API' }));
      await keys.tabTo('link', 'Pricing API Not exposed', 'APIs');
      await keys.follow(page.getByRole('heading', { name: 'Pricing API' }));
    });

    step('exposes an API, after a question that Escape takes back', async () => {
      const { page, keys } = ada;
      await keys.tabTo('switch', 'Not exposed: Pricing API');
      await keys.press('Space');
      await keys.at('textbox', 'Reason (optional)', 'Expose Pricing API?');
      await keys.staysIn('Expose Pricing API?');
      await keys.press('Escape');
      await keys.at('switch', 'Not exposed: Pricing API');
      await keys.press('Enter');
      await keys.at('textbox', 'Reason (optional)');
      await keys.type('Open for the season');
      await keys.tabTo('button', 'Expose');
      await keys.press('Enter');
      await keys.at('switch', 'Exposed: Pricing API');
      await page.getByRole('link', { name: 'Pricing API Exposed' }).waitFor();
      await page.getByText('This API is not exposed').first().waitFor({ state: 'detached' });
    });

    step('makes a key for the organisation, and takes its secret', async () => {
      const { page, keys } = ada;
      await keys.tabTo('button', 'Create credential', inside);
      await createByKeys(ada, own);
      await takeSecret(ada, ['Key ID', 'Key secret']);
      await keys.at('button', 'Create credential', inside);
      await rowOf(page, own).getByText('Active', { exact: true }).waitFor();
    });

    step('calls the API with what was copied, from where it was pasted', async () => {
      const { keys } = ada;
      await keys.tabTo('textbox', 'Key secret', 'Try it');
      await pasteInto(ada);
      await keys.tabBackTo('button', `Copy Key ID of ${own}`);
      await keys.press('Enter');
      await keys.hear('Key ID copied.');
      await keys.tabTo('textbox', 'Key ID', 'Try it');
      await pasteInto(ada);
      assert.match(await callByKeys(ada), /200 OK/);
    });

    step('makes a key for somebody outside, and shares a link from its menu', async () => {
      const { page, keys } = ada;
      await keys.tabBackTo('button', 'Create credential', outside);
      await createByKeys(ada, partner);
      await keys.staysIn('Create a credential');
      await keys.press('Escape');
      await keys.at('button', 'Create credential', outside);
      await keys.tabTo('button', `Actions for ${partner}`);
      await chooseByKeys(keys, partner, 'Make a share link');
      await keys.at('radio', /./, `Share “${partner}”?`);
      await keys.tabTo('button', 'Make a link');
      await keys.press('Enter');
      await keys.at('textbox', 'Link', `Share link of “${partner}”`);
      await keys.tabTo('button', 'Copy link and close');
      await keys.press('Enter');
      await keys.hear('Link copied.');
      await keys.at('button', `Actions for ${partner}`);
      assert.equal(await page.getByRole('alertdialog').count(), 0);
    });

    step('follows the link as somebody outside, and sets the secret', async () => {
      await ada.keys.tabTo('textbox', 'Path', 'Try it');
      await pasteInto(ada);
      const link = await ada.page.getByLabel('Path').inputValue();
      outsider = await openKeyboardOf(stage);
      const { page, keys } = outsider;
      await keys.open(link, page.getByRole('heading', { name: 'Choose a secret' }));
      await keys.tabTo('textbox', 'Secret');
      await keys.type('short');
      await keys.press('Enter');
      await keys.at('textbox', 'Secret');
      await page.getByText('Use at least 8 characters.').waitFor();
      await keys.type(secret);
      await keys.tabTo('button', 'Show');
      await keys.press('Space');
      await keys.at('button', 'Hide');
      await keys.tabTo('button', 'Set the secret');
      await keys.press('Enter');
      await keys.hear(/^The secret is set\./);
      await keys.at('heading', 'Your secret');
      const row = rowOf(ada.page, partner);
      await row.getByText('Secret is set').waitFor();
      await row.getByText('Active', { exact: true }).waitFor();
    });

    step('ends the link, and takes the API back', async () => {
      const { page, keys } = ada;
      await keys.tabBackTo('button', `Actions for ${partner}`);
      await chooseByKeys(keys, partner, 'Stop sharing');
      await keys.at('button', 'Cancel', `Stop sharing “${partner}”?`);
      await keys.tabTo('button', 'Stop sharing');
      await keys.press('Enter');
      await keys.at('button', `Actions for ${partner}`);
      await keys.tabBackTo('switch', 'Exposed: Pricing API');
      await keys.press('Space');
      await keys.at('textbox', 'Reason (optional)');
      await keys.tabTo('button', 'Stop exposing');
      await keys.press('Space');
      await keys.at('switch', 'Not exposed: Pricing API');
      await page.getByRole('region', { name: inside }).getByText('This API is not exposed').waitFor();
      await keys.tabTo('button', 'Create credential', inside);
      await keys.isDescribed(/not exposed/);
      await keys.press('Enter');
      await keys.at('button', 'Create credential', inside);
      assert.equal(await page.getByRole('dialog').count(), 0);
    });

    step('deletes a key', async () => {
      const { keys } = ada;
      await keys.tabTo('button', `Actions for ${own}`);
      await chooseByKeys(keys, own, 'Delete credential');
      await confirmDeletion(ada, own);
      await keys.at('group', 'Credentials', inside);
      await ada.page.getByText('0 of 5 used').waitFor();
    });

    step('all that without an error or a broken policy', () => assertNoProblems(ada, outsider));
  });
