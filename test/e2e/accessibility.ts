import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe looks at beyond its own choice: that a name holds the words that are shown (WCAG 2.5.3). */
const options = { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } };

/** What axe finds wrong with a page as it is now, as sentences. The page's policy stays in force. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // By the developer protocol: the policy would refuse a script element.
  await page.evaluate(source);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.flat().join(' ')}) ${failureSummary ?? ''}`),
  );
}
