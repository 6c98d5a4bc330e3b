import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compactStyles } from './.ci/compact-styles.mjs';

interface Manifest {
  exports: Record<string, string | { default: string }>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

const root = fileURLToPath(new URL('./', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest;

/** Every dependency stays an import in the library build; only the CDN build bundles them. */
const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  .map((name) => new RegExp(`^${name.replace(/[/.]/g, '\\$&')}(/|$)`))
  .concat(/^node:/);

/** The entries of the library build are the public entry points of package.json: `./dist/x.js` comes from `src/x.ts`. */
function libraryEntries(): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const target of Object.values(manifest.exports)) {
    if (typeof target === 'string') continue;
    const name = target.default.replace(/^\.\/dist\//, '').replace(/\.js$/, '');
    for (const expanded of expandFolder(name)) entries[expanded] = `${root}src/${expanded}.ts`;
  }
  return entries;
}

/** Replaces the `*` of an entry by each folder that has the file: one entry per element. */
function expandFolder(name: string): string[] {
  const [before, after] = name.split('*');
  if (before === undefined || after === undefined) return [name];
  return readdirSync(`${root}src/${before}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${root}src/${before}${entry.name}${after}.ts`))
    .map((entry) => `${before}${entry.name}${after}`);
}

export default defineConfig(({ mode }) => {
  const shared = { target: 'es2022', sourcemap: true };
  if (mode === 'cdn') {
    // One self-contained copy for `<script type="module" src>`: dependencies bundled, dynamic imports in hashed chunks.
    return {
      publicDir: false,
      plugins: [compactStyles()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ...shared,
        outDir: 'dist/cdn',
        emptyOutDir: true,
        license: { fileName: 'LICENSES.md' },
        minify: true,
        lib: {
          formats: ['es'],
          entry: { latchkey: `${root}src/elements/index.ts`, client: `${root}src/index.ts` },
        },
        rolldownOptions: {
          // Elements load each other on demand; in this build, where all are in one file, that is no mistake.
          checks: { ineffectiveDynamicImport: false },
          output: {
            minify: true, // library mode keeps the whitespace of ES modules otherwise
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            // What a page needs at once comes in two files, so that it compresses as one; the rest stays on demand.
            codeSplitting: {
              groups: [
                {
                  name: 'client',
                  tags: ['$initial'],
                  test: /[\\/](src[\\/](client|contract)|node_modules[\\/](ky|zod))[\\/]/,
                  priority: 1,
                },
                { name: 'elements', tags: ['$initial'], test: /[\\/](src[\\/](elements|locales)|node_modules)[\\/]/ },
              ],
            },
          },
        },
      },
    };
  }
  return {
    publicDir: false,
    plugins: [compactStyles()],
    build: {
      ...shared,
      outDir: 'dist',
      emptyOutDir: false, // the declarations of tsc stand in the same folder
      minify: false,
      lib: { formats: ['es'], entry: libraryEntries() },
      rolldownOptions: {
        external,
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  };
});
