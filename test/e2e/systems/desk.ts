import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems } from '../accessibility.js';
import type { Person } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import { openHistory, requestAccess } from '../steps.js';
import { story } from '../story.js';

const request = 'Invoices API for Shop web';
const key = 'Partner key';

/** Decides about something at the desk. */
async function decide(page: Page, button: string, label: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const question = page.getByRole('alertdialog');
  await question.getByLabel('Reason').fill(reason);
  await question.getByRole('button', { name: label }).click();
  await question.waitFor({ state: 'detached' });
}

/** The provider desk of Amplify, at the demo on this stage. */
export const deskStory = (shared: Stage): void =>
  void describe('the provider desk, and what comes of it for those who asked', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Person;
    let priya: Person;
    let panel: Locator;

    const section = (name: string): Locator => priya.page.getByRole('region', { name });

    step('counts what waits', async () => {
      ada = await stage.signIn('Ada Park');
      priya = await stage.signIn('Priya Shah');
      panel = await requestAccess(ada.page, { product: 'Commerce', resource: 'Invoices API', application: 'Shop web' });
      const { page } = priya;
      await page.getByText('3 requests wait for a decision').waitFor();
      await page.getByText('1 subscription waits for approval').waitFor();
      await page.getByRole('link', { name: 'Go to the provider desk' }).click();
      await page.getByRole('link', { name: '3 requests wait for a decision' }).waitFor();
      await decide(page, `Approve: ${request}`, 'Approve request', 'Welcome');
      await page.getByRole('link', { name: '2 requests wait for a decision' }).waitFor();
    });

    step('shows a credential that is to be set up by hand', async () => {
      await panel.getByRole('heading', { name: 'Create a credential' }).waitFor();
      await panel.getByText('Partner API key', { exact: true }).click();
      await panel.getByLabel('Name', { exact: true }).fill(key);
      await panel.getByRole('button', { name: 'Create credential' }).click();
      await panel.getByText('Pending', { exact: true }).waitFor();
      await section('Credentials to set up by hand').getByRole('heading', { name: key }).waitFor();
      assert.deepEqual(await accessibilityProblems(priya.page), []);
    });

    step('asks why it is not set up, and shows it among what has failed', async () => {
      const { page } = priya;
      await page.getByRole('button', { name: `Refuse: ${key}` }).click();
      const question = page.getByRole('alertdialog');
      await question.getByRole('button', { name: 'Refuse' }).click();
      await question.getByText('Say why: it is shown to the team.').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      await question.getByLabel('Reason').fill('The contract is not signed');
      await question.getByRole('button', { name: 'Refuse' }).click();
      await section('Failed').getByText('The contract is not signed').waitFor();
      await section('Credentials to set up by hand').getByRole('heading', { name: key }).waitFor({ state: 'detached' });
      await panel.getByText('The contract is not signed').waitFor();
    });

    step('sets it up after it was tried again', async () => {
      await panel.getByRole('button', { name: 'Try again' }).click();
      await decide(priya.page, `Set it up: ${key}`, 'Set it up', 'Signed now');
      await panel.getByText('Active', { exact: true }).waitFor();
      await section('Failed').getByRole('heading', { name: key }).waitFor({ state: 'detached' });
    });

    step('lets a subscription through', async () => {
      await ada.page.goto('/product.html?id=commerce&tab=subscriptions');
      const trial = ada.page.getByRole('row').filter({ hasText: 'Storefront Trial' });
      await trial.getByText('Waiting for approval').waitFor();
      await decide(priya.page, 'Approve: Storefront Trial', 'Approve', 'For a month');
      await section('Subscriptions waiting for approval').getByText('No subscription waits for approval.').waitFor();
      await trial.getByText('Active', { exact: true }).waitFor();
      await decide(ada.page, 'Cancel subscription: Storefront Trial', 'Cancel subscription', 'Done trying');
      await trial.getByText('Cancelled', { exact: true }).waitFor();
    });

    step('takes back what another plan leaves out', async () => {
      const { page } = ada;
      await page.getByRole('button', { name: 'Change plan: Storefront Gold' }).click();
      const question = page.getByRole('alertdialog');
      await question.getByText('Bronze', { exact: true }).click();
      assert.deepEqual(await accessibilityProblems(page), []);
      await question.getByRole('button', { name: 'Change plan' }).click();
      await page.getByRole('row', { name: /Storefront Gold Bronze/ }).waitFor();
      await priya.page.getByRole('tab', { name: 'All requests' }).click();
      const revoked = priya.page.getByRole('listitem', { name: request });
      await revoked.getByText('Revoked', { exact: true }).waitFor();
    });

    step('keeps who did what, and why', async () => {
      const { page } = ada;
      await page.goto('/application.html?id=app_shop_web');
      const panel = await openHistory(page, key);
      for (const words of ['Reason: The contract is not signed', 'Another try started by Ada Park'])
        await panel.getByText(words, { exact: true }).waitFor();
      await panel.getByText('Setting it up was refused by Priya Shah').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'hidden' });
      const card = page.getByRole('listitem', { name: request });
      await card.getByRole('button', { name: `Details: ${request}` }).click();
      await card.getByText('Welcome').first().waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('explains how a client without a secret calls', async () => {
      const { page } = ada;
      await page.getByLabel('Credential', { exact: true }).selectOption({ label: 'OAuth client ID & private key' });
      await page.getByText('private_key_jwt').waitFor();
      assert.ok(!(await page.getByRole('button', { name: 'Call the API' }).isVisible()));
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('all that without an error or a broken policy', () => {
      assert.deepEqual(ada.record.problems, []);
      assert.deepEqual(priya.record.problems, []);
    });
  });
