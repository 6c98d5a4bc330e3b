import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import type { SystemId } from '../../src/marketplace/index.js';
import { eventually } from '../demo/support/person.js';
import { keptBy } from './person.js';
import { setSecurityStage, type SecurityStage } from './security-stage.js';

/** A credential whose secret can be viewed: for as long as the system says. */
async function putCredential(stage: SecurityStage, system: SystemId, name: string): Promise<string> {
  const { asPerson } = stage.marketplace(system);
  const ada = asPerson('ada');
  const access = await ada.accessRequests.list({ applicationId: 'app_shop_web' });
  if (access.items.length === 0) {
    await ada.accessRequests.create({
      name: 'Orders',
      resourceId: 'orders',
      subscriptionId: 'sub_storefront_gold',
      applicationId: 'app_shop_web',
      data: { purpose: 'try', callsPerDay: 1 },
    });
    await eventually(async () => (await ada.accessRequests.list()).items[0]?.state === 'active');
  }
  const { id } = await ada.credentials.create({
    name,
    typeId: 'oauth-secret',
    applicationId: 'app_shop_web',
    resourceId: 'orders',
    data: {},
  });
  await eventually(async () => (await ada.credentials.get(id)).state === 'active');
  return id;
}

/** Whether a text is anywhere in the memory of a page's scripts, after everything that nobody needs has gone. */
async function memoryHolds(page: Page, text: string): Promise<boolean> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let rest = '';
  let isFound = false;
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    const part = rest + chunk;
    isFound ||= part.includes(text);
    rest = part.slice(-text.length);
  });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return isFound;
}

/** Looking into the memory of a page stops it: the secret must not hide by itself meanwhile. */
const revealOf = (system: SystemId, id: string): string =>
  `<secret-reveal base-url="/api/${system}/v1" credential-id="${id}" hide-after-ms="600000"></secret-reveal>`;

async function reveal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^View secret/ }).click();
  await page.getByRole('group', { name: 'Show the secret' }).getByRole('button', { name: 'View secret' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
}

/** Shows the secret. What looks for its text would itself keep it in memory. */
async function show(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show Client secret' }).click();
  await page.getByRole('button', { name: 'Hide Client secret' }).waitFor();
}

describe('the memory of a page (S6)', () => {
  const stage = setSecurityStage(['amplify', 'amplify-classic']);

  const lastSecret = (system: SystemId): string => {
    const secret = stage.secretsOf(system).at(-1);
    assert.ok(secret, 'a secret was handed out');
    return secret;
  };

  it('holds nothing of a secret once it is closed, however it was used', async () => {
    const page = await stage.openAlone(revealOf('amplify', await putCredential(stage, 'amplify', 'Closed key')));
    await reveal(page);
    const secret = lastSecret('amplify');
    assert.ok(await memoryHolds(page, secret), 'masked: this test would find it');
    await show(page);
    assert.ok(await memoryHolds(page, secret), 'shown: this test would find it');
    await page.getByRole('button', { name: 'How to call the API with it' }).click();
    await page.getByLabel('With the real secret').check();
    await page.getByLabel('Language').selectOption('java');
    await page.getByRole('button', { name: 'Copy Client secret' }).click();
    for (const name of ['Download .env', 'Download JSON', 'Download CSV']) {
      const file = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      await file;
    }
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: /^View secret/ }).waitFor();
    assert.equal(await memoryHolds(page, secret), false, 'closed');
    assert.equal((await keptBy(page)).includes(secret), false);
    await page.context().close();
  });

  it('holds nothing of a secret whose element is gone', async () => {
    const page = await stage.openAlone(revealOf('amplify', await putCredential(stage, 'amplify', 'Removed key')));
    await reveal(page);
    const secret = lastSecret('amplify');
    await show(page);
    await page.evaluate(() => document.querySelector('secret-reveal')?.remove());
    assert.equal(await memoryHolds(page, secret), false);
    await page.context().close();
  });

  it('holds nothing of a secret that was seen for the only time and stored', async () => {
    const system = 'amplify-classic';
    const page = await stage.openAlone(revealOf(system, await putCredential(stage, system, 'Once key')));
    await reveal(page);
    const secret = lastSecret(system);
    assert.ok(await memoryHolds(page, secret));
    await page.getByLabel('I have stored it').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('was viewed and is not shown again').waitFor();
    assert.equal(await memoryHolds(page, secret), false);
    await page.context().close();
  });

  it('holds nothing of what was entered once it was sent', async () => {
    const page = await stage.openAlone(
      '<access-request-form base-url="/api/amplify/v1" resource-id="orders"></access-request-form>',
    );
    const entered = ['CANARY', 'entered'].join('-');
    // The request itself says it again: only what the form keeps is looked for.
    await page.route('**/access-requests**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(entered, 'Orders') });
    });
    await page.getByText('Shop mobile', { exact: true }).click();
    await page.getByLabel('Name').fill(entered);
    await page.getByLabel('What do you want to do?').selectOption({ index: 1 });
    await page.getByLabel('Expected calls per day').fill('5');
    assert.ok(await memoryHolds(page, entered), 'this test would find it');
    await page.getByRole('button', { name: 'Request access' }).click();
    await page.getByText('Submitted').first().waitFor();
    assert.equal(await memoryHolds(page, entered), false);
    await page.context().close();
  });
});

