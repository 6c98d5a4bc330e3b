import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import latchkey from './.ci/import-boundaries.js';

/** Markup and code from strings: the strict policy of a host page would refuse them, and so do we. */
const noMarkupFromStrings = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'No markup from strings: render a template.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'No markup from strings: render a template.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'No markup from strings: render a template.',
  },
  {
    selector: 'Identifier[name=/^unsafe(HTML|SVG|MathML|Static|CSS)$/]',
    message: 'No markup from strings: render a template.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)\\s*=/]',
    message: 'No markup from strings: render a template.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict policy refuses style attributes: use a class, a part or a custom state.',
  },
];

const isNode = ['src/marketplace/stores/**/*.ts', 'src/marketplace/node/**/*.ts'];
const nodeOnlyGlobals = [
  'Buffer',
  'process',
  'global',
  'setImmediate',
  'clearImmediate',
  '__dirname',
  '__filename',
  'require',
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'storybook-static/',
      'test-results/',
      '.data/',
      '.storybook/public/',
      '!.storybook/',
      '!.ci/',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // node:test tells of failures by itself; its functions return promises that nobody needs to await.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test', 'before', 'after'] },
          ],
        },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'off', // its type-aware twin is on
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { latchkey },
    rules: {
      'latchkey/import-boundaries': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...noMarkupFromStrings],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off', // data from a server is not always what its type says
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off', // in-memory implementations of asynchronous interfaces
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // Lit binds the listeners of a template
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: isNode,
    rules: {
      'no-restricted-globals': [
        'error',
        ...nodeOnlyGlobals.map((name) => ({ name, message: 'This code also runs in browsers and workers.' })),
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'stories/**/*.ts'],
    extends: [wc['flat/best-practice'], lit['flat/recommended'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'wc/guard-super-call': 'off', // LitElement has the callbacks
      'wc/no-constructor-params': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai: expect(x).to.be.true
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'URL', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'performance'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['demo/portal/**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'window', 'location', 'history', 'customElements', 'navigator', 'localStorage', 'sessionStorage']
          .concat(['Event', 'CustomEvent', 'HTMLElement', 'EventSource', 'URLSearchParams', 'matchMedia', 'Request'])
          .concat([
            'FormData',
            'AbortController',
            'queueMicrotask',
            'requestAnimationFrame',
            'addEventListener',
            'Intl',
          ])
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-restricted-syntax': ['error', ...noMarkupFromStrings] },
  },
  prettier,
);
