import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility.js';
import { clientOf, type Person } from './person.js';
import { setStage } from './stage.js';
import {
  chooseAction,
  createCredential,
  finish,
  openRequest,
  panelOf,
  requestAccess,
  restOf,
  revealMasked,
} from './steps.js';

type Pages = Record<string, string>;

/** The pages of a consumer, and what is there once a page has all it shows. */
const consumerPages: Pages = {
  '/': 'Five marketplaces',
  '/products.html': 'Your applications',
  '/product.html?id=commerce': 'Plans',
  '/product.html?id=commerce&tab=resources': 'Invoices API for Shop web',
  '/product.html?id=commerce&tab=subscriptions': 'Storefront Gold',
  '/product.html?id=nothing': 'This does not exist, or it belongs to another team.',
  '/applications.html': 'Create an application',
  '/application.html?id=app_shop_web': 'Shop web key',
  '/application.html?id=app_shop_mobile': 'This application has no access to any API yet.',
  '/application.html?id=app_dispatch': 'This does not exist, or it belongs to another team.',
  '/credentials.html': 'Shop web key',
  '/requests.html': 'Orders API for Shop web',
  '/desk.html': 'This desk is for providers.',
  '/sign-in.html': 'Cleo Martin',
  '/nowhere': 'Page not found',
};

/** Those in other marketplaces. */
const otherPages: Pages = {
  '/products.html?marketplace=amplify-classic': 'Your applications',
  '/api-keys.html?marketplace=ibm': 'Dashboard key',
  '/api-keys.html?marketplace=ibm&api=pricing': 'This API is not exposed',
  '/api-credentials.html?marketplace=mparticle': 'Profile reader',
  '/access-keys.html?marketplace=eqp': '0 of 3 used',
  '/access-keys.html?marketplace=eqp&environment=sandbox': 'Sandbox robot',
  '/settings.html?marketplace=mparticle': 'The same as the real time.',
  '/share': 'Open the link that you were sent',
};

const providerPages: Pages = {
  '/': 'Waiting for you',
  '/product.html?id=commerce&tab=resources': 'Invoices API for Shop web',
  '/applications.html': 'Applications belong to teams',
  '/credentials.html': 'Shop web key',
  '/desk.html': 'Waiting for your decision',
  '/desk.html?tab=all': 'Orders API for Warehouse hub',
  '/desk.html?marketplace=ibm': 'Exposed APIs',
  '/desk.html?marketplace=eqp': 'No credential waits to be set up.',
  '/api-keys.html?marketplace=ibm': 'Dashboard key',
};

/** What somebody sees whose team has been here for a while. */
const settledPages: Pages = {
  '/': 'expiring in 30 days',
  '/product.html?id=weather': 'Terms: Weather data terms, 2026-03',
  '/application.html?id=app_warehouse': 'The gateway of the second site was out of service',
  '/credentials.html?risk=unused': 'Spreadsheet add-in',
  '/requests.html?state=withdrawn': 'Invoices for credit notes',
  '/credentials.html?marketplace=amplify-classic': 'Trade fair demo',
  '/api-keys.html?marketplace=ibm': 'Ceramics by Lund',
  '/api-credentials.html?marketplace=mparticle': 'Agency onboarding',
  '/access-keys.html?marketplace=eqp': 'The limit is reached',
  '/access-keys.html?marketplace=eqp&environment=sandbox': 'Release rehearsal',
};

/** How far a page is wider than its window, in pixels. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How much has moved by itself since the page was opened; up to 0.1 is good. https://web.dev/articles/cls */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);

/** Shows the page as it is in the light, or in the dark. */
async function setScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** Opens a page, and looks at it in light and dark; for barriers in one of them. */
async function checkPage(page: Page, address: string, sign: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.goto(address);
  await restOf(page, page.locator('main').getByText(sign));
  assert.ok((await layoutShift(page)) <= 0.1, `${address} moves while it loads`);
  for (const shown of ['light', 'dark'] as const) {
    await setScheme(page, shown);
    assert.equal(await overflow(page), 0, `${address} is wider than the window`);
    if (shown === scheme) assert.deepEqual(await accessibilityProblems(page), [], address);
  }
}

