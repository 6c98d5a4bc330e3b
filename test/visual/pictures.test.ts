import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { differenceTo, drawsAlike } from './compare.js';
import { openStage } from './open-stage.js';
import { floating, samples, states, type Sheet } from './sheets.js';

/** How a window is, and what a picture of it is called. */
interface Look extends BrowserContextOptions {
  readonly name: string;
  readonly width: number;
  readonly height?: number;
  readonly direction?: 'rtl';
  /** Pictures are taken without animations, unless it is to be seen that there are none. */
  readonly withAnimations?: boolean;
}

const wide: Look = { name: 'wide', width: 1280 };
const dark: Look = { name: 'dark', width: 1280, colorScheme: 'dark' };
const narrow: Look = { name: 'narrow', width: 320 };
/** A window of 1280 × 1024 at 400 %: 320 × 256 CSS pixels of four device pixels each (WCAG 1.4.10). */
const zoomed: Look = { name: 'zoom-400', width: 320, height: 256, deviceScaleFactor: 4 };
const rightToLeft: Look = { name: 'right-to-left', width: 1280, direction: 'rtl' };
const forcedColors: Look = { name: 'forced-colours', width: 1280, forcedColors: 'active' };
const still: Look = { name: 'reduced-motion', width: 1280, reducedMotion: 'reduce', withAnimations: true };

describe('how the elements look', () => {
  const theatre = openStage();
  let alike: boolean | undefined;

  async function open(look: Look): Promise<Page> {
    const { name: _name, width, height = 900, direction, withAnimations: _withAnimations, ...options } = look;
    const page = await theatre.open({ viewport: { width, height }, reducedMotion: 'reduce', ...options });
    await page.emulateMedia({
      colorScheme: look.colorScheme ?? 'light',
      ...(look.forcedColors && { forcedColors: 'active' }),
    });
    await page.evaluate(
      ([scheme, dir]) => {
        document.documentElement.style.colorScheme = scheme;
        document.documentElement.dir = dir;
      },
      [look.colorScheme ?? 'light', direction ?? 'ltr'] as const,
    );
    return page;
  }

  const shoot = (page: Page, { withAnimations }: Look): Promise<Buffer> =>
    page.screenshot({ animations: withAnimations ? 'allow' : 'disabled', caret: 'hide', scale: 'css' });

  /** Makes the window as high as the page: what is out of sight is not drawn. */
  async function showAll(page: Page, width: number): Promise<void> {
    for (let height = 0, round = 0; round < 4; round++) {
      const now = await page.evaluate(() => document.documentElement.scrollHeight);
      if (now === height) return;
      await page.setViewportSize({ width, height: (height = now) });
      await page.evaluate(() => stage.rest());
    }
  }

  /** Whether the pictures of this machine can be compared with the accepted ones. */
  async function isComparable(): Promise<boolean> {
    if (alike !== undefined) return alike;
    const page = await open(wide);
    await page.evaluate(() => stage.ruler());
    alike = drawsAlike(await page.locator('.ruler').screenshot({ animations: 'disabled', caret: 'hide' }));
    await page.context().close();
    return alike;
  }

  function pictures(look: Look, sheets: Record<string, Sheet>, before?: (page: Page) => Promise<void>): void {
    for (const [title, sheet] of Object.entries(sheets)) {
      const name = `${title}.${look.name}`;
      it(name, async (test) => {
        if (!(await isComparable()))
          return test.skip('this machine draws text differently from the accepted ruler.png');
        let difference: string | undefined;
        // What lies between two pixels is drawn on either, as it happens: a difference is one that is there each time.
        for (let attempt = 0; attempt === 0 || (difference !== undefined && attempt < 3); attempt++) {
          const page = await open(look);
          await page.evaluate((stories) => stage.sheetOf(stories), sheet);
          await before?.(page);
          if (!Object.hasOwn(floating, title)) await showAll(page, look.width);
          difference = differenceTo(name, await shoot(page, look));
          await page.context().close();
        }
        assert.equal(difference, undefined, difference);
      });
    }
  }

  pictures(wide, { ...states, ...floating });
  pictures(dark, { ...states, panel: floating['panel'] ?? [] });
  pictures(narrow, { ...states, panel: floating['panel'] ?? [] });
  pictures(zoomed, floating);
  // After the stories were played, which find things by their English names.
  pictures(rightToLeft, { samples, ...floating }, (page) =>
    page.evaluate(() => {
      document.documentElement.lang = 'ar';
      return stage.rest();
    }),
  );
  pictures(forcedColors, { samples, ...floating });
  pictures(still, { samples });
  pictures({ ...wide, name: 'print' }, { samples }, (page) => page.emulateMedia({ media: 'print' }));
});
