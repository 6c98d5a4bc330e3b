import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { SystemId } from '../../src/marketplace/index.js';
import { keptBy } from './person.js';
import { setSecurityStage, type SecurePage } from './security-stage.js';
import { chooseAction, copyMasked, createInList, finish, revealMasked, rowOf } from './steps.js';

const name = 'Canary key';

/** What a system's page holds, and how a credential is made on it. */
interface Journey {
  /** What stands in the provider. */
  body: string;
  /** Fills in what is asked for besides the name. */
  fill?(panel: Locator): Promise<void>;
  /** What its secret is called. */
  label: string;
  /** What may be done from the menu of a row, with the button that confirms it. */
  actions: [string, string][];
}

const applications = {
  body: `<access-request-form resource-id="orders" application-id="app_shop_web"></access-request-form>
    <access-request-list application-id="app_shop_web"></access-request-list>
    <credential-list creatable application-id="app_shop_web" resource-id="orders"></credential-list>`,
  fill: (panel: Locator) => panel.getByText('OAuth client ID & secret', { exact: true }).click(),
  label: 'Client secret',
};

const journeys: Record<SystemId, Journey> = {
  amplify: {
    ...applications,
    actions: [
      ['Suspend credential', 'Suspend credential'],
      ['Delete credential', 'Delete credential'],
    ],
  },
  'amplify-classic': { ...applications, actions: [['Delete credential', 'Delete credential']] },
  ibm: {
    body: `<credential-list creatable resource-id="inventory" audience="internal"></credential-list>`,
    label: 'Key secret',
    actions: [['Delete credential', 'Delete credential']],
  },
  mparticle: {
    body: `<credential-list creatable></credential-list>`,
    async fill(panel) {
      await panel.getByRole('checkbox', { name: 'Data Planning API' }).check();
      await panel.getByText('Read-only', { exact: true }).click();
      await panel.getByText('Web', { exact: true }).click();
    },
    label: 'Client secret',
    actions: [['Delete credential', 'Delete credential']],
  },
  eqp: {
    body: `<credential-list creatable environment="production" resource-id="eqp-production"></credential-list>`,
    label: 'Application secret',
    actions: [
      ['Regenerate credential', 'Regenerate credential'],
      ['Delete credential', 'Delete credential'],
    ],
  },
};

/** What can be reached from the elements of a page by following properties, as a script of the page could. */
const reachable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const seen = new Set<unknown>();
    const found: string[] = [];
    const walk = (value: unknown, depth: number): void => {
      if (typeof value === 'string') found.push(value);
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || depth > 12) return;
      if (seen.has(value) || value === window || value instanceof Document || value instanceof CSSStyleSheet) return;
      seen.add(value);
      if (value instanceof Map || value instanceof Set) for (const one of value.entries()) walk(one, depth + 1);
      // What the platform gives an element leads everywhere: only what we have put there.
      for (const key of Reflect.ownKeys(value)) {
        try {
          walk(Reflect.get(value, key), depth + 1);
        } catch {
          // A getter that wants another receiver.
        }
      }
    };
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName.includes('-')) walk(element, 0);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return found.join('\n');
  });

/** Nothing of a secret is in the page, in what it has told, or in what can be reached from its elements. */
async function assertAbsent({ page, record }: SecurePage, secret: string, when: string): Promise<void> {
  assert.equal((await keptBy(page)).includes(secret), false, `in the page, ${when}`);
  assert.equal((await reachable(page)).includes(secret), false, `reachable, ${when}`);
  assert.deepEqual(await record.placesOf(secret), [], when);
}

