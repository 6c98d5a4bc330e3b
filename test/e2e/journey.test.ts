import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { keptBy, type Person } from './person.js';
import {
  callApi,
  change,
  chooseAction,
  copyIdentifier,
  copyMasked,
  createCredential,
  finish,
  panelOf,
  paste,
  requestAccess,
  agreeToReveal,
  revealMasked,
  rowOf,
  takeMasked,
} from './steps.js';
import { setStage } from './stage.js';
import { story } from './story.js';

const suspendedCall = { path: /^\/gateway\//, status: 403 };
const unknownCall = { path: /^\/gateway\//, status: 401 };
const refusedToken = { path: /^\/oauth\//, status: 401 };

/** A mark that a page loses when it is loaded again. */
const setMark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window, { mark: true }));
const hasMark = (page: Page): Promise<boolean> => page.evaluate(() => 'mark' in window);

describe('the journey from asking for access to a call of the API', () => {
  const stage = setStage();
  const step = story();
  let ada: Person;
  let priya: Person;
  /** The secrets of the story, as they were copied. */
  const secrets = { oldKey: '', key: '', clientSecret: '' };
  /** What Ada's page held while the secrets were there, but masked. */
  const maskedPages: string[] = [];

  step('signs in two people', async () => {
    ada = await stage.signIn('Ada Park');
    priya = await stage.signIn('Priya Shah');
    await ada.page.getByText('Team Storefront').first().waitFor();
  });

  step('asks for access to a resource that its provider reviews', async () => {
    const { page } = ada;
    const panel = await requestAccess(page, { product: 'Commerce', resource: 'Invoices API', application: 'Shop web' });
    await panel.getByText('In review by the provider').waitFor();
    assert.match(page.url(), /request=invoices/);
    await setMark(page);
  });

  step('follows the decision of the provider without reloading', async () => {
    await priya.page.getByText('3 requests wait for a decision').waitFor();
    await priya.page.getByRole('link', { name: 'Provider desk', exact: true }).click();
    await priya.page.getByRole('button', { name: 'Approve: Invoices API for Shop web' }).click();
    const confirmation = priya.page.getByRole('alertdialog');
    await confirmation.getByLabel('Reason').fill('Welcome aboard');
    await confirmation.getByRole('button', { name: 'Approve request' }).click();
    await priya.page.getByRole('tab', { name: 'All requests' }).click();
    const decided = priya.page.getByRole('listitem', { name: 'Invoices API for Shop web' });
    await decided.getByText(/^(Ready|Being set up)$/).waitFor();

    const panel = panelOf(ada.page, 'Request access to Invoices API');
    await panel.getByText('Ready', { exact: true }).waitFor();
    await panel.getByText('Welcome aboard').waitFor();
    await panel.getByRole('heading', { name: 'Create a credential' }).waitFor();
    assert.ok(await hasMark(ada.page), 'the page was loaded again');
  });

  step('goes straight on to a credential where access is approved automatically', async () => {
    const panel = await requestAccess(ada.page, {
      product: 'Commerce',
      resource: 'Orders API',
      application: 'Shop web',
    });
    await panel.getByText('Approved automatically').waitFor();
    await createCredential(panel, { type: 'API key', name: 'Orders key' });
    await panel.getByText(/can be viewed for another 2 days 23 hours/).waitFor();
  });

  step('guards a secret that nobody has taken, and copies it without showing it', async () => {
    const { page } = ada;
    const panel = panelOf(page, 'Request access to Orders API');
    await revealMasked(panel);
    maskedPages.push(await keptBy(page));
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog', { name: 'Close without storing it?' });
    await question.getByRole('button', { name: 'Go back' }).click();
    await question.waitFor({ state: 'hidden' });
    await copyMasked(panel, 'API key');
    maskedPages.push(await keptBy(page));
    await finish(panel);
  });

  step('calls the API with the key', async () => {
    const { page } = ada;
    await page.goto('/applications.html');
    await page.getByRole('link', { name: 'Shop web' }).click();
    await page.getByLabel('Resource').selectOption({ label: 'Orders API' });
    secrets.key = await paste(page.getByLabel('API key', { exact: true }));
    assert.match(secrets.key, /^lk_key_/);
    const answer = await callApi(page);
    assert.match(answer, /GET \/gateway\/amplify\/orders[^]*200 OK[^]*ord_1001/);
  });

  step('is refused while the key is suspended, and let through once it is enabled', async () => {
    const { page } = ada;
    await change(page, 'Orders key', 'Suspend credential', 'Inactive');
    ada.record.expect(suspendedCall);
    const refusal = await callApi(page);
    assert.match(refusal, /403[^]*this credential is suspended/);
    await change(page, 'Orders key', 'Enable credential', 'Active');
    assert.match(await callApi(page), /200 OK/);
  });

  step('renews the key, and has the old one work for as long as it was told to', async () => {
    const { page } = ada;
    secrets.oldKey = secrets.key;
    const confirmation = await chooseAction(page, 'Orders key', 'Renew credential');
    await confirmation.getByText('1 hour', { exact: true }).click();
    await confirmation.getByRole('button', { name: 'Renew credential' }).click();
    await rowOf(page, 'Orders key')
      .getByText(/Old secret works until/)
      .waitFor();
    await page.getByRole('button', { name: 'View secret of Orders key' }).click();
    const panel = panelOf(page, 'View secret');
    await agreeToReveal(panel);
    await takeMasked(panel, 'API key');
    assert.match(await callApi(page), /200 OK/);
    secrets.key = await paste(page.getByLabel('API key', { exact: true }));
    assert.notEqual(secrets.key, secrets.oldKey);
    assert.match(await callApi(page), /200 OK/);
  });

  step('creates an OAuth client on the page of the application, and calls the API with a token', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: 'Create credential', exact: true }).click();
    const panel = panelOf(page, 'Create a credential');
    await panel.getByText('Invoices API', { exact: true }).click();
    await createCredential(panel, { type: 'OAuth client ID & secret', name: 'Invoices client' });
    await revealMasked(panel);
    maskedPages.push(await keptBy(page));

    await takeMasked(panel, 'Client secret');

    await page.getByLabel('Resource').selectOption({ label: 'Invoices API' });
    await page.getByLabel('Credential', { exact: true }).selectOption({ label: 'OAuth client ID & secret' });
    secrets.clientSecret = await paste(page.getByLabel('Client secret', { exact: true }));
    await copyIdentifier(page, 'Client ID', 'Invoices client');
    await paste(page.getByLabel('Client ID', { exact: true }));
    const answer = await callApi(page);
    assert.match(answer, /POST \/oauth\/amplify\/token[^]*200 OK[^]*GET \/gateway\/amplify\/invoices[^]*inv_2001/);
  });

  step('gives a suspended OAuth client no token', async () => {
    const { page } = ada;
    await change(page, 'Invoices client', 'Suspend credential', 'Inactive');
    ada.record.expect(refusedToken);
    const refusal = await callApi(page);
    assert.match(refusal, /401[^]*No access token was issued/);
    await change(page, 'Invoices client', 'Enable credential', 'Active');
    assert.match(await callApi(page), /inv_2001/);
  });

  step('shows the secret on request, and lets go of it on close', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: 'View secret of Orders key' }).click();
    const panel = panelOf(page, 'View secret');
    await agreeToReveal(panel);
    await panel.getByRole('button', { name: 'Show API key' }).click();
    await panel.getByText(secrets.key, { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Hide API key' }).click();
    maskedPages.push(await keptBy(page));
    await takeMasked(panel, 'API key');
    maskedPages.push(await keptBy(page));
  });

  step('erases the secret when its window ends, and the key goes on working', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: 'View secret of Orders key' }).click();
    const panel = panelOf(page, 'View secret');
    await panel.getByText(/You can view it again until/).waitFor();

    await priya.page.locator('.person summary').click();
    await priya.page.getByRole('link', { name: 'Settings' }).click();
    await priya.page.getByRole('button', { name: 'Move by 3 days' }).click();
    await priya.page.getByText('Moved forward by 72 hours.').waitFor();

    await panel.getByText('The secret is no longer stored here').waitFor();
    await panel.getByText(/It still works on the gateway/).waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'hidden' });
    await page.getByLabel('Resource').selectOption({ label: 'Orders API' });
    await page.getByLabel('Credential', { exact: true }).selectOption({ label: 'API key' });
    await page.getByLabel('API key', { exact: true }).fill(secrets.key);
    assert.match(await callApi(page), /200 OK/);
    ada.record.expect(unknownCall);
    await page.getByLabel('API key', { exact: true }).fill(secrets.oldKey);
    assert.match(await callApi(page), /401[^]*it knows no such credential/, 'its hour is over');
    await page.getByLabel('API key', { exact: true }).fill(secrets.key);
  });

  step('deletes the key, which is refused from then on', async () => {
    const { page } = ada;
    const confirmation = await chooseAction(page, 'Orders key', 'Delete credential');
    await confirmation.getByLabel('To confirm, type “Orders key”').fill('Orders key');
    await confirmation.getByRole('button', { name: 'Delete credential' }).click();
    await rowOf(page, 'Orders key').waitFor({ state: 'detached' });
    ada.record.expect(unknownCall);
    const refusal = await callApi(page);
    assert.match(refusal, /401[^]*it knows no such credential/);
  });

  step('has given no secret away', async () => {
    maskedPages.push(await keptBy(ada.page));
    // What is no secret is found in all of these places: they are looked at.
    assert.ok((await ada.record.placesOf('Orders key')).length > 1);
    assert.ok(maskedPages.every((page) => page.includes('Orders key')));
    assert.notDeepEqual(stage.server.filesWith('Orders key'), []);
    for (const [name, secret] of Object.entries(secrets)) {
      assert.ok(secret.length > 20, name);
      assert.deepEqual(await ada.record.placesOf(secret), [], name);
      assert.deepEqual(await priya.record.placesOf(secret), [], name);
      assert.ok(!maskedPages.some((page) => page.includes(secret)), `${name} was in the page while it was masked`);
      assert.deepEqual(stage.server.filesWith(secret), [], name);
    }
  });

  step('has printed no error and broken no policy', () => {
    assert.deepEqual(ada.record.problems, []);
    assert.deepEqual(priya.record.problems, []);
  });
});