describe('a page that allows no copying', () => {
  const stage = setSecurityStage(['amplify-classic']);
  const system = 'amplify-classic';

  it('D2: the browser refuses, nothing closes, the value is selected and the person is told how', async () => {
    const id = await putCredential(stage, system, 'Refused key');
    const { page, record } = await stage.open(revealOf(system, id), {
      headers: { 'permissions-policy': 'clipboard-write=()' },
    });
    await reveal(page);
    await page.getByRole('button', { name: 'Copy Client secret' }).press('Enter');
    await page.getByText('Copying was blocked by the browser').waitFor();
    const secret = stage.secretsOf(system).at(-1) ?? '';
    await page.waitForFunction((text) => getSelection()?.toString() === text, secret);
    assert.equal(await page.getByText('Copied', { exact: true }).count(), 0);
    // The browser's own copying is nobody's to forbid.
    await page.keyboard.press('ControlOrMeta+C');
    await page.getByText('Client secret copied.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('was viewed and is not shown again').waitFor();
    assert.deepEqual(
      record.problems.filter((problem) => !/clipboard/i.test(problem)),
      [],
    );
    await page.context().close();
  });
});

describe('closing the tab', () => {
  const stage = setSecurityStage(['amplify-classic']);
  const system = 'amplify-classic';

  it('asks while a secret that was seen once is not stored, and not afterwards', async () => {
    const page = await stage.openAlone(revealOf(system, await putCredential(stage, system, 'Tab key')));
    await reveal(page);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await eventually(() => Promise.resolve(asked.length === 1));
    assert.deepEqual(asked, ['beforeunload']);
    assert.equal(page.isClosed(), false);
    await page.getByLabel('I have stored it').check();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    assert.deepEqual(asked, ['beforeunload']);
  });

  it('asks before the way back, and stays when told so', async () => {
    const page = await stage.openAlone(revealOf(system, await putCredential(stage, system, 'Back key')));
    await page.evaluate(() => history.pushState(null, '', '#secret'));
    await reveal(page);
    const address = page.url();
    await page.evaluate(() => history.back());
    const question = page.getByRole('alertdialog', { name: 'Close without storing it?' });
    await question.waitFor();
    assert.equal(page.url(), address);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Show Client secret' }).waitFor();
    await page.evaluate(() => history.back());
    await page.getByRole('button', { name: 'Close and lose the secret' }).click();
    await page.waitForURL((url) => url.hash === '');
    await page.context().close();
  });
});
