import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { accessibilityProblems } from '../accessibility.js';
import type { Person } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import {
  addressIn,
  callApi,
  callUntil,
  change,
  copyIdentifier,
  createInList,
  openHistory,
  paste,
  revealMasked,
  rowOf,
  takeMasked,
} from '../steps.js';
import { story } from '../story.js';

const screen = addressIn('mparticle', '/api-credentials.html');
const name = 'Plan importer';
const token = /^\/oauth\/mparticle\//;
const gateway = /^\/gateway\/mparticle\//;

/** mParticle, at the demo on this stage. */
export const mparticleStory = (shared: Stage): void =>
  void describe('mParticle: one screen for admins, and grants that can be changed', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Person;
    let cleo: Person;

    step('explains to somebody without the role whom to ask', async () => {
      cleo = await stage.signIn('Cleo Martin');
      const { page } = cleo;
      await page.goto(screen);
      await page.getByText('Your role does not include credentials').waitFor();
      await page.getByText(/managed by people with the role Admin or Compliance Admin/).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Create credential' }).count(), 0);
      assert.ok(!(await page.getByRole('region', { name: 'Try it' }).isVisible()));
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('creates a credential that may read the plans of one workspace', async () => {
      ada = await stage.signIn('Ada Park');
      const { page } = ada;
      await page.goto(screen);
      const panel = await createInList(page.locator('credential-list'), name, async (form) => {
        await form.getByRole('checkbox', { name: 'Data Planning API' }).check();
        await form.getByText('Read-only', { exact: true }).click();
        await form.getByText('Web', { exact: true }).click();
        assert.deepEqual(await accessibilityProblems(page), []);
      });
      await revealMasked(panel);
      await takeMasked(panel, 'Client secret');
      await paste(page.getByLabel('Client secret', { exact: true }));
      await rowOf(page, name)
        .getByText(/Data Planning API: Read-only · Web/)
        .waitFor();
      await copyIdentifier(page, 'Client ID', name);
      await paste(page.getByLabel('Client ID', { exact: true }));
    });

    step('is let through where it is granted, and nowhere else', async () => {
      const { page, record } = ada;
      record.expect({ path: gateway, status: 403 });
      await page.getByLabel('Resource').selectOption({ label: 'Data Planning API' });
      assert.match(await callApi(page), /POST \/oauth\/mparticle\/token[^]*200 OK[^]*checkout/);
      await page.getByLabel('Example').selectOption({ label: 'Create a plan' });
      assert.match(await callApi(page), /POST \/gateway[^]*403[^]*permission does not allow that/);
      await page.getByLabel('Example').selectOption({ label: 'The plans of one workspace' });
      await page.getByLabel('Path').fill('platform/v2/workspaces/ws_storefront_ios/plans');
      assert.match(await callApi(page), /403[^]*part of the organisation that the credential is not for/);
    });

    step('may write in another workspace as soon as that is granted, under the same secret', async () => {
      const { page } = ada;
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Edit credential' }).click();
      const panel = page.getByRole('dialog', { name: 'Edit credential' });
      await panel.getByText('Read and write', { exact: true }).click();
      await panel.getByText('iOS', { exact: true }).click();
      await panel.getByRole('button', { name: 'Save changes' }).click();
      await panel.waitFor({ state: 'hidden' });
      await rowOf(page, name)
        .getByText(/Data Planning API: Read and write · 2 workspaces/)
        .waitFor();
      await page.getByLabel('Example').selectOption({ label: 'Create a plan' });
      await page.getByLabel('Path').fill('platform/v2/workspaces/ws_storefront_ios/plans');
      await callUntil(page, /201[^]*Example plan/);
    });

    step('gets no token while it is inactive', async () => {
      const { page, record } = ada;
      await change(page, name, 'Suspend credential', 'Inactive');
      record.expect({ path: token, status: 401 });
      assert.match(await callApi(page), /401[^]*No access token was issued/);
      await change(page, name, 'Enable credential', 'Active');
      assert.match(await callApi(page), /201/);
    });

    step('keeps who changed what it may do', async () => {
      const history = await openHistory(ada.page, name);
      await history.getByText(/^What it may do: from “.+” to “.+”/).waitFor();
      assert.deepEqual(await accessibilityProblems(ada.page), []);
      await history.getByRole('button', { name: 'Close' }).click();
      await history.waitFor({ state: 'hidden' });
    });

    step('is deleted by one click and a confirmation', async () => {
      const { page } = ada;
      await page.getByRole('button', { name: `Delete ${name}` }).click();
      const confirmation = page.getByRole('alertdialog');
      await confirmation.getByRole('textbox').fill(name);
      await confirmation.getByRole('button', { name: 'Delete credential' }).click();
      await rowOf(page, name).waitFor({ state: 'detached' });
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('all that without an error or a broken policy', () => {
      assert.deepEqual(ada.record.problems, []);
      assert.deepEqual(cleo.record.problems, []);
    });
  });
