import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from '../accessibility.js';
import { eventually } from '../../demo/support/person.js';
import type { Person } from '../person.js';
import { setStage, type Stage } from '../stage.js';
import {
  addressIn,
  chooseAction,
  copyIdentifier,
  createInList,
  openHistory,
  paste,
  agreeToReveal,
  rowOf,
  takeMasked,
} from '../steps.js';
import { story } from '../story.js';

const keysPage = addressIn('eqp', '/access-keys.html');
const exchange = /^\/gateway\/eqp\/[^/]+\/rest\/v1\/app\/session\/token$/;
const name = 'Release robot';
const pair = { id: '', secret: '' };

/** Presses a button of the box for session tokens; answers what the page says then. */
async function press(page: Page, button: string): Promise<string> {
  const box = page.getByRole('region', { name: 'Get a session token, and call the API' });
  const answers = box.getByRole('article');
  if ((await answers.count()) > 0) await answers.first().evaluate((answer) => answer.parentElement?.replaceChildren());
  await box.getByRole('button', { name: button }).click();
  await answers.first().waitFor();
  return (await answers.allInnerTexts()).join('\n');
}

async function fillPair(page: Page): Promise<void> {
  await page.getByLabel('Application ID', { exact: true }).fill(pair.id);
  await page.getByLabel('Application secret', { exact: true }).fill(pair.secret);
}

/** Views the secret of the key, and fills the pair in. */
async function takePair(page: Page): Promise<void> {
  await page.getByRole('button', { name: `View secret of ${name}` }).click();
  const panel = page.getByRole('dialog', { name: 'View secret' });
  await agreeToReveal(panel);
  await takeMasked(panel, 'Application secret');
  pair.secret = await paste(page.getByLabel('Application secret', { exact: true }));
  await copyIdentifier(page, 'Application ID', name);
  pair.id = await paste(page.getByLabel('Application ID', { exact: true }));
}

/** EQP, at the demo on this stage. */
export const eqpStory = (shared: Stage): void =>
  void describe('EQP: sandbox and production apart, and session tokens', { concurrency: 1 }, () => {
    const stage = setStage(shared);
    const step = story();
    let ada: Person;
    let ben: Person;

    step('explains who is eligible for the sandbox', async () => {
      ben = await stage.signIn('Ben Osei');
      const { page } = ben;
      await page.goto(keysPage);
      await page.getByText('0 of 3 used').waitFor();
      await page.getByRole('link', { name: /^Sandbox/ }).click();
      await page.getByText(/partners of tier Silver and above/).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Create credential' }).count(), 0);
      assert.equal(new URL(page.url()).searchParams.get('environment'), 'sandbox');
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('makes a key for the sandbox, whose secret can be viewed at any time', async () => {
      ada = await stage.signIn('Ada Park');
      const { page } = ada;
      await page.goto(keysPage);
      await page.getByRole('link', { name: /^Sandbox/ }).click();
      const panel = await createInList(page.locator('credential-list'), name);
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'hidden' });
      await page.getByText('1 of 3 used').waitFor();
      await takePair(page);
      await takePair(page);
    });

    step('exchanges the pair for a session token, and calls the API with it', async () => {
      const { page } = ada;
      assert.match(await press(page, 'Get a session token'), /POST \/gateway\/eqp\/eqp-sandbox[^]*200 OK/);
      await page.getByText(/valid until/).waitFor();
      assert.match(await press(page, 'Call the API'), /200 OK[^]*Try-out \(sandbox\)/);
    });

    step('has the pair refused in production, where there is no key', async () => {
      const { page, record } = ada;
      await page.getByRole('link', { name: /^Production/ }).click();
      await page.getByText('0 of 3 used').waitFor();
      assert.equal(await rowOf(page, name).count(), 0);
      await fillPair(page);
      record.expect({ path: exchange, status: 403 });
      record.expect({ path: exchange, status: 401 });
      assert.match(await press(page, 'Get a session token'), /40[13][^]*The gateway refused/);
    });

    step('regenerates the pair: the old one stops at once, its session tokens live on', async () => {
      const { page } = ada;
      await page.goto(`${keysPage}&environment=sandbox`);
      await fillPair(page);
      await press(page, 'Get a session token');
      const confirmation = await chooseAction(page, name, 'Regenerate credential');
      await confirmation.getByText(/Session tokens that were already issued keep working/).waitFor();
      // Its name is asked for once the list knows that it is in use.
      const typed = confirmation.getByRole('textbox');
      if ((await typed.count()) > 0) await typed.fill(name);
      await confirmation.getByRole('button', { name: 'Regenerate credential' }).click();
      await confirmation.waitFor({ state: 'detached' });
      await rowOf(page, name).getByText('Active', { exact: true }).waitFor();
      assert.match(await press(page, 'Call the API'), /200 OK/);
      await eventually(async () => /401[^]*The gateway refused/.test(await press(page, 'Get a session token')));
      assert.match(await press(page, 'Call the API'), /200 OK/);
      const { id } = pair;
      await takePair(page);
      assert.notEqual(pair.id, id);
      assert.match(await press(page, 'Get a session token'), /200 OK/);
    });

    step('keeps who did what', async () => {
      const { page } = ada;
      const history = await openHistory(page, name);
      await history.getByText('Regenerated by Ada Park').waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
    });

    step('all that without an error or a broken policy', async () => {
      assert.deepEqual(ada.record.problems, []);
      assert.deepEqual(ben.record.problems, []);
      assert.ok(pair.secret.length > 20);
      assert.deepEqual(stage.server.filesWith(pair.secret), []);
    });
  });
