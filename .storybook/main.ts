import type { StorybookConfig } from '@storybook/web-components-vite';

/**
 * Bundled before the first story loads. A dependency that Vite meets later makes it reload the page, which fails the
 * stories that run as tests; and Storybook's own import of lit/directive-helpers.js would bring a second lit-html.
 */
const prebundled = [
  'lit',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/*.js',
  '@lit/context',
  '@lit/task',
  '@shoelace-style/localize',
  '@cfworker/json-schema',
  'axe-core',
  'eventsource-parser',
  'eventsource-parser/stream',
  'jose',
  'ky',
  'msw',
  'zod/mini',
];

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  staticDirs: ['./public'],
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...prebundled],
    },
  }),
};

export default config;
