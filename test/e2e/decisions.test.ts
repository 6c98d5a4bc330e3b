import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './person.js';
import {
  callApi,
  callUntil,
  createCredential,
  panelOf,
  paste,
  requestAccess,
  revealMasked,
  takeMasked,
} from './steps.js';
import { setStage } from './stage.js';

const name = 'Invoices API for Shop web';

describe('the decisions of the provider, as the consumer sees them without reloading', () => {
  const stage = setStage();
  let ada: Person;
  let priya: Person;

  /** The provider decides about the request, with a reason. */
  const decide = async (action: string, confirmLabel: string, reason: string): Promise<void> => {
    await priya.page.getByRole('button', { name: `${action}: ${name}` }).click();
    const confirmation = priya.page.getByRole('alertdialog');
    await confirmation.getByLabel('Reason').fill(reason);
    await confirmation.getByRole('button', { name: confirmLabel }).click();
    await confirmation.waitFor({ state: 'detached' });
  };

  before(async () => {
    ada = await stage.signIn('Ada Park');
    priya = await stage.signIn('Priya Shah');
    await priya.page.goto('/desk.html');
  });

  it('shows a rejection with its reason', async () => {
    const { page } = ada;
    await requestAccess(page, { product: 'Commerce', resource: 'Invoices API', application: 'Shop web' });
    await page.goto('/requests.html');
    const card = page.getByRole('listitem', { name });
    await card.getByText('In review', { exact: true }).waitFor();
    await decide('Reject', 'Reject request', 'How many calls will it be?');
    await card.getByText('Rejected', { exact: true }).waitFor();
    await card.getByText('How many calls will it be?').waitFor();
  });

  it('lets the request be changed and sent again', async () => {
    const { page } = ada;
    await page.getByRole('button', { name: `Edit and send again: ${name}` }).click();
    const card = page.getByRole('listitem', { name });
    await card.getByText('How many calls will it be?').first().waitFor();
    assert.equal(await card.getByLabel('Expected calls per day').inputValue(), '500');
    await card.getByLabel('Expected calls per day').fill('20');
    await card.getByRole('button', { name: 'Send again' }).click();
    await card.getByText('In review', { exact: true }).waitFor();
    await decide('Approve', 'Approve request', 'That is fine');
    await card.getByText('Ready', { exact: true }).waitFor();
  });

  it('has calls refused once access is taken back', async () => {
    const { page } = ada;
    await page.goto('/application.html?id=app_shop_web');
    await page.getByRole('button', { name: 'Create credential', exact: true }).click();
    const panel = panelOf(page, 'Create a credential');
    await createCredential(panel, { type: 'API key', name: 'Invoices key' });
    await revealMasked(panel);
    await takeMasked(panel, 'API key');
    await paste(page.getByLabel('API key', { exact: true }));
    assert.match(await callApi(page), /200 OK/);

    await priya.page.getByRole('tab', { name: 'All requests' }).click();
    await decide('Revoke access', 'Revoke access', 'The trial is over');
    const card = page.getByRole('listitem', { name });
    await card.getByText('Revoked', { exact: true }).waitFor();
    ada.record.expect({ path: /^\/gateway\//, status: 403 });
    await callUntil(page, /403[^]*no active access to this API/);
  });

  it('has printed no error and broken no policy', () => {
    assert.deepEqual(ada.record.problems, []);
    assert.deepEqual(priya.record.problems, []);
  });
});
