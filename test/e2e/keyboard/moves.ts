import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openBrowserOf, type Person } from '../person.js';
import type { Stage } from '../stage.js';
import { Keyboard } from './keyboard.js';

/** Somebody at a browser without a mouse. */
export interface Typist extends Person {
  readonly keys: Keyboard;
}

/** Gives somebody a browser and a keyboard. */
export async function openKeyboardOf({ browser, server }: Stage): Promise<Typist> {
  const person = await openBrowserOf(browser, server.origin);
  return { ...person, keys: await Keyboard.of(person) };
}

/** Gives somebody a browser and a keyboard, and signs them in. */
export async function signInByKeys(stage: Stage, name: string): Promise<Typist> {
  const typist = await openKeyboardOf(stage);
  const { page, keys } = typist;
  await keys.open('/', page.getByRole('button', { name }));
  await keys.tabTo('button', new RegExp(`^${name}`));
  await keys.press('Enter');
  await page.locator('.person').getByText(name).first().waitFor();
  return typist;
}

/** Opens the menu of a credential, and chooses something from it by the arrow keys. */
export async function chooseByKeys(keys: Keyboard, name: string, action: string): Promise<void> {
  await keys.press('ArrowDown');
  await keys.at('menuitem', /./, name);
  await keys.arrowTo('menuitem', action);
  await keys.press('Enter');
}

/** Has the secret that the focus is before decrypted, copies what it is made of, and says that it is done. */
export async function takeSecret(typist: Typist, labels: readonly string[]): Promise<void> {
  const { page, keys } = typist;
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^View secret/ })
    .waitFor();
  await keys.tabTo('button', /^View secret/);
  await keys.press('Enter');
  await keys.at('button', 'View secret', 'Show the secret on this page?');
  await agreeAndTake(typist, labels);
}

/** The same in a panel that asks at once, as it was opened to view the secret. */
export async function takeAsked(typist: Typist, labels: readonly string[]): Promise<void> {
  const { page, keys } = typist;
  await page.getByRole('group', { name: 'Show the secret' }).waitFor();
  await keys.at('button', 'Close', 'View secret');
  await keys.tabTo('button', 'View secret');
  await agreeAndTake(typist, labels);
}

async function agreeAndTake({ page, keys }: Typist, labels: readonly string[]): Promise<void> {
  await keys.press('Enter');
  await keys.hear('The secret is decrypted and masked. You can copy it without showing it.');
  await keys.at('group', /^Secret of /);
  for (const label of labels) {
    await keys.tabTo('button', `Copy ${label}`);
    await keys.press('Enter');
    await keys.hear(`${label} copied.`);
    await keys.at('button', `Copy ${label}`);
  }
  await keys.tabTo('button', 'Done');
  await keys.press('Enter');
  await page.getByRole('button', { name: 'Done' }).waitFor({ state: 'hidden' });
}

const nothingElse = (): Promise<void> => Promise.resolve();

/** Names a new credential in the form that is opening, and waits until it can be used. */
export async function createByKeys({ page, keys }: Typist, name: string, fill = nothingElse): Promise<void> {
  await keys.press('Enter');
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor();
  await keys.at('button', 'Close', 'Create a credential');
  await fill();
  await keys.tabTo('textbox', 'Name', 'Create a credential');
  await keys.type(name);
  await keys.tabTo('button', 'Create credential');
  await keys.press('Enter');
  await keys.hear(`${name} is active.`);
  await keys.at('heading', new RegExp(`^${name} (is ready|was created)$`));
}

/** Pastes what was copied into the field that has the focus, in place of what was there. */
export async function pasteInto({ keys }: Typist): Promise<void> {
  await keys.press('ControlOrMeta+A', 'ControlOrMeta+V');
}

/** Calls the API with what is filled in; answers what is said of it. */
export async function callByKeys({ keys }: Typist): Promise<string> {
  await keys.tabTo('button', 'Call the API');
  await keys.press('Enter');
  const answer = await keys.hear(/\/gateway\//);
  await keys.at('button', 'Call the API');
  return answer;
}

/** Types the name of a credential where the question asks for it: the list may not know yet that it is in use. */
export async function typeIfAsked({ keys }: Typist, question: Locator, name: string): Promise<void> {
  await question.getByRole('button', { name: 'Cancel' }).waitFor(); // it is drawn at once, with all that it asks for
  if ((await question.getByRole('textbox').count()) === 0) return;
  await keys.at('textbox', `To confirm, type “${name}”`);
  await keys.type(name);
}

/** Answers the question whether to delete a credential; types its name where that is asked for. */
export async function confirmDeletion(typist: Typist, name: string): Promise<void> {
  const { page, keys } = typist;
  const question = page.getByRole('alertdialog', { name: `Delete “${name}”?` });
  await typeIfAsked(typist, question, name);
  await keys.tabTo('button', 'Delete credential');
  await keys.press('Enter');
  await keys.hear(`${name} was deleted.`);
}

/** Nobody had an error, and no page broke its policy. */
export function assertNoProblems(...people: readonly Person[]): void {
  for (const { record } of people) assert.deepEqual(record.problems, []);
}
