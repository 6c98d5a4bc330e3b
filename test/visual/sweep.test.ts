import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openStage } from './open-stage.js';
import { samples, states } from './sheets.js';

/** What is wrong with stories, by what was looked for. */
type Findings = Record<string, string[]>;

describe('every story', () => {
  const theatre = openStage();
  const small: BrowserContextOptions = { viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' };
  const findings: Findings = { shown: [] };
  let stories: readonly (readonly [string, string])[] = [];

  /** Shows each story, and keeps what `look` finds in it. */
  async function lookAtAll(page: Page, look: (page: Page) => Promise<Findings>): Promise<void> {
    stories = await page.evaluate(() => stage.list());
    for (const [file, name] of stories) {
      try {
        await page.evaluate(([file, name]) => stage.show(file, name), [file, name] as const);
      } catch (error) {
        (findings['shown'] ??= []).push(`${file} ${name}: ${String(error).split('\n')[0]}`);
        continue;
      }
      for (const [kind, problems] of Object.entries(await look(page))) {
        (findings[kind] ??= []).push(...problems.map((problem) => `${file} ${name}: ${problem}`));
      }
    }
  }

  before(async () => {
    const page = await theatre.open(small);
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => /^(error|warning)$/.test(message.type()) && problems.push(message.text()));
    await lookAtAll(page, (page) =>
      page.evaluate(async () => {
        const found = {
          violations: stage.takeViolations(),
          overflow: stage.overflow(),
          small: stage.smallTargets(24),
          names: stage.sameNames(),
          unseen: stage.unseenStops(),
          cut: stage.cutOff(),
        };
        stage.spaceText();
        await stage.rest();
        const spaced = [...stage.overflow(), ...stage.cutOff()];
        stage.unspaceText();
        return { ...found, spaced };
      }),
    );
    findings['console'] = problems;
    await page.context().close();

    const touch = await theatre.open({ ...small, hasTouch: true, isMobile: true });
    await lookAtAll(touch, async (page) => ({ touch: await page.evaluate(() => stage.smallTargets(44)) }));
    await touch.context().close();
  });

  const finds = (kind: string): void => {
    assert.ok(stories.length > 100, `${stories.length} stories`);
    assert.deepEqual(findings[kind], []);
  };

  it('comes to rest, and its play function passes', () => finds('shown'));
  it('breaks nothing of a strict policy with Trusted Types, enforced (SPEC X6)', () => finds('violations'));
  it('writes no warning and no error', () => finds('console'));
  it('fits into 320 px without scrolling sideways (WCAG 1.4.10)', () => finds('overflow'));
  it('cuts no text off', () => finds('cut'));
  it('bears spaced text (WCAG 1.4.12)', () => finds('spaced'));
  it('has targets of at least 24 px (WCAG 2.5.8)', () => finds('small'));
  it('has targets of at least 44 px where fingers point', () => finds('touch'));
  it('puts the focus only on what can be seen', () => finds('unseen'));
  it('calls no two buttons the same', () => finds('names'));

  it('shows where the focus is in forced colours', async () => {
    const page = await theatre.open({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' });
    const invisible: string[] = [];
    for (const [file, name] of [...samples, ...Object.values(states).flat()]) {
      await page.evaluate(([file, name]) => stage.show(file, name), [file, name] as const);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const ring = await page.evaluate(() => stage.focusRing());
        if (!ring) break;
        if (!ring.visible) invisible.push(`${file} ${name}: ${ring.name}`);
      }
    }
    await page.context().close();
    assert.deepEqual(invisible, []);
  });
});
