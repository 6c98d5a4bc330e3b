import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { patienceMs } from '../../patience.js';
import type { Person } from '../person.js';
import { restOf } from '../steps.js';
import { findProblems, listen } from './watch.js';

/** Where the focus is, as the browser tells assistive technology. */
export interface Stop {
  readonly role: string;
  readonly name: string;
  /** What is said beside the name: a hint, an error, why it cannot be used. */
  readonly description: string;
  /** The names of what it is in, from the inside out: sections, groups, dialogs. */
  readonly within: readonly string[];
}

/** What a person wants to get to: what it is, what it is called, and what it is in where there are several. */
export type Wanted = [role: string, name: string | RegExp, within?: string];

const nowhere: Stop = { role: 'nothing', name: '', description: '', within: [] };

const isCalled = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

const isAt = (stop: Stop, [role, name, within]: Wanted): boolean =>
  stop.role === role && isCalled(stop.name, name) && (within === undefined || stop.within.includes(within));

/**
 * Somebody at a page with nothing but a keyboard, who hears what is announced. Every stop of the focus has to have a name,
 * to be in sight, to look different from when the focus is elsewhere, and to come after the one before it in the picture.
 */
export class Keyboard {
  readonly #page: Page;
  readonly #browser: CDPSession;
  /** What was announced and nobody has listened to yet. */
  readonly #heard: string[] = [];
  readonly #announcements = new EventEmitter();

  private constructor(page: Page, browser: CDPSession) {
    this.#page = page;
    this.#browser = browser;
  }

  /** Takes the mouse away from somebody, before they open their first page. */
  static async of({ page, context }: Person): Promise<Keyboard> {
    const browser = await context.newCDPSession(page);
    await browser.send('Accessibility.enable');
    const keyboard = new Keyboard(page, browser);
    await context.exposeBinding('tellKeyboard', ({ page: from }, text: string) => {
      if (from !== page) return;
      keyboard.#heard.push(text);
      keyboard.#announcements.emit('said');
    });
    await context.addInitScript(listen);
    return keyboard;
  }

  /** Where the focus is. */
  async focus(): Promise<Stop> {
    try {
      return await this.#focus();
    } catch (error) {
      gone(error);
      return nowhere;
    }
  }

