import type { AxeResults } from 'axe-core';
import { themes } from './themes.js';

/** The browser's `trustedTypes`, as far as it is used here; TypeScript knows nothing of it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>): unknown;
}

const storybooksMarkup = /^(|<div id="root-inner"><\/div>|\s*<svg id="storybook-a11y-vision-filters"[^]*)$/;

const violations: string[] = [];

/**
 * Remembers what breaks the policy that the elements promise to live with (SPEC X6). The test page enforces its Trusted
 * Types and reports the rest, see vitest.config.ts; what Storybook and the test runner do themselves does not count.
 */
export function watchPolicy(): void {
  // For Storybook's empty frame, its filters and the service worker of the mocks, which are no part of what is tested.
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (storybooksMarkup.test(markup) ? markup : null),
    createScriptURL: (url) => (url.endsWith('/mockServiceWorker.js') ? url : null),
  });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    const place = new URL(sourceFile || 'about:unknown', location.href);
    // Its addons write attributes, and it writes sheets from a bundle that is also Lit's.
    const isStorybooks = place.pathname.includes('/@storybook/') || effectiveDirective === 'style-src-elem';
    if (!isStorybooks)
      violations.push(`${effectiveDirective} ${blockedURI} ${sample} at ${place.pathname}:${lineNumber}`);
  });
}

/** What can hardly be read of the page as it is now. */
async function contrastProblems(): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const results: AxeResults = await axe.run(document, {
    runOnly: ['color-contrast', 'link-in-text-block'],
    resultTypes: ['violations'],
  });
  return results.violations.flatMap(({ nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${target.flat().join(' ')}: ${failureSummary.split('\n').at(-1)}`),
  );
}

/** A story as it came to rest: it broke no policy, and can be read in every theme, light and dark. */
export async function checkStory(): Promise<void> {
  const problems: string[] = [];
  const { dataset, style } = document.documentElement;
  const [theme, scheme] = [dataset['theme'], style.colorScheme];
  for (const name of Object.keys(themes)) {
    for (const colours of ['light', 'dark']) {
      dataset['theme'] = name;
      style.colorScheme = colours;
      problems.push(...(await contrastProblems()).map((problem) => `${name}, ${colours}: ${problem}`));
    }
  }
  if (theme !== undefined) dataset['theme'] = theme;
  style.colorScheme = scheme;
  problems.push(...violations.splice(0));
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
