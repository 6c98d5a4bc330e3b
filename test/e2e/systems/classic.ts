import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { accessibilityProblems } from '../accessibility.js';
import type { Person } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import {
  addressIn,
  callApi,
  createCredential,
  paste,
  requestAccess,
  revealMasked,
  rowOf,
  takeMasked,
} from '../steps.js';
import { story } from '../story.js';

const name = 'Orders key';

/** The older edition of Amplify, at the demo on this stage. */
export const classicStory = (shared: Stage): void =>
  void describe('Amplify, the older edition: a secret is shown once', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Person;

    step('stays in the marketplace that was chosen', async () => {
      ada = await stage.signIn('Ada Park');
      const { page } = ada;
      await page.getByText('Marketplace', { exact: true }).first().click();
      await page
        .getByRole('list', { name: 'Marketplaces' })
        .getByRole('link', { name: /classic/ })
        .click();
      await page.getByRole('link', { name: 'Commerce', exact: true }).click();
      await page.getByRole('heading', { name: 'Commerce' }).waitFor();
      await page.getByRole('link', { name: 'Applications', exact: true }).click();
      await page.getByRole('link', { name: 'Shop web' }).click();
      await page.getByRole('heading', { name: 'Shop web' }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('marketplace'), 'amplify-classic');
      assert.match(await page.title(), /Acme Marketplace, classic$/);
    });

    step('shows the secret once, until it has been taken', async () => {
      const { page } = ada;
      const request = { product: 'Commerce', resource: 'Orders API', application: 'Shop web' };
      const panel = await requestAccess(page, { ...request, marketplace: 'amplify-classic' });
      await createCredential(panel, { type: 'API key', name });
      await revealMasked(panel);
      await page.keyboard.press('Escape');
      const question = page.getByRole('alertdialog', { name: 'Close without storing it?' });
      await question.getByText('It will not be shown again.').waitFor();
      await question.getByRole('button', { name: 'Go back' }).click();
      await question.waitFor({ state: 'hidden' });
      await takeMasked(panel, 'API key');
    });

    step('calls the API with it, and offers nothing but to delete it', async () => {
      const { page } = ada;
      await page.goto(addressIn('amplify-classic', '/application.html?id=app_shop_web'));
      await paste(page.getByLabel('API key', { exact: true }));
      assert.match(await callApi(page), /GET \/gateway\/amplify-classic\/orders[^]*200 OK/);
      await rowOf(page, name).waitFor();
      assert.equal(await page.getByRole('button', { name: `View secret of ${name}` }).count(), 0);
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menu').waitFor();
      const actions = (await page.getByRole('menuitem').allInnerTexts()).join();
      assert.match(actions, /Delete credential/);
      assert.doesNotMatch(actions, /Suspend|Renew|Regenerate/);
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('all that without an error or a broken policy', () => assert.deepEqual(ada.record.problems, []));
  });
