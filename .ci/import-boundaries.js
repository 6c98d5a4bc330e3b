// An ESLint rule: who may import whom inside src/. It resolves paths, and it sees `import`, `import type`,
// `export from`, `import()` and `import('x').Type` alike.
import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const installedWithUs = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));

/**
 * What each folder of src/ may import from the others. A path is a folder or a file without its ending; `types` are
 * open to `import type` only. Every folder may import itself.
 */
const layers = {
  contract: { any: [], types: [] },
  client: { any: ['contract'], types: [] },
  connectors: { any: ['contract', 'client/http'], types: [] },
  marketplace: { any: ['contract'], types: [] },
  elements: { any: ['client', 'locales', 'snippets', 'contract/error', 'contract/secret-value'], types: ['contract'] },
  locales: { any: [], types: ['contract', 'elements'] },
  snippets: { any: [], types: ['contract'] },
  mocks: { any: ['contract', 'marketplace'], types: [] },
  conformance: { any: ['contract'], types: [] },
  index: { any: ['client', 'contract'], types: [] },
};

/** The client's HTTP layer is not for elements. */
const closed = { elements: ['client/http'] };

/** Packages that only some places may import. `node:*` stands for Node's own modules. */
const packages = [
  { name: 'zod', only: ['contract'], entry: 'zod/mini' },
  { name: 'ky', only: ['client/http'] },
  { name: 'lit', only: ['elements'] },
  { name: '@lit/task', only: ['elements'] },
  { name: '@lit/context', only: ['elements'] },
  { name: '@shoelace-style/localize', only: ['elements', 'locales'] },
  { name: 'msw', only: ['mocks'] },
  { name: '@electric-sql/pglite', only: ['marketplace/stores'] },
  { name: 'postgres', only: ['marketplace/stores'] },
  { name: 'node:*', only: ['marketplace/stores', 'marketplace/node'] },
];

const within = (path, places) => places.some((place) => path === place || path.startsWith(`${place}/`));
const withoutEnding = (path) => path.replaceAll('\\', '/').replace(/\.[cm]?[jt]s$/, '');

function packageName(specifier) {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Why `from` (a path below src/) may not import the package, or undefined. */
function packageProblem(from, specifier) {
  const name = packageName(specifier);
  const entry = packages.find((candidate) => candidate.name === name);
  if (entry && !within(from, entry.only)) {
    return `'${specifier}' is for src/${entry.only.join(', src/')} only.`;
  }
  if (entry?.entry && specifier !== entry.entry) return `Import '${entry.entry}', not '${specifier}'.`;
  if (name !== 'node:*' && !installedWithUs.has(name)) {
    return `'${name}' is neither a dependency nor a peer dependency of this package.`;
  }
  return undefined;
}

/** Why `from` may not import the file `specifier`, or undefined. */
function fileProblem(file, from, specifier, isType) {
  const target = relative(`${root}src`, resolve(dirname(file), specifier)).replaceAll('\\', '/');
  if (target.startsWith('..')) return `src/ imports nothing from outside: '${specifier}'.`;
  if (!/\.(js|json)$/.test(target)) return `End the path with .js: '${specifier}'.`;
  const path = withoutEnding(target);
  const [layer] = from.split('/');
  if (path.split('/')[0] === layer) return undefined;
  const rule = layers[layer];
  if (!rule) return `src/${layer} has no entry in .ci/import-boundaries.js.`;
  if (!within(path, closed[layer] ?? [])) {
    if (within(path, rule.any)) return undefined;
    if (isType && within(path, rule.types)) return undefined;
  }
  return within(path, rule.types)
    ? `src/${layer} may import only types from src/${path}: use 'import type'.`
    : `src/${layer} may not import src/${path}.`;
}

const importBoundaries = {
  meta: { type: 'problem', schema: [], docs: { description: 'who may import whom inside src/' } },
  create(context) {
    const file = context.filename;
    const from = withoutEnding(relative(`${root}src`, file));
    const check = (source, isType) => {
      const specifier = source?.value;
      if (typeof specifier !== 'string') return;
      const message = specifier.startsWith('.')
        ? fileProblem(file, from, specifier, isType)
        : packageProblem(from, specifier);
      if (message) context.report({ node: source, message });
    };
    const isTypeOnly = ({ importKind, exportKind, specifiers = [] }) =>
      importKind === 'type' ||
      exportKind === 'type' ||
      (specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'));
    return {
      ImportDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source ?? node.argument?.literal, true),
    };
  },
};

export default { rules: { 'import-boundaries': importBoundaries } };
