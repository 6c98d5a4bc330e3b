import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './person.js';
import { openRequest, panelOf, requestAccess } from './steps.js';
import { setStage } from './stage.js';

describe('the rules about what can be chosen, for somebody in two teams', () => {
  const stage = setStage();
  let cleo: Person;

  before(async () => {
    cleo = await stage.signIn('Cleo Martin');
  });

  it('shows what cannot be chosen, and why', async () => {
    const panel = await openRequest(cleo.page, 'Commerce', 'Orders API');
    await panel.getByRole('group', { name: 'Team' }).waitFor();
    const trial = panel.getByRole('radio', { name: 'Storefront Trial' });
    assert.ok(await trial.isDisabled());
    await panel.getByText('It is not approved yet.').waitFor();
    assert.ok(await panel.getByRole('radio', { name: 'Logistics 2025' }).isDisabled());
  });

  it('narrows the applications to the team of the subscription', async () => {
    const panel = panelOf(cleo.page, 'Request access to Orders API');
    await panel.getByText('Logistics Bronze', { exact: true }).click();
    const others = panel.getByText('It belongs to a different team than what you chose.');
    await others.first().waitFor();
    assert.ok(await panel.getByRole('radio', { name: 'Shop web' }).isDisabled());
    assert.ok(await panel.getByRole('radio', { name: 'Dispatch' }).isChecked(), 'the only one left is chosen');
    assert.equal(await panel.getByLabel('Name', { exact: true }).inputValue(), 'Orders API for Dispatch');
  });

  it('says that a plan leaves the resource out', async () => {
    const panel = await openRequest(cleo.page, 'Commerce', 'Invoices API');
    assert.ok(await panel.getByRole('radio', { name: 'Logistics Bronze' }).isDisabled());
    await panel.getByText('The plan of this subscription does not include this API.').first().waitFor();
  });

  it('explains a duplicate before it is sent', async () => {
    const { page } = cleo;
    const request = { product: 'Weather', resource: 'Forecast API', application: 'Dispatch', hasTerms: true };
    await requestAccess(page, request);
    const panel = await openRequest(page, request.product, request.resource);
    await panel.getByText(/^Already requested on/).waitFor();
    assert.ok(await panel.getByRole('radio', { name: 'Dispatch' }).isDisabled());
    await panel.getByRole('button', { name: 'View request' }).click();
    await panel.getByRole('heading', { name: 'Forecast API for Dispatch' }).waitFor();
  });

  it('has printed no error and broken no policy', () => assert.deepEqual(cleo.record.problems, []));
});
