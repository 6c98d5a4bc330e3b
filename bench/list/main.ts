import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { launchArgs } from '../../.ci/browser.mjs';
import { medianRatio, median, type Measure } from '../measure.js';
import { contestants, tags, type Contestant } from './pages.js';
import { serve } from './server.js';

declare global {
  interface Window {
    shown(tag: string, count: number): Promise<void>;
    mount(): HTMLElement;
    look(n: number): Promise<void>;
    changeRow(n: number): Promise<number>;
    mountOnce(): Promise<void>;
  }
}

const json = process.argv.includes('--json');
const say = (text: string): void => (json ? undefined : console.log(text));
const measures: Measure[] = [];

function report(measure: Measure): void {
  measures.push(measure);
  const { name, value, unit, budget } = measure;
  const verdict =
    budget === undefined ? '' : value <= budget ? `  (budget ${budget})` : `  OVER its budget of ${budget}`;
  say(`${name.padEnd(76)} ${value.toFixed(unit === 'ratio' ? 2 : 1).padStart(8)} ${unit}${verdict}`);
}

const sizes = [10, 100, 1_000, 10_000];
const rounds = 7;
const mounts = 100;

/** A page of its own with an empty cache, and a line to the browser's tools. */
async function open(browser: Browser): Promise<{ page: Page; tools: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const tools = await context.newCDPSession(page);
  return { page, tools, close: () => context.close() };
}

/** The main thread's time on a CPU so far, in milliseconds. */
async function cpuMs(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Loads a contestant's page: the main thread's CPU time until its last row has been laid out and painted. */
async function load(browser: Browser, origin: string, name: Contestant, count: number): Promise<number> {
  const { page, tools, close } = await open(browser);
  try {
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await cpuMs(tools);
    await page.goto(`${origin}/${name}?count=${count}`, { waitUntil: 'load' });
    await page.evaluate(([tag, rows]) => window.shown(tag, rows), [tags[name], count] as const);
    return (await cpuMs(tools)) - before;
  } finally {
    await close();
  }
}

async function measureLoads(browser: Browser, origin: string): Promise<void> {
  const names = Object.keys(contestants) as Contestant[];
  for (const name of names) await load(browser, origin, name, 10); // what the server does for the first time
  for (const count of sizes) {
    const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Contestant, number[]>;
    for (let round = 0; round < rounds; round++)
      for (const name of names) times[name].push(await load(browser, origin, name, count));
    const rows = `${count.toLocaleString('en')} rows`;
    for (const name of names) report({ name: `${rows}: ${name}`, value: median(times[name]), unit: 'ms' });
    const of = times['credential-list'];
    report({
      name: `${rows}: credential-list against hand-written`,
      value: medianRatio(of, times['hand-written']),
      unit: 'ratio',
      budget: 1.8,
    });
    report({
      name: `${rows}: credential-list against plain lit`,
      value: medianRatio(of, times['plain-lit']),
      unit: 'ratio',
      ...(count < 1_000 ? {} : { budget: 0.5 }),
    });
  }
}

/** `<credential-list>` over a marketplace in the page, mounted and with all that is loaded later. */
async function mounted(browser: Browser, origin: string, count: number) {
  const opened = await open(browser);
  await opened.page.goto(`${origin}/in-page?count=${count}`, { waitUntil: 'networkidle' });
  return opened;
}

async function measureChange(browser: Browser, origin: string): Promise<void> {
  const { page, close } = await mounted(browser, origin, 10_000);
  await page.evaluate(() => void window.mount());
  await page.waitForSelector('credential-list [data-id="cred_009999"]', { state: 'attached' });
  // What follows changes is loaded once the rows are painted, and then listens.
  await page.waitForSelector('credential-list input[type=search]');
  await page.waitForTimeout(1_000);
  const change = async (first: number, isSeen: boolean): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < 30; n++) {
      const row = first + n * 317;
      if (isSeen) await page.evaluate((one) => window.look(one), row);
      times.push(await page.evaluate((one) => window.changeRow(one), row));
    }
    return median(times.slice(5));
  };
  const unseen = await change(0, false);
  report({ name: 'a change in one of 10,000 rows', value: await change(100, true), unit: 'ms', budget: 16 });
  // Measuring lays out a block of rows that the browser would leave alone.
  report({
    name: 'a change in one of 10,000 rows that is out of sight, laid out all the same',
    value: unseen,
    unit: 'ms',
  });
  await close();
}

/** What is typed, and how many rows it leaves. */
const searches = [
  ['worker 7', 111],
  ['\b'.repeat(8), 1_000],
  ['99', 19],
] as const;

/** The longest task while somebody types into the search of 1,000 rows; the least of some rounds, as machines are noisy. */
async function measureTyping(browser: Browser, origin: string): Promise<void> {
  const longest: number[] = [];
  for (let round = 0; round < 5; round++) {
    const { page, close } = await open(browser);
    await page.goto(`${origin}/credential-list?count=1000`, { waitUntil: 'commit' });
    const search = page.locator('credential-list input[type=search]');
    await search.waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    await search.focus();
    for (const [text, found] of searches) {
      for (const key of text)
        await page.keyboard.press(key === '\b' ? 'Backspace' : key === ' ' ? 'Space' : key, { delay: 40 });
      const rows = page.locator('credential-list [data-id]');
      while ((await rows.count()) !== found) await page.waitForTimeout(50);
    }
    longest.push(await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks)));
    await close();
  }
  report({
    name: 'the longest task above 50 ms while typing in the search of 1,000 rows',
    value: Math.min(...longest),
    unit: 'ms',
    budget: 50,
  });
}

async function measureMemory(browser: Browser, origin: string): Promise<void> {
  const { page, tools, close } = await mounted(browser, origin, 100);
  const usedBytes = async (): Promise<number> => {
    for (let i = 0; i < 3; i++) await tools.send('HeapProfiler.collectGarbage');
    return (await tools.send('Runtime.getHeapUsage')).usedSize;
  };
  const mountTimes = (times: number): Promise<void> =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) await window.mountOnce();
    }, times);
  await mountTimes(20);
  const before = await usedBytes();
  await mountTimes(mounts);
  report({ name: `memory after ${mounts} mounts`, value: (await usedBytes()) / before, unit: 'ratio', budget: 1.05 });
  await close();
}

const server = await serve();
const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH']!, args: launchArgs });
say('Main-thread CPU from navigation to visible, each page with an empty cache:');
await measureLoads(browser, server.origin);
say('\n<credential-list> once it is there:');
await measureChange(browser, server.origin);
await measureTyping(browser, server.origin);
await measureMemory(browser, server.origin);
await browser.close();
server.close();

if (json) console.log(JSON.stringify(measures, null, 2));
process.exit(measures.some(({ value, budget }) => budget !== undefined && value > budget) ? 1 : 0);
