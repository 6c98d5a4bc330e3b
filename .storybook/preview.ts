/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';

// The manifest is generated (`npm run manifest`); stories work without it, only their tables of properties are empty.
const manifests = import.meta.glob<{ default: unknown }>('../custom-elements.json', { eager: true });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest.default);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.style.colorScheme = String(globals['theme']);
      document.documentElement.style.background = 'Canvas'; // axe takes a page without a background for white
      document.documentElement.dir = String(globals['direction']);
      return story();
    },
  ],
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
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true }, // the theme sets the background
    controls: { expanded: true, exclude: ['marketplace', 'token'] }, // services, not values
    docs: { story: { inline: false, height: '240px' } }, // inline stories would share one worker: the last one's handlers win
  },
};

export default preview;