/** Credentials in the marketplaces where none needs a journey first. */
async function putCredentials(ada: Person): Promise<void> {
  const ibm = await clientOf(ada, 'ibm');
  await ibm.credentials.create({ name: 'Dashboard key', typeId: 'internal', resourceId: 'inventory', data: {} });
  await ibm.credentials.create({ name: 'Partner key', typeId: 'external', resourceId: 'inventory', data: {} });
  const mparticle = await clientOf(ada, 'mparticle');
  await mparticle.credentials.create({
    name: 'Profile reader',
    typeId: 'oauth-secret',
    grants: [
      { resourceId: 'profile', permissionId: 'read-only', scopeIds: ['ws_storefront_web', 'ws_storefront_ios'] },
      { resourceId: 'platform', permissionId: 'user' },
    ],
    data: {},
  });
  const eqp = await clientOf(ada, 'eqp');
  await eqp.credentials.create({
    name: 'Sandbox robot',
    typeId: 'session-pair',
    environment: 'sandbox',
    resourceId: 'eqp-sandbox',
    data: {},
  });
}

describe('the pages of the portal', () => {
  const stage = setStage();
  let ada: Person;
  let adaElsewhere: Person;
  let priya: Person;
  let mira: Person;

  const checkState = async (): Promise<void> => assert.deepEqual(await accessibilityProblems(ada.page), []);

  before(async () => {
    ada = await stage.signIn('Ada Park');
    adaElsewhere = await stage.signIn('Ada Park');
    priya = await stage.signIn('Priya Shah');
    mira = await stage.signIn('Mira Okafor');
    await putCredentials(ada);
  });

  describe('in every state of the journey', () => {
    it('has an accessible form, also with its problems', async () => {
      const panel = await openRequest(ada.page, 'Commerce', 'Invoices API');
      await restOf(ada.page, panel.getByLabel('Expected calls per day'));
      await checkState();
      await panel.getByRole('button', { name: 'Request access', exact: true }).click();
      await panel.getByText(/problems with what you entered/).waitFor();
      await checkState();
    });

    it('has an accessible pending request', async () => {
      await requestAccess(ada.page, { product: 'Commerce', resource: 'Invoices API', application: 'Shop web' });
      await checkState();
    });

    it('has an accessible form for a credential, and an accessible credential', async () => {
      const request = { product: 'Commerce', resource: 'Orders API', application: 'Shop web' };
      const panel = await requestAccess(ada.page, request);
      await panel.getByRole('heading', { name: 'Create a credential' }).waitFor();
      await restOf(ada.page, panel.getByLabel('Name', { exact: true }));
      await checkState();
      await createCredential(panel, { type: 'API key', name: 'Shop web key' });
      await checkState();
    });

    it('has an accessible secret: asked for, masked, shown', async () => {
      const panel = panelOf(ada.page, 'Request access to Orders API');
      await panel.getByRole('button', { name: /^View secret/ }).click();
      await panel.getByRole('group', { name: 'Show the secret' }).waitFor();
      await checkState();
      await panel.getByRole('button', { name: 'Cancel' }).click();
      await revealMasked(panel);
      await checkState();
      await panel.getByRole('button', { name: 'Show API key' }).click();
      await checkState();
      await panel.getByRole('checkbox', { name: 'I have stored it' }).check();
      await finish(panel);
    });

    it('has an accessible menu and confirmation', async () => {
      const { page } = ada;
      await page.goto('/application.html?id=app_shop_web');
      await restOf(page, page.getByRole('button', { name: 'Actions for Shop web key' }));
      await page.getByRole('button', { name: 'Actions for Shop web key' }).click();
      await page.getByRole('menu').waitFor();
      await checkState();
      await page.keyboard.press('Escape');
      const confirmation = await chooseAction(page, 'Shop web key', 'Suspend credential');
      await checkState();
      await confirmation.getByRole('button', { name: 'Cancel' }).click();
      await confirmation.waitFor({ state: 'detached' });
    });

    it('has an accessible answer of the API', async () => {
      const { page } = ada;
      ada.record.expect({ path: /^\/gateway\//, status: 401 });
      await page.getByRole('button', { name: 'Call the API' }).click();
      await page.getByText('Paste it here first.').waitFor();
      await checkState();
      await page.getByLabel('API key', { exact: true }).fill('no-key-at-all');
      await page.getByRole('button', { name: 'Call the API' }).click();
      await page.getByText(/it knows no such credential/).waitFor();
      await checkState();
    });

    it('has accessible details of a request', async () => {
      await priya.page.goto('/desk.html');
      await restOf(priya.page, priya.page.getByRole('button', { name: 'Details: Invoices API for Shop web' }));
      await priya.page.getByRole('button', { name: 'Details: Invoices API for Shop web' }).click();
      await priya.page.getByText('Building an application').waitFor();
      assert.deepEqual(await accessibilityProblems(priya.page), []);
      await priya.page.getByRole('button', { name: 'Reject: Invoices API for Shop web' }).click();
      await priya.page.getByRole('alertdialog').waitFor();
      assert.deepEqual(await accessibilityProblems(priya.page), []);
    });
  });

  for (const [width, scheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const)
    describe(`${width} px wide`, { concurrency: 3 }, () => {
      const check = (title: string, pages: Pages, personOf: () => Person): void =>
        void describe(title, { concurrency: 1 }, () => {
          before(async () => {
            const { page, record } = personOf();
            record.expect({ path: /\/(products|applications)\/[^/]+$/, status: 404 });
            record.expect({ path: /^\/nowhere$/, status: 404 });
            await page.setViewportSize({ width, height: 800 });
          });
          for (const [address, sign] of Object.entries(pages))
            it(`shows ${address}`, () => checkPage(personOf().page, address, sign, scheme));
        });
      check('to a consumer', consumerPages, () => ada);
      check('to the same in other marketplaces', otherPages, () => adaElsewhere);
      check('to a provider', providerPages, () => priya);
      check('to somebody who has been here for a while', settledPages, () => mira);
    });

  it('leads from each marketplace to the others', async () => {
    const { page } = ada;
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/settings.html');
    for (const [name, heading] of [
      ['Acme API Management', 'API keys'],
      ['Acme Customer Data', 'API credentials'],
      ['Acme Extensions', 'Access keys'],
      ['Acme Marketplace, classic', 'Products'],
    ] as const) {
      await page.locator('.switcher summary').click();
      await page.getByRole('list', { name: 'Marketplaces' }).waitFor();
      assert.deepEqual(await accessibilityProblems(page), []);
      assert.equal(await overflow(page), 0);
      await page.getByRole('list', { name: 'Marketplaces' }).getByRole('link', { name }).click();
      await restOf(page, page.getByRole('heading', { name: heading, exact: true }));
    }
    await page.locator('.switcher summary').click();
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Marketplaces' }).waitFor({ state: 'hidden' });
    await page.goto('/applications.html?marketplace=ibm');
    await page.getByRole('heading', { name: 'Applications' }).waitFor();
    await page.waitForURL(({ search }) => search === ''); // a page is in a marketplace that it is for
  });

  it('keeps the theme that was chosen', async () => {
    const { page } = ada;
    await page.goto('/');
    await page.locator('.person summary').click();
    await page.getByRole('radio', { name: 'Light' }).check();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.goto('/settings.html');
    await page.getByRole('radio', { name: 'Light', checked: true }).first().waitFor();
    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'light');
    await page.getByRole('radio', { name: 'System' }).check();
  });

  it('keeps what is looked at of a list in its address, and goes back', async () => {
    const { page } = mira;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/credentials.html');
    await page.getByRole('button', { name: 'Never used (2)' }).click();
    await page.getByRole('row').filter({ hasText: 'Zapier bridge' }).waitFor({ state: 'detached' });
    await page.waitForURL((url) => url.searchParams.get('risk') === 'unused');
    await page.reload();
    await page.getByRole('row').filter({ hasText: 'Spreadsheet add-in' }).waitFor();
    assert.equal(await page.getByRole('row').filter({ hasText: 'Zapier bridge' }).count(), 0);
    await page.goBack();
    await page.getByRole('row').filter({ hasText: 'Zapier bridge' }).waitFor();
  });

  it('switches the environment in place, and goes back', async () => {
    const { page } = mira;
    await page.goto('/access-keys.html?marketplace=eqp');
    await page.evaluate(() => void Object.assign(window, { mark: true }));
    await page.getByRole('link', { name: /^Sandbox/ }).click();
    await page.getByText('Release rehearsal').waitFor();
    await page.waitForURL((url) => url.searchParams.get('environment') === 'sandbox');
    await page.goBack();
    await page.getByText('Sales report').waitFor();
    assert.ok(await page.evaluate(() => 'mark' in window), 'the page was loaded again');
  });

  it('has its elements speak another language, says which is which, and keeps it', async () => {
    const { page } = mira;
    await page.goto('/credentials.html');
    await restOf(page, page.getByRole('row').filter({ hasText: 'Spreadsheet add-in' }));
    await page.locator('.language summary').click();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('columnheader', { name: 'Zuletzt verwendet' }).waitFor();
    const languages = (): Promise<string[]> =>
      page.evaluate(() =>
        [document.documentElement, document.querySelector('credential-list')!].map(({ lang }) => lang),
      );
    assert.deepEqual(await languages(), ['en', 'de']);
    await page.getByRole('link', { name: 'Requests' }).waitFor();
    await page.reload();
    await restOf(page, page.getByRole('row').filter({ hasText: 'Spreadsheet add-in' }));
    await page.getByRole('columnheader', { name: 'Zuletzt verwendet' }).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.locator('.language summary').click();
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByRole('columnheader', { name: 'آخر استخدام' }).waitFor();
    assert.equal(await page.locator('credential-list').getAttribute('dir'), 'rtl');
    assert.deepEqual(await languages(), ['en', 'ar']);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await overflow(page), 0);
    await page.locator('.language summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Create credential' }).waitFor();
    assert.deepEqual(await languages(), ['en', 'en']);
  });

  it('creates an application', async () => {
    const { page } = ada;
    await page.goto('/applications.html');
    await page.getByRole('button', { name: 'Create application' }).click();
    await page.getByText('Enter a name.').waitFor();
    await page.getByLabel('Name').fill('Price checker');
    await page.getByRole('button', { name: 'Create application' }).click();
    await page.getByRole('heading', { name: 'Price checker' }).waitFor();
  });

  it('leads back to the page that was asked for after signing in', async () => {
    const { page } = ada;
    await page.goto('/settings.html');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/requests.html');
    await page.getByRole('button', { name: 'Ben Osei' }).click();
    await page.getByRole('heading', { name: 'Access requests', exact: true }).waitFor();
    await page.getByText('Team Logistics').first().waitFor();
  });

  it('leads on from where nothing can be done yet', async () => {
    const { page } = ada;
    await page.goto('/credentials.html');
    await page.getByRole('button', { name: 'Create credential' }).click();
    const panel = panelOf(page, 'Create a credential');
    await panel.getByRole('link', { name: 'Find an API and request access' }).click();
    await page.getByRole('heading', { name: 'Products', exact: true }).waitFor();
    await page.goto('/product.html?id=nothing');
    await page.getByRole('link', { name: 'Back to Products' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
  });

  it('has printed no error and broken no policy', () => {
    for (const { record } of [ada, adaElsewhere, priya, mira]) assert.deepEqual(record.problems, []);
  });
});
