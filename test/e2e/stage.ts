import { after, before } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { ensureBrowser, launchArgs } from '../../.ci/browser.mjs';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { signIn, type Person } from './person.js';

/** A demo and a browser for the tests of one `describe`. */
export interface Stage {
  readonly server: DemoServer;
  readonly browser: Browser;
  /** Gives somebody a browser and signs them in. */
  signIn(name: string): Promise<Person>;
}

/**
 * Starts a demo and a browser before the tests of the `describe` it is called in, and ends them afterwards.
 *
 * @param shared - Another stage, whose demo to use. All pages of a browser share its clipboard: what goes on side by side
 *   needs a browser each.
 */
export function setStage(shared?: Stage): Stage {
  const stage = {} as { server: DemoServer; browser: Browser };
  before(async () => {
    [stage.server, stage.browser] = await Promise.all([
      shared ? shared.server : startDemoServer(),
      chromium.launch({ executablePath: ensureBrowser(), args: launchArgs }),
    ]);
  });
  after(async () => {
    await stage.browser?.close();
    if (!shared) await stage.server?.stop();
  });
  return Object.assign(stage, { signIn: (name: string) => signIn(stage.browser, stage.server.origin, name) });
}
