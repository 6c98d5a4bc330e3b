import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type * as client from '../../../src/index.js';
import type { Page } from 'playwright-core';
import { eventually } from '../../demo/support/person.js';
import { pageWith, setStaticSite, type OpenPage } from './static-site.js';

const base = 'base-url="/amplify/v1"';

describe('the elements in static pages, from the built bundle', () => {
  const site = setStaticSite();

  /** Opens a page, waits for a text in it, and sees to it that nothing went wrong. */
  async function shows(html: string, text: string, files?: Record<string, string>): Promise<OpenPage> {
    const opened = await site.open(html, files);
    await opened.page.getByText(text).first().waitFor();
    assert.deepEqual(opened.record.problems, []);
    return opened;
  }

  let credentialId = '';

  before(async () => {
    const { agent, asPerson } = site.marketplace('amplify');
    const ada = asPerson('ada');
    const place = { resourceId: 'orders', applicationId: 'app_shop_web' };
    const { subscriptions } = await ada.resources.accessOptions('orders', place);
    await ada.accessRequests.create({
      ...place,
      name: 'Orders for Shop web',
      subscriptionId: subscriptions.find(({ allowed }) => allowed)?.id ?? '',
      data: { purpose: 'build', callsPerDay: 100 },
    });
    await agent.work();
    ({ id: credentialId } = await ada.credentials.create({ ...place, name: 'CI key', typeId: 'api-key', data: {} }));
    await agent.work();
  });

  describe('alone, with attributes', () => {
    it('<credential-list>', async () => {
      await shows(pageWith(`<credential-list ${base} application-id="app_shop_web"></credential-list>`), 'CI key');
    });

    it('<access-request-list>', async () => {
      await shows(
        pageWith(`<access-request-list ${base} application-id="app_shop_web"></access-request-list>`),
        'Orders for Shop web',
      );
    });

    it('<access-request-form>', async () => {
      await shows(
        pageWith(`<access-request-form ${base} resource-id="orders"></access-request-form>`),
        'Request access to Orders',
      );
    });

    it('<credential-form>', async () => {
      await shows(
        pageWith(`<credential-form ${base} application-id="app_shop_web" resource-id="orders"></credential-form>`),
        'Create credential',
      );
    });

    it('<secret-reveal>', async () => {
      await shows(
        pageWith(`<secret-reveal ${base} credential-id="${credentialId}"></secret-reveal>`),
        'The secret can be viewed for another',
      );
    });

    it('with an environment (E2)', async () => {
      const { page } = await shows(
        pageWith(`<credential-list base-url="/eqp/v1" environment="sandbox" creatable></credential-list>`),
        'No credentials yet',
      );
      assert.equal(await page.getByRole('radio').count(), 0, 'the page has chosen the environment already');
    });
  });

  describe('under a provider', () => {
    it('has its marketplace, environment and language', async () => {
      const { page } = await shows(
        pageWith(`<marketplace-provider base-url="/eqp/v1" environment="production" lang="de">
          <section><credential-list></credential-list></section></marketplace-provider>`),
        'Noch keine Zugangsdaten',
      );
      const environment = await page.locator('credential-list').evaluate((list) => Reflect.get(list, 'environment'));
      assert.equal(environment, 'production');
      await page
        .locator('marketplace-provider')
        .evaluate((provider) => provider.setAttribute('environment', 'sandbox'));
      await page.waitForFunction(
        () => Reflect.get(document.querySelector('credential-list')!, 'environment') === 'sandbox',
      );
    });

    it('uses a token function, tells when the session ends, and goes on after signing in again', async () => {
      site.tokens.set('first', 'ada');
      const { page, record } = await site.open(
        pageWith(
          `<marketplace-provider base-url="/amplify/v1"><credential-list application-id="app_shop_web"></credential-list></marketplace-provider>`,
          { head: '<script type="module" src="/portal.js"></script>' },
        ),
        {
          '/portal.js': `const provider = document.querySelector('marketplace-provider');
            globalThis.session = 'first';
            globalThis.expired = 0;
            provider.addEventListener('session-expired', () => (globalThis.expired += 1));
            provider.token = async () => globalThis.session;`,
        },
      );
      await page.getByText('CI key').waitFor();
      record.expect({ path: /\/amplify\/v1\//, status: 401 });
      site.tokens.clear();
      await page
        .locator('credential-list')
        .evaluate((list) => (list as HTMLElementTagNameMap['credential-list']).refresh());
      await page.getByText('Your session has ended').waitFor();
      assert.equal(await page.evaluate('expired'), 1);
      site.tokens.set('second', 'ada');
      await page.evaluate(`session = 'second'; document.querySelector('marketplace-provider').refresh()`);
      await page.getByText('Your session has ended').waitFor({ state: 'detached' });
      await page.getByText('CI key').waitFor();
      assert.deepEqual(record.problems, []);
    });
  });

  it('take a Marketplace of the page as a property', async () => {
    await shows(
      pageWith('<credential-list application-id="app_shop_web"></credential-list>', {
        head: '<script type="module" src="/portal.js"></script>',
      }),
      'CI key',
      {
        '/portal.js': `import { createMarketplaceClient } from '/latchkey/client.js';
          const client = createMarketplaceClient({ baseUrl: '/amplify/v1' });
          document.querySelector('credential-list').marketplace = client;`,
      },
    );
  });

  it('share one client, and hear what another one changes', async () => {
    const { page } = await shows(
      pageWith(`<credential-list id="a" ${base} application-id="app_shop_web"></credential-list>
        <credential-list id="b" ${base} resource-id="orders"></credential-list>
        <access-request-list ${base}></access-request-list>`),
      'CI key',
    );
    await page.locator('#b').getByText('CI key').waitFor();
    await page.getByText('Orders for Shop web').first().waitFor();
    await eventually(() => Promise.resolve(site.streams > 0));
    await page.locator('#a').getByRole('button', { name: 'Actions for CI key' }).click();
    await page.locator('#a').getByRole('menuitem', { name: 'Suspend credential' }).click();
    await page.locator('#a').getByRole('button', { name: 'Suspend credential' }).click();
    await rowOf(page, '#b', 'CI key').getByText('Inactive').waitFor();
    assert.equal(site.streams, 1, 'one stream for all of them');
  });

  it('live with a second copy of the library on the page', async () => {
    const { page } = await shows(
      pageWith(
        `<marketplace-provider base-url="/amplify/v1"><credential-list application-id="app_shop_web"></credential-list></marketplace-provider>`,
        { head: '<script type="module" src="/copy/latchkey.js"></script>' },
      ),
      'CI key',
    );
    // Errors of one copy are known to the other.
    const isKnown = await page.evaluate(async () => {
      const load = (path: string) => import(path) as Promise<typeof client>;
      const one = await load('/latchkey/client.js');
      const other = await load('/copy/client.js');
      return other.isApiError(new one.ApiError('not-found', 'x'));
    });
    assert.equal(isKnown, true);
  });

  it('are in the language of the page, from its first words to its dialogs, whatever loads when', async () => {
    const { page } = await shows(
      pageWith(`<access-request-form ${base} resource-id="orders"></access-request-form>`, { lang: 'de-CH' }),
      'Zugriff auf Orders',
    );
    await page.getByRole('button', { name: 'Zugriff anfragen' }).waitFor();
  });

  it('take the font, the colours and the corners of the page, without a single ::part', async () => {
    const { page } = await shows(
      pageWith(`<credential-form ${base} application-id="app_shop_web" resource-id="orders"></credential-form>`, {
        head: '<link rel="stylesheet" href="/page.css">',
      }),
      'Create credential',
      {
        '/page.css': `:root { color-scheme: dark; font-family: Georgia; font-size: 18px;
          --latchkey-color-accent: rgb(1, 2, 3); --latchkey-radius-small: 13px; }`,
      },
    );
    const looks = await page.getByRole('button', { name: 'Create credential', exact: true }).evaluate((button) => {
      const { fontFamily, fontSize, borderRadius, backgroundColor, colorScheme } = getComputedStyle(button);
      return { fontFamily, fontSize, borderRadius, backgroundColor, colorScheme };
    });
    assert.deepEqual(looks, {
      fontFamily: 'Georgia',
      fontSize: '18px',
      borderRadius: '13px',
      backgroundColor: 'rgb(1, 2, 3)',
      colorScheme: 'dark',
    });
  });
});

const rowOf = (page: Page, list: string, name: string) => page.locator(list).getByRole('row').filter({ hasText: name });
