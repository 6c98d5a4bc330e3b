import { sendKeys } from '@web/test-runner-commands';
import { appears, focused, nameOf } from '../page.js';

/** Presses keys one after the other. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

const key = { forwards: 'Tab', backwards: 'Shift+Tab' };

/** What the focus is on, as a person hears it: its label, or its own name. */
export function heard(): string {
  const element = focused();
  const label = (element as HTMLInputElement | null)?.labels?.[0];
  return nameOf(label ?? element);
}

/** Presses Tab until the focus is on what is called so. Answers what was passed on the way, and that at the end. */
export async function tabTo(name: string, direction: keyof typeof key = 'forwards'): Promise<string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses++) {
    await press(key[direction]);
    passed.push(heard());
    if (passed.at(-1) === name) return passed;
  }
  throw new Error(`Tab does not come to “${name}”, only to: ${passed.join(', ')}`);
}

/** Waits until the focus is on what is called so. */
export const comesTo = (name: string): Promise<boolean> =>
  appears(() => heard() === name, `the focus does not come to “${name}”, it is on “${heard()}”`);
