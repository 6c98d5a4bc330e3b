import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems } from '../accessibility.js';
import { clientOf, keptBy, openBrowserOf, type Person } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import {
  addressIn,
  callApi,
  callUntil,
  chooseAction,
  copyIdentifier,
  createInList,
  openHistory,
  paste,
  revealMasked,
  rowOf,
  takeMasked,
} from '../steps.js';
import { story } from '../story.js';

const keysPage = addressIn('ibm', '/api-keys.html');
const gateway = /^\/gateway\/ibm\//;

/** The section of the keys for people inside the organisation, or outside. */
const keysFor = (page: Page, where: 'Inside' | 'Outside'): Locator =>
  page.getByRole('region', { name: `${where} your organisation` });

/** Uses the switch of an API, and confirms. */
async function turn(page: Page, from: string, label: string): Promise<void> {
  await page.getByRole('switch', { name: from, exact: true }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: label }).click();
  await question.waitFor({ state: 'detached' });
}

/** IBM API Management, at the demo on this stage. */
export const ibmStory = (shared: Stage): void =>
  void describe('IBM API Management: exposed APIs, and keys for people inside and outside', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Person;
    let priya: Person;
    let outsider: Person;
    let link = '';
    const secret = 'a-made-up-Secret-1234';

    step('leads from home to the APIs', async () => {
      ada = await stage.signIn('Ada Park');
      await ada.page.getByRole('link', { name: 'Acme API Management' }).last().click();
      await ada.page.getByRole('heading', { name: 'Inventory API' }).waitFor();
      assert.equal(new URL(ada.page.url()).searchParams.get('marketplace'), 'ibm');
    });

    step('lets nobody create a key until the API is exposed', async () => {
      const { page } = ada;
      await page.getByRole('link', { name: 'Pricing API' }).click();
      await page.getByRole('heading', { name: 'Pricing API' }).waitFor();
      const create = (disabled: boolean): Locator =>
        keysFor(page, 'Inside').getByRole('button', { name: 'Create credential', disabled });
      await keysFor(page, 'Inside').getByText('This API is not exposed').waitFor();
      await create(true).waitFor();
      await turn(page, 'Not exposed: Pricing API', 'Expose');
      await page.getByRole('switch', { name: 'Exposed: Pricing API', checked: true }).waitFor();
      await keysFor(page, 'Inside').getByText('This API is not exposed').waitFor({ state: 'detached' });
      await create(false).waitFor();
    });

    step('makes a key for the organisation, whose secret is shown once', async () => {
      const { page } = ada;
      await page.goto(keysPage);
      const panel = await createInList(keysFor(page, 'Inside'), 'Stock dashboard');
      await revealMasked(panel);
      await takeMasked(panel, 'Key secret');
      await paste(page.getByLabel('Key secret', { exact: true }));
      await keysFor(page, 'Inside').getByText('1 of 5 used').waitFor();
      assert.equal(await page.getByRole('button', { name: 'View secret of Stock dashboard' }).count(), 0);
    });

    step('calls the API with the pair', async () => {
      const { page } = ada;
      await copyIdentifier(page, 'Key ID', 'Stock dashboard');
      await paste(page.getByLabel('Key ID', { exact: true }));
      assert.match(await callApi(page), /GET \/gateway\/ibm\/inventory[^]*200 OK[^]*sku_lamp/);
    });

    step('has every call refused while the provider does not expose it', async () => {
      const { page } = ada;
      priya = await stage.signIn('Priya Shah');
      await priya.page.goto(addressIn('ibm', '/desk.html'));
      await turn(priya.page, 'Exposed: Inventory API', 'Stop exposing');
      await page.getByRole('switch', { name: 'Not exposed: Inventory API' }).waitFor();
      ada.record.expect({ path: gateway, status: 403 });
      await callUntil(page, /403[^]*this API is not exposed/);
      await turn(page, 'Not exposed: Inventory API', 'Expose');
      await priya.page.getByRole('switch', { name: 'Exposed: Inventory API', exact: true }).waitFor();
      await callUntil(page, /200 OK/);
    });

    step('makes a key for somebody outside, which works without a secret', async () => {
      const { page } = ada;
      const panel = await createInList(keysFor(page, 'Outside'), 'Partner shop');
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'hidden' });
      await rowOf(page, 'Partner shop').getByText('No secret set yet').waitFor();
      await copyIdentifier(page, 'Key ID', 'Partner shop');
      await paste(page.getByLabel('Key ID', { exact: true }));
      await page.getByLabel('Key secret', { exact: true }).fill('');
      assert.match(await callApi(page), /200 OK/);
    });

    step('shares a link, whose token leaves the address bar at once', async () => {
      const { page } = ada;
      const sharing = await chooseAction(page, 'Partner shop', 'Make a share link');
      await sharing.getByRole('button', { name: 'Make a link' }).click();
      link = await page.getByLabel('Link', { exact: true }).inputValue();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Copy link and close' }).click();
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      outsider = await openBrowserOf(stage.browser, stage.server.origin);
      await outsider.page.goto(link);
      await outsider.page.getByRole('heading', { name: 'Choose a secret' }).waitFor();
      assert.equal(outsider.page.url(), `${stage.server.origin}/share`);
      await outsider.page.getByText('X-IBM-Client-Secret').first().waitFor();
      assert.deepEqual(await accessibilityProblems(outsider.page), []);
    });

    step('says what is wrong with a secret, and keeps what was typed when sending fails', async () => {
      const { page } = outsider;
      const field = page.getByLabel('Secret', { exact: true });
      await field.fill('short');
      await page.getByText('Weak: easy to guess.').waitFor();
      await page.getByRole('button', { name: 'Set the secret' }).click();
      await page.getByText('Use at least 8 characters.').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      await field.fill(secret);
      await page.route('**/share/secret', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '60' } }));
      outsider.record.expect({ path: /\/share\/secret$/, status: 429 });
      await page.getByRole('button', { name: 'Set the secret' }).click();
      await page.getByText('What you entered is still here.').waitFor();
      assert.equal(await field.inputValue(), secret);
      await page.unroute('**/share/secret');
    });

    step('lets somebody outside set the secret, and shows it to nobody', async () => {
      const { page } = outsider;
      await page.getByRole('button', { name: 'Set the secret' }).click();
      await page.getByText('The secret is set.').waitFor();
      assert.equal(await page.getByLabel('Secret', { exact: true }).inputValue(), '');
      assert.ok(!(await keptBy(page)).includes(secret));
      assert.deepEqual(await accessibilityProblems(page), []);
      await rowOf(ada.page, 'Partner shop').getByText('Secret is set').waitFor();
    });

    step('asks for the secret in every call from then on', async () => {
      const { page } = ada;
      ada.record.expect({ path: gateway, status: 401 });
      await callUntil(page, /401[^]*this key has a secret/);
      await page.getByLabel('Key secret', { exact: true }).fill(secret);
      assert.match(await callApi(page), /200 OK/);
    });

    step('ends the link', async () => {
      const stopping = await chooseAction(ada.page, 'Partner shop', 'Stop sharing');
      await stopping.getByRole('button', { name: 'Stop sharing' }).click();
      await stopping.waitFor({ state: 'detached' });
      const { page, record } = outsider;
      record.expect({ path: /\/share$/, status: 401 });
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByText('This link does not work any more').waitFor();
      await page.goto('/share');
      await page.getByText('Open the link that you were sent').waitFor();
    });

    step('offers no sixth key, and says what makes place', async () => {
      const { page } = ada;
      const { credentials } = await clientOf(ada, 'ibm');
      for (const name of ['two', 'three', 'four', 'five'])
        await credentials.create({ name, typeId: 'internal', resourceId: 'inventory', data: {} });
      const inside = keysFor(page, 'Inside');
      await inside.getByText('5 of 5 used').waitFor();
      const create = { name: 'Create credential' };
      await inside.getByRole('button', { ...create, disabled: true }).waitFor();
      await keysFor(page, 'Outside')
        .getByRole('button', { ...create, disabled: false })
        .waitFor();
    });

    step('keeps who did what', async () => {
      const { page } = ada;
      const history = await openHistory(page, 'Partner shop');
      await history.getByText('Share link ended by Ada Park').waitFor();
      await history.getByText('Secret set through the share link').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('has given no secret away, printed no error and broken no policy', async () => {
      assert.deepEqual(ada.record.problems, []);
      assert.deepEqual(outsider.record.problems, []);
      assert.deepEqual(priya.record.problems, []);
      assert.deepEqual(stage.server.filesWith(secret), []);
    });
  });