  async #focus(): Promise<Stop> {
    const { result } = await this.#browser.send('Runtime.evaluate', {
      expression: `(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at === document.body || at === document.documentElement ? null : at;
      })()`,
    });
    const { objectId } = result;
    if (objectId === undefined) return nowhere;
    const { nodes } = await this.#browser.send('Accessibility.getAXNodeAndAncestors', { objectId });
    await this.#browser.send('Runtime.releaseObject', { objectId });
    const [own, ...around] = nodes;
    if (own === undefined || own.ignored) return nowhere; // nothing is told of what is ignored
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return {
      role: text(own.role?.value),
      name: text(own.name?.value),
      description: text(own.description?.value),
      within: around.map(({ ignored, name }) => (ignored ? '' : text(name?.value))).filter(Boolean),
    };
  }

  /** Presses keys, one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.evaluate(findProblems, '');
      await this.#page.keyboard.press(key);
      const problems = await this.#page.evaluate(findProblems, key).catch(gone);
      assert.deepEqual(problems, [], `what was found after ${key}`);
    }
  }

  /** Types into whatever has the focus, in place of what was there. */
  async type(text: string): Promise<void> {
    await this.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
  }

  /** Goes on with Tab until the focus is there. Fails if it is not on the way, or if the way leads out of the page. */
  async tabTo(...wanted: Wanted): Promise<void> {
    await this.#goTo('Tab', wanted);
  }

  /** The same, the other way round. */
  async tabBackTo(...wanted: Wanted): Promise<void> {
    await this.#goTo('Shift+Tab', wanted);
  }

  /** Goes through a menu, tabs or radio buttons with an arrow key. */
  async arrowTo(...wanted: Wanted): Promise<void> {
    await this.#goTo('ArrowDown', wanted);
  }

  async #goTo(key: string, wanted: Wanted): Promise<void> {
    const [role, name] = wanted;
    // Nobody looks for what is not there yet. A summary has a role of the browser's own, which cannot be waited for.
    if (role !== 'DisclosureTriangle')
      await this.#page
        .getByRole(role as 'button', { name, exact: true })
        .first()
        .waitFor();
    const way: string[] = [];
    for (let stop = await this.focus(); !isAt(stop, wanted); stop = await this.focus()) {
      if (way.length > 0) {
        assert.notEqual(stop.role, 'nothing', `${key} leads to ${wanted.join(' ')}; it led ${way.join(', ')}`);
        assert.ok(stop.name !== '' || stop.role === 'main', `what has the focus has a name: ${JSON.stringify(stop)}`);
      }
      way.push(`${stop.role} ${stop.name}`);
      assert.ok(way.length < 80, `${wanted.join(' ')} can be reached; the way was ${way.join(', ')}`);
      await this.press(key);
    }
  }

  /** Waits until the focus is there without a key. */
  async at(...wanted: Wanted): Promise<void> {
    await this.#settles((stop) => isAt(stop, wanted), wanted.join(' '));
  }

  /** Waits until this is said beside the name of what has the focus. */
  async isDescribed(wanted: RegExp): Promise<void> {
    await this.#settles(({ description }) => wanted.test(description), `something described as ${String(wanted)}`);
  }

  async #settles(isSo: (stop: Stop) => boolean, wanted: string): Promise<void> {
    const end = Date.now() + patienceMs;
    let stop = await this.focus();
    while (!isSo(stop) && Date.now() < end) {
      await this.#page.evaluate(() => new Promise(requestAnimationFrame)).catch(gone);
      stop = await this.focus();
    }
    assert.ok(isSo(stop), `the focus is at ${wanted}, not at ${JSON.stringify(stop)}`);
    // What was seen before belongs to another step: the way from here begins here.
    await this.#page.evaluate(findProblems, '');
  }

  /** Goes to the next stop, and from there once around with Tab: nothing outside of this can be reached. */
  async staysIn(name: string): Promise<void> {
    await this.press('Tab');
    const start = JSON.stringify(await this.focus());
    let stops = 0;
    let stop: Stop;
    do {
      await this.#page.keyboard.press('Tab');
      stop = await this.focus();
      // Between the last and the first is the browser's own window.
      if (stop.role !== 'nothing') assert.ok(stop.within.includes(name) || stop.name === name, JSON.stringify(stop));
      assert.ok((stops += 1) < 80, 'Tab leads back to where it began');
    } while (JSON.stringify(stop) !== start);
    await this.#page.evaluate(findProblems, '');
  }

  /** Waits until this was announced; answers it, once. */
  async hear(wanted: string | RegExp): Promise<string> {
    const signal = AbortSignal.timeout(patienceMs);
    const find = (): number => this.#heard.findIndex((text) => isCalled(text, wanted));
    try {
      while (find() < 0) await once(this.#announcements, 'said', { signal });
    } catch {
      assert.fail(`“${String(wanted)}” was not announced, only ${JSON.stringify(this.#heard)}`);
    }
    return this.#heard.splice(find(), 1).join();
  }

  /** Opens a page, and skips to its content as the first key leads to. */
  async open(address: string, ready: Locator): Promise<void> {
    await this.#page.goto(address);
    await this.skipTo(ready);
  }

  /** Skips to the content of a page that was just opened, once that is there. */
  async skipTo(ready: Locator): Promise<void> {
    await restOf(this.#page, ready);
    await this.press('Tab');
    await this.at('link', 'Skip to the content');
    await this.press('Enter');
    await this.at('main', /^/);
  }

  /** Follows the link that has the focus to another page, and skips to its content. */
  async follow(ready: Locator): Promise<void> {
    const opened = this.#page.waitForEvent('load');
    await this.press('Enter');
    await opened;
    await this.skipTo(ready);
  }
}

/** The page has gone on to another one meanwhile, or has drawn what was looked at anew. */
function gone(error: unknown): never[] {
  if (/context was destroyed|navigat|Cannot find (context|object)|No node|not find node/i.test(String(error)))
    return [];
  throw error;
}
