import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { isFocused, openBrowserOf, tabTo, type Person } from './person.js';
import { panelOf, rowOf } from './steps.js';
import { setStage } from './stage.js';

describe('the core of the journey without a mouse', () => {
  const stage = setStage();
  let ben: Person;
  let page: Page;
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  before(async () => {
    ben = await openBrowserOf(stage.browser, stage.server.origin);
    page = ben.page;
  });

  it('signs in, and skips to the content', async () => {
    await page.goto('/');
    await tabTo(page.getByRole('button', { name: 'Ben Osei' }));
    await press('Enter');
    await page.locator('.person').getByText('Ben Osei').first().waitFor();
    await press('Tab');
    assert.ok(await isFocused(page.getByRole('link', { name: 'Skip to the content' })));
    await press('Enter');
    await tabTo(page.getByRole('link', { name: 'Acme Marketplace', exact: true }));
    await press('Enter');
    await tabTo(page.getByRole('link', { name: 'Commerce', exact: true }));
    await press('Enter');
  });

  it('asks for access', async () => {
    await tabTo(page.getByRole('tab', { name: 'Overview' }));
    await press('ArrowRight');
    assert.ok(await isFocused(page.getByRole('tab', { name: 'Resources' })));
    await tabTo(page.getByRole('button', { name: 'Request access to Orders API' }));
    await press('Enter');
    const panel = panelOf(page, 'Request access to Orders API');
    const purpose = panel.getByLabel('What do you want to do?');
    await tabTo(purpose);
    await page.keyboard.type('Building');
    await press('Tab');
    await page.keyboard.type('500');
    await press('Enter');
    await panel.getByText('Approved automatically').waitFor();
  });

  it('creates a credential', async () => {
    const panel = panelOf(page, 'Request access to Orders API');
    await tabTo(panel.getByRole('radio', { name: 'API key' }));
    await press('Space');
    await tabTo(panel.getByRole('button', { name: 'Create credential' }));
    await press('Enter');
    await panel.getByText('Active', { exact: true }).waitFor();
  });

  it('copies the secret, and gets back to where it came from', async () => {
    const panel = panelOf(page, 'Request access to Orders API');
    await tabTo(panel.getByRole('button', { name: /^View secret/ }));
    await press('Enter');
    await tabTo(panel.getByRole('group', { name: 'Show the secret' }).getByRole('button', { name: 'View secret' }));
    await press('Enter');
    await tabTo(panel.getByRole('button', { name: 'Copy API key', exact: true }));
    await press('Enter');
    await panel.getByText('Copied', { exact: true }).waitFor();
    await press('Escape');
    await panel.waitFor({ state: 'hidden' });
    assert.ok(await isFocused(page.getByRole('button', { name: 'Request access to Orders API' })));
  });

  it('calls the API', async () => {
    await page.goto('/application.html?id=app_dispatch');
    await tabTo(page.getByLabel('API key', { exact: true }));
    await press('ControlOrMeta+V', 'Enter');
    await page.getByText('ord_1001').waitFor();
  });

  it('suspends and deletes the credential from its menu', async () => {
    const name = 'Dispatch API key';
    const menu = page.getByRole('button', { name: `Actions for ${name}` });
    await tabTo(menu, { backwards: true });
    await press('ArrowDown');
    await goDownTo('Suspend credential');
    await press('Enter');
    await tabTo(page.getByRole('alertdialog').getByRole('button', { name: 'Suspend credential' }));
    await press('Enter');
    await rowOf(page, name).getByText('Inactive', { exact: true }).waitFor();
    assert.ok(await isFocused(menu), 'the focus is back at the menu');

    await press('Enter');
    await goDownTo('Delete credential');
    await press('Enter');
    const confirmation = page.getByRole('alertdialog');
    await confirmation.waitFor();
    if ((await confirmation.getByRole('textbox').count()) > 0) await page.keyboard.type(name);
    await tabTo(confirmation.getByRole('button', { name: 'Delete credential' }));
    await press('Enter');
    await rowOf(page, name).waitFor({ state: 'detached' });
  });

  /** Goes down in the open menu to an item. */
  async function goDownTo(action: string): Promise<void> {
    const item = page.getByRole('menuitem', { name: action });
    await item.waitFor();
    for (let presses = 0; presses < 10 && !(await isFocused(item)); presses++) await press('ArrowDown');
    assert.ok(await isFocused(item), `${action} can be reached`);
  }

  it('has printed no error and broken no policy', () => assert.deepEqual(ben.record.problems, []));
});