describe('journeys through every element under the strictest policy (S6, X6)', { concurrency: 1 }, () => {
  const systems = Object.keys(journeys) as SystemId[];
  const stage = setSecurityStage(systems);

  for (const system of systems) {
    it(`${system}: nothing of a secret anywhere it must not be, no violation, no error`, async () => {
      const { body, fill, label, actions } = journeys[system];
      const opened = await stage.open(
        `<marketplace-provider base-url="/api/${system}/v1">${body}</marketplace-provider>`,
      );
      const { page, record } = opened;
      const list = page.locator('credential-list');

      if (body.includes('access-request-form')) {
        const form = page.locator('access-request-form');
        await form.getByLabel('What do you want to do?').selectOption({ label: 'Just trying it out' });
        await form.getByLabel('Expected calls per day').fill('5');
        await form.getByRole('button', { name: 'Request access', exact: true }).click();
        await page.locator('access-request-list').getByText('Orders API for Shop web').first().waitFor();
        await list.getByRole('button', { name: 'Create credential' }).waitFor();
        // What it may be created for now has to reach the list.
        await page.reload();
      }

      const panel = await createInList(list, name, fill);
      await revealMasked(panel);
      const secret = stage.secretsOf(system).at(-1);
      assert.ok(secret, 'a secret was handed out');
      await assertAbsent(opened, secret, 'while it is masked');

      await panel.getByRole('button', { name: `Show ${label}` }).click();
      await panel.getByText(secret, { exact: true }).waitFor();
      assert.ok((await keptBy(page)).includes(secret), 'shown: this test would find it');
      assert.deepEqual(await record.placesOf(secret), [], 'while it is shown');
      await panel.getByRole('button', { name: `Hide ${label}` }).click();

      await panel.getByRole('button', { name: 'How to call the API with it' }).click();
      for (const language of ['javascript', 'python', 'go', 'java', 'csharp', 'curl'])
        await panel.getByLabel('Language').selectOption(language);
      await assertAbsent(opened, secret, 'in an example with a placeholder');
      await panel.getByLabel('With the real secret').check();
      await panel.locator('#snippet').getByText(secret).first().waitFor();
      await panel.getByLabel('With the real secret').uncheck();

      await copyMasked(panel, label);
      for (const format of ['.env', 'JSON', 'CSV']) {
        const file = page.waitForEvent('download');
        await panel.getByRole('button', { name: `Download ${format}` }).click();
        await file;
      }
      await assertAbsent(opened, secret, 'after it was taken away');
      await finish(panel);

      for (const [action, confirm] of actions) {
        const question = await chooseAction(page, name, action);
        await question.getByRole('button', { name: confirm }).click();
        await question.waitFor({ state: 'detached' });
      }
      await rowOf(page, name).waitFor({ state: 'detached' });
      await assertAbsent(opened, secret, 'at the end');
      assert.deepEqual(record.problems, []);
      await opened.context.close();
    });
  }

  it('would find what an element gives away', async () => {
    const opened = await stage.open(
      `<credential-list base-url="/api/eqp/v1" environment="production"></credential-list>`,
    );
    await opened.page.evaluate(() => {
      const list = document.querySelector('credential-list') as unknown as Record<string, unknown>;
      list['planted'] = { deep: new Map([['key', ['made-up-canary']]]) };
      (list as unknown as EventTarget).dispatchEvent(new CustomEvent('planted', { detail: { text: 'event-canary' } }));
    });
    assert.ok((await reachable(opened.page)).includes('made-up-canary'));
    assert.equal((await opened.record.placesOf('event-canary')).length, 1);
    await opened.context.close();
  });

  it('ibm: the token of a share link is in its dialog only while that is open', async () => {
    const opened = await stage.open(
      `<credential-list creatable base-url="/api/ibm/v1" resource-id="inventory" audience="external" share-url="/share"></credential-list>`,
    );
    const { page, record } = opened;
    const panel = await createInList(page.locator('credential-list'), 'Partner shop');
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'hidden' });
    const sharing = await chooseAction(page, 'Partner shop', 'Make a share link');
    await sharing.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    const token = new URL(link).hash.slice(1);
    assert.match(token, /^lk_share_/);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByLabel('Link', { exact: true }).waitFor({ state: 'detached' });
    assert.equal((await keptBy(page)).includes(token), false);
    assert.equal((await reachable(page)).includes(token), false);
    // The answer that brings it, and nothing else.
    const places = await record.placesOf(token);
    assert.deepEqual(
      places.filter((place) => !/^traffic: .*\/share$/.test(place)),
      [],
    );
    assert.deepEqual(record.problems, []);
    await opened.context.close();
  });
});
