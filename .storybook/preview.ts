/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { defineDocsElements } from '../stories/docs/docs-elements.js';
import { controlsFromManifest } from './controls.js';
import { inFrame, initialGlobals, logEvents, toolbars, viewports } from './frame.js';
import { shownCode } from './shown-code.js';
import { checkStory, watchPolicy } from './story-checks.js';
import { adoptThemes } from './themes.js';

// The manifest is generated (`npm run manifest`); stories work without it, only their tables of properties are empty.
const manifests = import.meta.glob<{ default: unknown }>('../custom-elements.json', { eager: true });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest.default);

adoptThemes();
defineDocsElements();

// Several stories on a page of documentation guard a secret, each in a frame of its own; a browser asks for one of them only,
// and complains of the others. Nobody loses anything by leaving the page.
if (frameElement?.closest('#storybook-docs'))
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation());

/** Whether stories run as tests, and not for somebody who looks at them. */
const isTest = '__vitest_browser__' in globalThis;
if (isTest) watchPolicy();

const preview: Preview = {
  globalTypes: toolbars,
  initialGlobals,
  decorators: [inFrame],
  beforeEach: logEvents,
  argTypesEnhancers: [controlsFromManifest],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker();
      await worker.start({
        quiet: true,
        onUnhandledRequest: 'bypass',
        serviceWorker: { url: './mockServiceWorker.js' },
      });
      return worker;
    }),
  ],
  ...(isTest && { afterEach: checkStory }),
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true }, // the theme sets the background
    viewport: { options: viewports },
    controls: { expanded: true, exclude: ['marketplace', 'token', 'system', 'person'] }, // what a story is, not values
    docs: {
      canvas: { layout: 'fullscreen' }, // the frame has the space around the story
      // A test shows no code, and its page may parse none.
      source: { language: 'html', ...(isTest ? { type: 'code' } : { excludeDecorators: true, transform: shownCode }) },
      toc: { headingSelector: 'h2, h3', title: 'On this page' },
    },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Getting started',
          'Theming',
          'Elements',
          [
            'access-request-form',
            'access-request-list',
            'credential-form',
            'credential-list',
            'secret-reveal',
            'marketplace-provider',
          ],
          'Themes',
          'Journeys',
        ],
      },
    },
  },
};

export default preview;
