#!/usr/bin/env node
// `npm run bench:size`: the bytes a page loads, in files as the browser fetches them, and what each page may cost.
// `--json` prints the same for machines. Ends with exit code 1 when something is over its budget.
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { compactStyles } from '../.ci/compact-styles.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const client = 'src/client/marketplace-client.ts';
/** What other operations than those on credentials answer: a client loads it when it first asks one. */
const answers = 'src/contract/operation-results.ts';

/**
 * - `source`: what the page's script says.
 * - `loads`: modules the page cannot do without, even where they are imported dynamically: their chunks count. The live
 *   updates are not among them: they are loaded once the list is there.
 * - `budget`: in bytes, brotli (1 kB = 1,000 bytes).
 */
const pages = [
  {
    name: 'typed client alone',
    source: `import { createMarketplaceClient } from '${root}src/index.ts';
      globalThis.marketplace = createMarketplaceClient({ baseUrl: '/api/v1' });`,
    loads: [answers],
    budget: 17_000,
  },
  {
    name: '<credential-list> until the list is visible',
    source: `import '${root}src/elements/credential-list/define.ts';`,
    loads: [client],
    budget: 30_000,
  },
  {
    name: 'all elements together',
    source: `import '${root}src/elements/index.ts';`,
    loads: [client, answers],
    budget: 55_000,
  },
];

/** Of one language beside English, in bytes, brotli. */
const localeBudget = 4_000;

/**
 * Bundles a page's script for ES2022, minified, with the production builds: what it needs at once in one file, and what
 * is imported dynamically in files of their own.
 */
async function bundle(source) {
  const entry = `${root}bench/page.js`;
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      compactStyles(),
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { formats: ['es'], entry: { page: entry } },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: { minify: true, codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
      },
    },
  });
  return output[0].output.filter(({ type }) => type === 'chunk');
}

/** The chunks that come with some chunks: themselves, and what they import statically. */
function closure(chunks, starts) {
  const reached = new Set(starts);
  for (const { imports } of reached) {
    for (const name of imports) reached.add(chunks.find(({ fileName }) => fileName === name));
  }
  return [...reached];
}

const moduleName = (id) =>
  id
    .replace(/^\0/, '')
    .replace(root, '')
    .replace(/^.*node_modules\//, '')
    .replace(/\?.*$/, '');

/** What a file is for: the module it is imported for, or the largest one in it where it is only shared. */
function chunkName({ facadeModuleId, isEntry, modules }) {
  if (isEntry) return 'the page itself';
  if (facadeModuleId) return moduleName(facadeModuleId);
  const [largest] = Object.entries(modules).sort(([, a], [, b]) => b.renderedLength - a.renderedLength);
  return `shared: ${moduleName(largest?.[0] ?? 'nothing')}`;
}

function measure(chunk) {
  const bytes = Buffer.from(chunk.code);
  return {
    name: chunkName(chunk),
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

const sum = (files) =>
  files.reduce(
    (total, file) => ({
      minified: total.minified + file.minified,
      gzip: total.gzip + file.gzip,
      brotli: total.brotli + file.brotli,
    }),
    { minified: 0, gzip: 0, brotli: 0 },
  );

/** The modules that weigh most in some chunks: their bytes before they are minified. */
function largestModules(chunks) {
  return chunks
    .flatMap(({ modules }) => Object.entries(modules))
    .map(([id, { renderedLength }]) => ({ module: moduleName(id), bytes: renderedLength }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 15);
}

async function weigh({ name, source, loads, budget }) {
  const chunks = await bundle(source);
  const starts = loads.map((path) => {
    const chunk = chunks.find(({ modules }) => Object.hasOwn(modules, root + path));
    if (!chunk) throw new Error(`${name}: ${path} is in no file of the bundle; has it been renamed?`);
    return chunk;
  });
  const loaded = closure(chunks, [...chunks.filter(({ isEntry }) => isEntry), ...starts]);
  const byWeight = (a, b) => b.brotli - a.brotli;
  const files = loaded.map(measure).sort(byWeight);
  const total = sum(files);
  return {
    name,
    budget,
    isWithin: total.brotli <= budget,
    total,
    files,
    onDemand: chunks
      .filter((chunk) => !loaded.includes(chunk))
      .map(measure)
      .sort(byWeight),
    largestModules: largestModules(loaded),
  };
}

/** What each language beside English costs a page with all elements until they are visible; the rest is on demand. */
function weighLanguages({ onDemand }) {
  return onDemand.flatMap((file) => {
    const code = /^src\/locales\/([\w-]+)\.ts$/.exec(file.name)?.[1];
    if (!code) return [];
    return {
      name: `${code}: what all elements show at once`,
      budget: localeBudget,
      isWithin: file.brotli <= localeBudget,
      total: file,
      files: [file],
      onDemand: onDemand.filter(({ name }) => name.startsWith(`src/locales/${code}/`)),
      largestModules: [],
    };
  });
}

const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

function row(name, { minified, gzip, brotli }, end = '') {
  console.log(`${name.padEnd(76)}${kB(minified)}${kB(gzip)}${kB(brotli)}${end}`);
}

const results = [];
for (const page of pages) results.push(await weigh(page));
results.push(...weighLanguages(results.at(-1)));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(results, null, 2));
} else {
  console.log(`${'kB (1,000 bytes)'.padEnd(76)}minified    gzip  brotli  budget`);
  for (const { name, budget, isWithin, total, files, onDemand, largestModules: modules } of results) {
    console.log();
    row(name, total, `${kB(budget)}${isWithin ? '' : '  OVER BUDGET'}`);
    for (const file of files) row(`  ${file.name}`, file);
    for (const file of onDemand) row(`  (on demand) ${file.name}`, file);
    if (isWithin) continue;
    console.log('  The largest modules of it, before they are minified:');
    for (const { module, bytes } of modules) console.log(`  ${kB(bytes)}  ${module}`);
  }
}

process.exitCode = results.every(({ isWithin }) => isWithin) ? 0 : 1;
