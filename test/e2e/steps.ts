import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../demo/support/person.js';

/** The panel at the side of the page, by the beginning of its name. */
export const panelOf = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** The address of a page of the portal in a marketplace. */
export const addressIn = (marketplace: string, path: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}marketplace=${marketplace}`;

/** Waits until a page has all it shows: this, and nothing that stands for what is still to come. */
export async function restOf(page: Page, shown: Locator): Promise<void> {
  await shown.first().waitFor();
  await page.locator('.skeleton:visible, [aria-busy="true"]:visible').first().waitFor({ state: 'hidden' });
  // Search and filters come after the rows.
  await page.locator('.room').first().waitFor({ state: 'detached' });
}

/** Opens the form beside a resource with its key icon. */
export async function openRequest(
  page: Page,
  product: string,
  resource: string,
  marketplace = 'amplify',
): Promise<Locator> {
  await page.goto(addressIn(marketplace, '/products.html'));
  await page.getByRole('link', { name: product, exact: true }).click();
  await page.getByRole('tab', { name: 'Resources' }).click();
  await page.getByRole('button', { name: `Request access to ${resource}` }).click();
  const panel = panelOf(page, `Request access to ${resource}`);
  await panel.getByRole('heading', { name: `Request access to ${resource}` }).waitFor();
  return panel;
}

/** Asks for access from an application; answers the panel, which then follows the request. */
export async function requestAccess(
  page: Page,
  {
    product,
    resource,
    application,
    marketplace,
    hasTerms,
  }: { product: string; resource: string; application: string; marketplace?: string; hasTerms?: boolean },
): Promise<Locator> {
  const panel = await openRequest(page, product, resource, marketplace);
  await panel.getByText(application, { exact: true }).click();
  await panel.getByLabel('What do you want to do?').selectOption({ label: 'Building an application' });
  await panel.getByLabel('Expected calls per day').fill('500');
  if (hasTerms) await panel.getByRole('checkbox', { name: /^I agree to/ }).check();
  await panel.getByRole('button', { name: 'Request access', exact: true }).click();
  await panel.getByRole('heading', { name: `${resource} for ${application}` }).waitFor();
  return panel;
}

const oneCredential = /\/credentials\/[^/]+$/;

/** Fills in the form for a credential in the panel, sees it pending, and waits until the gateway has it. */
export async function createCredential(panel: Locator, { type, name }: { type: string; name: string }): Promise<void> {
  const page = panel.page();
  await panel.getByText(type, { exact: true }).click();
  await panel.getByLabel('Name', { exact: true }).fill(name);
  // The agent may be quicker than a test can look: the page learns how it went on only after it was seen pending.
  let goOn = (): void => undefined;
  const isSeen = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(oneCredential, (route) => isSeen.then(() => route.fallback()));
  await panel.getByRole('button', { name: 'Create credential' }).click();
  await panel.getByText('Pending', { exact: true }).waitFor();
  goOn();
  await panel.getByText('Active', { exact: true }).waitFor();
  await page.unroute(oneCredential);
}

/** Says yes to the question in the panel: the secret is there, masked. */
export async function agreeToReveal(panel: Locator): Promise<void> {
  await panel.getByRole('group', { name: 'Show the secret' }).getByRole('button', { name: 'View secret' }).click();
  await panel.getByRole('checkbox', { name: 'I have stored it' }).waitFor();
}

/** Has the secret in the panel decrypted: it is there, masked. */
export async function revealMasked(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: /^View secret/ }).click();
  await agreeToReveal(panel);
}

/** Creates a credential in the panel of a list: what is asked for besides its name is `fill`'s to fill in. */
export async function createInList(
  list: Locator,
  name: string,
  fill: (panel: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<Locator> {
  await list.getByRole('button', { name: 'Create credential' }).click();
  const panel = list.page().getByRole('dialog', { name: 'Create a credential' });
  await fill(panel);
  await panel.getByLabel('Name', { exact: true }).fill(name);
  await panel.getByRole('button', { name: 'Create credential' }).click();
  await panel.getByText('Active', { exact: true }).waitFor();
  return panel;
}

/** Copies a value of the secret that is there, masked: it is in the clipboard. */
export async function copyMasked(panel: Locator, label: string): Promise<void> {
  await panel.getByRole('button', { name: `Copy ${label}`, exact: true }).click();
  // Its button shows that for two seconds only.
  await panel.getByText(`${label} copied.`).first().waitFor();
}

/** Says to be done with the secret in the panel: the panel closes. */
export async function finish(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Done' }).click();
  await panel.waitFor({ state: 'hidden' });
}

/** Copies a value of the secret that is there, masked, and closes the panel. */
export async function takeMasked(panel: Locator, label: string): Promise<void> {
  await copyMasked(panel, label);
  await finish(panel);
}

/** Copies an identifier of a credential from its row. */
export async function copyIdentifier(page: Page, label: string, name: string): Promise<void> {
  const button = page.getByRole('button', { name: `Copy ${label} of ${name}` });
  const said = page.locator('credential-list').filter({ has: button }).getByRole('status');
  const before = await said.allTextContents();
  await button.click();
  // The same words may have been there: said again, they differ in what nobody sees.
  await eventually(async () => {
    const now = await said.allTextContents();
    return now.some((text) => text.includes(`${label} copied.`) && !before.includes(text));
  });
}

/** The row of a credential in the list. */
export const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });

/** Chooses something from the menu of a credential: the confirmation is open then. */
export async function chooseAction(page: Page, name: string, action: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const confirmation = page.getByRole('alertdialog');
  await confirmation.waitFor();
  return confirmation;
}

/** Opens the history of a credential from its menu; close the panel afterwards. */
export async function openHistory(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const panel = page.getByRole('dialog', { name: `History of “${name}”` });
  await panel.getByRole('list').waitFor();
  return panel;
}

/** Suspends or enables a credential and waits until the gateway has followed. */
export async function change(page: Page, name: string, action: string, state: string): Promise<void> {
  const confirmation = await chooseAction(page, name, action);
  await confirmation.getByRole('button', { name: action }).click();
  await rowOf(page, name).getByText(state, { exact: true }).waitFor();
}

/** Pastes what was copied into a field, as people do; answers what it was. */
export async function paste(field: Locator): Promise<string> {
  await field.click(); // nothing is in front of it any more
  await field.fill('');
  await field.press('ControlOrMeta+V');
  return field.inputValue();
}

/** Calls the API with what is filled in; answers what the page says, in words. */
export async function callApi(page: Page): Promise<string> {
  const section = page.getByRole('region', { name: 'Try it' });
  const answers = section.getByRole('article');
  if ((await answers.count()) > 0) await answers.first().evaluate((answer) => answer.parentElement?.replaceChildren());
  await section.getByRole('button', { name: 'Call the API' }).click();
  await answers.first().waitFor();
  return (await answers.allInnerTexts()).join('\n');
}

/** Calls the API until the gateway has followed what was decided: it does so a moment later. */
export async function callUntil(page: Page, wanted: RegExp): Promise<void> {
  let answer = '';
  await eventually(async () => {
    answer = await callApi(page);
    return wanted.test(answer);
  }).catch(() => assert.match(answer, wanted));
}
